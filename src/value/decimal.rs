//! Exact decimals: what figures are counted in. No floats anywhere, and no operation that could round or overflow
//! unnoticed.

use core::cmp::Ordering;
use core::fmt;

use serde::{Serialize, Serializer};

/// An exact decimal number: `mantissa × 10^-scale`.
///
/// Always in lowest form (no trailing zero after the point, `scale <= 38`), so that equal numbers are equal values and
/// print alike: `40400`, `0.5`, `-3.1`.
///
/// ```
/// use article_annotator::value::decimal::Decimal;
///
/// let people = Decimal::parse("4.04").and_then(|d| d.shift(4));
/// assert_eq!(people.map(|d| d.to_string()).as_deref(), Some("40400"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
// Twenty bytes: aligned as its mantissa is, a third of every figure would be padding.
#[repr(C, packed(4))]
pub struct Decimal {
    mantissa: i128,
    scale: u32,
}

/// The largest scale: 10^38 is the largest power of ten in an `i128`.
const MAX_SCALE: u32 = 38;

fn power(exponent: u32) -> Option<i128> {
    if exponent == 0 { Some(1) } else { 10i128.checked_pow(exponent) }
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };
    /// One.
    pub const ONE: Self = Self { mantissa: 1, scale: 0 };
    /// One half.
    pub const HALF: Self = Self { mantissa: 5, scale: 1 };

    /// `mantissa × 10^-scale`; nothing when more than 38 places remain after the point.
    pub fn new(mut mantissa: i128, mut scale: u32) -> Option<Self> {
        if mantissa == 0 {
            return Some(Self::ZERO);
        }
        // Nearly all numbers fit 64 bits, and division is several times faster there.
        if let Ok(mut small) = i64::try_from(mantissa) {
            while scale > 0 && small % 10 == 0 {
                small /= 10;
                scale -= 1;
            }
            mantissa = i128::from(small);
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        (scale <= MAX_SCALE).then_some(Self { mantissa, scale })
    }

    /// Reads `-12`, `+3.50`, `.5`: ASCII digits with at most one point, no separators.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.as_bytes().first()? {
            b'-' => (true, text.get(1..)?),
            b'+' => (false, text.get(1..)?),
            _ => (false, text),
        };
        let (mut mantissa, mut scale, mut point, mut any) = (0i128, 0u32, false, false);
        for byte in digits.bytes() {
            match byte {
                b'0'..=b'9' => {
                    let digit = u64::from(byte - b'0');
                    // As long as it fits 64 bits, as nearly all numbers do, without the slow wide product.
                    mantissa = match u64::try_from(mantissa).ok().filter(|m| *m < u64::MAX / 16) {
                        Some(small) => i128::from(small * 10 + digit),
                        None => mantissa.checked_mul(10)?.checked_add(i128::from(digit))?,
                    };
                    scale += u32::from(point);
                    any = true;
                }
                b'.' if !point => point = true,
                _ => return None,
            }
        }
        if !any {
            return None;
        }
        Self::new(if negative { -mantissa } else { mantissa }, scale)
    }

    /// The sum; nothing on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.is_zero() || other.is_zero() {
            return Some(if self.is_zero() { other } else { self });
        }
        let scale = self.scale.max(other.scale);
        let aligned = |d: Self| d.mantissa.checked_mul(power(scale - d.scale)?);
        Self::new(aligned(self)?.checked_add(aligned(other)?)?, scale)
    }

    /// The difference; nothing on overflow.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated()?)
    }

    /// The product; nothing on overflow.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(self.mantissa.checked_mul(other.mantissa)?, self.scale.checked_add(other.scale)?)
    }

    /// The number with the other sign; nothing for the one number that has none.
    pub fn negated(self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_neg()?, scale: self.scale })
    }

    /// The number times `10^exponent`; nothing on overflow.
    pub fn shift(self, exponent: i32) -> Option<Self> {
        let steps = exponent.unsigned_abs();
        if self.is_zero() {
            Some(self)
        } else if exponent < 0 {
            Self::new(self.mantissa, self.scale.checked_add(steps)?)
        } else if steps <= self.scale {
            Self::new(self.mantissa, self.scale - steps)
        } else {
            Self::new(self.mantissa.checked_mul(power(steps - self.scale)?)?, 0)
        }
    }

    /// The number as an integer; nothing when it has places after the point.
    pub fn integer(self) -> Option<i128> {
        (self.scale == 0).then_some(self.mantissa)
    }

    /// The same for small integers, which most callers count in.
    pub fn to_i64(self) -> Option<i64> {
        self.integer().and_then(|n| i64::try_from(n).ok())
    }

    /// True for zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// True below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The power of ten of the last digit that is not zero: 4 for 30000, 0 for 31, -1 for 0.5. Zero for zero.
    pub fn last_place(self) -> i32 {
        let (mut mantissa, mut place) = (self.mantissa, -(self.scale as i32));
        while mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            place += 1;
        }
        place
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { mantissa: i128::from(value), scale: 0 }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let aligned = |d: &Self, scale: u32| d.mantissa.checked_mul(power(scale - d.scale)?);
        let scale = self.scale.max(other.scale);
        if let (Some(this), Some(that)) = (aligned(self, scale), aligned(other, scale)) {
            return this.cmp(&that);
        }
        // Whole parts first, then what is left of each at the largest scale: neither can overflow.
        let split = |d: &Self| {
            let unit = power(d.scale).unwrap_or(i128::MAX);
            let rest = (d.mantissa % unit) * power(MAX_SCALE - d.scale).unwrap_or(1);
            (d.mantissa / unit, rest)
        };
        split(self).cmp(&split(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let unit = 10u128.pow(self.scale.min(MAX_SCALE));
        write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit, width = self.scale as usize)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn prints_in_lowest_form() {
        for (text, want) in [
            ("40400", "40400"),
            ("0.50", "0.5"),
            ("-3.10", "-3.1"),
            ("007", "7"),
            (".05", "0.05"),
            ("+2", "2"),
            ("-0", "0"),
            ("1000000000000000000000", "1000000000000000000000"),
        ] {
            assert_eq!(d(text).to_string(), want, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_number_or_too_long() {
        for text in ["", "-", ".", "1.2.3", "1,000", "１", "1e5", &"9".repeat(40)] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn shifts_by_powers_of_ten() {
        assert_eq!(d("1.8").shift(8), Some(d("180000000")));
        assert_eq!(d("250").shift(-2), Some(d("2.5")));
        assert_eq!(d("9").shift(38), None);
        assert_eq!(Decimal::ZERO.shift(400), Some(Decimal::ZERO));
    }

    #[test]
    fn compares_numbers_that_cannot_be_aligned() {
        let large = d("99999999999999999999999999999999999999");
        let small = d("0.00000000000000000000000000000000000001");
        assert!(small < large);
        assert!(large.negated().unwrap() < small);
        assert_eq!(large.checked_add(small), None);
    }

    #[test]
    fn knows_its_last_place() {
        assert_eq!((d("30000").last_place(), d("31").last_place(), d("0.5").last_place()), (4, 0, -1));
    }
}
