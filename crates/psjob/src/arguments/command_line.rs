//! psjob's own command line. The only place that knows clap.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::{Invocation, Run, Script, Serve, Show, Start, User, UserAction, Worker};

/// A job host that speaks the PowerShell Remoting Protocol.
///
/// In the place of pwsh it also takes pwsh's options: -s, -sshs, -CustomPipeName NAME -Command TEXT and those
/// that go with them.
#[derive(Parser)]
#[command(name = "psjob", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Starts a job.
    Start(StartArguments),
    /// Runs a script as `pwsh -c` does and exits with its code.
    Run(RunArguments),
    /// Serves clients of WinRM and of PowerShell over HTTP and HTTPS.
    Serve(ServeArguments),
    /// Shows and changes the accounts of the service.
    User(UserArguments),
    /// Runs sessions for a service, which starts it.
    #[command(hide = true)]
    Worker(WorkerArguments),
}

#[derive(Args)]
struct WorkerArguments {
    /// A further engine: its name, `=`, and its command line as a JSON array. May be given several times.
    #[arg(long = "engine", value_name = "NAME=COMMAND", value_parser = engine)]
    engines: Vec<(String, Vec<String>)>,
    /// The socket to listen on.
    socket: PathBuf,
}

fn engine(text: &str) -> Result<(String, Vec<String>), String> {
    let (name, command) = text.split_once('=').ok_or("expected NAME=COMMAND")?;
    let command =
        serde_json::from_str(command).map_err(|error| format!("expected an array of texts: {error}"))?;
    Ok((name.to_owned(), command))
}

#[derive(Args)]
struct ServeArguments {
    /// Reads the configuration from a file.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// An address without TLS, such as 127.0.0.1:5985; port 0 takes a free one. May be given several times.
    #[arg(long, value_name = "ADDRESS")]
    http: Vec<SocketAddr>,
    /// An address with TLS, such as 0.0.0.0:5986. May be given several times.
    #[arg(long, value_name = "ADDRESS")]
    https: Vec<SocketAddr>,
    /// The directory of accounts, certificate and workers.
    #[arg(long, value_name = "DIR")]
    state: Option<PathBuf>,
    /// Takes passwords over HTTP too: for tests, and behind a proxy that has TLS.
    #[arg(long)]
    allow_unencrypted: bool,
    /// Says where it serves, and as whom, by a line of JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct UserArguments {
    #[command(subcommand)]
    action: UserCommand,
    /// The directory of the service.
    #[arg(long, value_name = "DIR", global = true)]
    state: Option<PathBuf>,
}

#[derive(Subcommand)]
enum UserCommand {
    /// Adds an account; the password is asked for, or read from standard input.
    Add {
        /// The name that clients give.
        name: String,
        /// The account of the operating system that its sessions run as; your own if not given.
        #[arg(long = "as", value_name = "OSUSER")]
        os_account: Option<String>,
    },
    /// Removes an account.
    Remove {
        /// Its name.
        name: String,
    },
    /// Changes an account's password.
    Passwd {
        /// Its name.
        name: String,
    },
    /// Lists the accounts, each with the account of the operating system that it is.
    List,
}

impl From<UserCommand> for UserAction {
    fn from(command: UserCommand) -> Self {
        match command {
            UserCommand::Add { name, os_account } => UserAction::Add { name, os_account },
            UserCommand::Remove { name } => UserAction::Remove { name },
            UserCommand::Passwd { name } => UserAction::Passwd { name },
            UserCommand::List => UserAction::List,
        }
    }
}

#[derive(Args)]
struct StartArguments {
    /// Waits for the job and shows what it puts out as it comes; Ctrl+C stops it.
    #[arg(long, required = true)]
    wait: bool,
    /// The job's name; without it Job1.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    script: ScriptArguments,
    /// Writes a JSON object a line: what came, and from which stream.
    #[arg(long, conflicts_with = "clixml")]
    json: bool,
    /// Writes the output as one CLIXML document.
    #[arg(long)]
    clixml: bool,
}

#[derive(Args)]
struct RunArguments {
    #[command(flatten)]
    script: ScriptArguments,
}

#[derive(Args)]
struct ScriptArguments {
    /// The script's text.
    #[arg(value_name = "SCRIPT", required_unless_present = "file", conflicts_with = "file")]
    text: Option<String>,
    /// Reads the script from a file.
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// A positional argument for the script; may be given several times.
    #[arg(long = "arg", value_name = "VALUE", allow_hyphen_values = true)]
    arguments: Vec<String>,
}

impl From<ScriptArguments> for Script {
    fn from(script: ScriptArguments) -> Self {
        Script { text: script.text, file: script.file, arguments: script.arguments }
    }
}

/// Reads a command line, program's name first. What cannot be followed, and help that was asked for, is
/// printed; the error is the exit code then.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, i32> {
    let line = CommandLine::try_parse_from(arguments).map_err(|error| {
        // a closed stdout leaves nobody to print to
        let _ = error.print();
        error.exit_code()
    })?;
    Ok(match line.command {
        Command::Start(start) => Invocation::Start(Start {
            name: start.name,
            script: start.script.into(),
            show: match (start.json, start.clixml) {
                (true, _) => Show::Json,
                (_, true) => Show::Clixml,
                _ => Show::Text,
            },
        }),
        Command::Run(run) => Invocation::Run(Run { script: run.script.into() }),
        Command::Serve(serve) => Invocation::Serve(Serve {
            config: serve.config,
            http: serve.http,
            https: serve.https,
            state: serve.state,
            allow_unencrypted: serve.allow_unencrypted,
            json: serve.json,
        }),
        Command::User(user) => Invocation::User(User { state: user.state, action: user.action.into() }),
        Command::Worker(WorkerArguments { engines, socket }) => {
            Invocation::Worker(Worker { socket, engines })
        }
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn read(line: &[&str]) -> Result<Invocation, i32> {
        parse(std::iter::once("psjob").chain(line.iter().copied()).map(OsString::from))
    }

    #[test]
    fn the_command_line_is_well_formed() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn a_job_has_a_script_a_name_and_arguments() {
        let start = read(&["start", "--wait", "--name", "N", "1 + 1", "--arg", "-x", "--arg", "y", "--json"]);
        let script =
            Script { text: Some("1 + 1".into()), file: None, arguments: vec!["-x".into(), "y".into()] };
        let expected = Start { name: Some("N".into()), script, show: Show::Json };
        assert_eq!(start, Ok(Invocation::Start(expected)));
    }

    #[test]
    fn wrong_usage_is_exit_code_2() {
        for line in [
            &["start", "1"][..],
            &["start", "--wait"],
            &["start", "--wait", "--json", "--clixml", "1"],
            &["run"],
            &["run", "1", "--file", "f"],
            &["sing"],
            &[],
        ] {
            assert_eq!(read(line), Err(2), "{line:?}");
        }
        assert_eq!(read(&["--version"]), Err(0));
    }
}
