//! The parameters of host calls on the wire ([MS-PSRP] 2.2.6): numbers for enumerations, objects without type names
//! for structures, plain lists for collections.

use clixml::tree::{FromValue, Value};

use super::call::{ChoicePrompt, CredentialPrompt};
use super::{BufferCells, ChoiceDescription, FieldDescription, HostCall, HostMethod, list};
use crate::message::BodyError;
use crate::record::ProgressRecord;

/// The parameters of one call, read one after the other.
struct Parameters<'a> {
    method: HostMethod,
    values: &'a [Value],
    next: usize,
}

impl<'a> Parameters<'a> {
    fn value(&mut self) -> Result<&'a Value, BodyError> {
        let missing =
            BodyError::Parameters { method: self.method, expected: self.next + 1, found: self.values.len() };
        let value = self.values.get(self.next).ok_or(missing)?;
        self.next += 1;
        Ok(value)
    }

    fn next<T: FromValue<'a>>(&mut self) -> Result<T, BodyError> {
        Ok(self.value()?.to()?)
    }

    fn list<T>(&mut self, item: fn(&Value) -> Result<T, BodyError>) -> Result<Vec<T>, BodyError> {
        let items: &[Value] = self.next()?;
        items.iter().map(item).collect()
    }

    fn credential_prompt(&mut self) -> Result<CredentialPrompt, BodyError> {
        Ok(CredentialPrompt {
            caption: self.next()?,
            message: self.next()?,
            user_name: self.next()?,
            target_name: self.next()?,
        })
    }

    fn choice_prompt(&mut self) -> Result<ChoicePrompt, BodyError> {
        Ok(ChoicePrompt {
            caption: self.next()?,
            message: self.next()?,
            choices: self.list(ChoiceDescription::from_value)?,
        })
    }
}

impl HostCall {
    /// Reads the parameters of a method. More than it has are ignored.
    ///
    /// # Errors
    /// If there are too few, or one has the wrong type.
    pub fn from_parameters(method: HostMethod, values: &[Value]) -> Result<Self, BodyError> {
        let mut p = Parameters { method, values, next: 0 };
        Ok(match method {
            HostMethod::GetName => Self::GetName,
            HostMethod::GetVersion => Self::GetVersion,
            HostMethod::GetInstanceId => Self::GetInstanceId,
            HostMethod::GetCurrentCulture => Self::GetCurrentCulture,
            HostMethod::GetCurrentUiCulture => Self::GetCurrentUiCulture,
            HostMethod::SetShouldExit => Self::SetShouldExit { exit_code: p.next()? },
            HostMethod::EnterNestedPrompt => Self::EnterNestedPrompt,
            HostMethod::ExitNestedPrompt => Self::ExitNestedPrompt,
            HostMethod::NotifyBeginApplication => Self::NotifyBeginApplication,
            HostMethod::NotifyEndApplication => Self::NotifyEndApplication,
            HostMethod::ReadLine => Self::ReadLine,
            HostMethod::ReadLineAsSecureString => Self::ReadLineAsSecureString,
            HostMethod::Write => Self::Write { text: p.next()? },
            HostMethod::WriteColored => {
                Self::WriteColored { foreground: p.next()?, background: p.next()?, text: p.next()? }
            }
            HostMethod::WriteEmptyLine => Self::WriteEmptyLine,
            HostMethod::WriteLine => Self::WriteLine { text: p.next()? },
            HostMethod::WriteLineColored => {
                Self::WriteLineColored { foreground: p.next()?, background: p.next()?, text: p.next()? }
            }
            HostMethod::WriteErrorLine => Self::WriteErrorLine { text: p.next()? },
            HostMethod::WriteDebugLine => Self::WriteDebugLine { text: p.next()? },
            HostMethod::WriteProgress => {
                Self::WriteProgress { source_id: p.next()?, record: ProgressRecord::from_value(p.value()?)? }
            }
            HostMethod::WriteVerboseLine => Self::WriteVerboseLine { text: p.next()? },
            HostMethod::WriteWarningLine => Self::WriteWarningLine { text: p.next()? },
            HostMethod::Prompt => Self::Prompt {
                caption: p.next()?,
                message: p.next()?,
                fields: p.list(FieldDescription::from_value)?,
            },
            HostMethod::PromptForCredential => Self::PromptForCredential { prompt: p.credential_prompt()? },
            HostMethod::PromptForCredentialWithOptions => Self::PromptForCredentialWithOptions {
                prompt: p.credential_prompt()?,
                types: p.next()?,
                options: p.next()?,
            },
            HostMethod::PromptForChoice => {
                Self::PromptForChoice { prompt: p.choice_prompt()?, default: p.next()? }
            }
            HostMethod::GetForegroundColor => Self::GetForegroundColor,
            HostMethod::SetForegroundColor => Self::SetForegroundColor { color: p.next()? },
            HostMethod::GetBackgroundColor => Self::GetBackgroundColor,
            HostMethod::SetBackgroundColor => Self::SetBackgroundColor { color: p.next()? },
            HostMethod::GetCursorPosition => Self::GetCursorPosition,
            HostMethod::SetCursorPosition => Self::SetCursorPosition { position: p.next()? },
            HostMethod::GetWindowPosition => Self::GetWindowPosition,
            HostMethod::SetWindowPosition => Self::SetWindowPosition { position: p.next()? },
            HostMethod::GetCursorSize => Self::GetCursorSize,
            HostMethod::SetCursorSize => Self::SetCursorSize { percent: p.next()? },
            HostMethod::GetBufferSize => Self::GetBufferSize,
            HostMethod::SetBufferSize => Self::SetBufferSize { size: p.next()? },
            HostMethod::GetWindowSize => Self::GetWindowSize,
            HostMethod::SetWindowSize => Self::SetWindowSize { size: p.next()? },
            HostMethod::GetWindowTitle => Self::GetWindowTitle,
            HostMethod::SetWindowTitle => Self::SetWindowTitle { title: p.next()? },
            HostMethod::GetMaxWindowSize => Self::GetMaxWindowSize,
            HostMethod::GetMaxPhysicalWindowSize => Self::GetMaxPhysicalWindowSize,
            HostMethod::GetKeyAvailable => Self::GetKeyAvailable,
            HostMethod::ReadKey => Self::ReadKey { options: p.next()? },
            HostMethod::FlushInputBuffer => Self::FlushInputBuffer,
            HostMethod::FillBufferContents => {
                Self::FillBufferContents { rectangle: p.next()?, fill: p.next()? }
            }
            HostMethod::SetBufferContents => {
                Self::SetBufferContents { origin: p.next()?, contents: BufferCells::from_value(p.value()?)? }
            }
            HostMethod::GetBufferContents => Self::GetBufferContents { rectangle: p.next()? },
            HostMethod::ScrollBufferContents => Self::ScrollBufferContents {
                source: p.next()?,
                destination: p.next()?,
                clip: p.next()?,
                fill: p.next()?,
            },
            HostMethod::PushRunspace => Self::PushRunspace { runspace: p.next()? },
            HostMethod::PopRunspace => Self::PopRunspace,
            HostMethod::GetIsRunspacePushed => Self::GetIsRunspacePushed,
            HostMethod::GetRunspace => Self::GetRunspace,
            HostMethod::PromptForChoices => Self::PromptForChoices {
                prompt: p.choice_prompt()?,
                defaults: p.list(|value| Ok(value.to()?))?,
            },
        })
    }

    /// The parameters on the wire.
    pub fn to_parameters(&self) -> Vec<Value> {
        match self {
            Self::GetName
            | Self::GetVersion
            | Self::GetInstanceId
            | Self::GetCurrentCulture
            | Self::GetCurrentUiCulture
            | Self::EnterNestedPrompt
            | Self::ExitNestedPrompt
            | Self::NotifyBeginApplication
            | Self::NotifyEndApplication
            | Self::ReadLine
            | Self::ReadLineAsSecureString
            | Self::WriteEmptyLine
            | Self::GetForegroundColor
            | Self::GetBackgroundColor
            | Self::GetCursorPosition
            | Self::GetWindowPosition
            | Self::GetCursorSize
            | Self::GetBufferSize
            | Self::GetWindowSize
            | Self::GetWindowTitle
            | Self::GetMaxWindowSize
            | Self::GetMaxPhysicalWindowSize
            | Self::GetKeyAvailable
            | Self::FlushInputBuffer
            | Self::PopRunspace
            | Self::GetIsRunspacePushed
            | Self::GetRunspace => Vec::new(),
            Self::SetShouldExit { exit_code: number }
            | Self::SetForegroundColor { color: number }
            | Self::SetBackgroundColor { color: number }
            | Self::SetCursorSize { percent: number }
            | Self::ReadKey { options: number } => vec![(*number).into()],
            Self::Write { text }
            | Self::WriteLine { text }
            | Self::WriteErrorLine { text }
            | Self::WriteDebugLine { text }
            | Self::WriteVerboseLine { text }
            | Self::WriteWarningLine { text }
            | Self::SetWindowTitle { title: text } => vec![text.as_ref().into()],
            Self::WriteColored { foreground, background, text }
            | Self::WriteLineColored { foreground, background, text } => {
                vec![(*foreground).into(), (*background).into(), text.as_ref().into()]
            }
            Self::WriteProgress { source_id, record } => vec![(*source_id).into(), record.to_value()],
            Self::Prompt { caption, message, fields } => {
                let fields = list(fields.iter().map(FieldDescription::to_value));
                vec![caption.as_ref().into(), message.as_ref().into(), fields.into()]
            }
            Self::PromptForCredential { prompt } => credential_parameters(prompt),
            Self::PromptForCredentialWithOptions { prompt, types, options } => {
                let mut parameters = credential_parameters(prompt);
                parameters.extend([(*types).into(), (*options).into()]);
                parameters
            }
            Self::PromptForChoice { prompt, default } => choice_parameters(prompt, (*default).into()),
            Self::SetCursorPosition { position } | Self::SetWindowPosition { position } => {
                vec![(*position).into()]
            }
            Self::SetBufferSize { size } | Self::SetWindowSize { size } => vec![(*size).into()],
            Self::FillBufferContents { rectangle, fill } => vec![(*rectangle).into(), (*fill).into()],
            Self::SetBufferContents { origin, contents } => vec![(*origin).into(), contents.to_value()],
            Self::GetBufferContents { rectangle } => vec![(*rectangle).into()],
            Self::ScrollBufferContents { source, destination, clip, fill } => {
                vec![(*source).into(), (*destination).into(), (*clip).into(), (*fill).into()]
            }
            Self::PushRunspace { runspace } => vec![runspace.clone()],
            // PowerShell's own encoding of an int[] is one that its client cannot read; a plain list it can
            Self::PromptForChoices { prompt, defaults } => {
                choice_parameters(prompt, list(defaults.iter().copied()).into())
            }
        }
    }
}

fn credential_parameters(prompt: &CredentialPrompt) -> Vec<Value> {
    [&prompt.caption, &prompt.message, &prompt.user_name, &prompt.target_name]
        .map(|text| text.as_ref().into())
        .into()
}

fn choice_parameters(prompt: &ChoicePrompt, defaults: Value) -> Vec<Value> {
    let choices = list(prompt.choices.iter().map(ChoiceDescription::to_value));
    vec![prompt.caption.as_ref().into(), prompt.message.as_ref().into(), choices.into(), defaults]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Size;

    #[test]
    fn a_call_with_too_few_parameters_is_refused() {
        let error = HostCall::from_parameters(HostMethod::WriteColored, &[1.into(), 2.into()]);
        assert_eq!(
            error,
            Err(BodyError::Parameters { method: HostMethod::WriteColored, expected: 3, found: 2 })
        );
    }

    #[test]
    fn a_parameter_of_the_wrong_type_is_refused() {
        let error = HostCall::from_parameters(HostMethod::SetWindowSize, &["80x25".into()]);
        assert!(matches!(error, Err(BodyError::Value(_))));
    }

    #[test]
    fn every_method_without_parameters_is_read_from_none() {
        for &method in HostMethod::ALL {
            if let Ok(call) = HostCall::from_parameters(method, &[]) {
                assert_eq!(call.method(), method);
                assert!(call.to_parameters().is_empty());
            }
        }
    }

    #[test]
    fn parameters_are_read_back() {
        let calls = [
            HostCall::SetWindowSize { size: Size { width: 80, height: 25 } },
            HostCall::WriteLine { text: None },
            HostCall::PromptForChoices {
                prompt: ChoicePrompt {
                    caption: Some("c".into()),
                    message: None,
                    choices: vec![ChoiceDescription { label: Some("&A".into()), help_message: None }],
                },
                defaults: vec![0],
            },
        ];
        for call in calls {
            assert_eq!(HostCall::from_parameters(call.method(), &call.to_parameters()), Ok(call));
        }
    }
}
