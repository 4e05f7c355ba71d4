//! `System.Management.Automation.Runspaces.PipelineResultTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.PipelineResultTypes`.
pub static PIPELINE_RESULT_TYPES: FacadeType = FacadeType::flags(
    "System.Management.Automation.Runspaces.PipelineResultTypes",
    &[
        ("None", 0),
        ("Output", 1),
        ("Error", 2),
        ("Warning", 3),
        ("Verbose", 4),
        ("Debug", 5),
        ("Information", 6),
        ("All", 7),
        ("Null", 8),
    ],
);
