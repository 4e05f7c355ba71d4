//! A session: what its runspaces have in common, and what all sessions of the program share.

use crate::command::CommandTable;
use crate::job::JobSource;
use crate::module::discovery::ModuleIndex;
use crate::registry::RunspaceRegistry;
use parking_lot::Mutex;
use pwsh_syntax::{KnownTypes, ParsedScript, Source};
use pwsh_value::Process;
use pwsh_value::cycles::Heap;
use std::collections::HashMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, OnceLock};

/// What all sessions share: immutable but for its caches.
#[derive(Default)]
pub struct Shared {
    /// The built-in cmdlets.
    pub commands: CommandTable,
    /// What the files of modules declare.
    pub(crate) module_index: Mutex<ModuleIndex>,
    /// The runspaces of the process.
    pub runspaces: RunspaceRegistry,
    /// What runs background jobs, once somebody has said so.
    pub jobs: OnceLock<Arc<dyn JobSource>>,
    /// Puts a new runspace into its initial state; the layer that opens sessions says how.
    pub initial_state: OnceLock<fn(&mut crate::Runspace)>,
    parsed: Mutex<ScriptCache>,
}

/// At most this much source text, in bytes, is kept parsed and compiled.
const CACHED_SOURCE: usize = 16 << 20;

/// Scripts by their text, the most recent ones.
#[derive(Default)]
struct ScriptCache {
    scripts: HashMap<Arc<str>, (Arc<crate::code::Block>, u64)>,
    bytes: usize,
    clock: u64,
}

/// One session, a process to its script.
pub struct Session {
    /// What all sessions share.
    pub shared: Arc<Shared>,
    /// Environment, directory, culture, statics.
    pub process: Arc<Process>,
    /// Where cycles are looked for.
    pub heap: Arc<Heap>,
    /// The classes and enums that scripts defined.
    pub defined_types: crate::class::DefinedTypes,
    /// The number of the job that was made last.
    last_job: AtomicI32,
}

impl Shared {
    /// The shared part of a program with these cmdlets.
    pub fn new(commands: CommandTable) -> Shared {
        Shared { commands, ..Shared::default() }
    }

    /// The block for a script's text: parsed and compiled once for all sessions. Text with errors is not kept.
    /// `types`: those that the session knows, for the checks of classes.
    pub fn block(&self, text: &str, types: &dyn KnownTypes) -> Result<Arc<crate::code::Block>, ParsedScript> {
        if let Some(found) = self.parsed.lock().get(text) {
            return Ok(found);
        }
        let parsed = pwsh_syntax::parse_input_with_types(&Source::new(text, None), types);
        if !parsed.errors.is_empty() {
            return Err(parsed);
        }
        let block = crate::code::Block::new(parsed.script_block, false);
        self.parsed.lock().insert(text, block.clone());
        Ok(block)
    }
}

impl ScriptCache {
    fn get(&mut self, text: &str) -> Option<Arc<crate::code::Block>> {
        self.clock += 1;
        let (block, used) = self.scripts.get_mut(text)?;
        *used = self.clock;
        Some(block.clone())
    }

    fn insert(&mut self, text: &str, block: Arc<crate::code::Block>) {
        self.clock += 1;
        self.bytes += text.len();
        self.scripts.insert(text.into(), (block, self.clock));
        if self.bytes > CACHED_SOURCE {
            let mut ages: Vec<u64> = self.scripts.values().map(|(_, used)| *used).collect();
            ages.sort_unstable();
            let middle = ages[ages.len() / 2];
            self.scripts.retain(|_, (_, used)| *used > middle);
            self.bytes = self.scripts.keys().map(|text| text.len()).sum();
        }
    }
}

impl Session {
    /// A session over the shared part.
    pub fn new(shared: Arc<Shared>, process: Process) -> Arc<Session> {
        Arc::new(Session {
            shared,
            process: Arc::new(process),
            heap: Arc::default(),
            defined_types: Default::default(),
            last_job: AtomicI32::new(0),
        })
    }

    /// The number of the next job.
    pub fn take_job_number(&self) -> i32 {
        self.last_job.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// The session as a process.
    pub fn process(&self) -> &Process {
        &self.process
    }
}
