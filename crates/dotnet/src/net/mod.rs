//! `System.Net`.

pub mod dns;
pub mod html;
pub mod http;
pub mod http_status_code;
pub mod i_credentials;
pub mod i_credentials_by_host;
pub mod ip_address;
pub mod ip_end_point;
pub mod mail;
pub mod network_credential;
pub mod network_information;
pub mod percent;
pub mod protocol_violation_exception;
pub mod security_protocol_type;
pub mod sockets;
pub mod web_exception;
pub mod web_utility;
