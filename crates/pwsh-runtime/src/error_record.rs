//! Error records.

use crate::command::{CommandRef, Invocation};
use crate::facade::ErrorDetails;
use crate::runspace::Runspace;
use parking_lot::Mutex;
use pwsh_syntax::{Extent, Source};
use pwsh_value::payload::{Array, Exception, List};
use pwsh_value::ty::{known, named};
use pwsh_value::{Category, Error, Obj, Payload, PsString, Thrown, Value};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The payload of an `ErrorRecord`.
pub struct ErrorRecord {
    /// The exception.
    pub exception: Obj,
    /// `TargetObject`.
    pub target: Value,
    /// `FullyQualifiedErrorId`, with the command's name.
    pub id: PsString,
    /// The category.
    pub category: Category,
    /// The texts of `CategoryInfo`, which script may change.
    pub names: Mutex<CategoryNames>,
    /// `ErrorDetails`.
    pub details: Mutex<Option<ErrorDetails>>,
    /// Where it happened.
    pub position: Option<Position>,
    /// The call of the command that reported it.
    pub call: Option<Arc<Invocation>>,
    /// `ScriptStackTrace`.
    pub stack: PsString,
    /// Whether it was written to an error stream: where it is shown, it is shown as an error.
    pub from_stream: AtomicBool,
}

/// The texts of an error's category.
#[derive(Clone)]
pub struct CategoryNames {
    /// `CategoryInfo.Activity`.
    pub activity: PsString,
    /// `CategoryInfo.Reason`.
    pub reason: PsString,
    /// `CategoryInfo.TargetName`.
    pub target_name: PsString,
    /// `CategoryInfo.TargetType`.
    pub target_type: PsString,
}

impl Clone for ErrorRecord {
    fn clone(&self) -> Self {
        ErrorRecord {
            exception: self.exception.clone(),
            target: self.target.clone(),
            id: self.id.clone(),
            category: self.category,
            names: Mutex::new(self.names.lock().clone()),
            details: Mutex::new(self.details.lock().clone()),
            position: self.position.clone(),
            call: self.call.clone(),
            stack: self.stack.clone(),
            from_stream: AtomicBool::new(self.from_stream.load(Ordering::Relaxed)),
        }
    }
}

/// A place in a source.
#[derive(Clone)]
pub struct Position {
    /// The source.
    pub source: Arc<Source>,
    /// The part of it.
    pub extent: Extent,
}

impl Payload for ErrorRecord {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Object(self.exception.clone()));
        visit(&self.target);
    }
}

impl ErrorRecord {
    /// The record as an object.
    pub fn object(self) -> Obj {
        Obj::new(known().error_record.clone(), self)
    }

    /// The record's message: what it shows people.
    pub fn message(&self) -> PsString {
        match &*self.details.lock() {
            Some(details) => details.message.clone(),
            None => self.exception.get::<Exception>().map_or_else(PsString::empty, |e| e.message()),
        }
    }
}

impl ErrorRecord {
    /// `CategoryInfo.GetMessage()`: category, target, activity and reason in one line.
    pub fn category_message(&self) -> PsString {
        let names = self.names.lock();
        let category = match self.category {
            Category::DeadlockDetected => "Deadlock detected".to_owned(),
            other => format!("{other:?}"),
        };
        let (name, kind) = (ellipsized(&names.target_name), ellipsized(&names.target_type));
        format!("{category}: ({name}:{kind}) [{}], {}", names.activity, names.reason).into()
    }
}

/// A text of more than 40 characters loses its middle.
fn ellipsized(text: &PsString) -> PsString {
    const LONGEST: usize = 40;
    const HALF: usize = 19;
    let units: Vec<u16> = text.to_str().encode_utf16().collect();
    if units.len() <= LONGEST {
        return text.clone();
    }
    let (start, end) = (&units[..HALF], &units[units.len() - HALF..]);
    format!("{}…{}", String::from_utf16_lossy(start), String::from_utf16_lossy(end)).into()
}

impl Runspace {
    /// The error record for an error on its way; `call`: the command that reports it.
    pub fn record_of(&mut self, error: &Error, call: Option<&Arc<Invocation>>) -> ErrorRecord {
        match error.thrown() {
            Some(thrown) => self.record_of_thrown(thrown, call),
            None => {
                let stopped = Error::new(
                    "System.Management.Automation.PipelineStoppedException",
                    "The pipeline has been stopped.",
                )
                .id("PipelineStopped")
                .category(Category::OperationStopped);
                self.record_of_thrown(stopped.thrown().expect("just made as one"), call)
            }
        }
    }

    fn record_of_thrown(&mut self, thrown: &Thrown, call: Option<&Arc<Invocation>>) -> ErrorRecord {
        if let Some(record) = thrown.record.as_ref().and_then(|r| r.as_object()?.get::<ErrorRecord>()) {
            return record.payload().clone();
        }
        let position = thrown.position.as_ref().and_then(|p| p.downcast_ref::<Position>().cloned());
        let position =
            position.or_else(|| crate::binder::place_of(thrown, call?)).or_else(|| self.position());
        let reason = thrown.exception.ty().short_name();
        let (target_name, target_type) = self.describe_target(&thrown.target);
        let base = thrown.id.clone().unwrap_or_else(|| reason.clone());
        let call = call.cloned();
        let id = match call.as_ref().map(|c| &c.command) {
            Some(CommandRef::Cmdlet(cmdlet)) => format!("{base},{}", cmdlet.class_name()).into(),
            Some(CommandRef::Block) | None => base,
            Some(other) => format!("{base},{}", other.name()).into(),
        };
        ErrorRecord {
            exception: thrown.exception.clone(),
            target: thrown.target.clone(),
            id,
            category: thrown.category,
            names: Mutex::new(CategoryNames {
                activity: call.as_ref().map_or_else(PsString::empty, |c| c.command.name()),
                reason,
                target_name,
                target_type,
            }),
            details: Mutex::new(thrown.details.clone().map(ErrorDetails::new)),
            stack: self.script_stack_trace(),
            from_stream: AtomicBool::new(false),
            position,
            call,
        }
    }

    /// `CategoryInfo.TargetName` and `TargetType` for a target object.
    pub fn describe_target(&mut self, target: &Value) -> (PsString, PsString) {
        let Some(ty) = target.ty() else { return (PsString::empty(), PsString::empty()) };
        let (full, short) = (ty.name().clone(), ty.short_name());
        let is_list = |obj: &Obj| obj.get::<Array>().is_some() || obj.get::<List>().is_some();
        if target.cell().is_some_and(is_list) {
            // .NET's own text of the object, not PowerShell's
            return (full, short);
        }
        let text = pwsh_value::convert::to_text(self, target).unwrap_or_else(|_| PsString::empty());
        (text, short)
    }

    /// Puts `error` into the form in which it travels: with its record made, if it is an exception.
    pub fn with_record(&mut self, mut error: Error, call: Option<&Arc<Invocation>>) -> Error {
        if error.thrown().is_some_and(|t| t.record.is_none()) {
            if let (Some(thrown), None) = (error.thrown_mut(), call) {
                leaves_statement(thrown);
            }
            let record = Value::Object(self.record_of(&error, call).object());
            if let Some(thrown) = error.thrown_mut() {
                thrown.record = Some(record);
            }
        }
        error
    }
}

/// What an exception becomes that leaves a statement and that no command reports: a failed conversion is put into a
/// RuntimeException, another exception of .NET is filed under its type's full name.
fn leaves_statement(thrown: &mut Thrown) {
    let runtime = named("System.Management.Automation.RuntimeException");
    let ty = thrown.exception.ty();
    if ty.name().is("System.Management.Automation.PSInvalidCastException") {
        let message = thrown.exception.get::<Exception>().map_or_else(PsString::empty, |e| e.message());
        thrown.exception = Exception::object(runtime, message, Some(thrown.exception.clone()));
    } else if thrown.id.is_none() && !runtime.is_assignable_from(ty) {
        thrown.id = Some(ty.name().clone());
        if thrown.category == Category::NotSpecified {
            thrown.category = Category::OperationStopped;
        }
    }
}
