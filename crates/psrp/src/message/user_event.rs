//! USER_EVENT ([MS-PSRP] 2.2.2.12): an event of the server's runspace that the client asked to be forwarded.

use clixml::tree::{Object, ObjectRef, Value};
use clixml::{DateTime, Text};
use uuid::Uuid;

use super::{Body, BodyError, MessageType};

/// An event, as `Register-EngineEvent -Forward` sends it.
///
/// ```xml
/// <Obj><MS>
///   <I32 N="PSEventArgs.EventIdentifier" /> <S N="PSEventArgs.SourceIdentifier" /> <DT N="PSEventArgs.TimeGenerated" />
///   <Obj N="PSEventArgs.Sender" /> <Obj N="PSEventArgs.SourceArgs" /> <Obj N="PSEventArgs.MessageData" />
///   <S N="PSEventArgs.ComputerName" /> <G N="PSEventArgs.RunspaceId" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct UserEvent {
    /// The event's number.
    pub event_identifier: i32,
    /// The event's name.
    pub source_identifier: Option<Text>,
    /// When.
    pub time_generated: DateTime,
    /// The object that raised it.
    pub sender: Value,
    /// Its arguments, a list.
    pub source_args: Value,
    /// What the subscription added.
    pub message_data: Value,
    /// Where; the client fills in its own name for the server if there is none.
    pub computer_name: Option<Text>,
    /// The runspace.
    pub runspace_id: Uuid,
}

impl Body for UserEvent {
    const KIND: MessageType = MessageType::UserEvent;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            event_identifier: object.required("PSEventArgs.EventIdentifier")?,
            source_identifier: object.required("PSEventArgs.SourceIdentifier")?,
            time_generated: object.required("PSEventArgs.TimeGenerated")?,
            sender: object.required("PSEventArgs.Sender")?,
            source_args: object.required("PSEventArgs.SourceArgs")?,
            message_data: object.required("PSEventArgs.MessageData")?,
            computer_name: object.required("PSEventArgs.ComputerName")?,
            runspace_id: object.required("PSEventArgs.RunspaceId")?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("PSEventArgs.EventIdentifier", self.event_identifier)
            .with_member("PSEventArgs.SourceIdentifier", self.source_identifier.clone())
            .with_member("PSEventArgs.TimeGenerated", self.time_generated)
            .with_member("PSEventArgs.Sender", self.sender.clone())
            .with_member("PSEventArgs.SourceArgs", self.source_args.clone())
            .with_member("PSEventArgs.MessageData", self.message_data.clone())
            .with_member("PSEventArgs.ComputerName", self.computer_name.clone())
            .with_member("PSEventArgs.RunspaceId", self.runspace_id)
            .into()
    }
}
