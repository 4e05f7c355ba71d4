//! What the `psjob` binary does: its arguments, its fronts and its commands, over an engine that is handed in.

pub mod allocator;
pub mod arguments;
pub mod console;
pub mod front;
mod interrupt;
pub mod job_questions;
mod json;
pub mod local_jobs;
mod records;
pub mod run;
pub mod serve;
pub mod start;
pub mod user;
pub mod worker;

use std::ffi::OsString;
use std::sync::Arc;

use arguments::powershell::{Arguments, Mode};
use arguments::{Invocation, Script, command_line, powershell};
use front::{ErrorPlace, ProcessSockets, remove_socket_files, serve_stdio};
use psjob_channel::{Engine, SessionStart};

/// The exit code of `pwsh` for a command line that it cannot follow.
const BAD_COMMAND_LINE: i32 = 64;

/// Does what the command line says, with the program's name first, and gives the exit code. `engine` is made
/// when it is known that one is needed, and after the standard descriptors were moved away where they are.
pub fn main(arguments: Vec<OsString>, engine: impl FnOnce() -> Arc<dyn Engine>) -> i32 {
    let given = arguments.get(1..).unwrap_or_default();
    if arguments::are_powershells(given) {
        return match powershell::parse(given.iter().cloned()) {
            Ok(arguments) => in_the_place_of_powershell(arguments, engine),
            Err(error) => {
                eprintln!("psjob: {error}");
                BAD_COMMAND_LINE
            }
        };
    }
    match command_line::parse(arguments) {
        Ok(Invocation::Start(start)) => start::start(engine(), start),
        Ok(Invocation::Serve(serve)) => serve::run(serve),
        Ok(Invocation::User(user)) => user::run(user),
        Ok(Invocation::Worker(worker)) => worker::run(engine(), worker),
        Ok(Invocation::Run(run)) => run::run(&*engine(), &run.script, SessionStart::default()),
        Err(code) => code,
    }
}

fn in_the_place_of_powershell(arguments: Arguments, engine: impl FnOnce() -> Arc<dyn Engine>) -> i32 {
    let Arguments { mode, working_directory, start_script, configuration_file, custom_pipe } = arguments;
    let errors = match mode {
        Mode::Version => {
            println!("psjob {}", env!("CARGO_PKG_VERSION"));
            return 0;
        }
        Mode::Command(text) => {
            let start = SessionStart {
                working_directory,
                start_script,
                configuration_file,
                ..SessionStart::default()
            };
            return run_entered(engine(), text, start, custom_pipe);
        }
        Mode::Server => ErrorPlace::StandardError,
        Mode::SshServer => ErrorPlace::Inline,
    };
    // `pwsh -sshs` ignores it: sshd has put the session where it belongs
    let working_directory = working_directory.filter(|_| mode == Mode::Server);
    let start =
        SessionStart { working_directory, start_script, configuration_file, ..SessionStart::default() };
    match serve_stdio(engine, start, errors, custom_pipe) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("psjob: {error}");
            1
        }
    }
}

/// Runs a script in a process that can be entered meanwhile.
fn run_entered(
    engine: Arc<dyn Engine>,
    text: String,
    start: SessionStart,
    custom_pipe: Option<String>,
) -> i32 {
    let sockets = ProcessSockets::new(engine.clone(), custom_pipe);
    let code = match sockets.open_all() {
        Ok(()) => {
            let script = Script { text: Some(text), file: None, arguments: Vec::new() };
            run::run(&*engine, &script, start)
        }
        Err(error) => {
            eprintln!("psjob: {error}");
            1
        }
    };
    sockets.close();
    remove_socket_files();
    code
}
