//! INIT_RUNSPACEPOOL ([MS-PSRP] 2.2.2.2): the client asks for a pool.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};
use crate::enumeration::{ApartmentState, PsThreadOptions};
use crate::host::HostInfo;

/// What a new pool should be.
///
/// ```xml
/// <Obj><MS>
///   <I32 N="MinRunspaces" /> <I32 N="MaxRunspaces" />
///   <Obj N="PSThreadOptions" /> <Obj N="ApartmentState" />      enumerations
///   <Obj N="ApplicationArguments" />                            primitive dictionary, or Nil
///   <Obj N="HostInfo" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct InitRunspacePool {
    /// How many runspaces the pool keeps at least.
    pub min_runspaces: i32,
    /// How many pipelines may run at once.
    pub max_runspaces: i32,
    /// The threads that pipelines run on.
    pub thread_options: PsThreadOptions,
    /// The COM apartment of those threads.
    pub apartment_state: ApartmentState,
    /// `$PSSenderInfo.ApplicationArguments`: the user's and the client's PSVersionTable.
    pub application_arguments: Value,
    /// The client's host.
    pub host_info: HostInfo,
}

impl Body for InitRunspacePool {
    const KIND: MessageType = MessageType::InitRunspacePool;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            min_runspaces: object.required("MinRunspaces")?,
            max_runspaces: object.required("MaxRunspaces")?,
            thread_options: object.required("PSThreadOptions")?,
            apartment_state: object.required("ApartmentState")?,
            application_arguments: object.required("ApplicationArguments")?,
            host_info: HostInfo::from_value(object.required("HostInfo")?)?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("MinRunspaces", self.min_runspaces)
            .with_member("MaxRunspaces", self.max_runspaces)
            .with_member("PSThreadOptions", self.thread_options)
            .with_member("ApartmentState", self.apartment_state)
            .with_member("ApplicationArguments", self.application_arguments.clone())
            .with_member("HostInfo", self.host_info.to_value())
            .into()
    }
}
