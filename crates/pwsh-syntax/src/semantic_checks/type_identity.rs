//! What can be told of a type from its name alone. Types are resolved by the runtime; here only names that
//! PowerShell defines itself are known.

use crate::ast::TypeName;

/// The name in lower case, without `System.` before it, and with one name for each type that has several.
pub(super) fn identity(name: &TypeName) -> String {
    let lower = name.name().to_ascii_lowercase();
    let short = lower.strip_prefix("system.").unwrap_or(&lower);
    let (element, suffix) = short.split_at(short.find('[').unwrap_or(short.len()));
    let element = match element {
        "int32" => "int",
        "int64" => "long",
        "uint32" => "uint",
        "uint64" => "ulong",
        "int16" => "short",
        "uint16" => "ushort",
        "boolean" => "bool",
        "single" => "float",
        "management.automation.psreference" => "ref",
        other => other,
    };
    format!("{element}{suffix}")
}

/// Whether the name is `void`.
pub(super) fn is_void(name: &TypeName) -> bool {
    is(name, "void")
}

/// Whether the name is that of `ref`.
pub(super) fn is_reference(name: &TypeName) -> bool {
    is(name, "ref")
}

fn is(name: &TypeName, known: &str) -> bool {
    name.simple_name().is_some() && identity(name) == known
}

/// Whether the name is `ordered`, which is no type but marks a hash table.
pub(super) fn is_ordered(name: &TypeName) -> bool {
    name.simple_name().is_some_and(|name| name.eq_ignore_ascii_case("ordered"))
}

/// Whether values of the type (or of an array's elements) are simple: numbers, strings, characters, dates.
pub(super) fn is_simple(name: &TypeName) -> bool {
    let identity = identity(name);
    let element = identity.trim_end_matches("[]");
    matches!(
        element,
        "bool"
            | "char"
            | "sbyte"
            | "byte"
            | "short"
            | "ushort"
            | "int"
            | "uint"
            | "long"
            | "ulong"
            | "float"
            | "double"
            | "decimal"
            | "datetime"
            | "string"
    )
}

/// Whether a constant may be converted to the type while parsing.
pub(super) fn is_safe_primitive(name: &TypeName) -> bool {
    matches!(name, TypeName::Simple(_)) && (is_simple(name) || identity(name) == "bigint")
}
