//! `System.Threading.ThreadPriority`.

use pwsh_value::ty::FacadeType;

/// `System.Threading.ThreadPriority`.
pub static THREAD_PRIORITY: FacadeType = FacadeType::enumeration(
    "System.Threading.ThreadPriority",
    &[("Lowest", 0), ("BelowNormal", 1), ("Normal", 2), ("AboveNormal", 3), ("Highest", 4)],
);
