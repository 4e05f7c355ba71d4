//! Warnings, verbose and debug messages ([MS-PSRP] 2.2.3.16).

use std::sync::Arc;

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::InvocationInfo;
use super::error_record::other_members;
use crate::message::BodyError;

/// A message with what is known about the command that wrote it: the data of WARNING_RECORD, VERBOSE_RECORD and
/// DEBUG_RECORD.
///
/// ```xml
/// <Obj> <TN /> <ToString /> <MS>
///   <S N="InformationalRecord_Message" /> <B N="InformationalRecord_SerializeInvocationInfo" />
///   ... InvocationInfo_*  <Obj N="InformationalRecord_PipelineIterationInfo" />        if true
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct InformationalRecord {
    /// The types of the object.
    pub type_names: Option<Arc<[Text]>>,
    /// The text of the object.
    pub to_string: Option<Text>,
    /// The message.
    pub message: Option<Text>,
    /// The invocation, and the pipeline's iterations.
    pub invocation: Option<(InvocationInfo, Value)>,
    /// Members of the object that are none of these, in their order.
    pub others: Vec<(Text, Value)>,
}

const MESSAGE: &str = "InformationalRecord_Message";
const SERIALIZE: &str = "InformationalRecord_SerializeInvocationInfo";
const ITERATIONS: &str = "InformationalRecord_PipelineIterationInfo";

impl InformationalRecord {
    /// A message without a command. `type_name` is the record's, WarningRecord for one.
    pub fn new(type_name: &str, message: impl Into<Text>) -> Self {
        let message = message.into();
        let names = [
            Text::from(format!("System.Management.Automation.{type_name}")),
            "System.Management.Automation.InformationalRecord".into(),
            "System.Object".into(),
        ];
        Self {
            type_names: Some(names.into()),
            to_string: Some(message.clone()),
            message: Some(message),
            invocation: None,
            others: Vec::new(),
        }
    }

    /// Reads the record.
    ///
    /// # Errors
    /// If a member that must be there is missing, or one has the wrong type.
    pub fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let invocation = if object.required(SERIALIZE)? {
            Some((InvocationInfo::from_record(object)?, object.required(ITERATIONS)?))
        } else {
            None
        };
        Ok(Self {
            type_names: object.type_names.clone(),
            to_string: object.to_string.clone(),
            message: object.required(MESSAGE)?,
            invocation,
            others: other_members(object, &[MESSAGE, SERIALIZE, ITERATIONS]),
        })
    }

    /// The record as a tree.
    pub fn to_value(&self) -> Value {
        let mut record = Object::new();
        record.type_names.clone_from(&self.type_names);
        record.to_string.clone_from(&self.to_string);
        record = record
            .with_member(MESSAGE, self.message.clone())
            .with_member(SERIALIZE, self.invocation.is_some());
        if let Some((invocation, iterations)) = &self.invocation {
            record = invocation.add_to_record(record).with_member(ITERATIONS, iterations.clone());
        }
        for (name, value) in &self.others {
            record = record.with_member(name, value.clone());
        }
        record.into()
    }
}
