//! The text of a source file: decoded by its byte order mark, as UTF-8 without one.

use pwsh_value::text::encoding::{Encoding, detect_byte_order_mark};
use std::path::Path;

/// Reads a script, module, manifest or session configuration.
///
/// # Errors
/// What the system says.
pub fn read(path: &Path) -> std::io::Result<String> {
    Ok(decode(&std::fs::read(path)?))
}

fn decode(bytes: &[u8]) -> String {
    let (encoding, mark) = match detect_byte_order_mark(bytes) {
        Some(found) => (found.encoding, found.mark_length),
        None => (Encoding::Utf8, 0),
    };
    let mut text = String::new();
    encoding.decode(&bytes[mark..], &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_mark_says_how_a_file_is_read() {
        assert_eq!(decode(b"\xff\xfe@\0{\0"), "@{");
        assert_eq!(decode(b"\xef\xbb\xbfa"), "a");
        assert_eq!(decode("ä".as_bytes()), "ä");
    }
}
