//! The culture that an `IFormatProvider` argument stands for.

use super::culture_info::CultureObject;
use super::date_time_format_info::DateTimeFormat;
use super::number_format_info::NumberFormat;
use pwsh_value::text::culture::Culture;
use pwsh_value::{Context, Value};
use std::sync::Arc;

/// The session's current culture.
pub fn current(cx: &dyn Context) -> Arc<Culture> {
    Culture::get(&cx.process().culture()).unwrap_or_else(|_| Culture::invariant().clone())
}

/// The culture of a `CultureInfo`; a `NumberFormatInfo` or `DateTimeFormatInfo` stands for the current culture
/// with that part replaced; null and anything else for the current culture.
pub fn culture_of(cx: &dyn Context, provider: &Value) -> Arc<Culture> {
    let Some(obj) = provider.cell() else { return current(cx) };
    if let Some(culture) = obj.get::<CultureObject>() {
        return culture.payload().effective();
    }
    if let Some(number) = obj.get::<NumberFormat>() {
        let mut culture = Culture::clone(&current(cx));
        culture.number = number.payload().snapshot();
        return culture.into();
    }
    if let Some(date) = obj.get::<DateTimeFormat>() {
        let mut culture = Culture::clone(&current(cx));
        culture.date = date.payload().snapshot();
        return culture.into();
    }
    current(cx)
}
