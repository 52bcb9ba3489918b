//! Extended Date/Time Format (ISO 8601-2).
