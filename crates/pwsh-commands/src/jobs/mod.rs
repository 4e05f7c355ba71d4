//! The job cmdlets of Microsoft.PowerShell.Core: a file a cmdlet, what they choose jobs by (`choose`), and the
//! types of their objects ([`types`]).

mod choose;
mod get_job;
mod receive_job;
mod remove_job;
mod start_job;
mod stop_job;
pub mod table;
pub mod types;
mod unfit_argument;
mod wait_job;
