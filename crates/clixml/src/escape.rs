//! The two layers of escapes in CLIXML text: `_xHHHH_` ([MS-PSRP] 2.2.5.3.2) within XML's own.

use crate::text::{first_code_point, push_unit};

/// What has to happen to an ASCII byte before it can stand in a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ascii {
    Plain,
    /// `<`, `>` and `&`
    Markup,
    /// `"`, which ends an attribute and is plain in text
    Quote,
    /// a control character
    Control,
    /// `_`, which is escaped before `x` or `X`
    Underscore,
    /// the beginning of a character beyond ASCII
    Beyond,
}

const CLASSES: [Ascii; 256] = {
    let mut classes = [Ascii::Plain; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'<' | b'>' | b'&' => Ascii::Markup,
            b'"' => Ascii::Quote,
            b'_' => Ascii::Underscore,
            0..=0x1F | 0x7F => Ascii::Control,
            0x80.. => Ascii::Beyond,
            _ => Ascii::Plain,
        };
        byte += 1;
    }
    classes
};

/// Appends well-formed WTF-8 as the text of an element.
pub(crate) fn push_text(out: &mut Vec<u8>, text: &[u8]) {
    push::<false>(out, text);
}

/// Appends well-formed WTF-8 as the text of an attribute in double quotes.
pub(crate) fn push_attribute(out: &mut Vec<u8>, text: &[u8]) {
    push::<true>(out, text);
}

/// How many bytes are looked at together, in long text that needs no escapes.
const CHUNK: usize = 32;

/// Whether all bytes are plain in text and attributes alike: comparisons that the compiler does for many at once.
fn is_plain(chunk: &[u8; CHUNK]) -> bool {
    chunk.iter().fold(true, |plain, &byte| {
        plain
            & (b' '..0x7F).contains(&byte)
            & (byte != b'<')
            & (byte != b'>')
            & (byte != b'&')
            & (byte != b'"')
            & (byte != b'_')
    })
}

fn push<const ATTRIBUTE: bool>(out: &mut Vec<u8>, text: &[u8]) {
    // the element's end has room too
    out.reserve(text.len() + 64);
    // what lies before `plain` is written, what lies from it to `at` can be written as it is
    let (mut plain, mut at) = (0, 0);
    while let Some(&byte) = text.get(at) {
        if at.is_multiple_of(CHUNK)
            && let Some(chunk) = text[at..].first_chunk()
            && is_plain(chunk)
        {
            at += CHUNK;
            continue;
        }
        let class = CLASSES[usize::from(byte)];
        if class == Ascii::Plain || (class == Ascii::Quote && !ATTRIBUTE) {
            at += 1;
            continue;
        }
        if class == Ascii::Underscore && !matches!(text.get(at + 1), Some(b'x' | b'X')) {
            at += 1;
            continue;
        }
        let (code, length) = match class {
            Ascii::Beyond => first_code_point(&text[at..]).unwrap_or((0, 1)),
            _ => (u32::from(byte), 1),
        };
        if class == Ascii::Beyond && !matches!(code, 0x80..=0x9F | 0xD800..=0xDFFF | 0xFFFE.. ) {
            at += length;
            continue;
        }
        out.extend_from_slice(&text[plain..at]);
        at += length;
        plain = at;
        match (class, byte) {
            (Ascii::Markup, b'<') => out.extend_from_slice(b"&lt;"),
            (Ascii::Markup, b'>') => out.extend_from_slice(b"&gt;"),
            (Ascii::Markup, _) => out.extend_from_slice(b"&amp;"),
            (Ascii::Quote, _) => out.extend_from_slice(b"&quot;"),
            _ => push_code(out, code),
        }
    }
    out.extend_from_slice(&text[plain..]);
}

fn push_code(out: &mut Vec<u8>, code: u32) {
    match code {
        // PowerShell leaves the two noncharacters to its XML writer
        0xFFFE => out.extend_from_slice(b"&#xFFFE;"),
        0xFFFF => out.extend_from_slice(b"&#xFFFF;"),
        0..=0xFFFD => push_escape(out, code as u16),
        _ => {
            let beyond = code - 0x1_0000;
            push_escape(out, 0xD800 | (beyond >> 10) as u16);
            push_escape(out, 0xDC00 | (beyond & 0x3FF) as u16);
        }
    }
}

fn push_escape(out: &mut Vec<u8>, unit: u16) {
    let digit = |shift: u16| b"0123456789ABCDEF"[usize::from(unit >> shift & 0xF)];
    out.extend_from_slice(&[b'_', b'x', digit(12), digit(8), digit(4), digit(0), b'_']);
}

/// Appends text in which `_xHHHH_` stands for a UTF-16 unit to WTF-8 bytes. What is no complete escape is text.
pub(crate) fn push_decoded(out: &mut Vec<u8>, text: &[u8]) {
    let mut rest = text;
    while let Some(start) = rest.iter().position(|&byte| byte == b'_') {
        out.extend_from_slice(&rest[..start]);
        rest = &rest[start..];
        match *rest {
            [b'_', b'x' | b'X', a, b, c, d, b'_', ref tail @ ..]
                if let Some(unit) = hex_unit([a, b, c, d]) =>
            {
                push_unit(out, unit);
                rest = tail;
            }
            _ => {
                out.push(b'_');
                rest = &rest[1..];
            }
        }
    }
    out.extend_from_slice(rest);
}

fn hex_unit(digits: [u8; 4]) -> Option<u16> {
    digits.iter().try_fold(0, |unit, digit| {
        let value = char::from(*digit).to_digit(16)?;
        Some(unit << 4 | value as u16)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    fn text(text: impl Into<Text>) -> String {
        let mut out = Vec::new();
        push_text(&mut out, text.into().as_wtf8());
        String::from_utf8(out).unwrap()
    }

    fn decoded(text: &str) -> Text {
        let mut out = Vec::new();
        push_decoded(&mut out, text.as_bytes());
        Text::from_wtf8(&out).unwrap()
    }

    #[test]
    fn every_ascii_character_is_written_in_long_text_as_alone() {
        for byte in 0..0x80_u8 {
            let alone = text(String::from(char::from(byte)));
            for at in [0, 31, 32, 70] {
                let long = format!("{:-<at$}{}{:-<70}", "", char::from(byte), "");
                assert_eq!(text(long), format!("{:-<at$}{alone}{:-<70}", "", ""), "{byte:#x} at {at}");
            }
        }
    }

    #[test]
    fn only_what_must_be_escaped_is() {
        assert_eq!(text("a \u{A0}\u{2028}é日\u{FFFD}"), "a \u{A0}\u{2028}é日\u{FFFD}");
        assert_eq!(
            text("\0\t\r\n\u{1F}\u{7F}\u{85}\u{9F}"),
            "_x0000__x0009__x000D__x000A__x001F__x007F__x0085__x009F_"
        );
        assert_eq!(text("<a b='1' c=\"2\">&]]>"), "&lt;a b='1' c=\"2\"&gt;&amp;]]&gt;");
        assert_eq!(text("\u{1F600}\u{10FFFF}"), "_xD83D__xDE00__xDBFF__xDFFF_");
        assert_eq!(text(Text::from_utf16(&[0xDE00, 0xD83D])), "_xDE00__xD83D_");
        assert_eq!(text("_x _X _ _y __x005F_"), "_x005F_x _x005F_X _ _y __x005F_x005F_");
        assert_eq!(text("\u{FFFE}\u{FFFF}"), "&#xFFFE;&#xFFFF;");
        let mut out = Vec::new();
        push_attribute(&mut out, b"\"'\n<");
        assert_eq!(out, b"&quot;'_x000A_&lt;");
    }

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(
            decoded("_x0041_ _x004a_ _X0041_ _x00411_ _x005F__x0041_"),
            Text::from("A J A _x00411_ _A")
        );
        assert_eq!(decoded("_x005F_x000A_"), Text::from("_x000A_"));
        assert_eq!(decoded("__x0041_x0042_"), Text::from("_Ax0042_"));
        assert_eq!(decoded("_xD83D__xDE00_"), Text::from("\u{1F600}"));
        assert_eq!(decoded("_xD83D_"), Text::from_utf16(&[0xD83D]));
        assert_eq!(decoded("_x00_x00G0_ _x004"), Text::from("_x00_x00G0_ _x004"));
    }

    #[test]
    fn every_unit_goes_through() {
        for unit in 0..=0xFFFF {
            let one = Text::from_utf16(&[unit]);
            if unit < 0xFFFE {
                let written =
                    text(one.clone()).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
                assert_eq!(decoded(&written), one, "{unit:x}");
            }
        }
    }
}
