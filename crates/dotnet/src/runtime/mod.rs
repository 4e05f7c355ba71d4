//! `System.Runtime`.

pub mod interop_services;
pub mod serialization;
