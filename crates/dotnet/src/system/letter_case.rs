//! Upper and lower case of strings that may hold lone surrogates.

use pwsh_value::PsString;
use pwsh_value::text::compare::casing::Casing;
use pwsh_value::text::culture::Culture;

/// The lower-case form of a unit in a culture.
pub fn lower_unit(unit: u16, culture: &Culture) -> u16 {
    map(unit, |c| Casing::of(culture).lower(c))
}

/// The upper-case form of a unit in a culture.
pub fn upper_unit(unit: u16, culture: &Culture) -> u16 {
    map(unit, |c| Casing::of(culture).upper(c))
}

fn map(unit: u16, change: impl Fn(char) -> char) -> u16 {
    let mapped = char::from_u32(unit.into()).map(change);
    mapped.and_then(|c| u16::try_from(u32::from(c)).ok()).unwrap_or(unit)
}

/// Text in lower case by the rules of a culture.
pub fn lower(text: &PsString, culture: &Culture) -> PsString {
    let casing = Casing::of(culture);
    changed(text, |c| casing.lower(c))
}

/// Text in upper case by the rules of a culture.
pub fn upper(text: &PsString, culture: &Culture) -> PsString {
    let casing = Casing::of(culture);
    changed(text, |c| casing.upper(c))
}

fn changed(text: &PsString, change: impl Fn(char) -> char) -> PsString {
    if let Some(text) = text.as_str() {
        return text.chars().map(change).collect::<String>().into();
    }
    let units = text.units();
    let mut out = Vec::with_capacity(units.len());
    for decoded in char::decode_utf16(units.iter().copied()) {
        match decoded {
            Ok(c) => out.extend_from_slice(change(c).encode_utf16(&mut [0; 2])),
            Err(lone) => out.push(lone.unpaired_surrogate()),
        }
    }
    PsString::from_utf16(&out)
}
