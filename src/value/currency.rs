//! Currencies by name and symbol, with ISO 4217 codes.
