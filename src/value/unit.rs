//! Units of measure and classifiers, as data.
//!
//! A [`Unit`] has the name that texts use, a symbol (UCUM where one exists: `km2`, `t`, `kWh`, `a`; otherwise the usual
//! sign or the classifier as written), a dimension, and an exact factor to the dimension's base unit.
//!
//! Sources of names and factors: UCUM (ucum.org), the SI brochure (9th edition), NIST SP 811 for US and imperial measures,
//! GB 3100–1993 and the State Council's order of 1984 on legal units for Chinese names, the conversion tables of
//! 斤 两 亩 里 尺 as fixed in 1959, Hong Kong's Weights and Measures Ordinance (cap. 68) for 呎 and 码, Taiwan's legal
//! units for 公尺 公分 公顷 坪 甲. Tables: [`chinese`], [`english`], [`classifier`].

pub mod chinese;
pub mod classifier;
pub mod english;

use std::sync::LazyLock;

use crate::annotation::FigureKind;
use crate::text::names::Names;

/// What a unit measures; the base unit of each in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Things counted (1).
    Count,
    /// Length (m).
    Length,
    /// Area (m2).
    Area,
    /// Volume (m3).
    Volume,
    /// Mass (kg).
    Mass,
    /// Time (s); months and years are mean Gregorian ones.
    Time,
    /// Speed (m/s).
    Speed,
    /// Energy (J).
    Energy,
    /// Power (W).
    Power,
    /// Electric potential (V), current (A), charge and the like.
    Electric,
    /// Amount of data (bit).
    Information,
    /// Data rate (bit/s).
    DataRate,
    /// Pressure (Pa).
    Pressure,
    /// Frequency (Hz).
    Frequency,
    /// Temperature (Cel).
    Temperature,
    /// Angle (deg).
    Angle,
    /// Part of a whole (%).
    Ratio,
    /// Anything else that has a scale of its own: levels, points, decibels.
    Scale,
}

/// One unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// How the text writes it: folded (half-width, simplified); English in lower case and singular.
    pub name: &'static str,
    /// The normalised symbol.
    pub symbol: &'static str,
    /// What kind of figure it makes.
    pub kind: FigureKind,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units it is: a decimal, or a fraction `a/b`. Empty where no fixed factor exists.
    pub factor: &'static str,
}

/// A unit of measure.
pub(crate) const fn measure(
    name: &'static str,
    symbol: &'static str,
    dimension: Dimension,
    factor: &'static str,
) -> Unit {
    Unit { name, symbol, kind: FigureKind::Measure, dimension, factor }
}

/// A unit of time.
pub(crate) const fn time(name: &'static str, symbol: &'static str, seconds: &'static str) -> Unit {
    Unit { name, symbol, kind: FigureKind::Duration, dimension: Dimension::Time, factor: seconds }
}

/// A unit of any other kind.
pub(crate) const fn other(
    name: &'static str,
    symbol: &'static str,
    kind: FigureKind,
    dimension: Dimension,
    factor: &'static str,
) -> Unit {
    Unit { name, symbol, kind, dimension, factor }
}

/// An index over tables, for the longest name at a position.
pub(crate) struct Index {
    units: Vec<Unit>,
    names: Names,
}

impl Index {
    /// An index of these units.
    pub(crate) fn new(units: impl Iterator<Item = Unit>) -> Self {
        let mut units: Vec<_> = units.collect();
        let names = Names::new(&mut units, |unit| unit.name);
        Self { units, names }
    }

    /// The longest unit whose name begins at `at`, and where it ends.
    pub(crate) fn longest(&self, chars: &[char], at: usize) -> Option<(Unit, usize)> {
        let (place, end) = self.names.longest(chars, at)?;
        self.units.get(place).map(|unit| (*unit, end))
    }
}

static CHINESE: LazyLock<Index> = LazyLock::new(|| {
    let classifiers = classifier::CLASSIFIERS.split_whitespace().map(|name| {
        let symbol = if name == "人" { "person" } else { name };
        other(name, symbol, FigureKind::Count, Dimension::Count, "1")
    });
    Index::new(chinese::UNITS.iter().copied().chain(classifiers))
});

static SYMBOLS: LazyLock<Index> = LazyLock::new(|| Index::new(english::SYMBOLS.iter().copied()));

static WORDS: LazyLock<Index> = LazyLock::new(|| Index::new(english::WORDS.iter().copied()));

/// The longest Chinese unit or classifier at a position of folded text, and where it ends.
pub fn chinese_at(chars: &[char], at: usize) -> Option<(Unit, usize)> {
    CHINESE.longest(chars, at)
}

/// The longest unit symbol (`km`, `GB`, `°C`) at a position, and where it ends; letters must not go on after it.
pub fn symbol_at(chars: &[char], at: usize) -> Option<(Unit, usize)> {
    let (unit, end) = SYMBOLS.longest(chars, at)?;
    let last = unit.name.chars().next_back()?;
    let goes_on = chars.get(end).is_some_and(|c| c.is_ascii_alphanumeric());
    (!(last.is_ascii_alphanumeric() && goes_on)).then_some((unit, end))
}

/// The English unit written in words at a position (`square feet`, `light-years`), and where it ends.
///
/// Plurals and British spellings are understood; a hyphen between words is a space.
pub fn english_at(chars: &[char], at: usize) -> Option<(Unit, usize)> {
    // Up to three words, folded to the table's spelling, with the place in the text where each ends.
    let mut folded: Vec<char> = Vec::with_capacity(32);
    let mut ends: Vec<(usize, usize)> = Vec::with_capacity(3);
    let mut i = at;
    for n in 0..3 {
        if n > 0 {
            if !matches!(chars.get(i), Some(' ' | '-')) {
                break;
            }
            folded.push(' ');
            i += 1;
        }
        let from = folded.len();
        while let Some(c) = chars.get(i).filter(|c| c.is_ascii_alphabetic()) {
            folded.push(c.to_ascii_lowercase());
            i += 1;
            if folded.len() - from > 16 {
                return None;
            }
        }
        if folded.len() == from {
            break;
        }
        english::singular(&mut folded, from);
        ends.push((folded.len(), i));
    }
    while let Some((length, end)) = ends.pop() {
        folded.truncate(length);
        if let Some((unit, stop)) = WORDS.longest(&folded, 0)
            && stop == length
        {
            return Some((unit, end));
        }
    }
    None
}

/// The English name of a unit whose symbol few know; nothing where the symbol speaks for itself.
pub fn plain_name(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "a" => "year",
        "q" => "quarter",
        "mo" => "month",
        "wk" => "week",
        "[in_i]" => "inch",
        "[ft_i]" => "foot",
        "[yd_i]" => "yard",
        "[mi_i]" => "mile",
        "[oz_av]" => "ounce",
        "[lb_av]" => "lb",
        "[jin_cn]" => "jin",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::decimal::Decimal;

    #[test]
    fn every_factor_is_exact_and_every_name_unique() {
        for index in [&*CHINESE, &*SYMBOLS, &*WORDS] {
            for pair in index.units.windows(2) {
                assert_ne!(pair[0].name, pair[1].name, "twice in a table");
            }
            for unit in &index.units {
                for part in unit.factor.split('/').filter(|part| !part.is_empty()) {
                    assert!(Decimal::parse(part).is_some(), "{}: {}", unit.name, unit.factor);
                }
                assert!(!unit.symbol.is_empty(), "{}", unit.name);
            }
        }
    }

    #[test]
    fn the_longest_name_wins() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (text, symbol, end) in [
            ("平方公里的", "km2", 4),
            ("千瓦时", "kWh", 3),
            ("千瓦,", "kW", 2),
            ("个月", "mo", 2),
            ("人次", "人次", 2),
        ] {
            let (unit, stop) = chinese_at(&chars(text), 0).unwrap();
            assert_eq!((unit.symbol, stop), (symbol, end), "{text}");
        }
        for (text, symbol, end) in [
            ("square feet of", "[sft_i]", 11),
            ("light-years away", "[ly]", 11),
            ("tonnes", "t", 6),
            ("metres", "m", 6),
        ] {
            let (unit, stop) = english_at(&chars(text), 0).unwrap();
            assert_eq!((unit.symbol, stop), (symbol, end), "{text}");
        }
        assert!(symbol_at(&chars("kmx"), 0).is_none());
    }
}
