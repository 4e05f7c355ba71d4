//! `System.SByte`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.SByte`.
pub static S_BYTE: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[sbyte]",
        "System.IEquatable[sbyte]",
    ],
    members: &[
        property("static sbyte MaxValue {get;}", integer::max_value::<i8>),
        property("static sbyte MinValue {get;}", integer::min_value::<i8>),
        method("int CompareTo(System.Object obj)", object::compare_to),
        method("int CompareTo(sbyte value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(sbyte obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static sbyte Parse(string s)", integer::parse::<i8>),
        method("static sbyte Parse(string s, System.Globalization.NumberStyles style)", integer::parse::<i8>),
        method("static sbyte Parse(string s, System.IFormatProvider provider)", integer::parse::<i8>),
        method(
            "static sbyte Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<i8>,
        ),
        method("static bool TryParse(string s, [ref] sbyte result)", integer::try_parse::<i8>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] sbyte result)",
            integer::try_parse::<i8>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method(
            "static System.ValueTuple[sbyte,sbyte] DivRem(sbyte left, sbyte right)",
            integer::div_rem::<i8>,
        ),
        method("static sbyte LeadingZeroCount(sbyte value)", integer::leading_zero_count::<i8>),
        method("static sbyte PopCount(sbyte value)", integer::pop_count::<i8>),
        method("static sbyte RotateLeft(sbyte value, int rotateAmount)", integer::rotate_left::<i8>),
        method("static sbyte RotateRight(sbyte value, int rotateAmount)", integer::rotate_right::<i8>),
        method("static sbyte TrailingZeroCount(sbyte value)", integer::trailing_zero_count::<i8>),
        method("static bool IsPow2(sbyte value)", integer::is_pow2::<i8>),
        method("static sbyte Log2(sbyte value)", integer::log2::<i8>),
        method("static sbyte Clamp(sbyte value, sbyte min, sbyte max)", integer::clamp::<i8>),
        method("static sbyte CopySign(sbyte value, sbyte sign)", integer::copy_sign::<i8>),
        method("static sbyte Max(sbyte x, sbyte y)", integer::max::<i8>),
        method("static sbyte Min(sbyte x, sbyte y)", integer::min::<i8>),
        method("static int Sign(sbyte value)", integer::sign::<i8>),
        method("static sbyte Abs(sbyte value)", integer::abs::<i8>),
        method("static bool IsEvenInteger(sbyte value)", integer::is_even_integer::<i8>),
        method("static bool IsNegative(sbyte value)", integer::is_negative::<i8>),
        method("static bool IsOddInteger(sbyte value)", integer::is_odd_integer::<i8>),
        method("static bool IsPositive(sbyte value)", integer::is_positive::<i8>),
        method("static sbyte MaxMagnitude(sbyte x, sbyte y)", integer::max_magnitude::<i8>),
        method("static sbyte MinMagnitude(sbyte x, sbyte y)", integer::min_magnitude::<i8>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] sbyte result)",
            integer::try_parse::<i8>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.SByte")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <i8 as integer::Integer>::value(0)), ..integer::HOOKS };
