//! The engine: what all sessions of the process share.

use crate::session::Session;
use crate::threads::{THREAD_NAME, Threads};
use parking_lot::Mutex;
use psjob_channel::{Engine, EngineEnd, SessionStart};
use pwsh_runtime::Shared;
use pwsh_runtime::command::CommandTable;
use pwsh_runtime::job::JobSource;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Once};

/// The embedded engine.
pub struct Embedded {
    common: Arc<Common>,
}

/// What the sessions of an engine have in common.
pub(crate) struct Common {
    /// Cmdlets and compiled scripts.
    pub(crate) shared: Arc<Shared>,
    /// The threads that run script.
    pub(crate) threads: Threads,
    /// The sessions that are not over; a session lives by being here.
    sessions: Mutex<HashMap<u64, Arc<Session>>>,
    next: AtomicU64,
}

impl Embedded {
    /// An engine with all built-in types and cmdlets.
    pub fn new() -> Embedded {
        pwsh_value::ty::install(&types());
        keep_panics_quiet();
        let shared = Shared::new(CommandTable::new(&pwsh_commands::declarations()));
        shared.initial_state.get_or_init(|| crate::initial::set_up_sibling);
        let common = Common {
            shared: Arc::new(shared),
            threads: Threads::default(),
            sessions: Mutex::default(),
            next: AtomicU64::new(1),
        };
        Embedded { common: Arc::new(common) }
    }
}

impl Embedded {
    /// Has the jobs that scripts start run by `source`; the first one that is given stays.
    pub fn run_jobs_by(&self, source: Arc<dyn JobSource>) {
        let _ = self.common.shared.jobs.set(source);
    }
}

impl Default for Embedded {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine for Embedded {
    fn open(&self, start: SessionStart, end: EngineEnd) {
        let id = self.common.next.fetch_add(1, Ordering::Relaxed);
        let session = Arc::new(Session::new(id, self.common.clone(), start, end));
        self.common.sessions.lock().insert(id, session.clone());
        session.listen();
    }
}

impl Common {
    /// A session is over.
    pub(crate) fn forget(&self, id: u64) {
        let session = self.sessions.lock().remove(&id);
        drop(session);
    }
}

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A command that panics becomes an error record: its text is kept for that, since a client reads standard error as
/// the end of the process.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().name() == Some(THREAD_NAME) {
                PANIC.set(Some(info.to_string()));
            } else {
                others(info);
            }
        }));
    });
}

/// The text of the panic that was caught on this thread last.
pub(crate) fn last_panic() -> String {
    PANIC.take().unwrap_or_else(|| "a command panicked".to_owned())
}

/// The types of .NET, and those of the engine and its cmdlets.
fn types() -> Vec<&'static pwsh_value::ty::FacadeType> {
    let mut types =
        [psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES, pwsh_commands::types::TYPES].concat();
    types.extend(pwsh_format::types());
    types
}
