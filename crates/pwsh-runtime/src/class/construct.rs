//! Making objects of a class.

use super::definition::Class;
use super::instance::Instance;
use super::method::{Candidate, run_chosen};
use crate::Runspace;
use pwsh_value::bind::{self, Arguments, Role};
use pwsh_value::ty::known;
use pwsh_value::{Obj, Result, Type, Value};
use std::sync::Arc;

/// `[ty]::new(arguments)` for a class.
///
/// # Errors
/// Those of the choice of a constructor, and what it or an initial value throws.
pub fn construct(rs: &mut Runspace, ty: &Type, arguments: Arguments<'_>) -> Result<Value> {
    let Some(class) = super::of(ty) else { return bind::construct(rs, ty, arguments) };
    class.initialize_statics(rs)?;
    let mut fields = Vec::with_capacity(class.fields.len());
    for field in &class.fields {
        fields.push(rs.default_value(&field.ty)?);
    }
    let object = Value::Object(Obj::new(ty.clone(), Instance::new(fields)));
    initialize(rs, &class, &object, arguments)?;
    Ok(object)
}

/// Gives the class's own properties their values, then runs the constructor, which calls the base's first.
fn initialize(rs: &mut Runspace, class: &Arc<Class>, object: &Value, arguments: Arguments<'_>) -> Result<()> {
    for at in class.first_own..class.fields.len() {
        let field = class.fields[at].clone();
        if let Some(default) = &field.default {
            let value = rs.eval_initializer(class, default, Some(object))?;
            class.store(rs, object, at, value).map_err(crate::member::as_statement_error)?;
        }
    }
    if class.constructors.is_empty() {
        if !arguments.values.is_empty() {
            return Err(bind::no_overload("new", arguments.values.len()));
        }
        return initialize_base(rs, class, object, Arguments::plain(&[]));
    }
    let candidates: Vec<Candidate> = class
        .constructors
        .iter()
        .map(|method| Candidate { class: class.clone(), method: method.clone() })
        .collect();
    run_chosen(rs, Role::Constructor, &class.name, &candidates, Some(object), arguments).map(drop)
}

/// What `: base(...)` does, or its absence.
fn initialize_base(
    rs: &mut Runspace,
    class: &Arc<Class>,
    object: &Value,
    arguments: Arguments<'_>,
) -> Result<()> {
    if let Some(base) = super::of(&class.base) {
        return initialize(rs, &base, object, arguments);
    }
    if class.base == known().object {
        return Ok(());
    }
    let made = bind::construct(rs, &class.base, arguments)?;
    if let (Some(instance), Some(made)) =
        (object.as_object().and_then(|obj| obj.get::<Instance>()), made.as_object())
        && !instance.has_base()
    {
        Instance::set_base(instance, made.clone());
    }
    Ok(())
}

impl Runspace {
    /// `base(...)` in the constructor that runs.
    pub(crate) fn call_base_constructor(&mut self, arguments: Vec<Value>) -> Result<Value> {
        let (Some(frame), Some(this)) = (self.cur.method.clone(), self.cur.this.clone()) else {
            return Ok(Value::Void);
        };
        initialize_base(self, &frame.class, &this, Arguments::plain(&arguments))?;
        Ok(Value::Void)
    }
}
