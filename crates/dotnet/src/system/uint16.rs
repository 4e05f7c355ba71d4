//! `System.UInt16`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.UInt16`.
pub static U_INT16: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[ushort]",
        "System.IEquatable[ushort]",
    ],
    members: &[
        property("static ushort MaxValue {get;}", integer::max_value::<u16>),
        property("static ushort MinValue {get;}", integer::min_value::<u16>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(ushort value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(ushort obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static ushort Parse(string s)", integer::parse::<u16>),
        method(
            "static ushort Parse(string s, System.Globalization.NumberStyles style)",
            integer::parse::<u16>,
        ),
        method("static ushort Parse(string s, System.IFormatProvider provider)", integer::parse::<u16>),
        method(
            "static ushort Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<u16>,
        ),
        method("static bool TryParse(string s, [ref] ushort result)", integer::try_parse::<u16>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] ushort result)",
            integer::try_parse::<u16>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method(
            "static System.ValueTuple[ushort,ushort] DivRem(ushort left, ushort right)",
            integer::div_rem::<u16>,
        ),
        method("static ushort LeadingZeroCount(ushort value)", integer::leading_zero_count::<u16>),
        method("static ushort PopCount(ushort value)", integer::pop_count::<u16>),
        method("static ushort RotateLeft(ushort value, int rotateAmount)", integer::rotate_left::<u16>),
        method("static ushort RotateRight(ushort value, int rotateAmount)", integer::rotate_right::<u16>),
        method("static ushort TrailingZeroCount(ushort value)", integer::trailing_zero_count::<u16>),
        method("static bool IsPow2(ushort value)", integer::is_pow2::<u16>),
        method("static ushort Log2(ushort value)", integer::log2::<u16>),
        method("static ushort Clamp(ushort value, ushort min, ushort max)", integer::clamp::<u16>),
        method("static ushort Max(ushort x, ushort y)", integer::max::<u16>),
        method("static ushort Min(ushort x, ushort y)", integer::min::<u16>),
        method("static int Sign(ushort value)", integer::sign::<u16>),
        method("static bool IsEvenInteger(ushort value)", integer::is_even_integer::<u16>),
        method("static bool IsOddInteger(ushort value)", integer::is_odd_integer::<u16>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] ushort result)",
            integer::try_parse::<u16>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.UInt16")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <u16 as integer::Integer>::value(0)), ..integer::HOOKS };
