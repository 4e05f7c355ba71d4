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
