//! What the eight integer types share; each type's own file names it.

use super::number_text::{self, ParseArguments};
use crate::fault;
use crate::system::value_tuple;
use pwsh_value::text::number::parse::{ParseInteger, parse_integer};
use pwsh_value::text::number::{Number, NumberStyles};
use pwsh_value::ty::{Call, Hooks};
use pwsh_value::{Context, Error, PsString, Result, Type, Value};

/// A .NET integer type.
pub trait Integer: ParseInteger + Copy + Ord + 'static {
    /// The least value.
    const LEAST: Self;
    /// The greatest value.
    const GREATEST: Self;
    /// The number as a value.
    fn value(self) -> Value;
    /// The number in a value of just this type.
    fn of(value: &Value) -> Option<Self>;
    /// The number, wide enough for all types.
    fn wide(self) -> i128;
}

macro_rules! integer {
    ($($rust:ty, $variant:ident;)*) => {$(
        impl Integer for $rust {
            const LEAST: Self = <$rust>::MIN;
            const GREATEST: Self = <$rust>::MAX;
            fn value(self) -> Value {
                Value::$variant(self)
            }
            fn of(value: &Value) -> Option<Self> {
                match value.unwrapped() {
                    Value::$variant(number) => Some(*number),
                    _ => None,
                }
            }
            fn wide(self) -> i128 {
                self.into()
            }
        }
    )*};
}

integer! {
    i8, Int8;
    u8, UInt8;
    i16, Int16;
    u16, UInt16;
    i32, Int32;
    u32, UInt32;
    i64, Int64;
    u64, UInt64;
}

/// The number in a value of any integer type.
pub fn whole(value: &Value) -> Option<i128> {
    Some(match *value.unwrapped() {
        Value::Int8(v) => v.into(),
        Value::UInt8(v) => v.into(),
        Value::Int16(v) => v.into(),
        Value::UInt16(v) => v.into(),
        Value::Int32(v) => v.into(),
        Value::UInt32(v) => v.into(),
        Value::Int64(v) => v.into(),
        Value::UInt64(v) => v.into(),
        _ => return None,
    })
}

/// An integer of any type for the number formatter.
pub fn number(value: &Value) -> Number<'static> {
    match *value.unwrapped() {
        Value::Int8(v) => v.into(),
        Value::UInt8(v) => v.into(),
        Value::Int16(v) => v.into(),
        Value::UInt16(v) => v.into(),
        Value::UInt32(v) => v.into(),
        Value::Int64(v) => v.into(),
        Value::UInt64(v) => v.into(),
        Value::Int32(v) => v.into(),
        _ => 0_i32.into(),
    }
}

/// What the integers do without going through a member.
pub const HOOKS: Hooks = Hooks {
    to_string: Some(text),
    equals: Some(|_, a, b| Ok(a.same(b))),
    hash_code: Some(|_, value| Ok(hash(value))),
    compare: Some(compare),
    ..Hooks::NONE
};

fn text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    number_text::text_hook(cx, number(value))
}

fn hash(value: &Value) -> i32 {
    match *value {
        Value::Int64(v) => (v ^ (v >> 32)) as i32,
        Value::UInt64(v) => (v ^ (v >> 32)) as i32,
        _ => whole(value).unwrap_or_default() as i32,
    }
}

fn compare(_: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    if a.ty() != b.ty() {
        let name = a.ty().map_or_else(PsString::empty, Type::short_name);
        return Err(Error::argument(&format!("Object must be of type {name}."), ""));
    }
    Ok(whole(a).cmp(&whole(b)) as i32)
}

fn arg<T: Integer>(call: &Call<'_>, index: usize) -> T {
    T::of(call.arg(index)).unwrap_or_else(|| panic!("argument {index} is not of the bound integer type"))
}

fn narrow<T: Integer>(number: i128) -> Result<T> {
    T::try_from(number).map_err(|_| fault::overflow("Arithmetic operation resulted in an overflow."))
}

/// `MaxValue`.
pub fn max_value<T: Integer>(_: &mut Call<'_>) -> Result<Value> {
    Ok(T::GREATEST.value())
}

/// `MinValue`.
pub fn min_value<T: Integer>(_: &mut Call<'_>) -> Result<Value> {
    Ok(T::LEAST.value())
}

/// `ToString`.
pub fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let number = number(call.this);
    number_text::to_string(call, number)
}

/// `GetTypeCode`.
pub fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.this.ty()))
}

/// `Parse`.
pub fn parse<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, NumberStyles::INTEGER);
    arguments.styles.check_for_integer().map_err(number_text::style_error)?;
    let parsed = arguments.parse("s", |text, a| parse_integer::<T>(text, a.styles, &a.culture.number))?;
    Ok(parsed.value())
}

/// `TryParse`.
pub fn try_parse<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, NumberStyles::INTEGER);
    arguments.styles.check_for_integer().map_err(number_text::style_error)?;
    let zero = narrow::<T>(0)?.value();
    arguments
        .try_parse(call, zero, |text, a| parse_integer::<T>(text, a.styles, &a.culture.number).map(T::value))
}

/// `Abs`.
pub fn abs<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let number = arg::<T>(call, 0).wide().abs();
    let narrowed = T::try_from(number)
        .map_err(|_| fault::overflow("Negating the minimum value of a twos complement number is invalid."))?;
    Ok(narrowed.value())
}

/// `Max`.
pub fn max<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg::<T>(call, 0).max(arg(call, 1)).value())
}

/// `Min`.
pub fn min<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg::<T>(call, 0).min(arg(call, 1)).value())
}

/// `MaxMagnitude`.
pub fn max_magnitude<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let (x, y) = (arg::<T>(call, 0), arg::<T>(call, 1));
    Ok(if x.wide().abs() > y.wide().abs() || x.wide() == y.wide().abs() { x } else { y }.value())
}

/// `MinMagnitude`.
pub fn min_magnitude<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let (x, y) = (arg::<T>(call, 0), arg::<T>(call, 1));
    Ok(if x.wide().abs() < y.wide().abs() || y.wide() == x.wide().abs() { x } else { y }.value())
}

/// `Clamp`.
pub fn clamp<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let (value, min, max) = (arg::<T>(call, 0), arg::<T>(call, 1), arg::<T>(call, 2));
    if min > max {
        let text = format!("'{}' cannot be greater than {}.", min.wide(), max.wide());
        return Err(Error::argument(&text, ""));
    }
    Ok(value.clamp(min, max).value())
}

/// `CopySign`.
pub fn copy_sign<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let (value, sign) = (arg::<T>(call, 0).wide().abs(), arg::<T>(call, 1).wide());
    Ok(narrow::<T>(if sign < 0 { -value } else { value })?.value())
}

/// `Sign`.
pub fn sign<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg::<T>(call, 0).wide().signum() as i32).into())
}

/// `DivRem`: a tuple of quotient and remainder.
pub fn div_rem<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let (left, right) = (arg::<T>(call, 0).wide(), arg::<T>(call, 1).wide());
    if right == 0 {
        return Err(fault::divide_by_zero());
    }
    let parts = [narrow::<T>(left / right)?.value(), narrow::<T>(left % right)?.value()];
    Ok(value_tuple::tuple_of(parts.to_vec()))
}

/// `BigMul`, of 32 bits to 64.
pub fn big_mul<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let product = arg::<T>(call, 0).wide() * arg::<T>(call, 1).wide();
    Ok(if T::LEAST.wide() < 0 { Value::Int64(product as i64) } else { Value::UInt64(product as u64) })
}

/// `IsEvenInteger`.
pub fn is_even_integer<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg::<T>(call, 0).wide() % 2 == 0).into())
}

/// `IsOddInteger`.
pub fn is_odd_integer<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg::<T>(call, 0).wide() % 2 != 0).into())
}

/// `IsNegative`.
pub fn is_negative<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg::<T>(call, 0).wide() < 0).into())
}

/// `IsPositive`.
pub fn is_positive<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg::<T>(call, 0).wide() >= 0).into())
}

/// `IsPow2`.
pub fn is_pow2<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let number = arg::<T>(call, 0).wide();
    Ok((number > 0 && number & (number - 1) == 0).into())
}

/// The bits of a number, as many as its type has.
fn bits<T: Integer>(number: T) -> u64 {
    number.wide() as u64 & (u64::MAX >> (64 - T::BITS))
}

/// `LeadingZeroCount`.
pub fn leading_zero_count<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let zeros = bits(arg::<T>(call, 0)).leading_zeros() - (64 - T::BITS);
    Ok(narrow::<T>(zeros.into())?.value())
}

/// `TrailingZeroCount`.
pub fn trailing_zero_count<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let zeros = bits(arg::<T>(call, 0)).trailing_zeros().min(T::BITS);
    Ok(narrow::<T>(zeros.into())?.value())
}

/// `PopCount`.
pub fn pop_count<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok(narrow::<T>(bits(arg::<T>(call, 0)).count_ones().into())?.value())
}

/// `Log2`.
pub fn log2<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    let number = arg::<T>(call, 0).wide();
    if number < 0 {
        return Err(fault::actual_value("value must be a non-negative value.", "value", number));
    }
    Ok(narrow::<T>(if number == 0 { 0 } else { number.ilog2().into() })?.value())
}

/// `RotateLeft`.
pub fn rotate_left<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok(rotated(arg::<T>(call, 0), i64::from(call.int(1))))
}

/// `RotateRight`.
pub fn rotate_right<T: Integer>(call: &mut Call<'_>) -> Result<Value> {
    Ok(rotated(arg::<T>(call, 0), -i64::from(call.int(1))))
}

fn rotated<T: Integer>(number: T, left: i64) -> Value {
    let width = T::BITS;
    let left = left.rem_euclid(width.into()) as u32;
    let bits = bits(number);
    let turned = if left == 0 { bits } else { bits << left | bits >> (width - left) };
    T::from_bits(turned & (u64::MAX >> (64 - width))).value()
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;
    use pwsh_value::payload::Reference;

    #[test]
    fn parsing_says_what_was_wrong() {
        let mut rt = Runtime::new();
        let parsed = rt.call_static("System.Int32", "Parse", &[" 42 ".into()]).unwrap();
        assert!(parsed.same(&Value::Int32(42)));
        let bad = Runtime::error(rt.call_static("System.Int32", "Parse", &["x".into()]));
        assert_eq!(bad, "System.FormatException: The input string 'x' was not in a correct format.");
        let big = Runtime::error(rt.call_static("System.Byte", "Parse", &["256".into()]));
        assert_eq!(
            big,
            "System.OverflowException: Value was either too large or too small for an unsigned byte."
        );
    }

    #[test]
    fn try_parse_stores_its_result() {
        let mut rt = Runtime::new();
        let slot = Reference::to_value(Value::Null);
        let args = ["7".into(), slot.clone().into()];
        assert!(rt.call_static("System.Int64", "TryParse", &args).unwrap().same(&true.into()));
        assert!(slot.get::<Reference>().unwrap().value().same(&Value::Int64(7)));
    }

    #[test]
    fn formats_and_bits() {
        let mut rt = Runtime::new();
        assert_eq!(rt.call_text(&Value::Int32(255), "ToString", &["X4".into()]), "00FF");
        assert_eq!(rt.call_text(&Value::Int32(1234567), "ToString", &["N0".into()]), "1,234,567");
        let turned = rt.call_static("System.Byte", "RotateLeft", &[Value::UInt8(0x81), 1.into()]).unwrap();
        assert!(turned.same(&Value::UInt8(3)));
    }
}
