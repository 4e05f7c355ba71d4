//! Comparison and case of strings: by code unit, and as people order words.
//!
//! [`ordinal`] compares UTF-16 units, with or without case; [`linguistic::Comparer`] compares as .NET does
//! with ICU; [`casing`] maps case one character to one. All take text as WTF-8 bytes, so that lone surrogates
//! pass through.

pub mod casing;
pub mod linguistic;
pub mod ordinal;
