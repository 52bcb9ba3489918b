//! What leaves the program: our JSON, JSON lines.

pub mod json;
pub mod jsonl;
