//! The model file: a header that says what it is and where it comes from, then the weights.
//!
//! ```text
//! "ORGTAG" version:u8 language:u8 provenance:bytes payload:bytes checksum:u64
//! bytes = length:u32 and as many bytes; all numbers little-endian; the checksum (FNV-1a) covers all before it
//! ```

use super::features::{KIND_BIT, Kind, Lexicons, kinds};
use super::tags::TAGS;
use crate::error::{Error, Result};
use crate::lexicon::Table;
use crate::options::Lang;

const MAGIC: &[u8] = b"ORGTAG";
/// The version of the file format that this code reads and writes.
pub const VERSION: u8 = 4;

/// A model as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The language that it was trained for.
    pub lang: Lang,
    /// The corpora, their licences and the command that it was trained with.
    pub provenance: String,
    /// Weights from tag to tag, by the tag before.
    pub transitions: [[i16; TAGS]; TAGS],
    /// The patterns that have weights, in order of their keys.
    pub patterns: Vec<Weighted>,
    /// The rows of weights that the patterns point into.
    pub weights: Vec<[i8; TAGS]>,
    /// The word lists that the features refer to.
    pub lexicons: Lexicons,
    /// Per cent right by the lead over the next best reading, in steps of a quarter of a natural unit.
    pub calibration: Vec<u8>,
}

/// A pattern with weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighted {
    /// The pattern's key.
    pub key: u32,
    /// The sites that take weights, lowest bit first.
    pub mask: u8,
    /// The first of its rows; as many follow as the mask has bits.
    pub first: usize,
}

impl Weighted {
    /// The row that a site takes, counted from the first that sees the pattern.
    fn row(&self, slot: u8) -> Option<usize> {
        let before = self.mask & ((1 << slot) - 1);
        (self.mask >> slot & 1 == 1).then(|| self.first + before.count_ones() as usize)
    }
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
        let mut payload = Reader(reader.bytes()?);
        let mut transitions = [[0; TAGS]; TAGS];
        for weight in transitions.iter_mut().flatten() {
            *weight = i16::from_le_bytes(payload.take(2)?.try_into().map_err(|_| damaged())?);
        }
        let calibration = payload.bytes()?.to_vec();
        let (patterns, weights) = read_patterns(&mut payload, kinds(lang))?;
        let words = read_table(&mut payload)?;
        let clusters = read_table(&mut payload)?;
        let coarse = payload.bytes()?.to_vec();
        let lexicons = Lexicons { words, clusters, coarse };
        Ok(Self { lang, provenance, transitions, patterns, weights, lexicons, calibration })
    }

    /// Writes a model file.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.push(match self.lang {
            Lang::Zh => 0,
            Lang::En => 1,
        });
        write_bytes(&mut out, self.provenance.as_bytes());
        write_bytes(&mut out, &self.payload());
        out.extend(checksum(&out).to_le_bytes());
        out
    }

    fn payload(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for weight in self.transitions.iter().flatten() {
            out.extend(weight.to_le_bytes());
        }
        write_bytes(&mut out, &self.calibration);
        write_patterns(&mut out, self, kinds(self.lang));
        write_table(&mut out, &self.lexicons.words);
        write_table(&mut out, &self.lexicons.clusters);
        write_bytes(&mut out, &self.lexicons.coarse);
        out
    }
}

/// Numbers of one sort stand together, so that what transports the file can compress it: for each kind of patterns the
/// keys; then for each kind and site, for all its patterns, which tags have weights there, one bit a tag; then for each
/// kind, site and tag the weights.
fn write_patterns(out: &mut Vec<u8>, model: &Model, kinds: &[Kind]) {
    let mut tags = Vec::new();
    let mut weights = Vec::new();
    for (number, kind) in kinds.iter().enumerate() {
        let base = (number as u32) << KIND_BIT;
        let patterns = |key: &u32| model.patterns.partition_point(|p| p.key < *key);
        let range = patterns(&base)..patterns(&(base + (1 << KIND_BIT)));
        let patterns = model.patterns.get(range).unwrap_or_default();
        write_keys(out, patterns.iter().map(|p| p.key - base));
        for slot in 0..kind.len {
            let row = |p: &Weighted| {
                p.row(slot).and_then(|row| model.weights.get(row)).copied().unwrap_or_default()
            };
            tags.extend(
                patterns
                    .iter()
                    .map(|p| row(p).iter().rev().fold(0u8, |mask, &w| mask << 1 | u8::from(w != 0))),
            );
            for tag in 0..TAGS {
                weights.extend(patterns.iter().map(|p| row(p)[tag] as u8).filter(|&w| w != 0));
            }
        }
    }
    out.extend(tags);
    out.extend(weights);
}

fn read_patterns(reader: &mut Reader<'_>, kinds: &[Kind]) -> Result<(Vec<Weighted>, Vec<[i8; TAGS]>)> {
    let mut patterns = Vec::new();
    let mut ends = Vec::new();
    for (number, kind) in kinds.iter().enumerate() {
        let base = (number as u32) << KIND_BIT;
        let keys = read_keys(reader, kind.bits)?;
        patterns.extend(keys.iter().map(|key| Weighted { key: base + key, mask: 0, first: 0 }));
        ends.push(patterns.len());
    }
    let mut tags = Vec::new();
    let mut start = 0;
    for (kind, &end) in kinds.iter().zip(&ends) {
        for slot in 0..kind.len {
            let these = reader.take(end - start)?;
            for (pattern, &tags) in patterns[start..end].iter_mut().zip(these) {
                pattern.mask |= u8::from(tags != 0) << slot;
            }
            tags.push(these);
        }
        start = end;
    }
    let mut count = 0;
    for pattern in &mut patterns {
        pattern.first = count;
        count += pattern.mask.count_ones() as usize;
    }
    let mut weights = vec![[0; TAGS]; count];
    let mut tags = tags.iter();
    start = 0;
    for (kind, &end) in kinds.iter().zip(&ends) {
        for (slot, tags) in (0..kind.len).zip(&mut tags) {
            for tag in 0..TAGS {
                for (pattern, tags) in patterns[start..end].iter().zip(*tags) {
                    if tags >> tag & 1 == 1 {
                        let row = pattern.row(slot).ok_or_else(damaged)?;
                        weights[row][tag] = reader.u8()? as i8;
                    }
                }
            }
        }
        start = end;
    }
    Ok((patterns, weights))
}

fn write_table(out: &mut Vec<u8>, table: &Table) {
    let entries = table.entries();
    write_keys(out, entries.iter().map(|e| e.0));
    out.extend(entries.iter().map(|e| e.1 as u8));
    out.extend(entries.iter().map(|e| (e.1 >> 8) as u8));
}

fn read_table(reader: &mut Reader<'_>) -> Result<Table> {
    let keys = read_keys(reader, Table::BITS)?;
    let (low, high) = (reader.take(keys.len())?, reader.take(keys.len())?);
    let values = low.iter().zip(high).map(|(&low, &high)| u16::from(high) << 8 | u16::from(low));
    Ok(Table::new(&keys.iter().copied().zip(values).collect::<Vec<_>>()))
}

/// Ascending keys: their number, then the low bytes of the steps from key to key, then the rest of each as bytes of
/// seven bits.
pub(crate) fn write_keys(out: &mut Vec<u8>, keys: impl Iterator<Item = u32> + Clone) {
    let mut before = 0;
    let steps: Vec<u32> = keys.map(|key| core::mem::replace(&mut before, key).abs_diff(key)).collect();
    out.extend((steps.len() as u32).to_le_bytes());
    out.extend(steps.iter().map(|&step| step as u8));
    for step in steps {
        let mut rest = step >> 8;
        while rest >= 128 {
            out.push(rest as u8 | 128);
            rest >>= 7;
        }
        out.push(rest as u8);
    }
}

pub(crate) fn read_keys(reader: &mut Reader<'_>, bits: u32) -> Result<Vec<u32>> {
    let count = reader.u32()? as usize;
    let low = reader.take(count)?;
    let mut keys = Vec::with_capacity(count);
    let mut key = 0u32;
    for &low in low {
        let (mut rest, mut shift) = (0u32, 0);
        loop {
            let byte = reader.u8()?;
            rest |= u32::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
            shift += 7;
            if shift > 21 {
                return Err(damaged());
            }
        }
        let step = rest.checked_mul(256).ok_or_else(damaged)? | u32::from(low);
        key = key.checked_add(step).filter(|key| key >> bits == 0).ok_or_else(damaged)?;
        keys.push(key);
    }
    if keys.is_sorted_by(|a, b| a < b) { Ok(keys) } else { Err(damaged()) }
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend((bytes.len() as u32).to_le_bytes());
    out.extend(bytes);
}

#[cold]
fn damaged() -> Error {
    Error::model("it is damaged")
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}

/// Reads numbers and never past the end.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn take(&mut self, n: usize) -> Result<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(n).ok_or_else(damaged)?;
        self.0 = tail;
        Ok(head)
    }

    pub(crate) fn u8(&mut self) -> Result<u8> {
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
