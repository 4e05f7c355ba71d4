//! `Start-Job`.

use super::unfit_argument::unfit_argument;
use bytes::Bytes;
use clixml::{Flavour, NoKey};
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, ScriptBlock, ScriptBlockArg, Switch};
use pwsh_runtime::job::{
    BackgroundCommand, BackgroundStart, ChildSink, Job, JobFailure, JobKind, JobParts, JobSink, JobSource,
    JobState, PlainCommand, plain_commands,
};
use pwsh_runtime::serialize::{DEFAULT_DEPTH, SerializeError, Serializer};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value, convert};
use std::path::PathBuf;
use std::sync::Arc;

/// Runs a script in a session of its own, in the background.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Start-Job",
    module = "Microsoft.PowerShell.Core",
    aliases("sajb"),
    default_set = "ComputerName",
    output("System.Management.Automation.PSRemotingJob"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096796"
)]
pub struct StartJob {
    #[parameter(position = 0, mandatory, set = "DefinitionName")]
    #[validate(not_null_or_empty)]
    definition_name: PsString,
    #[parameter(position = 1, set = "DefinitionName")]
    #[validate(not_null_or_empty)]
    definition_path: PsString,
    #[parameter(name = "Type", position = 2, set = "DefinitionName")]
    #[validate(not_null_or_empty)]
    definition_type: PsString,
    #[parameter(pipeline_by_name, set = "FilePathComputerName")]
    #[parameter(pipeline_by_name, set = "ComputerName")]
    #[parameter(pipeline_by_name, set = "LiteralFilePathComputerName")]
    name: Option<PsString>,
    #[parameter(position = 0, mandatory, alias("Command"), set = "ComputerName")]
    script_block: Option<ScriptBlockArg>,
    #[parameter(ty = "System.Management.Automation.PSCredential", set = "FilePathComputerName")]
    #[parameter(set = "ComputerName")]
    #[parameter(set = "LiteralFilePathComputerName")]
    credential: Value,
    #[parameter(position = 0, mandatory, set = "FilePathComputerName")]
    file_path: PsString,
    #[parameter(mandatory, alias("PSPath", "LP"), set = "LiteralFilePathComputerName")]
    literal_path: PsString,
    #[parameter(
        ty = "System.Management.Automation.Runspaces.AuthenticationMechanism",
        set = "FilePathComputerName"
    )]
    #[parameter(set = "ComputerName")]
    #[parameter(set = "LiteralFilePathComputerName")]
    authentication: Value,
    #[parameter(position = 1, set = "FilePathComputerName")]
    #[parameter(position = 1, set = "ComputerName")]
    #[parameter(position = 1, set = "LiteralFilePathComputerName")]
    initialization_script: Option<ScriptBlockArg>,
    #[parameter]
    #[validate(not_null_or_white_space)]
    working_directory: Option<PsString>,
    #[parameter(name = "RunAs32", set = "FilePathComputerName")]
    #[parameter(set = "ComputerName")]
    #[parameter(set = "LiteralFilePathComputerName")]
    run_as_32: Switch,
    #[parameter(name = "PSVersion", ty = "System.Version", set = "FilePathComputerName")]
    #[parameter(set = "ComputerName")]
    #[parameter(set = "LiteralFilePathComputerName")]
    #[validate(not_null_or_empty)]
    ps_version: Value,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline, set = "FilePathComputerName")]
    #[parameter(pipeline, set = "ComputerName")]
    #[parameter(pipeline, set = "LiteralFilePathComputerName")]
    input_object: Value,
    #[parameter(alias("Args"), set = "FilePathComputerName")]
    #[parameter(set = "ComputerName")]
    #[parameter(set = "LiteralFilePathComputerName")]
    argument_list: Vec<Value>,
    /// What comes through the pipeline.
    input: Vec<Value>,
}

impl Cmdlet for StartJob {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if !self.credential.is_null() {
            let text = "Starting a job as another user is not supported here: -Credential needs a host that can run as other accounts.";
            return Err(not_supported("CredentialNotSupported", text));
        }
        if io.is_bound("Authentication") && crate::enum_argument::number_of(&self.authentication) != 0 {
            let mechanism = convert::to_text(io.rs, &self.authentication)?;
            let text = format!(
                "The specified authentication mechanism \"{mechanism}\" is not supported. Only \"Default\" is supported for this operation."
            );
            let error = Error::new("System.Management.Automation.PSInvalidOperationException", text);
            return Err(error.id("InvalidOperation").category(Category::InvalidOperation));
        }
        if self.run_as_32.0 {
            let text = "Cannot start a 32-bit 'pwsh' process from the 64-bit 'pwsh' installation. Install the 32-bit 'pwsh' if you need to run PowerShell in a 32-bit process.";
            return Err(not_supported("RunAs32NotSupported", text));
        }
        if !self.ps_version.is_null() {
            return Err(self.refuse_version(io));
        }
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.call.expects_input || io.is_bound("InputObject") {
            self.input.push(self.input_object.clone());
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.rs.check_jobs_allowed()?;
        if io.set().is("DefinitionName") {
            let name = &self.definition_name;
            let text = if self.definition_type.is_empty() {
                format!("Cannot find a scheduled job with name {name}.")
            } else {
                format!("Cannot find a scheduled job with type {} and name {name}.", self.definition_type)
            };
            let error = Error::runtime("StartJobFromDefinitionNameNotFound", text);
            return io.write_error(error.category(Category::ObjectNotFound));
        }
        let Some(source) = io.rs.session.shared.jobs.get().cloned() else {
            return Err(not_supported("JobsNotSupported", "Nothing here runs background jobs."));
        };
        let (command, using) = self.command(io)?;
        let plain = match &self.script_block {
            Some(block) if self.argument_list.is_empty() => plain_commands(&block.0),
            _ => None,
        };
        let commands = match plain {
            Some(plain) => {
                let made = plain.into_iter().map(|command| self.plain(io, command));
                made.collect::<Result<_>>()?
            }
            None => vec![self.script(io, &command, using)?],
        };
        let mut input = Vec::with_capacity(self.input.len());
        for value in &self.input {
            input.push(Bytes::from(written(io.rs, value)?));
        }
        let start = BackgroundStart {
            commands,
            input: (io.call.expects_input || io.is_bound("InputObject")).then_some(input),
            start_script: self.initialization_script.as_ref().map(|block| text_of(&block.0).to_string()),
            working_directory: self.directory(io)?,
            environment: io.rs.session.process().environment(),
            has_host: io.rs.host.is_some(),
        };
        let job = begin(io.rs, &*source, start, self.name.clone(), command);
        io.rs.jobs.add(job.clone());
        io.write(Value::Object(job))
    }
}

/// The name of the argument that holds the values of `$using:` expressions.
const USING: &str = "--%";

impl StartJob {
    /// The script's text and the values that it uses of this runspace.
    fn command(&self, io: &mut Io<'_>) -> Result<(PsString, Option<Value>)> {
        if let Some(block) = &self.script_block {
            return Ok((text_of(&block.0), io.rs.using_values(&block.0)?));
        }
        let literal = io.set().is("LiteralFilePathComputerName");
        let given = if literal { &self.literal_path } else { &self.file_path };
        let path = io.rs.file_path(&given.to_str())?;
        if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ps1")) && path.exists() {
            let text = "The value of the FilePath parameter must be a PowerShell script file. Enter the path to a file with a .ps1 file name extension and try the command again.";
            return Err(Error::argument(text, "filePath").id("System.ArgumentException"));
        }
        let text = std::fs::read(&path).map_err(|_| {
            let shown = if literal { given.clone() } else { path.to_string_lossy().into_owned().into() };
            let text = format!("Cannot find path '{shown}' because it does not exist.");
            Error::new("System.Management.Automation.ItemNotFoundException", text)
                .id("PathNotFound")
                .category(Category::ObjectNotFound)
                .target(Value::String(shown))
        })?;
        let text = String::from_utf8_lossy(&text);
        let text: PsString = text.strip_prefix('\u{FEFF}').unwrap_or(&text).into();
        let block = io.rs.parse(&text.to_str())?;
        let using = io.rs.using_values(&ScriptBlock::object(block))?;
        Ok((text, using))
    }

    /// The job as a script with its arguments.
    fn script(&self, io: &mut Io<'_>, text: &PsString, using: Option<Value>) -> Result<BackgroundCommand> {
        let mut arguments = Vec::with_capacity(self.argument_list.len() + 1);
        for value in &self.argument_list {
            arguments.push((None, written(io.rs, value)?));
        }
        if let Some(using) = using {
            arguments.push((Some(USING.to_owned()), written(io.rs, &using)?));
        }
        Ok(BackgroundCommand { text: text.to_string(), is_script: true, arguments })
    }

    fn plain(&self, io: &mut Io<'_>, command: PlainCommand) -> Result<BackgroundCommand> {
        let mut arguments = Vec::with_capacity(command.arguments.len());
        for (name, value) in &command.arguments {
            arguments.push((name.as_ref().map(ToString::to_string), written(io.rs, value)?));
        }
        Ok(BackgroundCommand { text: command.name.to_string(), is_script: false, arguments })
    }

    fn directory(&self, io: &mut Io<'_>) -> Result<PathBuf> {
        let Some(given) = &self.working_directory else { return Ok(io.rs.location_path()) };
        let path = io.rs.file_path(&given.to_str())?;
        if path.is_dir() {
            return Ok(path);
        }
        let text = format!("Cannot find the WorkingDirectory path {}.", path.display());
        let error = Error::new("System.IO.DirectoryNotFoundException", text);
        Err(error.id("DirectoryNotFoundException").category(Category::InvalidOperation))
    }

    /// PowerShell 5.1 is a program of Windows; no other version may be asked for.
    fn refuse_version(&self, io: &mut Io<'_>) -> Error {
        let version = convert::to_text(io.rs, &self.ps_version).unwrap_or_else(|_| PsString::empty());
        if version.is("5.1") {
            let text = "Starting a job in Windows PowerShell 5.1 is not supported here.";
            return not_supported("PSVersionNotSupported", text);
        }
        let text = format!(
            "The value {version} is not valid for the PSVersion parameter. The only allowed value is 5.1."
        );
        unfit_argument("PSVersion", &text)
    }
}

fn not_supported(id: &str, text: &str) -> Error {
    Error::new("System.Management.Automation.PSNotSupportedException", text)
        .id(id)
        .category(Category::InvalidOperation)
}

fn text_of(block: &Obj) -> PsString {
    block.get::<ScriptBlock>().map_or_else(PsString::empty, |block| block.block.text().into())
}

/// A value as CLIXML.
fn written(rs: &mut Runspace, value: &Value) -> Result<Vec<u8>> {
    if value.is_null() {
        return Ok(Vec::new());
    }
    let mut serializer = Serializer::new(Flavour::Wire);
    match serializer.value(rs, value, DEFAULT_DEPTH, &NoKey) {
        Ok(()) => Ok(serializer.finish().to_vec()),
        Err(SerializeError::Unwind(error)) => Err(error),
        Err(SerializeError::Key(error)) => Err(not_supported("SecureStringNotSupported", &error.to_string())),
    }
}

/// Makes the job with its child and has it started.
fn begin(
    rs: &mut Runspace,
    source: &dyn JobSource,
    start: BackgroundStart,
    name: Option<PsString>,
    command: PsString,
) -> Obj {
    // the job has the number before its child's
    let id = rs.session.take_job_number();
    let child_id = rs.session.take_job_number();
    let child = Job::object(
        child_id,
        JobParts {
            kind: JobKind::BackgroundChild,
            name: None,
            command: command.clone(),
            location: "localhost".into(),
            type_name: PsString::empty(),
            children: Vec::new(),
        },
    );
    let parent = Job::object(
        id,
        JobParts {
            kind: JobKind::Background,
            name,
            command,
            location: "localhost".into(),
            type_name: "BackgroundJob".into(),
            children: vec![child.clone()],
        },
    );
    let sink = Arc::new(ChildSink { parent: parent.clone(), child: child.clone() });
    sink.changed(JobState::Running, None);
    match source.start(start, sink.clone()) {
        Ok(started) => {
            if let Some(child) = child.get::<Job>() {
                child.set_started(started);
            }
        }
        Err(reason) => sink.changed(JobState::Failed, Some(JobFailure::Session(reason))),
    }
    parent
}
