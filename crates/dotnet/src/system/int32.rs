//! `System.Int32`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.Int32`.
pub static INT32: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[int]",
        "System.IEquatable[int]",
    ],
    members: &[
        property("static int MaxValue {get;}", integer::max_value::<i32>),
        property("static int MinValue {get;}", integer::min_value::<i32>),
        method("static long BigMul(int left, int right)", integer::big_mul::<i32>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(int value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(int obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static int Parse(string s)", integer::parse::<i32>),
        method("static int Parse(string s, System.Globalization.NumberStyles style)", integer::parse::<i32>),
        method("static int Parse(string s, System.IFormatProvider provider)", integer::parse::<i32>),
        method(
            "static int Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<i32>,
        ),
        method("static bool TryParse(string s, [ref] int result)", integer::try_parse::<i32>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] int result)",
            integer::try_parse::<i32>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method("static System.ValueTuple[int,int] DivRem(int left, int right)", integer::div_rem::<i32>),
        method("static int LeadingZeroCount(int value)", integer::leading_zero_count::<i32>),
        method("static int PopCount(int value)", integer::pop_count::<i32>),
        method("static int RotateLeft(int value, int rotateAmount)", integer::rotate_left::<i32>),
        method("static int RotateRight(int value, int rotateAmount)", integer::rotate_right::<i32>),
        method("static int TrailingZeroCount(int value)", integer::trailing_zero_count::<i32>),
        method("static bool IsPow2(int value)", integer::is_pow2::<i32>),
        method("static int Log2(int value)", integer::log2::<i32>),
        method("static int Clamp(int value, int min, int max)", integer::clamp::<i32>),
        method("static int CopySign(int value, int sign)", integer::copy_sign::<i32>),
        method("static int Max(int x, int y)", integer::max::<i32>),
        method("static int Min(int x, int y)", integer::min::<i32>),
        method("static int Sign(int value)", integer::sign::<i32>),
        method("static int Abs(int value)", integer::abs::<i32>),
        method("static bool IsEvenInteger(int value)", integer::is_even_integer::<i32>),
        method("static bool IsNegative(int value)", integer::is_negative::<i32>),
        method("static bool IsOddInteger(int value)", integer::is_odd_integer::<i32>),
        method("static bool IsPositive(int value)", integer::is_positive::<i32>),
        method("static int MaxMagnitude(int x, int y)", integer::max_magnitude::<i32>),
        method("static int MinMagnitude(int x, int y)", integer::min_magnitude::<i32>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] int result)",
            integer::try_parse::<i32>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Int32")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <i32 as integer::Integer>::value(0)), ..integer::HOOKS };
