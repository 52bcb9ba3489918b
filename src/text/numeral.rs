//! Numerals in digits, Chinese characters and English words.
