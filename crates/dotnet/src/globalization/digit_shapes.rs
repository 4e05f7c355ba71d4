//! `System.Globalization.DigitShapes`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.DigitShapes`.
pub static DIGIT_SHAPES: FacadeType = FacadeType::enumeration(
    "System.Globalization.DigitShapes",
    &[("Context", 0), ("None", 1), ("NativeNational", 2)],
);
