//! Opening the pool: start script, working directory and configuration.

use super::machine::{Job, Machine};
use super::output::PipelineOutput;
use super::{Control, Session, configuration, outcome};
use crate::engine::last_panic;
use crate::initial;
use psjob_channel::{Frame, Notice};
use psrp::enumeration::{ErrorCategory, PsThreadOptions, RemoteStreamOptions};
use psrp::message::InitRunspacePool;
use psrp::record::ErrorRecord;
use psrp::{Lane, primitive_dictionary, version_table};
use pwsh_runtime::Runspace;
use pwsh_runtime::eval::{OutsideCommand, OutsideWork};
use pwsh_runtime::host::Nowhere;
use pwsh_syntax::ast::RedirectionStream;
use pwsh_value::payload::{Elements, List};
use pwsh_value::{Unwind, convert};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

impl Session {
    /// A client asks for a pool.
    pub(super) fn open_pool(
        self: &Arc<Self>,
        machine: &mut Machine,
        init: &InitRunspacePool,
        jobs: &mut Vec<Job>,
    ) {
        machine.pool_host = init.host_info.clone();
        machine.arguments = init.application_arguments.clone();
        if init.thread_options != PsThreadOptions::DEFAULT {
            let reason = "Only administrators can override the Thread Options remotely.";
            return self.refuse(machine, invalid_operation(reason, "System.InvalidOperationException"));
        }
        let start = &self.start;
        if start.start_script.is_none()
            && start.working_directory.is_none()
            && start.configuration_file.is_none()
        {
            self.accept(machine);
        } else {
            machine.opening = Some(Control::new(Lane::Pool));
            jobs.push(Job::Open);
        }
    }

    fn accept(&self, machine: &mut Machine) {
        let ps_version = initial::PS_VERSION;
        let versions = version_table(ps_version, machine.server.version(), &initial::operating_system());
        let accepted = machine.server.accept(primitive_dictionary([("PSVersionTable", versions)]));
        debug_assert!(accepted.is_ok(), "a version table holds no secure string");
    }

    /// Tells the client, and whoever started the process, that the pool cannot be opened.
    fn refuse(self: &Arc<Self>, machine: &mut Machine, error: ErrorRecord) {
        let reason = error.message().map(|text| text.to_string_lossy().into_owned()).unwrap_or_default();
        machine.server.break_pool(error);
        while let Some(psrp::server::Transmit::Data { lane, bytes }) = machine.server.poll_transmit() {
            let _ = self.end.send(Frame::Data { lane, stream: psrp::Stream::Default, bytes });
        }
        let _ = self.end.send(Frame::Notice(Notice::OpenFailed { reason }));
    }

    /// Does what comes before the pool is open, on a thread of its own.
    pub(super) fn run_opening(self: &Arc<Self>) {
        let control = self.machine.lock().opening.clone().unwrap_or_else(|| Control::new(Lane::Pool));
        let result = catch_unwind(AssertUnwindSafe(|| self.prepare_first(&control)))
            .unwrap_or_else(|_| Err(startup_error(&last_panic())));
        let mut jobs = Vec::new();
        let mut machine = self.machine.lock();
        machine.opening = None;
        match result {
            Ok(runspace) => {
                machine.first = Some(runspace);
                self.accept(&mut machine);
            }
            Err(OpenFailure::Error(error)) => self.refuse(&mut machine, *error),
            Err(OpenFailure::Exit(code)) => {
                self.exit(&mut machine, code, &mut jobs);
                let reason = "The startup script ended the session.";
                self.refuse(&mut machine, invalid_operation(reason, INVALID_OPERATION));
            }
        }
        self.flush(&mut machine, &mut jobs);
        drop(machine);
        self.start_jobs(jobs);
    }

    /// The first runspace, in the working directory and with the start script run.
    fn prepare_first(self: &Arc<Self>, control: &Arc<Control>) -> Result<Box<Runspace>, OpenFailure> {
        if let Some(directory) = self.start.working_directory.as_ref().filter(|place| !place.is_dir()) {
            let path = directory.display();
            return Err(startup_error(&format!("Cannot find path '{path}' because it does not exist.")));
        }
        let mut runspace = self.new_runspace();
        if let Some(file) = &self.start.configuration_file
            && let Err(error) = configuration::apply(&mut runspace, file)
        {
            return Err(OpenFailure::Error(Box::new(outcome::error_record(&mut runspace, &error))));
        }
        if let Some(script) = &self.start.start_script {
            let output = Arc::new(PipelineOutput::new(self.clone(), control.clone(), STREAMS));
            let host = self.host_for(None, control);
            runspace.begin_pipeline(control.attention.clone(), output, host);
            let result = runspace.run_outside(shown_script(script), None);
            self.check_start(&mut runspace, result)?;
            runspace.end_pipeline();
        }
        Ok(runspace)
    }

    /// Whether the start script lets the pool open: an error that it left fails that, even a non-terminating one.
    fn check_start(
        self: &Arc<Self>,
        rs: &mut Runspace,
        result: pwsh_value::Result<()>,
    ) -> Result<(), OpenFailure> {
        if let Err(error) = result {
            match error.unwind() {
                Unwind::Throw(_) | Unwind::Stopped => {
                    return Err(OpenFailure::Error(Box::new(outcome::error_record(rs, &error))));
                }
                Unwind::ExitProcess(code) => return Err(OpenFailure::Exit(*code)),
                _ => {}
            }
        }
        let last = rs.errors.get::<List>().and_then(|errors| errors.get(0));
        let Some(last) = last else { return Ok(()) };
        let text = convert::to_text(rs, &last).unwrap_or_else(|error| error.message());
        Err(startup_error(&text.to_str()))
    }

    /// A new runspace of this session as its configuration has it.
    pub(super) fn make_runspace(self: &Arc<Self>) -> Box<Runspace> {
        let mut runspace = self.new_runspace();
        self.configure(&mut runspace);
        runspace
    }

    /// Applies the session's configuration; one that cannot be applied lets nothing run.
    fn configure(&self, runspace: &mut Runspace) {
        if let Some(file) = &self.start.configuration_file
            && configuration::apply(runspace, file).is_err()
        {
            configuration::lock(runspace);
        }
    }

    fn new_runspace(self: &Arc<Self>) -> Box<Runspace> {
        let mut runspace = Box::new(Runspace::new(self.runtime.clone(), Arc::new(Nowhere), None));
        self.set_up(&mut runspace);
        self.take_events(&runspace);
        runspace
    }

    /// Gives a runspace its variables and its place as they were in the beginning; functions stay (RESET_RUNSPACE_STATE,
    /// [MS-PSRP] 2.2.2.30).
    pub(super) fn reset_runspace(self: &Arc<Self>, runspace: &mut Runspace) {
        runspace.scopes.clear_global_variables();
        if let Some(errors) = runspace.errors.get::<List>() {
            errors.replace(Elements::Values(Vec::new()));
        }
        self.set_up(runspace);
        self.configure(runspace);
    }

    fn set_up(self: &Arc<Self>, runspace: &mut Runspace) {
        let home = || self.runtime.process.env("HOME").map(PathBuf::from);
        let places = [self.start.working_directory.clone(), home()];
        if let Some(place) = places.into_iter().flatten().find(|place| place.is_dir()) {
            runspace.location = place.to_string_lossy().into_owned().into();
        }
        let arguments = self.machine.lock().arguments.clone();
        initial::set_up(runspace, &arguments);
    }
}

/// Why a pool cannot be opened.
enum OpenFailure {
    /// The client is told this.
    Error(Box<ErrorRecord>),
    /// The start script ended the session with this code.
    Exit(i32),
}

const INVALID_OPERATION: &str = "System.Management.Automation.PSInvalidOperationException";

/// Records of a start script carry their invocation, as those of PowerShell's own do.
const STREAMS: RemoteStreamOptions = RemoteStreamOptions(
    RemoteStreamOptions::ERROR.0
        | RemoteStreamOptions::WARNING.0
        | RemoteStreamOptions::VERBOSE.0
        | RemoteStreamOptions::DEBUG.0,
);

/// A script whose output and errors are shown by the host.
fn shown_script(text: &str) -> Vec<OutsideCommand> {
    let script = OutsideCommand {
        work: OutsideWork::Script { text: text.into(), new_scope: false },
        given: Vec::new(),
        merged: vec![RedirectionStream::Error],
        dropped: Vec::new(),
    };
    let out = OutsideCommand {
        work: OutsideWork::Named("Out-Default".into()),
        given: Vec::new(),
        merged: Vec::new(),
        dropped: Vec::new(),
    };
    vec![script, out]
}

fn startup_error(error: &str) -> OpenFailure {
    let text = format!("Running startup script threw an error: {error}.");
    OpenFailure::Error(Box::new(invalid_operation(&text, INVALID_OPERATION)))
}

fn invalid_operation(reason: &str, exception: &str) -> ErrorRecord {
    let id = exception.rsplit('.').next().unwrap_or(exception);
    ErrorRecord::new(reason, exception, id, ErrorCategory::INVALID_OPERATION)
}
