//! The protocol's side: frames in, frames out, and what they make the session do.

use super::{Control, Session};
use psjob_channel::{Frame, Notice, Numbered};
use psrp::host::HostInfo;
use psrp::message::{CreatePipeline, GetCommandMetadata};
use psrp::server::{Event, PipelineOutcome, RunspaceSlot, Server, ServerOptions, Transmit};
use psrp::{Lane, Stream};
use pwsh_runtime::Runspace;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use uuid::Uuid;

/// The state that a session's threads share.
pub(super) struct Machine {
    pub(super) server: Server,
    places: HashMap<RunspaceSlot, Place>,
    /// The runspace that the pool was opened with, until a pipeline takes it.
    pub(super) first: Option<Box<Runspace>>,
    pub(super) running: HashMap<Uuid, Arc<Control>>,
    /// The pool's lane while a start script runs.
    pub(super) opening: Option<Arc<Control>>,
    pub(super) pool_host: HostInfo,
    /// `$PSSenderInfo.ApplicationArguments`, as the client sent them.
    pub(super) arguments: clixml::Value,
    /// Cycles are being looked for: no pipeline may begin.
    collecting: bool,
    held: Vec<Job>,
    client_gone: bool,
}

/// Where a runspace of the pool is.
enum Place {
    Idle(Box<Runspace>),
    /// With a thread.
    Busy {
        /// The pipeline that it runs.
        control: Option<Arc<Control>>,
        /// What it goes on with.
        next: VecDeque<Task>,
    },
}

/// What a thread does for a session.
pub(super) enum Job {
    /// Opens the pool: start script and configuration.
    Open,
    /// Runs something in a runspace; `None`: it is to be made.
    Run { slot: RunspaceSlot, runspace: Option<Box<Runspace>>, task: Task },
}

/// What is run in a runspace.
pub(super) enum Task {
    Pipeline {
        id: Uuid,
        create: Box<CreatePipeline>,
        control: Arc<Control>,
    },
    Metadata {
        id: Uuid,
        query: Box<GetCommandMetadata>,
        control: Arc<Control>,
    },
    Reset {
        call_id: i64,
    },
    /// What happened while no pipeline ran.
    Events,
}

impl Task {
    fn control(&self) -> Option<Arc<Control>> {
        match self {
            Task::Pipeline { control, .. } | Task::Metadata { control, .. } => Some(control.clone()),
            Task::Reset { .. } | Task::Events => None,
        }
    }
}

impl Default for Machine {
    fn default() -> Self {
        Machine {
            server: Server::new(ServerOptions::default()),
            places: HashMap::new(),
            first: None,
            running: HashMap::new(),
            opening: None,
            pool_host: HostInfo::NONE,
            arguments: clixml::Value::Null,
            collecting: false,
            held: Vec::new(),
            client_gone: false,
        }
    }
}

impl Session {
    /// Handles a frame from the client. What is to run goes to `jobs`.
    pub(super) fn handle(self: &Arc<Self>, machine: &mut Machine, numbered: Numbered, jobs: &mut Vec<Job>) {
        let Numbered { number, frame } = numbered;
        let stream = frame.stream_id();
        match frame {
            Frame::Data { lane, stream, bytes } => {
                // a session error was told to the client by the machine
                let _ = machine.server.handle_data(lane, stream, &bytes);
            }
            Frame::Command { pipeline } => {
                // one that cannot begin has no lane to say so on
                let _ = machine.server.handle_command(pipeline);
            }
            Frame::Signal { pipeline } => machine.server.handle_signal(pipeline),
            Frame::Close { lane } => machine.server.handle_close(lane),
            Frame::Notice(Notice::Connect { bytes }) => {
                let answer = match machine.server.handle_connect(&bytes) {
                    Ok(bytes) => Notice::Connected { bytes },
                    Err(error) => Notice::ConnectRefused { reason: error.to_string() },
                };
                // a front that is gone shows at the next look at what arrived
                let _ = self.end.send(Frame::Notice(answer));
            }
            Frame::CommandAck { .. }
            | Frame::SignalAck { .. }
            | Frame::CloseAck { .. }
            | Frame::Notice(_) => {}
        }
        self.flush(machine, jobs);
        let reader = match stream {
            psjob_channel::StreamId { lane: Lane::Pipeline(id), stream: Stream::Default } => {
                machine.running.get(&id)
            }
            _ => None,
        };
        if reader.is_none_or(|control| control.takes_more(number)) {
            self.end.acknowledge_in(stream, number);
        }
    }

    /// The client will not come again.
    pub(super) fn client_gone(self: &Arc<Self>, machine: &mut Machine, jobs: &mut Vec<Job>) {
        if !std::mem::replace(&mut machine.client_gone, true) {
            machine.server.handle_client_gone();
            self.flush(machine, jobs);
        }
    }

    /// Sends what the protocol's machine has to say, and does what it asks.
    pub(super) fn flush(self: &Arc<Self>, machine: &mut Machine, jobs: &mut Vec<Job>) {
        loop {
            while let Some(transmit) = machine.server.poll_transmit() {
                // a front that is gone shows at the next look at what arrived
                let _ = self.end.send(frame_of(transmit));
            }
            match machine.server.poll_event() {
                Some(event) => self.react(machine, event, jobs),
                None => return,
            }
        }
    }

    fn react(self: &Arc<Self>, machine: &mut Machine, event: Event, jobs: &mut Vec<Job>) {
        match event {
            Event::OpenPool { init } => self.open_pool(machine, &init, jobs),
            Event::RunPipeline { pipeline: id, create, runspace, nested } => {
                let control = Control::new(Lane::Pipeline(id));
                machine.running.insert(id, control.clone());
                let task = Task::Pipeline { id, create, control };
                match machine.runs_in(runspace).filter(|_| nested) {
                    Some(outer) => outer.add_nested(task),
                    None => machine.start(runspace, task, jobs),
                }
            }
            Event::GetCommandMetadata { pipeline: id, query, runspace } => {
                let control = Control::new(Lane::Pipeline(id));
                machine.running.insert(id, control.clone());
                machine.start(runspace, Task::Metadata { id, query, control }, jobs);
            }
            Event::RunDebuggerCommand { pipeline, .. } => {
                // there is no debugger: nothing is there that could fail
                let _ = machine.server.finish_pipeline(pipeline, PipelineOutcome::Completed);
            }
            Event::Input { pipeline, data } => {
                if let Some(control) = machine.running.get(&pipeline) {
                    control.add_input(data);
                }
            }
            Event::InputEnded { pipeline } => {
                if let Some(control) = machine.running.get(&pipeline) {
                    control.end_input();
                }
            }
            Event::StopPipeline { pipeline } => {
                if let Some(control) = machine.running.get(&pipeline) {
                    control.stop();
                    self.end.wake();
                }
            }
            Event::StopOpening => {
                if let Some(control) = &machine.opening {
                    control.stop();
                    self.end.wake();
                }
            }
            Event::HostReturned { lane, call_id, outcome } => {
                let control = match lane {
                    Lane::Pool => machine.opening.as_ref(),
                    Lane::Pipeline(id) => machine.running.get(&id),
                };
                if let Some(control) = control {
                    control.reply(call_id, outcome);
                }
            }
            Event::ResetRunspace { runspace, call_id } => {
                machine.start(runspace, Task::Reset { call_id }, jobs);
            }
            Event::DropRunspace { runspace } => {
                machine.places.remove(&runspace);
            }
            Event::SessionKeyReady => {
                machine.running.values().for_each(|control| control.attention.notify());
            }
            Event::MessageRefused { .. } => {}
            Event::Closed => {
                machine.running.values().for_each(|control| control.stop());
                machine.places.clear();
                machine.first = None;
                self.common.forget(self.id);
            }
        }
    }
}

impl Machine {
    /// The pipeline that runs in a runspace of the pool.
    fn runs_in(&self, slot: RunspaceSlot) -> Option<Arc<Control>> {
        match self.places.get(&slot) {
            Some(Place::Busy { control, .. }) => control.clone(),
            _ => None,
        }
    }

    /// Has a task run in a runspace of the pool: at once, or when the thread that has the runspace is done.
    pub(super) fn start(&mut self, slot: RunspaceSlot, task: Task, jobs: &mut Vec<Job>) {
        let busy = Place::Busy { control: task.control(), next: VecDeque::new() };
        let runspace = match self.places.get_mut(&slot) {
            Some(Place::Busy { next, .. }) => return next.push_back(task),
            Some(place) => match std::mem::replace(place, busy) {
                Place::Idle(runspace) => Some(runspace),
                Place::Busy { .. } => None,
            },
            None => {
                self.places.insert(slot, busy);
                self.first.take()
            }
        };
        let job = Job::Run { slot, runspace, task };
        if self.collecting { self.held.push(job) } else { jobs.push(job) }
    }

    /// The idle runspaces for which a condition holds.
    pub(super) fn idle_slots(&self, holds: impl Fn(&Runspace) -> bool) -> Vec<RunspaceSlot> {
        let idle = self.places.iter().filter_map(|(slot, place)| match place {
            Place::Idle(runspace) if holds(runspace) => Some(*slot),
            _ => None,
        });
        idle.collect()
    }

    /// Whether cycles may be looked for now; then nothing begins until [`end_collecting`](Self::end_collecting).
    pub(super) fn begin_collecting(&mut self) -> bool {
        let free = self.running.is_empty() && !self.collecting;
        self.collecting |= free;
        free
    }

    pub(super) fn end_collecting(&mut self) -> Vec<Job> {
        self.collecting = false;
        std::mem::take(&mut self.held)
    }

    /// The next task for the thread that has the runspace; without one, or in a session that is closed, the
    /// runspace is given back.
    pub(super) fn next_task(
        &mut self,
        slot: RunspaceSlot,
        runspace: &mut Option<Box<Runspace>>,
    ) -> Option<Task> {
        let place = self.places.get_mut(&slot)?;
        let Place::Busy { control, next } = place else { return None };
        // what was to run within the pipeline that has ended runs after it
        while let Some(task) = control.as_ref().and_then(|control| control.next_nested()) {
            next.push_back(task);
        }
        match next.pop_front() {
            Some(task) => {
                *control = task.control();
                Some(task)
            }
            None => {
                if runspace.as_ref().is_some_and(|runspace| runspace.events.end_pipeline()) {
                    *control = None;
                    return Some(Task::Events);
                }
                match runspace.take() {
                    Some(runspace) => *place = Place::Idle(runspace),
                    None => drop(self.places.remove(&slot)),
                }
                None
            }
        }
    }
}

fn frame_of(transmit: Transmit) -> Frame {
    match transmit {
        Transmit::Data { lane, bytes } => Frame::Data { lane, stream: Stream::Default, bytes },
        Transmit::CommandAck { pipeline } => Frame::CommandAck { pipeline },
        Transmit::SignalAck { pipeline } => Frame::SignalAck { pipeline },
        Transmit::CloseAck { lane } => Frame::CloseAck { lane },
    }
}
