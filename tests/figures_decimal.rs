//! Decimal arithmetic against an oracle.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used)]

use article_annotator::value::decimal::Decimal;
use proptest::prelude::*;
use rust_decimal::Decimal as Oracle;

/// The same number for both: a mantissa and how many of its digits stand after the point.
fn both(mantissa: i64, scale: u32) -> (Decimal, Oracle) {
    (Decimal::new(mantissa.into(), scale).unwrap(), Oracle::new(mantissa, scale))
}

fn print(oracle: Oracle) -> String {
    let text = oracle.normalize().to_string();
    if text == "-0" { "0".to_owned() } else { text }
}

proptest! {
    #[test]
    fn adds_subtracts_multiplies_and_compares_as_the_oracle_does(
        (a, b) in (-1_000_000_000_000i64..1_000_000_000_000, -1_000_000_000_000i64..1_000_000_000_000),
        (s, t) in (0u32..8, 0u32..8),
    ) {
        let ((x, ox), (y, oy)) = (both(a, s), both(b, t));
        prop_assert_eq!(x.to_string(), print(ox));
        prop_assert_eq!(x.checked_add(y).unwrap().to_string(), print(ox + oy));
        prop_assert_eq!(x.checked_sub(y).unwrap().to_string(), print(ox - oy));
        prop_assert_eq!(x.checked_mul(y).unwrap().to_string(), print(ox * oy));
        prop_assert_eq!(x.cmp(&y), ox.cmp(&oy));
    }

    #[test]
    fn reads_what_it_prints(mantissa in any::<i64>(), scale in 0u32..20) {
        let (x, oracle) = both(mantissa, scale);
        prop_assert_eq!(Decimal::parse(&x.to_string()), Some(x));
        prop_assert_eq!(x.to_string(), print(oracle));
    }

    #[test]
    fn shifting_there_and_back_changes_nothing(mantissa in any::<i64>(), scale in 0u32..10, by in -10i32..10) {
        let (x, _) = both(mantissa, scale);
        if let Some(shifted) = x.shift(by) {
            prop_assert_eq!(shifted.shift(-by), Some(x));
        }
    }

    #[test]
    fn never_panics(text in "[-+.0-9]{0,60}", by in any::<i32>()) {
        if let Some(x) = Decimal::parse(&text) {
            let _ = (x.shift(by), x.checked_mul(x), x.checked_add(x), x.to_string());
        }
    }
}
