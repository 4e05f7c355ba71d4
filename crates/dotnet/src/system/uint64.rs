//! `System.UInt64`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.UInt64`.
pub static U_INT64: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[ulong]",
        "System.IEquatable[ulong]",
    ],
    members: &[
        property("static ulong MaxValue {get;}", integer::max_value::<u64>),
        property("static ulong MinValue {get;}", integer::min_value::<u64>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(ulong value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(ulong obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static ulong Parse(string s)", integer::parse::<u64>),
        method(
            "static ulong Parse(string s, System.Globalization.NumberStyles style)",
            integer::parse::<u64>,
        ),
        method("static ulong Parse(string s, System.IFormatProvider provider)", integer::parse::<u64>),
        method(
            "static ulong Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<u64>,
        ),
        method("static bool TryParse(string s, [ref] ulong result)", integer::try_parse::<u64>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] ulong result)",
            integer::try_parse::<u64>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method(
            "static System.ValueTuple[ulong,ulong] DivRem(ulong left, ulong right)",
            integer::div_rem::<u64>,
        ),
        method("static ulong LeadingZeroCount(ulong value)", integer::leading_zero_count::<u64>),
        method("static ulong PopCount(ulong value)", integer::pop_count::<u64>),
        method("static ulong RotateLeft(ulong value, int rotateAmount)", integer::rotate_left::<u64>),
        method("static ulong RotateRight(ulong value, int rotateAmount)", integer::rotate_right::<u64>),
        method("static ulong TrailingZeroCount(ulong value)", integer::trailing_zero_count::<u64>),
        method("static bool IsPow2(ulong value)", integer::is_pow2::<u64>),
        method("static ulong Log2(ulong value)", integer::log2::<u64>),
        method("static ulong Clamp(ulong value, ulong min, ulong max)", integer::clamp::<u64>),
        method("static ulong Max(ulong x, ulong y)", integer::max::<u64>),
        method("static ulong Min(ulong x, ulong y)", integer::min::<u64>),
        method("static int Sign(ulong value)", integer::sign::<u64>),
        method("static bool IsEvenInteger(ulong value)", integer::is_even_integer::<u64>),
        method("static bool IsOddInteger(ulong value)", integer::is_odd_integer::<u64>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] ulong result)",
            integer::try_parse::<u64>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.UInt64")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <u64 as integer::Integer>::value(0)), ..integer::HOOKS };
