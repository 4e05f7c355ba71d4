//! `Start-Process`.

use super::processes::{Launch, payload};
use psjob_dotnet::diagnostics::process_start_info::StartInfo;
use pwsh_runtime::command::{Cmdlet, CommandTypes, HashtableArg, Io, Switch};
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Error, PsString, Result, Value, convert};
use std::fs::File;
use std::path::PathBuf;
use std::process::Stdio;

/// Starts a program beside the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Start-Process",
    module = "Microsoft.PowerShell.Management",
    aliases("saps"),
    default_set = "Default",
    should_process,
    output("System.Diagnostics.Process"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097141"
)]
pub struct StartProcess {
    #[parameter(mandatory, position = 0, alias("PSPath", "Path"))]
    #[validate(not_null_or_empty)]
    file_path: PsString,
    #[parameter(position = 1, alias("Args"))]
    argument_list: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", alias("RunAs"), set = "Default")]
    #[validate(not_null_or_empty)]
    credential: Value,
    #[parameter]
    #[validate(not_null_or_empty)]
    working_directory: PsString,
    #[parameter(alias("Lup"), set = "Default")]
    load_user_profile: Switch,
    #[parameter(alias("nnw"), set = "Default")]
    no_new_window: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter(alias("RSE"), set = "Default")]
    #[validate(not_null_or_empty)]
    redirect_standard_error: PsString,
    #[parameter(alias("RSI"), set = "Default")]
    #[validate(not_null_or_empty)]
    redirect_standard_input: PsString,
    #[parameter(alias("RSO"), set = "Default")]
    #[validate(not_null_or_empty)]
    redirect_standard_output: PsString,
    #[parameter(set = "UseShellExecute")]
    #[validate(not_null_or_empty)]
    verb: PsString,
    #[parameter(ty = "System.Diagnostics.ProcessWindowStyle")]
    #[validate(not_null_or_empty)]
    window_style: Value,
    #[parameter]
    wait: Switch,
    #[parameter(set = "Default")]
    use_new_environment: Switch,
    #[parameter]
    environment: Option<HashtableArg>,
}

impl Cmdlet for StartProcess {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.refuse_what_unix_lacks()?;
        let program = self.program(io)?;
        let line = self.argument_list.iter().map(PsString::to_string).collect::<Vec<_>>().join(" ");
        let target = format!("{} {}", program.display(), line.trim());
        let launch = match self.launch(io, program, line) {
            Ok(launch) => launch,
            Err(error) if error.thrown().is_some() => return io.write_error(error),
            Err(error) => return Err(error),
        };
        if !io.should_process(&target, "Start-Process")? {
            return Ok(());
        }
        let process = launch.start_process().map_err(|error| {
            invalid_operation(format!("This command cannot be run due to the error: {}", error.message()))
        })?;
        if self.pass_thru.0 {
            io.write(process.clone())?;
        }
        match payload(&process) {
            Some(started) if self.wait.0 => started.wait(io.rs, None).map(drop),
            _ => Ok(()),
        }
    }
}

impl StartProcess {
    fn refuse_what_unix_lacks(&self) -> Result<()> {
        let lacking = match () {
            () if !self.verb.is_empty() => "-Verb",
            () if !self.window_style.is_null() => "-WindowStyle",
            () if !self.credential.is_null() => "-Credential",
            () if self.load_user_profile.0 => "-LoadUserProfile",
            () => return Ok(()),
        };
        let text = format!(
            "The parameter '{lacking}' is not supported for the cmdlet 'Start-Process' on this edition of PowerShell."
        );
        Err(Error::new("System.NotSupportedException", text)
            .id("NotSupportedException")
            .category(Category::NotImplemented))
    }

    /// The program or script that the name means to a command, else the name as a path.
    fn program(&self, io: &mut Io<'_>) -> Result<PathBuf> {
        let kinds = CommandTypes::APPLICATION.with(CommandTypes::EXTERNAL_SCRIPT);
        let found = io.rs.commands_named(&self.file_path, kinds)?;
        let path = found.into_iter().find_map(|info| match info {
            pwsh_runtime::command::CommandInfo::Command(
                pwsh_runtime::command::CommandRef::Native(path)
                | pwsh_runtime::command::CommandRef::Script(path),
            ) => Some(path.to_path_buf()),
            _ => None,
        });
        Ok(path.unwrap_or_else(|| PathBuf::from(&*self.file_path.to_str())))
    }

    fn launch(&self, io: &mut Io<'_>, program: PathBuf, line: String) -> Result<Launch> {
        // Arguments are put together to one line and taken apart by .NET's rules.
        let info = StartInfo::new(io.rs);
        info.set_command(program.to_string_lossy().into_owned().into(), Some(line.into()));
        let (_, arguments) = info.command();
        let folder = match self.working_directory.is_empty() {
            true => io.rs.location_path(),
            false => io.rs.file_path(&self.working_directory.to_str())?,
        };
        if !folder.is_dir() {
            return Err(invalid_input("System.IO.DirectoryNotFoundException", "WorkingDirectory"));
        }
        self.refuse_same_files(io)?;
        let streams = [
            self.input(io)?,
            self.output(io, &self.redirect_standard_output)?,
            self.output(io, &self.redirect_standard_error)?,
        ];
        let environment = self.whole_environment(io)?;
        Ok(Launch { program, arguments, folder, environment, streams })
    }

    fn refuse_same_files(&self, io: &mut Io<'_>) -> Result<()> {
        let files = [
            ("RedirectStandardInput", &self.redirect_standard_input),
            ("RedirectStandardOutput", &self.redirect_standard_output),
            ("RedirectStandardError", &self.redirect_standard_error),
        ];
        for (at, (name, file)) in files.iter().enumerate() {
            for (other_name, other) in files.iter().skip(at + 1) {
                if file.is_empty() || other.is_empty() {
                    continue;
                }
                if io.rs.file_path(&file.to_str())? == io.rs.file_path(&other.to_str())? {
                    return Err(invalid_operation(format!(
                        "This command cannot be run because \"{name}\" and \"{other_name}\" are same. Give different inputs and Run your command again."
                    )));
                }
            }
        }
        Ok(())
    }

    fn input(&self, io: &mut Io<'_>) -> Result<Stdio> {
        if self.redirect_standard_input.is_empty() {
            return Ok(Stdio::null());
        }
        let path = io.rs.file_path(&self.redirect_standard_input.to_str())?;
        File::open(path).map(Stdio::from).map_err(|_| {
            let what = format!("RedirectStandardInput '{}'", self.redirect_standard_input);
            invalid_input("System.IO.FileNotFoundException", &what)
        })
    }

    fn output(&self, io: &mut Io<'_>, file: &PsString) -> Result<Stdio> {
        if file.is_empty() {
            return Ok(Stdio::null());
        }
        let path = io.rs.file_path(&file.to_str())?;
        File::create(&path).map(Stdio::from).map_err(|error| psjob_dotnet::io::failure::of(&error, &path))
    }

    /// The session's environment, or an empty one, with what -Environment changes; null takes a variable away.
    fn whole_environment(&self, io: &mut Io<'_>) -> Result<Vec<(String, String)>> {
        let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
        let mut all: Vec<(String, String)> = match self.use_new_environment.0 {
            true => Vec::new(),
            false => {
                let own = io.rs.session.process().environment();
                own.into_iter().map(|(name, value)| (text(name), text(value))).collect()
            }
        };
        let changes = self.environment.as_ref().and_then(|table| table.0.get::<Dictionary>());
        for (name, value) in changes.map(|table| table.entries()).unwrap_or_default() {
            let name = convert::to_text(io.rs, &name)?.to_string();
            all.retain(|(known, _)| *known != name);
            if !value.is_null() {
                all.push((name, convert::to_text(io.rs, &value)?.to_string()));
            }
        }
        Ok(all)
    }
}

fn invalid_operation(text: String) -> Error {
    Error::new("System.InvalidOperationException", text)
        .id("InvalidOperationException")
        .category(Category::InvalidOperation)
}

fn invalid_input(exception: &str, parameter: &str) -> Error {
    let text = format!(
        "This command cannot be run because either the parameter \"{parameter}\" has a value that is not valid or cannot be used with this command. Give a valid input and Run your command again."
    );
    let id = exception.rsplit('.').next().unwrap_or_default().to_owned();
    Error::new(exception, text).id(id).category(Category::InvalidOperation)
}
