//! The values that a literal can have.

use num_bigint::BigInt;
use rust_decimal::Decimal;

/// The value of a [`ConstantExpressionAst`](super::ConstantExpressionAst).
#[derive(Clone, PartialEq, Debug)]
pub enum ConstantValue {
    /// The `$true` that an attribute argument without a value stands for: `[Parameter(Mandatory)]`.
    Bool(bool),
    /// `1y`
    SByte(i8),
    /// `1uy`
    Byte(u8),
    /// `1s`
    Int16(i16),
    /// `1us`
    UInt16(u16),
    /// `1`
    Int32(i32),
    /// `1u`
    UInt32(u32),
    /// `1l`, and integers that do not fit an `int`
    Int64(i64),
    /// `1ul`, and unsigned integers that do not fit a `uint`
    UInt64(u64),
    /// `1d`, and integers that do not fit a `long`
    Decimal(Decimal),
    /// `1n`
    BigInteger(BigInt),
    /// `1.0`, `1e3`, and integers that fit nothing else
    Double(f64),
}

impl ConstantValue {
    /// The full name of the .NET type, as `StaticType` tells.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Bool(_) => "System.Boolean",
            Self::SByte(_) => "System.SByte",
            Self::Byte(_) => "System.Byte",
            Self::Int16(_) => "System.Int16",
            Self::UInt16(_) => "System.UInt16",
            Self::Int32(_) => "System.Int32",
            Self::UInt32(_) => "System.UInt32",
            Self::Int64(_) => "System.Int64",
            Self::UInt64(_) => "System.UInt64",
            Self::Decimal(_) => "System.Decimal",
            Self::BigInteger(_) => "System.Numerics.BigInteger",
            Self::Double(_) => "System.Double",
        }
    }
}

impl std::fmt::Display for ConstantValue {
    /// The value as `ToString` writes it in the invariant culture.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bool(value) => f.write_str(if *value { "True" } else { "False" }),
            Self::SByte(value) => value.fmt(f),
            Self::Byte(value) => value.fmt(f),
            Self::Int16(value) => value.fmt(f),
            Self::UInt16(value) => value.fmt(f),
            Self::Int32(value) => value.fmt(f),
            Self::UInt32(value) => value.fmt(f),
            Self::Int64(value) => value.fmt(f),
            Self::UInt64(value) => value.fmt(f),
            Self::Decimal(value) => value.fmt(f),
            Self::BigInteger(value) => value.fmt(f),
            Self::Double(value) => fmt_double(*value, f),
        }
    }
}

/// The shortest digits that read back as the same double; an exponent where .NET writes one.
fn fmt_double(value: f64, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    if value.is_infinite() {
        return f.write_str(if value > 0.0 { "Infinity" } else { "-Infinity" });
    }
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..17).contains(&exponent) {
        return write!(f, "{value}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    write!(f, "{mantissa}E{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_are_written_as_dotnet_does() {
        let text = |value| ConstantValue::Double(value).to_string();
        assert_eq!(text(1.0), "1");
        assert_eq!(text(1.5e-5), "1.5E-05");
        assert_eq!(text(0.0001), "0.0001");
        assert_eq!(text(1e20), "1E+20");
        assert_eq!(text(1.5e16), "15000000000000000");
    }
}
