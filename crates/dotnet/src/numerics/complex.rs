//! `System.Numerics.Complex`.

use crate::globalization::provider::{culture_of, current};
use crate::system::number_text::{format_and_provider, formatted};
use crate::system::object;
use pwsh_value::text::culture::Culture;
use pwsh_value::text::number::Number;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Numerics.Complex`.
pub static COMPLEX: FacadeType = FacadeType {
    interfaces: &["System.IFormattable", "System.IEquatable[System.Numerics.Complex]"],
    members: &[
        constructor("new(double real, double imaginary)", new),
        property("double Real {get;}", real),
        property("double Imaginary {get;}", imaginary),
        property("double Magnitude {get;}", magnitude),
        property("double Phase {get;}", phase),
        property("static System.Numerics.Complex Zero {get;}", zero),
        property("static System.Numerics.Complex One {get;}", one),
        property("static System.Numerics.Complex ImaginaryOne {get;}", imaginary_one),
        method(
            "static System.Numerics.Complex FromPolarCoordinates(double magnitude, double phase)",
            from_polar,
        ),
        method("static System.Numerics.Complex Negate(System.Numerics.Complex value)", negate),
        method(
            "static System.Numerics.Complex Add(System.Numerics.Complex left, System.Numerics.Complex right)",
            |call| binary(call, Parts::add),
        ),
        method(
            "static System.Numerics.Complex Subtract(System.Numerics.Complex left, System.Numerics.Complex right)",
            |call| binary(call, Parts::subtract),
        ),
        method(
            "static System.Numerics.Complex Multiply(System.Numerics.Complex left, System.Numerics.Complex right)",
            |call| binary(call, Parts::multiply),
        ),
        method(
            "static System.Numerics.Complex Divide(System.Numerics.Complex dividend, System.Numerics.Complex divisor)",
            |call| binary(call, Parts::divide),
        ),
        method("static double Abs(System.Numerics.Complex value)", abs),
        method("static System.Numerics.Complex Conjugate(System.Numerics.Complex value)", conjugate),
        method("static System.Numerics.Complex Reciprocal(System.Numerics.Complex value)", reciprocal),
        method("static System.Numerics.Complex Sqrt(System.Numerics.Complex value)", sqrt),
        method("static System.Numerics.Complex Exp(System.Numerics.Complex value)", exp),
        method("static System.Numerics.Complex Log(System.Numerics.Complex value)", log),
        method(
            "static System.Numerics.Complex Pow(System.Numerics.Complex value, System.Numerics.Complex power)",
            |call| binary(call, Parts::power),
        ),
        method("static System.Numerics.Complex Pow(System.Numerics.Complex value, double power)", |call| {
            binary(call, Parts::power)
        }),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.Numerics.Complex value)", object::equals),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
    ],
    hooks: Hooks {
        to_string: Some(|cx, value| text(of(value).unwrap_or_default(), "", &current(cx))),
        equals: Some(|_, a, b| Ok(a.ty() == b.ty() && of(a) == of(b))),
        default: Some(|| made(Parts::default())),
        convert_from: Some(|_, _, value| Ok(plain(value).map(made))),
        operator: Some(|_, name, a, b| {
            let Some((a, b)) = of(a).or_else(|| plain(a)).zip(of(b).or_else(|| plain(b))) else {
                return Ok(None);
            };
            Ok(match name {
                "op_Addition" => Some(made(a.add(b))),
                "op_Subtraction" => Some(made(a.subtract(b))),
                "op_Multiply" => Some(made(a.multiply(b))),
                "op_Division" => Some(made(a.divide(b))),
                _ => None,
            })
        }),
        ..Hooks::NONE
    },
    ..FacadeType::structure("System.Numerics.Complex")
};

/// The payload: real and imaginary part.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Parts {
    real: f64,
    imaginary: f64,
}

impl Payload for Parts {}

impl Parts {
    fn of(real: f64, imaginary: f64) -> Parts {
        Parts { real, imaginary }
    }

    fn polar(magnitude: f64, phase: f64) -> Parts {
        Parts::of(magnitude * phase.cos(), magnitude * phase.sin())
    }

    fn magnitude(self) -> f64 {
        self.real.hypot(self.imaginary)
    }

    fn phase(self) -> f64 {
        self.imaginary.atan2(self.real)
    }

    fn add(self, other: Parts) -> Parts {
        Parts::of(self.real + other.real, self.imaginary + other.imaginary)
    }

    fn subtract(self, other: Parts) -> Parts {
        Parts::of(self.real - other.real, self.imaginary - other.imaginary)
    }

    fn multiply(self, other: Parts) -> Parts {
        let real = self.real * other.real - self.imaginary * other.imaginary;
        Parts::of(real, self.imaginary * other.real + self.real * other.imaginary)
    }

    /// Smith's way, as .NET divides.
    fn divide(self, other: Parts) -> Parts {
        let (a, b, c, d) = (self.real, self.imaginary, other.real, other.imaginary);
        if d.abs() < c.abs() {
            let ratio = d / c;
            Parts::of((a + b * ratio) / (c + d * ratio), (b - a * ratio) / (c + d * ratio))
        } else {
            let ratio = c / d;
            Parts::of((b + a * ratio) / (d + c * ratio), (-a + b * ratio) / (d + c * ratio))
        }
    }

    fn power(self, power: Parts) -> Parts {
        if power == Parts::default() {
            return Parts::of(1.0, 0.0);
        }
        if self == Parts::default() {
            return self;
        }
        let (magnitude, phase) = (self.magnitude(), self.phase());
        let angle = power.real * phase + power.imaginary * magnitude.ln();
        let scale = magnitude.powf(power.real) * std::f64::consts::E.powf(-power.imaginary * phase);
        Parts::polar(scale, angle)
    }
}

fn made(number: Parts) -> Value {
    Obj::new(named("System.Numerics.Complex"), number).into()
}

fn of(value: &Value) -> Option<Parts> {
    value.cell().and_then(|obj| obj.get::<Parts>()).map(|number| *number.payload())
}

/// A plain number as a complex one.
fn plain(value: &Value) -> Option<Parts> {
    let real = match *value.unwrapped() {
        Value::Double(number) => number,
        Value::Single(number) => number.into(),
        ref other => crate::system::integer::whole(other)? as f64,
    };
    Some(Parts::of(real, 0.0))
}

fn this(call: &Call<'_>) -> Parts {
    *call.this::<Parts>().payload()
}

fn arg(call: &Call<'_>, index: usize) -> Parts {
    of(call.arg(index)).or_else(|| plain(call.arg(index))).unwrap_or_default()
}

fn text(number: Parts, format: &str, culture: &Culture) -> Result<PsString> {
    let real = formatted(Number::Double(number.real), format, culture)?;
    let imaginary = formatted(Number::Double(number.imaginary), format, culture)?;
    Ok(format!("<{real}; {imaginary}>").into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    Ok(text(this(call), &format.to_str(), &culture_of(call.cx, provider))?.into())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(Parts::of(call.double(0), call.double(1))))
}

fn real(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).real.into())
}

fn imaginary(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).imaginary.into())
}

fn magnitude(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).magnitude().into())
}

fn phase(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).phase().into())
}

fn zero(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(Parts::default()))
}

fn one(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(Parts::of(1.0, 0.0)))
}

fn imaginary_one(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(Parts::of(0.0, 1.0)))
}

fn from_polar(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(Parts::polar(call.double(0), call.double(1))))
}

fn binary(call: &mut Call<'_>, run: fn(Parts, Parts) -> Parts) -> Result<Value> {
    Ok(made(run(arg(call, 0), arg(call, 1))))
}

fn negate(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(Parts::default().subtract(arg(call, 0))))
}

fn abs(call: &mut Call<'_>) -> Result<Value> {
    Ok(arg(call, 0).magnitude().into())
}

fn conjugate(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    Ok(made(Parts::of(number.real, -number.imaginary)))
}

fn reciprocal(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    let zero = number == Parts::default();
    Ok(made(if zero { number } else { Parts::of(1.0, 0.0).divide(number) }))
}

fn sqrt(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    if number.imaginary == 0.0 {
        let root = number.real.abs().sqrt();
        return Ok(made(if number.real < 0.0 { Parts::of(0.0, root) } else { Parts::of(root, 0.0) }));
    }
    let real = ((number.magnitude() + number.real.abs()) / 2.0).sqrt();
    let other = number.imaginary / (2.0 * real);
    Ok(made(match number.real >= 0.0 {
        true => Parts::of(real, other),
        false => Parts::of(other.abs(), real.copysign(number.imaginary)),
    }))
}

fn exp(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    Ok(made(Parts::polar(number.real.exp(), number.imaginary)))
}

fn log(call: &mut Call<'_>) -> Result<Value> {
    let number = arg(call, 0);
    Ok(made(Parts::of(number.magnitude().ln(), number.phase())))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn products() {
        let mut rt = Runtime::new();
        let made = |rt: &mut Runtime, a: f64, b: f64| {
            rt.make("System.Numerics.Complex", &[a.into(), b.into()]).unwrap()
        };
        let both: [Value; 2] = [made(&mut rt, 1.0, 2.0), made(&mut rt, 3.0, 4.0)];
        let product = rt.call_static("System.Numerics.Complex", "Multiply", &both).unwrap();
        assert_eq!(rt.text(&product), "<-5; 10>");
    }
}
