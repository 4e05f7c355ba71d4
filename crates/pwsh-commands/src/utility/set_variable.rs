//! `Set-Variable`.

use super::variable_scope::{forbidden, scope_named, variables_like};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::PsVariable;
use pwsh_runtime::scope::{ScopeId, Slot, VariableOptions};
use pwsh_value::ops::Case;
use pwsh_value::payload::EnumNumber;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Name, Obj, PsString, Result, Value};

/// Sets variables, making those that are not there.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-Variable",
    module = "Microsoft.PowerShell.Utility",
    aliases("sv", "set"),
    should_process,
    impact = "Low",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096624"
)]
pub struct SetVariable {
    #[parameter(mandatory, position = 0, pipeline_by_name)]
    name: Vec<PsString>,
    #[parameter(position = 1, pipeline, pipeline_by_name)]
    value: Value,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    description: Option<PsString>,
    #[parameter(ty = "System.Management.Automation.ScopedItemOptions")]
    option: Value,
    #[parameter]
    force: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    append: Switch,
    #[parameter]
    scope: PsString,
    values: Vec<Value>,
}

impl Cmdlet for SetVariable {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.call.expects_input && io.is_bound("Value") {
            self.values.push(self.value.clone());
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut values = std::mem::take(&mut self.values);
        let value = match values.len() {
            0 => io.is_bound("Value").then(|| self.value.clone()),
            1 => values.pop(),
            _ => Some(Value::Object(Obj::array(values))),
        };
        let scope = match self.scope.is_empty() {
            true => io.rs.cur.scope,
            false => scope_named(io.rs, &self.scope)?,
        };
        for name in self.names(io, scope)? {
            if io.should_process(&format!("Name: {} Value: ", name.text()), "Set variable")? {
                self.set(io, scope, name, value.clone())?;
            }
        }
        Ok(())
    }
}

impl SetVariable {
    /// What is set: the variables of the scope that a name means, less those filtered out; where there are none, the
    /// name itself.
    fn names(&self, io: &mut Io<'_>, scope: ScopeId) -> Result<Vec<Name>> {
        let patterns = |texts: &[PsString]| {
            texts.iter().map(|text| Wildcard::new(text, Case::Ignore)).collect::<Result<Vec<_>>>()
        };
        let (include, exclude) = (patterns(&self.include)?, patterns(&self.exclude)?);
        let mut names = Vec::new();
        for text in &self.name {
            let found = variables_like(io.rs, text, Some(scope))?;
            if found.is_empty() {
                names.push(Name::intern(&text.to_str()));
            }
            names.extend(found.iter().map(|(_, cell)| cell.name).filter(|name| {
                let text = name.text();
                (include.is_empty() || include.iter().any(|p| p.matches(&text)))
                    && !exclude.iter().any(|p| p.matches(&text))
            }));
        }
        Ok(names)
    }

    fn set(&self, io: &mut Io<'_>, scope: u32, name: Name, value: Option<Value>) -> Result<()> {
        let existing = io.rs.scopes.find_in(scope, name);
        let options = self.option.as_object().and_then(|o| o.get::<EnumNumber>()).map(|n| n.0);
        let options = options.map(VariableOptions::of_bits);
        if existing.is_some() && options.is_some_and(|options| options.constant) {
            let text = format!(
                "Existing variable {} cannot be made constant. Variables can be made constant only at creation time.",
                name.text()
            );
            return io.write_error(forbidden(&name.text(), text, "VariableCannotBeMadeConstant"));
        }
        if self.force.0
            && let Some(found) = existing
            && let Slot::Cell(cell) = io.rs.scopes.slot(found)
            && cell.options().read_only
        {
            let cell = cell.clone();
            cell.set_options(VariableOptions { read_only: false, ..cell.options() });
        }
        if let Some(value) = value {
            let value = if self.append.0 { appended(io, scope, name, value)? } else { value };
            match io.rs.store(scope, name, value) {
                Err(error) if error.thrown().is_some() => return io.write_error(error),
                result => result?,
            }
        } else if existing.is_none() {
            io.rs.store(scope, name, Value::Null)?;
        }
        let cell = match (options, &self.description, self.pass_thru.0) {
            (None, None, false) => return Ok(()),
            _ => {
                io.rs.scopes.place_in(scope, name);
                io.rs.variable_cell(scope, name)
            }
        };
        if let Some(options) = options {
            io.rs.scopes.has_all_scope |= options.all_scope;
            cell.set_options(options);
        }
        if let Some(description) = &self.description {
            cell.set_description(description.clone());
        }
        if self.pass_thru.0 { io.write(PsVariable::object(cell)) } else { Ok(()) }
    }
}

/// The former value with another behind it.
fn appended(io: &mut Io<'_>, scope: u32, name: Name, value: Value) -> Result<Value> {
    use pwsh_value::Context;
    let Some(found) = io.rs.scopes.find_in(scope, name) else { return Ok(value) };
    let before = io.rs.scopes.slot(found).value();
    let mut items = io.rs.enumerate(&before)?.unwrap_or_else(|| vec![before]);
    match io.rs.enumerate(&value)? {
        Some(more) => items.extend(more),
        None => items.push(value),
    }
    Ok(Value::Object(Obj::array(items)))
}
