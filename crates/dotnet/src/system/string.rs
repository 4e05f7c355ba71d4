//! `System.String`.

use pwsh_value::ty::{FacadeType, Hooks};
use pwsh_value::{PsString, Value};

/// `System.String`.
pub static STRING: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.Collections.IEnumerable",
        "System.IConvertible",
        "System.Collections.Generic.IEnumerable[char]",
        "System.IComparable[string]",
        "System.IEquatable[string]",
        "System.ICloneable",
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.String")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(value.as_string().cloned().unwrap_or_else(PsString::empty))),
    equals: Some(|_, a, b| Ok(matches!((a, b), (Value::String(a), Value::String(b)) if a == b))),
    ..Hooks::NONE
};
