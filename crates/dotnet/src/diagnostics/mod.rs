//! `System.Diagnostics`.

pub mod file_version_info;
pub mod proc_file;
pub mod process;
pub mod process_module;
pub mod process_priority_class;
pub mod process_start_info;
pub mod process_thread;
pub mod process_window_style;
pub mod stopwatch;
pub mod trace_level;
