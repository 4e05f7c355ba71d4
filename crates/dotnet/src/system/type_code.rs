//! `System.TypeCode`.

use pwsh_value::ty::{FacadeType, named};
use pwsh_value::{Type, Value};

/// `System.TypeCode`.
pub static TYPE_CODE: FacadeType = FacadeType::enumeration("System.TypeCode", VALUES);

const VALUES: &[(&str, i64)] = &[
    ("Empty", 0),
    ("Object", 1),
    ("DBNull", 2),
    ("Boolean", 3),
    ("Char", 4),
    ("SByte", 5),
    ("Byte", 6),
    ("Int16", 7),
    ("UInt16", 8),
    ("Int32", 9),
    ("UInt32", 10),
    ("Int64", 11),
    ("UInt64", 12),
    ("Single", 13),
    ("Double", 14),
    ("Decimal", 15),
    ("DateTime", 16),
    ("String", 18),
];

/// The code of a type: `Object` for what has none of its own, `Empty` for no type.
pub fn code_of(ty: Option<&Type>) -> Value {
    let number = match ty {
        None => 0,
        Some(ty) => {
            let name = ty.name().to_str();
            let short = name.strip_prefix("System.").unwrap_or_default();
            VALUES.iter().find(|(n, _)| *n == short && !n.is_empty()).map_or(1, |(_, number)| *number)
        }
    };
    Value::enumeration(&named("System.TypeCode"), number)
}
