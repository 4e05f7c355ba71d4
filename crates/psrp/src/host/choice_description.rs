//! A choice of PromptForChoice.

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use crate::message::BodyError;

/// One of the answers that the user chooses from.
///
/// ```xml
/// <Obj><MS> <S N="label" /> <S N="helpMessage" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceDescription {
    /// The text; `&` stands before its hot key.
    pub label: Option<Text>,
    /// What it means.
    pub help_message: Option<Text>,
}

impl ChoiceDescription {
    pub(super) fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { label: object.required("label")?, help_message: object.required("helpMessage")? })
    }

    pub(super) fn to_value(&self) -> Value {
        Object::new()
            .with_member("label", self.label.clone())
            .with_member("helpMessage", self.help_message.clone())
            .into()
    }
}
