//! `System.Security.Authentication`.

pub mod authentication_exception;
