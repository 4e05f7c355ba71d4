//! `System.Globalization.CalendarWeekRule`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.CalendarWeekRule`.
pub static CALENDAR_WEEK_RULE: FacadeType = FacadeType::enumeration(
    "System.Globalization.CalendarWeekRule",
    &[("FirstDay", 0), ("FirstFullWeek", 1), ("FirstFourDayWeek", 2)],
);
