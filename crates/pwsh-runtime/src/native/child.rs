//! A running program and the threads that serve it.

use crate::attention::Attention;
use parking_lot::Mutex;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};

/// Bytes are moved in pieces of at most this size: what a pipe holds.
const PIECE: usize = 64 << 10;

/// At most this many pieces wait for the pipeline, or for the program: then the writer waits, so that a
/// program that writes without end fills no memory.
const WAITING: usize = 16;

/// What a program is started with.
pub(super) struct Start<'a> {
    /// The program.
    pub path: &'a Path,
    /// Its arguments.
    pub words: Vec<OsString>,
    /// Its whole environment.
    pub environment: Vec<(OsString, OsString)>,
    /// Its directory.
    pub directory: &'a Path,
    /// The mask for the modes of its files, where it is not this process's own.
    pub umask: Option<u32>,
    /// Whether it gets input; else it reads from /dev/null.
    pub input: bool,
    /// Where its output goes instead of to the pipeline.
    pub output: Option<File>,
}

/// What a program did.
pub(super) enum Event {
    /// It wrote output.
    Output(Vec<u8>),
    /// It wrote to its error output.
    Error(Vec<u8>),
    /// It ended, with its exit code; 128 and the signal's number where a signal ended it.
    Exit(i32),
    /// Nothing more comes.
    Over,
}

/// A running program. Dropped, it and all that it started in its group are killed.
pub(super) struct Child {
    /// Its number.
    pub id: u32,
    group: Arc<Group>,
    events: Receiver<Event>,
    input: Option<SyncSender<Vec<u8>>>,
    attention: Arc<Attention>,
}

/// The process group, which may be signalled until its leader is reaped.
struct Group {
    leader: Pid,
    reaped: Mutex<bool>,
}

impl Child {
    /// Starts a program. Its threads wake `attention` after each change.
    pub fn start(start: Start<'_>, attention: Arc<Attention>) -> io::Result<Child> {
        let mut command = command(start.path, start.umask);
        command
            .args(start.words)
            .env_clear()
            .envs(start.environment)
            .current_dir(start.directory)
            .stdin(if start.input { Stdio::piped() } else { Stdio::null() })
            .stdout(start.output.map_or_else(Stdio::piped, Stdio::from))
            .stderr(Stdio::piped())
            .process_group(0);
        let mut child = command.spawn()?;
        // The command holds the parent's ends of files that were handed over.
        drop(command);
        let id = child.id();
        let leader = Pid::from_child(&child);
        let group = Arc::new(Group { leader, reaped: Mutex::new(false) });
        let (sender, events) = sync_channel(WAITING);
        if let Some(output) = child.stdout.take() {
            read_all(output, Event::Output, sender.clone(), attention.clone())?;
        }
        if let Some(errors) = child.stderr.take() {
            read_all(errors, Event::Error, sender.clone(), attention.clone())?;
        }
        let input = match child.stdin.take() {
            Some(stdin) => Some(write_all(stdin, attention.clone())?),
            None => None,
        };
        let (reaper, waker) = (group.clone(), attention.clone());
        thread(move || {
            let code = reaper.wait(child);
            let _ = sender.send(Event::Exit(code));
            drop(sender);
            waker.notify();
        })?;
        Ok(Child { id, group, events, input, attention })
    }

    /// The next thing the program did, if it did something.
    pub fn try_next(&self) -> Option<Event> {
        match self.events.try_recv() {
            Ok(event) => Some(event),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Event::Over),
        }
    }

    /// Waits for the next thing the program does; `None`: attention is asked for.
    pub fn next(&self) -> Option<Event> {
        self.attention.wait(None, || self.try_next())
    }

    /// Offers bytes as input. `Ok`: they were taken, or the program reads no more (`false`). `Err` gives them
    /// back because the program did something, which must be dealt with first, or attention is asked for.
    pub fn offer(&mut self, bytes: Vec<u8>) -> Result<bool, (Vec<u8>, Option<Event>)> {
        let Some(input) = &self.input else { return Ok(false) };
        let mut bytes = Some(bytes);
        let outcome = self.attention.wait(None, || {
            match input.try_send(bytes.take()?) {
                Ok(()) => return Some(Ok(true)),
                Err(TrySendError::Disconnected(_)) => return Some(Ok(false)),
                Err(TrySendError::Full(back)) => bytes = Some(back),
            }
            self.try_next().map(Err)
        });
        match outcome {
            Some(Ok(open)) => {
                if !open {
                    self.input = None;
                }
                Ok(open)
            }
            Some(Err(event)) => Err((bytes.unwrap_or_default(), Some(event))),
            None => Err((bytes.unwrap_or_default(), None)),
        }
    }

    /// Ends the input.
    pub fn close_input(&mut self) {
        self.input = None;
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.group.kill();
    }
}

impl Group {
    /// Waits for the leader without reaping it, and reaps it while nobody can signal it: a number that is free
    /// again might be another's by then.
    fn wait(&self, mut child: std::process::Child) -> i32 {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while let Err(rustix::io::Errno::INTR) = rustix::process::waitid(WaitId::Pid(self.leader), options) {}
        let mut reaped = self.reaped.lock();
        *reaped = true;
        child.wait().map_or(-1, exit_code)
    }

    fn kill(&self) {
        let reaped = self.reaped.lock();
        if !*reaped {
            // It may have ended meanwhile: then there is nobody to tell.
            let _ = rustix::process::kill_process_group(self.leader, Signal::KILL);
        }
    }
}

fn exit_code(status: std::process::ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(-1)
}

/// The command to start, through the shell where it needs another umask: the standard library has no way to set
/// one in the child alone.
fn command(path: &Path, umask: Option<u32>) -> Command {
    let Some(umask) = umask else { return Command::new(path) };
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("umask {umask:03o}; exec \"$@\"")).arg("sh").arg(path);
    command
}

fn read_all(
    mut from: impl Read + Send + 'static,
    event: fn(Vec<u8>) -> Event,
    to: SyncSender<Event>,
    attention: Arc<Attention>,
) -> io::Result<()> {
    thread(move || {
        let mut buffer = vec![0; PIECE];
        loop {
            match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(length) => {
                    if to.send(event(buffer[..length].to_vec())).is_err() {
                        break;
                    }
                    attention.notify();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        drop(to);
        attention.notify();
    })
}

fn write_all(mut to: ChildStdin, attention: Arc<Attention>) -> io::Result<SyncSender<Vec<u8>>> {
    let (sender, pieces) = sync_channel::<Vec<u8>>(WAITING);
    thread(move || {
        while let Ok(piece) = pieces.recv() {
            attention.notify();
            if to.write_all(&piece).is_err() {
                break;
            }
        }
        drop(pieces);
        attention.notify();
    })?;
    Ok(sender)
}

fn thread(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    // They only move bytes.
    std::thread::Builder::new().name("native".into()).stack_size(64 << 10).spawn(work).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(script: &str, input: Option<&[u8]>) -> (Vec<u8>, Vec<u8>, i32) {
        let start = Start {
            path: Path::new("/bin/sh"),
            words: vec!["-c".into(), script.into()],
            environment: vec![("A".into(), "b".into())],
            directory: Path::new("/"),
            umask: Some(0o77),
            input: input.is_some(),
            output: None,
        };
        let mut child = Child::start(start, Arc::default()).unwrap();
        if let Some(input) = input {
            assert!(child.offer(input.to_vec()).is_ok());
        }
        child.close_input();
        let (mut output, mut errors, mut code) = (Vec::new(), Vec::new(), -1);
        loop {
            match child.next().unwrap() {
                Event::Output(bytes) => output.extend(bytes),
                Event::Error(bytes) => errors.extend(bytes),
                Event::Exit(ended) => code = ended,
                Event::Over => return (output, errors, code),
            }
        }
    }

    #[test]
    fn a_program_has_its_directory_environment_umask_and_input() {
        let (output, errors, code) = run("pwd; echo $A; umask; cat; echo bad >&2; exit 3", Some(b"in"));
        assert_eq!(String::from_utf8(output).unwrap(), "/\nb\n0077\nin");
        assert_eq!(errors, b"bad\n");
        assert_eq!(code, 3);
    }

    #[test]
    fn a_program_without_input_reads_an_end_and_sees_no_file_of_this_process() {
        let held = File::open("/proc/self/status").unwrap();
        let (output, _, _) = run("cat; for f in /proc/self/fd/*; do readlink $f; done; echo end", None);
        let text = String::from_utf8(output).unwrap();
        assert!(text.ends_with("end\n") && !text.contains("/status"), "{text}");
        drop(held);
    }

    #[test]
    fn a_signal_shows_in_the_exit_code() {
        assert_eq!(run("kill -9 $$", None).2, 137);
    }

    #[test]
    fn what_a_program_started_ends_with_it() {
        let start = Start {
            path: Path::new("/bin/sh"),
            words: vec!["-c".into(), "sleep 1000 & echo $!; wait".into()],
            environment: vec![("PATH".into(), "/usr/bin:/bin".into())],
            directory: Path::new("/"),
            umask: None,
            input: false,
            output: None,
        };
        let child = Child::start(start, Arc::default()).unwrap();
        let Some(Event::Output(line)) = child.next() else { panic!("the number of the sleeper") };
        drop(child);
        let stat = format!("/proc/{}/stat", String::from_utf8(line).unwrap().trim());
        // Killed, it is gone or a zombie that waits for init.
        let alive = || std::fs::read_to_string(&stat).is_ok_and(|s| !s.contains(") Z"));
        while alive() {
            std::thread::yield_now();
        }
    }
}
