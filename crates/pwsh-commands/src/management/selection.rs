//! -Filter, -Include and -Exclude.

use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, PsString, Result};

/// Which of the names in a folder are meant.
#[derive(Default)]
pub struct Selection {
    filter: Option<Wildcard>,
    include: Vec<Wildcard>,
    exclude: Vec<Wildcard>,
}

impl Selection {
    /// The selection of these arguments; empty ones select all.
    ///
    /// # Errors
    /// A pattern that is none.
    pub fn new(filter: &PsString, include: &[PsString], exclude: &[PsString]) -> Result<Selection> {
        let patterns = |texts: &[PsString]| {
            texts.iter().map(|text| Wildcard::new(text, Case::Ignore)).collect::<Result<Vec<_>>>()
        };
        let filter = match filter.is_empty() {
            true => None,
            false => Some(Wildcard::new(&file_pattern(filter), Case::Ignore)?),
        };
        Ok(Selection { filter, include: patterns(include)?, exclude: patterns(exclude)? })
    }

    /// The same with `name` as the only pattern to include.
    pub fn including(self, name: &PsString) -> Result<Selection> {
        Ok(Selection { include: vec![Wildcard::new(name, Case::Ignore)?], ..self })
    }

    /// Whether patterns were given to include or exclude by.
    pub fn is_narrow(&self) -> bool {
        !self.include.is_empty() || !self.exclude.is_empty()
    }

    /// Whether there are patterns to include by.
    pub fn has_include(&self) -> bool {
        !self.include.is_empty()
    }

    /// Whether there is a filter, which only files know.
    pub fn has_filter(&self) -> bool {
        self.filter.is_some()
    }

    /// Whether the filter lets a name through.
    pub fn filters(&self, name: &str) -> bool {
        self.filter.as_ref().is_none_or(|filter| filter.matches(&name.into()))
    }

    /// Whether a name is excluded.
    pub fn excludes(&self, name: &str) -> bool {
        self.exclude.iter().any(|pattern| pattern.matches(&name.into()))
    }

    /// Whether a name is included and not excluded.
    pub fn includes(&self, name: &str) -> bool {
        (self.include.is_empty() || self.include.iter().any(|pattern| pattern.matches(&name.into())))
            && !self.excludes(name)
    }

    /// Whether a name passes all.
    pub fn matches(&self, name: &str) -> bool {
        self.filters(name) && self.includes(name)
    }
}

/// A filter as a pattern: only `*` and `?` mean something in it, and `*.*` means all names.
fn file_pattern(filter: &PsString) -> PsString {
    match &*filter.to_str() {
        "*.*" => "*".into(),
        text => text.replace('[', "`[").replace(']', "`]").into(),
    }
}

/// What a provider says to a filter that it does not know.
pub fn filter_not_supported() -> Error {
    let text = "Cannot call method. The provider does not support the use of filters.";
    Error::new("System.Management.Automation.PSNotSupportedException", text)
        .id("NotSupported")
        .category(Category::NotImplemented)
}

#[cfg(test)]
mod tests {
    use super::Selection;

    #[test]
    fn names_pass_filter_include_and_exclude() {
        let selection = Selection::new(&"*.txt".into(), &["a*".into()], &["*b*".into()]).unwrap();
        let passed = ["a.txt", "ab.txt", "c.txt", "a.log"].map(|name| selection.matches(name));
        assert_eq!(passed, [true, false, false, false]);
    }

    #[test]
    fn a_filter_knows_no_brackets() {
        let selection = Selection::new(&"a[1].*".into(), &[], &[]).unwrap();
        assert!(selection.matches("a[1].txt") && !selection.matches("a1.txt"));
        assert!(Selection::new(&"*.*".into(), &[], &[]).unwrap().matches("none"));
    }
}
