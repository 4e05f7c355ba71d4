//! The methods of a host that a server can call.

use std::fmt;

macro_rules! host_methods {
    ($($(#[$doc:meta])* $variant:ident = $number:literal, $name:literal, $void:literal;)*) => {
        /// A method of the client's host ([MS-PSRP] 2.2.3.17).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum HostMethod {
            $($(#[$doc])* $variant = $number,)*
        }

        impl HostMethod {
            /// All methods, by number.
            pub const ALL: &[HostMethod] = &[$(Self::$variant,)*];

            /// The number on the wire.
            pub fn number(self) -> i32 {
                self as i32
            }

            /// The method for a number on the wire, if there is one.
            pub fn from_number(number: i32) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)* _ => None }
            }

            /// The name that stands beside the number on the wire.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Whether the method gives nothing back: then the client sends no response, and the server does not
            /// learn of a failure.
            pub fn is_void(self) -> bool {
                match self { $(Self::$variant => $void,)* }
            }
        }
    };
}

host_methods! {
    /// PSHost.Name
    GetName = 1, "GetName", false;
    /// PSHost.Version
    GetVersion = 2, "GetVersion", false;
    /// PSHost.InstanceId
    GetInstanceId = 3, "GetInstanceId", false;
    /// PSHost.CurrentCulture
    GetCurrentCulture = 4, "GetCurrentCulture", false;
    /// PSHost.CurrentUICulture
    GetCurrentUiCulture = 5, "GetCurrentUICulture", false;
    /// PSHost.SetShouldExit(exit code)
    SetShouldExit = 6, "SetShouldExit", true;
    /// PSHost.EnterNestedPrompt()
    EnterNestedPrompt = 7, "EnterNestedPrompt", true;
    /// PSHost.ExitNestedPrompt()
    ExitNestedPrompt = 8, "ExitNestedPrompt", true;
    /// PSHost.NotifyBeginApplication()
    NotifyBeginApplication = 9, "NotifyBeginApplication", true;
    /// PSHost.NotifyEndApplication()
    NotifyEndApplication = 10, "NotifyEndApplication", true;
    /// PSHostUserInterface.ReadLine()
    ReadLine = 11, "ReadLine", false;
    /// PSHostUserInterface.ReadLineAsSecureString()
    ReadLineAsSecureString = 12, "ReadLineAsSecureString", false;
    /// PSHostUserInterface.Write(text)
    Write = 13, "Write1", true;
    /// PSHostUserInterface.Write(foreground, background, text)
    WriteColored = 14, "Write2", true;
    /// PSHostUserInterface.WriteLine()
    WriteEmptyLine = 15, "WriteLine1", true;
    /// PSHostUserInterface.WriteLine(text)
    WriteLine = 16, "WriteLine2", true;
    /// PSHostUserInterface.WriteLine(foreground, background, text)
    WriteLineColored = 17, "WriteLine3", true;
    /// PSHostUserInterface.WriteErrorLine(text)
    WriteErrorLine = 18, "WriteErrorLine", true;
    /// PSHostUserInterface.WriteDebugLine(text)
    WriteDebugLine = 19, "WriteDebugLine", true;
    /// PSHostUserInterface.WriteProgress(source id, record)
    WriteProgress = 20, "WriteProgress", true;
    /// PSHostUserInterface.WriteVerboseLine(text)
    WriteVerboseLine = 21, "WriteVerboseLine", true;
    /// PSHostUserInterface.WriteWarningLine(text)
    WriteWarningLine = 22, "WriteWarningLine", true;
    /// PSHostUserInterface.Prompt(caption, message, fields)
    Prompt = 23, "Prompt", false;
    /// PSHostUserInterface.PromptForCredential(caption, message, user, target)
    PromptForCredential = 24, "PromptForCredential1", false;
    /// PSHostUserInterface.PromptForCredential(caption, message, user, target, types, options)
    PromptForCredentialWithOptions = 25, "PromptForCredential2", false;
    /// PSHostUserInterface.PromptForChoice(caption, message, choices, default)
    PromptForChoice = 26, "PromptForChoice", false;
    /// PSHostRawUserInterface.ForegroundColor, read
    GetForegroundColor = 27, "GetForegroundColor", false;
    /// PSHostRawUserInterface.ForegroundColor, set
    SetForegroundColor = 28, "SetForegroundColor", true;
    /// PSHostRawUserInterface.BackgroundColor, read
    GetBackgroundColor = 29, "GetBackgroundColor", false;
    /// PSHostRawUserInterface.BackgroundColor, set
    SetBackgroundColor = 30, "SetBackgroundColor", true;
    /// PSHostRawUserInterface.CursorPosition, read
    GetCursorPosition = 31, "GetCursorPosition", false;
    /// PSHostRawUserInterface.CursorPosition, set
    SetCursorPosition = 32, "SetCursorPosition", true;
    /// PSHostRawUserInterface.WindowPosition, read
    GetWindowPosition = 33, "GetWindowPosition", false;
    /// PSHostRawUserInterface.WindowPosition, set
    SetWindowPosition = 34, "SetWindowPosition", true;
    /// PSHostRawUserInterface.CursorSize, read
    GetCursorSize = 35, "GetCursorSize", false;
    /// PSHostRawUserInterface.CursorSize, set
    SetCursorSize = 36, "SetCursorSize", true;
    /// PSHostRawUserInterface.BufferSize, read
    GetBufferSize = 37, "GetBufferSize", false;
    /// PSHostRawUserInterface.BufferSize, set
    SetBufferSize = 38, "SetBufferSize", true;
    /// PSHostRawUserInterface.WindowSize, read
    GetWindowSize = 39, "GetWindowSize", false;
    /// PSHostRawUserInterface.WindowSize, set
    SetWindowSize = 40, "SetWindowSize", true;
    /// PSHostRawUserInterface.WindowTitle, read
    GetWindowTitle = 41, "GetWindowTitle", false;
    /// PSHostRawUserInterface.WindowTitle, set
    SetWindowTitle = 42, "SetWindowTitle", true;
    /// PSHostRawUserInterface.MaxWindowSize
    GetMaxWindowSize = 43, "GetMaxWindowSize", false;
    /// PSHostRawUserInterface.MaxPhysicalWindowSize
    GetMaxPhysicalWindowSize = 44, "GetMaxPhysicalWindowSize", false;
    /// PSHostRawUserInterface.KeyAvailable
    GetKeyAvailable = 45, "GetKeyAvailable", false;
    /// PSHostRawUserInterface.ReadKey(options)
    ReadKey = 46, "ReadKey", false;
    /// PSHostRawUserInterface.FlushInputBuffer()
    FlushInputBuffer = 47, "FlushInputBuffer", true;
    /// PSHostRawUserInterface.SetBufferContents(rectangle, cell)
    FillBufferContents = 48, "SetBufferContents1", true;
    /// PSHostRawUserInterface.SetBufferContents(origin, cells)
    SetBufferContents = 49, "SetBufferContents2", true;
    /// PSHostRawUserInterface.GetBufferContents(rectangle)
    GetBufferContents = 50, "GetBufferContents", false;
    /// PSHostRawUserInterface.ScrollBufferContents(source, destination, clip, fill)
    ScrollBufferContents = 51, "ScrollBufferContents", true;
    /// IHostSupportsInteractiveSession.PushRunspace(runspace)
    PushRunspace = 52, "PushRunspace", true;
    /// IHostSupportsInteractiveSession.PopRunspace()
    PopRunspace = 53, "PopRunspace", true;
    /// IHostSupportsInteractiveSession.IsRunspacePushed
    GetIsRunspacePushed = 54, "GetIsRunspacePushed", false;
    /// IHostSupportsInteractiveSession.Runspace
    GetRunspace = 55, "GetRunspace", false;
    /// IHostUISupportsMultipleChoiceSelection.PromptForChoice(caption, message, choices, defaults)
    PromptForChoices = 56, "PromptForChoiceMultipleSelection", false;
}

impl fmt::Display for HostMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fifty_six_methods_are_found_by_their_number() {
        assert_eq!(HostMethod::ALL.len(), 56);
        for (&method, number) in HostMethod::ALL.iter().zip(1..) {
            assert_eq!(method.number(), number);
            assert_eq!(HostMethod::from_number(number), Some(method));
        }
        assert_eq!((HostMethod::from_number(0), HostMethod::from_number(57)), (None, None));
    }
}
