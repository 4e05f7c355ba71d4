//! A call of a host method.

use clixml::Text;
use clixml::tree::Value;

use super::{
    BufferCell, BufferCells, ChoiceDescription, Coordinates, FieldDescription, HostMethod, Rectangle, Size,
};
use crate::record::ProgressRecord;

/// A host method with its parameters. Colours are ConsoleColor numbers; -1 leaves the colour as it is.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // the variants are documented at HostMethod, their fields are its parameters
pub enum HostCall {
    GetName,
    GetVersion,
    GetInstanceId,
    GetCurrentCulture,
    GetCurrentUiCulture,
    SetShouldExit {
        exit_code: i32,
    },
    EnterNestedPrompt,
    ExitNestedPrompt,
    NotifyBeginApplication,
    NotifyEndApplication,
    ReadLine,
    ReadLineAsSecureString,
    Write {
        text: Option<Text>,
    },
    WriteColored {
        foreground: i32,
        background: i32,
        text: Option<Text>,
    },
    WriteEmptyLine,
    WriteLine {
        text: Option<Text>,
    },
    WriteLineColored {
        foreground: i32,
        background: i32,
        text: Option<Text>,
    },
    WriteErrorLine {
        text: Option<Text>,
    },
    WriteDebugLine {
        text: Option<Text>,
    },
    WriteProgress {
        source_id: i64,
        record: ProgressRecord,
    },
    WriteVerboseLine {
        text: Option<Text>,
    },
    WriteWarningLine {
        text: Option<Text>,
    },
    Prompt {
        caption: Option<Text>,
        message: Option<Text>,
        fields: Vec<FieldDescription>,
    },
    PromptForCredential {
        prompt: CredentialPrompt,
    },
    PromptForCredentialWithOptions {
        prompt: CredentialPrompt,
        types: i32,
        options: i32,
    },
    PromptForChoice {
        prompt: ChoicePrompt,
        default: i32,
    },
    GetForegroundColor,
    SetForegroundColor {
        color: i32,
    },
    GetBackgroundColor,
    SetBackgroundColor {
        color: i32,
    },
    GetCursorPosition,
    SetCursorPosition {
        position: Coordinates,
    },
    GetWindowPosition,
    SetWindowPosition {
        position: Coordinates,
    },
    GetCursorSize,
    SetCursorSize {
        percent: i32,
    },
    GetBufferSize,
    SetBufferSize {
        size: Size,
    },
    GetWindowSize,
    SetWindowSize {
        size: Size,
    },
    GetWindowTitle,
    SetWindowTitle {
        title: Option<Text>,
    },
    GetMaxWindowSize,
    GetMaxPhysicalWindowSize,
    GetKeyAvailable,
    ReadKey {
        options: i32,
    },
    FlushInputBuffer,
    FillBufferContents {
        rectangle: Rectangle,
        fill: BufferCell,
    },
    SetBufferContents {
        origin: Coordinates,
        contents: BufferCells,
    },
    GetBufferContents {
        rectangle: Rectangle,
    },
    ScrollBufferContents {
        source: Rectangle,
        destination: Coordinates,
        clip: Rectangle,
        fill: BufferCell,
    },
    /// The runspace cannot travel; what stands for it is kept.
    PushRunspace {
        runspace: Value,
    },
    PopRunspace,
    GetIsRunspacePushed,
    GetRunspace,
    PromptForChoices {
        prompt: ChoicePrompt,
        defaults: Vec<i32>,
    },
}

/// What the user is told when asked for a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialPrompt {
    /// The heading.
    pub caption: Option<Text>,
    /// The text.
    pub message: Option<Text>,
    /// The user name to begin with.
    pub user_name: Option<Text>,
    /// What the credential is for.
    pub target_name: Option<Text>,
}

/// What the user is told when asked to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicePrompt {
    /// The heading.
    pub caption: Option<Text>,
    /// The text.
    pub message: Option<Text>,
    /// The answers.
    pub choices: Vec<ChoiceDescription>,
}

macro_rules! methods {
    ($($method:ident)*) => {
        impl HostCall {
            /// The method that is called.
            pub fn method(&self) -> HostMethod {
                match self { $(Self::$method { .. } => HostMethod::$method,)* }
            }
        }
    };
}

methods! {
    GetName GetVersion GetInstanceId GetCurrentCulture GetCurrentUiCulture SetShouldExit EnterNestedPrompt
    ExitNestedPrompt NotifyBeginApplication NotifyEndApplication ReadLine ReadLineAsSecureString Write WriteColored
    WriteEmptyLine WriteLine WriteLineColored WriteErrorLine WriteDebugLine WriteProgress WriteVerboseLine
    WriteWarningLine Prompt PromptForCredential PromptForCredentialWithOptions PromptForChoice GetForegroundColor
    SetForegroundColor GetBackgroundColor SetBackgroundColor GetCursorPosition SetCursorPosition GetWindowPosition
    SetWindowPosition GetCursorSize SetCursorSize GetBufferSize SetBufferSize GetWindowSize SetWindowSize
    GetWindowTitle SetWindowTitle GetMaxWindowSize GetMaxPhysicalWindowSize GetKeyAvailable ReadKey FlushInputBuffer
    FillBufferContents SetBufferContents GetBufferContents ScrollBufferContents PushRunspace PopRunspace
    GetIsRunspacePushed GetRunspace PromptForChoices
}
