//! What a host method gives back.

use clixml::tree::{Object, Value};
use clixml::{SecureString, Text, Version};
use uuid::Uuid;

use super::{BufferCells, Coordinates, HASHTABLE, HostMethod, KeyInfo, PsCredential, Size, list};
use crate::message::BodyError;

/// The value that a host method returned. A user may give none where a text or credential was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum HostReturn {
    /// Nothing: a void method, or `$null`.
    Nothing,
    /// ReadLine, the names of host and cultures, the window's title.
    Text(Text),
    /// ReadLineAsSecureString
    SecureString(SecureString),
    /// Prompt: the values by the fields' names.
    Fields(Vec<(Text, Value)>),
    /// PromptForCredential
    Credential(PsCredential),
    /// PromptForChoice's index, a colour, the cursor's size.
    Number(i32),
    /// PromptForChoices: indices.
    Numbers(Vec<i32>),
    /// KeyAvailable and IsRunspacePushed
    Flag(bool),
    /// The version of the host.
    Version(Version),
    /// The id of the host.
    Id(Uuid),
    /// The position of cursor or window.
    Coordinates(Coordinates),
    /// The size of buffer or window.
    Size(Size),
    /// ReadKey
    Key(KeyInfo),
    /// GetBufferContents
    Cells(BufferCells),
    /// What has no form in the protocol: a runspace.
    Other(Value),
}

impl HostReturn {
    /// Reads what `method` returned.
    ///
    /// # Errors
    /// If the value is not of the method's type.
    pub fn from_value(method: HostMethod, value: &Value) -> Result<Self, BodyError> {
        use HostMethod as M;
        if value.is_null() {
            return Ok(Self::Nothing);
        }
        Ok(match method {
            M::GetName | M::GetCurrentCulture | M::GetCurrentUiCulture | M::ReadLine | M::GetWindowTitle => {
                Self::Text(value.to()?)
            }
            M::GetVersion => Self::Version(value.to()?),
            M::GetInstanceId => Self::Id(value.to()?),
            M::ReadLineAsSecureString => Self::SecureString(value.to::<&SecureString>()?.clone()),
            M::Prompt => {
                let entries: &[(Value, Value)] = value.to()?;
                let fields = entries.iter().map(|(name, value)| Ok((name.to()?, value.clone())));
                Self::Fields(fields.collect::<Result<_, BodyError>>()?)
            }
            M::PromptForCredential | M::PromptForCredentialWithOptions => {
                Self::Credential(PsCredential::from_value(value)?)
            }
            M::PromptForChoice | M::GetForegroundColor | M::GetBackgroundColor | M::GetCursorSize => {
                Self::Number(value.to()?)
            }
            M::PromptForChoices => {
                let items: &[Value] = value.to()?;
                Self::Numbers(items.iter().map(Value::to).collect::<Result<_, _>>()?)
            }
            M::GetKeyAvailable | M::GetIsRunspacePushed => Self::Flag(value.to()?),
            M::GetCursorPosition | M::GetWindowPosition => Self::Coordinates(value.to()?),
            M::GetBufferSize | M::GetWindowSize | M::GetMaxWindowSize | M::GetMaxPhysicalWindowSize => {
                Self::Size(value.to()?)
            }
            M::ReadKey => Self::Key(value.to()?),
            M::GetBufferContents => Self::Cells(BufferCells::from_value(value)?),
            _ => Self::Other(value.clone()),
        })
    }

    /// The value on the wire.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) => text.into(),
            Self::SecureString(secret) => secret.clone().into(),
            Self::Fields(fields) => {
                let entries = fields.iter().map(|(name, value)| (name, value.clone()));
                Object::of_types(HASHTABLE).with_dictionary(entries).into()
            }
            Self::Credential(credential) => credential.to_value(),
            Self::Number(number) => (*number).into(),
            Self::Numbers(numbers) => list(numbers.iter().copied()).into(),
            Self::Flag(flag) => (*flag).into(),
            Self::Version(version) => (*version).into(),
            Self::Id(id) => (*id).into(),
            Self::Coordinates(coordinates) => (*coordinates).into(),
            Self::Size(size) => (*size).into(),
            Self::Key(key) => (*key).into(),
            Self::Cells(cells) => cells.to_value(),
            Self::Other(value) => value.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_of_another_type_than_the_methods_is_refused() {
        let error = HostReturn::from_value(HostMethod::PromptForChoice, &"yes".into());
        assert!(matches!(error, Err(BodyError::Value(_))));
    }

    #[test]
    fn a_user_may_give_nothing() {
        for &method in HostMethod::ALL {
            assert_eq!(HostReturn::from_value(method, &Value::Null), Ok(HostReturn::Nothing));
        }
    }
}
