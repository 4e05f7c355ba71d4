//! `System.Diagnostics.TraceLevel`.

use pwsh_value::ty::FacadeType;

/// `System.Diagnostics.TraceLevel`.
pub static TRACE_LEVEL: FacadeType = FacadeType::enumeration(
    "System.Diagnostics.TraceLevel",
    &[("Off", 0), ("Error", 1), ("Warning", 2), ("Info", 3), ("Verbose", 4)],
);
