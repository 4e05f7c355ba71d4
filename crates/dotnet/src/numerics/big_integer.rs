//! `System.Numerics.BigInteger`.

use crate::fault;
use crate::system::integer::whole;
use crate::system::number_text::{self, ParseArguments};
use crate::system::object;
use crate::system::value_tuple;
use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive, Zero};
use pwsh_value::payload::{Array, BigInt as Payload, Reference};
use pwsh_value::text::number::parse::parse_big;
use pwsh_value::text::number::{Number, NumberStyles};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, method, property};
use pwsh_value::{Context, Error, Obj, Result, Value};
use std::hash::{DefaultHasher, Hash, Hasher};

/// `System.Numerics.BigInteger`.
pub static BIG_INTEGER: FacadeType = FacadeType {
    interfaces: &[
        "System.IFormattable",
        "System.IComparable",
        "System.IComparable[bigint]",
        "System.IEquatable[bigint]",
    ],
    members: &[
        constructor("new(int value)", new),
        constructor("new(uint value)", new),
        constructor("new(long value)", new),
        constructor("new(ulong value)", new),
        constructor("new(float value)", new),
        constructor("new(double value)", new),
        constructor("new(decimal value)", new),
        constructor("new(byte[] value)", new),
        property("static bigint Zero {get;}", zero),
        property("static bigint One {get;}", one),
        property("static bigint MinusOne {get;}", minus_one),
        property("bool IsPowerOfTwo {get;}", is_power_of_two),
        property("bool IsZero {get;}", is_zero),
        property("bool IsOne {get;}", is_one),
        property("bool IsEven {get;}", is_even),
        property("int Sign {get;}", sign),
        method("static bigint Parse(string value)", parse),
        method("static bigint Parse(string value, System.Globalization.NumberStyles style)", parse),
        method("static bigint Parse(string value, System.IFormatProvider provider)", parse),
        method(
            "static bigint Parse(string value, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        method("static bool TryParse(string value, [ref] bigint result)", try_parse),
        method(
            "static bool TryParse(string value, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] bigint result)",
            try_parse,
        ),
        method("static int Compare(bigint left, bigint right)", compare),
        method("static bigint Abs(bigint value)", abs),
        method("static bigint Add(bigint left, bigint right)", add),
        method("static bigint Subtract(bigint left, bigint right)", subtract),
        method("static bigint Multiply(bigint left, bigint right)", multiply),
        method("static bigint Divide(bigint dividend, bigint divisor)", divide),
        method("static bigint Remainder(bigint dividend, bigint divisor)", remainder),
        method("static bigint DivRem(bigint dividend, bigint divisor, [ref] bigint remainder)", div_rem),
        method("static bigint Negate(bigint value)", negate),
        method("static double Log(bigint value)", log),
        method("static double Log(bigint value, double baseValue)", log),
        method("static double Log10(bigint value)", log10),
        method("static bigint GreatestCommonDivisor(bigint left, bigint right)", greatest_common_divisor),
        method("static bigint Max(bigint left, bigint right)", max),
        method("static bigint Min(bigint left, bigint right)", min),
        method("static bigint ModPow(bigint value, bigint exponent, bigint modulus)", mod_pow),
        method("static bigint Pow(bigint value, int exponent)", pow),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(long other)", object::equals),
        method("bool Equals(ulong other)", object::equals),
        method("bool Equals(bigint other)", object::equals),
        method("int CompareTo(long other)", object::compare_to),
        method("int CompareTo(ulong other)", object::compare_to),
        method("int CompareTo(bigint other)", object::compare_to),
        method("int CompareTo(System.Object obj)", object::compare_to),
        method("byte[] ToByteArray()", to_byte_array),
        method("byte[] ToByteArray(bool isUnsigned = False, bool isBigEndian = False)", to_byte_array),
        method("int GetByteCount(bool isUnsigned = False)", get_byte_count),
        method("string ToString()", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("long GetBitLength()", get_bit_length),
        method("static System.ValueTuple[bigint,bigint] DivRem(bigint left, bigint right)", div_rem),
        method("static bool IsPow2(bigint value)", is_pow2),
        method("static bigint Log2(bigint value)", log2),
        method("static bigint Clamp(bigint value, bigint min, bigint max)", clamp),
        method("static bool IsEvenInteger(bigint value)", is_even_integer),
        method("static bool IsNegative(bigint value)", is_negative),
        method("static bool IsOddInteger(bigint value)", is_odd_integer),
        method("static bool IsPositive(bigint value)", is_positive),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] bigint result)",
            try_parse,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Numerics.BigInteger")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| {
        let number = of(value).unwrap_or_default();
        number_text::text_hook(cx, Number::Big(&number))
    }),
    equals: Some(|_, a, b| Ok(of(b).is_some() && of(a) == of(b))),
    hash_code: Some(|_, value| {
        let mut hasher = DefaultHasher::new();
        of(value).hash(&mut hasher);
        Ok(hasher.finish() as i32)
    }),
    compare: Some(compare_hook),
    default: Some(|| BigInt::ZERO.into()),
    ..Hooks::NONE
};

/// The number in a big or a plain integer.
fn of(value: &Value) -> Option<BigInt> {
    match value.cell().and_then(|obj| obj.get::<Payload>()) {
        Some(number) => Some(number.payload().0.clone()),
        None => whole(value).map(BigInt::from),
    }
}

fn arg(call: &Call<'_>, index: usize) -> BigInt {
    of(call.arg(index)).unwrap_or_else(|| panic!("argument {index} is not an integer"))
}

fn this(call: &Call<'_>) -> BigInt {
    call.this::<Payload>().payload().0.clone()
}

fn compare_hook(_: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    match (of(a), of(b)) {
        (Some(a), Some(b)) => Ok(a.cmp(&b) as i32),
        _ => Err(Error::argument("The parameter must be a BigInteger.", "obj")),
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if let Some(bytes) = call.payload::<Array>(0) {
        let bytes: Vec<u8> = bytes.to_vec().iter().filter_map(whole).map(|n| n as u8).collect();
        return Ok(BigInt::from_signed_bytes_le(&bytes).into());
    }
    let value = call.arg(0);
    call.cx.convert(value, &known().big_integer)
}

macro_rules! constant {
    ($($name:ident = $value:expr;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok(BigInt::from($value).into())
        }
    )*};
}
constant! {
    zero = 0;
    one = 1;
    minus_one = -1;
}

fn is_power_of_two(call: &mut Call<'_>) -> Result<Value> {
    Ok(power_of_two(&this(call)).into())
}

fn is_pow2(call: &mut Call<'_>) -> Result<Value> {
    Ok(power_of_two(&arg(call, 0)).into())
}

fn power_of_two(number: &BigInt) -> bool {
    number.is_positive() && number.trailing_zeros() == Some(number.bits() - 1)
}

fn is_zero(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).is_zero().into())
}

fn is_one(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call) == BigInt::from(1)).into())
}

fn is_even(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).bit(0)).into())
}

fn sign(call: &mut Call<'_>) -> Result<Value> {
    Ok(sign_of(&this(call)).into())
}

fn sign_of(number: &BigInt) -> i32 {
    match number.sign() {
        Sign::Minus => -1,
        Sign::NoSign => 0,
        Sign::Plus => 1,
    }
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, NumberStyles::INTEGER);
    Ok(arguments.parse("value", |text, a| parse_big(text, a.styles, &a.culture.number))?.into())
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, NumberStyles::INTEGER);
    arguments.try_parse(call, BigInt::ZERO, |text, a| parse_big(text, a.styles, &a.culture.number))
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let number = this(call);
    number_text::to_string(call, Number::Big(&number))
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0).cmp(&arg(call, 1)) as i32).into())
}

fn abs(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).abs().into())
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0) + arg(call, 1)).into())
}

fn subtract(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0) - arg(call, 1)).into())
}

fn multiply(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0) * arg(call, 1)).into())
}

fn divisor(call: &Call<'_>, index: usize) -> Result<BigInt> {
    let divisor = arg(call, index);
    if divisor.is_zero() { Err(fault::divide_by_zero()) } else { Ok(divisor) }
}

fn divide(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0) / divisor(call, 1)?).into())
}

fn remainder(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0) % divisor(call, 1)?).into())
}

fn div_rem(call: &mut Call<'_>) -> Result<Value> {
    let (left, right) = (arg(call, 0), divisor(call, 1)?);
    let (quotient, remainder) = (&left / &right, &left % &right);
    if call.args.len() == 2 {
        return Ok(value_tuple::tuple_of(vec![quotient.into(), remainder.into()]));
    }
    if let Some(slot) = call.payload::<Reference>(2) {
        slot.set(remainder.into());
    }
    Ok(quotient.into())
}

fn negate(call: &mut Call<'_>) -> Result<Value> {
    Ok((-arg(call, 0)).into())
}

/// The natural logarithm, also of numbers beyond a double.
fn ln(number: &BigInt) -> f64 {
    if number.is_negative() {
        return f64::NAN;
    }
    let shift = number.bits().saturating_sub(1000);
    let top = (number >> shift).to_f64().unwrap_or(f64::INFINITY);
    top.ln() + shift as f64 * std::f64::consts::LN_2
}

fn log(call: &mut Call<'_>) -> Result<Value> {
    let ln = ln(&arg(call, 0));
    Ok(if call.args.len() == 1 { ln } else { ln / call.double(1).ln() }.into())
}

fn log10(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    Ok(number
        .to_f64()
        .filter(|n| n.is_finite())
        .map_or_else(|| ln(&number) / std::f64::consts::LN_10, f64::log10)
        .into())
}

fn greatest_common_divisor(call: &mut Call<'_>) -> Result<Value> {
    let (mut a, mut b) = (arg(call, 0).abs(), arg(call, 1).abs());
    while !b.is_zero() {
        call.cx.poll()?;
        (a, b) = (b.clone(), a % b);
    }
    Ok(a.into())
}

fn max(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).max(arg(call, 1)).into())
}

fn min(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).min(arg(call, 1)).into())
}

fn clamp(call: &mut Call<'_>) -> Result<Value> {
    let (min, max) = (arg(call, 1), arg(call, 2));
    if min > max {
        return Err(Error::argument(&format!("'{min}' cannot be greater than {max}."), ""));
    }
    Ok(arg(call, 0).clamp(min, max).into())
}

fn mod_pow(call: &mut Call<'_>) -> Result<Value> {
    let (value, exponent, modulus) = (arg(call, 0), arg(call, 1), divisor(call, 2)?);
    if exponent.is_negative() {
        return Err(fault::out_of_range("The number must be greater than or equal to zero.", "exponent"));
    }
    let negative = value.is_negative() && exponent.bit(0);
    let result = value.abs().modpow(&exponent, &modulus.abs());
    Ok(if negative { -result } else { result }.into())
}

fn pow(call: &mut Call<'_>) -> Result<Value> {
    let (mut base, exponent) = (arg(call, 0), call.int(1));
    let Ok(mut left) = u32::try_from(exponent) else {
        return Err(fault::negative("exponent", exponent.into()));
    };
    let mut result = BigInt::from(1);
    while left > 0 {
        call.cx.poll()?;
        if left & 1 == 1 {
            result *= &base;
        }
        left >>= 1;
        if left > 0 {
            base = &base * &base;
        }
    }
    Ok(result.into())
}

fn to_byte_array(call: &mut Call<'_>) -> Result<Value> {
    let number = this(call);
    let (unsigned, big_endian) =
        if call.args.len() == 2 { (call.bool(0), call.bool(1)) } else { (false, false) };
    let mut bytes = if unsigned {
        if number.is_negative() {
            return Err(fault::overflow("Negative values do not have an unsigned representation."));
        }
        number.to_bytes_le().1
    } else {
        number.to_signed_bytes_le()
    };
    if big_endian {
        bytes.reverse();
    }
    Ok(Obj::bytes(bytes).into())
}

fn get_byte_count(call: &mut Call<'_>) -> Result<Value> {
    let number = this(call);
    let bytes = if call.bool(0) { number.to_bytes_le().1 } else { number.to_signed_bytes_le() };
    Ok((bytes.len() as i32).into())
}

fn get_bit_length(call: &mut Call<'_>) -> Result<Value> {
    let number = this(call);
    let positive = if number.is_negative() { -number - 1 } else { number };
    Ok((positive.bits() as i64).into())
}

fn is_even_integer(call: &mut Call<'_>) -> Result<Value> {
    Ok((!arg(call, 0).bit(0)).into())
}

fn is_odd_integer(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).bit(0).into())
}

fn is_negative(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).is_negative().into())
}

fn is_positive(call: &mut Call<'_>) -> Result<Value> {
    Ok((!arg(call, 0).is_negative()).into())
}

fn log2(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    if number.is_negative() {
        return Err(fault::out_of_range("Value must be non-negative.", "value"));
    }
    Ok(BigInt::from(number.bits().saturating_sub(1)).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use num_bigint::BigInt;
    use pwsh_value::Value;

    #[test]
    fn powers_are_exact() {
        let mut rt = Runtime::new();
        let two: Value = BigInt::from(2).into();
        let power = rt.call_static("System.Numerics.BigInteger", "Pow", &[two, 100.into()]).unwrap();
        assert_eq!(rt.text(&power), "1267650600228229401496703205376");
    }
}
