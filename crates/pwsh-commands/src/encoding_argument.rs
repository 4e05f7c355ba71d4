//! The `-Encoding` of the cmdlets that write and read files.

use psjob_dotnet::text::encoding::encoding_of;
use pwsh_value::text::encoding::{Encoding, EncodingName};
use pwsh_value::{Context, Error, Result, Value, convert};

/// The encoding that an argument names (by PowerShell's name or .NET's, by code page, or as an encoding object), and
/// whether a new file begins with its byte order mark; UTF-8 without where none is given.
///
/// # Errors
/// `ArgumentException` for a name that is none.
pub fn encoding_argument(cx: &mut dyn Context, argument: &Value) -> Result<(Encoding, bool)> {
    if argument.is_null() {
        return Ok((Encoding::Utf8, false));
    }
    if let Some(given) = encoding_of(argument) {
        return Ok(given);
    }
    let text = convert::to_text(cx, argument)?.to_string();
    Ok(match text.to_ascii_lowercase().as_str() {
        "utf8" | "utf8nobom" | "default" | "oem" => (Encoding::Utf8, false),
        "utf8bom" => (Encoding::Utf8, true),
        "ascii" => (Encoding::Ascii, false),
        "ansi" => (Encoding::Windows1252, false),
        "unicode" | "string" | "unknown" => (Encoding::Utf16, true),
        "bigendianunicode" => (Encoding::Utf16BigEndian, true),
        "utf32" => (Encoding::Utf32, true),
        "bigendianutf32" => (Encoding::Utf32BigEndian, true),
        name => {
            let known = match name.parse() {
                Ok(page) => EncodingName::find_code_page(page),
                Err(_) => EncodingName::find(name),
            };
            let known = known.ok_or_else(|| {
                let message = format!("'{text}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.");
                Error::argument(&message, "name")
            })?;
            (known.encoding, known.encoding != Encoding::Utf8)
        }
    })
}
