//! `System.Management.Automation.IContainsErrorRecord`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.IContainsErrorRecord`.
pub static I_CONTAINS_ERROR_RECORD: FacadeType =
    FacadeType::interface("System.Management.Automation.IContainsErrorRecord");
