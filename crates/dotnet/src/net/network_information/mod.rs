//! `System.Net.NetworkInformation`.

pub mod ip_status;
pub mod network_information_exception;
