//! The model file: a header that says what it is and where it comes from, then the weights.
//!
//! ```text
//! "ORGTAG" version:u8 language:u8 provenance:bytes payload:bytes checksum:u64
//! bytes = length:u32 and as many bytes; all numbers little-endian; the checksum (FNV-1a) covers all before it
//! ```

use crate::error::{Error, Result};
use crate::options::Lang;

const MAGIC: &[u8] = b"ORGTAG";
/// The version of the file format that this code reads and writes.
pub const VERSION: u8 = 1;

/// A model as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The language that it was trained for.
    pub lang: Lang,
    /// The corpora, their licences and the command that it was trained with.
    pub provenance: String,
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// [`Error::is_model`] with the reason when the bytes are no model, of another version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader(bytes);
        if reader.take(MAGIC.len()).ok() != Some(MAGIC) {
            return Err(Error::model("it is no model file"));
        }
        let version = reader.u8()?;
        if version != VERSION {
            return Err(Error::model(format!(
                "it has format {version}; this program reads format {VERSION}"
            )));
        }
        let Some((body, sum)) = bytes.split_last_chunk::<8>() else {
            return Err(Error::model("it is cut short"));
        };
        if checksum(body) != u64::from_le_bytes(*sum) {
            return Err(Error::model("it is damaged: its checksum is wrong"));
        }
        let lang = match reader.u8()? {
            0 => Lang::Zh,
            1 => Lang::En,
            other => return Err(Error::model(format!("it names an unknown language, {other}"))),
        };
        let provenance = reader.bytes()?;
        let provenance = core::str::from_utf8(provenance).map_err(|_| damaged())?.to_owned();
        let _payload = reader.bytes()?;
        Ok(Self { lang, provenance })
    }

    /// Writes a model file.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.push(match self.lang {
            Lang::Zh => 0,
            Lang::En => 1,
        });
        let mut part = |bytes: &[u8]| {
            out.extend((bytes.len() as u32).to_le_bytes());
            out.extend(bytes);
        };
        part(self.provenance.as_bytes());
        part(&[]);
        out.extend(checksum(&out).to_le_bytes());
        out
    }
}

#[cold]
fn damaged() -> Error {
    Error::model("it is damaged")
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}

/// Reads numbers and never past the end.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n).ok_or_else(damaged)?;
        self.0 = tail;
        Ok(head)
    }

    fn u8(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn u32(&mut self) -> Result<u32> {
        self.take(4)?.try_into().map(u32::from_le_bytes).map_err(|_| damaged())
    }

    fn bytes(&mut self) -> Result<&'a [u8]> {
        let n = self.u32()?;
        self.take(n as usize)
    }
}
