//! WTF-8 (UTF-8 that may hold lone surrogates) to and from UTF-16.

/// Appends `unit` to WTF-8 text, joining it with a high surrogate that ends `bytes`.
pub fn push_unit(bytes: &mut Vec<u8>, unit: u16) {
    if (0xDC00..0xE000).contains(&unit)
        && let Some(high) = trailing_high(bytes)
    {
        let c = 0x10000 + ((u32::from(high) - 0xD800) << 10) + (u32::from(unit) - 0xDC00);
        bytes.truncate(bytes.len() - 3);
        push_scalar(bytes, c);
    } else {
        push_scalar(bytes, u32::from(unit));
    }
}

/// The WTF-8 bytes of UTF-16 units.
pub fn encode_wide(units: &[u16]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(units.len());
    for &unit in units {
        push_unit(&mut bytes, unit);
    }
    bytes
}

/// How many UTF-16 units WTF-8 bytes stand for.
pub fn wide_len(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|&b| {
            if b & 0xC0 == 0x80 {
                0
            } else if b >= 0xF0 {
                2
            } else {
                1
            }
        })
        .sum()
}

/// Appends WTF-8 to WTF-8, joining a surrogate pair that meets at the seam.
pub(super) fn append(bytes: &mut Vec<u8>, tail: &[u8]) {
    if let Some(low) = leading_low(tail)
        && trailing_high(bytes).is_some()
    {
        push_unit(bytes, low);
        bytes.extend_from_slice(&tail[3..]);
    } else {
        bytes.extend_from_slice(tail);
    }
}

/// The number of units if `bytes` is well-formed WTF-8.
pub(super) fn check(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(_) => break,
            Err(error) => {
                rest = &rest[error.valid_up_to()..];
                surrogate_at(rest)?;
                rest = &rest[3..];
            }
        }
    }
    Some(wide_len(bytes))
}

/// The text with each lone surrogate as U+FFFD.
pub(super) fn lossy(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        match std::str::from_utf8(rest) {
            Ok(tail) => {
                text.push_str(tail);
                return text;
            }
            Err(error) => {
                let (good, bad) = rest.split_at(error.valid_up_to());
                text.push_str(&String::from_utf8_lossy(good));
                text.push('\u{FFFD}');
                rest = bad.get(3..).unwrap_or_default();
            }
        }
    }
}

pub(super) fn decode(bytes: &[u8]) -> Box<[u16]> {
    let mut units = Vec::with_capacity(wide_len(bytes));
    let mut rest = bytes;
    while !rest.is_empty() {
        let (good, bad) = match std::str::from_utf8(rest) {
            Ok(text) => (text, &[][..]),
            Err(error) => {
                let (good, bad) = rest.split_at(error.valid_up_to());
                (std::str::from_utf8(good).unwrap_or_default(), bad)
            }
        };
        units.extend(good.encode_utf16());
        if let Some(unit) = surrogate_at(bad) {
            units.push(unit);
        }
        rest = bad.get(3..).unwrap_or_default();
    }
    units.into()
}

fn push_scalar(bytes: &mut Vec<u8>, c: u32) {
    match c {
        0..0x80 => bytes.push(c as u8),
        0x80..0x800 => bytes.extend([0xC0 | (c >> 6) as u8, 0x80 | (c & 0x3F) as u8]),
        0x800..0x10000 => {
            bytes.extend([0xE0 | (c >> 12) as u8, 0x80 | (c >> 6 & 0x3F) as u8, 0x80 | (c & 0x3F) as u8]);
        }
        _ => bytes.extend([
            0xF0 | (c >> 18) as u8,
            0x80 | (c >> 12 & 0x3F) as u8,
            0x80 | (c >> 6 & 0x3F) as u8,
            0x80 | (c & 0x3F) as u8,
        ]),
    }
}

fn surrogate_at(bytes: &[u8]) -> Option<u16> {
    match *bytes {
        [0xED, b @ 0xA0..=0xBF, c @ 0x80..=0xBF, ..] => {
            Some(0xD000 | u16::from(b & 0x3F) << 6 | u16::from(c & 0x3F))
        }
        _ => None,
    }
}

fn trailing_high(bytes: &[u8]) -> Option<u16> {
    let tail = bytes.get(bytes.len().checked_sub(3)?..)?;
    surrogate_at(tail).filter(|unit| *unit < 0xDC00)
}

fn leading_low(bytes: &[u8]) -> Option<u16> {
    surrogate_at(bytes).filter(|unit| *unit >= 0xDC00)
}
