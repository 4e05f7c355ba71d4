//! The text of `System.Single` and `System.Double` ([MS-PSRP] 2.2.5.1.9 and 10): the shortest that reads back to the
//! same number, as .NET's format `R` has it, with XML Schema's words for what is no number.

use std::io::Write as _;

/// Decimal places before the point up to which .NET writes a number without an exponent.
const DOUBLE_PLACES: i32 = 17;
const SINGLE_PLACES: i32 = 9;

/// Appends a double's text.
pub(crate) fn push_double(out: &mut Vec<u8>, value: f64) {
    if value.is_finite() {
        push_finite(out, format_args!("{value:e}"), DOUBLE_PLACES);
    } else {
        push_special(out, value.is_nan(), value.is_sign_negative());
    }
}

/// Appends a single's text.
pub(crate) fn push_single(out: &mut Vec<u8>, value: f32) {
    if value.is_finite() {
        push_finite(out, format_args!("{value:e}"), SINGLE_PLACES);
    } else {
        push_special(out, value.is_nan(), value.is_sign_negative());
    }
}

fn push_special(out: &mut Vec<u8>, nan: bool, negative: bool) {
    out.extend_from_slice(match (nan, negative) {
        (true, _) => b"NaN",
        (false, true) => b"-INF",
        (false, false) => b"INF",
    });
}

/// `scientific` is Rust's `{:e}`: the shortest digits, as `-1.25e-7`.
fn push_finite(out: &mut Vec<u8>, scientific: std::fmt::Arguments<'_>, places: i32) {
    // 17 digits, sign, point and exponent of a double are at most 24 bytes
    let mut buffer = [0; 32];
    let mut cursor = &mut buffer[..];
    cursor.write_fmt(scientific).expect("the shortest text of a number is at most 24 bytes long");
    let length = 32 - cursor.len();
    let text = &buffer[..length];
    let (text, negative) = match text {
        [b'-', rest @ ..] => (rest, true),
        _ => (text, false),
    };
    let mark = text.iter().position(|&b| b == b'e').unwrap_or(text.len());
    let exponent: i32 = text
        .get(mark + 1..)
        .and_then(|e| std::str::from_utf8(e).ok())
        .and_then(|e| e.parse().ok())
        .unwrap_or(0);
    let mut digits = [0; 24];
    let mut count = 0;
    for &byte in text[..mark].iter().filter(|b| b.is_ascii_digit()) {
        digits[count] = byte;
        count += 1;
    }
    let digits = &digits[..count];

    if negative {
        out.push(b'-');
    }
    // digits that stand before the point when there is no exponent
    let before = exponent + 1;
    if before > places || before < -3 {
        out.push(digits[0]);
        if count > 1 {
            out.push(b'.');
            out.extend_from_slice(&digits[1..]);
        }
        out.extend_from_slice(if exponent < 0 { b"E-" } else { b"E+" });
        let exponent = exponent.unsigned_abs();
        if exponent >= 100 {
            out.push(b'0' + (exponent / 100) as u8);
        }
        out.extend_from_slice(&[b'0' + (exponent / 10 % 10) as u8, b'0' + (exponent % 10) as u8]);
    } else if before <= 0 {
        out.extend_from_slice(b"0.");
        out.extend(std::iter::repeat_n(b'0', before.unsigned_abs() as usize));
        out.extend_from_slice(digits);
    } else {
        let before = before as usize;
        out.extend_from_slice(&digits[..before.min(count)]);
        out.extend(std::iter::repeat_n(b'0', before.saturating_sub(count)));
        if before < count {
            out.push(b'.');
            out.extend_from_slice(&digits[before..]);
        }
    }
}

/// Reads a double as .NET's `XmlConvert.ToDouble` does.
pub(crate) fn read_double(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "INF" | "Infinity" => Some(f64::INFINITY),
        "-INF" | "-Infinity" => Some(f64::NEG_INFINITY),
        _ => plain(text)?.parse().ok(),
    }
}

/// Reads a single as .NET's `XmlConvert.ToSingle` does.
pub(crate) fn read_single(text: &str) -> Option<f32> {
    match text {
        "NaN" => Some(f32::NAN),
        "INF" | "Infinity" => Some(f32::INFINITY),
        "-INF" | "-Infinity" => Some(f32::NEG_INFINITY),
        _ => plain(text)?.parse().ok(),
    }
}

/// The text, unless it has something that Rust reads as a number and .NET does not.
fn plain(text: &str) -> Option<&str> {
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_are_written_as_dotnet_writes_them() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (0.1, "0.1"),
            (1.0 / 3.0, "0.3333333333333333"),
            (f64::MIN, "-1.7976931348623157E+308"),
            (5e-324, "5E-324"),
            (1e15, "1000000000000000"),
            (1e16, "10000000000000000"),
            (1e17, "1E+17"),
            (123456789012345680.0, "1.2345678901234568E+17"),
            (12345678901234567.0, "12345678901234568"),
            (1.5e-4, "0.00015"),
            (1e-5, "1E-05"),
            (1.5e-5, "1.5E-05"),
            (1234567.25, "1234567.25"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "INF"),
            (f64::NEG_INFINITY, "-INF"),
        ] {
            let mut out = Vec::new();
            push_double(&mut out, value);
            assert_eq!(String::from_utf8(out).unwrap(), text);
            assert_eq!(read_double(text).unwrap().to_bits(), value.to_bits(), "{text}");
        }
    }

    #[test]
    fn singles_are_written_as_dotnet_writes_them() {
        for (value, text) in [
            (1e8, "100000000"),
            (1e9, "1E+09"),
            (123456792.0, "123456790"),
            (16777216.0, "16777216"),
            (f32::MAX, "3.4028235E+38"),
            (1e-45, "1E-45"),
            (1.0 / 3.0, "0.33333334"),
            (1.5e-5, "1.5E-05"),
        ] {
            let mut out = Vec::new();
            push_single(&mut out, value);
            assert_eq!(String::from_utf8(out).unwrap(), text);
            assert_eq!(read_single(text).unwrap().to_bits(), value.to_bits(), "{text}");
        }
    }

    #[test]
    fn words_that_only_rust_reads_are_refused() {
        for text in ["", "inf", "nan", "infinity", "+NaN", "1_0", "0x1", " 1"] {
            assert!(read_double(text).is_none() && read_single(text).is_none(), "{text}");
        }
    }
}
