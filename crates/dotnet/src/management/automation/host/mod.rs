//! `System.Management.Automation.Host`.

pub mod buffer_cell_type;
pub mod control_key_states;
pub mod host_exception;
pub mod prompting_exception;
pub mod read_key_options;
