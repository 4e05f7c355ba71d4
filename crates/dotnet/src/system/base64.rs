//! Base 64 as `Convert` writes and reads it.

use crate::fault;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use pwsh_value::Result;

const ENGINE: GeneralPurpose = GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new());

/// Bytes as text; with `lines`, a line break after every 76 characters.
pub fn encode(bytes: &[u8], lines: bool) -> String {
    let text = ENGINE.encode(bytes);
    if !lines {
        return text;
    }
    let rows: Vec<&str> = (0..text.len()).step_by(76).map(|at| &text[at..text.len().min(at + 76)]).collect();
    rows.join("\r\n")
}

/// The bytes of a text, in which white space does not count.
///
/// # Errors
/// `FormatException`.
pub fn decode(text: &str) -> Result<Vec<u8>> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).collect();
    ENGINE.decode(digits).map_err(|_| {
        fault::format("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.")
    })
}
