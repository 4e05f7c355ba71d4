//! The errors of a parse, each place and id once.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::error_id::ErrorId;
use crate::{Extent, ParseError};

/// The errors so far, in the order they were found.
#[derive(Default)]
pub(crate) struct ErrorList {
    errors: Vec<ParseError>,
    seen: HashSet<(ErrorId, Extent)>,
}

impl ErrorList {
    /// Adds an error unless there is one with the same id at the same place.
    pub fn add(&mut self, extent: Extent, id: ErrorId, arguments: &[&str], incomplete_input: bool) {
        if !self.seen.insert((id, extent)) {
            return;
        }
        let message = if arguments.is_empty() {
            Cow::Borrowed(id.text())
        } else {
            Cow::Owned(fill(id.text(), arguments))
        };
        self.errors.push(ParseError { extent, error_id: id.name(), message, incomplete_input });
    }

    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    pub fn into_errors(self) -> Vec<ParseError> {
        self.errors
    }
}

/// Puts the arguments in the places `{0}`, `{1}`... of a .NET format.
fn fill(text: &str, arguments: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        filled.push_str(&rest[..open]);
        let place = &rest[open..];
        let argument = place.as_bytes().get(1).and_then(|digit| digit.checked_sub(b'0'));
        rest = if let Some(index) = argument.filter(|&index| index < 10 && place[2..].starts_with('}')) {
            filled.push_str(arguments.get(index as usize).copied().unwrap_or(""));
            &place[3..]
        } else {
            // a brace of the text itself is doubled in the format
            filled.push_str(&place[..1]);
            &place[if place[1..].starts_with(&place[..1]) { 2 } else { 1 }..]
        };
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_fill_their_places() {
        assert_eq!(fill("a {0} b '{{' {1}", &["x", "y{0}"]), "a x b '{' y{0}");
    }
}
