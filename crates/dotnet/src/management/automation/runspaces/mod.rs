//! `System.Management.Automation.Runspaces`.

pub mod authentication_mechanism;
pub mod format_table_load_exception;
pub mod invalid_pipeline_state_exception;
pub mod invalid_runspace_pool_state_exception;
pub mod invalid_runspace_state_exception;
pub mod output_buffering_mode;
pub mod pipeline_result_types;
pub mod pipeline_state;
pub mod ps_console_load_exception;
pub mod ps_thread_options;
pub mod runspace_availability;
pub mod runspace_open_module_load_exception;
pub mod runspace_pool_state;
pub mod runspace_state;
pub mod type_table_load_exception;
