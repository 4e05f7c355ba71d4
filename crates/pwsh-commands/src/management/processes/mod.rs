//! What the cmdlets of processes share.

mod launch;

pub use launch::Launch;
