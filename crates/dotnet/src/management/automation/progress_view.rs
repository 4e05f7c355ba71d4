//! `System.Management.Automation.ProgressView`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ProgressView`.
pub static PROGRESS_VIEW: FacadeType =
    FacadeType::enumeration("System.Management.Automation.ProgressView", &[("Minimal", 0), ("Classic", 1)]);
