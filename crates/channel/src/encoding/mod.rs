//! How frames travel between processes: to PowerShell's clients and servers, and to our own workers.

pub mod outofproc;
pub mod worker;
