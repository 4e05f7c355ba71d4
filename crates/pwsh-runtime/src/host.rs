//! What a pipeline's owner does with its output, and what a host can be asked.

use crate::Runspace;
use crate::record::{ProgressRecord, Record};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// The far end of a pipeline's streams. Called on the pipeline's thread, at the moment of the write.
pub trait Output: Send + Sync {
    /// Takes an object of the output.
    fn output(&self, rs: &mut Runspace, value: Value) -> Result<()>;

    /// Takes a record of another stream.
    fn record(&self, rs: &mut Runspace, record: Record) -> Result<()>;
}

/// The pipelines that a client runs within the running one, between its statements (IsNested, [MS-PSRP] 2.2.2.10).
pub trait Nested: Send + Sync {
    /// Runs those that wait; each reports its own end.
    fn run_waiting(&self, rs: &mut Runspace);
}

/// A choice of [`Host::prompt_for_choice`].
pub struct Choice {
    /// The label, `&` before its key.
    pub label: PsString,
    /// The help text.
    pub help: PsString,
}

/// A field of [`Host::prompt`].
pub struct Field {
    /// The name, under which the answer is given.
    pub name: PsString,
    /// The label.
    pub label: PsString,
    /// The name of the type that the answer is converted to.
    pub type_name: PsString,
    /// The help text.
    pub help: PsString,
    /// Whether an answer must be given.
    pub mandatory: bool,
    /// The value without an answer.
    pub default: Value,
}

/// What [`Host::prompt_for_credential`] tells the user.
pub struct CredentialPrompt {
    /// The heading.
    pub caption: PsString,
    /// The text.
    pub message: PsString,
    /// The user name to begin with; empty for none.
    pub user: PsString,
    /// What the credential is for.
    pub target: PsString,
    /// The flags of `PSCredentialTypes`.
    pub types: i32,
    /// The flags of `PSCredentialUIOptions`.
    pub options: i32,
}

impl Default for CredentialPrompt {
    /// Of nothing, with PowerShell's own types (`Default`) and options (`ValidateUserNameSyntax`).
    fn default() -> Self {
        CredentialPrompt {
            caption: PsString::empty(),
            message: PsString::empty(),
            user: PsString::empty(),
            target: PsString::empty(),
            types: 3,
            options: 1,
        }
    }
}

/// The user at the other end ([MS-PSRP] 2.2.3.17). Every method may block until the user answers; a stop ends it.
pub trait Host: Send + Sync {
    /// `$Host.Name`.
    fn name(&self) -> PsString;
    /// Writes text in colours (by number, -1: the host's own), with a line end or without.
    fn write(
        &self,
        rs: &mut Runspace,
        text: &PsString,
        foreground: i32,
        background: i32,
        line: bool,
    ) -> Result<()>;
    /// Writes to the host's error display.
    fn write_error_line(&self, rs: &mut Runspace, text: &PsString) -> Result<()>;
    /// Writes a line to the host's warning, verbose or debug display.
    fn write_stream_line(
        &self,
        rs: &mut Runspace,
        stream: crate::pipeline::Write,
        text: &PsString,
    ) -> Result<()>;
    /// Shows how far an activity is; `source` tells several sources of records apart.
    fn write_progress(&self, rs: &mut Runspace, source: i64, record: &ProgressRecord) -> Result<()>;
    /// Reads a line.
    fn read_line(&self, rs: &mut Runspace) -> Result<PsString>;
    /// Reads a line unseen, as a `SecureString` object.
    fn read_secure_line(&self, rs: &mut Runspace) -> Result<Value>;
    /// Asks for several fields; gives their values in order.
    fn prompt(
        &self,
        rs: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        fields: &[Field],
    ) -> Result<Vec<Value>>;
    /// Asks to choose one; gives its position.
    fn prompt_for_choice(
        &self,
        rs: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        choices: &[Choice],
        default: i32,
    ) -> Result<i32>;
    /// Asks to choose any number; gives their positions.
    fn prompt_for_choices(
        &self,
        rs: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        choices: &[Choice],
        defaults: &[i32],
    ) -> Result<Vec<i32>>;
    /// Asks for a user name and password; null if the user refuses.
    fn prompt_for_credential(&self, rs: &mut Runspace, prompt: &CredentialPrompt) -> Result<Value>;
    /// Tells the host to end with this code when the pipeline is over.
    fn set_should_exit(&self, rs: &mut Runspace, code: i32) -> Result<()>;
    /// The `$Host.UI.RawUI` property of that name.
    fn raw_get(&self, rs: &mut Runspace, property: &str) -> Result<Value>;
    /// Sets a `$Host.UI.RawUI` property.
    fn raw_set(&self, rs: &mut Runspace, property: &str, value: Value) -> Result<()>;
    /// Calls any other method of the host, by its name in [MS-PSRP] 2.2.3.17.
    fn call(&self, rs: &mut Runspace, method: &str, arguments: &[Value]) -> Result<Value>;
    /// The width of the host's lines in columns, if it has a screen.
    fn width(&self) -> Option<usize>;
}

/// The error of a prompt where no host can show it.
pub fn not_interactive() -> Error {
    Error::new(
        "System.Management.Automation.Host.HostException",
        "A command that prompts the user failed because the host program or the command type does not support user \
         interaction. Try a host program that supports user interaction, such as the PowerShell Console, and remove \
         prompt-related commands from command types that do not support user interaction.",
    )
    .id("HostFunctionNotImplemented")
    .category(Category::NotImplemented)
}

/// The error of a question where no host can ask it.
pub fn question_not_interactive(message: &PsString) -> Error {
    Error::new(
        "System.Management.Automation.Host.HostException",
        format!(
            "A command that prompts the user failed because the host program or the command type does not support user \
             interaction. The host was attempting to request confirmation with the following message: {message}"
        ),
    )
    .id("HostFunctionNotImplemented")
    .category(Category::NotImplemented)
}

/// The output of a runspace in which nothing runs: what comes late is dropped.
pub struct Nowhere;

impl Output for Nowhere {
    fn output(&self, _: &mut Runspace, _: Value) -> Result<()> {
        Ok(())
    }

    fn record(&self, _: &mut Runspace, _: Record) -> Result<()> {
        Ok(())
    }
}

/// An output that keeps what it gets, for commands run on behalf of others and for tests.
#[derive(Default)]
pub struct Collected {
    /// The objects.
    pub output: parking_lot::Mutex<Vec<Value>>,
    /// The records, in order.
    pub records: parking_lot::Mutex<Vec<Record>>,
}

impl Output for Collected {
    fn output(&self, _: &mut Runspace, value: Value) -> Result<()> {
        self.output.lock().push(value);
        Ok(())
    }

    fn record(&self, _: &mut Runspace, record: Record) -> Result<()> {
        self.records.lock().push(record);
        Ok(())
    }
}
