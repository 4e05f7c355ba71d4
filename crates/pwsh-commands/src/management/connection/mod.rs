//! Questions to other machines: does it answer an echo request, does it accept on a port.

mod echo;
pub mod results;
mod tcp;

pub use echo::{Echo, EchoRequest};
pub use results::{ping_status, tcp_port_status};
pub use tcp::{Attempt, connect};

use pwsh_runtime::command::Io;
use pwsh_value::Result;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::os::fd::BorrowedFd;
use std::time::{Duration, Instant};

/// For so long a socket is waited for at once; between, requests to stop are answered.
const STEP: Timespec = Timespec { tv_sec: 0, tv_nsec: 10_000_000 };

/// Waits until a socket is ready or the time is up; says whether it is ready.
fn wait(io: &mut Io<'_>, socket: BorrowedFd<'_>, events: PollFlags, until: Instant) -> Result<bool> {
    loop {
        io.poll()?;
        let mut sockets = [PollFd::from_borrowed_fd(socket, events)];
        // An interrupted wait is begun again.
        if matches!(poll(&mut sockets, Some(&STEP)), Ok(ready) if ready > 0) {
            return Ok(true);
        }
        if Instant::now() >= until {
            return Ok(false);
        }
    }
}

/// Milliseconds, as .NET counts them.
fn milliseconds(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}
