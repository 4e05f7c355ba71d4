//! `System.Int16`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.Int16`.
pub static INT16: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[short]",
        "System.IEquatable[short]",
    ],
    members: &[
        property("static short MaxValue {get;}", integer::max_value::<i16>),
        property("static short MinValue {get;}", integer::min_value::<i16>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(short value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(short obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static short Parse(string s)", integer::parse::<i16>),
        method(
            "static short Parse(string s, System.Globalization.NumberStyles style)",
            integer::parse::<i16>,
        ),
        method("static short Parse(string s, System.IFormatProvider provider)", integer::parse::<i16>),
        method(
            "static short Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<i16>,
        ),
        method("static bool TryParse(string s, [ref] short result)", integer::try_parse::<i16>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] short result)",
            integer::try_parse::<i16>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method(
            "static System.ValueTuple[short,short] DivRem(short left, short right)",
            integer::div_rem::<i16>,
        ),
        method("static short LeadingZeroCount(short value)", integer::leading_zero_count::<i16>),
        method("static short PopCount(short value)", integer::pop_count::<i16>),
        method("static short RotateLeft(short value, int rotateAmount)", integer::rotate_left::<i16>),
        method("static short RotateRight(short value, int rotateAmount)", integer::rotate_right::<i16>),
        method("static short TrailingZeroCount(short value)", integer::trailing_zero_count::<i16>),
        method("static bool IsPow2(short value)", integer::is_pow2::<i16>),
        method("static short Log2(short value)", integer::log2::<i16>),
        method("static short Clamp(short value, short min, short max)", integer::clamp::<i16>),
        method("static short CopySign(short value, short sign)", integer::copy_sign::<i16>),
        method("static short Max(short x, short y)", integer::max::<i16>),
        method("static short Min(short x, short y)", integer::min::<i16>),
        method("static int Sign(short value)", integer::sign::<i16>),
        method("static short Abs(short value)", integer::abs::<i16>),
        method("static bool IsEvenInteger(short value)", integer::is_even_integer::<i16>),
        method("static bool IsNegative(short value)", integer::is_negative::<i16>),
        method("static bool IsOddInteger(short value)", integer::is_odd_integer::<i16>),
        method("static bool IsPositive(short value)", integer::is_positive::<i16>),
        method("static short MaxMagnitude(short x, short y)", integer::max_magnitude::<i16>),
        method("static short MinMagnitude(short x, short y)", integer::min_magnitude::<i16>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] short result)",
            integer::try_parse::<i16>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Int16")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <i16 as integer::Integer>::value(0)), ..integer::HOOKS };
