//! WTF-8 (UTF-8 that also holds lone surrogates, each as three bytes) to and from UTF-16.

/// Appends the UTF-16 code units of a WTF-8 text. Bytes that are not WTF-8 become U+FFFD, one for each byte.
pub(crate) fn decode_into(text: &[u8], units: &mut Vec<u16>) {
    units.reserve(text.len());
    let mut rest = text;
    while let Some((&first, _)) = rest.split_first() {
        let (value, used) = match first {
            0..0x80 => (u32::from(first), 1),
            0xC2..0xE0 => continued(rest, 2, first & 0x1F),
            0xE0..0xF0 => continued(rest, 3, first & 0x0F),
            0xF0..0xF5 => continued(rest, 4, first & 0x07),
            _ => (0xFFFD, 1),
        };
        if value < 0x10000 {
            units.push(value as u16);
        } else {
            let offset = value - 0x10000;
            units.push(0xD800 + (offset >> 10) as u16);
            units.push(0xDC00 + (offset & 0x3FF) as u16);
        }
        rest = &rest[used..];
    }
}

/// The value of a sequence of `length` bytes and the bytes it takes; U+FFFD and one byte where it is malformed.
fn continued(rest: &[u8], length: usize, first: u8) -> (u32, usize) {
    let least = [0x80, 0x800, 0x10000][length - 2];
    let Some(tail) = rest.get(1..length) else { return (0xFFFD, 1) };
    let mut value = u32::from(first);
    for &byte in tail {
        if byte & 0xC0 != 0x80 {
            return (0xFFFD, 1);
        }
        value = value << 6 | u32::from(byte & 0x3F);
    }
    if value < least || value > 0x10FFFF { (0xFFFD, 1) } else { (value, length) }
}

/// The UTF-16 code units of a WTF-8 text.
pub(crate) fn decode(text: &[u8]) -> Vec<u16> {
    let mut units = Vec::new();
    decode_into(text, &mut units);
    units
}

/// Appends code units as WTF-8. A low surrogate that follows the high one at the end of `out` joins it.
pub(crate) fn encode_into(units: &[u16], out: &mut Vec<u8>) {
    out.reserve(units.len());
    for &unit in units {
        match unit {
            0..0x80 => out.push(unit as u8),
            0x80..0x800 => out.extend([0xC0 | (unit >> 6) as u8, continuation(unit)]),
            0xDC00..0xE000 => push_low_surrogate(unit, out),
            _ => out.extend([0xE0 | (unit >> 12) as u8, continuation(unit >> 6), continuation(unit)]),
        }
    }
}

fn continuation(bits: u16) -> u8 {
    0x80 | (bits & 0x3F) as u8
}

fn push_low_surrogate(low: u16, out: &mut Vec<u8>) {
    if let [.., 0xED, second @ 0xA0..=0xAF, third] = out[..] {
        let high = u32::from(second & 0x0F) << 6 | u32::from(third & 0x3F);
        let value = 0x10000 + (high << 10) + u32::from(low - 0xDC00);
        out.truncate(out.len() - 3);
        out.extend([
            0xF0 | (value >> 18) as u8,
            continuation((value >> 12) as u16),
            continuation((value >> 6) as u16),
            continuation(value as u16),
        ]);
        return;
    }
    out.extend([0xED, continuation(low >> 6), continuation(low)]);
}

/// Appends a WTF-8 text to another, joining a surrogate pair that meets at the seam.
pub(crate) fn append(text: &[u8], out: &mut Vec<u8>) {
    if let [0xED, second @ 0xB0..=0xBF, third, tail @ ..] = text {
        let low = 0xD000 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F);
        push_low_surrogate(low, out);
        out.extend_from_slice(tail);
        return;
    }
    out.extend_from_slice(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_survive_and_halves_join() {
        let units = [0x61, 0xD83D, 0x62, 0xDE00, 0xD83D, 0xDE00, 0x20AC];
        let mut out = Vec::new();
        for unit in units {
            encode_into(&[unit], &mut out);
        }
        assert_eq!(decode(&out), units);
        let mut joined = vec![0xED, 0xA0, 0xBD];
        append(&[0xED, 0xB8, 0x80, 0x21], &mut joined);
        assert_eq!(joined, "\u{1F600}!".as_bytes());
    }

    #[test]
    fn malformed_bytes_become_replacement_characters() {
        assert_eq!(decode(&[0xC0, 0x80, 0x41, 0xE2, 0x82]), [0xFFFD, 0xFFFD, 0x41, 0xFFFD, 0xFFFD]);
    }
}
