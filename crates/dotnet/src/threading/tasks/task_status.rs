//! `System.Threading.Tasks.TaskStatus`.

use pwsh_value::ty::FacadeType;

/// `System.Threading.Tasks.TaskStatus`.
pub static TASK_STATUS: FacadeType = FacadeType::enumeration(
    "System.Threading.Tasks.TaskStatus",
    &[
        ("Created", 0),
        ("WaitingForActivation", 1),
        ("WaitingToRun", 2),
        ("Running", 3),
        ("WaitingForChildrenToComplete", 4),
        ("RanToCompletion", 5),
        ("Canceled", 6),
        ("Faulted", 7),
    ],
);
