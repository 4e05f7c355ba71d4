//! `System.Threading.EventResetMode`.

use pwsh_value::ty::FacadeType;

/// `System.Threading.EventResetMode`.
pub static EVENT_RESET_MODE: FacadeType =
    FacadeType::enumeration("System.Threading.EventResetMode", &[("AutoReset", 0), ("ManualReset", 1)]);
