//! `System.Diagnostics.ProcessWindowStyle`.

use pwsh_value::ty::FacadeType;

/// `System.Diagnostics.ProcessWindowStyle`.
pub static PROCESS_WINDOW_STYLE: FacadeType = FacadeType::enumeration(
    "System.Diagnostics.ProcessWindowStyle",
    &[("Normal", 0), ("Hidden", 1), ("Minimized", 2), ("Maximized", 3)],
);
