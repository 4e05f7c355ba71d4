//! Errors ([MS-PSRP] 2.2.3.15).

use std::sync::Arc;

use clixml::Text;
use clixml::tree::{Members, Object, ObjectRef, Value};

use super::InvocationInfo;
use super::invocation_info::{MEMBER_PREFIXES, SERIALIZE_EXTENT};
use crate::enumeration::ErrorCategory;
use crate::message::BodyError;

/// An error: the data of ERROR_RECORD, the reason of a state, the answer of a host that failed.
///
/// ```xml
/// <Obj> <TN /> <ToString /> <MS>
///   <Obj N="Exception" /> <Obj N="TargetObject" /> <S N="FullyQualifiedErrorId" /> <Obj N="InvocationInfo" />
///   <I32 N="ErrorCategory_Category" /> <S N="ErrorCategory_Activity" /> ... Reason, TargetName, TargetType, Message
///   <S N="ErrorDetails_Message" /> <S N="ErrorDetails_RecommendedAction" />            if it has details
///   <B N="SerializeExtendedInfo" /> ... InvocationInfo_*, PipelineIterationInfo        if true
///   <S N="ErrorDetails_ScriptStackTrace" />                                            if it has one
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorRecord {
    /// The types of the object. A host's error has none.
    pub type_names: Option<Arc<[Text]>>,
    /// The text of the object.
    pub to_string: Option<Text>,
    /// The exception; its property `Message` is what is shown.
    pub exception: Value,
    /// The object that the error is about.
    pub target_object: Value,
    /// The error's id.
    pub fully_qualified_error_id: Option<Text>,
    /// The invocation as an object, which the client shows but does not take apart.
    pub invocation_info: Option<Value>,
    /// The kind of error.
    pub category: ErrorCategory,
    /// The command or operation.
    pub category_activity: Option<Text>,
    /// The exception's type, without namespace.
    pub category_reason: Option<Text>,
    /// The target's text.
    pub category_target_name: Option<Text>,
    /// The target's type, without namespace.
    pub category_target_type: Option<Text>,
    /// All of this as one line.
    pub category_message: Option<Text>,
    /// A text that takes the place of the exception's.
    pub details: Option<ErrorDetails>,
    /// The invocation member by member, and the pipeline's iterations; only where RemoteStreamOptions ask for it.
    pub extended: Option<(InvocationInfo, Value)>,
    /// The functions that the error came through.
    pub script_stack_trace: Option<Text>,
    /// Members of the object that are none of these, in their order.
    pub others: Vec<(Text, Value)>,
}

/// What replaces the exception's text when an error is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorDetails {
    /// The text.
    pub message: Option<Text>,
    /// What the user can do.
    pub recommended_action: Option<Text>,
}

const ERROR_RECORD: [&str; 2] = ["System.Management.Automation.ErrorRecord", "System.Object"];

const MEMBERS: [&str; 15] = [
    "Exception",
    "TargetObject",
    "FullyQualifiedErrorId",
    "InvocationInfo",
    "ErrorCategory_Category",
    "ErrorCategory_Activity",
    "ErrorCategory_Reason",
    "ErrorCategory_TargetName",
    "ErrorCategory_TargetType",
    "ErrorCategory_Message",
    "ErrorDetails_Message",
    "ErrorDetails_RecommendedAction",
    "SerializeExtendedInfo",
    "PipelineIterationInfo",
    "ErrorDetails_ScriptStackTrace",
];

impl ErrorRecord {
    /// An error without a script behind it, as a server reports its own. `exception_type` is the full name of the
    /// .NET exception.
    pub fn new(
        message: impl Into<Text>,
        exception_type: &str,
        id: impl Into<Text>,
        category: ErrorCategory,
    ) -> Self {
        let message = message.into();
        let reason = exception_type.rsplit('.').next().unwrap_or(exception_type);
        let exception = Object::of_types([exception_type, "System.Exception", "System.Object"])
            .with_to_string(format!("{exception_type}: {message}"))
            .with_property("Message", message.clone())
            .with_property("InnerException", Value::Null)
            .with_property("StackTrace", Value::Null);
        Self {
            type_names: Some(ERROR_RECORD.iter().map(|&name| name.into()).collect()),
            to_string: Some(message),
            exception: exception.into(),
            target_object: Value::Null,
            fully_qualified_error_id: Some(id.into()),
            invocation_info: Some(Value::Null),
            category,
            category_activity: Some("".into()),
            category_reason: Some(reason.into()),
            category_target_name: Some("".into()),
            category_target_type: Some("".into()),
            category_message: Some(format!("{category}: (:) [], {reason}").into()),
            details: None,
            extended: None,
            script_stack_trace: None,
            others: Vec::new(),
        }
    }

    /// The text to show: that of the details, or the exception's, or else the category's.
    pub fn message(&self) -> Option<Text> {
        if let Some(text) = self.details.as_ref().and_then(|details| details.message.clone()) {
            return Some(text);
        }
        let exception = self.exception.object();
        let message = exception.and_then(|exception| exception.optional::<Text>("Message").ok().flatten());
        message.filter(|text| !text.is_empty()).or_else(|| self.category_message.clone())
    }

    /// Reads the record.
    ///
    /// # Errors
    /// If a member that must be there is missing, or one has the wrong type.
    pub fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let details = if object.get("ErrorDetails_Message").is_some() {
            Some(ErrorDetails {
                message: object.optional("ErrorDetails_Message")?,
                recommended_action: object.optional("ErrorDetails_RecommendedAction")?,
            })
        } else {
            None
        };
        let extended = if object.required("SerializeExtendedInfo")? {
            Some((InvocationInfo::from_record(object)?, object.required("PipelineIterationInfo")?))
        } else {
            None
        };
        Ok(Self {
            type_names: object.type_names.clone(),
            to_string: object.to_string.clone(),
            exception: object.required("Exception")?,
            target_object: object.required("TargetObject")?,
            fully_qualified_error_id: object.required("FullyQualifiedErrorId")?,
            invocation_info: object.get("InvocationInfo").cloned(),
            category: object.required("ErrorCategory_Category")?,
            category_activity: object.required("ErrorCategory_Activity")?,
            category_reason: object.required("ErrorCategory_Reason")?,
            category_target_name: object.required("ErrorCategory_TargetName")?,
            category_target_type: object.required("ErrorCategory_TargetType")?,
            category_message: object.required("ErrorCategory_Message")?,
            details,
            extended,
            script_stack_trace: object.optional("ErrorDetails_ScriptStackTrace")?,
            others: other_members(object, &MEMBERS),
        })
    }

    /// The record as a tree.
    pub fn to_value(&self) -> Value {
        let mut record = Object::new();
        record.type_names.clone_from(&self.type_names);
        record.to_string.clone_from(&self.to_string);
        record = record
            .with_member("Exception", self.exception.clone())
            .with_member("TargetObject", self.target_object.clone())
            .with_member("FullyQualifiedErrorId", self.fully_qualified_error_id.clone())
            .with_optional("InvocationInfo", self.invocation_info.clone())
            .with_member("ErrorCategory_Category", self.category.0)
            .with_member("ErrorCategory_Activity", self.category_activity.clone())
            .with_member("ErrorCategory_Reason", self.category_reason.clone())
            .with_member("ErrorCategory_TargetName", self.category_target_name.clone())
            .with_member("ErrorCategory_TargetType", self.category_target_type.clone())
            .with_member("ErrorCategory_Message", self.category_message.clone());
        if let Some(details) = &self.details {
            record = record
                .with_member("ErrorDetails_Message", details.message.clone())
                .with_member("ErrorDetails_RecommendedAction", details.recommended_action.clone());
        }
        record = record.with_member("SerializeExtendedInfo", self.extended.is_some());
        if let Some((invocation, iterations)) = &self.extended {
            record =
                invocation.add_to_record(record).with_member("PipelineIterationInfo", iterations.clone());
        }
        record = record.with_optional("ErrorDetails_ScriptStackTrace", self.script_stack_trace.clone());
        for (name, value) in &self.others {
            record = record.with_member(name, value.clone());
        }
        record.into()
    }
}

/// The extended members of a record that are not named here, and not those of its invocation.
pub(super) fn other_members(object: &Object, known: &[&str]) -> Vec<(Text, Value)> {
    let is_known = |name: &Text| {
        known.iter().any(|known| name.eq_ignore_case(known))
            || name.eq_ignore_case(SERIALIZE_EXTENT)
            || MEMBER_PREFIXES.iter().any(|prefix| name.as_wtf8().starts_with(prefix.as_bytes()))
    };
    let members = object.members.iter().flat_map(Members::iter);
    members.filter(|(name, _)| !is_known(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_shown_is_that_of_the_details_first() {
        let mut record = ErrorRecord::new("text", "System.IO.IOException", "Id", ErrorCategory::READ_ERROR);
        assert_eq!(record.message(), Some("text".into()));
        assert_eq!(record.category_message, Some("ReadError: (:) [], IOException".into()));
        record.details = Some(ErrorDetails { message: Some("instead".into()), recommended_action: None });
        assert_eq!(record.message(), Some("instead".into()));
    }

    #[test]
    fn a_record_without_a_script_is_read_back() {
        let record = ErrorRecord::new("text", "System.IO.IOException", "Id", ErrorCategory::READ_ERROR);
        assert_eq!(ErrorRecord::from_value(&record.to_value()), Ok(record));
    }

    #[test]
    fn a_wrong_type_in_a_required_member_is_named() {
        let value = Object::new().with_member("SerializeExtendedInfo", "no");
        let error = ErrorRecord::from_value(&value.into()).expect_err("a string is no B");
        assert_eq!(error.to_string(), "expected B in member SerializeExtendedInfo, found S");
    }
}
