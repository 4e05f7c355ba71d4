//! `System.ComponentModel`.

pub mod component;
pub mod invalid_enum_argument_exception;
pub mod list_sort_direction;
pub mod win32_exception;
