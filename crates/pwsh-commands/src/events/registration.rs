//! What Register-EngineEvent and Register-ObjectEvent have in common.

use pwsh_runtime::command::{Io, ScriptBlock, ScriptBlockArg, Switch};
use pwsh_runtime::events::{Subscriber, SubscriberParts};
use pwsh_runtime::job::{Job, JobKind, JobParts};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};
use uuid::Uuid;

/// What is registered.
pub(super) struct Registration<'a> {
    /// The object; null for an engine event.
    pub(super) source: Value,
    /// Its event; empty for an engine event.
    pub(super) event_name: PsString,
    /// -SourceIdentifier, empty for none.
    pub(super) source_identifier: PsString,
    /// -MessageData
    pub(super) data: Value,
    /// -Action
    pub(super) action: Option<&'a ScriptBlockArg>,
    /// -SupportEvent
    pub(super) support: Switch,
    /// -Forward
    pub(super) forward: Switch,
    /// -MaxTriggerCount, 0 for no limit
    pub(super) max_trigger_count: i32,
}

impl Registration<'_> {
    /// Subscribes; with an action, gives the job that keeps its output.
    pub(super) fn make(self, io: &mut Io<'_>) -> Result<()> {
        let given = !self.source_identifier.is_empty();
        let source_identifier =
            if given { self.source_identifier.clone() } else { Uuid::new_v4().to_string().into() };
        let taken = io.rs.events.subscribers().iter().any(|subscriber| {
            subscriber
                .get::<Subscriber>()
                .is_some_and(|s| s.parts.source_identifier.eq_ignore_case(&source_identifier))
        });
        if taken {
            let text = format!(
                "Cannot subscribe to the specified event. A subscriber with the source identifier '{source_identifier}' already exists."
            );
            let error = Error::argument(&text, "").id("SUBSCRIBER_EXISTS");
            return io.write_error(error.category(Category::InvalidArgument).target(self.source));
        }
        let is_object_event = !self.event_name.is_empty();
        if is_object_event && source_identifier.to_str().to_ascii_lowercase().starts_with("powershell.") {
            let text = format!(
                "Cannot register for the specified event. The event source identifier '{source_identifier}' is reserved for the PowerShell engine."
            );
            return io.write_error(invalid(Error::argument(&text, "sourceIdentifier"), &self.source));
        }
        let action =
            self.action.map(|action| (io.rs.event_action(&action.0), job(io, action, &source_identifier)));
        let job = action.as_ref().map(|(_, job)| job.clone());
        let parts = SubscriberParts {
            source: self.source.clone(),
            event_name: self.event_name,
            source_identifier,
            data: self.data,
            action,
            support: self.support.0,
            forward: self.forward.0,
            max_triggers: u32::try_from(self.max_trigger_count).ok().filter(|count| *count > 0),
        };
        if let Err(error) = io.rs.events.clone().subscribe(parts) {
            return io.write_error(invalid(error, &self.source));
        }
        match job {
            Some(job) if !self.support.0 => {
                io.rs.jobs.add(job.clone());
                io.write(Value::Object(job))
            }
            _ => Ok(()),
        }
    }
}

fn invalid(error: Error, source: &Value) -> Error {
    error.id("INVALID_REGISTRATION").category(Category::InvalidArgument).target(source.clone())
}

fn job(io: &Io<'_>, action: &ScriptBlockArg, name: &PsString) -> Obj {
    let text = action.0.get::<ScriptBlock>().map_or_else(PsString::empty, |block| block.block.text().into());
    let parts = JobParts {
        kind: JobKind::Event,
        name: Some(name.clone()),
        command: text,
        location: PsString::empty(),
        type_name: PsString::empty(),
        children: Vec::new(),
    };
    Job::object(io.rs.session.take_job_number(), parts)
}
