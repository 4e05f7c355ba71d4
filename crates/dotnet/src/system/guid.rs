//! `System.Guid`.

use super::number_text::format_and_provider;
use crate::fault;
use crate::system::object;
use pwsh_value::payload::{Array, Guid, Reference};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Error, Obj, PsString, Result, Value};
use uuid::Uuid;

/// `System.Guid`.
pub static GUID: FacadeType = FacadeType {
    interfaces: &[
        "System.IFormattable",
        "System.IComparable",
        "System.IComparable[guid]",
        "System.IEquatable[guid]",
    ],
    members: &[
        constructor("new(byte[] b)", new),
        constructor("new(int a, short b, short c, byte[] d)", new),
        constructor(
            "new(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)",
            new,
        ),
        constructor("new(string g)", new),
        property("static guid AllBitsSet {get;}", all_bits_set),
        property("int Variant {get;}", variant),
        property("int Version {get;}", version),
        property("static guid Empty {get;}", empty),
        method("static guid Parse(string input)", parse),
        method("static bool TryParse(string input, [ref] guid result)", try_parse),
        method("static guid ParseExact(string input, string format)", parse_exact),
        method("byte[] ToByteArray()", to_byte_array),
        method("bool Equals(System.Object o)", object::equals),
        method("bool Equals(guid g)", object::equals),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(guid value)", object::compare_to),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("static guid Parse(string s, System.IFormatProvider provider)", parse),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] guid result)",
            try_parse,
        ),
        method("static guid NewGuid()", new_guid),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Guid")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(of(value).hyphenated().to_string().into())),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && of(a) == of(b))),
    hash_code: Some(|_, value| {
        let (high, low) = of(value).as_u64_pair();
        Ok((high ^ high >> 32 ^ low ^ low >> 32) as i32)
    }),
    compare: Some(|_, a, b| {
        if a.ty() != b.ty() {
            return Err(Error::argument("Object must be of type GUID.", "value"));
        }
        Ok(of(a).cmp(&of(b)) as i32)
    }),
    default: Some(|| Uuid::nil().into()),
    ..Hooks::NONE
};

fn of(value: &Value) -> Uuid {
    value.cell().and_then(|obj| obj.get::<Guid>()).map_or(Uuid::nil(), |guid| guid.payload().0)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if let Some(bytes) = call.payload::<Array>(0) {
        let bytes: Vec<u8> =
            bytes.to_vec().iter().filter_map(super::integer::whole).map(|n| n as u8).collect();
        let bytes: [u8; 16] = bytes
            .try_into()
            .map_err(|_| fault::argument("Byte array for Guid must be exactly 16 bytes long.", "b"))?;
        return Ok(Uuid::from_bytes_le(bytes).into());
    }
    if call.args.len() > 1 {
        let number = |index: usize| super::integer::whole(call.arg(index)).unwrap_or(0);
        let tail: Vec<u8> = match call.payload::<Array>(3) {
            Some(bytes) => bytes.to_vec().iter().filter_map(super::integer::whole).map(|n| n as u8).collect(),
            None => (3..call.args.len()).map(|index| number(index) as u8).collect(),
        };
        let tail: [u8; 8] = tail
            .try_into()
            .map_err(|_| fault::argument("Byte array for Guid must be exactly 8 bytes long.", "d"))?;
        return Ok(Uuid::from_fields(number(0) as u32, number(1) as u16, number(2) as u16, &tail).into());
    }
    if call.arg(0).is_null() {
        return Err(fault::null("g"));
    }
    Ok(read(&call.str(0).to_str())?.into())
}

fn empty(_: &mut Call<'_>) -> Result<Value> {
    Ok(Uuid::nil().into())
}

fn all_bits_set(_: &mut Call<'_>) -> Result<Value> {
    Ok(Uuid::max().into())
}

fn new_guid(_: &mut Call<'_>) -> Result<Value> {
    Ok(Uuid::new_v4().into())
}

/// Text in one of the formats N, D, B or P.
fn read(text: &str) -> Result<Uuid> {
    let trimmed = text.trim();
    if let Some(inner) = trimmed
        .strip_prefix('{')
        .and_then(|t| t.strip_suffix('}'))
        .or_else(|| trimmed.strip_prefix('(').and_then(|t| t.strip_suffix(')')))
    {
        return hyphenated(inner);
    }
    if trimmed.contains('-') {
        return hyphenated(trimmed);
    }
    if trimmed.len() != 32 {
        return Err(fault::format("Unrecognized Guid format."));
    }
    Uuid::try_parse(trimmed)
        .map_err(|_| fault::format("Guid string should only contain hexadecimal characters."))
}

fn hyphenated(text: &str) -> Result<Uuid> {
    let dashes: Vec<usize> = text.match_indices('-').map(|(at, _)| at).collect();
    if text.len() != 36 || dashes != [8, 13, 18, 23] {
        return Err(fault::format(
            "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
        ));
    }
    Uuid::try_parse(text)
        .map_err(|_| fault::format("Guid string should only contain hexadecimal characters."))
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("input"));
    }
    Ok(read(&call.str(0).to_str())?.into())
}

fn parse_exact(call: &mut Call<'_>) -> Result<Value> {
    parse(call)
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let parsed = read(&call.str(0).to_str()).ok();
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(parsed.unwrap_or_default().into());
    }
    Ok(parsed.is_some().into())
}

fn to_byte_array(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(of(call.this).to_bytes_le().to_vec()).into())
}

fn version(call: &mut Call<'_>) -> Result<Value> {
    Ok((of(call.this).get_version_num() as i32).into())
}

fn variant(call: &mut Call<'_>) -> Result<Value> {
    Ok(i32::from(of(call.this).as_bytes()[8] >> 4).into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, _) = format_and_provider(call);
    let id = of(call.this);
    let text: PsString = match &*format.to_str() {
        "" | "D" | "d" => id.hyphenated().to_string(),
        "N" | "n" => id.simple().to_string(),
        "B" | "b" => id.braced().to_string(),
        "P" | "p" => format!("({})", id.hyphenated()),
        "X" | "x" => {
            let (a, b, c, d) = id.as_fields();
            let tail: Vec<String> = d.iter().map(|byte| format!("0x{byte:02x}")).collect();
            format!("{{0x{a:08x},0x{b:04x},0x{c:04x},{{{}}}}}", tail.join(","))
        }
        _ => {
            let message = "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".";
            return Err(fault::format(message));
        }
    }
    .into();
    Ok(text.into())
}
