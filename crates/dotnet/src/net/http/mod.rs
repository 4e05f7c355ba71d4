//! `System.Net.Http`.

pub mod http_request_exception;
