//! The job object.

use super::collection::{DataCollection, Origin};
use super::failure::Failure;
use super::source::{HostQuestion, JobControl, JobFailure, StartedJob};
use super::state::{JobState, JobStateEvent, JobStateInfo, JobStream};
use crate::attention::Attention;
use crate::record::now as now_local;
use bytes::Bytes;
use parking_lot::Mutex;
use pwsh_value::object::Handle;
use pwsh_value::ty::{Handler, Subscription, named};
use pwsh_value::{DateTime, Obj, Payload, PsString, Value};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, Weak};
use uuid::Uuid;

/// Which kind of job; each is a type of its own to script.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobKind {
    /// A background job: its children do the work.
    Background,
    /// The child of one.
    BackgroundChild,
    /// The actions of an event's subscription.
    Event,
}

impl JobKind {
    fn type_name(self) -> &'static str {
        match self {
            JobKind::Background => "System.Management.Automation.PSRemotingJob",
            JobKind::BackgroundChild => "System.Management.Automation.PSRemotingChildJob",
            JobKind::Event => "System.Management.Automation.PSEventJob",
        }
    }
}

/// What a job is made of.
pub struct JobParts {
    /// The kind.
    pub kind: JobKind,
    /// Its name; `None`: `Job` and its number.
    pub name: Option<PsString>,
    /// What it runs.
    pub command: PsString,
    /// Where; empty for here.
    pub location: PsString,
    /// `PSJobTypeName`; empty for none.
    pub type_name: PsString,
    /// Its children.
    pub children: Vec<Obj>,
}

/// The payload of a job object.
pub struct Job {
    /// Its number in the session.
    pub id: i32,
    /// The id that no other job has.
    pub instance_id: Uuid,
    /// What it is made of.
    pub parts: JobParts,
    name: Mutex<PsString>,
    type_name: Mutex<PsString>,
    streams: [Obj; 7],
    origin: Arc<Origin>,
    status: Mutex<Status>,
    control: OnceLock<Box<dyn JobControl>>,
    questions: Mutex<Vec<(u64, Arc<dyn HostQuestion>)>>,
    asked_to_stop: AtomicBool,
    watchers: Mutex<Vec<Weak<Attention>>>,
    handlers: Arc<Mutex<Handlers>>,
}

struct Status {
    info: JobStateInfo,
    begin: Option<DateTime>,
    end: Option<DateTime>,
}

#[derive(Default)]
struct Handlers {
    next: u64,
    list: Vec<(u64, Handler)>,
}

impl Job {
    /// A new job, not started, with a [number](crate::Session::take_job_number) of its session.
    pub fn object(id: i32, parts: JobParts) -> Obj {
        let name = parts.name.clone().unwrap_or_else(|| format!("Job{id}").into());
        let origin = Arc::new(Origin::default());
        let ty = named(parts.kind.type_name());
        let job = Job {
            id,
            instance_id: Uuid::new_v4(),
            name: Mutex::new(name),
            type_name: Mutex::new(parts.type_name.clone()),
            streams: JobStream::ALL.map(|stream| DataCollection::object(stream, origin.clone())),
            origin,
            status: Mutex::new(Status {
                info: JobStateInfo { state: JobState::NotStarted, reason: None },
                begin: None,
                end: None,
            }),
            control: OnceLock::new(),
            questions: Mutex::default(),
            asked_to_stop: AtomicBool::new(false),
            watchers: Mutex::default(),
            handlers: Arc::default(),
            parts,
        };
        Obj::new(ty, job)
    }

    /// `Name`.
    pub fn name(&self) -> PsString {
        self.name.lock().clone()
    }

    /// Sets `Name`.
    pub fn set_name(&self, name: PsString) {
        *self.name.lock() = name;
    }

    /// `PSJobTypeName`.
    pub fn type_name(&self) -> PsString {
        self.type_name.lock().clone()
    }

    /// Sets `PSJobTypeName`.
    pub fn set_type_name(&self, name: PsString) {
        *self.type_name.lock() = name;
    }

    /// The collection object of a stream.
    pub fn stream(&self, stream: JobStream) -> &Obj {
        &self.streams[stream as usize]
    }

    /// How far it is, and why.
    pub fn info(&self) -> JobStateInfo {
        self.status.lock().info.clone()
    }

    /// How far it is.
    pub fn state(&self) -> JobState {
        self.status.lock().info.state
    }

    /// When it began to run and when it ended, as far as it has.
    pub fn times(&self) -> (Option<DateTime>, Option<DateTime>) {
        let status = self.status.lock();
        (status.begin, status.end)
    }

    /// Whether Receive-Job may give something, now or later.
    pub fn has_more_data(&self) -> bool {
        if !self.parts.children.is_empty() {
            return self.parts.children.iter().filter_map(|c| c.get::<Job>()).any(|c| c.has_more_data());
        }
        let holds = self.streams.iter().filter_map(|s| s.get::<DataCollection>()).any(|s| !s.is_empty());
        holds || self.has_questions() || !self.state().is_final()
    }

    /// What runs it.
    pub fn set_started(&self, started: StartedJob) {
        self.origin.set_runspace(started.runspace);
        let _ = self.control.set(started.control);
    }

    /// Has a waiting pipeline look again at each change, from now on.
    pub fn watch(&self, attention: &Arc<Attention>) {
        let mut watchers = self.watchers.lock();
        watchers.retain(|watcher| watcher.strong_count() > 0);
        if !watchers.iter().any(|watcher| watcher.as_ptr() == Arc::as_ptr(attention)) {
            watchers.push(Arc::downgrade(attention));
        }
        drop(watchers);
        self.parts.children.iter().filter_map(|c| c.get::<Job>()).for_each(|c| c.watch(attention));
    }

    fn notify(&self) {
        let watchers: Vec<_> = self.watchers.lock().iter().filter_map(Weak::upgrade).collect();
        watchers.iter().for_each(|watcher| watcher.notify());
    }

    /// Adds to a stream what came from elsewhere.
    pub fn add(&self, stream: JobStream, data: Bytes) {
        if let Some(collection) = self.stream(stream).get::<DataCollection>() {
            collection.push_raw(data);
        }
        self.notify();
    }

    /// Keeps a question until the job is received.
    pub(super) fn ask(&self, question: Arc<dyn HostQuestion>) {
        let order = self.origin.next();
        self.questions.lock().push((order, question));
        self.notify();
    }

    /// Whether a question waits for a receiver.
    pub fn has_questions(&self) -> bool {
        !self.questions.lock().is_empty()
    }

    /// The questions that wait, with their places among what the job put out. They are taken; those that only show
    /// something stay if `keep` says so.
    pub fn take_questions(&self, keep: bool) -> Vec<(u64, Arc<dyn HostQuestion>)> {
        let mut questions = self.questions.lock();
        let taken = questions.clone();
        questions.retain(|(_, question)| keep && !question.waits());
        taken
    }

    /// Asks what runs it, or its children, to stop; `false` if nothing does.
    pub fn ask_to_stop(&self) -> bool {
        self.asked_to_stop.store(true, Ordering::SeqCst);
        let control = self.control.get();
        if let Some(control) = control {
            control.stop();
        }
        let children = self.parts.children.iter().filter_map(|c| c.get::<Job>());
        children.fold(control.is_some(), |asked, child| child.ask_to_stop() || asked)
    }

    /// The state of a job whose only child came into this one: it is stopped only if it was asked to.
    pub(super) fn state_after(&self, child: JobState) -> JobState {
        match child {
            JobState::Stopped if !self.asked_to_stop.load(Ordering::SeqCst) => JobState::Completed,
            other => other,
        }
    }
}

impl Job {
    /// Brings the job into another state and tells those who wait and those who subscribed. A final state stays.
    pub fn change(this: Handle<'_, Self>, state: JobState, reason: Option<JobFailure>) {
        let job = this.payload();
        let mut status = job.status.lock();
        if status.info.state == state || status.info.state.is_final() {
            return;
        }
        let now = JobStateInfo { state, reason: reason.map(|came| Arc::new(Failure::new(came))) };
        let before = std::mem::replace(&mut status.info, now.clone());
        if state == JobState::Running {
            status.begin.get_or_insert_with(now_local);
        }
        if state.is_final() {
            status.end = Some(now_local());
        }
        drop(status);
        if state.is_final() {
            job.streams.iter().filter_map(|s| s.get::<DataCollection>()).for_each(|s| s.complete());
        }
        job.notify();
        let handlers: Vec<Handler> = job.handlers.lock().list.iter().map(|(_, h)| h.clone()).collect();
        let change = Value::Object(JobStateEvent { now, before }.object());
        handlers.iter().for_each(|handler| handler(Value::Object(this.owner().clone()), change.clone()));
    }

    /// Has a handler called at each change of state.
    pub fn subscribe(this: Handle<'_, Self>, handler: Handler) -> Subscription {
        let handlers = &this.payload().handlers;
        let mut list = handlers.lock();
        list.next += 1;
        let id = list.next;
        list.list.push((id, handler));
        let handlers = Arc::downgrade(handlers);
        Subscription::new(move || {
            if let Some(handlers) = handlers.upgrade() {
                handlers.lock().list.retain(|(other, _)| *other != id);
            }
        })
    }
}

impl Payload for Job {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for obj in self.streams.iter().chain(&self.parts.children) {
            visit(&Value::Object(obj.clone()));
        }
    }
}
