//! Bytes as hexadecimal digits.

use crate::fault;
use pwsh_value::Result;

/// Bytes as upper-case digits.
pub fn upper(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}

/// The bytes of digits of either case.
///
/// # Errors
/// `FormatException`.
pub fn read(text: &str) -> Result<Vec<u8>> {
    let digit = |c: u8| char::from(c).to_digit(16).map(|digit| digit as u8);
    if !text.len().is_multiple_of(2) {
        return Err(fault::format(
            "The input is not a valid hex string as its length is not a multiple of 2.",
        ));
    }
    let pairs = text.as_bytes().chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?));
    pairs.collect::<Option<_>>().ok_or_else(|| {
        fault::format("The input is not a valid hex string as it contains a non-hex character.")
    })
}
