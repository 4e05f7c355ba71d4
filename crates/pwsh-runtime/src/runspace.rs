//! The runspace: what one pipeline at a time runs in.

use crate::attention::Attention;
use crate::code::Block;
use crate::command::Invocation;
use crate::error_record::Position;
use crate::events::EventManager;
use crate::history::History;
use crate::host::{Host, Nested, Output};
use crate::job::JobRepository;
use crate::module::ModuleTable;
use crate::pipeline::{Sinks, Streams};
use crate::policy::Policy;
use crate::registry::RunspaceIdentity;
use crate::scope::{ScopeId, Scopes};
use crate::session::Session;
use pwsh_syntax::Extent;
use pwsh_value::{Name, Obj, PsString, Value};
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

/// A runspace.
pub struct Runspace {
    /// The session it belongs to.
    pub session: Arc<Session>,
    /// All scopes.
    pub scopes: Scopes,
    /// Collectors and pipeline stages.
    pub sinks: Sinks,
    /// What runs now.
    pub cur: Frame,
    /// The frames of the callers, outermost first.
    pub callers: Vec<CallSite>,
    /// What is asked of the running pipeline.
    pub attention: Arc<Attention>,
    /// Where the pipeline's own streams go.
    pub output: Arc<dyn Output>,
    /// The user at the other end, if there is one.
    pub host: Option<Arc<dyn Host>>,
    /// The pipelines that may run within the running one.
    pub nested: Option<Arc<dyn Nested>>,
    /// `$?`.
    pub success: bool,
    /// `$Error`, an ArrayList, newest first.
    pub errors: Obj,
    /// The current location as script sees it.
    pub location: PsString,
    /// Drives and location stacks.
    pub places: crate::provider::Places,
    /// Built-in aliases that were removed here.
    pub removed_aliases: HashSet<Name>,
    /// What the session's configuration lets code from outside do.
    pub policy: Policy,
    /// The modules that are loaded.
    pub modules: ModuleTable,
    /// What was run here for a user, by his client's wish.
    pub history: History,
    /// What other runspaces of the process see of this one.
    pub identity: Arc<RunspaceIdentity>,
    /// Changes whenever a command name may mean something else.
    pub command_generation: u64,
    /// Its jobs.
    pub jobs: JobRepository,
    /// Its event subscriptions and queue.
    pub events: Arc<EventManager>,
    /// The type data of the runspace.
    pub types: crate::type_data::TypeTable,
    /// The module of the cmdlet that was asked for last, which is loaded for sure.
    pub(crate) last_module: &'static str,
    /// The values that the client sent for the `$using:` expressions of the running pipeline; null for none.
    pub(crate) using: Value,
    /// Whether a command of the running pipeline wrote an error.
    pub(crate) failed: bool,
    /// Regular expressions used last: pattern, options, compiled form.
    pub(crate) regexes: Vec<(PsString, u32, Arc<dotnet_regex::Regex>)>,
    /// Methods that source called.
    pub(crate) methods: crate::member::MethodCache,
}

/// What is running: saved and replaced at each call.
#[derive(Clone)]
pub struct Frame {
    /// The scope.
    pub scope: ScopeId,
    /// Where the streams go.
    pub streams: Streams,
    /// The code that runs, for errors' positions.
    pub block: Option<Arc<Block>>,
    /// The statement that runs.
    pub at: Extent,
    /// Whether a statement's error leaves its block: inside `try` with a `catch`, or under a trap.
    pub propagate: bool,
    /// The name of the running function, `<ScriptBlock>` for others.
    pub name: PsString,
    /// The call of the running advanced function, for `$PSCmdlet`.
    pub call: Option<Arc<Invocation>>,
    /// The instance whose method runs: `$this`.
    pub this: Option<Value>,
    /// The method of a class that runs.
    pub method: Option<MethodFrame>,
}

impl Frame {
    /// The frame of a pipeline in which nothing runs yet.
    fn outermost(scope: ScopeId) -> Frame {
        Frame {
            scope,
            streams: Streams::TOP,
            block: None,
            at: Extent::default(),
            propagate: false,
            name: "<ScriptBlock>".into(),
            call: None,
            this: None,
            method: None,
        }
    }
}

/// The state of a pipeline while another one runs within it.
pub struct Suspended {
    attention: Arc<Attention>,
    output: Arc<dyn Output>,
    host: Option<Arc<dyn Host>>,
    nested: Option<Arc<dyn Nested>>,
    callers: Vec<CallSite>,
    sinks: Sinks,
    failed: bool,
    success: bool,
    frame: Frame,
}

/// A running method of a class: what it puts out is dropped, what it returns is its result.
#[derive(Clone)]
pub struct MethodFrame {
    /// The class that declares it.
    pub class: Arc<crate::class::Class>,
    /// Where `return` puts the result.
    pub result: crate::pipeline::Out,
}

/// Where a caller stands.
#[derive(Clone)]
pub struct CallSite {
    /// The caller's function.
    pub name: PsString,
    /// The code.
    pub block: Option<Arc<Block>>,
    /// The statement.
    pub at: Extent,
}

impl Runspace {
    /// A runspace of a session, its location the session's directory.
    pub fn new(session: Arc<Session>, output: Arc<dyn Output>, host: Option<Arc<dyn Host>>) -> Runspace {
        let location: PsString = session.process.directory().to_string_lossy().into_owned().into();
        let errors = Obj::new(
            pwsh_value::ty::known().array_list.clone(),
            pwsh_value::payload::List::of_values(Vec::new()),
        );
        let places = crate::provider::Places::new(location.clone());
        let identity = session.shared.runspaces.register();
        let events = EventManager::new(identity.instance_id);
        Runspace {
            session,
            scopes: Scopes::new(),
            sinks: Sinks::default(),
            cur: Frame::outermost(Scopes::GLOBAL),
            callers: Vec::new(),
            attention: Arc::default(),
            output,
            host,
            nested: None,
            success: true,
            errors,
            location,
            places,
            removed_aliases: HashSet::new(),
            policy: Policy::default(),
            modules: ModuleTable::default(),
            history: History::default(),
            identity,
            command_generation: 0,
            jobs: JobRepository::default(),
            events,
            types: Default::default(),
            last_module: "",
            using: Value::Null,
            failed: false,
            regexes: Vec::new(),
            methods: Default::default(),
        }
    }

    /// A further runspace of the same session in its initial state, at the same place: what runs beside this one.
    pub fn sibling(&self, output: Arc<dyn Output>) -> Runspace {
        let mut sibling = Runspace::new(self.session.clone(), output, self.host.clone());
        if let Some(initialize) = self.session.shared.initial_state.get() {
            initialize(&mut sibling);
        }
        sibling.location = self.location.clone();
        sibling.places.files = self.places.files.clone();
        sibling.policy = self.policy.of_sibling();
        sibling
    }

    /// Makes the runspace ready for a pipeline from outside, however the last one ended.
    pub fn begin_pipeline(
        &mut self,
        attention: Arc<Attention>,
        output: Arc<dyn Output>,
        host: Option<Arc<dyn Host>>,
    ) {
        self.end_pipeline();
        self.events.begin_pipeline(&attention);
        self.attention = attention;
        self.output = output;
        self.host = host;
        self.identity.set_busy(true);
        self.failed = false;
        self.success = true;
    }

    /// The pipeline from outside is over: lets go of everything that was its own. An idle runspace holds no buffer,
    /// no client, no part of a script that ran.
    pub fn end_pipeline(&mut self) {
        self.identity.set_busy(false);
        self.attention = Arc::default();
        self.output = Arc::new(crate::host::Nowhere);
        self.host = None;
        self.nested = None;
        self.using = Value::Null;
        self.callers = Vec::new();
        self.sinks = Sinks::default();
        self.cur = Frame::outermost(Scopes::GLOBAL);
    }

    /// Makes the runspace ready for a pipeline within the running one, in its scope. What this gives back goes to
    /// [`end_nested`](Self::end_nested) afterwards.
    pub fn begin_nested(
        &mut self,
        attention: Arc<Attention>,
        output: Arc<dyn Output>,
        host: Option<Arc<dyn Host>>,
    ) -> Suspended {
        let scope = self.cur.scope;
        self.events.begin_pipeline(&attention);
        Suspended {
            attention: std::mem::replace(&mut self.attention, attention),
            output: std::mem::replace(&mut self.output, output),
            host: std::mem::replace(&mut self.host, host),
            nested: self.nested.take(),
            callers: std::mem::take(&mut self.callers),
            sinks: std::mem::take(&mut self.sinks),
            failed: std::mem::replace(&mut self.failed, false),
            success: std::mem::replace(&mut self.success, true),
            frame: std::mem::replace(&mut self.cur, Frame::outermost(scope)),
        }
    }

    /// Goes on with the pipeline that a nested one interrupted.
    pub fn end_nested(&mut self, suspended: Suspended) {
        let Suspended { attention, output, host, nested, callers, sinks, failed, success, frame } = suspended;
        self.events.begin_pipeline(&attention);
        self.attention = attention;
        self.output = output;
        self.host = host;
        self.nested = nested;
        self.callers = callers;
        self.sinks = sinks;
        self.failed = failed;
        self.success = success;
        self.cur = frame;
    }

    /// The file system folder of the current location; while that is on a drive of no files, the last one.
    pub fn location_path(&self) -> PathBuf {
        let location = self.location.to_str();
        if location.starts_with('/') {
            PathBuf::from(&*location)
        } else {
            PathBuf::from(&*self.places.files.to_str())
        }
    }

    /// Where the running statement stands.
    pub fn position(&self) -> Option<Position> {
        let block = self.cur.block.as_ref()?;
        Some(Position { source: block.source().clone(), extent: self.cur.at })
    }

    /// `ScriptStackTrace`: one line for each function on the way, innermost first.
    pub fn script_stack_trace(&self) -> PsString {
        let here = CallSite { name: self.cur.name.clone(), block: self.cur.block.clone(), at: self.cur.at };
        let mut lines = Vec::new();
        for site in std::iter::once(&here).chain(self.callers.iter().rev()) {
            let Some(block) = &site.block else { continue };
            let source = block.source();
            let file = source.file().map_or("<No file>", |f| f);
            lines.push(format!("at {}, {file}: line {}", site.name, source.line_of(site.at.start)));
        }
        lines.join("\n").into()
    }
}
