//! `System.Int64`.

use crate::system::integer;
use crate::system::object;
use pwsh_value::ty::{FacadeType, Hooks, method, property};
/// `System.Int64`.
pub static INT64: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IFormattable",
        "System.IComparable[long]",
        "System.IEquatable[long]",
    ],
    members: &[
        property("static long MaxValue {get;}", integer::max_value::<i64>),
        property("static long MinValue {get;}", integer::min_value::<i64>),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(long value)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(long obj)", object::equals),
        method("string ToString()", integer::to_string),
        method("string ToString(System.IFormatProvider provider)", integer::to_string),
        method("string ToString(string format)", integer::to_string),
        method("string ToString(string format, System.IFormatProvider provider)", integer::to_string),
        method("static long Parse(string s)", integer::parse::<i64>),
        method("static long Parse(string s, System.Globalization.NumberStyles style)", integer::parse::<i64>),
        method("static long Parse(string s, System.IFormatProvider provider)", integer::parse::<i64>),
        method(
            "static long Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            integer::parse::<i64>,
        ),
        method("static bool TryParse(string s, [ref] long result)", integer::try_parse::<i64>),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] long result)",
            integer::try_parse::<i64>,
        ),
        method("System.TypeCode GetTypeCode()", integer::get_type_code),
        method("static System.ValueTuple[long,long] DivRem(long left, long right)", integer::div_rem::<i64>),
        method("static long LeadingZeroCount(long value)", integer::leading_zero_count::<i64>),
        method("static long PopCount(long value)", integer::pop_count::<i64>),
        method("static long RotateLeft(long value, int rotateAmount)", integer::rotate_left::<i64>),
        method("static long RotateRight(long value, int rotateAmount)", integer::rotate_right::<i64>),
        method("static long TrailingZeroCount(long value)", integer::trailing_zero_count::<i64>),
        method("static bool IsPow2(long value)", integer::is_pow2::<i64>),
        method("static long Log2(long value)", integer::log2::<i64>),
        method("static long Clamp(long value, long min, long max)", integer::clamp::<i64>),
        method("static long CopySign(long value, long sign)", integer::copy_sign::<i64>),
        method("static long Max(long x, long y)", integer::max::<i64>),
        method("static long Min(long x, long y)", integer::min::<i64>),
        method("static int Sign(long value)", integer::sign::<i64>),
        method("static long Abs(long value)", integer::abs::<i64>),
        method("static bool IsEvenInteger(long value)", integer::is_even_integer::<i64>),
        method("static bool IsNegative(long value)", integer::is_negative::<i64>),
        method("static bool IsOddInteger(long value)", integer::is_odd_integer::<i64>),
        method("static bool IsPositive(long value)", integer::is_positive::<i64>),
        method("static long MaxMagnitude(long x, long y)", integer::max_magnitude::<i64>),
        method("static long MinMagnitude(long x, long y)", integer::min_magnitude::<i64>),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] long result)",
            integer::try_parse::<i64>,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Int64")
};

/// What the integers share, and the value that it has without being set.
const HOOKS: Hooks = Hooks { default: Some(|| <i64 as integer::Integer>::value(0)), ..integer::HOOKS };
