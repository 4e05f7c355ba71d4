//! What `System.Double` and `System.Single` share: reading, writing and the functions of a real number.

use super::number_text::{self, ParseArguments};
use super::rounding;
use crate::fault;
use crate::system::value_tuple;
use pwsh_value::text::number::parse::{NumberParseError, parse_double, parse_single};
use pwsh_value::text::number::{Number, NumberStyles};
use pwsh_value::ty::{Call, Hooks};
use pwsh_value::{Context, Error, PsString, Result, Type, Value};

/// A .NET floating-point type, computed in `f64`.
pub trait Floating: Copy + 'static {
    /// The number as a value of the type.
    fn value(number: f64) -> Value;
    /// The least, the greatest and the smallest positive number.
    const LIMITS: [f64; 3];
    /// Reads text.
    fn read(text: &str, arguments: &ParseArguments) -> Result<f64, NumberParseError>;
}

impl Floating for f64 {
    fn value(number: f64) -> Value {
        Value::Double(number)
    }
    const LIMITS: [f64; 3] = [f64::MIN, f64::MAX, 5e-324];
    fn read(text: &str, a: &ParseArguments) -> Result<f64, NumberParseError> {
        parse_double(text, a.styles, &a.culture.number)
    }
}

impl Floating for f32 {
    fn value(number: f64) -> Value {
        Value::Single(number as f32)
    }
    const LIMITS: [f64; 3] = [f32::MIN as f64, f32::MAX as f64, 1e-45_f32 as f64];
    fn read(text: &str, a: &ParseArguments) -> Result<f64, NumberParseError> {
        parse_single(text, a.styles, &a.culture.number).map(f64::from)
    }
}

/// A double or single for the number formatter.
pub fn number(value: &Value) -> Number<'static> {
    match *value.unwrapped() {
        Value::Single(v) => Number::Single(v),
        Value::Double(v) => Number::Double(v),
        _ => Number::Double(f64::NAN),
    }
}

/// What the floating-point types do without going through a member.
pub const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| number_text::text_hook(cx, number(value))),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && are_equal(real(a), real(b)))),
    hash_code: Some(|_, value| Ok(hash(value))),
    compare: Some(compare),
    ..Hooks::NONE
};

fn real(value: &Value) -> f64 {
    match *value {
        Value::Single(v) => v.into(),
        Value::Double(v) => v,
        _ => f64::NAN,
    }
}

/// .NET's `Equals`: a NaN equals another.
fn are_equal(a: f64, b: f64) -> bool {
    a == b || a.is_nan() && b.is_nan()
}

fn hash(value: &Value) -> i32 {
    match *value {
        Value::Single(v) => {
            if v == 0.0 {
                0
            } else {
                v.to_bits() as i32
            }
        }
        Value::Double(v) => {
            let bits = if v == 0.0 { 0 } else { v.to_bits() };
            (bits ^ (bits >> 32)) as i32
        }
        _ => 0,
    }
}

fn compare(_: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    if a.ty() != b.ty() {
        let name = a.ty().map_or_else(PsString::empty, Type::short_name);
        return Err(Error::argument(&format!("Object must be of type {name}."), ""));
    }
    let (a, b) = (real(a), real(b));
    // NaN is less than any number.
    Ok(a.partial_cmp(&b).map_or_else(|| i32::from(b.is_nan()) - i32::from(a.is_nan()), |order| order as i32))
}

fn arg(call: &Call<'_>, index: usize) -> f64 {
    match *call.arg(index) {
        Value::Single(v) => v.into(),
        _ => call.double(index),
    }
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

const STYLES: NumberStyles = NumberStyles(NumberStyles::FLOAT.0 | NumberStyles::ALLOW_THOUSANDS.0);

/// `Parse`.
pub fn parse<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, STYLES);
    arguments.styles.check_for_float().map_err(number_text::style_error)?;
    Ok(T::value(arguments.parse("s", T::read)?))
}

/// `TryParse`.
pub fn try_parse<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let arguments = ParseArguments::of(call, STYLES);
    arguments.styles.check_for_float().map_err(number_text::style_error)?;
    arguments.try_parse(call, T::value(0.0), |text, a| T::read(text, a).map(T::value))
}

macro_rules! constants {
    ($($name:ident = $value:expr, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub fn $name<T: Floating>(_: &mut Call<'_>) -> Result<Value> {
            Ok(T::value($value))
        }
    )*};
}

constants! {
    min_value = T::LIMITS[0], "`MinValue`.";
    max_value = T::LIMITS[1], "`MaxValue`.";
    epsilon = T::LIMITS[2], "`Epsilon`, the smallest number above zero.";
    negative_infinity = f64::NEG_INFINITY, "`NegativeInfinity`.";
    positive_infinity = f64::INFINITY, "`PositiveInfinity`.";
    na_n = f64::NAN, "`NaN`.";
    negative_zero = -0.0, "`NegativeZero`.";
    e = std::f64::consts::E, "`E`.";
    pi = std::f64::consts::PI, "`Pi`.";
    tau = std::f64::consts::TAU, "`Tau`.";
}

macro_rules! functions {
    ($($name:ident = $function:expr, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub fn $name<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
            let function: fn(f64) -> f64 = $function;
            Ok(T::value(function(arg(call, 0))))
        }
    )*};
}

functions! {
    exp = f64::exp, "`Exp`.";
    exp_m1 = f64::exp_m1, "`ExpM1`.";
    exp2 = f64::exp2, "`Exp2`.";
    exp10 = |x| 10_f64.powf(x), "`Exp10`.";
    ceiling = f64::ceil, "`Ceiling`.";
    floor = f64::floor, "`Floor`.";
    truncate = f64::trunc, "`Truncate`.";
    acos = f64::acos, "`Acos`.";
    acosh = f64::acosh, "`Acosh`.";
    asin = f64::asin, "`Asin`.";
    asinh = f64::asinh, "`Asinh`.";
    atan = f64::atan, "`Atan`.";
    atanh = f64::atanh, "`Atanh`.";
    cos = f64::cos, "`Cos`.";
    cosh = f64::cosh, "`Cosh`.";
    sin = f64::sin, "`Sin`.";
    sinh = f64::sinh, "`Sinh`.";
    tan = f64::tan, "`Tan`.";
    tanh = f64::tanh, "`Tanh`.";
    log2 = f64::log2, "`Log2`.";
    log10 = f64::log10, "`Log10`.";
    sqrt = f64::sqrt, "`Sqrt`.";
    cbrt = f64::cbrt, "`Cbrt`.";
    abs = f64::abs, "`Abs`.";
    degrees_to_radians = f64::to_radians, "`DegreesToRadians`.";
    radians_to_degrees = f64::to_degrees, "`RadiansToDegrees`.";
}

macro_rules! pairs {
    ($($name:ident = $function:expr, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub fn $name<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
            let function: fn(f64, f64) -> f64 = $function;
            Ok(T::value(function(arg(call, 0), arg(call, 1))))
        }
    )*};
}

pairs! {
    atan2 = f64::atan2, "`Atan2`.";
    pow = power, "`Pow`.";
    hypot = f64::hypot, "`Hypot`.";
    copy_sign = f64::copysign, "`CopySign`.";
    max = greater, "`Max`: NaN wins.";
    min = lesser, "`Min`: NaN wins.";
    max_magnitude = |x, y| if x.abs() > y.abs() || x.is_nan() { x } else if x.abs() == y.abs() { greater(x, y) } else { y },
        "`MaxMagnitude`.";
    min_magnitude = |x, y| if x.abs() < y.abs() || x.is_nan() { x } else if x.abs() == y.abs() { lesser(x, y) } else { y },
        "`MinMagnitude`.";
    ieee754_remainder = remainder, "`Ieee754Remainder`.";
    ieee_remainder = remainder, "`IEEERemainder`.";
}

/// `Pow` as .NET has it: 1 to any power and any number to the power 0 are 1.
fn power(x: f64, y: f64) -> f64 {
    x.powf(y)
}

fn greater(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        if x.is_sign_negative() { y } else { x }
    } else {
        x.max(y)
    }
}

fn lesser(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        if x.is_sign_negative() { x } else { y }
    } else {
        x.min(y)
    }
}

/// IEEE's remainder: the quotient is rounded to the nearest, to even from the middle.
fn remainder(x: f64, y: f64) -> f64 {
    let regular = x % y;
    if regular.is_nan() || regular == 0.0 && x.is_sign_negative() {
        return if regular.is_nan() { f64::NAN } else { -0.0 };
    }
    let alternative = regular - y.abs() * x.signum();
    if alternative.abs() == regular.abs() {
        let rounded = (x / y).round_ties_even();
        return if (rounded - x / y).abs() < 0.5 || (x / y - rounded).abs() == 0.5 {
            x - rounded * y
        } else {
            regular
        };
    }
    if alternative.abs() < regular.abs() { alternative } else { regular }
}

/// `Log`, of any base.
pub fn log<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let x = arg(call, 0);
    if call.args.len() == 1 {
        return Ok(T::value(x.ln()));
    }
    let base = arg(call, 1);
    let result =
        if x.is_nan() || base.is_nan() || base == 1.0 || x != 1.0 && (base == 0.0 || base == f64::INFINITY) {
            f64::NAN
        } else {
            x.ln() / base.ln()
        };
    Ok(T::value(result))
}

/// `Round`.
pub fn round<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let (digits, mode) = rounding::arguments(call)?;
    Ok(T::value(rounding::real(arg(call, 0), digits, mode)?))
}

/// `Clamp`.
pub fn clamp<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let (value, min, max) = (arg(call, 0), arg(call, 1), arg(call, 2));
    if min > max {
        return Err(Error::argument(&format!("'{min}' cannot be greater than {max}."), ""));
    }
    Ok(T::value(if value < min {
        min
    } else if value > max {
        max
    } else {
        value
    }))
}

/// `Sign`; NaN has none.
pub fn sign(call: &mut Call<'_>) -> Result<Value> {
    match arg(call, 0).partial_cmp(&0.0) {
        Some(order) => Ok((order as i32).into()),
        None => Err(Error::new(
            "System.ArithmeticException",
            "Function does not accept floating point Not-a-Number values.",
        )),
    }
}

/// `SinCos`: a tuple of both.
pub fn sin_cos<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let (sin, cos) = arg(call, 0).sin_cos();
    Ok(value_tuple::tuple_of(vec![T::value(sin), T::value(cos)]))
}

/// `FusedMultiplyAdd`.
pub fn fused_multiply_add<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    Ok(T::value(arg(call, 0).mul_add(arg(call, 1), arg(call, 2))))
}

/// `Lerp`.
pub fn lerp<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let (from, to, amount) = (arg(call, 0), arg(call, 1), arg(call, 2));
    Ok(T::value(from * (1.0 - amount) + to * amount))
}

/// `RootN`.
pub fn root_n<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    let (x, n) = (arg(call, 0), call.int(1));
    if n == 0 {
        return Err(fault::divide_by_zero());
    }
    let root = x.abs().powf(1.0 / f64::from(n));
    Ok(T::value(if x < 0.0 { if n % 2 == 0 { f64::NAN } else { -root } } else { root }))
}

/// `ScaleB`.
pub fn scale_b<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    Ok(T::value(arg(call, 0) * 2_f64.powi(call.int(1))))
}

/// `ILogB`.
pub fn i_log_b(call: &mut Call<'_>) -> Result<Value> {
    let x = arg(call, 0).abs();
    Ok(if x == 0.0 {
        i32::MIN
    } else if x.is_finite() {
        x.log2().floor() as i32
    } else {
        i32::MAX
    }
    .into())
}

/// `BitIncrement` of a double.
pub fn bit_increment<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    Ok(match *call.arg(0) {
        Value::Single(v) => Value::Single(v.next_up()),
        _ => T::value(arg(call, 0).next_up()),
    })
}

/// `BitDecrement` of a double.
pub fn bit_decrement<T: Floating>(call: &mut Call<'_>) -> Result<Value> {
    Ok(match *call.arg(0) {
        Value::Single(v) => Value::Single(v.next_down()),
        _ => T::value(arg(call, 0).next_down()),
    })
}

macro_rules! questions {
    ($($name:ident = $question:expr, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub fn $name(call: &mut Call<'_>) -> Result<Value> {
            let question: fn(f64) -> bool = $question;
            Ok(question(arg(call, 0)).into())
        }
    )*};
}

questions! {
    is_finite = f64::is_finite, "`IsFinite`.";
    is_infinity = f64::is_infinite, "`IsInfinity`.";
    is_na_n = f64::is_nan, "`IsNaN`.";
    is_negative = f64::is_sign_negative, "`IsNegative`.";
    is_positive = f64::is_sign_positive, "`IsPositive`.";
    is_negative_infinity = |x| x == f64::NEG_INFINITY, "`IsNegativeInfinity`.";
    is_positive_infinity = |x| x == f64::INFINITY, "`IsPositiveInfinity`.";
    is_integer = |x| x.is_finite() && x.fract() == 0.0, "`IsInteger`.";
    is_even_integer = |x| x.is_finite() && x % 2.0 == 0.0, "`IsEvenInteger`.";
    is_odd_integer = |x| x.is_finite() && (x % 2.0).abs() == 1.0, "`IsOddInteger`.";
    is_real_number = |x| !x.is_nan(), "`IsRealNumber`.";
    is_pow2 = |x| x > 0.0 && x.is_finite() && x.log2().fract() == 0.0, "`IsPow2`.";
}
