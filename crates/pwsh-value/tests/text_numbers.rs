//! Number text against tables that a real .NET 10 wrote (`fixtures/text/numbers.ps1`).

use num_bigint::BigInt;
use pwsh_value::text::culture::Culture;
use pwsh_value::text::number::parse::{self, NumberParseError};
use pwsh_value::text::number::{self, Number, NumberStyles};
use rust_decimal::Decimal;
use serde_json::Value;
use std::sync::Arc;

fn rows(name: &str) -> Vec<Vec<Value>> {
    let path = format!("{}/../../fixtures/text/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn culture(name: &str) -> Arc<Culture> {
    Culture::get(name).unwrap()
}

/// What .NET answered: the text or the error's text.
fn answer<'r>(text: &'r Value, error: &'r Value) -> Result<&'r str, &'r str> {
    text.as_str().ok_or_else(|| error.as_str().unwrap())
}

/// Fails with the first differences and their number.
fn report(differences: &[String], total: usize) {
    let shown: Vec<_> = differences.iter().take(60).map(String::as_str).collect();
    assert!(differences.is_empty(), "{} of {total} differ:\n{}", differences.len(), shown.join("\n"));
}

#[test]
fn every_format_gives_the_text_of_dotnet() {
    let rows = rows("number-format.jsonl");
    let mut differences = Vec::new();
    for row in &rows {
        let [kind, value, culture_name, format] = [0, 1, 2, 3].map(|at| row[at].as_str().unwrap());
        let culture = culture(culture_name);
        let info = &culture.number;
        let float = || value.parse::<f64>().unwrap();
        let big: BigInt;
        let decimal: Decimal;
        let number = match kind {
            "SByte" => value.parse::<i8>().unwrap().into(),
            "Byte" => value.parse::<u8>().unwrap().into(),
            "Int16" => value.parse::<i16>().unwrap().into(),
            "UInt16" => value.parse::<u16>().unwrap().into(),
            "Int32" => value.parse::<i32>().unwrap().into(),
            "UInt32" => value.parse::<u32>().unwrap().into(),
            "Int64" => value.parse::<i64>().unwrap().into(),
            "UInt64" => value.parse::<u64>().unwrap().into(),
            "BigInteger" => {
                big = value.parse().unwrap();
                Number::Big(&big)
            }
            "Decimal" => {
                decimal = value.parse().unwrap();
                Number::Decimal(&decimal)
            }
            "Double" => Number::Double(float()),
            "Single" => Number::Single(value.parse::<f32>().unwrap()),
            other => panic!("{other}"),
        };
        let mut out = String::new();
        let got = number::format_number(number, format, info, &mut out).map_err(|error| error.to_string());
        let got = got.map(|()| out.as_str());
        let wanted = answer(&row[4], &row[5]);
        if got.as_ref().map_err(String::as_str) != wanted.as_ref().map_err(|error| *error) {
            differences.push(format!("{kind} {value} '{format}' {culture_name}: {got:?}, .NET {wanted:?}"));
        }
    }
    report(&differences, rows.len());
}

#[test]
fn the_short_ways_give_the_text_of_the_empty_format() {
    for row in rows("number-format.jsonl") {
        let [kind, value, culture_name, format] = [0, 1, 2, 3].map(|at| row[at].as_str().unwrap());
        if !format.is_empty() {
            continue;
        }
        let culture = culture(culture_name);
        let mut out = String::new();
        match kind {
            "Int64" | "Int32" => number::write_integer(value.parse().unwrap(), &culture.number, &mut out),
            "UInt64" => number::write_unsigned(value.parse().unwrap(), &mut out),
            "Double" => number::write_double(value.parse().unwrap(), &culture.number, &mut out),
            "Single" => number::write_single(value.parse().unwrap(), &culture.number, &mut out),
            "Decimal" => number::write_decimal(&value.parse().unwrap(), &culture.number, &mut out),
            _ => continue,
        }
        assert_eq!(out, row[4].as_str().unwrap(), "{kind} {value} {culture_name}");
    }
}

#[test]
fn powershell_puts_fifteen_digits_into_a_string() {
    let info = &Culture::invariant().number;
    let double = |value| {
        let mut out = String::new();
        number::write_double_as_powershell(value, info, &mut out);
        out
    };
    assert_eq!(double(1.0 / 3.0), "0.333333333333333");
    assert_eq!(double(1e20), "1E+20");
    assert_eq!(double(1e15), "1E+15");
    assert_eq!(double(1_234_567_890_123_456.0), "1.23456789012346E+15");
    let single = |value| {
        let mut out = String::new();
        number::write_single_as_powershell(value, info, &mut out);
        out
    };
    assert_eq!(single(16_777_216.0), "1.677722E+07");
    assert_eq!(single(0.1), "0.1");
    assert_eq!(single(1e7), "1E+07");
}

/// The value in .NET's invariant text, or the error's text.
fn parsed(kind: &str, text: &str, styles: NumberStyles, culture: &Culture) -> Result<String, String> {
    let info = &culture.number;
    let plain = &Culture::invariant().number;
    let fail = |error: NumberParseError| error.to_string();
    let mut out = String::new();
    macro_rules! integer {
        ($type:ty) => {
            out.push_str(&parse::parse_integer::<$type>(text, styles, info).map_err(fail)?.to_string())
        };
    }
    match kind {
        "SByte" => integer!(i8),
        "Byte" => integer!(u8),
        "Int16" => integer!(i16),
        "UInt16" => integer!(u16),
        "Int32" => integer!(i32),
        "UInt32" => integer!(u32),
        "Int64" => integer!(i64),
        "UInt64" => integer!(u64),
        "BigInteger" => out.push_str(&parse::parse_big(text, styles, info).map_err(fail)?.to_string()),
        "Decimal" => {
            number::write_decimal(&parse::parse_decimal(text, styles, info).map_err(fail)?, plain, &mut out)
        }
        "Double" => {
            number::write_double(parse::parse_double(text, styles, info).map_err(fail)?, plain, &mut out)
        }
        "Single" => {
            number::write_single(parse::parse_single(text, styles, info).map_err(fail)?, plain, &mut out)
        }
        other => panic!("{other}"),
    }
    Ok(out)
}

#[test]
fn every_text_becomes_the_number_or_error_of_dotnet() {
    let rows = rows("number-parse.jsonl");
    let mut differences = Vec::new();
    for row in &rows {
        let [kind, text, culture_name] = [0, 1, 3].map(|at| row[at].as_str().unwrap());
        let styles = NumberStyles(row[2].as_u64().unwrap() as u32);
        let got = parsed(kind, text, styles, &culture(culture_name));
        let wanted = answer(&row[4], &row[5]);
        if got.as_ref().map(String::as_str).map_err(String::as_str) != wanted {
            differences
                .push(format!("{kind} {text:?} {:#x} {culture_name}: {got:?}, .NET {wanted:?}", styles.0));
        }
    }
    report(&differences, rows.len());
}
