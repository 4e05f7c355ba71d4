//! `System.Math`: each function for every number type that it has.

use super::floating;
use super::integer;
use super::rounding;
use crate::fault;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, method, property};
use pwsh_value::{Result, Value};

/// `System.Math`.
pub static MATH: FacadeType = FacadeType {
    members: &[
        property("static double E {get;}", e),
        property("static double PI {get;}", pi),
        property("static double Tau {get;}", tau),
        method("static double Acos(double d)", acos),
        method("static double Acosh(double d)", acosh),
        method("static double Asin(double d)", asin),
        method("static double Asinh(double d)", asinh),
        method("static double Atan(double d)", atan),
        method("static double Atanh(double d)", atanh),
        method("static double Atan2(double y, double x)", atan2),
        method("static double Cbrt(double d)", cbrt),
        method("static double Ceiling(double a)", ceiling),
        method("static double Cos(double d)", cos),
        method("static double Cosh(double value)", cosh),
        method("static double Exp(double d)", exp),
        method("static double Floor(double d)", floor),
        method("static double FusedMultiplyAdd(double x, double y, double z)", fused_multiply_add),
        method("static double Log(double d)", log),
        method("static double Log2(double x)", log2),
        method("static double Log10(double d)", log10),
        method("static double Pow(double x, double y)", pow),
        method("static double Sin(double a)", sin),
        method("static System.ValueTuple[double,double] SinCos(double x)", sin_cos),
        method("static double Sinh(double value)", sinh),
        method("static double Sqrt(double d)", sqrt),
        method("static double Tan(double a)", tan),
        method("static double Tanh(double value)", tanh),
        method("static short Abs(short value)", abs),
        method("static int Abs(int value)", abs),
        method("static long Abs(long value)", abs),
        method("static sbyte Abs(sbyte value)", abs),
        method("static decimal Abs(decimal value)", abs),
        method("static double Abs(double value)", abs),
        method("static float Abs(float value)", abs),
        method("static ulong BigMul(uint a, uint b)", big_mul),
        method("static long BigMul(int a, int b)", big_mul),
        method("static ulong BigMul(ulong a, ulong b, [ref] ulong low)", big_mul),
        method("static long BigMul(long a, long b, [ref] long low)", big_mul),
        method("static double BitDecrement(double x)", bit_decrement),
        method("static double BitIncrement(double x)", bit_increment),
        method("static double CopySign(double x, double y)", copy_sign),
        method("static int DivRem(int a, int b, [ref] int result)", div_rem),
        method("static long DivRem(long a, long b, [ref] long result)", div_rem),
        method("static System.ValueTuple[sbyte,sbyte] DivRem(sbyte left, sbyte right)", div_rem),
        method("static System.ValueTuple[byte,byte] DivRem(byte left, byte right)", div_rem),
        method("static System.ValueTuple[short,short] DivRem(short left, short right)", div_rem),
        method("static System.ValueTuple[ushort,ushort] DivRem(ushort left, ushort right)", div_rem),
        method("static System.ValueTuple[int,int] DivRem(int left, int right)", div_rem),
        method("static System.ValueTuple[uint,uint] DivRem(uint left, uint right)", div_rem),
        method("static System.ValueTuple[long,long] DivRem(long left, long right)", div_rem),
        method("static System.ValueTuple[ulong,ulong] DivRem(ulong left, ulong right)", div_rem),
        method("static decimal Ceiling(decimal d)", ceiling),
        method("static byte Clamp(byte value, byte min, byte max)", clamp),
        method("static decimal Clamp(decimal value, decimal min, decimal max)", clamp),
        method("static double Clamp(double value, double min, double max)", clamp),
        method("static short Clamp(short value, short min, short max)", clamp),
        method("static int Clamp(int value, int min, int max)", clamp),
        method("static long Clamp(long value, long min, long max)", clamp),
        method("static sbyte Clamp(sbyte value, sbyte min, sbyte max)", clamp),
        method("static float Clamp(float value, float min, float max)", clamp),
        method("static ushort Clamp(ushort value, ushort min, ushort max)", clamp),
        method("static uint Clamp(uint value, uint min, uint max)", clamp),
        method("static ulong Clamp(ulong value, ulong min, ulong max)", clamp),
        method("static decimal Floor(decimal d)", floor),
        method("static double IEEERemainder(double x, double y)", ieee_remainder),
        method("static int ILogB(double x)", i_log_b),
        method("static double Log(double a, double newBase)", log),
        method("static byte Max(byte val1, byte val2)", max),
        method("static decimal Max(decimal val1, decimal val2)", max),
        method("static double Max(double val1, double val2)", max),
        method("static short Max(short val1, short val2)", max),
        method("static int Max(int val1, int val2)", max),
        method("static long Max(long val1, long val2)", max),
        method("static sbyte Max(sbyte val1, sbyte val2)", max),
        method("static float Max(float val1, float val2)", max),
        method("static ushort Max(ushort val1, ushort val2)", max),
        method("static uint Max(uint val1, uint val2)", max),
        method("static ulong Max(ulong val1, ulong val2)", max),
        method("static double MaxMagnitude(double x, double y)", max_magnitude),
        method("static byte Min(byte val1, byte val2)", min),
        method("static decimal Min(decimal val1, decimal val2)", min),
        method("static double Min(double val1, double val2)", min),
        method("static short Min(short val1, short val2)", min),
        method("static int Min(int val1, int val2)", min),
        method("static long Min(long val1, long val2)", min),
        method("static sbyte Min(sbyte val1, sbyte val2)", min),
        method("static float Min(float val1, float val2)", min),
        method("static ushort Min(ushort val1, ushort val2)", min),
        method("static uint Min(uint val1, uint val2)", min),
        method("static ulong Min(ulong val1, ulong val2)", min),
        method("static double MinMagnitude(double x, double y)", min_magnitude),
        method("static decimal Round(decimal d)", round),
        method("static decimal Round(decimal d, int decimals)", round),
        method("static decimal Round(decimal d, System.MidpointRounding mode)", round),
        method("static decimal Round(decimal d, int decimals, System.MidpointRounding mode)", round),
        method("static double Round(double a)", round),
        method("static double Round(double value, int digits)", round),
        method("static double Round(double value, System.MidpointRounding mode)", round),
        method("static double Round(double value, int digits, System.MidpointRounding mode)", round),
        method("static int Sign(decimal value)", sign),
        method("static int Sign(double value)", sign),
        method("static int Sign(short value)", sign),
        method("static int Sign(int value)", sign),
        method("static int Sign(long value)", sign),
        method("static int Sign(sbyte value)", sign),
        method("static int Sign(float value)", sign),
        method("static decimal Truncate(decimal d)", truncate),
        method("static double Truncate(double d)", truncate),
        method("static double ScaleB(double x, int n)", scale_b),
    ],
    ..FacadeType::static_class("System.Math")
};

use floating::i_log_b;

macro_rules! of_double {
    ($($name:ident)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            floating::$name::<f64>(call)
        }
    )*};
}

of_double! {
    e pi tau acos acosh asin asinh atan atanh atan2 cbrt cos cosh exp log log2 log10 pow sin sin_cos sinh sqrt
    tan tanh ieee_remainder scale_b fused_multiply_add bit_increment bit_decrement copy_sign max_magnitude
    min_magnitude
}

/// Functions that every number type has: the first argument says which.
macro_rules! of_any {
    ($($name:ident)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            match call.arg(0) {
                Value::Int8(_) => integer::$name::<i8>(call),
                Value::UInt8(_) => integer::$name::<u8>(call),
                Value::Int16(_) => integer::$name::<i16>(call),
                Value::UInt16(_) => integer::$name::<u16>(call),
                Value::Int32(_) => integer::$name::<i32>(call),
                Value::UInt32(_) => integer::$name::<u32>(call),
                Value::Int64(_) => integer::$name::<i64>(call),
                Value::UInt64(_) => integer::$name::<u64>(call),
                Value::Single(_) => floating::$name::<f32>(call),
                Value::Double(_) => floating::$name::<f64>(call),
                _ => super::decimal::$name(call),
            }
        }
    )*};
}

of_any! { abs max min clamp }

/// Functions of doubles and decimals.
macro_rules! of_real {
    ($($name:ident)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            match call.arg(0) {
                Value::Double(_) => floating::$name::<f64>(call),
                _ => super::decimal::$name(call),
            }
        }
    )*};
}

of_real! { ceiling floor truncate }

fn round(call: &mut Call<'_>) -> Result<Value> {
    if let Value::Double(number) = *call.arg(0) {
        let (digits, mode) = rounding::arguments(call)?;
        return Ok(rounding::real(number, digits, mode)?.into());
    }
    super::decimal::round(call)
}

fn sign(call: &mut Call<'_>) -> Result<Value> {
    match call.arg(0) {
        Value::Double(_) | Value::Single(_) => floating::sign(call),
        other => match integer::whole(other) {
            Some(number) => Ok((number.signum() as i32).into()),
            None => super::decimal::sign(call),
        },
    }
}

fn big_mul(call: &mut Call<'_>) -> Result<Value> {
    let product = integer::whole(call.arg(0)).zip(integer::whole(call.arg(1))).map_or(0, |(a, b)| a * b);
    Ok(if matches!(call.arg(0), Value::UInt32(_)) {
        Value::UInt64(product as u64)
    } else {
        Value::Int64(product as i64)
    })
}

/// With a third argument the remainder goes there, without one the result is a tuple.
fn div_rem(call: &mut Call<'_>) -> Result<Value> {
    if let Some(slot) = call.payload::<Reference>(2) {
        let (Some(left), Some(right)) = (integer::whole(call.arg(0)), integer::whole(call.arg(1))) else {
            return Ok(Value::Null);
        };
        if right == 0 {
            return Err(fault::divide_by_zero());
        }
        let wide = matches!(call.arg(0), Value::Int64(_));
        let typed = |n: i128| if wide { Value::Int64(n as i64) } else { Value::Int32(n as i32) };
        slot.set(typed(left % right));
        return Ok(typed(left / right));
    }
    match call.arg(0) {
        Value::Int8(_) => integer::div_rem::<i8>(call),
        Value::UInt8(_) => integer::div_rem::<u8>(call),
        Value::Int16(_) => integer::div_rem::<i16>(call),
        Value::UInt16(_) => integer::div_rem::<u16>(call),
        Value::UInt32(_) => integer::div_rem::<u32>(call),
        Value::Int64(_) => integer::div_rem::<i64>(call),
        Value::UInt64(_) => integer::div_rem::<u64>(call),
        _ => integer::div_rem::<i32>(call),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn rounding_goes_to_even_unless_told() {
        let mut rt = Runtime::new();
        let round = |rt: &mut Runtime, x: f64, mode: i64| {
            let ty = pwsh_value::ty::named("System.MidpointRounding");
            let result = rt.call_static("System.Math", "Round", &[x.into(), Value::enumeration(&ty, mode)]);
            rt.text(&result.unwrap())
        };
        assert_eq!(round(&mut rt, 2.5, 0), "2");
        assert_eq!(round(&mut rt, 2.5, 1), "3");
        let two = rt.call_static("System.Math", "Round", &[2.125.into(), 2.into()]).unwrap();
        assert_eq!(rt.text(&two), "2.12");
    }

    #[test]
    fn the_type_of_the_argument_decides() {
        let mut rt = Runtime::new();
        let max = rt.call_static("System.Math", "Max", &[Value::UInt8(1), Value::UInt8(2)]).unwrap();
        assert!(max.same(&Value::UInt8(2)));
        let abs = Runtime::error(rt.call_static("System.Math", "Abs", &[i32::MIN.into()]));
        assert!(abs.ends_with("Negating the minimum value of a twos complement number is invalid."));
    }
}
