//! `psjob worker SOCKET`: the process that runs sessions for a service.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use psjob_channel::worker::{Worker, serve};
use psjob_channel::{Engine, ProcessEngine};
use psjob_host::config::EMBEDDED;
use tokio::net::UnixListener;

use crate::arguments;

/// How long a worker without a session waits for one.
const QUIET: Duration = Duration::from_secs(60);

/// Runs a worker on a socket until it has been without a session for a while, and gives the exit code.
pub fn run(engine: Arc<dyn Engine>, arguments: arguments::Worker) -> i32 {
    let arguments::Worker { socket, engines } = arguments;
    let programs = engines
        .into_iter()
        .map(|(name, command)| (name, Arc::new(ProcessEngine::new(command)) as Arc<dyn Engine>));
    let engines = programs.chain([(EMBEDDED.to_owned(), engine)]);
    match listen(engines, &socket) {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("psjob worker: {}: {error}", socket.display());
            1
        }
    }
}

fn listen(engines: impl Iterator<Item = (String, Arc<dyn Engine>)>, socket: &Path) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = bind(socket)?;
        let host = rustix::process::geteuid().as_raw();
        let worker = Arc::new(Worker::new(engines, host));
        tokio::select! {
            served = serve(worker.clone(), listener) => served,
            () = worker.idle(QUIET) => Ok(()),
        }
    })?;
    fs::remove_file(socket)
}

/// The socket appears under its name only when it listens: whoever waits for the name can connect.
fn bind(socket: &Path) -> io::Result<UnixListener> {
    let beside = socket.with_extension(format!("{}", std::process::id()));
    let listener = UnixListener::bind(&beside)?;
    fs::set_permissions(&beside, fs::Permissions::from_mode(0o600))?;
    fs::rename(&beside, socket)?;
    Ok(listener)
}
