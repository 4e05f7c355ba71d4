//! `System.Byte`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.Byte`.
pub static BYTE: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[byte]",
        "System.IEquatable[byte]",
    ],
    members: &[
        property("static byte MaxValue {get;}", integer::max_value::<u8>),
        property("static byte MinValue {get;}", integer::min_value::<u8>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(byte value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(byte obj)", object::equals),
        method("static byte Parse(string s)", integer::parse::<u8>),
        method("static byte Parse(string s, System.Globalization.NumberStyles style)", integer::parse::<u8>),
        method("static byte Parse(string s, System.IFormatProvider provider)", integer::parse::<u8>),
        method(
            "static byte Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<u8>,
        ),
        method("static bool TryParse(string s, [ref] byte result)", integer::try_parse::<u8>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] byte result)",
            integer::try_parse::<u8>,
        ),
        method("string ToString()", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method("static System.ValueTuple[byte,byte] DivRem(byte left, byte right)", integer::div_rem::<u8>),
        method("static byte LeadingZeroCount(byte value)", integer::leading_zero_count::<u8>),
        method("static byte PopCount(byte value)", integer::pop_count::<u8>),
        method("static byte RotateLeft(byte value, int rotateAmount)", integer::rotate_left::<u8>),
        method("static byte RotateRight(byte value, int rotateAmount)", integer::rotate_right::<u8>),
        method("static byte TrailingZeroCount(byte value)", integer::trailing_zero_count::<u8>),
        method("static bool IsPow2(byte value)", integer::is_pow2::<u8>),
        method("static byte Log2(byte value)", integer::log2::<u8>),
        method("static byte Clamp(byte value, byte min, byte max)", integer::clamp::<u8>),
        method("static byte Max(byte x, byte y)", integer::max::<u8>),
        method("static byte Min(byte x, byte y)", integer::min::<u8>),
        method("static int Sign(byte value)", integer::sign::<u8>),
        method("static bool IsEvenInteger(byte value)", integer::is_even_integer::<u8>),
        method("static bool IsOddInteger(byte value)", integer::is_odd_integer::<u8>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] byte result)",
            integer::try_parse::<u8>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Byte")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <u8 as integer::Integer>::value(0)), ..integer::HOOKS };
