//! `throw`, `try`, `catch` and `finally`.

use super::Flow;
use crate::code::{Statement, Try, TypeRef};
use crate::error_record::ErrorRecord;
use crate::runspace::Runspace;
use pwsh_value::payload::Exception;
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, Obj, Result, Unwind, Value};

impl Runspace {
    /// The error that a `throw` statement throws.
    pub(super) fn throw_statement(&mut self, value: Option<&Statement>, rethrow: bool) -> Result<Error> {
        let value = match value {
            Some(value) => self.value_of(value)?,
            None if rethrow => self.item(),
            None => Value::Null,
        };
        let mut error = self.error_from(&value)?;
        if let Some(thrown) = error.thrown_mut() {
            thrown.from_throw = true;
        }
        Ok(error)
    }

    /// The error that throwing a value makes: records and exceptions as they are, others in a RuntimeException.
    pub(crate) fn error_from(&mut self, value: &Value) -> Result<Error> {
        if let Some(obj) = value.as_object() {
            if let Some(record) = obj.get::<ErrorRecord>() {
                let mut error = Error::throw(record.exception.clone());
                if let Some(thrown) = error.thrown_mut() {
                    thrown.record = Some(value.clone());
                }
                return Ok(error);
            }
            if obj.get::<Exception>().is_some() {
                let message = obj.get::<Exception>().map(|e| e.message());
                let mut error = Error::throw(obj.clone()).category(Category::OperationStopped);
                if let Some(message) = message {
                    error = error.id(message);
                }
                return Ok(error);
            }
        }
        let text =
            if value.is_null() { "ScriptHalted".into() } else { pwsh_value::convert::to_text(self, value)? };
        let exception =
            Exception::object(named("System.Management.Automation.RuntimeException"), text.clone(), None);
        if let Some(exception) = exception.get::<Exception>() {
            exception.set_field("WasThrownFromThrowStatement", Value::Bool(true));
        }
        let target = if value.is_null() { Value::Null } else { value.clone() };
        Ok(Error::throw(exception).id(text).category(Category::OperationStopped).target(target))
    }

    pub(super) fn run_try(&mut self, try_: &Try) -> Result<Flow> {
        let outer = self.cur.propagate;
        self.cur.propagate |= !try_.catches.is_empty();
        let mut result = self.run(&try_.body);
        self.cur.propagate = outer;
        if let Err(error) = result {
            result = match error.unwind() {
                Unwind::Throw(_) if !try_.catches.is_empty() => self.run_catches(try_, error),
                _ => Err(error),
            };
        }
        let Some(finally) = &try_.finally else { return result };
        if result.as_ref().is_err_and(|error| matches!(error.unwind(), Unwind::ExitProcess(_))) {
            return result;
        }
        // A stop waits for `finally`.
        let stopping = self.attention.is_stopping();
        if stopping {
            self.attention.clear(crate::attention::STOP);
        }
        let done = self.run(finally);
        if stopping {
            self.attention.ask(crate::attention::STOP);
        }
        match done? {
            Flow::Next => result,
            flow => Ok(flow),
        }
    }

    fn run_catches(&mut self, try_: &Try, error: Error) -> Result<Flow> {
        let error = self.with_record(error, None);
        for catch in &try_.catches {
            let record = match catch.types.is_empty() {
                true => error.thrown().and_then(|t| t.record.clone()),
                false => self.caught_by(&error, &catch.types)?,
            };
            let Some(record) = record else { continue };
            self.remember_error(&record);
            let before = self.set_item(Some(record));
            let result = self.run(&catch.body);
            self.set_item(before);
            return result;
        }
        Err(error)
    }

    /// The record that a `catch` of these types sees, `None` if they do not match: the exception itself is looked
    /// at first, then what it wraps.
    pub(super) fn caught_by(&mut self, error: &Error, types: &[TypeRef]) -> Result<Option<Value>> {
        let Some(thrown) = error.thrown() else { return Ok(None) };
        let mut exception: Obj = thrown.exception.clone();
        let mut depth = 0;
        loop {
            for ty in types {
                let Ok(ty) = self.resolve_type(ty) else { continue };
                if ty.is_assignable_from(exception.ty()) {
                    return Ok(Some(self.record_about(thrown.record.as_ref(), exception, depth > 0)));
                }
            }
            let inner = exception.get::<Exception>().and_then(|e| e.payload().inner().cloned());
            match inner {
                Some(inner) => exception = inner,
                None => return Ok(None),
            }
            depth += 1;
        }
    }

    /// The record with another exception in it, where an inner one was caught.
    fn record_about(&self, record: Option<&Value>, exception: Obj, inner: bool) -> Value {
        let Some(record) = record else { return Value::Null };
        match record.as_object().and_then(|o| o.get::<ErrorRecord>()) {
            Some(full) if inner => {
                Value::Object(ErrorRecord { exception, ..full.payload().clone() }.object())
            }
            _ => record.clone(),
        }
    }
}
