//! `System.Diagnostics`.

pub mod process_priority_class;
pub mod process_window_style;
pub mod stopwatch;
pub mod trace_level;
