//! `System.Threading.Tasks`.

pub mod task;
pub mod task_canceled_exception;
pub mod task_status;
