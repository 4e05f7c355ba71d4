//! `System.Xml.XmlWriterSettings`.

use crate::text::encoding::{encoding_object, encoding_of};
use parking_lot::Mutex;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Xml.XmlWriterSettings`.
pub static XML_WRITER_SETTINGS: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        property_rw("System.Text.Encoding Encoding {get;set;}", encoding, set_encoding),
        property_rw("bool OmitXmlDeclaration {get;set;}", omit_xml_declaration, set_omit_xml_declaration),
        property_rw("bool Indent {get;set;}", indent, set_indent),
        property_rw("string IndentChars {get;set;}", indent_chars, set_indent_chars),
        property_rw("string NewLineChars {get;set;}", new_line_chars, set_new_line_chars),
        property_rw(
            "bool NewLineOnAttributes {get;set;}",
            new_line_on_attributes,
            set_new_line_on_attributes,
        ),
        property_rw("bool CloseOutput {get;set;}", close_output, set_close_output),
        property_rw(
            "System.Xml.ConformanceLevel ConformanceLevel {get;set;}",
            conformance_level,
            set_conformance_level,
        ),
        method("void Reset()", reset),
        method("System.Xml.XmlWriterSettings Clone()", clone),
    ],
    ..FacadeType::class("System.Xml.XmlWriterSettings")
};

/// `System.Xml.ConformanceLevel`.
pub static CONFORMANCE_LEVEL: FacadeType =
    FacadeType::enumeration("System.Xml.ConformanceLevel", &[("Auto", 0), ("Fragment", 1), ("Document", 2)]);

/// How a writer writes.
#[derive(Clone)]
pub struct Settings {
    /// The encoding into streams and files, and whether a byte order mark comes first.
    pub encoding: (Encoding, bool),
    /// Whether a document begins without `<?xml ...?>`.
    pub omit_declaration: bool,
    /// Whether elements stand on lines of their own.
    pub indent: bool,
    /// What a level is indented by.
    pub indent_chars: String,
    /// What ends a line.
    pub new_line: String,
    /// Whether attributes stand on lines of their own.
    pub attribute_lines: bool,
    /// Whether closing closes the target.
    pub close_output: bool,
    /// `ConformanceLevel`: 1 for a fragment, which has no declaration.
    pub conformance: i64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            encoding: (Encoding::Utf8, true),
            omit_declaration: false,
            indent: false,
            indent_chars: "  ".into(),
            new_line: "\n".into(),
            attribute_lines: false,
            close_output: false,
            conformance: 2,
        }
    }
}

/// The payload.
struct SettingsObject(Mutex<Settings>);

impl Payload for SettingsObject {}

/// The settings in a value, the usual ones for what holds none.
pub fn settings_of(value: Option<&Value>) -> Settings {
    let object = value.and_then(|value| value.cell()).and_then(|obj| obj.get::<SettingsObject>());
    object.map(|object| object.0.lock().clone()).unwrap_or_default()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), SettingsObject(Mutex::default())).into())
}

fn get<T>(call: &Call<'_>, read: impl FnOnce(&Settings) -> T) -> T {
    read(&call.this::<SettingsObject>().0.lock())
}

fn set(call: &Call<'_>, change: impl FnOnce(&mut Settings)) -> Result<Value> {
    change(&mut call.this::<SettingsObject>().0.lock());
    Ok(Value::Void)
}

macro_rules! settings {
    ($($get:ident $set:ident = $field:ident: $read:ident;)*) => {$(
        fn $get(call: &mut Call<'_>) -> Result<Value> {
            Ok(get(call, |settings| settings.$field.clone()).into())
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            let value = $read(call);
            set(call, |settings| settings.$field = value)
        }
    )*};
}

fn truth(call: &Call<'_>) -> bool {
    call.bool(0)
}

fn text(call: &Call<'_>) -> String {
    call.str(0).to_string()
}

settings! {
    omit_xml_declaration set_omit_xml_declaration = omit_declaration: truth;
    indent set_indent = indent: truth;
    indent_chars set_indent_chars = indent_chars: text;
    new_line_chars set_new_line_chars = new_line: text;
    new_line_on_attributes set_new_line_on_attributes = attribute_lines: truth;
    close_output set_close_output = close_output: truth;
}

fn encoding(call: &mut Call<'_>) -> Result<Value> {
    let (encoding, mark) = get(call, |settings| settings.encoding);
    Ok(encoding_object(encoding, mark))
}

fn set_encoding(call: &mut Call<'_>) -> Result<Value> {
    let encoding = encoding_of(call.arg(0)).unwrap_or((Encoding::Utf8, true));
    set(call, |settings| settings.encoding = encoding)
}

fn conformance_level(call: &mut Call<'_>) -> Result<Value> {
    let level = get(call, |settings| settings.conformance);
    Ok(Value::enumeration(&named("System.Xml.ConformanceLevel"), level))
}

fn set_conformance_level(call: &mut Call<'_>) -> Result<Value> {
    let level = call.number(0);
    set(call, |settings| settings.conformance = level)
}

fn reset(call: &mut Call<'_>) -> Result<Value> {
    set(call, |settings| *settings = Settings::default())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    let copy = get(call, Settings::clone);
    let ty = call.this.ty().expect("settings").clone();
    Ok(Obj::new(ty, SettingsObject(Mutex::new(copy))).into())
}
