//! `System.Management.Automation.Runspaces.PipelineState`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.PipelineState`.
pub static PIPELINE_STATE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.PipelineState",
    &[
        ("NotStarted", 0),
        ("Running", 1),
        ("Stopping", 2),
        ("Stopped", 3),
        ("Completed", 4),
        ("Failed", 5),
        ("Disconnected", 6),
    ],
);
