//! `System.Net.Sockets`.

pub mod address_family;
pub mod socket_exception;
