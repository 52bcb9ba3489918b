//! Values: exact decimals, units, currencies, calendars.

pub mod calendar;
pub mod currency;
pub mod decimal;
pub mod edtf;
pub mod unit;
