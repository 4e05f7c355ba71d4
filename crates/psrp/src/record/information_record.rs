//! Information records ([MS-PSRP] 2.2.2.26): Write-Information and Write-Host.

use clixml::tree::{Object, ObjectRef, Value};
use clixml::{DateTime, Text};

use crate::message::BodyError;

/// The data of INFORMATION_RECORD.
///
/// ```xml
/// <Obj><MS>
///   <Obj N="MessageData" /> <S N="Source" /> <DT N="TimeGenerated" /> <Obj N="Tags" />   a list of S, never Nil
///   <S N="User" /> <S N="Computer" /> <U32 N="ProcessId" /> <U32 N="NativeThreadId" /> <U32 N="ManagedThreadId" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct InformationRecord {
    /// The object; for Write-Host a HostInformationMessage.
    pub message_data: Value,
    /// The script file or command.
    pub source: Option<Text>,
    /// When.
    pub time_generated: DateTime,
    /// The tags; Write-Host's is `PSHOST`.
    pub tags: Vec<Text>,
    /// Who.
    pub user: Option<Text>,
    /// Where.
    pub computer: Option<Text>,
    /// The process.
    pub process_id: u32,
    /// The thread, by the system's number.
    pub native_thread_id: u32,
    /// The thread, by .NET's number.
    pub managed_thread_id: u32,
}

const TAGS: [&str; 2] = [
    "System.Collections.Generic.List`1[[System.String, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, \
     PublicKeyToken=7cec85d7bea7798e]]",
    "System.Object",
];

impl InformationRecord {
    /// Reads the record.
    ///
    /// # Errors
    /// If a member that must be there is missing, or one has the wrong type.
    pub fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let tags: &[Value] = object.required("Tags")?;
        Ok(Self {
            message_data: object.required("MessageData")?,
            source: object.required("Source")?,
            time_generated: object.required("TimeGenerated")?,
            tags: tags.iter().map(Value::to).collect::<Result<_, _>>()?,
            user: object.required("User")?,
            computer: object.required("Computer")?,
            process_id: object.required("ProcessId")?,
            native_thread_id: object.required("NativeThreadId")?,
            managed_thread_id: object.required("ManagedThreadId")?,
        })
    }

    /// The record as a tree.
    pub fn to_value(&self) -> Value {
        Object::new()
            .with_member("MessageData", self.message_data.clone())
            .with_member("Source", self.source.clone())
            .with_member("TimeGenerated", self.time_generated)
            .with_member("Tags", Object::of_types(TAGS).with_list(&self.tags))
            .with_member("User", self.user.clone())
            .with_member("Computer", self.computer.clone())
            .with_member("ProcessId", self.process_id)
            .with_member("NativeThreadId", self.native_thread_id)
            .with_member("ManagedThreadId", self.managed_thread_id)
            .into()
    }
}
