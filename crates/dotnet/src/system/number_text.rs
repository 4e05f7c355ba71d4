//! What all number types share: reading with styles and culture, writing with format and culture.

use crate::fault;
use crate::globalization::provider::culture_of;
use pwsh_value::payload::Reference;
use pwsh_value::text::culture::Culture;
use pwsh_value::text::number::parse::NumberParseError;
use pwsh_value::text::number::{InvalidNumberStyles, Number, NumberFormatError, NumberStyles, format_number};
use pwsh_value::ty::Call;
use pwsh_value::{Context, Error, PsString, Result, Value};
use std::sync::Arc;

/// The exception of a text that is no number.
pub fn parse_error(error: &NumberParseError) -> Error {
    match error {
        NumberParseError::Format { .. } | NumberParseError::BigFormat => fault::format(error.to_string()),
        NumberParseError::Overflow { .. } => fault::overflow(error.to_string()),
    }
}

/// The exception of styles that do not go together.
pub fn style_error(error: InvalidNumberStyles) -> Error {
    Error::new("System.ArgumentException", error.to_string())
}

/// The exception of a format that the number does not take.
pub fn format_error(error: NumberFormatError) -> Error {
    match error {
        NumberFormatError::OutOfMemory => Error::new("System.OutOfMemoryException", error.to_string()),
        NumberFormatError::InvalidSpecifier => fault::format(error.to_string()),
    }
}

/// `number` in `format` of a culture.
pub fn formatted(number: Number<'_>, format: &str, culture: &Culture) -> Result<PsString> {
    let mut text = String::new();
    format_number(number, format, &culture.number, &mut text).map_err(format_error)?;
    Ok(text.into())
}

/// `ToString()`, `(format)`, `(provider)` and `(format, provider)` of a number.
pub fn to_string(call: &mut Call<'_>, number: Number<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    Ok(formatted(number, &format.to_str(), &culture_of(call.cx, provider))?.into())
}

/// The arguments of an `IFormattable.ToString`, in any of its overloads.
pub fn format_and_provider<'a>(call: &Call<'a>) -> (PsString, &'a Value) {
    let is_format = call.args.len() > 1 || call.args.first().is_some_and(|arg| arg.as_string().is_some());
    let format = if is_format { call.str(0) } else { PsString::empty() };
    let provider = match call.args.last() {
        Some(last) if call.args.len() > 1 || !is_format => last.unwrapped(),
        _ => &Value::Null,
    };
    (format, provider)
}

/// The text of a plain `ToString()` hook in the session's culture.
pub fn text_hook(cx: &mut dyn Context, number: Number<'_>) -> Result<PsString> {
    formatted(number, "", &culture_of(cx, &Value::Null))
}

/// The text, styles and culture of a `Parse` or `TryParse` call.
pub struct ParseArguments {
    /// The text; `None` for null.
    pub text: Option<PsString>,
    /// The styles, as given or the type's own.
    pub styles: NumberStyles,
    /// The culture.
    pub culture: Arc<Culture>,
    result: Option<usize>,
}

impl ParseArguments {
    /// Reads the arguments; `usual` are the styles without an argument.
    pub fn of(call: &Call<'_>, usual: NumberStyles) -> ParseArguments {
        let mut styles = usual;
        let (mut provider, mut result) = (&Value::Null, None);
        for (index, arg) in call.args.iter().enumerate().skip(1) {
            if call.payload::<pwsh_value::payload::EnumNumber>(index).is_some() {
                styles = NumberStyles(call.number(index) as u32);
            } else if call.payload::<Reference>(index).is_some() {
                result = Some(index);
            } else {
                provider = arg;
            }
        }
        let text = call.arg(0).as_string().cloned();
        ParseArguments { text, styles, culture: culture_of(call.cx, provider), result }
    }

    /// The result of a `Parse`.
    pub fn parse<T>(
        &self,
        parameter: &str,
        parse: impl FnOnce(&str, &ParseArguments) -> Result<T, NumberParseError>,
    ) -> Result<T> {
        let Some(text) = &self.text else { return Err(fault::null(parameter)) };
        parse(&text.to_str(), self).map_err(|error| parse_error(&error))
    }

    /// The result of a `TryParse`: stores the number, or `zero` if the text is none.
    pub fn try_parse<T: Into<Value>>(
        &self,
        call: &Call<'_>,
        zero: T,
        parse: impl FnOnce(&str, &ParseArguments) -> Result<T, NumberParseError>,
    ) -> Result<Value> {
        let parsed = self.text.as_ref().and_then(|text| parse(&text.to_str(), self).ok());
        let found = parsed.is_some();
        if let Some(result) = self.result.and_then(|index| call.payload::<Reference>(index)) {
            result.set(parsed.unwrap_or(zero).into());
        }
        Ok(found.into())
    }
}
