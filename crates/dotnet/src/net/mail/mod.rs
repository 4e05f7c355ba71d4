//! `System.Net.Mail`.

pub mod smtp_exception;
