//! The arguments of a program, by PowerShell's Standard passing: one value, one argument.

use crate::binder::Given;
use crate::runspace::Runspace;
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{PsString, Result, Value, convert};
use std::ffi::OsString;

/// After this word the rest of the line is passed as it stands, but for `%NAME%`.
const VERBATIM: &str = "--%";

/// The words that a program gets. Null gives no word, an empty text an empty one, a list one for each item;
/// wildcards that match files and a leading `~` expand unless they were quoted.
pub(super) fn words(rs: &mut Runspace, given: Vec<Given>) -> Result<Vec<OsString>> {
    let mut words = Vec::with_capacity(given.len());
    let mut verbatim = false;
    for argument in given {
        match argument {
            Given::Value { value, bare: true } if value.as_string().is_some_and(|t| t.is(VERBATIM)) => {
                verbatim = true;
            }
            Given::Value { value, .. } if verbatim => {
                let text = convert::to_text(rs, &value)?;
                let text = expand_variables(rs, &text.to_str());
                words.extend(text.split(' ').filter(|word| !word.is_empty()).map(OsString::from));
            }
            Given::Value { value, bare } => add_value(rs, &value, bare, &mut words)?,
            Given::Parameter { text, value, .. } => {
                add_text(rs, &text, true, &mut words)?;
                if let Some(value) = value {
                    add_value(rs, &value, true, &mut words)?;
                }
            }
        }
    }
    Ok(words)
}

fn add_value(rs: &mut Runspace, value: &Value, bare: bool, words: &mut Vec<OsString>) -> Result<()> {
    match rs.enumerable(value)? {
        Some(items) => items.iter().try_for_each(|item| add_item(rs, item, bare, words)),
        None => add_item(rs, value, bare, words),
    }
}

fn add_item(rs: &mut Runspace, value: &Value, bare: bool, words: &mut Vec<OsString>) -> Result<()> {
    if value.is_null() {
        return Ok(());
    }
    let text = match crate::literal::text(value) {
        Some(written) => written,
        None => convert::to_text(rs, value)?,
    };
    add_text(rs, &text, bare, words)
}

fn add_text(rs: &mut Runspace, text: &PsString, bare: bool, words: &mut Vec<OsString>) -> Result<()> {
    if bare && has_wildcards(text) {
        let found = rs.files_matching(text)?;
        if !found.is_empty() {
            words.extend(found.into_iter().map(OsString::from));
            return Ok(());
        }
    } else if bare && text.to_str().starts_with('~') {
        words.push(crate::path::expand_home(rs.session.process(), &text.to_str()).into());
        return Ok(());
    }
    words.push(os_text(text));
    Ok(())
}

/// A text as the system takes it. What is behind a NUL cannot be passed, as in .NET.
fn os_text(text: &PsString) -> OsString {
    let shown = text.to_str();
    shown.split('\0').next().unwrap_or_default().into()
}

/// `%NAME%` by the session's environment; names that are not there stay as they are.
fn expand_variables(rs: &Runspace, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let value = after.split_once('%').and_then(|(name, behind)| {
            Some((rs.session.process().env(name)?.to_string_lossy().into_owned(), behind))
        });
        match value {
            Some((value, behind)) => {
                out.push_str(&value);
                rest = behind;
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
