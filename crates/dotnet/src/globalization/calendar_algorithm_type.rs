//! `System.Globalization.CalendarAlgorithmType`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.CalendarAlgorithmType`.
pub static CALENDAR_ALGORITHM_TYPE: FacadeType = FacadeType::enumeration(
    "System.Globalization.CalendarAlgorithmType",
    &[("Unknown", 0), ("SolarCalendar", 1), ("LunarCalendar", 2), ("LunisolarCalendar", 3)],
);
