//! `System.Management.Automation.VariablePath`.

use pwsh_syntax::ast::{VariablePath, VariableScope};
use pwsh_value::ty::{FacadeType, Hooks, constructor, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

/// The payload of a variable's path.
struct Path(VariablePath);

impl Payload for Path {}

/// A variable's path as an object.
pub(super) fn value(path: &VariablePath) -> Value {
    Value::Object(Obj::new(named("System.Management.Automation.VariablePath"), Path(path.clone())))
}

pub(super) const TYPES: &[&FacadeType] = &[&VARIABLE_PATH];

static VARIABLE_PATH: FacadeType = FacadeType {
    members: &[
        constructor("new(string path)", |call| Ok(value(&VariablePath::parse(&call.str(0).to_str())))),
        property("string UserPath {get;}", |call| Ok(call.this::<Path>().0.user_path().into())),
        property("bool IsGlobal {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Global).into())
        }),
        property("bool IsLocal {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Local).into())
        }),
        property("bool IsPrivate {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Private).into())
        }),
        property("bool IsScript {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Script).into())
        }),
        property("bool IsUnqualified {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Unscoped).into())
        }),
        property("bool IsUnscopedVariable {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Unscoped).into())
        }),
        property("bool IsVariable {get;}", |call| Ok(call.this::<Path>().0.drive_name().is_none().into())),
        property("bool IsDriveQualified {get;}", |call| {
            Ok((call.this::<Path>().0.scope() == VariableScope::Drive).into())
        }),
        property("string DriveName {get;}", |call| {
            Ok(call.this::<Path>().0.drive_name().map(PsString::from).into())
        }),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.VariablePath")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let path = this.cell().and_then(|obj| obj.get::<Path>());
    Ok(path.map_or_else(PsString::empty, |path| path.0.user_path().into()))
}
