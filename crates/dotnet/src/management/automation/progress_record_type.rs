//! `System.Management.Automation.ProgressRecordType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ProgressRecordType`.
pub static PROGRESS_RECORD_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ProgressRecordType",
    &[("Processing", 0), ("Completed", 1)],
);
