//! Statements.

use super::Flow;
use crate::code::{Expr, Statement, StatementKind as Kind, Statements};
use crate::command::{Alias, ScriptBlock};
use crate::runspace::Runspace;
use pwsh_value::{Name, Obj, PsString, Result, Value};

impl Runspace {
    /// Runs statements in order.
    pub(crate) fn run(&mut self, statements: &Statements) -> Result<Flow> {
        for statement in &statements.list {
            match self.statement(statement) {
                Ok(Flow::Next) => {}
                Ok(flow) => return Ok(flow),
                Err(error) => {
                    if let Some(flow) = self.statement_failed(error, statements)? {
                        return Ok(flow);
                    }
                }
            }
        }
        Ok(Flow::Next)
    }

    /// Runs a block's statements as a call: `return` ends here, `break` and `exit` go on through the callers.
    pub(crate) fn run_to_end(&mut self, statements: &Statements) -> Result<()> {
        self.run(statements)?.leaving_call()
    }

    pub(crate) fn statement(&mut self, statement: &Statement) -> Result<Flow> {
        self.cur.at = statement.extent;
        match &statement.kind {
            Kind::Expression { value: Expr::Step(step), quiet: true } if self.step_plain(step).is_some() => {
                self.success = true;
                Ok(Flow::Next)
            }
            Kind::Expression { value, quiet } => {
                let value = self.eval(value)?;
                self.success = true;
                if !*quiet {
                    self.write_each(self.cur.streams.output, value)?;
                }
                Ok(Flow::Next)
            }
            Kind::Assign { target, op, value } => {
                self.assign_statement(target, *op, value)?;
                Ok(Flow::Next)
            }
            Kind::If { clauses, otherwise } => {
                for (condition, body) in clauses {
                    if self.condition(condition)? {
                        return self.run(body);
                    }
                }
                match otherwise {
                    Some(body) => self.run(body),
                    None => Ok(Flow::Next),
                }
            }
            Kind::Pipeline(pipeline) => {
                self.pipeline(pipeline)?;
                Ok(Flow::Next)
            }
            _ => self.statement_other(statement),
        }
    }

    /// The kinds that loops are not made of: apart, so that those run in a small frame.
    #[inline(never)]
    fn statement_other(&mut self, statement: &Statement) -> Result<Flow> {
        match &statement.kind {
            Kind::Expression { .. } | Kind::Assign { .. } | Kind::If { .. } | Kind::Pipeline(_) => {
                self.statement(statement)
            }
            Kind::Loop(looping) => self.run_loop(looping),
            Kind::ForEach(each) => self.run_foreach(each),
            Kind::Switch(switch) => self.run_switch(switch),
            Kind::Return(value) => {
                if let (Some(value), Some(method)) = (value, &self.cur.method) {
                    let result = method.result;
                    let value = self.value_of(value)?;
                    self.write(result, value)?;
                    return Ok(Flow::Return);
                }
                if let Some(value) = value {
                    match self.statement(value)? {
                        Flow::Next => {}
                        other => return Ok(other),
                    }
                }
                Ok(Flow::Return)
            }
            Kind::Try(try_) => self.run_try(try_),
            Kind::Throw { value, rethrow } => Err(self.throw_statement(value.as_deref(), *rethrow)?),
            Kind::Break(label) => Ok(Flow::Break(self.label(label.as_ref())?)),
            Kind::Continue(label) => Ok(Flow::Continue(self.label(label.as_ref())?)),
            Kind::Exit(value) => {
                let code = match value {
                    Some(value) => {
                        let value = self.value_of(value)?;
                        pwsh_value::convert::to_int(self, &value).unwrap_or(0)
                    }
                    None => 0,
                };
                Ok(Flow::Exit(code))
            }
            Kind::Chain { left, and, right } => {
                let flow = match self.statement(left) {
                    // An error that is shown is a failure like any other.
                    Err(error) => self.statement_failed(error, &Statements::default())?.unwrap_or(Flow::Next),
                    Ok(flow) => flow,
                };
                if flow != Flow::Next {
                    return Ok(flow);
                }
                if self.success == *and { self.statement(right) } else { Ok(Flow::Next) }
            }
            Kind::AssignIfNull { target, value } => {
                if self.read_place(target)?.is_null() {
                    self.assign_statement(target, None, value)?;
                }
                Ok(Flow::Next)
            }
            Kind::Function { name, block } => {
                let home = self.home_of_current();
                self.define_function(name, ScriptBlock::at_home(block.clone(), home));
                for alias in block.aliases() {
                    self.define_alias(Alias::new(alias.into(), name.clone()));
                }
                Ok(Flow::Next)
            }
            Kind::Data { variable, body } => {
                let value = self.capture(|rs| rs.run(body).map(|_| ()))?;
                match variable {
                    Some(place) => self.assign(place, value)?,
                    None => self.write_each(self.cur.streams.output, value)?,
                }
                Ok(Flow::Next)
            }
            Kind::Background(text) => {
                let text = text.clone();
                self.start_background(&text)?;
                Ok(Flow::Next)
            }
            Kind::Nothing => Ok(Flow::Next),
        }
    }

    fn label(&mut self, label: Option<&Expr>) -> Result<Option<Name>> {
        let Some(label) = label else { return Ok(None) };
        let text = self.eval(label)?;
        let text = pwsh_value::convert::to_text(self, &text)?;
        Ok(Some(Name::intern(&text.to_str())))
    }

    /// The truth of a condition.
    pub(crate) fn condition(&mut self, statement: &Statement) -> Result<bool> {
        match &statement.kind {
            Kind::Expression { value, .. } => self.truth(value),
            _ => Ok(pwsh_value::convert::to_bool(&self.value_of(statement)?)),
        }
    }

    /// The value of a statement where a value is wanted: an expression's own, or what the statement puts out.
    pub(crate) fn value_of(&mut self, statement: &Statement) -> Result<Value> {
        match &statement.kind {
            Kind::Expression { value, .. } => self.eval(value),
            Kind::Assign { target, .. } | Kind::AssignIfNull { target, .. } => {
                self.statement(statement)?;
                self.read_place(target)
            }
            _ => self.capture(|rs| rs.statement(statement)?.in_expression()),
        }
    }

    /// Runs something with its output collected: nothing is Void, one object itself, more an array.
    pub(crate) fn capture(&mut self, run: impl FnOnce(&mut Runspace) -> Result<()>) -> Result<Value> {
        let mut items = self.capture_items(run)?;
        Ok(match items.len() {
            0 => Value::Void,
            1 => items.swap_remove(0),
            _ => Value::Object(Obj::array(items)),
        })
    }

    /// Runs something with its output collected.
    pub fn capture_items(&mut self, run: impl FnOnce(&mut Runspace) -> Result<()>) -> Result<Vec<Value>> {
        let collector = self.sinks.collector();
        let before = std::mem::replace(&mut self.cur.streams.output, collector);
        let result = run(self);
        self.cur.streams.output = before;
        let items = self.sinks.finish(collector);
        result.map(|()| items)
    }

    /// `pipeline &`: a background job of its text.
    fn start_background(&mut self, text: &PsString) -> Result<()> {
        let block = ScriptBlock::object(self.parse(&text.to_str())?);
        let started = self.invoke_command(
            "Microsoft.PowerShell.Core\\Start-Job",
            &[("ScriptBlock", Value::Object(block))],
        )?;
        started.into_iter().try_for_each(|job| self.write(self.cur.streams.output, job))
    }
}
