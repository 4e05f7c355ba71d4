//! The `-Encoding` of the cmdlets of content.

use psjob_dotnet::text::encoding::encoding_of;
use pwsh_value::text::encoding::{Encoding, EncodingName};
use pwsh_value::{Context, Error, Result, Value, convert};

/// The encoding that an argument names, and whether a file begins with its mark; UTF-8 without where none is given.
///
/// # Errors
/// `ArgumentException` for a name that is none.
pub fn content_encoding(cx: &mut dyn Context, argument: &Value) -> Result<(Encoding, bool)> {
    if argument.is_null() {
        return Ok((Encoding::Utf8, false));
    }
    if let Some(given) = encoding_of(argument) {
        return Ok(given);
    }
    let text = convert::to_text(cx, argument)?.to_string();
    Ok(match text.to_ascii_lowercase().as_str() {
        "utf8" | "utf8nobom" => (Encoding::Utf8, false),
        "utf8bom" => (Encoding::Utf8, true),
        "unicode" => (Encoding::Utf16, true),
        "bigendianunicode" => (Encoding::Utf16BigEndian, true),
        "utf32" => (Encoding::Utf32, true),
        "bigendianutf32" => (Encoding::Utf32BigEndian, true),
        name => match EncodingName::find(name) {
            Some(found) => (found.encoding, false),
            None => {
                let text = format!("'{text}' is not a supported encoding name.");
                return Err(Error::argument(&text, "name"));
            }
        },
    })
}
