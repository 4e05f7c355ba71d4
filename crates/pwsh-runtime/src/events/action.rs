//! Running what events wait for.

use super::event::PsEvent;
use super::manager::{Waiting, finish};
use super::subscriber::Subscriber;
use crate::binder::Given;
use crate::command::ScriptBlock;
use crate::error_record::ErrorRecord;
use crate::job::{DataCollection, Job, JobState, JobStream};
use crate::pipeline::Streams;
use crate::runspace::{Frame, Runspace};
use crate::scope::{ScopeKind, Scopes};
use pwsh_value::payload::Array;
use pwsh_value::{Name, Obj, Result, Unwind, Value};
use std::sync::Arc;

impl Runspace {
    /// A script block as an event's action: in a module scope of its own, which keeps its variables between events.
    pub fn event_action(&mut self, block: &Obj) -> Obj {
        let Some(script) = block.get::<ScriptBlock>() else { return block.clone() };
        let code = script.payload().block.clone();
        let scope = self.scopes.push(Some(Scopes::GLOBAL), ScopeKind::Script, Arc::default());
        self.scopes.get_mut(scope).is_module = true;
        ScriptBlock::at_home(code, Some(scope))
    }

    /// Runs the actions that wait and forwards what is to be forwarded. An action's own error ends it alone.
    ///
    /// # Errors
    /// If the pipeline is stopped meanwhile, or the client is gone.
    pub fn process_events(&mut self) -> Result<()> {
        let events = self.events.clone();
        let Some(_processing) = events.begin_processing() else { return Ok(()) };
        while let Some(waiting) = events.next_waiting() {
            match waiting {
                Waiting::Action { subscriber, event, last } => self.act(&subscriber, &event, last)?,
                Waiting::Forward { event } => {
                    if let Some(forwarder) = events.forwarder() {
                        forwarder.forward(self, &event)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn act(&mut self, subscriber: &Obj, event: &Obj, last: bool) -> Result<()> {
        let (Some(handle), Some(happened)) = (subscriber.get::<Subscriber>(), event.get::<PsEvent>()) else {
            return Ok(());
        };
        let Some((block, job_object)) = &handle.parts.action else { return Ok(()) };
        let (Some(job), Some(script)) = (job_object.get::<Job>(), block.get::<ScriptBlock>()) else {
            return Ok(());
        };
        if job.state().is_final() {
            return Ok(());
        }
        Job::change(job, JobState::Running, None);
        let scope = script.payload().home.unwrap_or(Scopes::GLOBAL);
        let automatic = [
            ("Event", Value::Object(event.clone())),
            ("EventSubscriber", Value::Object(subscriber.clone())),
            ("Sender", happened.sender.clone()),
            ("EventArgs", happened.source_event_args.clone()),
        ];
        for (name, value) in automatic {
            self.set_in(scope, Name::intern(name), value);
        }
        let arguments = happened.source_args.as_object().and_then(|args| args.get::<Array>());
        let given = arguments.map(|args| args.to_vec()).unwrap_or_default();
        let given = given.into_iter().map(|value| Given::Value { value, bare: false }).collect();

        let (output, errors) = (self.sinks.collector(), self.sinks.collector());
        let streams = Streams { output, error: errors, ..Streams::TOP };
        let mut frame = Frame {
            scope,
            streams,
            block: None,
            at: self.cur.at,
            propagate: false,
            name: "<ScriptBlock>".into(),
            call: None,
            this: None,
            method: None,
        };
        let (success, failed) = (self.success, self.failed);
        let ran = self.in_frame(&mut frame, |rs| rs.run_script_block(block, false, given, streams));
        (self.success, self.failed) = (success, failed);
        let (output, errors) = (self.sinks.finish(output), self.sinks.finish(errors));
        add(job.stream(JobStream::Output), output);
        add(job.stream(JobStream::Error), errors);
        match ran {
            Err(error) if matches!(error.unwind(), Unwind::Stopped) => return Err(error),
            Err(error) if error.thrown().is_some() => {
                let record: ErrorRecord = self.record_of(&error, None);
                let record = Value::Object(record.object());
                self.remember_error(&record);
                add(job.stream(JobStream::Error), vec![record]);
                Job::change(job, JobState::Failed, None);
            }
            _ if last => finish(handle.payload()),
            _ => {}
        }
        Ok(())
    }
}

fn add(collection: &Obj, items: Vec<Value>) {
    if let Some(collection) = collection.get::<DataCollection>() {
        items.into_iter().for_each(|item| DataCollection::push(collection, item));
    }
}
