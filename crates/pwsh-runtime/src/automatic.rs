//! Automatic variables that are made when they are read.

use crate::runspace::Runspace;
use pwsh_value::payload::Dictionary;
use pwsh_value::{Name, Obj, Value};
use std::sync::LazyLock;

struct Names {
    error: Name,
    pwd: Name,
    this: Name,
    bound: Name,
    invocation: Name,
    cmdlet: Name,
    args: Name,
    input: Name,
    context: Name,
    script_root: Name,
    command_path: Name,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| Names {
    error: Name::intern("Error"),
    pwd: Name::intern("PWD"),
    this: Name::intern("this"),
    bound: Name::intern("PSBoundParameters"),
    invocation: Name::intern("MyInvocation"),
    cmdlet: Name::intern("PSCmdlet"),
    args: Name::intern("args"),
    input: Name::intern("input"),
    context: Name::intern("ExecutionContext"),
    script_root: Name::intern("PSScriptRoot"),
    command_path: Name::intern("PSCommandPath"),
});

/// The value of an automatic variable, `None` if the name is none of them here.
pub(crate) fn value(rs: &mut Runspace, name: Name) -> Option<Value> {
    let names = &*NAMES;
    if name == names.error {
        Some(Value::Object(rs.errors.clone()))
    } else if name == names.pwd {
        Some(rs.location_value())
    } else if name == names.this {
        rs.cur.this.clone()
    } else if name == names.bound {
        Some(bound_parameters(rs))
    } else if name == names.invocation {
        Some(rs.my_invocation())
    } else if name == names.cmdlet {
        rs.cmdlet_value()
    } else if name == names.context {
        Some(crate::facade::session_state::execution_context(rs.home_of_current()))
    } else if name == names.script_root {
        let file = script_file(rs);
        Some(file.rsplit_once('/').map_or("", |(folder, _)| folder).into())
    } else if name == names.command_path {
        Some(script_file(rs).into())
    } else if name == names.args {
        Some(Value::Object(Obj::array(Vec::new())))
    } else if name == names.input {
        rs.enumerator(Vec::new()).ok()
    } else {
        None
    }
}

/// The file of the running code, empty for none.
fn script_file(rs: &Runspace) -> String {
    let source = rs.cur.block.as_ref().map(|block| block.source());
    source.and_then(|source| source.file()).map(|file| file.to_string()).unwrap_or_default()
}

fn bound_parameters(rs: &Runspace) -> Value {
    let ty = pwsh_value::ty::named("System.Management.Automation.PSBoundParametersDictionary");
    let table = Obj::new(ty, Dictionary::new(pwsh_value::payload::Keys::IgnoreCase));
    if let (Some(table), Some(call)) = (table.get::<Dictionary>(), &rs.cur.call) {
        for (name, value) in &call.bound {
            table.set_str(name.clone(), value.clone());
        }
    }
    Value::Object(table)
}
