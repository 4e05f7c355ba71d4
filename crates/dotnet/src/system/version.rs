//! `System.Version`.

use crate::fault;
use crate::management::automation::semantic_version;
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, Result, Value};

/// `System.Version`.
pub static VERSION: FacadeType = FacadeType {
    interfaces: &[
        "System.ICloneable",
        "System.IComparable",
        "System.IComparable[version]",
        "System.IEquatable[version]",
        "System.IFormattable",
    ],
    members: &[
        constructor("new(int major, int minor, int build, int revision)", new),
        constructor("new(int major, int minor, int build)", new),
        constructor("new(int major, int minor)", new),
        constructor("new(string version)", new),
        constructor("new()", new),
        property("int Major {get;}", major),
        property("int Minor {get;}", minor),
        property("int Build {get;}", build),
        property("int Revision {get;}", revision),
        property("short MajorRevision {get;}", major_revision),
        property("short MinorRevision {get;}", minor_revision),
        method("System.Object Clone()", clone),
        method("int CompareTo(System.Object version)", object::compare_to),
        method("int CompareTo(version value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(version obj)", object::equals),
        method("string ToString()", to_string),
        method("string ToString(int fieldCount)", to_string),
        method("static version Parse(string input)", parse),
        method("static bool TryParse(string input, [ref] version result)", try_parse),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Version")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(of(value).map(|v| v.text(v.given())).unwrap_or_default().into())),
    equals: Some(|_, a, b| Ok(of(b).is_some() && of(a) == of(b))),
    hash_code: Some(|_, value| {
        let parts = of(value).map_or([0; 4], |version| version.0);
        Ok(parts.iter().fold(0, |sum, part| (sum << 8) ^ part))
    }),
    compare: Some(|_, a, b| match (of(a), of(b)) {
        (Some(a), Some(b)) => Ok(a.0.cmp(&b.0) as i32),
        _ => Err(Error::argument("Object must be of type Version.", "")),
    }),
    convert_from: Some(|_, ty, value| match value.unwrapped() {
        Value::String(text) => Ok(Some(Obj::new(ty.clone(), read(&text.to_str())?).into())),
        other => {
            let numbers = semantic_version::numbers_of(other);
            Ok(numbers
                .map(|[major, minor, patch]| Obj::new(ty.clone(), Version([major, minor, patch, -1])).into()))
        }
    }),
    ..Hooks::NONE
};

/// The payload of a version: major, minor, build and revision, -1 for what is not given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Version(pub [i32; 4]);

impl Payload for Version {}

impl Version {
    /// How many parts it was given.
    fn given(self) -> usize {
        self.0.iter().take_while(|part| **part >= 0).count()
    }

    fn text(self, parts: usize) -> String {
        self.0[..parts].iter().map(i32::to_string).collect::<Vec<_>>().join(".")
    }
}

/// A version object.
pub fn version_object(parts: [i32; 4]) -> Value {
    Obj::new(named("System.Version"), Version(parts)).into()
}

/// The version in a value.
pub fn of(value: &Value) -> Option<Version> {
    value.cell().and_then(|obj| obj.get::<Version>()).map(|version| *version.payload())
}

/// Reads two to four numbers with points between.
///
/// # Errors
/// What .NET's `Version.Parse` throws.
pub fn read(text: &str) -> Result<Version> {
    let pieces: Vec<&str> = text.split('.').collect();
    if !(2..=4).contains(&pieces.len()) {
        return Err(fault::argument("Version string portion was too short or too long.", "input"));
    }
    let mut parts = [-1; 4];
    for (part, piece) in parts.iter_mut().zip(pieces) {
        let trimmed = piece.trim();
        let digits = trimmed.strip_prefix('+').unwrap_or(trimmed);
        *part = match digits.parse::<i32>() {
            Ok(number) if number >= 0 => number,
            Ok(_) => {
                let message = "Version's parameters must be greater than or equal to zero.";
                return Err(fault::out_of_range(message, "input"));
            }
            Err(_) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => {
                return Err(fault::overflow("Value was either too large or too small for an Int32."));
            }
            Err(_) => {
                return Err(fault::format(format!(
                    "The input string '{piece}' was not in a correct format."
                )));
            }
        };
    }
    Ok(Version(parts))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let version = match call.args {
        [] => Version([0, 0, -1, -1]),
        [_] if call.arg(0).is_null() => return Err(fault::null("input")),
        [_] => read(&call.str(0).to_str())?,
        numbers => {
            let mut parts = [-1; 4];
            let names = ["major", "minor", "build", "revision"];
            for index in 0..numbers.len() {
                parts[index] = call.int(index);
                if parts[index] < 0 {
                    return Err(fault::negative(names[index], parts[index].into()));
                }
            }
            Version(parts)
        }
    };
    Ok(Obj::new(call.ty.clone(), version).into())
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("input"));
    }
    Ok(version_object(read(&call.str(0).to_str())?.0))
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let parsed = read(&call.str(0).to_str()).ok();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(parsed.map_or(Value::Null, |version| version_object(version.0)));
    }
    Ok(parsed.is_some().into())
}

fn part(call: &Call<'_>, index: usize) -> Result<Value> {
    Ok(call.this::<Version>().0[index].into())
}

fn major(call: &mut Call<'_>) -> Result<Value> {
    part(call, 0)
}

fn minor(call: &mut Call<'_>) -> Result<Value> {
    part(call, 1)
}

fn build(call: &mut Call<'_>) -> Result<Value> {
    part(call, 2)
}

fn revision(call: &mut Call<'_>) -> Result<Value> {
    part(call, 3)
}

fn major_revision(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Int16((call.this::<Version>().0[3] >> 16) as i16))
}

fn minor_revision(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Int16(call.this::<Version>().0[3] as i16))
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(version_object(call.this::<Version>().0))
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let version = *call.this::<Version>().payload();
    let parts = if call.args.is_empty() { version.given() } else { call.int(0) as usize };
    if parts > version.given() {
        let message = format!("argument must be between 0 and {}.", version.given());
        return Err(fault::argument(&message, "fieldCount"));
    }
    Ok(version.text(parts).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn versions_are_read_and_compared() {
        let mut rt = Runtime::new();
        let old = rt.make("System.Version", &["1.9".into()]).unwrap();
        let new = rt.make("System.Version", &["1.10.0".into()]).unwrap();
        assert_eq!(rt.call_text(&old, "CompareTo", std::slice::from_ref(&new)), "-1");
        assert_eq!(rt.text(&new), "1.10.0");
        let error = Runtime::error(rt.make("System.Version", &["1".into()]));
        assert!(error.contains("too short or too long"), "{error}");
    }
}
