//! The service: what listens for WinRM's clients and runs their shells in workers.
//!
//! ```text
//!  TCP, TLS ── http::Front ── auth ── shells::Shells ── a task for each shell ── worker's socket ── worker
//!                                     (wsman::Service)
//! ```
//!
//! - [`http`] takes connections and requests, and knows nothing of shells.
//! - [`shells`] joins [`wsman::server::Service`], which decides, with the workers that do.
//! - [`workers`] starts and finds the processes in which sessions run. No script runs in this one.

pub mod config;
pub mod endpoint;
pub mod http;
pub mod private_directory;
pub mod shells;
pub mod workers;
