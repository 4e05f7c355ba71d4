//! `System.Management.Automation.Runspaces.Runspace`: a runspace of the process, as Get-Runspace gives it.

use super::runspace;
use crate::registry::RunspaceIdentity;
use pwsh_value::payload::Guid;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The payload: what is to be seen of the runspace. Holding it keeps no runspace alive.
pub struct RunspaceObject(pub Arc<RunspaceIdentity>);

impl Payload for RunspaceObject {}

impl RunspaceObject {
    /// The object for a runspace.
    pub fn object(identity: Arc<RunspaceIdentity>) -> Value {
        let ty = named("System.Management.Automation.Runspaces.LocalRunspace");
        Value::Object(Obj::new(ty, RunspaceObject(identity)))
    }
}

pub(super) static RUNSPACE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("static runspace DefaultRunspace {get;}", default_runspace),
        property("static bool CanUseDefaultRunspace {get;}", |_| Ok(Value::Bool(true))),
        property(
            "System.Management.Automation.Runspaces.PSThreadOptions ThreadOptions {get;}",
            thread_options,
        ),
        property("guid InstanceId {get;}", instance_id),
        property("int Id {get;}", |call| Ok(call.this::<RunspaceObject>().0.id.into())),
        property("string Name {get;}", |call| Ok(call.this::<RunspaceObject>().0.name().into())),
        property(
            "System.Management.Automation.Runspaces.RunspaceConnectionInfo ConnectionInfo {get;}",
            |_| Ok(Value::Null),
        ),
        property("System.Management.Automation.RunspaceStateInfo RunspaceStateInfo {get;}", state_info),
        property(
            "System.Management.Automation.Runspaces.RunspaceAvailability RunspaceAvailability {get;}",
            availability,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.Runspaces.Runspace")
};

pub(super) static LOCAL_RUNSPACE: FacadeType = FacadeType {
    base: "System.Management.Automation.Runspaces.Runspace",
    ..FacadeType::class("System.Management.Automation.Runspaces.LocalRunspace")
};

/// A runspace that lives is open: the rest of its life is spent before it is listed and after.
pub(super) static RUNSPACE_STATE_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Runspaces.RunspaceState State {get;}", state),
        property("System.Exception Reason {get;}", |_| Ok(Value::Null)),
    ],
    hooks: Hooks { to_string: Some(state_text), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.Runspaces.RunspaceStateInfo")
};

/// The runspace that the call is made in.
fn default_runspace(call: &mut Call<'_>) -> Result<Value> {
    Ok(RunspaceObject::object(runspace(call.cx).identity.clone()))
}

/// `UseCurrentThread`: whoever runs a pipeline brings the thread.
fn thread_options(_: &mut Call<'_>) -> Result<Value> {
    const USE_CURRENT_THREAD: i64 = 3;
    let ty = named("System.Management.Automation.Runspaces.PSThreadOptions");
    Ok(Value::enumeration(&ty, USE_CURRENT_THREAD))
}

fn instance_id(call: &mut Call<'_>) -> Result<Value> {
    let id = call.this::<RunspaceObject>().0.instance_id;
    Ok(Value::Object(Obj::new(named("System.Guid"), Guid(id))))
}

fn state_info(call: &mut Call<'_>) -> Result<Value> {
    let identity = call.this::<RunspaceObject>().0.clone();
    let ty = named("System.Management.Automation.Runspaces.RunspaceStateInfo");
    Ok(Value::Object(Obj::new(ty, RunspaceObject(identity))))
}

fn availability(call: &mut Call<'_>) -> Result<Value> {
    const AVAILABLE: i64 = 1;
    const BUSY: i64 = 3;
    let number = if call.this::<RunspaceObject>().0.is_busy() { BUSY } else { AVAILABLE };
    Ok(Value::enumeration(&named("System.Management.Automation.Runspaces.RunspaceAvailability"), number))
}

fn state(_: &mut Call<'_>) -> Result<Value> {
    const OPENED: i64 = 2;
    Ok(Value::enumeration(&named("System.Management.Automation.Runspaces.RunspaceState"), OPENED))
}

fn state_text(_: &mut dyn Context, _: &Value) -> Result<PsString> {
    Ok("Opened".into())
}
