//! A session is a process to its script: what an operating system keeps per process, kept per session.

use parking_lot::{Mutex, RwLock};
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Environment, current directory, culture name, umask and the statics of facade types, of one session.
pub struct Process {
    environment: RwLock<Vec<(OsString, OsString)>>,
    directory: RwLock<PathBuf>,
    culture: RwLock<Arc<str>>,
    umask: u32,
    statics: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl Process {
    /// A session that starts with this environment and directory.
    pub fn new(
        environment: Vec<(OsString, OsString)>,
        directory: PathBuf,
        culture: &str,
        umask: u32,
    ) -> Process {
        Process {
            environment: RwLock::new(environment),
            directory: RwLock::new(directory),
            culture: RwLock::new(culture.into()),
            umask,
            statics: Mutex::default(),
        }
    }

    /// A session that starts as this operating system process is now.
    pub fn inherit() -> Process {
        let directory = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/"));
        Process::new(std::env::vars_os().collect(), directory, &culture_of_environment(), 0o022)
    }

    /// The same process with another environment.
    pub fn with_environment(self, environment: Vec<(OsString, OsString)>) -> Process {
        Process { environment: RwLock::new(environment), ..self }
    }

    /// A variable of the environment; names are case-sensitive.
    pub fn env(&self, name: &str) -> Option<OsString> {
        self.environment.read().iter().find(|(n, _)| n == OsStr::new(name)).map(|(_, v)| v.clone())
    }

    /// Sets (`Some`) or removes (`None`) a variable.
    pub fn set_env(&self, name: &str, value: Option<&str>) {
        let mut environment = self.environment.write();
        let at = environment.iter().position(|(n, _)| n == OsStr::new(name));
        match (at, value) {
            (Some(at), Some(value)) => environment[at].1 = value.into(),
            (Some(at), None) => drop(environment.remove(at)),
            (None, Some(value)) => environment.push((name.into(), value.into())),
            (None, None) => {}
        }
    }

    /// The whole environment, for a child process or `Env:`.
    pub fn environment(&self) -> Vec<(OsString, OsString)> {
        self.environment.read().clone()
    }

    /// `[Environment]::CurrentDirectory`.
    pub fn directory(&self) -> PathBuf {
        self.directory.read().clone()
    }

    /// Changes [`directory`](Self::directory); the caller has checked that it is there.
    pub fn set_directory(&self, directory: PathBuf) {
        *self.directory.write() = directory;
    }

    /// `path` against [`directory`](Self::directory).
    pub fn resolve(&self, path: impl AsRef<Path>) -> PathBuf {
        self.directory.read().join(path)
    }

    /// The current culture's name, empty for the invariant one.
    pub fn culture(&self) -> Arc<str> {
        self.culture.read().clone()
    }

    /// Changes the current culture.
    pub fn set_culture(&self, name: &str) {
        *self.culture.write() = name.into();
    }

    /// The mask taken from the mode of new files.
    pub fn umask(&self) -> u32 {
        self.umask
    }

    /// State that .NET would keep in a static field, one of each type a session, made on first use.
    pub fn statics<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let mut statics = self.statics.lock();
        let entry = statics.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        entry.clone().downcast().expect("filed under its own type")
    }
}

/// The culture that .NET takes from the environment; empty, the invariant one, for `C`, `POSIX` and none.
fn culture_of_environment() -> String {
    let invariant = std::env::var("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
    if invariant.is_ok_and(|on| on == "1" || on.eq_ignore_ascii_case("true")) {
        return String::new();
    }
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    if matches!(name, "C" | "POSIX") { String::new() } else { name.replace('_', "-") }
}
