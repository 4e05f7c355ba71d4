//! The enumerations that messages carry ([MS-PSRP] 2.2.3).
//!
//! On the wire an enumeration of .NET is its number, with its type names and its text beside it where it stands as
//! an object. Numbers without a name survive reading and writing: what to do with one is the machine's question.

mod error_category;
mod options;
mod states;

pub use error_category::ErrorCategory;
pub use options::{
    ApartmentState, CommandTypes, PipelineResultTypes, ProgressRecordType, PsThreadOptions,
    RemoteStreamOptions,
};
pub use states::{PipelineState, RunspacePoolState};

/// A .NET enumeration, kept as its number.
pub trait Enumeration: Copy {
    /// The full name of the type.
    const TYPE_NAME: &'static str;

    /// The value with this number, whether it has a name or not.
    fn from_number(number: i32) -> Self;

    /// The number.
    fn number(self) -> i32;

    /// What .NET's ToString gives: the name, for flags the names joined, or the number.
    fn text(self) -> String;
}

/// Defines one enumeration. `flags` says that values combine, which shows in their text.
macro_rules! enumeration {
    (
        $(#[$doc:meta])*
        $type:ident($type_name:literal $(, $flags:ident)?) {
            $($(#[$value_doc:meta])* $constant:ident = $number:literal, $name:literal;)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $type(pub i32);

        impl $type {
            $($(#[$value_doc])* pub const $constant: Self = Self($number);)*

            const NAMES: &'static [(i32, &'static str)] = &[$(($number, $name),)*];
        }

        impl $crate::enumeration::Enumeration for $type {
            const TYPE_NAME: &'static str = $type_name;

            fn from_number(number: i32) -> Self {
                Self(number)
            }

            fn number(self) -> i32 {
                self.0
            }

            fn text(self) -> String {
                enumeration!(@text self $($flags)?)
            }
        }

        impl clixml::tree::FromValue<'_> for $type {
            const EXPECTED: &'static str = "I32";

            fn from_value(value: &clixml::tree::Value) -> Option<Self> {
                value.to::<i32>().ok().map(Self)
            }
        }

        impl From<$type> for clixml::tree::Value {
            /// The enumeration as an object with type names and text.
            fn from(value: $type) -> Self {
                let text = $crate::enumeration::Enumeration::text(value);
                clixml::tree::Object::enumeration($type_name, &text, value.0).into()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::enumeration::Enumeration::text(*self))
            }
        }
    };
    (@text $self:ident) => { $crate::enumeration::name_of($self.0, Self::NAMES) };
    (@text $self:ident flags) => { $crate::enumeration::names_of($self.0, Self::NAMES) };
}
use enumeration;

fn name_of(number: i32, names: &[(i32, &str)]) -> String {
    match names.iter().find(|(value, _)| *value == number) {
        Some((_, name)) => (*name).to_owned(),
        None => number.to_string(),
    }
}

/// .NET's text of a combination: the largest values that fit first, printed in ascending order; the number if
/// something is left over.
fn names_of(number: i32, names: &[(i32, &str)]) -> String {
    if let Some((_, name)) = names.iter().find(|(value, _)| *value == number) {
        return (*name).to_owned();
    }
    let mut descending = names.to_vec();
    descending.sort_by_key(|(value, _)| std::cmp::Reverse(value.cast_unsigned()));
    let mut left = number;
    let mut found = Vec::new();
    for (value, name) in descending {
        if value != 0 && left & value == value {
            left &= !value;
            found.push(name);
        }
    }
    if left != 0 || found.is_empty() {
        return number.to_string();
    }
    found.reverse();
    found.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_prints_its_name_and_a_nameless_one_its_number() {
        assert_eq!(PsThreadOptions::REUSE_THREAD.text(), "ReuseThread");
        assert_eq!(PsThreadOptions(77).text(), "77");
    }

    #[test]
    fn flags_print_as_dotnet_prints_them() {
        assert_eq!(CommandTypes(271).text(), "Alias, Function, Filter, Cmdlet, Configuration");
        assert_eq!(RemoteStreamOptions(15).text(), "AddInvocationInfo");
        assert_eq!(RemoteStreamOptions(0).text(), "0");
        assert_eq!(PipelineResultTypes(0).text(), "None");
        assert_eq!(PipelineResultTypes(3).text(), "Warning");
        assert_eq!(CommandTypes(1 << 20).text(), "1048576");
    }
}
