//! Objects of the pipeline.

use super::binding::Binding;
use super::failure::{Bound, Failure, Kind, Refusal};
use super::value::Flags;
use crate::command::CommandMeta;
use crate::runspace::Runspace;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Context, PsString, Result, Value};

/// How an object reaches a parameter; tried in this order.
#[derive(Clone, Copy)]
enum Route {
    Value,
    Property,
}

impl Binding {
    /// Binds an object of the pipeline to the parameters that take it: gives their indices in
    /// [`CommandMeta::parameters`] and values. What it leaves open of what objects before it gave is [`stale`](Self::stale).
    ///
    /// # Errors
    /// `InputObjectNotBound` where no parameter takes the object, `InputObjectMissingMandatory` where it leaves a
    /// mandatory one open, and all binding errors; the object is their target. The next object can be bound.
    pub fn item(
        &mut self,
        rs: &mut Runspace,
        _meta: &CommandMeta,
        item: &Value,
    ) -> Result<Vec<(usize, Value)>> {
        self.fresh = Some(Vec::new());
        let bound = self.bind_item(rs, item);
        let fresh = self.fresh.take().unwrap_or_default();
        match bound {
            Ok(()) => {
                let now: Vec<usize> = fresh.iter().map(|(index, _)| *index).collect();
                let before = std::mem::replace(&mut self.last, now);
                self.stale = before.into_iter().filter(|index| !self.last.contains(index)).collect();
                Ok(fresh)
            }
            Err(failure) => {
                self.restore();
                Err(self.fail(failure).target(item.clone()))
            }
        }
    }

    fn bind_item(&mut self, rs: &mut Runspace, item: &Value) -> Bound<()> {
        let waited = self.bind_delayed(rs, item)?;
        let taken = self.bind_by_routes(rs, item)?;
        self.verify_set_selected()?;
        if !waited && !taken {
            return Err(Refusal::new(
                "InputObjectNotBound",
                "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.",
            )
            .into());
        }
        let missing = self.missing(super::sets::count(self.current), false)?;
        if !missing.is_empty() {
            let names = self.missing_names(&missing);
            let text = format!(
                "The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: {names}"
            );
            return Err(Refusal::new("InputObjectMissingMandatory", text).into());
        }
        Ok(())
    }

    /// Evaluates the script blocks that wait for objects; says whether there are any.
    fn bind_delayed(&mut self, rs: &mut Runspace, item: &Value) -> Bound<bool> {
        let delayed = self.delayed.clone();
        for (index, block) in &delayed {
            let name = self.parameter(*index).meta.name.clone();
            let output = match rs.call_block_with_item(block, item.clone()) {
                Ok(output) => output,
                Err(error) if error.thrown().is_some() => {
                    let text = format!(
                        "The input to the script block for parameter '{name}' failed. {}",
                        error.message()
                    );
                    return Err(Refusal::new("ScriptBlockArgumentInvocationFailed", text)
                        .parameter(&name)
                        .caused_by(&error, None)
                        .into());
                }
                Err(error) => return Err(error.into()),
            };
            if let Value::Void = output {
                let text = format!(
                    "Cannot evaluate parameter '{name}' because its argument input did not produce any output."
                );
                return Err(Refusal::new("ScriptBlockArgumentNoOutput", text).parameter(&name).into());
            }
            self.bind_value(rs, *index, output, Flags { coerce: true, delay: false })?;
        }
        Ok(!delayed.is_empty())
    }

    fn bind_by_routes(&mut self, rs: &mut Runspace, item: &Value) -> Bound<bool> {
        self.restore();
        self.current = self.before_pipeline;
        let mut valid = self.current;
        let prioritized = self.prioritized;
        if prioritized != 0 {
            valid = prioritized;
        }
        let mut taken = false;
        let steps = if prioritized == 0 { 1 } else { 2 };
        for step in 0..steps {
            for coerce in [false, true] {
                for route in [Route::Value, Route::Property] {
                    if !self.bind_by_route(rs, item, route, coerce, valid)? {
                        continue;
                    }
                    if prioritized == 0 || step == 1 {
                        self.validate_sets(true, true)?;
                        valid = self.current;
                    }
                    taken = true;
                }
            }
            if prioritized != 0 && step == 0 {
                if self.current == prioritized {
                    break;
                }
                valid = self.current & !prioritized;
            }
        }
        self.validate_sets(false, true)?;
        if !self.defaults.in_use {
            self.apply_defaults(rs)?;
        }
        Ok(taken)
    }

    /// One route, the default set's parameters before the others'.
    fn bind_by_route(
        &mut self,
        rs: &mut Runspace,
        item: &Value,
        route: Route,
        coerce: bool,
        valid: u32,
    ) -> Bound<bool> {
        let default = self.plan.default;
        let mut valid = valid;
        if default != 0 && valid & default != 0 {
            if self.bind_in_sets(rs, item, route, coerce, default)? {
                return Ok(true);
            }
            valid &= !default;
        }
        self.bind_in_sets(rs, item, route, coerce, valid)
    }

    fn bind_in_sets(
        &mut self,
        rs: &mut Runspace,
        item: &Value,
        route: Route,
        coerce: bool,
        sets: u32,
    ) -> Bound<bool> {
        let mut any = false;
        for index in self.unbound.clone().into_iter().rev() {
            let parameter = self.parameter(index);
            if !parameter.pipeline || !parameter.is_in(sets) {
                continue;
            }
            let takes = parameter.members_in(sets).any(|(_, m)| match route {
                Route::Value => m.from_pipeline,
                Route::Property => m.from_pipeline_by_name && !item.is_null(),
            });
            if takes {
                any |= self.bind_route(rs, item, route, coerce, index)?;
            }
        }
        Ok(any)
    }

    fn bind_route(
        &mut self,
        rs: &mut Runspace,
        item: &Value,
        route: Route,
        coerce: bool,
        index: usize,
    ) -> Bound<bool> {
        let value = match route {
            Route::Value => item.clone(),
            Route::Property => {
                let meta = &self.parameter(index).meta;
                let names = std::iter::once(&meta.name).chain(&meta.aliases);
                let Some(name) = names.clone().find(|name| has_property(item, name)).cloned() else {
                    return Ok(false);
                };
                rs.get_property(item, &name.to_str())?
            }
        };
        if let Value::Void = value {
            return Ok(false);
        }
        let bound = self.bind(rs, self.current, index, value, Flags { coerce, delay: false });
        match bound {
            Ok(bound) => {
                if bound {
                    self.from_pipeline.push(index);
                }
                Ok(bound)
            }
            Err(Failure::Refused(refusal)) => match (refusal.kind, route) {
                (Kind::Binding, _) => Ok(false),
                (Kind::Transformation, Route::Value) if refusal.cast => Ok(false),
                _ => Err(Failure::Refused(refusal)),
            },
            Err(failure) => Err(failure),
        }
    }

    /// The parameters, by index, that objects before were bound to and the last one was not: they go back to their
    /// defaults before the command takes the object.
    pub fn stale(&self) -> &[usize] {
        &self.stale
    }
}

/// Whether an object has a property of that name; the keys of a hash table are none.
fn has_property(item: &Value, name: &PsString) -> bool {
    if item.cell().and_then(|obj| obj.attached()).is_some_and(|members| members.get(name).is_some()) {
        return true;
    }
    if item.as_object().and_then(|obj| obj.get::<PropertyBag>()).is_some_and(|bag| bag.find(name).is_some()) {
        return true;
    }
    item.ty().is_some_and(|ty| ty.members().property(&name.to_str(), false).is_some())
}
