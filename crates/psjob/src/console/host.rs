//! The host that scripts of `psjob run` see: what PowerShell's console does with its calls.

use std::io;

use clixml::Text;
use psrp::enumeration::ErrorCategory;
use psrp::host::{HostCall, HostDefaultData, HostInfo, HostReturn, Size};
use psrp::record::ErrorRecord;

use super::color;
use super::progress::ProgressBar;
use super::prompt;
use super::terminal::Terminal;

/// ConsoleColor's gray and black, which PowerShell tells where a terminal does not.
const COLORS: (i32, i32) = (7, 0);

/// A terminal as a host.
pub struct ConsoleHost {
    terminal: Terminal,
    progress: ProgressBar,
    exit_code: Option<i32>,
}

/// Why a host call failed.
#[derive(Debug, thiserror::Error)]
pub enum CallFailure {
    /// The terminal cannot be used; for output, most often because its reader is gone.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A terminal has nothing of the kind.
    #[error("a method of the host that this console does not have was called")]
    NotSupported,
}

impl CallFailure {
    /// The error that the script sees.
    pub fn to_record(&self) -> ErrorRecord {
        ErrorRecord::new(
            self.to_string(),
            "System.Management.Automation.Host.HostException",
            "RemoteHostExecutionException",
            ErrorCategory::INVALID_OPERATION,
        )
    }
}

impl ConsoleHost {
    /// The host of this process.
    pub fn new() -> Self {
        ConsoleHost { terminal: Terminal::new(), progress: ProgressBar::new(), exit_code: None }
    }

    /// What a server is told of it.
    pub fn info(&self) -> HostInfo {
        let (columns, rows) = self.terminal.size();
        let size = Size { width: columns.into(), height: rows.into() };
        HostInfo {
            is_host_ui_null: false,
            is_host_raw_ui_null: false,
            is_host_null: false,
            default_data: Some(HostDefaultData {
                foreground_color: Some(COLORS.0),
                background_color: Some(COLORS.1),
                cursor_position: Some(Default::default()),
                window_position: Some(Default::default()),
                cursor_size: Some(25),
                buffer_size: Some(size),
                window_size: Some(size),
                max_window_size: Some(size),
                max_physical_window_size: Some(size),
                window_title: Some("psjob".into()),
            }),
            use_runspace_host: false,
        }
    }

    /// The code of the script's `exit`, if it has come to one.
    pub fn exit_code(&self) -> Option<i32> {
        self.exit_code
    }

    /// Where it writes.
    pub fn terminal(&mut self) -> &mut Terminal {
        &mut self.terminal
    }

    /// Puts out what waits: before a wait for more.
    pub fn flush(&mut self) -> io::Result<()> {
        self.terminal.flush()
    }

    /// Takes a progress bar away that is still shown.
    pub fn clear_progress(&mut self) -> io::Result<()> {
        self.progress.clear()
    }

    /// Does what a script asks of its host.
    pub fn call(&mut self, call: &HostCall) -> Result<HostReturn, CallFailure> {
        match call {
            HostCall::WriteProgress { record, .. } => {
                let (columns, _) = self.terminal.size();
                self.progress.show(record, columns)?;
                return Ok(HostReturn::Nothing);
            }
            HostCall::SetShouldExit { exit_code } => {
                self.exit_code = Some(*exit_code);
                return Ok(HostReturn::Nothing);
            }
            _ => self.progress.clear()?,
        }
        self.write(call).or_else(|failure| match failure {
            CallFailure::NotSupported => self.ask(call),
            io => Err(io),
        })
    }

    fn write(&mut self, call: &HostCall) -> Result<HostReturn, CallFailure> {
        let out = &mut self.terminal;
        match call {
            HostCall::Write { text } => out.write(&plain(text))?,
            HostCall::WriteLine { text } => out.write(&(plain(text) + "\n"))?,
            HostCall::WriteEmptyLine => out.write("\n")?,
            HostCall::WriteColored { foreground, background, text } => {
                let text = colored(out, *foreground, *background, &plain(text));
                out.write(&text)?;
            }
            HostCall::WriteLineColored { foreground, background, text } => {
                let text = colored(out, *foreground, *background, &plain(text));
                out.write(&(text + "\n"))?;
            }
            HostCall::WriteErrorLine { text } => out.write_error(&plain(text))?,
            HostCall::WriteWarningLine { text } => out.write(&format!("WARNING: {}\n", plain(text)))?,
            HostCall::WriteVerboseLine { text } => out.write(&format!("VERBOSE: {}\n", plain(text)))?,
            HostCall::WriteDebugLine { text } => out.write(&format!("DEBUG: {}\n", plain(text)))?,
            HostCall::NotifyBeginApplication
            | HostCall::NotifyEndApplication
            | HostCall::SetForegroundColor { .. }
            | HostCall::SetBackgroundColor { .. }
            | HostCall::SetCursorPosition { .. }
            | HostCall::SetWindowPosition { .. }
            | HostCall::SetCursorSize { .. }
            | HostCall::SetBufferSize { .. }
            | HostCall::SetWindowSize { .. }
            | HostCall::SetWindowTitle { .. }
            | HostCall::FlushInputBuffer => {}
            _ => return Err(CallFailure::NotSupported),
        }
        Ok(HostReturn::Nothing)
    }

    fn ask(&mut self, call: &HostCall) -> Result<HostReturn, CallFailure> {
        let terminal = &mut self.terminal;
        Ok(match call {
            HostCall::GetName => HostReturn::Text("psjob".into()),
            HostCall::ReadLine => text(terminal.read_line()?),
            HostCall::ReadLineAsSecureString => {
                prompt::secret(terminal)?.map_or(HostReturn::Nothing, HostReturn::SecureString)
            }
            HostCall::Prompt { caption, message, fields } => {
                prompt::heading(terminal, caption.as_ref(), message.as_ref())?;
                let mut answers = Vec::new();
                for field in fields {
                    let Some(answer) = prompt::field(terminal, field)? else { break };
                    answers.push((field.name.clone().unwrap_or_else(|| "".into()), answer.into()));
                }
                HostReturn::Fields(answers)
            }
            HostCall::PromptForCredential { prompt }
            | HostCall::PromptForCredentialWithOptions { prompt, .. } => {
                prompt::credential(terminal, prompt)?.map_or(HostReturn::Nothing, HostReturn::Credential)
            }
            HostCall::PromptForChoice { prompt, default } => {
                prompt::heading(terminal, prompt.caption.as_ref(), prompt.message.as_ref())?;
                let chosen = prompt::choice(terminal, prompt, Some(*default).filter(|index| *index >= 0))?;
                HostReturn::Number(chosen.ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?)
            }
            HostCall::PromptForChoices { prompt, defaults } => {
                prompt::heading(terminal, prompt.caption.as_ref(), prompt.message.as_ref())?;
                match prompt::choice(terminal, prompt, None)? {
                    Some(chosen) => HostReturn::Numbers(vec![chosen]),
                    None => HostReturn::Numbers(defaults.clone()),
                }
            }
            _ => return Err(CallFailure::NotSupported),
        })
    }
}

impl Default for ConsoleHost {
    fn default() -> Self {
        ConsoleHost::new()
    }
}

fn plain(text: &Option<Text>) -> String {
    text.as_ref().map(Text::to_string).unwrap_or_default()
}

fn text(line: Option<String>) -> HostReturn {
    line.map_or(HostReturn::Nothing, |line| HostReturn::Text(line.into()))
}

/// The text in colours, where they show and are not the ones that stand anyway.
fn colored(terminal: &Terminal, foreground: i32, background: i32, text: &str) -> String {
    let foreground = if foreground == COLORS.0 { -1 } else { foreground };
    let background = if background == COLORS.1 { -1 } else { background };
    let sequence = color::sequence(foreground, background);
    if terminal.is_colored() && !sequence.is_empty() {
        format!("{sequence}{text}{}", color::RESET)
    } else {
        text.into()
    }
}
