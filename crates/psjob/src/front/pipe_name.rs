//! The names under which PowerShell looks for the pipe of a process.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process;

use rustix::param::clock_ticks_per_second;
use rustix::time::{ClockId, clock_gettime};

/// What .NET puts before a pipe's name to get a Unix socket's path.
const PREFIX: &str = "/tmp/CoreFxPipe_";
/// The longest path of a Unix socket that PowerShell accepts on Linux.
const LONGEST_PATH: usize = 104;
/// 100 ns steps from 1601, where Windows file times begin, to 1970.
const FILE_TIME_OF_1970: i128 = 116_444_736_000_000_000;

/// A `-CustomPipeName` that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPipeName {
    /// It would be no name of a file in /tmp.
    #[error("expected a pipe name without `/` and NUL, found `{name}`")]
    Characters {
        /// The name.
        name: String,
    },
    /// Nothing is there.
    #[error("expected a pipe name, found none")]
    Empty,
    /// The socket's path would be too long.
    #[error("expected a pipe name of at most {most} bytes, found {found}")]
    TooLong {
        /// The most that fits.
        most: usize,
        /// The name's length.
        found: usize,
    },
}

/// The path of the socket with a name that the user has chosen.
pub fn custom(name: &str) -> Result<PathBuf, BadPipeName> {
    let most = LONGEST_PATH - PREFIX.len();
    if name.is_empty() {
        Err(BadPipeName::Empty)
    } else if name.contains(['/', '\0']) {
        Err(BadPipeName::Characters { name: name.into() })
    } else if name.len() > most {
        Err(BadPipeName::TooLong { most, found: name.len() })
    } else {
        Ok(format!("{PREFIX}{name}").into())
    }
}

/// The path of the socket where Enter-PSHostProcess looks for this process.
pub fn of_this_process() -> io::Result<PathBuf> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (name, started) = name_and_start(&stat).ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidData, "expected the fields of /proc/self/stat")
    })?;
    let ticks = i128::from(started) * 10_000_000 / i128::from(clock_ticks_per_second());
    let boot = steps(ClockId::Realtime) - steps(ClockId::Boottime);
    Ok(format!("{PREFIX}{}", name_for(boot + ticks, process::id(), name)).into())
}

/// The command name and the start, in clock ticks after the boot, of a line of /proc/PID/stat.
fn name_and_start(stat: &str) -> Option<(&str, u64)> {
    let (before, after) = stat.rsplit_once(')')?;
    let name = before.split_once('(')?.1;
    // the 22nd field; the first after the name is the 3rd
    let started = after.split_ascii_whitespace().nth(22 - 3)?.parse().ok()?;
    Some((name, started))
}

/// A clock in steps of 100 ns.
fn steps(clock: ClockId) -> i128 {
    let time = clock_gettime(clock);
    i128::from(time.tv_sec) * 10_000_000 + i128::from(time.tv_nsec) / 100
}

/// The pipe's name for a process that started `since_1970` steps of 100 ns after 1970. Of the file time's
/// hexadecimal digits PowerShell leaves out the first and the last six or so, which two processes that
/// compute it do not agree on.
fn name_for(since_1970: i128, id: u32, process_name: &str) -> String {
    let digits = format!("{:X}", since_1970 + FILE_TIME_OF_1970);
    let start: String = digits.chars().skip(1).take(8).collect();
    format!("PSHost.{start}.{id}.None.{process_name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_process_is_the_one_that_powershell_computes() {
        // 2026-07-01T00:00:00Z
        let since_1970 = 1_782_864_000 * 10_000_000;
        assert_eq!(since_1970 + FILE_TIME_OF_1970, 0x1DD_08EC_8F45_C000);
        assert_eq!(name_for(since_1970, 42, "psjob"), "PSHost.DD08EC8F.42.None.psjob");
    }

    #[test]
    fn a_command_name_with_blanks_and_brackets_does_not_shift_the_fields() {
        let fields: Vec<String> = (3..30).map(|n| n.to_string()).collect();
        let stat = format!("7 (a (b) c) {}", fields.join(" "));
        assert_eq!(name_and_start(&stat), Some(("a (b) c", 22)));
        assert_eq!(name_and_start("7 (a) R 1"), None);
    }

    #[test]
    fn names_that_are_no_file_in_tmp_are_refused() {
        assert_eq!(custom("rec1"), Ok("/tmp/CoreFxPipe_rec1".into()));
        assert_eq!(custom(""), Err(BadPipeName::Empty));
        assert!(matches!(custom("../x"), Err(BadPipeName::Characters { .. })));
        assert_eq!(custom(&"x".repeat(88)).map(|path| path.as_os_str().len()), Ok(104));
        assert_eq!(custom(&"x".repeat(89)), Err(BadPipeName::TooLong { most: 88, found: 89 }));
    }
}
