//! A session: the protocol's machine, its runspaces, and who runs in them.

mod configuration;
mod control;
mod events;
mod history;
mod host;
mod machine;
mod metadata;
mod nested;
mod opening;
mod outcome;
mod output;
mod pipeline;

use crate::engine::Common;
use control::Control;
use machine::{Job, Machine};
use parking_lot::Mutex;
use psjob_channel::{EngineEnd, SessionStart};
use psrp::crypto::SecureStrings;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// One session.
pub(crate) struct Session {
    id: u64,
    common: Arc<Common>,
    start: SessionStart,
    end: EngineEnd,
    runtime: Arc<pwsh_runtime::Session>,
    machine: Mutex<Machine>,
    /// Whether a thread will look at what has arrived.
    scheduled: AtomicBool,
}

/// The session as a process: with the environment that it is started with, or that of the program.
fn process(start: &SessionStart) -> pwsh_value::Process {
    let inherited = pwsh_value::Process::inherit();
    match &start.environment {
        Some(environment) => inherited.with_environment(environment.clone()),
        None => inherited,
    }
}

impl Session {
    pub(crate) fn new(id: u64, common: Arc<Common>, start: SessionStart, end: EngineEnd) -> Session {
        let runtime = pwsh_runtime::Session::new(common.shared.clone(), process(&start));
        Session {
            id,
            common,
            start,
            end,
            runtime,
            machine: Mutex::new(Machine::default()),
            scheduled: AtomicBool::new(false),
        }
    }

    /// Takes what arrives from now on.
    pub(crate) fn listen(self: &Arc<Self>) {
        let session = Arc::downgrade(self);
        self.end.on_arrival(move || {
            if let Some(session) = session.upgrade()
                && !session.scheduled.swap(true, Ordering::SeqCst)
            {
                let threads = session.common.threads.clone();
                threads.run(Box::new(move || session.take_arrivals()));
            }
        });
    }

    /// Handles all that has arrived. A pipeline that it starts runs on this thread, others on threads of their own.
    fn take_arrivals(self: Arc<Self>) {
        let mut jobs = Vec::new();
        {
            let mut machine = self.machine.lock();
            self.scheduled.store(false, Ordering::SeqCst);
            loop {
                match self.end.try_receive() {
                    Ok(Some(frame)) => self.handle(&mut machine, frame, &mut jobs),
                    Ok(None) => break,
                    Err(_) => {
                        self.client_gone(&mut machine, &mut jobs);
                        break;
                    }
                }
            }
        }
        let here = jobs.pop();
        self.start_jobs(jobs);
        if let Some(job) = here {
            self.run_job(job);
        }
    }

    fn start_jobs(self: &Arc<Self>, jobs: Vec<Job>) {
        for job in jobs {
            let session = self.clone();
            self.common.threads.run(Box::new(move || session.run_job(job)));
        }
    }

    /// The hook for secure strings.
    fn secure_strings(&self) -> SecureStrings {
        self.machine.lock().server.secure_strings().clone()
    }

    /// Sees to it that secure strings can be sent, waiting for the client's key where that takes one.
    fn await_key(self: &Arc<Self>, control: &Control) -> pwsh_value::Result<()> {
        let mut jobs = Vec::new();
        let ready = {
            let mut machine = self.machine.lock();
            let ready = machine.server.request_session_key().unwrap_or(false);
            self.flush(&mut machine, &mut jobs);
            ready
        };
        self.start_jobs(jobs);
        if ready {
            return Ok(());
        }
        let key = self.secure_strings();
        control
            .attention
            .wait_unless(pwsh_runtime::attention::STOP, None, || key.is_ready().then_some(()))
            .ok_or(pwsh_value::Unwind::Stopped.into())
    }
}
