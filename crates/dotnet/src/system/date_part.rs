//! The reading of `DateOnly` and `TimeOnly`: a text that must hold one part of a date and nothing else.

use super::clock;
use super::date_time::{culture_and_styles, not_recognized};
use crate::fault;
use pwsh_value::payload::{Array, Reference};
use pwsh_value::text::date::{DateParseError, DateParser, ParsedDate, parse_exact, parse_exact_any};
use pwsh_value::ty::Call;
use pwsh_value::{Error, Result, Value};

/// What one of the two types is read by.
pub(super) struct DatePart {
    /// The type's name, as errors have it.
    pub name: &'static str,
    /// The format that `o` stands for.
    pub round_trip: &'static str,
    /// The format that `r` stands for.
    pub rfc1123: &'static str,
    /// The value of a text that holds the part alone.
    pub only: fn(&ParsedDate) -> Option<Value>,
    /// What a text that cannot be read leaves behind.
    pub zero: fn() -> Value,
}

/// Why a text is not the part.
enum Unread {
    Date(DateParseError),
    /// It holds another part too, or not this one.
    OtherParts(String),
}

impl DatePart {
    /// `Parse(s, provider, styles)`.
    pub fn parse(&self, call: &Call<'_>) -> Result<Value> {
        if call.arg(0).is_null() {
            return Err(fault::null("s"));
        }
        self.read(call).map_err(|reason| self.unread(reason))
    }

    /// `ParseExact(s, format or formats, provider, styles)`.
    pub fn parse_exact(&self, call: &Call<'_>) -> Result<Value> {
        if call.arg(0).is_null() {
            return Err(fault::null("s"));
        }
        self.read_exact(call).map_err(|reason| self.unread(reason))
    }

    /// `TryParse(s, provider, styles, [ref] result)`.
    pub fn try_parse(&self, call: &Call<'_>) -> Result<Value> {
        self.tried(call, self.read(call).ok())
    }

    /// `TryParseExact(s, format or formats, provider, styles, [ref] result)`.
    pub fn try_parse_exact(&self, call: &Call<'_>) -> Result<Value> {
        self.tried(call, self.read_exact(call).ok())
    }

    fn read(&self, call: &Call<'_>) -> Result<Value, Unread> {
        let (culture, styles) = culture_and_styles(call, 1);
        let text = call.str(0);
        let text = text.to_str();
        let parser = DateParser { info: &culture.date, today: clock::now(call.cx), styles };
        self.alone(&parser.parse(&text).map_err(Unread::Date)?, &text)
    }

    fn read_exact(&self, call: &Call<'_>) -> Result<Value, Unread> {
        let (culture, styles) = culture_and_styles(call, 2);
        let (text, today) = (call.str(0), clock::now(call.cx));
        let text = text.to_str();
        let standard = |format: String| match &*format {
            "o" | "O" => self.round_trip.to_owned(),
            "r" | "R" => self.rfc1123.to_owned(),
            _ => format,
        };
        let parsed = match call.payload::<Array>(1) {
            Some(formats) => {
                let formats: Vec<String> = formats
                    .to_vec()
                    .iter()
                    .filter_map(|f| Some(standard(f.as_string()?.to_string())))
                    .collect();
                parse_exact_any(&text, formats.iter().map(String::as_str), &culture.date, today, styles)
            }
            None => parse_exact(&text, &standard(call.str(1).to_string()), &culture.date, today, styles),
        };
        self.alone(&parsed.map_err(Unread::Date)?, &text)
    }

    fn alone(&self, parsed: &ParsedDate, text: &str) -> Result<Value, Unread> {
        (self.only)(parsed).ok_or_else(|| Unread::OtherParts(text.to_owned()))
    }

    fn unread(&self, reason: Unread) -> Error {
        let name = self.name;
        match reason {
            Unread::Date(DateParseError::NotRecognized { text }) => {
                fault::format(format!("String '{text}' was not recognized as a valid {name}."))
            }
            Unread::Date(error) => not_recognized(error),
            Unread::OtherParts(text) => fault::format(format!(
                "String '{text}' was not recognized as a valid {name} because it contains parts which are not specific to the {name}."
            )),
        }
    }

    fn tried(&self, call: &Call<'_>, parsed: Option<Value>) -> Result<Value> {
        let found = parsed.is_some();
        if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
            slot.set(parsed.unwrap_or_else(self.zero));
        }
        Ok(found.into())
    }
}
