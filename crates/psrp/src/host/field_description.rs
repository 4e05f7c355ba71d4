//! A field of Prompt.

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::list;
use crate::message::BodyError;

/// One of the values that the user is asked for.
///
/// ```xml
/// <Obj><MS>
///   <S N="name" /> <S N="label" /> <S N="parameterTypeName" /> <S N="parameterTypeFullName" />
///   <S N="parameterAssemblyFullName" /> <S N="helpMessage" /> <B N="isMandatory" />
///   <Obj N="defaultValue" />                                                    only if there is one
///   <Obj N="metadata"> <LST /> </Obj> <B N="modifiedByRemotingProtocol" /> <B N="isFromRemoteHost" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FieldDescription {
    /// The name; the answer has it.
    pub name: Option<Text>,
    /// The text to show; `&` stands before its hot key.
    pub label: Option<Text>,
    /// The type's name, without namespace.
    pub parameter_type_name: Option<Text>,
    /// The type's name.
    pub parameter_type_full_name: Option<Text>,
    /// The type's name and assembly.
    pub parameter_assembly_full_name: Option<Text>,
    /// What it means.
    pub help_message: Option<Text>,
    /// The user has to give it.
    pub is_mandatory: bool,
    /// What counts if the user gives nothing.
    pub default_value: Option<Value>,
    /// The attributes of the parameter, a list.
    pub metadata: Vec<Value>,
    /// The client changed it, for one because it asks for a secret.
    pub modified_by_remoting_protocol: bool,
    /// It came from a remote host.
    pub is_from_remote_host: bool,
}

impl FieldDescription {
    pub(super) fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let metadata: &[Value] = object.required("metadata")?;
        Ok(Self {
            name: object.required("name")?,
            label: object.required("label")?,
            parameter_type_name: object.required("parameterTypeName")?,
            parameter_type_full_name: object.required("parameterTypeFullName")?,
            parameter_assembly_full_name: object.required("parameterAssemblyFullName")?,
            help_message: object.required("helpMessage")?,
            is_mandatory: object.required("isMandatory")?,
            default_value: object.get("defaultValue").cloned(),
            metadata: metadata.to_vec(),
            modified_by_remoting_protocol: object.required("modifiedByRemotingProtocol")?,
            is_from_remote_host: object.required("isFromRemoteHost")?,
        })
    }

    pub(super) fn to_value(&self) -> Value {
        Object::new()
            .with_member("name", self.name.clone())
            .with_member("label", self.label.clone())
            .with_member("parameterTypeName", self.parameter_type_name.clone())
            .with_member("parameterTypeFullName", self.parameter_type_full_name.clone())
            .with_member("parameterAssemblyFullName", self.parameter_assembly_full_name.clone())
            .with_member("helpMessage", self.help_message.clone())
            .with_member("isMandatory", self.is_mandatory)
            .with_optional("defaultValue", self.default_value.clone())
            .with_member("metadata", list(self.metadata.iter().cloned()))
            .with_member("modifiedByRemotingProtocol", self.modified_by_remoting_protocol)
            .with_member("isFromRemoteHost", self.is_from_remote_host)
            .into()
    }
}
