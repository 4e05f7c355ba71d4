//! The standard descriptors, taken out of the reach of native programs.

use std::fs::{File, OpenOptions};
use std::io;

use rustix::fd::OwnedFd;
use rustix::io::fcntl_dupfd_cloexec;
use rustix::stdio::{dup2_stderr, dup2_stdin, dup2_stdout, stderr, stdin, stdout};

/// The three descriptors that the process was started with, in other places.
pub struct Descriptors {
    /// Where the client's lines come from.
    pub input: File,
    /// Where ours go.
    pub output: File,
    /// Where errors may be reported.
    pub errors: File,
}

impl Descriptors {
    /// Moves descriptors 0, 1 and 2 above 2, closed on exec, and opens /dev/null in their places. A
    /// native program, or a panic's message, then cannot write into the protocol: one stray line breaks
    /// the client's session.
    pub fn take() -> io::Result<Descriptors> {
        let taken = Descriptors {
            input: File::from(fcntl_dupfd_cloexec(stdin(), 3)?),
            output: File::from(fcntl_dupfd_cloexec(stdout(), 3)?),
            errors: File::from(fcntl_dupfd_cloexec(stderr(), 3)?),
        };
        let null = OwnedFd::from(OpenOptions::new().read(true).write(true).open("/dev/null")?);
        dup2_stdin(&null)?;
        dup2_stdout(&null)?;
        dup2_stderr(&null)?;
        Ok(taken)
    }
}
