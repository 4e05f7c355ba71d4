//! What happens to a statement's error: traps, the enclosing `try`, or the error stream.

use super::Flow;
use crate::code::{Statements, Trap};
use crate::command::Preference;
use crate::runspace::Runspace;
use pwsh_value::{Error, Name, Result, Unwind, Value};
use std::sync::LazyLock;

static ERROR_PREFERENCE: LazyLock<Name> = LazyLock::new(|| Name::intern("ErrorActionPreference"));

impl Runspace {
    /// A statement of `statements` failed. `Ok(None)`: the next statement is due.
    #[cold]
    pub(super) fn statement_failed(&mut self, error: Error, statements: &Statements) -> Result<Option<Flow>> {
        match error.unwind() {
            Unwind::Break(label) => {
                return Ok(Some(Flow::Break(label.as_ref().map(|l| Name::intern(&l.to_str())))));
            }
            Unwind::Continue(label) => {
                return Ok(Some(Flow::Continue(label.as_ref().map(|l| Name::intern(&l.to_str())))));
            }
            Unwind::Exit(code) => return Ok(Some(Flow::Exit(*code))),
            Unwind::Return => return Ok(Some(Flow::Return)),
            Unwind::Stopped | Unwind::StopUpstream(_) | Unwind::ExitProcess(_) => return Err(error),
            Unwind::Throw(_) => {}
        }
        self.success = false;
        let error = self.with_record(error, None);
        if !statements.traps.is_empty()
            && let Some((trap, record)) = self.matching_trap(&error, &statements.traps)?
        {
            return self.run_trap(trap, error, record);
        }
        let from_throw = error.thrown().is_some_and(|t| t.from_throw);
        if self.cur.propagate || error.thrown().is_some_and(|t| t.terminating) {
            return Err(error);
        }
        let preference = self.preference(*ERROR_PREFERENCE);
        let record = error.thrown().and_then(|t| t.record.clone()).unwrap_or(Value::Null);
        match preference {
            Preference::SilentlyContinue => {
                self.remember_error(&record);
                Ok(None)
            }
            Preference::Ignore => Ok(None),
            Preference::Stop => Err(error),
            _ if from_throw => Err(error),
            _ => {
                self.remember_error(&record);
                self.put_error(self.cur.streams.error, record)?;
                // Showing it may have run commands.
                self.success = false;
                Ok(None)
            }
        }
    }

    /// The trap for an error, and the record that it sees.
    fn matching_trap<'a>(&mut self, error: &Error, traps: &'a [Trap]) -> Result<Option<(&'a Trap, Value)>> {
        let mut catch_all = None;
        for trap in traps {
            match &trap.ty {
                None => catch_all = catch_all.or(Some(trap)),
                Some(ty) => {
                    if let Some(record) = self.caught_by(error, std::slice::from_ref(ty))? {
                        return Ok(Some((trap, record)));
                    }
                }
            }
        }
        let record = error.thrown().and_then(|t| t.record.clone()).unwrap_or(Value::Null);
        Ok(catch_all.map(|trap| (trap, record)))
    }

    /// Runs a trap's body; `continue` in it goes on with the next statement, `break` leaves with the error, and
    /// without either the error is shown and the next statement is due.
    fn run_trap(&mut self, trap: &Trap, error: Error, record: Value) -> Result<Option<Flow>> {
        self.remember_error(&record);
        let scope =
            self.scopes.push(Some(self.cur.scope), crate::scope::ScopeKind::Local, std::sync::Arc::default());
        self.scopes.get_mut(scope).item = Some(record.clone());
        let outer = std::mem::replace(&mut self.cur.scope, scope);
        let result = self.run(&trap.body);
        self.cur.scope = outer;
        self.scopes.pop(scope);
        match result? {
            Flow::Continue(None) => Ok(None),
            Flow::Break(None) => Err(error),
            Flow::Next => {
                self.put_error(self.cur.streams.error, record)?;
                Ok(None)
            }
            other => Ok(Some(other)),
        }
    }
}
