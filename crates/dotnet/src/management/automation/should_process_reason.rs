//! `System.Management.Automation.ShouldProcessReason`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ShouldProcessReason`.
pub static SHOULD_PROCESS_REASON: FacadeType =
    FacadeType::flags("System.Management.Automation.ShouldProcessReason", &[("None", 0), ("WhatIf", 1)]);
