//! Progress records ([MS-PSRP] 2.2.2.25).

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use crate::enumeration::ProgressRecordType;
use crate::message::BodyError;

/// How far an activity is: the data of PROGRESS_RECORD, and a parameter of the host's WriteProgress.
///
/// ```xml
/// <Obj><MS>
///   <S N="Activity" /> <I32 N="ActivityId" /> <S N="StatusDescription" /> <S N="CurrentOperation" />
///   <I32 N="ParentActivityId" /> <I32 N="PercentComplete" /> <Obj N="Type" /> <I32 N="SecondsRemaining" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressRecord {
    /// What is done. PowerShell's client fails if it is empty.
    pub activity: Text,
    /// The activity's number, 0 or more.
    pub activity_id: i32,
    /// How it goes. PowerShell's client fails if it is empty.
    pub status_description: Text,
    /// The step.
    pub current_operation: Option<Text>,
    /// The number of the activity that this is a part of; -1 for none.
    pub parent_activity_id: i32,
    /// At most 100; -1 if it is not known.
    pub percent_complete: i32,
    /// Whether the activity goes on.
    pub kind: ProgressRecordType,
    /// -1 if they are not known.
    pub seconds_remaining: i32,
}

impl ProgressRecord {
    /// Reads the record.
    ///
    /// # Errors
    /// If a member is missing or has the wrong type.
    pub fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            activity: object.required("Activity")?,
            activity_id: object.required("ActivityId")?,
            status_description: object.required("StatusDescription")?,
            current_operation: object.required("CurrentOperation")?,
            parent_activity_id: object.required("ParentActivityId")?,
            percent_complete: object.required("PercentComplete")?,
            kind: object.required("Type")?,
            seconds_remaining: object.required("SecondsRemaining")?,
        })
    }

    /// The record as a tree.
    pub fn to_value(&self) -> Value {
        Object::new()
            .with_member("Activity", &self.activity)
            .with_member("ActivityId", self.activity_id)
            .with_member("StatusDescription", &self.status_description)
            .with_member("CurrentOperation", self.current_operation.clone())
            .with_member("ParentActivityId", self.parent_activity_id)
            .with_member("PercentComplete", self.percent_complete)
            .with_member("Type", self.kind)
            .with_member("SecondsRemaining", self.seconds_remaining)
            .into()
    }
}
