//! Opening the pool: start script, working directory and configuration.

use super::machine::{Job, Machine};
use super::output::PipelineOutput;
use super::{Control, Session};
use crate::initial;
use psjob_channel::{Frame, Notice};
use psrp::enumeration::{ErrorCategory, PsThreadOptions};
use psrp::message::InitRunspacePool;
use psrp::record::ErrorRecord;
use psrp::{Lane, primitive_dictionary, version_table};
use pwsh_runtime::Runspace;
use pwsh_runtime::eval::{OutsideCommand, OutsideWork};
use pwsh_runtime::host::Nowhere;
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
            return self.refuse(machine, reason, "System.InvalidOperationException");
        }
        if self.start.start_script.is_none() && self.start.working_directory.is_none() {
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
    fn refuse(self: &Arc<Self>, machine: &mut Machine, reason: &str, exception: &str) {
        machine.server.break_pool(ErrorRecord::new(
            reason,
            exception,
            exception.rsplit('.').next().unwrap_or(exception),
            ErrorCategory::INVALID_OPERATION,
        ));
        while let Some(psrp::server::Transmit::Data { lane, bytes }) = machine.server.poll_transmit() {
            let _ = self.end.send(Frame::Data { lane, stream: psrp::Stream::Default, bytes });
        }
        let _ = self.end.send(Frame::Notice(Notice::OpenFailed { reason: format!("{reason}.") }));
    }

    /// Does what comes before the pool is open, on a thread of its own.
    pub(super) fn run_opening(self: &Arc<Self>) {
        let control = self.machine.lock().opening.clone().unwrap_or_else(|| Control::new(Lane::Pool));
        let result = self.prepare_first(&control);
        let mut jobs = Vec::new();
        let mut machine = self.machine.lock();
        match result {
            Ok(runspace) => {
                machine.first = Some(runspace);
                machine.opening = None;
                self.accept(&mut machine);
            }
            Err(reason) => {
                machine.opening = None;
                self.refuse(
                    &mut machine,
                    &reason,
                    "System.Management.Automation.PSInvalidOperationException",
                );
            }
        }
        self.flush(&mut machine, &mut jobs);
        drop(machine);
        self.start_jobs(jobs);
    }

    /// The first runspace, in the working directory and with the start script run.
    fn prepare_first(self: &Arc<Self>, control: &Arc<Control>) -> Result<Box<Runspace>, String> {
        let mut runspace = self.make_runspace();
        if let Some(directory) = &self.start.working_directory {
            if !directory.is_dir() {
                let path = directory.display();
                return Err(format!(
                    "Running startup script threw an error: Cannot find path '{path}' because it does not exist."
                ));
            }
            runspace.location = directory.to_string_lossy().into_owned().into();
        }
        if let Some(script) = &self.start.start_script {
            let output = Arc::new(PipelineOutput::of_opening(self.clone(), control.clone()));
            let host = self.host_for(None, control);
            runspace.begin_pipeline(control.attention.clone(), output.clone(), host);
            let work = OutsideWork::Script { text: script.as_str().into(), new_scope: false };
            let command = OutsideCommand { work, given: Vec::new(), merged: Vec::new(), dropped: Vec::new() };
            let result = runspace.run_outside(vec![command], None);
            let failure = match result {
                Ok(()) => output.first_error(),
                Err(error) => Some(error.message().to_string()),
            };
            if let Some(message) = failure {
                return Err(format!("Running startup script threw an error: {message}."));
            }
        }
        Ok(runspace)
    }

    /// A new runspace of this session with its initial state, in the account's home.
    pub(super) fn make_runspace(self: &Arc<Self>) -> Box<Runspace> {
        let mut runspace = Box::new(Runspace::new(self.runtime.clone(), Arc::new(Nowhere), None));
        let home = self.runtime.process.env("HOME").map_or_else(|| PathBuf::from("/"), PathBuf::from);
        if home.is_dir() {
            runspace.location = home.to_string_lossy().into_owned().into();
        }
        let arguments = self.machine.lock().arguments.clone();
        initial::set_up(&mut runspace, &arguments);
        runspace
    }
}
