//! `System.Text.RegularExpressions.RegexOptions` and the two ways in which .NET ignores case.

use std::ops::{BitAnd, BitOr};

/// `RegexOptions`: a set of flags with .NET's own values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Options(u32);

impl Options {
    /// No option.
    pub const NONE: Self = Self(0);
    /// Case-insensitive matching (`i`).
    pub const IGNORE_CASE: Self = Self(1);
    /// `^` and `$` match at every line (`m`).
    pub const MULTILINE: Self = Self(2);
    /// Only groups with a name or number capture (`n`).
    pub const EXPLICIT_CAPTURE: Self = Self(4);
    /// Accepted; every expression is matched in the same way here.
    pub const COMPILED: Self = Self(8);
    /// `.` matches every unit (`s`).
    pub const SINGLELINE: Self = Self(16);
    /// White space and `#` comments in the pattern are skipped (`x`).
    pub const IGNORE_PATTERN_WHITESPACE: Self = Self(32);
    /// The search runs from right to left.
    pub const RIGHT_TO_LEFT: Self = Self(64);
    /// ECMAScript's meaning of classes, octal codes and back references.
    pub const ECMA_SCRIPT: Self = Self(256);
    /// Case is ignored by the invariant culture.
    pub const CULTURE_INVARIANT: Self = Self(512);
    /// Accepted; as in .NET, a group then keeps its last capture only.
    pub const NON_BACKTRACKING: Self = Self(1024);

    const ALL: u32 = 1 | 2 | 4 | 8 | 16 | 32 | 64 | 256 | 512 | 1024;
    const WITH_ECMA_SCRIPT: u32 = 1 | 2 | 8 | 256 | 512;

    /// The flags of a .NET number, or `None` where .NET's constructor throws `ArgumentOutOfRangeException`
    /// (parameter `options`): unknown bits, ECMAScript with what it excludes, NonBacktracking with
    /// RightToLeft or ECMAScript.
    pub fn from_bits(bits: u32) -> Option<Self> {
        let options = Self(bits);
        let known = bits & !Self::ALL == 0;
        let ecma = !options.contains(Self::ECMA_SCRIPT) || bits & !Self::WITH_ECMA_SCRIPT == 0;
        let linear = !options.contains(Self::NON_BACKTRACKING)
            || !(options.contains(Self::RIGHT_TO_LEFT) || options.contains(Self::ECMA_SCRIPT));
        (known && ecma && linear).then_some(options)
    }

    /// .NET's number for these flags.
    pub fn bits(self) -> u32 {
        self.0
    }

    /// Whether every flag of `other` is set.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These flags without those of `other`.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Options {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Options {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// How the culture of the session takes the letter i where case is ignored; all else is the same in every culture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CaseBehavior {
    /// The invariant culture: `i` equals `I` only.
    Invariant,
    /// A culture other than the invariant one, `tr` and `az`: `i`, `I` and `\u0130` are equal.
    #[default]
    NonTurkish,
    /// The cultures `tr` and `az`: `i` equals `\u0130`, `I` equals `\u0131`.
    Turkish,
}
