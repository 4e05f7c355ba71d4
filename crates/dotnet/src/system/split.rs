//! `String.Split` in all its overloads.

use super::string::is_white_space;
use crate::fault;
use pwsh_value::payload::{Array, EnumNumber};
use pwsh_value::ty::Call;
use pwsh_value::{PsString, Result, Value};

const REMOVE_EMPTY_ENTRIES: i64 = 1;
const TRIM_ENTRIES: i64 = 2;

/// The pieces of `text` that a call of `Split` gives: the separators in its first argument, then a count and
/// options where they are given.
pub fn split(text: &PsString, call: &Call<'_>) -> Result<Vec<PsString>> {
    let (mut count, mut options) = (None, 0);
    for index in 1..call.args.len() {
        match call.arg(index) {
            Value::Int32(number) => count = Some(*number),
            _ if call.payload::<EnumNumber>(index).is_some() => options = call.number(index),
            _ => {}
        }
    }
    if options & !3 != 0 {
        let message = "Value of flags is invalid. (Parameter 'options')";
        return Err(pwsh_value::Error::new("System.ArgumentException", message));
    }
    let limit = match count.map(usize::try_from) {
        Some(Ok(limit)) => limit,
        Some(Err(_)) => return Err(fault::negative("count", count.unwrap_or(0).into())),
        None => usize::MAX,
    };
    Ok(pieces(text, &separators(call), limit, options))
}

/// The separators; none stands for white space.
fn separators(call: &Call<'_>) -> Vec<PsString> {
    let text_of = |value: &Value| match value.unwrapped() {
        Value::Char(unit) => Some(PsString::from_utf16(&[*unit])),
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    match call.payload::<Array>(0) {
        Some(array) => array.to_vec().iter().filter_map(text_of).collect(),
        None => text_of(call.arg(0)).into_iter().collect(),
    }
}

fn pieces(text: &PsString, separators: &[PsString], limit: usize, options: i64) -> Vec<PsString> {
    if limit == 0 {
        return Vec::new();
    }
    let units = text.units();
    let marks: Vec<Vec<u16>> = separators.iter().map(|s| s.units().into_owned()).collect();
    // An empty array of separators, and a lone empty string, mean white space.
    let length_at = |at: usize| {
        if marks.is_empty() {
            return is_white_space(units[at]).then_some(1);
        }
        marks.iter().find(|mark| units[at..].starts_with(mark)).map(Vec::len)
    };
    let trim = |from: usize, to: usize| {
        if options & TRIM_ENTRIES == 0 {
            return (from, to);
        }
        let kept = |unit: &u16| !is_white_space(*unit);
        let first = units[from..to].iter().position(kept).map_or(to, |at| from + at);
        let last = units[first..to].iter().rposition(kept).map_or(first, |at| first + at + 1);
        (first, last)
    };
    let wanted = |from: usize, to: usize| options & REMOVE_EMPTY_ENTRIES == 0 || from < to;
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < units.len() && out.len() + 1 < limit {
        let Some(length) = length_at(at) else {
            at += 1;
            continue;
        };
        let (from, to) = trim(start, at);
        if wanted(from, to) {
            out.push(text.substring(from, to - from));
        }
        at += length;
        start = at;
    }
    // The last piece keeps its separators, but empty entries before it are still left out.
    while options & REMOVE_EMPTY_ENTRIES != 0 && out.len() + 1 == limit && start < units.len() {
        match length_at(start) {
            Some(length) => start += length,
            None if options & TRIM_ENTRIES != 0 && is_white_space(units[start]) => start += 1,
            None => break,
        }
    }
    let (from, to) = trim(start, units.len());
    if wanted(from, to) {
        out.push(text.substring(from, to - from));
    }
    out
}
