//! A function as a stage: its blocks run in one scope that lives from begin to end.

use super::stage::FunctionStage;
use crate::code::Statements;
use crate::runspace::Runspace;
use pwsh_value::{Name, Result, Value};
use std::sync::LazyLock;

static INPUT: LazyLock<Name> = LazyLock::new(|| Name::intern("input"));

impl FunctionStage {
    /// Runs one block of the function in its frame.
    pub(super) fn run(&mut self, rs: &mut Runspace, statements: &Statements) -> Result<()> {
        rs.in_frame(&mut self.frame, |rs| rs.run_to_end(statements))
    }

    pub(super) fn process(&mut self, rs: &mut Runspace, item: Option<Value>) -> Result<()> {
        let body = self.body.clone();
        if let (Some((meta, binding)), Some(item)) = (&mut self.binding, &item)
            && binding.takes_pipeline(meta)
        {
            let bound = match binding.item(rs, meta, item) {
                Ok(bound) => bound,
                Err(error) if error.thrown().is_some() => {
                    let record = rs.with_record(error, self.frame.call.as_ref());
                    let record = rs.record_of(&record, None);
                    return match &self.frame.call {
                        Some(call) => rs.write_error_record(&call.clone(), record),
                        None => rs.show_error(record),
                    };
                }
                Err(error) => return Err(error),
            };
            let declared = body.parameters.list.len();
            for &index in binding.stale().iter().filter(|&&index| index < declared) {
                let declared = Some((&meta.parameters[index], self.frame.call.as_ref()));
                rs.set_default(&body.parameters.list[index], self.frame.scope, declared)?;
            }
            for (index, value) in bound {
                let Some(parameter) = body.parameters.list.get(index) else { continue };
                let name = parameter.name;
                rs.set_in(self.frame.scope, name, value);
            }
            if let Some(call) = &mut self.frame.call {
                binding.note_in(call);
            }
        }
        match (&body.process, item) {
            (Some(statements), Some(item)) => {
                if body.uses_input {
                    let input = rs.enumerator(vec![item.clone()])?;
                    rs.set_in(self.frame.scope, *INPUT, input);
                }
                let before = rs.scopes.get_mut(self.frame.scope).item.replace(item);
                let result = self.run(rs, statements);
                rs.scopes.get_mut(self.frame.scope).item = before;
                result
            }
            (Some(statements), None) => self.run(rs, statements),
            (None, Some(item)) => {
                self.input.push(item);
                Ok(())
            }
            (None, None) => Ok(()),
        }
    }

    pub(super) fn end(&mut self, rs: &mut Runspace) -> Result<()> {
        let body = self.body.clone();
        let Some(statements) = &body.end else { return Ok(()) };
        let input = std::mem::take(&mut self.input);
        if body.uses_input && body.process.is_none() {
            let input = rs.enumerator(input)?;
            rs.set_in(self.frame.scope, *INPUT, input);
        }
        self.run(rs, statements)
    }
}
