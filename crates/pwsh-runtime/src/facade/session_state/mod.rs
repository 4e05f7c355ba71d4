//! `$ExecutionContext` and what hangs on it: the session's state as script asks for it.

mod command_invocation_intrinsics;
mod engine_intrinsics;
mod path_intrinsics;
mod ps_variable_intrinsics;
mod state;

pub(super) use command_invocation_intrinsics::COMMAND_INVOCATION_INTRINSICS;
pub(super) use engine_intrinsics::ENGINE_INTRINSICS;
pub(super) use path_intrinsics::{PATH_INTRINSICS, unresolved};
pub(super) use ps_variable_intrinsics::PS_VARIABLE_INTRINSICS;
pub(super) use state::SESSION_STATE;

use crate::scope::ScopeId;
use pwsh_value::ty::named;
use pwsh_value::{Obj, Payload, Value};

/// The payload of all these objects: the module whose state is meant by its scope; `None`: wherever script runs.
#[derive(Clone, Copy)]
struct Of(Option<ScopeId>);

impl Payload for Of {}

impl Of {
    fn object(self, type_name: &str) -> Value {
        Value::Object(Obj::new(named(type_name), self))
    }
}

/// `$ExecutionContext` of the running code. `home`: the scope of its module.
pub(crate) fn execution_context(home: Option<ScopeId>) -> Value {
    Of(home).object("System.Management.Automation.EngineIntrinsics")
}

/// The state of a module, by its scope; `None`: the session's.
pub(crate) fn session_state(home: Option<ScopeId>) -> Value {
    Of(home).object("System.Management.Automation.SessionState")
}
