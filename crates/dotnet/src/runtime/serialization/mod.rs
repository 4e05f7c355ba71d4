//! `System.Runtime.Serialization`.

pub mod serialization_exception;
