//! Windows-1252, which PowerShell registers beside .NET's own encodings and calls `ansi` on Linux.

/// What the bytes 0x80 to 0x9f mean; the five that Windows leaves open are control characters.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž',
    'Ÿ',
];

/// The character of a byte.
pub(super) fn decode(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The byte of a character, where it has one.
pub(super) fn encode(ch: char) -> Option<u8> {
    match HIGH.iter().position(|&known| known == ch) {
        Some(at) => Some(0x80 + at as u8),
        None => u8::try_from(ch).ok().filter(|byte| !(0x80..=0x9f).contains(byte)),
    }
}
