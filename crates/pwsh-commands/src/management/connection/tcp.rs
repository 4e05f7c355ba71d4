//! Connections to a port, made and closed again.

use super::{milliseconds, wait};
use pwsh_runtime::command::Io;
use pwsh_value::Result;
use rustix::event::PollFlags;
use rustix::io::Errno;
use rustix::net::sockopt::socket_error;
use rustix::net::{AddressFamily, SocketFlags, SocketType, socket_with};
use std::net::SocketAddr;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

/// What came of it.
pub struct Attempt {
    /// Whether the port accepted.
    pub connected: bool,
    /// How long that took, in milliseconds.
    pub latency: i64,
    /// Why not; `None` for success, and for a time that ran out.
    pub error: Option<Errno>,
}

/// Tries to connect for so long.
///
/// # Errors
/// When the pipeline is to stop.
pub fn connect(io: &mut Io<'_>, target: SocketAddr, limit: Duration) -> Result<Attempt> {
    let began = Instant::now();
    let family = if target.is_ipv6() { AddressFamily::INET6 } else { AddressFamily::INET };
    let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
    let failed = |error| Attempt { connected: false, latency: 0, error };
    let socket = match socket_with(family, SocketType::STREAM, flags, None) {
        Ok(socket) => socket,
        Err(error) => return Ok(failed(Some(error))),
    };
    match rustix::net::connect(&socket, &target) {
        Ok(()) => {}
        Err(Errno::INPROGRESS) => {
            if !wait(io, socket.as_fd(), PollFlags::OUT, began + limit)? {
                return Ok(failed(None));
            }
            if let Ok(Err(error)) | Err(error) = socket_error(&socket) {
                return Ok(failed(Some(error)));
            }
        }
        Err(error) => return Ok(failed(Some(error))),
    }
    Ok(Attempt { connected: true, latency: milliseconds(began.elapsed()), error: None })
}
