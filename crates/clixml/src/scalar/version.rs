//! `System.Version` ([MS-PSRP] 2.2.5.1.21).

use std::fmt;
use std::str::FromStr;

use super::InvalidText;

/// A version of two to four numbers, each 0 to 2,147,483,647.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
    /// The third number, if there is one.
    pub build: Option<u32>,
    /// The fourth number; there is none without a third.
    pub revision: Option<u32>,
}

impl Version {
    /// The version of these two numbers.
    pub const fn new(major: u32, minor: u32) -> Self {
        Self { major, minor, build: None, revision: None }
    }
}

impl FromStr for Version {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let invalid = || InvalidText::new("a version of two to four numbers", text);
        let mut numbers = text.split('.').map(|part| {
            let number: i32 = part.trim().parse().map_err(|_| invalid())?;
            u32::try_from(number).map_err(|_| invalid())
        });
        let mut next = || numbers.next().transpose();
        let (Some(major), Some(minor)) = (next()?, next()?) else { return Err(invalid()) };
        let version = Self { major, minor, build: next()?, revision: next()? };
        if next()?.is_some() { Err(invalid()) } else { Ok(version) }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)?;
        for number in [self.build, self.revision].into_iter().flatten() {
            write!(f, ".{number}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_to_four_numbers_go_through() {
        for text in ["1.2", "2.0", "1.2.3", "1.1.0.1", "2147483647.2147483647.2147483647.2147483647"] {
            assert_eq!(text.parse::<Version>().unwrap().to_string(), text);
        }
        for text in ["", "1", "1.", "1.2.3.4.5", "1.-2", "1.2147483648", "a.b", "1.2.x"] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }
}
