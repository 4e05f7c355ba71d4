//! A call of a host method.

use clixml::Text;
use clixml::tree::Value;

use super::{
    BufferCell, BufferCells, ChoiceDescription, Coordinates, FieldDescription, HostMethod, Rectangle, Size,
};
use crate::record::ProgressRecord;

/// A host method with its parameters. Colours are ConsoleColor numbers; -1 leaves the colour as it is.
#[derive(Debug, Clone, PartialEq)]
pub enum HostCall {
    /// [`HostMethod::GetName`]
    GetName,
    /// [`HostMethod::GetVersion`]
    GetVersion,
    /// [`HostMethod::GetInstanceId`]
    GetInstanceId,
    /// [`HostMethod::GetCurrentCulture`]
    GetCurrentCulture,
    /// [`HostMethod::GetCurrentUiCulture`]
    GetCurrentUiCulture,
    /// [`HostMethod::SetShouldExit`]
    SetShouldExit {
        /// The code to exit with.
        exit_code: i32,
    },
    /// [`HostMethod::EnterNestedPrompt`]
    EnterNestedPrompt,
    /// [`HostMethod::ExitNestedPrompt`]
    ExitNestedPrompt,
    /// [`HostMethod::NotifyBeginApplication`]
    NotifyBeginApplication,
    /// [`HostMethod::NotifyEndApplication`]
    NotifyEndApplication,
    /// [`HostMethod::ReadLine`]
    ReadLine,
    /// [`HostMethod::ReadLineAsSecureString`]
    ReadLineAsSecureString,
    /// [`HostMethod::Write`]
    Write {
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteColored`]
    WriteColored {
        /// The text's colour.
        foreground: i32,
        /// The colour behind it.
        background: i32,
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteEmptyLine`]
    WriteEmptyLine,
    /// [`HostMethod::WriteLine`]
    WriteLine {
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteLineColored`]
    WriteLineColored {
        /// The text's colour.
        foreground: i32,
        /// The colour behind it.
        background: i32,
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteErrorLine`]
    WriteErrorLine {
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteDebugLine`]
    WriteDebugLine {
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteProgress`]
    WriteProgress {
        /// Which of several sources the record is of.
        source_id: i64,
        /// The record.
        record: ProgressRecord,
    },
    /// [`HostMethod::WriteVerboseLine`]
    WriteVerboseLine {
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::WriteWarningLine`]
    WriteWarningLine {
        /// The text.
        text: Option<Text>,
    },
    /// [`HostMethod::Prompt`]
    Prompt {
        /// The heading.
        caption: Option<Text>,
        /// The text.
        message: Option<Text>,
        /// What is asked for.
        fields: Vec<FieldDescription>,
    },
    /// [`HostMethod::PromptForCredential`]
    PromptForCredential {
        /// What the user is told.
        prompt: CredentialPrompt,
    },
    /// [`HostMethod::PromptForCredentialWithOptions`]
    PromptForCredentialWithOptions {
        /// What the user is told.
        prompt: CredentialPrompt,
        /// The flags of PSCredentialTypes.
        types: i32,
        /// The flags of PSCredentialUIOptions.
        options: i32,
    },
    /// [`HostMethod::PromptForChoice`]
    PromptForChoice {
        /// What the user is told.
        prompt: ChoicePrompt,
        /// The index of the choice that counts if none is made; -1 for none.
        default: i32,
    },
    /// [`HostMethod::GetForegroundColor`]
    GetForegroundColor,
    /// [`HostMethod::SetForegroundColor`]
    SetForegroundColor {
        /// The colour.
        color: i32,
    },
    /// [`HostMethod::GetBackgroundColor`]
    GetBackgroundColor,
    /// [`HostMethod::SetBackgroundColor`]
    SetBackgroundColor {
        /// The colour.
        color: i32,
    },
    /// [`HostMethod::GetCursorPosition`]
    GetCursorPosition,
    /// [`HostMethod::SetCursorPosition`]
    SetCursorPosition {
        /// The place.
        position: Coordinates,
    },
    /// [`HostMethod::GetWindowPosition`]
    GetWindowPosition,
    /// [`HostMethod::SetWindowPosition`]
    SetWindowPosition {
        /// The place.
        position: Coordinates,
    },
    /// [`HostMethod::GetCursorSize`]
    GetCursorSize,
    /// [`HostMethod::SetCursorSize`]
    SetCursorSize {
        /// The part of a cell that it fills.
        percent: i32,
    },
    /// [`HostMethod::GetBufferSize`]
    GetBufferSize,
    /// [`HostMethod::SetBufferSize`]
    SetBufferSize {
        /// The size.
        size: Size,
    },
    /// [`HostMethod::GetWindowSize`]
    GetWindowSize,
    /// [`HostMethod::SetWindowSize`]
    SetWindowSize {
        /// The size.
        size: Size,
    },
    /// [`HostMethod::GetWindowTitle`]
    GetWindowTitle,
    /// [`HostMethod::SetWindowTitle`]
    SetWindowTitle {
        /// The title.
        title: Option<Text>,
    },
    /// [`HostMethod::GetMaxWindowSize`]
    GetMaxWindowSize,
    /// [`HostMethod::GetMaxPhysicalWindowSize`]
    GetMaxPhysicalWindowSize,
    /// [`HostMethod::GetKeyAvailable`]
    GetKeyAvailable,
    /// [`HostMethod::ReadKey`]
    ReadKey {
        /// The flags of ReadKeyOptions.
        options: i32,
    },
    /// [`HostMethod::FlushInputBuffer`]
    FlushInputBuffer,
    /// [`HostMethod::FillBufferContents`]
    FillBufferContents {
        /// The part of the buffer.
        rectangle: Rectangle,
        /// The cell to fill with.
        fill: BufferCell,
    },
    /// [`HostMethod::SetBufferContents`]
    SetBufferContents {
        /// Where the first cell goes.
        origin: Coordinates,
        /// The cells.
        contents: BufferCells,
    },
    /// [`HostMethod::GetBufferContents`]
    GetBufferContents {
        /// The part of the buffer.
        rectangle: Rectangle,
    },
    /// [`HostMethod::ScrollBufferContents`]
    ScrollBufferContents {
        /// The part to move.
        source: Rectangle,
        /// Where its first cell goes.
        destination: Coordinates,
        /// The part that may change.
        clip: Rectangle,
        /// The cell to fill with.
        fill: BufferCell,
    },
    /// [`HostMethod::PushRunspace`]
    PushRunspace {
        /// What stands for the runspace, which cannot travel.
        runspace: Value,
    },
    /// [`HostMethod::PopRunspace`]
    PopRunspace,
    /// [`HostMethod::GetIsRunspacePushed`]
    GetIsRunspacePushed,
    /// [`HostMethod::GetRunspace`]
    GetRunspace,
    /// [`HostMethod::PromptForChoices`]
    PromptForChoices {
        /// What the user is told.
        prompt: ChoicePrompt,
        /// The indices of the choices that count if none is made.
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
