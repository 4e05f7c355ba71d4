//! Running a pipeline on a thread, from CREATE_PIPELINE to its final state.

use super::machine::{Job, Machine, Task};
use super::nested::NestedPipelines;
use super::output::PipelineOutput;
use super::{Control, Session, history, outcome};
use crate::engine::last_panic;
use clixml::NoKey;
use psjob_channel::{Frame, Notice};
use psjob_dotnet::system::clock;
use psrp::Lane;
use psrp::command::{Command, StreamMerges};
use psrp::enumeration::{PipelineResultTypes, RemoteStreamOptions};
use psrp::host::HostInfo;
use psrp::message::CreatePipeline;
use psrp::server::PipelineOutcome;
use pwsh_runtime::Runspace;
use pwsh_runtime::binder::Given;
use pwsh_runtime::deserialize::{self, DeserializeError};
use pwsh_runtime::eval::{OutsideCommand, OutsideWork};
use pwsh_runtime::host::Collected;
use pwsh_syntax::ast::RedirectionStream;
use pwsh_value::{Error, PsString, Result, Value};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use uuid::Uuid;

/// The name under which a client sends the values of `$using:` expressions.
const USING: &str = "--%";

impl Session {
    /// Does a job, and what comes for its runspace meanwhile.
    pub(super) fn run_job(self: &Arc<Self>, job: Job) {
        let (slot, runspace, task) = match job {
            Job::Open => return self.run_opening(),
            Job::Run { slot, runspace, task } => (slot, runspace, task),
        };
        let mut runspace = Some(runspace.unwrap_or_else(|| self.make_runspace()));
        let _entered = self.runtime.heap.enter();
        let mut next = Some(task);
        while let (Some(task), Some(rs)) = (next.take(), runspace.as_mut()) {
            let end = self.run_task(rs, task);
            let mut jobs = Vec::new();
            let collect = {
                let mut machine = self.machine.lock();
                match end {
                    TaskEnd::Pipeline(id, ending) => {
                        machine.running.remove(&id);
                        let outcome = ending.unwrap_or_else(|Exit(code)| {
                            self.exit(&mut machine, code, &mut jobs);
                            PipelineOutcome::Stopped(None)
                        });
                        // one that the machine does not know any more has no one to tell
                        let _ = machine.server.finish_pipeline(id, outcome);
                    }
                    TaskEnd::Reset(call_id) => machine.server.answer_reset(call_id, true),
                    TaskEnd::Events(id) => _ = machine.running.remove(&id),
                }
                self.flush(&mut machine, &mut jobs);
                jobs.is_empty() && machine.begin_collecting()
            };
            if collect {
                self.runtime.heap.collect();
            }
            let mut machine = self.machine.lock();
            if collect {
                jobs.extend(machine.end_collecting());
            }
            next = machine.next_task(slot, &mut runspace);
            drop(machine);
            self.start_jobs(jobs);
        }
    }

    fn run_task(self: &Arc<Self>, rs: &mut Box<Runspace>, task: Task) -> TaskEnd {
        match task {
            Task::Pipeline { id, create, control } => {
                let ending = self.run_pipeline(rs, &create, &control, Within::Runspace);
                control.drop_input(&self.end);
                TaskEnd::Pipeline(id, ending)
            }
            Task::Metadata { id, query, control } => {
                let streams = RemoteStreamOptions(0);
                let ending = self.run_as_pipeline(rs, streams, None, &control, Within::Runspace, |rs| {
                    self.answer_metadata(rs, &query, &control)
                });
                TaskEnd::Pipeline(id, ending)
            }
            Task::Events => TaskEnd::Events(self.run_events(rs)),
            Task::Reset { call_id } => {
                self.reset_runspace(rs);
                TaskEnd::Reset(call_id)
            }
        }
    }

    /// Runs the actions of what happened while no pipeline ran; there is no client's pipeline to take their output.
    fn run_events(self: &Arc<Self>, rs: &mut Runspace) -> Uuid {
        let id = Uuid::new_v4();
        let control = Control::new(Lane::Pool);
        self.machine.lock().running.insert(id, control.clone());
        rs.begin_pipeline(control.attention.clone(), Arc::new(Collected::default()), None);
        // a stop ends them with the session, and a panic in a command ends its action
        let _ = catch_unwind(AssertUnwindSafe(|| rs.process_events()));
        rs.end_pipeline();
        id
    }

    /// Runs what a client asks for, on the lane of `control`.
    pub(super) fn run_pipeline(
        self: &Arc<Self>,
        rs: &mut Runspace,
        create: &CreatePipeline,
        control: &Arc<Control>,
        within: Within,
    ) -> Ending {
        let (streams, host) = (create.remote_stream_options, Some(&create.host_info));
        let start = clock::now(rs);
        let ending = self.run_as_pipeline(rs, streams, host, control, within, |rs| {
            self.run_statements(rs, create, control)
        });
        if let Ok(outcome) = &ending {
            history::note(rs, create, outcome, start);
        }
        ending
    }

    /// Runs something as the work of a pipeline, its streams and host those of `control`'s lane.
    fn run_as_pipeline(
        self: &Arc<Self>,
        rs: &mut Runspace,
        streams: RemoteStreamOptions,
        host_info: Option<&HostInfo>,
        control: &Arc<Control>,
        within: Within,
        work: impl FnOnce(&mut Runspace) -> Result<()>,
    ) -> Ending {
        let output = Arc::new(PipelineOutput::new(self.clone(), control.clone(), streams));
        let host = self.host_for(host_info, control);
        let suspended = match within {
            Within::Runspace => {
                rs.begin_pipeline(control.attention.clone(), output, host);
                None
            }
            Within::Another => Some(rs.begin_nested(control.attention.clone(), output, host)),
        };
        rs.nested = Some(Arc::new(NestedPipelines { session: self.clone(), control: control.clone() }));
        let ran = catch_unwind(AssertUnwindSafe(|| {
            let result = work(rs);
            outcome::outcome(rs, result, control.attention.is_stopping())
        }));
        match suspended {
            Some(suspended) => rs.end_nested(suspended),
            None => rs.end_pipeline(),
        }
        ran.unwrap_or_else(|_| {
            let message = last_panic();
            Ok(PipelineOutcome::Failed(Box::new(outcome::plain(
                &message,
                "System.InvalidOperationException",
            ))))
        })
    }

    /// The session ends itself, as a process does: whoever waits for it gets the code, and nothing more comes.
    pub(super) fn exit(self: &Arc<Self>, machine: &mut Machine, code: i32, jobs: &mut Vec<Job>) {
        // a front that is gone has no one to tell
        let _ = self.end.send(Frame::Notice(Notice::Exit { code }));
        self.client_gone(machine, jobs);
    }

    fn run_statements(
        self: &Arc<Self>,
        rs: &mut Runspace,
        create: &CreatePipeline,
        control: &Arc<Control>,
    ) -> Result<()> {
        for statement in &create.power_shell.statements {
            let mut commands = Vec::with_capacity(statement.len());
            for command in statement {
                commands.push(outside_command(rs, command)?);
            }
            merge_previous(statement, &mut commands);
            if create.no_input {
                rs.run_outside(commands, None)?;
                continue;
            }
            let key = self.secure_strings();
            // A plain command runs as if nothing could come when the input ends before its first object.
            let named = statement.first().is_some_and(|command| !command.is_script);
            let mut first = if named { control.next_input(&self.end) } else { None };
            if named && first.is_none() {
                rs.run_outside(commands, None)?;
                continue;
            }
            let mut next = |rs: &mut Runspace| match first.take().or_else(|| control.next_input(&self.end)) {
                Some(data) => deserialize::value(rs, &data, &key).map(Some).map_err(unreadable),
                // a stop ends the input too: what is to be done at its end is done
                None => Ok(None),
            };
            rs.run_outside(commands, Some(&mut next))?;
        }
        Ok(())
    }
}

/// Where a pipeline runs.
#[derive(Clone, Copy)]
pub(super) enum Within {
    /// In a runspace where nothing else does.
    Runspace,
    /// In one that is running another pipeline.
    Another,
}

/// `[Environment]::Exit` was called, with this code.
pub(super) struct Exit(pub(super) i32);

/// How a pipeline ended, if its session goes on.
pub(super) type Ending = std::result::Result<PipelineOutcome, Exit>;

enum TaskEnd {
    Pipeline(Uuid, Ending),
    /// Under which number it stood among the running ones.
    Events(Uuid),
    Reset(i64),
}

/// A command as the runtime takes it.
fn outside_command(rs: &mut Runspace, command: &Command) -> Result<OutsideCommand> {
    let text = PsString::from_wtf8(command.text.as_wtf8());
    let work = if command.is_script {
        OutsideWork::Script { text, new_scope: command.use_local_scope == Some(true) }
    } else {
        OutsideWork::Named(text)
    };
    let mut given = Vec::with_capacity(command.parameters.len());
    for parameter in &command.parameters {
        let value = value_of(rs, &parameter.value)?;
        match &parameter.name {
            Some(name) if *name == *USING => rs.set_using(value),
            Some(name) => {
                let name = name.to_string_lossy();
                let bare = name.trim_start_matches('-').trim_end_matches(':');
                // a name with its dash and no colon is a parameter as written, whose argument may follow
                let as_written = name.starts_with('-') && !name.ends_with(':') && value.is_null();
                let colon = if as_written { "" } else { ":" };
                given.push(Given::Parameter {
                    name: bare.into(),
                    value: (!as_written).then_some(value),
                    text: format!("-{bare}{colon}").into(),
                    spaced: as_written,
                });
            }
            None => given.push(Given::Value { value, bare: false }),
        }
    }
    let (merged, dropped) = merges(command);
    Ok(OutsideCommand { work, given, merged, dropped })
}

/// An argument, which came as a tree with the command.
pub(super) fn value_of(rs: &mut Runspace, tree: &clixml::Value) -> Result<Value> {
    if tree.is_null() {
        return Ok(Value::Null);
    }
    // secure strings in it were opened when the message was read
    let bytes = clixml::tree::to_wire(tree, &NoKey).map_err(|error| invalid(&error.to_string()))?;
    deserialize::value(rs, &bytes, &NoKey).map_err(unreadable)
}

fn unreadable(error: DeserializeError) -> Error {
    match error {
        DeserializeError::Read(error) => invalid(&error.to_string()),
        DeserializeError::Value(error) => error,
    }
}

fn invalid(message: &str) -> Error {
    Error::new("System.Xml.XmlException", message).id("InvalidClixml")
}

/// Which streams of a command go to its output, and which nowhere.
fn merges(command: &Command) -> (Vec<RedirectionStream>, Vec<RedirectionStream>) {
    let (mut merged, mut dropped) = (Vec::new(), Vec::new());
    let merges = command.merges.unwrap_or(StreamMerges::NONE);
    let streams = [
        (RedirectionStream::Error, merges.error),
        (RedirectionStream::Warning, merges.warning),
        (RedirectionStream::Verbose, merges.verbose),
        (RedirectionStream::Debug, merges.debug),
        (RedirectionStream::Information, merges.information.unwrap_or(PipelineResultTypes::NONE)),
    ];
    for (stream, to) in streams {
        match to {
            PipelineResultTypes::OUTPUT => merged.push(stream),
            PipelineResultTypes::NULL => dropped.push(stream),
            _ => {}
        }
    }
    // how clients before protocol 2.2 say it
    if command.merge_to == PipelineResultTypes::OUTPUT
        && command.merge_mine == PipelineResultTypes::ERROR
        && !merged.contains(&RedirectionStream::Error)
    {
        merged.push(RedirectionStream::Error);
    }
    (merged, dropped)
}

/// A command may say that the errors of those before it are merged into what it gets.
fn merge_previous(statement: &[Command], commands: &mut [OutsideCommand]) {
    let both = PipelineResultTypes(PipelineResultTypes::OUTPUT.0 | PipelineResultTypes::ERROR.0);
    if let Some(last) = statement.iter().rposition(|command| command.merge_previous == both) {
        for command in &mut commands[..last] {
            if !command.merged.contains(&RedirectionStream::Error) {
                command.merged.push(RedirectionStream::Error);
            }
        }
    }
}
