//! How a culture writes numbers: .NET's NumberFormatInfo.

use super::Text;
use smallvec::SmallVec;

/// Separators and digits of one kind of amount (plain, currency or percent).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// Between whole part and fraction.
    pub decimal_separator: Text,
    /// Between groups of whole digits.
    pub group_separator: Text,
    /// Lengths of the groups, right to left; the last repeats, 0 ends the grouping.
    pub group_sizes: SmallVec<[u8; 4]>,
    /// Digits after the point where the format does not say.
    pub decimal_digits: u32,
}

/// How a culture writes numbers. Patterns are .NET's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberInfo {
    /// `-`
    pub negative_sign: Text,
    /// `+`
    pub positive_sign: Text,
    /// Of plain numbers.
    pub number: Grouping,
    /// 0 to 4: `(n)`, `-n`, `- n`, `n-`, `n -`.
    pub number_negative_pattern: u8,
    /// Of currency.
    pub currency: Grouping,
    /// `$`
    pub currency_symbol: Text,
    /// 0 to 3: `$n`, `n$`, `$ n`, `n $`.
    pub currency_positive_pattern: u8,
    /// 0 to 16.
    pub currency_negative_pattern: u8,
    /// Of percent.
    pub percent: Grouping,
    /// `%`
    pub percent_symbol: Text,
    /// `‰`
    pub per_mille_symbol: Text,
    /// 0 to 3: `n %`, `n%`, `%n`, `% n`.
    pub percent_positive_pattern: u8,
    /// 0 to 11.
    pub percent_negative_pattern: u8,
    /// `NaN`
    pub nan_symbol: Text,
    /// `∞`; `Infinity` in the invariant culture.
    pub positive_infinity_symbol: Text,
    /// `-∞`
    pub negative_infinity_symbol: Text,
    /// The ten digits of the culture's script; formats use 0 to 9 all the same.
    pub native_digits: Vec<Text>,
    /// .NET's DigitShapes: 0 context, 1 none, 2 national.
    pub digit_substitution: u8,
}
