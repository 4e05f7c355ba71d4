//! What number text may hold: .NET's NumberStyles.

use std::ops::BitOr;
use thiserror::Error;

/// .NET's NumberStyles, by its own numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberStyles(pub u32);

impl NumberStyles {
    /// Digits only.
    pub const NONE: Self = Self(0);
    /// White space before the number.
    pub const ALLOW_LEADING_WHITE: Self = Self(0x1);
    /// White space after the number.
    pub const ALLOW_TRAILING_WHITE: Self = Self(0x2);
    /// A sign before the digits.
    pub const ALLOW_LEADING_SIGN: Self = Self(0x4);
    /// A sign after the digits.
    pub const ALLOW_TRAILING_SIGN: Self = Self(0x8);
    /// Parentheses for a negative number.
    pub const ALLOW_PARENTHESES: Self = Self(0x10);
    /// A decimal point.
    pub const ALLOW_DECIMAL_POINT: Self = Self(0x20);
    /// Group separators, anywhere between whole digits.
    pub const ALLOW_THOUSANDS: Self = Self(0x40);
    /// An exponent.
    pub const ALLOW_EXPONENT: Self = Self(0x80);
    /// The culture's currency symbol.
    pub const ALLOW_CURRENCY_SYMBOL: Self = Self(0x100);
    /// Hexadecimal digits, without a prefix.
    pub const ALLOW_HEX_SPECIFIER: Self = Self(0x200);
    /// Binary digits, without a prefix.
    pub const ALLOW_BINARY_SPECIFIER: Self = Self(0x400);
    /// What `[int]::Parse` allows.
    pub const INTEGER: Self = Self(0x7);
    /// Hexadecimal digits between white space.
    pub const HEX_NUMBER: Self = Self(0x203);
    /// Binary digits between white space.
    pub const BINARY_NUMBER: Self = Self(0x403);
    /// What `[decimal]::Parse` allows.
    pub const NUMBER: Self = Self(0x6f);
    /// What `[double]::Parse` allows, but for group separators.
    pub const FLOAT: Self = Self(0xa7);
    /// All but exponents, hexadecimal and binary digits.
    pub const CURRENCY: Self = Self(0x17f);
    /// All but hexadecimal and binary digits.
    pub const ANY: Self = Self(0x1ff);

    /// Whether all of `other` is allowed.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Checks a combination for an integer type.
    ///
    /// # Errors
    /// [`InvalidNumberStyles`] where .NET throws ArgumentException.
    pub fn check_for_integer(self) -> Result<(), InvalidNumberStyles> {
        if self.0 & !0x7ff != 0 {
            return Err(InvalidNumberStyles::Undefined);
        }
        if self.0 & 0x600 != 0 {
            if self.0 & !Self::HEX_NUMBER.0 == 0 || self.0 & !Self::BINARY_NUMBER.0 == 0 {
                return Ok(());
            }
            return Err(InvalidNumberStyles::HexOrBinaryWithOthers);
        }
        Ok(())
    }

    /// Checks a combination for Double, Single and Decimal.
    ///
    /// # Errors
    /// [`InvalidNumberStyles`] where .NET throws ArgumentException.
    pub fn check_for_float(self) -> Result<(), InvalidNumberStyles> {
        if self.0 & !0x7ff != 0 {
            return Err(InvalidNumberStyles::Undefined);
        }
        if self.0 & 0x600 != 0 {
            return Err(InvalidNumberStyles::HexOrBinaryForFloat);
        }
        Ok(())
    }
}

impl BitOr for NumberStyles {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A combination of styles that .NET refuses with ArgumentException; the text is .NET's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum InvalidNumberStyles {
    /// A bit that NumberStyles does not have.
    #[error("An undefined NumberStyles value is being used. (Parameter 'style')")]
    Undefined,
    /// Hexadecimal or binary digits together with signs, points or exponents.
    #[error(
        "With the AllowHexSpecifier or AllowBinarySpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be AllowLeadingWhite and AllowTrailingWhite. (Parameter 'style')"
    )]
    HexOrBinaryWithOthers,
    /// Hexadecimal or binary digits for a type that has none.
    #[error(
        "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types. (Parameter 'style')"
    )]
    HexOrBinaryForFloat,
}
