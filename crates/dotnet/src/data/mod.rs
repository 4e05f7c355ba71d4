//! `System.Data`.

pub mod common;
pub mod data_exception;
