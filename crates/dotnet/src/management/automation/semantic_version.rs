//! `System.Management.Automation.SemanticVersion`.

use crate::fault;
use crate::system::object;
use crate::system::version;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, PsString, Result, Value};
use std::cmp::Ordering;

/// `System.Management.Automation.SemanticVersion`.
pub static SEMANTIC_VERSION: FacadeType = FacadeType {
    interfaces: &["System.IComparable", "System.IComparable[semver]", "System.IEquatable[semver]"],
    members: &[
        constructor("new(string version)", new),
        constructor("new(int major, int minor, int patch, string preReleaseLabel, string buildLabel)", new),
        constructor("new(int major, int minor, int patch, string label)", new),
        constructor("new(int major, int minor, int patch)", new),
        constructor("new(int major, int minor)", new),
        constructor("new(int major)", new),
        constructor("new(version version)", new),
        property("int Major {get;}", major),
        property("int Minor {get;}", minor),
        property("int Patch {get;}", patch),
        property("string PreReleaseLabel {get;}", pre_release_label),
        property("string BuildLabel {get;}", build_label),
        method("static semver Parse(string version)", parse),
        method("static bool TryParse(string version, [ref] semver result)", try_parse),
        method("static int Compare(semver versionA, semver versionB)", compare),
        method("int CompareTo(System.Object version)", object::compare_to),
        method("int CompareTo(semver value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(semver other)", object::equals),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Management.Automation.SemanticVersion")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(of(value).map(SemVer::text).unwrap_or_default().into())),
    equals: Some(|_, a, b| {
        Ok(of(b).is_some() && of(a).map(SemVer::order_key) == of(b).map(SemVer::order_key))
    }),
    hash_code: Some(|_, value| {
        let text: PsString = of(value).map(SemVer::text).unwrap_or_default().into();
        Ok(crate::system::string::hash(Some(&text), &crate::system::comparison::Rule::ORDINAL))
    }),
    compare: Some(|_, a, b| match (of(a), of(b)) {
        (Some(a), Some(b)) => Ok(a.order(b) as i32),
        _ => Err(Error::argument("Object must be of type SemanticVersion.", "")),
    }),
    convert_from: Some(|_, _, value| match value.unwrapped() {
        Value::String(text) => Ok(Some(object(read(&text.to_str())?))),
        _ => Ok(None),
    }),
    ..Hooks::NONE
};

/// The payload.
struct SemVer {
    numbers: [i32; 3],
    label: String,
    build: String,
}

impl Payload for SemVer {}

fn object(version: SemVer) -> Value {
    Obj::new(named("System.Management.Automation.SemanticVersion"), version).into()
}

fn of(value: &Value) -> Option<&SemVer> {
    value.cell().and_then(|obj| obj.get::<SemVer>()).map(|version| version.payload())
}

/// The numbers of a semantic version, which are those of the version that it converts to; `None` for any other value.
pub fn numbers_of(value: &Value) -> Option<[i32; 3]> {
    of(value).map(|version| version.numbers)
}

impl SemVer {
    fn text(&self) -> String {
        let mut text = self.numbers.map(|number| number.to_string()).join(".");
        if !self.label.is_empty() {
            text.push('-');
            text.push_str(&self.label);
        }
        if !self.build.is_empty() {
            text.push('+');
            text.push_str(&self.build);
        }
        text
    }

    fn order_key(&self) -> ([i32; 3], &str) {
        (self.numbers, &self.label)
    }

    /// A version with a label comes before the one without; labels are compared part by part.
    fn order(&self, other: &SemVer) -> Ordering {
        let by_label = || match (self.label.is_empty(), other.label.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => labels(&self.label, &other.label),
        };
        self.numbers.cmp(&other.numbers).then_with(by_label)
    }
}

fn labels(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('.'), b.split('.'));
    loop {
        let order = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                (Ok(a), Ok(b)) => a.cmp(&b),
                (Ok(_), Err(_)) => Ordering::Less,
                (Err(_), Ok(_)) => Ordering::Greater,
                (Err(_), Err(_)) => a.cmp(b),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

const INVALID: &str = "Cannot process argument because the value of argument \"version\" is not valid. Change the value of the \"version\" argument and run the operation again.";

fn read(text: &str) -> Result<SemVer> {
    let invalid = || fault::argument(INVALID, "version");
    let (rest, build) = text.split_once('+').unwrap_or((text, ""));
    let (numbers, label) = rest.split_once('-').unwrap_or((rest, ""));
    let parts: Vec<&str> = numbers.split('.').collect();
    let is_label = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let missing = text.ends_with('-') || text.ends_with('+') || rest.ends_with('-');
    if parts.len() > 3 || !is_label(label) || !is_label(build) || missing {
        return Err(invalid());
    }
    let mut read = [0; 3];
    for (number, part) in read.iter_mut().zip(&parts) {
        *number = part.parse().ok().filter(|number| *number >= 0).ok_or_else(invalid)?;
    }
    Ok(SemVer { numbers: read, label: label.to_owned(), build: build.to_owned() })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if let Some(text) = call.arg(0).as_string() {
        return Ok(object(read(&text.to_str())?));
    }
    if let Some(version) = version::of(&call.args[0]) {
        let [major, minor, build, revision] = version.0;
        if revision > 0 {
            return Err(fault::argument("Cannot convert a Version with a revision.", "version"));
        }
        return Ok(object(SemVer {
            numbers: [major, minor, build.max(0)],
            label: String::new(),
            build: String::new(),
        }));
    }
    let mut numbers = [0; 3];
    for (index, number) in numbers.iter_mut().enumerate().take(call.args.len()) {
        *number = call.int(index);
        if *number < 0 {
            return Err(fault::negative(["major", "minor", "patch"][index], (*number).into()));
        }
    }
    let text =
        |index: usize| if call.args.len() > index { call.str(index).to_string() } else { String::new() };
    // One text after the numbers may hold both labels.
    if call.args.len() == 4 {
        return Ok(object(read(&format!("{}-{}", numbers.map(|n| n.to_string()).join("."), text(3)))?));
    }
    Ok(object(SemVer { numbers, label: text(3), build: text(4) }))
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("version"));
    }
    Ok(object(read(&call.str(0).to_str())?))
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let parsed = read(&call.str(0).to_str()).ok();
    let found = parsed.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(parsed.map_or(Value::Null, object));
    }
    Ok(found.into())
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    Ok(match (of(&call.args[0]), of(&call.args[1])) {
        (Some(a), Some(b)) => a.order(b) as i32,
        (a, b) => i32::from(a.is_some()) - i32::from(b.is_some()),
    }
    .into())
}

fn number(call: &Call<'_>, index: usize) -> Result<Value> {
    Ok(call.this::<SemVer>().numbers[index].into())
}

fn major(call: &mut Call<'_>) -> Result<Value> {
    number(call, 0)
}

fn minor(call: &mut Call<'_>) -> Result<Value> {
    number(call, 1)
}

fn patch(call: &mut Call<'_>) -> Result<Value> {
    number(call, 2)
}

fn text_or_null(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

fn pre_release_label(call: &mut Call<'_>) -> Result<Value> {
    Ok(text_or_null(&call.this::<SemVer>().label))
}

fn build_label(call: &mut Call<'_>) -> Result<Value> {
    Ok(text_or_null(&call.this::<SemVer>().build))
}
