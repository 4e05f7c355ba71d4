//! The private commands by which PowerShell's client drives the server's debugger.

use super::PowerShell;

/// A command that is no command of the runspace: whoever runs pipelines handles it without running a script. A
/// server without a debugger answers it with an empty, completed pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DebuggerCommand {
    /// `__Set-PSDebugMode`
    SetDebugMode,
    /// `__Set-PSDebuggerAction`
    SetDebuggerAction,
    /// `__Get-PSDebuggerStopArgs`
    GetDebuggerStopArgs,
    /// `__Set-PSDebuggerStepMode`
    SetDebuggerStepMode,
    /// `__Set-PSUnhandledBreakpointMode`
    SetUnhandledBreakpointMode,
    /// `__Get-PSBreakpoint`
    GetBreakpoint,
    /// `__Set-PSBreakpoint`
    SetBreakpoint,
    /// `__Remove-PSBreakpoint`
    RemoveBreakpoint,
    /// `__Enable-PSBreakpoint`
    EnableBreakpoint,
    /// `__Disable-PSBreakpoint`
    DisableBreakpoint,
}

impl DebuggerCommand {
    /// The command that the pipeline consists of, if it is one of these.
    pub fn of(power_shell: &PowerShell) -> Option<Self> {
        let [statement] = power_shell.statements.as_slice() else { return None };
        let [command] = statement.as_slice() else { return None };
        if command.is_script {
            return None;
        }
        let commands = [
            ("__Set-PSDebugMode", Self::SetDebugMode),
            ("__Set-PSDebuggerAction", Self::SetDebuggerAction),
            ("__Get-PSDebuggerStopArgs", Self::GetDebuggerStopArgs),
            ("__Set-PSDebuggerStepMode", Self::SetDebuggerStepMode),
            ("__Set-PSUnhandledBreakpointMode", Self::SetUnhandledBreakpointMode),
            ("__Get-PSBreakpoint", Self::GetBreakpoint),
            ("__Set-PSBreakpoint", Self::SetBreakpoint),
            ("__Remove-PSBreakpoint", Self::RemoveBreakpoint),
            ("__Enable-PSBreakpoint", Self::EnableBreakpoint),
            ("__Disable-PSBreakpoint", Self::DisableBreakpoint),
        ];
        commands.into_iter().find(|(name, _)| command.text.eq_ignore_case(name)).map(|(_, command)| command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;

    #[test]
    fn only_a_lone_command_by_that_name_is_the_debuggers() {
        let of = |commands| DebuggerCommand::of(&PowerShell::new(commands));
        assert_eq!(of(vec![Command::named("__set-psdebugmode")]), Some(DebuggerCommand::SetDebugMode));
        assert_eq!(of(vec![Command::script("__Set-PSDebugMode")]), None);
        assert_eq!(of(vec![Command::named("__Set-PSDebugMode"), Command::named("Out-Null")]), None);
        assert_eq!(of(vec![Command::named("Get-Date")]), None);
    }
}
