//! `System.MidpointRounding`.

use pwsh_value::ty::FacadeType;

/// `System.MidpointRounding`.
pub static MIDPOINT_ROUNDING: FacadeType = FacadeType::enumeration(
    "System.MidpointRounding",
    &[
        ("ToEven", 0),
        ("AwayFromZero", 1),
        ("ToZero", 2),
        ("ToNegativeInfinity", 3),
        ("ToPositiveInfinity", 4),
    ],
);
