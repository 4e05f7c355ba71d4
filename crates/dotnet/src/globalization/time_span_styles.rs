//! `System.Globalization.TimeSpanStyles`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.TimeSpanStyles`.
pub static TIME_SPAN_STYLES: FacadeType =
    FacadeType::flags("System.Globalization.TimeSpanStyles", &[("None", 0), ("AssumeNegative", 1)]);
