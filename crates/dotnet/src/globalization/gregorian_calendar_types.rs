//! `System.Globalization.GregorianCalendarTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.GregorianCalendarTypes`.
pub static GREGORIAN_CALENDAR_TYPES: FacadeType = FacadeType::enumeration(
    "System.Globalization.GregorianCalendarTypes",
    &[
        ("Localized", 1),
        ("USEnglish", 2),
        ("MiddleEastFrench", 9),
        ("Arabic", 10),
        ("TransliteratedEnglish", 11),
        ("TransliteratedFrench", 12),
    ],
);
