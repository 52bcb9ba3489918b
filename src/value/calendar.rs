//! Calendars: civil days, lunar days, solar terms, holidays.
