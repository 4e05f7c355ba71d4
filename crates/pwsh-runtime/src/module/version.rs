//! Versions of modules, in the order that .NET gives them.

use std::fmt;

/// A version of two to four numbers; those that are not written are -1 and come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ModuleVersion([i32; 4]);

impl ModuleVersion {
    /// The version of a module that says none: `0.0`.
    pub const NONE: ModuleVersion = ModuleVersion([0, 0, -1, -1]);

    /// Reads `1.2`, `1.2.3` or `1.2.3.4`; one number alone is its first with a 0 behind it.
    pub fn parse(text: &str) -> Option<ModuleVersion> {
        let mut numbers = [-1; 4];
        let mut count = 0;
        for part in text.trim().split('.') {
            *numbers.get_mut(count)? = part.parse().ok().filter(|number| *number >= 0)?;
            count += 1;
        }
        if count == 1 {
            numbers[1] = 0;
        }
        Some(ModuleVersion(numbers))
    }
}

impl fmt::Display for ModuleVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0[0], self.0[1])?;
        self.0[2..].iter().take_while(|number| **number >= 0).try_for_each(|number| write!(f, ".{number}"))
    }
}

#[cfg(test)]
mod tests {
    use super::ModuleVersion;

    #[test]
    fn versions_are_read_and_ordered() {
        let version = |text| ModuleVersion::parse(text).unwrap();
        assert!(version("1.10") > version("1.9.5"));
        assert!(version("1.2") < version("1.2.0"));
        assert_eq!(version("2.0.1").to_string(), "2.0.1");
        assert_eq!(ModuleVersion::parse("1.x"), None);
        assert_eq!(ModuleVersion::parse("1.2.3.4.5"), None);
    }
}
