//! Byte order marks, as .NET's StreamReader looks for them.

use super::Encoding;

/// An encoding that a text's first bytes name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Detected {
    /// The encoding.
    pub encoding: Encoding,
    /// How many bytes the mark has.
    pub mark_length: usize,
}

/// The encoding of the byte order mark that `bytes` begin with. UTF-32's mark is tried before the UTF-16 one
/// that it begins with.
pub fn detect_byte_order_mark(bytes: &[u8]) -> Option<Detected> {
    [Encoding::Utf32, Encoding::Utf32BigEndian, Encoding::Utf8, Encoding::Utf16, Encoding::Utf16BigEndian]
        .into_iter()
        .find(|encoding| bytes.starts_with(encoding.byte_order_mark()))
        .map(|encoding| Detected { encoding, mark_length: encoding.byte_order_mark().len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_mark_wins() {
        let of =
            |bytes: &[u8]| detect_byte_order_mark(bytes).map(|found| (found.encoding, found.mark_length));
        assert_eq!(of(b"\xff\xfe\0\0a"), Some((Encoding::Utf32, 4)));
        assert_eq!(of(b"\xff\xfea\0"), Some((Encoding::Utf16, 2)));
        assert_eq!(of(b"\xef\xbb\xbfa"), Some((Encoding::Utf8, 3)));
        assert_eq!(of(b"abc"), None);
    }
}
