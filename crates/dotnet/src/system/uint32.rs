//! `System.UInt32`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.UInt32`.
pub static U_INT32: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[uint]",
        "System.IEquatable[uint]",
    ],
    members: &[
        property("static uint MaxValue {get;}", integer::max_value::<u32>),
        property("static uint MinValue {get;}", integer::min_value::<u32>),
        method("static ulong BigMul(uint left, uint right)", integer::big_mul::<u32>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(uint value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(uint obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static uint Parse(string s)", integer::parse::<u32>),
        method("static uint Parse(string s, System.Globalization.NumberStyles style)", integer::parse::<u32>),
        method("static uint Parse(string s, System.IFormatProvider provider)", integer::parse::<u32>),
        method(
            "static uint Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<u32>,
        ),
        method("static bool TryParse(string s, [ref] uint result)", integer::try_parse::<u32>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] uint result)",
            integer::try_parse::<u32>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method("static System.ValueTuple[uint,uint] DivRem(uint left, uint right)", integer::div_rem::<u32>),
        method("static uint LeadingZeroCount(uint value)", integer::leading_zero_count::<u32>),
        method("static uint PopCount(uint value)", integer::pop_count::<u32>),
        method("static uint RotateLeft(uint value, int rotateAmount)", integer::rotate_left::<u32>),
        method("static uint RotateRight(uint value, int rotateAmount)", integer::rotate_right::<u32>),
        method("static uint TrailingZeroCount(uint value)", integer::trailing_zero_count::<u32>),
        method("static bool IsPow2(uint value)", integer::is_pow2::<u32>),
        method("static uint Log2(uint value)", integer::log2::<u32>),
        method("static uint Clamp(uint value, uint min, uint max)", integer::clamp::<u32>),
        method("static uint Max(uint x, uint y)", integer::max::<u32>),
        method("static uint Min(uint x, uint y)", integer::min::<u32>),
        method("static int Sign(uint value)", integer::sign::<u32>),
        method("static bool IsEvenInteger(uint value)", integer::is_even_integer::<u32>),
        method("static bool IsOddInteger(uint value)", integer::is_odd_integer::<u32>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] uint result)",
            integer::try_parse::<u32>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.UInt32")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <u32 as integer::Integer>::value(0)), ..integer::HOOKS };
