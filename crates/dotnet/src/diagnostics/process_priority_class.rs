//! `System.Diagnostics.ProcessPriorityClass`.

use pwsh_value::ty::FacadeType;

/// `System.Diagnostics.ProcessPriorityClass`.
pub static PROCESS_PRIORITY_CLASS: FacadeType = FacadeType::enumeration(
    "System.Diagnostics.ProcessPriorityClass",
    &[
        ("Normal", 32),
        ("Idle", 64),
        ("High", 128),
        ("RealTime", 256),
        ("BelowNormal", 16384),
        ("AboveNormal", 32768),
    ],
);
