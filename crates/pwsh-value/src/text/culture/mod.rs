//! Cultures: the names, signs and patterns that text depends on.
//!
//! [`Culture::get`] finds one by name in a table that .NET itself wrote over ICU (`cultures.tsv`, made by
//! `generate.ps1`). A culture is plain data: a script that changes its own copy clones it.

mod date_info;
mod number_info;
mod table;

pub use date_info::DateInfo;
pub use number_info::{Grouping, NumberInfo};

use std::borrow::Cow;
use std::sync::Arc;
use thiserror::Error;

/// A text that is a table's or a script's own.
pub type Text = Cow<'static, str>;

/// No culture has this name: .NET's CultureNotFoundException, with its text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("Culture is not supported. (Parameter 'name')\n{name} is an invalid culture identifier.")]
pub struct CultureNotFound {
    /// The name as it was given.
    pub name: String,
}

/// What .NET's TextInfo holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextInfo {
    /// What stands between the items of a list, `,` or `;`.
    pub list_separator: Text,
    /// Whether text runs from right to left.
    pub right_to_left: bool,
    /// The number of its Windows code page.
    pub ansi_code_page: u32,
    /// The number of its console code page.
    pub oem_code_page: u32,
}

/// A culture, as .NET's CultureInfo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Culture {
    /// `en-US`; empty for the invariant culture.
    pub name: Text,
    /// The name of the culture above, empty for the invariant one.
    pub parent_name: Text,
    /// Windows' number for it, 4096 where there is none.
    pub lcid: u32,
    /// Its name in English: `German (Germany)`.
    pub english_name: Text,
    /// Its name in its own language.
    pub native_name: Text,
    /// ISO 639-1, or 639-3 where there is no short one.
    pub two_letter_iso_language_name: Text,
    /// ISO 639-3.
    pub three_letter_iso_language_name: Text,
    /// Windows' own three letters.
    pub three_letter_windows_language_name: Text,
    /// Whether it is a language without a region.
    pub neutral: bool,
    /// Separators and code pages.
    pub text: TextInfo,
    /// How numbers are written.
    pub number: NumberInfo,
    /// How dates are written.
    pub date: DateInfo,
}

impl Culture {
    /// The invariant culture.
    pub fn invariant() -> &'static Arc<Culture> {
        table::invariant()
    }

    /// The culture of that name, in any casing. A well-formed name that the table does not have gets the data
    /// of its nearest parent, as with ICU.
    ///
    /// # Errors
    /// [`CultureNotFound`] where the name is not well formed.
    pub fn get(name: &str) -> Result<Arc<Culture>, CultureNotFound> {
        table::get(name)
    }

    /// The names of all cultures in the table, in .NET's order, the invariant one first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        table::names()
    }

    /// The culture above; the invariant culture is its own parent.
    pub fn parent(&self) -> Arc<Culture> {
        table::get(&self.parent_name).unwrap_or_else(|_| Arc::clone(table::invariant()))
    }
}
