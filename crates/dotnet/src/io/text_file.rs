//! Whole files as text: encodings found by their mark, lines.

use super::failure;
use crate::text::encoding::encoding_of;
use pwsh_value::text::encoding::{Encoding, detect_byte_order_mark};
use pwsh_value::{Result, Value};
use std::fs;
use std::path::Path;

/// The encoding in an argument, and whether it writes a mark; UTF-8 without one where there is no argument.
pub fn encoding_argument(value: Option<&Value>) -> (Encoding, bool) {
    value.and_then(encoding_of).unwrap_or((Encoding::Utf8, false))
}

/// The bytes of a file.
///
/// # Errors
/// What the operating system refuses.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    if path.is_dir() {
        return Err(failure::of(&std::io::ErrorKind::IsADirectory.into(), path));
    }
    fs::read(path).map_err(|error| failure::of(&error, path))
}

/// The text of bytes: a byte order mark says the encoding, else it is `usual`.
pub fn decoded(bytes: &[u8], usual: Encoding) -> String {
    let mut text = String::new();
    match detect_byte_order_mark(bytes) {
        Some(found) => found.encoding.decode(&bytes[found.mark_length..], &mut text),
        None => usual.decode(bytes, &mut text),
    }
    text
}

/// The lines of a text; an end of line at the end begins no further line.
pub fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (line, length) = next_line(rest);
        lines.push(line);
        rest = &rest[length..];
    }
    lines
}

/// The first line of a text, and how many bytes it takes with its end.
pub fn next_line(text: &str) -> (&str, usize) {
    match text.find(['\r', '\n']) {
        None => (text, text.len()),
        Some(at) => (&text[..at], at + if text[at..].starts_with("\r\n") { 2 } else { 1 }),
    }
}

/// Text as the bytes of a file, with the mark where the encoding has one.
pub fn encoded(text: &str, (encoding, mark): (Encoding, bool)) -> Vec<u8> {
    let mut bytes = if mark { encoding.byte_order_mark().to_vec() } else { Vec::new() };
    encoding.encode(text.as_bytes(), &mut bytes);
    bytes
}

/// Writes a whole file.
///
/// # Errors
/// What the operating system refuses.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| failure::of(&error, path))
}
