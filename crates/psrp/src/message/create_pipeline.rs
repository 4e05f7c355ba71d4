//! CREATE_PIPELINE ([MS-PSRP] 2.2.2.10): the client runs commands.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};
use crate::command::PowerShell;
use crate::enumeration::{ApartmentState, RemoteStreamOptions};
use crate::host::HostInfo;

/// A pipeline to run.
///
/// ```xml
/// <Obj><MS>
///   <Obj N="PowerShell" />                                   the commands
///   <B N="NoInput" /> <Obj N="ApartmentState" /> <Obj N="RemoteStreamOptions" />
///   <B N="AddToHistory" /> <Obj N="HostInfo" /> <B N="IsNested" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CreatePipeline {
    /// The commands.
    pub power_shell: PowerShell,
    /// The pipeline gets no input; otherwise PIPELINE_INPUT messages and END_OF_PIPELINE_INPUT follow.
    pub no_input: bool,
    /// The COM apartment of its thread.
    pub apartment_state: ApartmentState,
    /// Which records carry information about their command.
    pub remote_stream_options: RemoteStreamOptions,
    /// Whether `Get-History` shows it.
    pub add_to_history: bool,
    /// The host for this pipeline.
    pub host_info: HostInfo,
    /// Run within the pipeline that keeps the runspace busy.
    pub is_nested: bool,
}

impl Body for CreatePipeline {
    const KIND: MessageType = MessageType::CreatePipeline;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            power_shell: PowerShell::from_value(object.required("PowerShell")?)?,
            no_input: object.required("NoInput")?,
            apartment_state: object.required("ApartmentState")?,
            remote_stream_options: object.required("RemoteStreamOptions")?,
            add_to_history: object.required("AddToHistory")?,
            host_info: HostInfo::from_value(object.required("HostInfo")?)?,
            // protocol 2.0 and 2.1 have it within the PowerShell object only
            is_nested: object.optional("IsNested")?.unwrap_or_default(),
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("PowerShell", self.power_shell.to_value())
            .with_member("NoInput", self.no_input)
            .with_member("ApartmentState", self.apartment_state)
            .with_member("RemoteStreamOptions", self.remote_stream_options)
            .with_member("AddToHistory", self.add_to_history)
            .with_member("HostInfo", self.host_info.to_value())
            .with_member("IsNested", self.is_nested)
            .into()
    }
}
