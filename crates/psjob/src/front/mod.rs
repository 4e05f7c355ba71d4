//! The fronts of `-s`, `-sshs` and the Unix socket: what a client writes, into a channel, and back.

mod descriptors;
mod output;
mod pipe_name;
#[cfg(test)]
mod scripted;
mod session;
mod socket;
mod socket_files;
mod stdio;
mod wire;
#[cfg(test)]
mod wire_tests;

pub use socket::ProcessSockets;
pub use socket_files::remove_all as remove_socket_files;
pub use stdio::{ErrorPlace, serve as serve_stdio};
