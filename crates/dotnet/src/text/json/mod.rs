//! `System.Text.Json`.

pub mod json_exception;
