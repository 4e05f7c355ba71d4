//! Which events and subscriptions a cmdlet is about.

use pwsh_runtime::Runspace;
use pwsh_runtime::events::{PsEvent, Subscriber};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, Obj, PsString, Result};

/// The events of the queue whose names match, all without a name.
///
/// # Errors
/// If the name is no pattern.
pub(super) fn events(rs: &Runspace, name: Option<&PsString>) -> Result<Vec<Obj>> {
    let pattern = name.map(|name| Wildcard::new(name, Case::Ignore)).transpose()?;
    let matches = |event: &Obj| {
        let event = event.get::<PsEvent>();
        event.is_some_and(|e| pattern.as_ref().is_none_or(|p| p.matches(&e.source_identifier)))
    };
    Ok(rs.events.received().into_iter().filter(matches).collect())
}

/// The event with a number.
pub(super) fn event(rs: &Runspace, number: i32) -> Option<Obj> {
    let is = |event: &Obj| event.get::<PsEvent>().is_some_and(|event| event.identifier == number);
    rs.events.received().into_iter().find(is)
}

/// The subscriptions whose names match, all without a name; those that are hidden with `force` only.
///
/// # Errors
/// If the name is no pattern.
pub(super) fn subscribers(rs: &Runspace, name: Option<&PsString>, force: bool) -> Result<Vec<Obj>> {
    let pattern = name.map(|name| Wildcard::new(name, Case::Ignore)).transpose()?;
    let matches = |subscriber: &Obj| {
        subscriber.get::<Subscriber>().is_some_and(|s| {
            (force || !s.parts.support)
                && pattern.as_ref().is_none_or(|p| p.matches(&s.parts.source_identifier))
        })
    };
    Ok(rs.events.subscribers().into_iter().filter(matches).collect())
}

/// The subscription with a number.
pub(super) fn subscriber(rs: &Runspace, number: i32, force: bool) -> Option<Obj> {
    let is = |subscriber: &Obj| {
        subscriber.get::<Subscriber>().is_some_and(|s| s.id == number && (force || !s.parts.support))
    };
    rs.events.subscribers().into_iter().find(is)
}

/// The error for a name without wildcards that nothing has, `None` for other names.
pub(super) fn missing_name(what: &str, name: &PsString) -> Option<Error> {
    (!has_wildcards(name)).then(|| missing(what, name, "INVALID_SOURCE_IDENTIFIER"))
}

/// The error for a number that nothing has.
pub(super) fn missing_number(what: &str, number: i32, id: &str) -> Error {
    missing(what, &number.to_string().into(), id)
}

fn missing(what: &str, which: &PsString, id: &str) -> Error {
    Error::argument(&format!("{what} '{which}' does not exist."), "")
        .id(id)
        .category(Category::InvalidArgument)
}
