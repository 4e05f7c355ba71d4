//! `System.MathF`: the functions of `Math` for `float`.

use super::floating;
use super::rounding;
use pwsh_value::ty::{Call, FacadeType, method, property};
use pwsh_value::{Result, Value};

/// `System.MathF`.
pub static MATH_F: FacadeType = FacadeType {
    members: &[
        property("static float E {get;}", floating::e::<f32>),
        property("static float PI {get;}", floating::pi::<f32>),
        property("static float Tau {get;}", floating::tau::<f32>),
        method("static float Acos(float x)", floating::acos::<f32>),
        method("static float Acosh(float x)", floating::acosh::<f32>),
        method("static float Asin(float x)", floating::asin::<f32>),
        method("static float Asinh(float x)", floating::asinh::<f32>),
        method("static float Atan(float x)", floating::atan::<f32>),
        method("static float Atanh(float x)", floating::atanh::<f32>),
        method("static float Atan2(float y, float x)", floating::atan2::<f32>),
        method("static float Cbrt(float x)", floating::cbrt::<f32>),
        method("static float Ceiling(float x)", floating::ceiling::<f32>),
        method("static float Cos(float x)", floating::cos::<f32>),
        method("static float Cosh(float x)", floating::cosh::<f32>),
        method("static float Exp(float x)", floating::exp::<f32>),
        method("static float Floor(float x)", floating::floor::<f32>),
        method("static float Log(float x)", floating::log::<f32>),
        method("static float Log2(float x)", floating::log2::<f32>),
        method("static float Log10(float x)", floating::log10::<f32>),
        method("static float Pow(float x, float y)", floating::pow::<f32>),
        method("static float Sin(float x)", floating::sin::<f32>),
        method("static System.ValueTuple[float,float] SinCos(float x)", floating::sin_cos::<f32>),
        method("static float Sinh(float x)", floating::sinh::<f32>),
        method("static float Sqrt(float x)", floating::sqrt::<f32>),
        method("static float Tan(float x)", floating::tan::<f32>),
        method("static float Tanh(float x)", floating::tanh::<f32>),
        method("static float Abs(float x)", floating::abs::<f32>),
        method("static float BitDecrement(float x)", floating::bit_decrement::<f32>),
        method("static float BitIncrement(float x)", floating::bit_increment::<f32>),
        method("static float CopySign(float x, float y)", floating::copy_sign::<f32>),
        method(
            "static float FusedMultiplyAdd(float x, float y, float z)",
            floating::fused_multiply_add::<f32>,
        ),
        method("static float IEEERemainder(float x, float y)", floating::ieee_remainder::<f32>),
        method("static float Log(float x, float y)", floating::log::<f32>),
        method("static float Max(float x, float y)", floating::max::<f32>),
        method("static float MaxMagnitude(float x, float y)", floating::max_magnitude::<f32>),
        method("static float Min(float x, float y)", floating::min::<f32>),
        method("static float MinMagnitude(float x, float y)", floating::min_magnitude::<f32>),
        method("static float Round(float x)", round),
        method("static float Round(float x, int digits)", round),
        method("static float Round(float x, System.MidpointRounding mode)", round),
        method("static float Round(float x, int digits, System.MidpointRounding mode)", round),
        method("static float ScaleB(float x, int n)", floating::scale_b::<f32>),
        method("static int Sign(float x)", floating::sign),
        method("static float Truncate(float x)", floating::truncate::<f32>),
    ],
    ..FacadeType::static_class("System.MathF")
};

fn round(call: &mut Call<'_>) -> Result<Value> {
    let Value::Single(number) = *call.arg(0) else { return Ok(Value::Null) };
    let (digits, mode) = rounding::arguments(call)?;
    Ok((rounding::real(number.into(), digits, mode)? as f32).into())
}
