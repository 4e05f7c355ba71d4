//! `System.Net.Mail`.

pub mod mail_address;
pub mod smtp_exception;
