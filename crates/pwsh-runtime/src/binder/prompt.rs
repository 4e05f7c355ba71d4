//! Asking the user for mandatory parameters.

use super::binding::Binding;
use super::failure::{Bound, Failure, Refusal, already_bound};
use super::value::Flags;
use crate::host::Field;
use crate::runspace::Runspace;
use pwsh_value::{PsString, Value};

impl Binding {
    /// Asks the host for the mandatory parameters that have no argument; without one the call fails.
    pub(super) fn ask_for_missing(&mut self, rs: &mut Runspace, valid: u32) -> Bound<()> {
        let missing = self.missing(valid, self.expects_input)?;
        if missing.is_empty() {
            return Ok(());
        }
        let Some(host) = rs.host.clone() else { return Err(self.missing_refusal(&missing).into()) };
        let fields = self.fields(&missing);
        let caption = format!("cmdlet {} at command pipeline position 1", self.command).into();
        let message = "Supply values for the following parameters:".into();
        let answers = match host.prompt(rs, &caption, &message, &fields) {
            Ok(answers) if !answers.is_empty() => answers,
            Err(error) if error.thrown().is_none() => return Err(Failure::from(error)),
            // A host that cannot ask is no host.
            Ok(_) | Err(_) => return Err(self.missing_refusal(&missing).into()),
        };
        for (&index, answer) in missing.iter().zip(answers) {
            if self.is_bound(index) {
                return Err(already_bound(&self.parameter(index).meta.name).into());
            }
            self.bind_value(rs, index, answer, Flags { coerce: true, delay: false })?;
        }
        Ok(())
    }

    /// The names of missing parameters, each after a space.
    pub(super) fn missing_names(&self, missing: &[usize]) -> String {
        missing.iter().map(|&index| format!(" {}", self.parameter(index).meta.name)).collect()
    }

    fn missing_refusal(&self, missing: &[usize]) -> Refusal {
        let names = self.missing_names(missing);
        let text =
            format!("Cannot process command because of one or more missing mandatory parameters:{names}.");
        Refusal::new("MissingMandatoryParameter", text).parameter(&names.into())
    }

    fn fields(&self, missing: &[usize]) -> Vec<Field> {
        let field = |&index: &usize| {
            let parameter = self.parameter(index);
            let help = parameter.member_in(self.current).and_then(|m| m.help.clone());
            Field {
                name: parameter.meta.name.clone(),
                // PowerShell looks for a free key in the letters used so far, finds none, and marks the first one.
                label: PsString::from("&").concat(&parameter.meta.name),
                type_name: parameter.meta.ty.name().clone(),
                help: help.unwrap_or_else(PsString::empty),
                mandatory: true,
                default: Value::Null,
            }
        };
        missing.iter().map(field).collect()
    }
}
