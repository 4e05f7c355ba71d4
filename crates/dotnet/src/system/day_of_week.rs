//! `System.DayOfWeek`.

use pwsh_value::ty::FacadeType;

/// `System.DayOfWeek`.
pub static DAY_OF_WEEK: FacadeType = FacadeType::enumeration(
    "System.DayOfWeek",
    &[
        ("Sunday", 0),
        ("Monday", 1),
        ("Tuesday", 2),
        ("Wednesday", 3),
        ("Thursday", 4),
        ("Friday", 5),
        ("Saturday", 6),
    ],
);
