//! `System.Decimal`.

use super::number_text::{self, ParseArguments};
use super::rounding;
use crate::fault;
use crate::system::object;
use num_traits::ToPrimitive;
use pwsh_value::payload::{Array, Decimal as Payload};
use pwsh_value::text::number::parse::parse_decimal;
use pwsh_value::text::number::{Number, NumberStyles};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, method, property};
use pwsh_value::{Context, Error, Obj, Result, Value};
use rust_decimal::Decimal;
use std::hash::{DefaultHasher, Hash, Hasher};

/// `System.Decimal`.
pub static DECIMAL: FacadeType = FacadeType {
    interfaces: &[
        "System.IFormattable",
        "System.IComparable",
        "System.IConvertible",
        "System.IComparable[decimal]",
        "System.IEquatable[decimal]",
    ],
    members: &[
        constructor("new(int value)", new),
        constructor("new(uint value)", new),
        constructor("new(long value)", new),
        constructor("new(ulong value)", new),
        constructor("new(float value)", new),
        constructor("new(double value)", new),
        constructor("new(int[] bits)", new),
        constructor("new(int lo, int mid, int hi, bool isNegative, byte scale)", new),
        property("byte Scale {get;}", scale),
        property("static decimal Zero {get;}", zero),
        property("static decimal One {get;}", one),
        property("static decimal MinusOne {get;}", minus_one),
        property("static decimal MaxValue {get;}", max_value),
        property("static decimal MinValue {get;}", min_value),
        method("static decimal Add(decimal d1, decimal d2)", add),
        method("static decimal Ceiling(decimal d)", ceiling),
        method("static int Compare(decimal d1, decimal d2)", compare),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(decimal value)", object::compare_to),
        method("static decimal Divide(decimal d1, decimal d2)", divide),
        method("bool Equals(System.Object value)", object::equals),
        method("bool Equals(decimal value)", object::equals),
        method("static bool Equals(decimal d1, decimal d2)", static_equals),
        method("static decimal Floor(decimal d)", floor),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("static decimal Parse(string s)", parse),
        method("static decimal Parse(string s, System.Globalization.NumberStyles style)", parse),
        method("static decimal Parse(string s, System.IFormatProvider provider)", parse),
        method(
            "static decimal Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
            parse,
        ),
        method("static bool TryParse(string s, [ref] decimal result)", try_parse),
        method(
            "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] decimal result)",
            try_parse,
        ),
        method("static int[] GetBits(decimal d)", get_bits),
        method("static decimal Remainder(decimal d1, decimal d2)", remainder),
        method("static decimal Multiply(decimal d1, decimal d2)", multiply),
        method("static decimal Negate(decimal d)", negate),
        method("static decimal Round(decimal d)", round),
        method("static decimal Round(decimal d, int decimals)", round),
        method("static decimal Round(decimal d, System.MidpointRounding mode)", round),
        method("static decimal Round(decimal d, int decimals, System.MidpointRounding mode)", round),
        method("static decimal Subtract(decimal d1, decimal d2)", subtract),
        method("static double ToDouble(decimal d)", to_double),
        method("static int ToInt32(decimal d)", to_int32),
        method("static long ToInt64(decimal d)", to_int64),
        method("static decimal Truncate(decimal d)", truncate),
        method("System.TypeCode GetTypeCode()", get_type_code),
        method("static decimal Clamp(decimal value, decimal min, decimal max)", clamp),
        method("static decimal Max(decimal x, decimal y)", max),
        method("static decimal Min(decimal x, decimal y)", min),
        method("static int Sign(decimal d)", sign),
        method("static decimal Abs(decimal value)", abs),
        method("static bool IsInteger(decimal value)", is_integer),
        method("static bool IsNegative(decimal value)", is_negative),
        method("static bool IsPositive(decimal value)", is_positive),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] decimal result)",
            try_parse,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Decimal")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| {
        let number = of(value).unwrap_or_default();
        number_text::text_hook(cx, Number::Decimal(&number))
    }),
    equals: Some(|_, a, b| Ok(of(b).is_some() && of(a) == of(b))),
    hash_code: Some(|_, value| Ok(hash(of(value).unwrap_or_default()))),
    compare: Some(compare_hook),
    default: Some(|| Decimal::ZERO.into()),
    ..Hooks::NONE
};

/// The number in a decimal value.
pub fn of(value: &Value) -> Option<Decimal> {
    value.cell().and_then(|obj| obj.get::<Payload>()).map(|number| number.payload().0)
}

fn arg(call: &Call<'_>, index: usize) -> Decimal {
    of(call.arg(index)).unwrap_or_else(|| panic!("argument {index} is not a decimal"))
}

fn this(call: &Call<'_>) -> Decimal {
    call.this::<Payload>().payload().0
}

/// Equal numbers of different scales are one.
fn hash(number: Decimal) -> i32 {
    let mut hasher = DefaultHasher::new();
    number.normalize().hash(&mut hasher);
    hasher.finish() as i32
}

fn compare_hook(_: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    match (of(a), of(b)) {
        (Some(a), Some(b)) => Ok(a.cmp(&b) as i32),
        _ => Err(Error::argument("Object must be of type Decimal.", "")),
    }
}

fn too_large() -> Error {
    fault::overflow("Value was either too large or too small for a Decimal.")
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if call.args.len() == 5 {
        let (lo, mid, hi) = (call.int(0) as u32, call.int(1) as u32, call.int(2) as u32);
        let Value::UInt8(scale) = *call.arg(4) else { return Err(too_large()) };
        if scale > 28 {
            let message = "Decimal's scale value must be between 0 and 28, inclusive.";
            return Err(fault::out_of_range(message, "scale"));
        }
        return Ok(Decimal::from_parts(lo, mid, hi, call.bool(3), scale.into()).into());
    }
    if let Some(bits) = call.payload::<Array>(0) {
        let bits: Vec<u32> =
            bits.to_vec().iter().filter_map(super::integer::whole).map(|n| n as u32).collect();
        let [lo, mid, hi, flags] = bits[..] else {
            let message = "Decimal constructor requires an array or span of four valid decimal bytes.";
            return Err(Error::argument(message, ""));
        };
        return Ok(Decimal::from_parts(lo, mid, hi, flags >> 31 == 1, flags >> 16 & 0xFF).into());
    }
    let value = call.arg(0);
    call.cx.convert(value, &known().decimal)
}

macro_rules! constant {
    ($($name:ident = $value:expr;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok($value.into())
        }
    )*};
}
constant! {
    zero = Decimal::ZERO;
    one = Decimal::ONE;
    minus_one = Decimal::NEGATIVE_ONE;
    max_value = Decimal::MAX;
    min_value = Decimal::MIN;
}

fn scale(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::UInt8(this(call).scale() as u8))
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).checked_add(arg(call, 1)).ok_or_else(too_large)?.into())
}

fn subtract(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).checked_sub(arg(call, 1)).ok_or_else(too_large)?.into())
}

fn multiply(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).checked_mul(arg(call, 1)).ok_or_else(too_large)?.into())
}

fn divide(call: &mut Call<'_>) -> Result<Value> {
    let divisor = arg(call, 1);
    if divisor.is_zero() {
        return Err(fault::divide_by_zero());
    }
    Ok(arg(call, 0).checked_div(divisor).ok_or_else(too_large)?.into())
}

fn remainder(call: &mut Call<'_>) -> Result<Value> {
    let divisor = arg(call, 1);
    if divisor.is_zero() {
        return Err(fault::divide_by_zero());
    }
    Ok(arg(call, 0).checked_rem(divisor).ok_or_else(too_large)?.into())
}

fn negate(call: &mut Call<'_>) -> Result<Value> {
    Ok((-arg(call, 0)).into())
}

/// `Abs`.
pub fn abs(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).abs().into())
}

/// `Ceiling`.
pub fn ceiling(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).ceil().into())
}

/// `Floor`.
pub fn floor(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).floor().into())
}

/// `Truncate`.
pub fn truncate(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).trunc().into())
}

/// `Round`.
pub fn round(call: &mut Call<'_>) -> Result<Value> {
    let (digits, mode) = rounding::arguments(call)?;
    Ok(rounding::decimal(arg(call, 0), digits, mode)?.into())
}

/// `Sign`.
pub fn sign(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0).cmp(&Decimal::ZERO) as i32).into())
}

/// `Max`.
pub fn max(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).max(arg(call, 1)).into())
}

/// `Min`.
pub fn min(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).min(arg(call, 1)).into())
}

/// `Clamp`.
pub fn clamp(call: &mut Call<'_>) -> Result<Value> {
    let (value, min, max) = (arg(call, 0), arg(call, 1), arg(call, 2));
    if min > max {
        return Err(Error::argument(&format!("'{min}' cannot be greater than {max}."), ""));
    }
    Ok(value.clamp(min, max).into())
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0).cmp(&arg(call, 1)) as i32).into())
}

fn static_equals(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0) == arg(call, 1)).into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let number = this(call);
    number_text::to_string(call, Number::Decimal(&number))
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.this.ty()))
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, NumberStyles::NUMBER);
    arguments.styles.check_for_float().map_err(number_text::style_error)?;
    Ok(arguments.parse("s", |text, a| parse_decimal(text, a.styles, &a.culture.number))?.into())
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, NumberStyles::NUMBER);
    arguments.styles.check_for_float().map_err(number_text::style_error)?;
    arguments.try_parse(call, Decimal::ZERO, |text, a| parse_decimal(text, a.styles, &a.culture.number))
}

fn get_bits(call: &mut Call<'_>) -> Result<Value> {
    let parts = arg(call, 0).unpack();
    let flags = parts.scale << 16 | u32::from(parts.negative) << 31;
    let bits = [parts.lo, parts.mid, parts.hi, flags].map(|part| Value::Int32(part as i32));
    Ok(Obj::typed_array(&known().int32, bits.to_vec()).into())
}

fn is_integer(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).is_integer().into())
}

fn is_negative(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).is_sign_negative().into())
}

fn is_positive(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).is_sign_positive().into())
}

fn to_double(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).to_f64().into())
}

fn to_int32(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0).trunc().to_i32();
    Ok(number.ok_or_else(|| fault::overflow("Value was either too large or too small for an Int32."))?.into())
}

fn to_int64(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0).trunc().to_i64();
    Ok(number.ok_or_else(|| fault::overflow("Value was either too large or too small for an Int64."))?.into())
}
