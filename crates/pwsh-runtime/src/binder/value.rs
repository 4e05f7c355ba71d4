//! One argument for one parameter: transformed, converted, checked, stored.

use super::binding::{Binding, Flavor};
use super::check;
use super::coerce;
use super::failure::{Bound, Failure, Refusal};
use super::plan::{Collection, Planned};
use crate::command::{ParameterMeta, ScriptBlock, Validation};
use crate::facade::session_state::execution_context;
use crate::runspace::Runspace;
use pwsh_value::ty::known;
use pwsh_value::{Category, Context, Result, Type, Value, convert};

/// How an argument is bound.
#[derive(Clone, Copy)]
pub(super) struct Flags {
    /// Whether it is converted to the parameter's type; else it has to be of the type.
    pub coerce: bool,
    /// Whether a script block waits for objects of the pipeline.
    pub delay: bool,
}

impl Binding {
    /// Binds a value to a parameter; false if it does not fit, or waits for the pipeline.
    pub(super) fn bind(
        &mut self,
        rs: &mut Runspace,
        sets: u32,
        index: usize,
        value: Value,
        flags: Flags,
    ) -> Bound<bool> {
        if flags.delay && is_block(&value) {
            let parameter = self.parameter(index);
            if parameter.takes_pipeline_in(sets) && !parameter.holds_blocks() {
                return self.delay(index, value);
            }
        }
        match self.bind_value(rs, index, value, flags) {
            // Without conversion a value that would need one is left for the next attempt.
            Err(Failure::Refused(refusal)) if !flags.coerce && refusal.cast => Ok(false),
            other => other,
        }
    }

    fn delay(&mut self, index: usize, block: Value) -> Bound<bool> {
        let meta = &self.parameter(index).meta;
        if !self.expects_input {
            let text = format!(
                "Cannot evaluate parameter '{}' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.",
                meta.name
            );
            return Err(Refusal::new("ScriptBlockArgumentNoInput", text)
                .category(Category::MetadataError)
                .parameter(&meta.name)
                .types(Some(&meta.ty), None)
                .into());
        }
        if !self.delayed.iter().any(|(i, _)| *i == index) {
            self.delayed.push((index, block.clone()));
        }
        self.mark_bound(index);
        self.record(index, block);
        Ok(false)
    }

    /// Binds a value to a parameter at once.
    pub(super) fn bind_value(
        &mut self,
        rs: &mut Runspace,
        index: usize,
        value: Value,
        flags: Flags,
    ) -> Bound<bool> {
        let plan = self.plan.clone();
        let parameter = &plan.parameters[index];
        let Some(value) = self.fit(rs, parameter, value, flags)? else { return Ok(false) };
        self.store(index, value);
        Ok(true)
    }

    /// The value as the parameter takes it; `None` if it would have to be converted and may not.
    fn fit(
        &self,
        rs: &mut Runspace,
        parameter: &Planned,
        value: Value,
        flags: Flags,
    ) -> Bound<Option<Value>> {
        let meta = &parameter.meta;
        let mut value = if let Value::Void = value { Value::Null } else { value };
        let needs_null = parameter.mandatory
            || parameter.has(|v| matches!(v, Validation::NotNull | Validation::NotNullOrEmpty));
        check_type_name(rs, meta, &value)?;
        for validation in &meta.validations {
            let Validation::Custom(attribute) = validation else { continue };
            if check::is_transformation(attribute) && (!value.is_null() || needs_null) {
                let engine = execution_context(rs.home_of_current());
                let arguments = vec![engine, value.clone()];
                value = rs
                    .call_method(attribute, "Transform", arguments)
                    .map_err(|error| refused(error, |e| Refusal::transformation(&meta.name, e)))?;
            }
        }
        if flags.coerce {
            if self.flavor != Flavor::Cmdlet {
                value = coerce::as_function(rs, &value, &meta.ty, self.flavor == Flavor::Advanced)
                    .map_err(|error| refused(error, |e| Refusal::transformation(&meta.name, e)))?;
            }
            value = coerce::coerce(rs, meta, &parameter.collection, value)?;
        } else {
            match coerce::as_it_is(parameter, value) {
                Some(fitting) => value = fitting,
                None => return Ok(None),
            }
        }
        if parameter.has(|v| matches!(v, Validation::Leaves(leaves) if leaves(&value))) {
            return Ok(None);
        }
        for validation in &meta.validations {
            check::check(rs, validation, &value).map_err(|error| {
                refused(error, |e| {
                    let text =
                        format!("Cannot validate argument on parameter '{}'. {}", meta.name, e.message());
                    Refusal::validation("ParameterArgumentValidationError", text)
                        .parameter(&meta.name)
                        .types(Some(&meta.ty), Some(&value))
                        .caused_by(e, Some("System.Management.Automation.ValidationMetadataException"))
                })
            })?;
        }
        if parameter.mandatory {
            check_not_empty(rs, parameter, &meta.ty, &value, true)?;
        }
        Ok(Some(value))
    }
}

/// An argument of a parameter with `[PSTypeName()]` has that name among its own, whatever its type is.
fn check_type_name(rs: &mut Runspace, meta: &ParameterMeta, value: &Value) -> Bound<()> {
    for validation in &meta.validations {
        let Validation::TypeName(wanted) = validation else { continue };
        if value.is_null() || rs.type_names(value).iter().any(|name| name.eq_ignore_case(wanted)) {
            continue;
        }
        return Err(Refusal::type_name(&meta.name, wanted).types(Some(&meta.ty), Some(value)).into());
    }
    Ok(())
}

/// A failed call as a refusal; what is no exception passes.
fn refused(error: pwsh_value::Error, refusal: impl FnOnce(&pwsh_value::Error) -> Refusal) -> Failure {
    if error.thrown().is_some() { refusal(&error).into() } else { error.into() }
}

/// Whether a value is a script block.
pub(super) fn is_block(value: &Value) -> bool {
    value.as_object().is_some_and(|obj| obj.get::<ScriptBlock>().is_some())
}

/// A mandatory parameter takes no null, no empty string and no empty collection unless it says so.
fn check_not_empty(
    rs: &mut Runspace,
    parameter: &Planned,
    ty: &Type,
    value: &Value,
    whole: bool,
) -> Bound<()> {
    let name = &parameter.meta.name;
    let refuse = |id, what: &str| {
        let text = format!("Cannot bind argument to parameter '{name}' because it is {what}.");
        Refusal::validation(id, text).parameter(name).types(Some(ty), Some(value))
    };
    if value.is_null() {
        let allowed = parameter.has(|v| matches!(v, Validation::AllowNull))
            || convert::rule::nullable(ty).is_some_and(|inner| inner == known().boolean);
        return match allowed {
            true => Ok(()),
            false => Err(refuse("ParameterArgumentValidationErrorNullNotAllowed", "null").into()),
        };
    }
    if *ty == known().string {
        let empty = value.as_string().is_some_and(|text| text.is_empty());
        if empty && !parameter.has(|v| matches!(v, Validation::AllowEmptyString)) {
            return Err(
                refuse("ParameterArgumentValidationErrorEmptyStringNotAllowed", "an empty string").into()
            );
        }
        return Ok(());
    }
    let element = match &parameter.collection {
        _ if !whole => return Ok(()),
        Collection::No => return Ok(()),
        Collection::Array(element) | Collection::List(Some(element)) => Some(element),
        Collection::List(None) => None,
    };
    let Some(items) = rs.enumerable(value)? else { return Ok(()) };
    if items.is_empty() && !parameter.has(|v| matches!(v, Validation::AllowEmptyCollection)) {
        return Err(match parameter.collection {
            Collection::Array(_) => {
                refuse("ParameterArgumentValidationErrorEmptyArrayNotAllowed", "an empty array")
            }
            _ => refuse("ParameterArgumentValidationErrorEmptyCollectionNotAllowed", "an empty collection"),
        }
        .into());
    }
    let object = known().object.clone();
    let element = element.unwrap_or(&object);
    if !element.is_value_type() {
        for item in &items {
            check_not_empty(rs, parameter, element, item, false)?;
        }
    }
    Ok(())
}

/// The value of a function's parameter that got no argument: its default in its type; without one, what an
/// unset variable of the type holds.
///
/// # Errors
/// `ParameterBindingArgumentTransformationException` where the default does not convert.
pub(crate) fn default_value(
    rs: &mut Runspace,
    meta: &ParameterMeta,
    written: Option<Value>,
) -> Result<Value> {
    let k = known();
    match written {
        Some(value) => {
            let value = if value.is_null() { Value::Null } else { value };
            coerce::as_function(rs, &value, &meta.ty, false)
                .map_err(|error| refused(error, |e| Refusal::transformation(&meta.name, e)).into_error())
        }
        None if [&k.string, &k.boolean, &k.switch_parameter].contains(&&meta.ty)
            || coerce::is_numeric(&meta.ty) =>
        {
            convert::to(rs, &Value::Null, &meta.ty)
        }
        None => Ok(Value::Null),
    }
}
