//! `System.Threading.ThreadState`.

use pwsh_value::ty::FacadeType;

/// `System.Threading.ThreadState`.
pub static THREAD_STATE: FacadeType = FacadeType::flags(
    "System.Threading.ThreadState",
    &[
        ("Running", 0),
        ("StopRequested", 1),
        ("SuspendRequested", 2),
        ("Background", 4),
        ("Unstarted", 8),
        ("Stopped", 16),
        ("WaitSleepJoin", 32),
        ("Suspended", 64),
        ("AbortRequested", 128),
        ("Aborted", 256),
    ],
);
