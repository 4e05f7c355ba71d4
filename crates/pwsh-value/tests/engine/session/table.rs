//! The .NET types that the tests need, each with the few members that matter here.

use pwsh_value::datetime::{DateTimeKind, TimeSpan};
use pwsh_value::payload::{Dictionary, Elements, Keys, List};
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::parse_time_span;
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, method, property, property_rw};
use pwsh_value::{DateTime, Error, Obj, Result, Value};

fn todo(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(format!("{}", call.args.len())))
}

fn span_parse(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    parse_time_span(&text.to_str(), &Culture::invariant().number).map(Value::TimeSpan).map_err(|error| {
        let name = if error.to_string().contains("could not be parsed") {
            "System.OverflowException"
        } else {
            "System.FormatException"
        };
        Error::new(name, error.to_string())
    })
}

fn span_new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::TimeSpan(TimeSpan(call.long(0))))
}

fn date_parse(call: &mut Call<'_>) -> Result<Value> {
    let message = format!("String '{}' was not recognized as a valid DateTime.", call.str(0));
    Err(Error::new("System.FormatException", message))
}

fn date_new(call: &mut Call<'_>) -> Result<Value> {
    DateTime::new(call.long(0), DateTimeKind::Unspecified).map(Value::DateTime).ok_or_else(|| {
        let message = "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.";
        Error::new("System.ArgumentOutOfRangeException", format!("{message} (Parameter 'ticks')"))
    })
}

fn text_of_args(call: &mut Call<'_>) -> Result<Value> {
    let mut texts = Vec::new();
    for arg in call.args {
        texts.push(super::show(call.cx.as_any().downcast_mut().expect("a Session"), arg));
    }
    Ok(Value::str(texts.join("; ")))
}

macro_rules! chosen {
    ($name:ident, $text:literal) => {
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let args = text_of_args(call)?;
            Ok(Value::str(format!("{} <- {}", $text, args.as_string().unwrap())))
        }
    };
}

chosen!(f_int, "F(int)");
chosen!(f_long, "F(long)");
chosen!(f_double, "F(double)");
chosen!(f_string, "F(string)");
chosen!(f_params, "F(params string)");
chosen!(g_object, "G(object)");
chosen!(g_chars, "G(char[])");
chosen!(g_string, "G(string)");
chosen!(h_two, "H(string,int)");
chosen!(h_options, "H(string,DayOfWeek)");
chosen!(opt, "Opt");
chosen!(join_objects, "Join(params object)");
chosen!(join_strings, "Join(params string)");
chosen!(join_range, "Join(string[],int,int)");

fn generic(call: &mut Call<'_>) -> Result<Value> {
    let args = text_of_args(call)?;
    let types: Vec<String> = call.type_args.iter().map(|ty| ty.name().to_string()).collect();
    Ok(Value::str(format!("[{}] <- {}", types.join(","), args.as_string().unwrap())))
}

fn throws(_: &mut Call<'_>) -> Result<Value> {
    Err(Error::argument("bad thing.", "p"))
}

fn list_new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::new(call.ty.clone(), List::new(Elements::Values(Vec::new())))))
}

fn table_new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::new(call.ty.clone(), Dictionary::new(Keys::Exact))))
}

fn box_new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::new(call.ty.clone(), List::new(Elements::Values(vec![Value::Null])))))
}

fn width(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<List>().get(0).unwrap_or_default())
}

fn set_width(call: &mut Call<'_>) -> Result<Value> {
    call.this::<List>().set(0, call.args[0].clone());
    Ok(Value::Null)
}

const fn number(name: &'static str) -> FacadeType {
    FacadeType {
        interfaces: &["System.IComparable", "System.IConvertible", "System.IFormattable"],
        ..FacadeType::structure(name)
    }
}

macro_rules! types {
    ($($name:ident = $value:expr;)*) => {
        $(static $name: FacadeType = $value;)*
        pub static TYPES: &[&FacadeType] = &[$(&$name),*];
    };
}

types! {
    OBJECT = FacadeType { base: "", ..FacadeType::class("System.Object") };
    VALUE_TYPE = FacadeType::class("System.ValueType");
    ENUM = FacadeType { base: "System.ValueType", interfaces: &["System.IComparable"], ..FacadeType::class("System.Enum") };
    COMPARABLE = FacadeType::interface("System.IComparable");
    CONVERTIBLE = FacadeType::interface("System.IConvertible");
    FORMATTABLE = FacadeType::interface("System.IFormattable");
    ENUMERABLE = FacadeType::interface("System.Collections.IEnumerable");
    LIST_INTERFACE = FacadeType { interfaces: &["System.Collections.IEnumerable"], ..FacadeType::interface("System.Collections.IList") };
    DICTIONARY_INTERFACE = FacadeType { interfaces: &["System.Collections.IEnumerable"], ..FacadeType::interface("System.Collections.IDictionary") };
    GENERIC_ENUMERABLE = FacadeType { generic: &["T"], interfaces: &["System.Collections.IEnumerable"], ..FacadeType::interface("System.Collections.Generic.IEnumerable`1") };
    BOOLEAN = number("System.Boolean");
    CHAR = number("System.Char");
    SBYTE = number("System.SByte");
    BYTE = number("System.Byte");
    INT16 = number("System.Int16");
    UINT16 = number("System.UInt16");
    INT32 = number("System.Int32");
    UINT32 = number("System.UInt32");
    INT64 = number("System.Int64");
    UINT64 = number("System.UInt64");
    SINGLE = number("System.Single");
    DOUBLE = number("System.Double");
    DECIMAL = FacadeType { hooks: pwsh_value::ty::Hooks { default: Some(|| Value::from(rust_decimal_zero())), ..pwsh_value::ty::Hooks::NONE }, ..number("System.Decimal") };
    BIG = FacadeType { interfaces: &["System.IComparable"], ..FacadeType::structure("System.Numerics.BigInteger") };
    STRING = FacadeType { interfaces: &["System.IComparable", "System.IConvertible", "System.Collections.IEnumerable"], ..FacadeType::class("System.String") };
    ARRAY = FacadeType { interfaces: &["System.Collections.IList"], ..FacadeType::class("System.Array") };
    ARRAY_LIST = FacadeType { interfaces: &["System.Collections.IList"], ..FacadeType::class("System.Collections.ArrayList") };
    HASHTABLE = FacadeType { interfaces: &["System.Collections.IDictionary"], members: &[constructor("new()", table_new), constructor("new(int capacity)", table_new)], ..FacadeType::class("System.Collections.Hashtable") };
    GENERIC_LIST = FacadeType {
        generic: &["T"],
        interfaces: &["System.Collections.IList", "System.Collections.Generic.IEnumerable[T]"],
        members: &[constructor("new()", list_new), constructor("new(System.Collections.Generic.IEnumerable[T] collection)", list_new), constructor("new(int capacity)", list_new)],
        ..FacadeType::class("System.Collections.Generic.List`1")
    };
    DICTIONARY = FacadeType { generic: &["TKey", "TValue"], ..FacadeType::class("System.Collections.Generic.Dictionary`2") };
    NULLABLE = FacadeType { generic: &["T"], ..FacadeType::structure("System.Nullable`1") };
    DATE_TIME = FacadeType {
        interfaces: &["System.IComparable", "System.IConvertible", "System.IFormattable"],
        members: &[
            constructor("new(long ticks)", date_new),
            method("static datetime Parse(string s, System.IFormatProvider provider)", date_parse),
        ],
        ..FacadeType::structure("System.DateTime")
    };
    TIME_SPAN = FacadeType {
        interfaces: &["System.IComparable", "System.IFormattable"],
        members: &[
            constructor("new(long ticks)", span_new),
            method("static timespan Parse(string s, System.IFormatProvider formatProvider)", span_parse),
        ],
        ..FacadeType::structure("System.TimeSpan")
    };
    DAY_OF_WEEK = FacadeType::enumeration("System.DayOfWeek", &[("Sunday", 0), ("Monday", 1), ("Tuesday", 2), ("Wednesday", 3), ("Thursday", 4), ("Friday", 5), ("Saturday", 6)]);
    FILE_ATTRIBUTES = FacadeType::flags("System.IO.FileAttributes", &[
        ("None", 0), ("ReadOnly", 1), ("Hidden", 2), ("System", 4), ("Directory", 16), ("Archive", 32), ("Device", 64), ("Normal", 128), ("Temporary", 256),
        ("SparseFile", 512), ("ReparsePoint", 1024), ("Compressed", 2048), ("Offline", 4096), ("NotContentIndexed", 8192), ("Encrypted", 16384),
        ("IntegrityStream", 32768), ("NoScrubData", 131_072),
    ]);
    TYPE = FacadeType { kind: Kind::AbstractClass, ..FacadeType::class("System.Type") };
    RUNTIME_TYPE = FacadeType { base: "System.Type", ..FacadeType::class("System.RuntimeType") };
    CUSTOM_OBJECT = FacadeType::class("System.Management.Automation.PSCustomObject");
    SWITCH = FacadeType::structure("System.Management.Automation.SwitchParameter");
    PS_OBJECT = FacadeType::class("System.Management.Automation.PSObject");
    EXCEPTION = FacadeType::class("System.Exception");
    STRING_BUILDER = FacadeType { members: &[constructor("new(int capacity)", list_new), constructor("new(string value)", list_new)], ..FacadeType::class("System.Text.StringBuilder") };
    FOLDER = FacadeType::enumeration("System.Environment+SpecialFolder", &[("Desktop", 0)]);
    BOX = FacadeType {
        members: &[constructor("new()", box_new), property_rw("int Width {get;set;}", width, set_width), property("int Area {get;}", width)],
        ..FacadeType::class("Test.Box")
    };
    OVERLOADS = FacadeType {
        members: &[
            method("static string F(int a)", f_int),
            method("static string F(long a)", f_long),
            method("static string F(double a)", f_double),
            method("static string F(string a)", f_string),
            method("static string F(string a, Params string[] rest)", f_params),
            method("static string G(System.Object a)", g_object),
            method("static string G(char[] a)", g_chars),
            method("static string G(string a)", g_string),
            method("static string H(string a, int b)", h_two),
            method("static string H(string a, System.DayOfWeek b)", h_options),
            method("static string Opt(string a, int b = 7, bool c = True)", opt),
            method("static string Join(string separator, Params System.Object[] values)", join_objects),
            method("static string Join(string separator, Params string[] value)", join_strings),
            method("static string Join(string separator, string[] value, int startIndex, int count)", join_range),
            method("static string Of[T](T item, T[] others)", generic),
            method("static string All[T](System.Collections.Generic.IEnumerable[T] items)", generic),
            method("static void Throw(int a)", throws),
            method("static bool TryIt(string s, [ref] int result)", todo),
        ],
        ..FacadeType::class("Test.Overloads")
    };
}

fn rust_decimal_zero() -> rust_decimal::Decimal {
    rust_decimal::Decimal::ZERO
}
