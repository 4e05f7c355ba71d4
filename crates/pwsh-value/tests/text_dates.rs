//! Date text against tables that a real .NET 10 wrote (`fixtures/text/dates.ps1`).

use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::{self, DateParser, DateTimeStyles, Zone};
use pwsh_value::{DateTime, DateTimeKind, TimeSpan};
use serde_json::Value;
use std::sync::Arc;

fn rows(name: &str) -> Vec<Vec<Value>> {
    let path = format!("{}/../../fixtures/text/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn culture(name: &Value) -> Arc<Culture> {
    Culture::get(name.as_str().unwrap()).unwrap()
}

/// Collects what differs from .NET's answer, the text or the error's text.
#[derive(Default)]
struct Comparison {
    total: usize,
    differences: Vec<String>,
}

impl Comparison {
    fn row(&mut self, row: &[Value], got: Result<String, String>) {
        let [text, error] = &row[row.len() - 2..] else { panic!("{row:?}") };
        let wanted = text.as_str().map(String::from).ok_or_else(|| error.as_str().unwrap().to_owned());
        self.total += 1;
        if got != wanted {
            self.differences.push(format!("{:?}: {got:?}, .NET {wanted:?}", &row[..row.len() - 2]));
        }
    }

    fn finish(self) {
        let shown: Vec<_> = self.differences.iter().take(80).map(String::as_str).collect();
        assert!(
            shown.is_empty(),
            "{} of {} differ:\n{}",
            self.differences.len(),
            self.total,
            shown.join("\n")
        );
    }
}

fn kind(number: i64) -> DateTimeKind {
    [DateTimeKind::Unspecified, DateTimeKind::Utc, DateTimeKind::Local][number as usize]
}

#[test]
fn every_format_gives_the_text_of_dotnet() {
    let mut comparison = Comparison::default();
    for row in rows("date-format.jsonl") {
        let ticks = row[1].as_i64().unwrap();
        let extra = row[2].as_i64().unwrap();
        let culture = culture(&row[3]);
        let info = &culture.date;
        let format = row[4].as_str().unwrap();
        let mut out = String::new();
        let written = match row[0].as_str().unwrap() {
            "DateTime" => {
                let value = DateTime::new(ticks, kind(extra)).unwrap();
                date::write_date_time(value, format, info, &Zone::utc(), &mut out)
            }
            "DateTimeOffset" => {
                let clock = DateTime::new(ticks, DateTimeKind::Unspecified).unwrap();
                date::write_date_time_offset(clock, TimeSpan(extra), format, info, &mut out)
            }
            "DateOnly" => date::write_date_only(ticks as i32, format, info, &mut out),
            _ => date::write_time_only(ticks, format, info, &mut out),
        };
        comparison.row(&row, written.map(|()| out).map_err(|error| error.to_string()));
    }
    comparison.finish();
}

#[test]
fn every_text_becomes_the_date_or_error_of_dotnet() {
    let mut comparison = Comparison::default();
    let rows = rows("date-parse.jsonl");
    let today = DateTime::new(rows[0][0].as_i64().unwrap(), DateTimeKind::Local).unwrap();
    for row in &rows[1..] {
        let [how, text, format] = [0, 1, 2].map(|at| row[at].as_str().unwrap());
        let styles = DateTimeStyles(row[3].as_u64().unwrap() as u32);
        let culture = culture(&row[4]);
        let info = &culture.date;
        let parsed = match how {
            "parse" => DateParser { info, today, styles }.parse(text),
            _ => date::parse_exact(text, format, info, today, styles),
        };
        let got = parsed
            .and_then(|parsed| parsed.to_date_time(styles, &Zone::utc(), text))
            .map(|date| format!("{} {}", date.ticks(), date.kind() as u8))
            .map_err(|error| error.to_string());
        comparison.row(row, got);
    }
    comparison.finish();
}

#[test]
fn every_time_span_gives_the_text_of_dotnet() {
    let mut comparison = Comparison::default();
    for row in rows("timespan-format.jsonl") {
        let culture = culture(&row[1]);
        let mut out = String::new();
        let value = TimeSpan(row[0].as_i64().unwrap());
        let written = date::write_time_span(value, row[2].as_str().unwrap(), &culture.number, &mut out);
        comparison.row(&row, written.map(|()| out).map_err(|error| error.to_string()));
    }
    comparison.finish();
}

#[test]
fn every_text_becomes_the_time_span_or_error_of_dotnet() {
    let mut comparison = Comparison::default();
    for row in rows("timespan-parse.jsonl") {
        let [how, text, format] = [0, 1, 2].map(|at| row[at].as_str().unwrap());
        let culture = culture(&row[3]);
        let parsed = match how {
            "parse" => date::parse_time_span(text, &culture.number),
            _ => date::parse_time_span_exact(text, format, &culture.number, false),
        };
        comparison.row(&row, parsed.map(|span| span.0.to_string()).map_err(|error| error.to_string()));
    }
    comparison.finish();
}
