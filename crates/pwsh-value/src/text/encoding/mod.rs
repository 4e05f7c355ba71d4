//! Text encodings: bytes to text and back, byte order marks, code pages and their names.

mod detect;
mod names;
mod windows1252;

pub use detect::{Detected, detect_byte_order_mark};
pub use names::EncodingName;

/// The encodings that PowerShell's cmdlets and .NET know without a code page provider.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first: .NET's Unicode.
    Utf16,
    /// UTF-16, high byte first.
    Utf16BigEndian,
    /// UTF-32, low byte first.
    Utf32,
    /// UTF-32, high byte first.
    Utf32BigEndian,
    /// ASCII; other characters and other bytes become `?`.
    Ascii,
    /// ISO 8859-1; other characters become `?`.
    Latin1,
    /// Windows' Western European code page; other characters become `?`.
    Windows1252,
}

impl Encoding {
    /// Its byte order mark, empty where it has none.
    pub fn byte_order_mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => &[0xef, 0xbb, 0xbf],
            Self::Utf16 => &[0xff, 0xfe],
            Self::Utf16BigEndian => &[0xfe, 0xff],
            Self::Utf32 => &[0xff, 0xfe, 0, 0],
            Self::Utf32BigEndian => &[0, 0, 0xfe, 0xff],
            Self::Ascii | Self::Latin1 | Self::Windows1252 => &[],
        }
    }

    /// Appends `text` (WTF-8; a lone surrogate becomes U+FFFD, as .NET writes it, or `?`) in this encoding,
    /// without a byte order mark.
    pub fn encode(self, text: &[u8], out: &mut Vec<u8>) {
        if self == Self::Utf8 && std::str::from_utf8(text).is_ok() {
            out.extend_from_slice(text);
            return;
        }
        for ch in String::from_utf8_lossy(&surrogates_replaced(text)).chars() {
            self.encode_char(ch, out);
        }
    }

    fn encode_char(self, ch: char, out: &mut Vec<u8>) {
        match self {
            Self::Utf8 => out.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes()),
            Self::Utf16 => {
                for unit in ch.encode_utf16(&mut [0; 2]) {
                    out.extend_from_slice(&unit.to_le_bytes());
                }
            }
            Self::Utf16BigEndian => {
                for unit in ch.encode_utf16(&mut [0; 2]) {
                    out.extend_from_slice(&unit.to_be_bytes());
                }
            }
            Self::Utf32 => out.extend_from_slice(&u32::from(ch).to_le_bytes()),
            Self::Utf32BigEndian => out.extend_from_slice(&u32::from(ch).to_be_bytes()),
            Self::Ascii | Self::Latin1 | Self::Windows1252 => {
                let byte = match self {
                    Self::Ascii => u8::try_from(ch).ok().filter(u8::is_ascii),
                    Self::Latin1 => u8::try_from(ch).ok(),
                    _ => windows1252::encode(ch),
                };
                match byte {
                    Some(byte) => out.push(byte),
                    // .NET replaces each UTF-16 unit
                    None => out.extend(std::iter::repeat_n(b'?', ch.len_utf16())),
                }
            }
        }
    }

    /// Appends the text of `bytes`; what is not valid becomes U+FFFD, as .NET reads it. A byte order mark is
    /// not looked for.
    pub fn decode(self, bytes: &[u8], out: &mut String) {
        match self {
            Self::Utf8 => out.push_str(&String::from_utf8_lossy(bytes)),
            Self::Utf16 => decode_utf16(bytes, u16::from_le_bytes, out),
            Self::Utf16BigEndian => decode_utf16(bytes, u16::from_be_bytes, out),
            Self::Utf32 => decode_utf32(bytes, u32::from_le_bytes, out),
            Self::Utf32BigEndian => decode_utf32(bytes, u32::from_be_bytes, out),
            Self::Ascii => {
                out.extend(bytes.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' }));
            }
            Self::Latin1 => out.extend(bytes.iter().map(|&byte| char::from(byte))),
            Self::Windows1252 => out.extend(bytes.iter().map(|&byte| windows1252::decode(byte))),
        }
    }
}

/// A surrogate's three bytes become one U+FFFD instead of three.
fn surrogates_replaced(text: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    let is_surrogate = |bytes: &[u8]| matches!(bytes, [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..]);
    if !text.windows(3).any(is_surrogate) {
        return text.into();
    }
    let mut replaced = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        if is_surrogate(&text[at..]) {
            replaced.extend_from_slice("\u{fffd}".as_bytes());
            at += 3;
        } else {
            replaced.push(text[at]);
            at += 1;
        }
    }
    replaced.into()
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, out: &mut String) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    out.extend(char::decode_utf16(units).map(|decoded| decoded.unwrap_or('\u{fffd}')));
    if !rest.is_empty() {
        out.push('\u{fffd}');
    }
}

fn decode_utf32(bytes: &[u8], code: fn([u8; 4]) -> u32, out: &mut String) {
    let (quads, rest) = bytes.as_chunks::<4>();
    out.extend(quads.iter().map(|&quad| char::from_u32(code(quad)).unwrap_or('\u{fffd}')));
    if !rest.is_empty() {
        out.push('\u{fffd}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_reads_back_what_it_writes() {
        let text = "aé€😀";
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf16,
            Encoding::Utf16BigEndian,
            Encoding::Utf32,
            Encoding::Utf32BigEndian,
        ] {
            let mut bytes = Vec::new();
            encoding.encode(text.as_bytes(), &mut bytes);
            let mut back = String::new();
            encoding.decode(&bytes, &mut back);
            assert_eq!(back, text, "{encoding:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_replaced() {
        let mut bytes = Vec::new();
        Encoding::Ascii.encode("aé😀".as_bytes(), &mut bytes);
        assert_eq!(bytes, b"a???");
        bytes.clear();
        Encoding::Latin1.encode("aé€".as_bytes(), &mut bytes);
        assert_eq!(bytes, b"a\xe9?");
        bytes.clear();
        Encoding::Windows1252.encode("aé€\u{81}一".as_bytes(), &mut bytes);
        assert_eq!(bytes, b"a\xe9\x80\x81?");
        bytes.clear();
        Encoding::Utf8.encode(b"a\xed\xa0\x80b", &mut bytes);
        assert_eq!(bytes, "a\u{fffd}b".as_bytes());
        let mut text = String::new();
        Encoding::Utf16.decode(&[0x61, 0, 0, 0xd8, 0x62], &mut text);
        assert_eq!(text, "a\u{fffd}\u{fffd}");
    }
}
