//! `System.Text.Encoding`.

use crate::fault;
use crate::system::bit_converter::bytes_argument;
use crate::system::object;
use pwsh_value::payload::Array;
use pwsh_value::text::encoding::{Encoding, EncodingName};
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, known, method, named, property};
use pwsh_value::{Error, Obj, Payload, PsString, Result, Value};

/// `System.Text.Encoding`.
pub static ENCODING: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.ICloneable"],
    members: &[
        property("static System.Text.Encoding Default {get;}", default),
        property("string BodyName {get;}", body_name),
        property("string EncodingName {get;}", encoding_name),
        property("string HeaderName {get;}", header_name),
        property("string WebName {get;}", web_name),
        property("int WindowsCodePage {get;}", windows_code_page),
        property("bool IsSingleByte {get;}", is_single_byte),
        property("bool IsReadOnly {get;}", is_read_only),
        property("static System.Text.Encoding ASCII {get;}", ascii),
        property("static System.Text.Encoding Latin1 {get;}", latin1),
        property("int CodePage {get;}", code_page),
        property("static System.Text.Encoding Unicode {get;}", unicode),
        property("static System.Text.Encoding BigEndianUnicode {get;}", big_endian_unicode),
        property("static System.Text.Encoding UTF8 {get;}", utf8),
        property("static System.Text.Encoding UTF32 {get;}", utf32),
        method("static System.Text.Encoding GetEncoding(int codepage)", get_encoding),
        method("static System.Text.Encoding GetEncoding(string name)", get_encoding),
        method("byte[] GetPreamble()", get_preamble),
        method("System.Object Clone()", clone),
        method("int GetByteCount(char[] chars)", get_byte_count),
        method("int GetByteCount(string s)", get_byte_count),
        method("int GetByteCount(char[] chars, int index, int count)", get_byte_count),
        method("int GetByteCount(string s, int index, int count)", get_byte_count),
        method("byte[] GetBytes(char[] chars)", get_bytes),
        method("byte[] GetBytes(char[] chars, int index, int count)", get_bytes),
        method(
            "int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)",
            get_bytes,
        ),
        method("byte[] GetBytes(string s)", get_bytes),
        method("byte[] GetBytes(string s, int index, int count)", get_bytes),
        method(
            "int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)",
            get_bytes,
        ),
        method("int GetCharCount(byte[] bytes)", get_char_count),
        method("int GetCharCount(byte[] bytes, int index, int count)", get_char_count),
        method("char[] GetChars(byte[] bytes)", get_chars),
        method("char[] GetChars(byte[] bytes, int index, int count)", get_chars),
        method(
            "int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)",
            get_chars,
        ),
        method("int GetMaxByteCount(int charCount)", get_max_byte_count),
        method("int GetMaxCharCount(int byteCount)", get_max_char_count),
        method("static System.Text.EncodingInfo[] GetEncodings()", get_encodings),
        method(
            "static byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)",
            convert,
        ),
        method("string GetString(byte[] bytes)", get_string),
        method("string GetString(byte[] bytes, int index, int count)", get_string),
        method("bool Equals(System.Object value)", object::equals),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Text.Encoding")
};
/// `System.Text.UTF8Encoding`.
pub static UTF8_ENCODING: FacadeType = FacadeType {
    base: "System.Text.Encoding",
    members: &[
        constructor("new()", utf8_new),
        constructor("new(bool encoderShouldEmitUTF8Identifier)", utf8_new),
        constructor("new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)", utf8_new),
        method("int GetMaxByteCount(int charCount)", get_max_byte_count),
        method("byte[] GetPreamble()", get_preamble),
        method("bool Equals(System.Object value)", object::equals),
    ],
    ..FacadeType::class("System.Text.UTF8Encoding")
};
/// `System.Text.UnicodeEncoding`.
pub static UNICODE_ENCODING: FacadeType = FacadeType {
    base: "System.Text.Encoding",
    members: &[
        constructor("new()", unicode_new),
        constructor("new(bool bigEndian, bool byteOrderMark)", unicode_new),
        constructor("new(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)", unicode_new),
        method("byte[] GetPreamble()", get_preamble),
        method("int GetMaxByteCount(int charCount)", get_max_byte_count),
        method("bool Equals(System.Object value)", object::equals),
    ],
    ..FacadeType::class("System.Text.UnicodeEncoding")
};
/// `System.Text.UTF32Encoding`.
pub static UTF32_ENCODING: FacadeType = FacadeType {
    base: "System.Text.Encoding",
    members: &[
        constructor("new()", utf32_new),
        constructor("new(bool bigEndian, bool byteOrderMark)", utf32_new),
        constructor("new(bool bigEndian, bool byteOrderMark, bool throwOnInvalidCharacters)", utf32_new),
        method("int GetMaxByteCount(int charCount)", get_max_byte_count),
        method("byte[] GetPreamble()", get_preamble),
        method("bool Equals(System.Object value)", object::equals),
    ],
    ..FacadeType::class("System.Text.UTF32Encoding")
};
/// `System.Text.ASCIIEncoding`.
pub static ASCII_ENCODING: FacadeType = FacadeType {
    base: "System.Text.Encoding",
    members: &[
        constructor("new()", ascii_new),
        property("bool IsSingleByte {get;}", is_single_byte),
        method("int GetMaxByteCount(int charCount)", get_max_byte_count),
    ],
    ..FacadeType::class("System.Text.ASCIIEncoding")
};
/// `System.Text.Latin1Encoding`.
pub static LATIN1_ENCODING: FacadeType =
    FacadeType { base: "System.Text.Encoding", ..FacadeType::class("System.Text.Latin1Encoding") };

const HOOKS: Hooks = Hooks {
    equals: Some(|_, a, b| Ok(of(b).is_some() && of(a) == of(b))),
    hash_code: Some(|_, value| {
        Ok(of(value).map_or(0, |(e, mark)| EncodingName::of(e).code_page as i32 ^ i32::from(mark)))
    }),
    ..Hooks::NONE
};

/// The payload of an encoding: which, and whether its preamble is a byte order mark.
struct EncodingObject {
    encoding: Encoding,
    mark: bool,
}

impl Payload for EncodingObject {}

fn of(value: &Value) -> Option<(Encoding, bool)> {
    value.cell().and_then(|obj| obj.get::<EncodingObject>()).map(|e| (e.encoding, e.mark))
}

/// The encoding in a value and whether it writes a byte order mark; `None` for what is none.
pub fn encoding_of(value: &Value) -> Option<(Encoding, bool)> {
    of(value)
}

/// An encoding object; `mark`: whether its preamble is a byte order mark.
pub fn encoding_object(encoding: Encoding, mark: bool) -> Value {
    let ty = match encoding {
        Encoding::Utf8 => "System.Text.UTF8Encoding",
        Encoding::Utf16 | Encoding::Utf16BigEndian => "System.Text.UnicodeEncoding",
        Encoding::Utf32 | Encoding::Utf32BigEndian => "System.Text.UTF32Encoding",
        Encoding::Ascii => "System.Text.ASCIIEncoding",
        Encoding::Latin1 => "System.Text.Latin1Encoding",
        Encoding::Windows1252 => "System.Text.Encoding",
    };
    Obj::new(named(ty), EncodingObject { encoding, mark }).into()
}

fn made(call: &Call<'_>, encoding: Encoding, mark: bool) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), EncodingObject { encoding, mark }).into())
}

/// A bool argument that may be left out.
fn flag(call: &Call<'_>, index: usize) -> Option<bool> {
    call.args.get(index).map(|_| call.bool(index))
}

fn utf8_new(call: &mut Call<'_>) -> Result<Value> {
    made(call, Encoding::Utf8, flag(call, 0).unwrap_or(false))
}

fn unicode_new(call: &mut Call<'_>) -> Result<Value> {
    let big_endian = flag(call, 0).unwrap_or(false);
    let encoding = if big_endian { Encoding::Utf16BigEndian } else { Encoding::Utf16 };
    made(call, encoding, flag(call, 1).unwrap_or(true))
}

fn utf32_new(call: &mut Call<'_>) -> Result<Value> {
    let big_endian = flag(call, 0).unwrap_or(false);
    let encoding = if big_endian { Encoding::Utf32BigEndian } else { Encoding::Utf32 };
    made(call, encoding, flag(call, 1).unwrap_or(true))
}

fn ascii_new(call: &mut Call<'_>) -> Result<Value> {
    made(call, Encoding::Ascii, false)
}

macro_rules! encodings {
    ($($name:ident = $encoding:ident, $mark:literal;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok(encoding_object(Encoding::$encoding, $mark))
        }
    )*};
}

encodings! {
    utf8 = Utf8, true;
    unicode = Utf16, true;
    big_endian_unicode = Utf16BigEndian, true;
    utf32 = Utf32, true;
    ascii = Ascii, false;
    latin1 = Latin1, false;
    default = Utf8, false;
}

fn get_encoding(call: &mut Call<'_>) -> Result<Value> {
    let found = match call.arg(0) {
        Value::Int32(code_page) => {
            let code_page = *code_page;
            let found = u32::try_from(code_page).ok().and_then(EncodingName::find_code_page);
            found.ok_or_else(|| {
                Error::new("System.NotSupportedException", format!("No data is available for encoding {code_page}. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method."))
            })?
        }
        _ => {
            let name = call.str(0);
            EncodingName::find(&name.to_str()).ok_or_else(|| {
                let message = format!("'{name}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.");
                fault::argument(&message, "name")
            })?
        }
    };
    let mark = !found.encoding.byte_order_mark().is_empty();
    Ok(encoding_object(found.encoding, mark))
}

fn this(call: &Call<'_>) -> Encoding {
    call.this::<EncodingObject>().encoding
}

fn names(call: &Call<'_>) -> EncodingName {
    EncodingName::of(this(call))
}

fn web_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(names(call).web_name.into())
}

fn body_name(call: &mut Call<'_>) -> Result<Value> {
    web_name(call)
}

fn header_name(call: &mut Call<'_>) -> Result<Value> {
    web_name(call)
}

fn encoding_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(names(call).english_name.into())
}

fn code_page(call: &mut Call<'_>) -> Result<Value> {
    Ok((names(call).code_page as i32).into())
}

fn windows_code_page(call: &mut Call<'_>) -> Result<Value> {
    Ok((names(call).windows_code_page as i32).into())
}

fn is_single_byte(call: &mut Call<'_>) -> Result<Value> {
    Ok(matches!(this(call), Encoding::Ascii | Encoding::Latin1 | Encoding::Windows1252).into())
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn get_preamble(call: &mut Call<'_>) -> Result<Value> {
    let encoding = call.this::<EncodingObject>();
    let mark = if encoding.mark { encoding.encoding.byte_order_mark() } else { &[] };
    Ok(Obj::bytes(mark.to_vec()).into())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    let encoding = call.this::<EncodingObject>();
    Ok(encoding_object(encoding.encoding, encoding.mark))
}

/// Start and count in the arguments after the first; all where there are none.
fn range(call: &Call<'_>, length: usize) -> Result<(usize, usize)> {
    if call.args.len() < 3 {
        return Ok((0, length));
    }
    let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
    range.filter(|(start, count)| start + count <= length).ok_or_else(|| {
        let message = "Index and count must refer to a location within the buffer.";
        fault::out_of_range(message, "index")
    })
}

/// The characters in the first argument, text or `char[]`.
fn source(call: &Call<'_>) -> Result<PsString> {
    let text = match call.arg(0) {
        Value::String(text) => text.clone(),
        _ => {
            let Some(array) = call.payload::<Array>(0) else { return Err(fault::null("s")) };
            let units: Vec<u16> = array
                .to_vec()
                .iter()
                .filter_map(|v| if let Value::Char(u) = v { Some(*u) } else { None })
                .collect();
            PsString::from_utf16(&units)
        }
    };
    let (start, count) = range(call, text.len())?;
    Ok(text.substring(start, count))
}

fn encoded(call: &Call<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    this(call).encode(source(call)?.as_wtf8(), &mut bytes);
    Ok(bytes)
}

fn get_bytes(call: &mut Call<'_>) -> Result<Value> {
    let bytes = encoded(call)?;
    if let Some(target) = call.args.get(3).and_then(|value| value.cell()?.get::<Array>()) {
        let at = usize::try_from(call.int(4)).ok().filter(|at| at + bytes.len() <= target.len());
        let message = "The output byte buffer is too small to contain the encoded data.";
        let at = at.ok_or_else(|| fault::argument(message, "bytes"))?;
        for (offset, byte) in bytes.iter().enumerate() {
            target.set(at + offset, Value::UInt8(*byte));
        }
        return Ok((bytes.len() as i32).into());
    }
    Ok(Obj::bytes(bytes).into())
}

fn get_byte_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((encoded(call)?.len() as i32).into())
}

fn decoded(call: &Call<'_>) -> Result<String> {
    let Some(array) = call.payload::<Array>(0) else { return Err(fault::null("bytes")) };
    let bytes: Vec<u8> =
        array.to_vec().iter().filter_map(|v| if let Value::UInt8(b) = v { Some(*b) } else { None }).collect();
    let (start, count) = range(call, bytes.len())?;
    let mut text = String::new();
    this(call).decode(&bytes[start..start + count], &mut text);
    Ok(text)
}

fn get_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(decoded(call)?.into())
}

fn get_chars(call: &mut Call<'_>) -> Result<Value> {
    let units = decoded(call)?.encode_utf16().map(Value::Char).collect();
    Ok(Obj::typed_array(&known().char, units).into())
}

fn get_char_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((decoded(call)?.encode_utf16().count() as i32).into())
}

fn get_max_byte_count(call: &mut Call<'_>) -> Result<Value> {
    let count = i64::from(call.int(0)) + 1;
    let each = match this(call) {
        Encoding::Utf8 => 3,
        Encoding::Utf16 | Encoding::Utf16BigEndian => 2,
        Encoding::Utf32 | Encoding::Utf32BigEndian => 4,
        _ => 1,
    };
    Ok(((count * each) as i32).into())
}

fn get_max_char_count(call: &mut Call<'_>) -> Result<Value> {
    let count = i64::from(call.int(0));
    Ok((match this(call) {
        Encoding::Utf8 => count + 1,
        Encoding::Utf16 | Encoding::Utf16BigEndian => (count >> 1) + (count & 1) + 1,
        Encoding::Utf32 | Encoding::Utf32BigEndian => count / 2 + 2,
        _ => count,
    } as i32)
        .into())
}

/// `System.Text.EncodingInfo`.
pub static ENCODING_INFO: FacadeType = FacadeType {
    members: &[
        property("int CodePage {get;}", code_page),
        property("string Name {get;}", web_name),
        property("string DisplayName {get;}", encoding_name),
        method("System.Text.Encoding GetEncoding()", clone),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Text.EncodingInfo")
};

fn get_encodings(_: &mut Call<'_>) -> Result<Value> {
    let info = named("System.Text.EncodingInfo");
    let made = |name: &EncodingName| {
        let mark = !name.encoding.byte_order_mark().is_empty();
        Obj::new(info.clone(), EncodingObject { encoding: name.encoding, mark }).into()
    };
    Ok(Obj::typed_array(&info, EncodingName::all().iter().map(made).collect()).into())
}

fn convert(call: &mut Call<'_>) -> Result<Value> {
    let (Some((from, _)), Some((to, _))) = (of(call.arg(0)), of(call.arg(1))) else {
        return Err(fault::null("srcEncoding"));
    };
    let (mut text, mut bytes) = (String::new(), Vec::new());
    from.decode(&bytes_argument(call, 2, "bytes")?, &mut text);
    to.encode(text.as_bytes(), &mut bytes);
    Ok(Obj::bytes(bytes).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn text_to_bytes_and_back() {
        let mut rt = Runtime::new();
        let utf8 = rt.get_static("System.Text.Encoding", "UTF8");
        let bytes = rt.call(&utf8, "GetBytes", &["aé".into()]).unwrap();
        assert_eq!(rt.text(&bytes), "97 195 169");
        assert_eq!(rt.call_text(&utf8, "GetString", &[bytes]), "aé");
    }
}
