//! The Unix sockets by which a process is entered (Enter-PSHostProcess, `-CustomPipeName`).

use std::fs;
use std::io;
use std::net::Shutdown;
use std::os::unix::fs::FileTypeExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use parking_lot::Mutex;
use psjob_channel::{Engine, SessionStart};
use rustix::fs::{Mode, fchmod};
use rustix::net::{
    AddressFamily, SocketAddrUnix, SocketFlags, SocketType, bind, listen, shutdown, socket_with,
    sockopt::socket_peercred,
};
use rustix::process::geteuid;

use super::output::Output;
use super::pipe_name::{self, BadPipeName};
use super::session::Surroundings;
use super::socket_files;
use super::wire::Wire;

/// The sockets of this process: the one that is named after it, and one that the user has named.
pub struct ProcessSockets {
    engine: Arc<dyn Engine>,
    custom: Option<String>,
    open: Mutex<Vec<Arc<Socket>>>,
}

/// Why a socket cannot be listened on.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// The name is none.
    #[error(transparent)]
    Name(#[from] BadPipeName),
    /// The system refuses.
    #[error("cannot listen on {}: {error}", path.display())]
    System {
        /// The socket's path.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl ProcessSockets {
    /// Sockets whose clients get sessions of `engine`. None is open yet.
    pub fn new(engine: Arc<dyn Engine>, custom: Option<String>) -> Self {
        ProcessSockets { engine, custom, open: Mutex::new(Vec::new()) }
    }

    /// Opens the socket that the user has named, if there is one, and the one named after the process. A
    /// process that cannot be entered under its own name works all the same; under a name that was asked
    /// for it must be found.
    pub fn open_all(&self) -> Result<(), ListenError> {
        if let Some(name) = &self.custom {
            self.listen(pipe_name::custom(name)?)?;
        }
        if let Ok(path) = pipe_name::of_this_process() {
            let _ = self.listen(path);
        }
        Ok(())
    }

    /// As [`ProcessSockets::open_all`], where nobody can be told of a failure.
    pub fn open(&self) {
        let _ = self.open_all();
    }

    /// Closes the sockets and removes their files. Clients that are connected stay.
    pub fn close(&self) {
        for socket in self.open.lock().drain(..) {
            socket.close();
        }
    }

    fn listen(&self, path: PathBuf) -> Result<(), ListenError> {
        let failed = |error| ListenError::System { path: path.clone(), error };
        let socket = Arc::new(Socket::bind(&path).map_err(failed)?);
        let (listening, engine) = (socket.clone(), self.engine.clone());
        thread::Builder::new()
            .name("front-socket".into())
            .spawn(move || listening.accept_all(&engine))
            .map_err(failed)?;
        self.open.lock().push(socket);
        Ok(())
    }
}

struct Socket {
    listener: UnixListener,
    path: PathBuf,
    /// The file is this socket's no more: another may have taken its place.
    removed: AtomicBool,
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.remove_file();
    }
}

impl Socket {
    fn bind(path: &Path) -> io::Result<Socket> {
        remove_if_dead(path)?;
        let socket = socket_with(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None)?;
        // Before the file is there: Linux gives it the mode of the socket, so it is never open to others.
        fchmod(&socket, Mode::RUSR | Mode::WUSR)?;
        bind(&socket, &SocketAddrUnix::new(path)?)?;
        socket_files::add(path);
        let socket = Socket {
            listener: UnixListener::from(socket),
            path: path.to_owned(),
            removed: AtomicBool::new(false),
        };
        listen(&socket.listener, 4)?;
        Ok(socket)
    }

    /// Serves one client at a time until the socket is closed, as PowerShell does.
    fn accept_all(&self, engine: &Arc<dyn Engine>) {
        while let Ok((stream, _)) = self.listener.accept() {
            // A client that is gone already, or one of another account, gets nothing.
            if is_own_account(&stream) {
                let _ = serve(stream, engine.clone());
            }
        }
    }

    fn remove_file(&self) {
        if !self.removed.swap(true, Ordering::SeqCst) {
            socket_files::remove(&self.path);
        }
    }

    fn close(&self) {
        self.remove_file();
        // wakes the thread that accepts
        let _ = shutdown(&self.listener, rustix::net::Shutdown::Both);
    }
}

/// A socket's file that nobody listens on was left by a process that was killed, and stands in the way.
fn remove_if_dead(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(file) if file.file_type().is_socket() => match UnixStream::connect(path) {
            Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => fs::remove_file(path),
            _ => Err(io::ErrorKind::AddrInUse.into()),
        },
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => Ok(()),
    }
}

fn is_own_account(stream: &UnixStream) -> bool {
    socket_peercred(stream).is_ok_and(|peer| peer.uid == geteuid())
}

/// A client's connection, which its session may end.
struct Connection {
    stream: UnixStream,
}

impl Surroundings for Connection {
    fn exit(&self, _code: i32) {
        // the reading thread sees the end of the input
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

fn serve(stream: UnixStream, engine: Arc<dyn Engine>) -> io::Result<()> {
    let output = Arc::new(Output::with_errors_inline(stream.try_clone()?));
    let connection = Arc::new(Connection { stream: stream.try_clone()? });
    let wire =
        Wire { engine, start: SessionStart::default(), output: output.clone(), surroundings: connection };
    let end = wire.serve(&stream, || {});
    output.report(&end.to_string());
    stream.shutdown(Shutdown::Both)
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Read, Write};
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::front::scripted::Scripted;

    const HELLO: &[u8] =
        b"<Data Stream='Default' PSGuid='00000000-0000-0000-0000-000000000000'>aGk=</Data>\n";
    const ACK: &str = "<DataAck PSGuid='00000000-0000-0000-0000-000000000000' />\n";

    fn sockets(name: &str) -> (ProcessSockets, PathBuf) {
        let name = format!("psjob-test-{}-{name}", std::process::id());
        let path = pipe_name::custom(&name).unwrap();
        (ProcessSockets::new(Scripted::echo(), Some(name)), path)
    }

    fn greet(path: &Path) -> (UnixStream, String) {
        let mut stream = UnixStream::connect(path).unwrap();
        stream.write_all(HELLO).unwrap();
        let mut line = String::new();
        BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
        (stream, line)
    }

    #[test]
    fn a_socket_is_its_accounts_own_serves_again_and_leaves_nothing() {
        let (sockets, path) = sockets("serves");
        sockets.open_all().unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        for _ in 0..3 {
            let (mut stream, line) = greet(&path);
            assert_eq!(line, ACK);
            stream.write_all(b"\n").unwrap();
            let mut rest = String::new();
            stream.read_to_string(&mut rest).unwrap();
            assert!(rest.contains("\n__NamedPipeError__:An unknown element"), "{rest}");
        }
        sockets.close();
        assert!(!path.exists());
        assert!(UnixStream::connect(&path).is_err());
    }

    #[test]
    fn a_name_in_use_is_refused_and_one_left_behind_is_taken() {
        let (first, path) = sockets("name");
        let (second, _) = sockets("name");
        first.open_all().unwrap();
        assert!(matches!(second.open_all(), Err(ListenError::System { .. })));
        first.close();
        // as a process leaves it that was killed
        drop(UnixListener::bind(&path).unwrap());
        assert!(path.exists());
        second.open_all().unwrap();
        assert_eq!(greet(&path).1, ACK);
        second.close();
        fs::write(&path, "").unwrap();
        let (third, _) = sockets("name");
        assert!(matches!(third.open_all(), Err(ListenError::System { .. })));
        fs::remove_file(&path).unwrap();
    }
}
