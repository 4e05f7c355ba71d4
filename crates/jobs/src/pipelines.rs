//! The pipelines that psjob asks for as a client.

use psrp::command::{Command, PowerShell, StreamMerges};
use psrp::enumeration::{ApartmentState, PipelineResultTypes, RemoteStreamOptions};
use psrp::host::HostInfo;
use psrp::message::CreatePipeline;

/// Commands whose streams come apart. `no_input`: they get none.
pub fn commands(commands: Vec<Command>, no_input: bool) -> CreatePipeline {
    create(commands, no_input)
}

/// A script whose output and errors the server formats and writes to the session's host, as at a prompt.
pub fn shown_script(text: &str, arguments: &[String]) -> CreatePipeline {
    let mut command = script(text, arguments);
    command.merge_mine = PipelineResultTypes::ERROR;
    command.merge_to = PipelineResultTypes::OUTPUT;
    command.merges = Some(StreamMerges { error: PipelineResultTypes::OUTPUT, ..StreamMerges::NONE });
    create(vec![command, out_default()], true)
}

/// A pipeline that formats its input and writes it to the session's host.
pub fn show_input() -> CreatePipeline {
    create(vec![out_default()], false)
}

/// [`shown_script`], and after it a statement that leaves with code 1 if the script's last command failed, as
/// `pwsh -Command` does.
pub fn shown_script_with_exit_code(text: &str, arguments: &[String]) -> CreatePipeline {
    let mut create = shown_script(text, arguments);
    create.power_shell.statements.push(vec![Command::script("if (-not $?) { exit 1 }")]);
    create
}

/// A script with positional arguments.
pub fn script(text: &str, arguments: &[String]) -> Command {
    arguments
        .iter()
        .fold(Command::script(text), |command, argument| command.with_parameter(None, argument.as_str()))
}

fn out_default() -> Command {
    let mut command = Command::named("Out-Default");
    command.use_local_scope = Some(true);
    command
}

fn create(commands: Vec<Command>, no_input: bool) -> CreatePipeline {
    CreatePipeline {
        power_shell: PowerShell::new(commands),
        no_input,
        apartment_state: ApartmentState::UNKNOWN,
        remote_stream_options: RemoteStreamOptions(0),
        add_to_history: false,
        host_info: HostInfo::OF_RUNSPACE,
        is_nested: false,
    }
}
