//! What the cmdlets of processes share.

mod chosen;
mod launch;

pub use chosen::{all_processes, by_id, by_name, failure, in_argument, payload, shown};
pub use launch::Launch;
