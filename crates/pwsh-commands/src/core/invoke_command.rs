//! `Invoke-Command`, its part that runs here.

use pwsh_runtime::binder::Given;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io, ScriptBlockArg, Switch};
use pwsh_value::{Category, Error, Name, Obj, PsString, Result, Value};

/// Runs a script block, in a scope of its own unless told otherwise.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Invoke-Command",
    module = "Microsoft.PowerShell.Core",
    aliases("icm"),
    default_set = "InProcess",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096789"
)]
pub struct InvokeCommand {
    #[parameter(ty = "System.Management.Automation.Runspaces.PSSession[]", position = 0, set = "Session")]
    #[parameter(position = 0, set = "FilePathRunspace")]
    #[validate(not_null_or_empty)]
    session: Value,
    #[parameter(alias("Cn"), position = 0, set = "ComputerName")]
    #[parameter(position = 0, set = "FilePathComputerName")]
    #[validate(not_null_or_empty)]
    computer_name: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name, set = "ComputerName")]
    #[parameter(pipeline_by_name, set = "Uri")]
    #[parameter(pipeline_by_name, set = "FilePathComputerName")]
    #[parameter(pipeline_by_name, set = "FilePathUri")]
    credential: Value,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "SSHHost")]
    #[validate(range(1, 65535))]
    port: i32,
    #[parameter(name = "UseSSL", set = "ComputerName")]
    #[parameter(set = "FilePathComputerName")]
    use_ssl: Switch,
    #[parameter(pipeline_by_name, set = "ComputerName")]
    #[parameter(pipeline_by_name, set = "Uri")]
    #[parameter(pipeline_by_name, set = "FilePathComputerName")]
    #[parameter(pipeline_by_name, set = "FilePathUri")]
    configuration_name: PsString,
    #[parameter(pipeline_by_name, set = "ComputerName")]
    #[parameter(pipeline_by_name, set = "FilePathComputerName")]
    application_name: PsString,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "Session")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "FilePathRunspace")]
    #[parameter(set = "FilePathUri")]
    throttle_limit: i32,
    #[parameter(ty = "System.Uri[]", alias("URI", "CU"), position = 0, set = "Uri")]
    #[parameter(position = 0, set = "FilePathUri")]
    #[validate(not_null_or_empty)]
    connection_uri: Value,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "Session")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "FilePathRunspace")]
    #[parameter(set = "FilePathUri")]
    #[parameter(set = "SSHHost")]
    #[parameter(set = "SSHHostHashParam")]
    #[parameter(set = "FilePathSSHHost")]
    #[parameter(set = "FilePathSSHHostHash")]
    as_job: Switch,
    #[parameter(alias("Disconnected"), set = "ComputerName")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathUri")]
    in_disconnected_session: Switch,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "FilePathComputerName")]
    #[validate(not_null_or_empty)]
    session_name: Vec<PsString>,
    #[parameter(alias("HCN"), set = "ComputerName")]
    #[parameter(set = "Session")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "FilePathRunspace")]
    #[parameter(set = "FilePathUri")]
    #[parameter(set = "SSHHost")]
    #[parameter(set = "SSHHostHashParam")]
    #[parameter(set = "FilePathSSHHost")]
    #[parameter(set = "FilePathSSHHostHash")]
    hide_computer_name: Switch,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "Session")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "FilePathRunspace")]
    #[parameter(set = "FilePathUri")]
    #[parameter(set = "SSHHostHashParam")]
    #[parameter(set = "SSHHost")]
    job_name: PsString,
    #[parameter(alias("Command"), position = 1, mandatory, set = "ComputerName")]
    #[parameter(position = 1, mandatory, set = "Session")]
    #[parameter(position = 1, mandatory, set = "Uri")]
    #[parameter(position = 0, mandatory, set = "InProcess")]
    #[parameter(position = 1, mandatory, set = "SSHHost")]
    #[parameter(position = 1, mandatory, set = "SSHHostHashParam")]
    #[validate(not_null)]
    script_block: Option<ScriptBlockArg>,
    #[parameter(set = "InProcess")]
    no_new_scope: Switch,
    #[parameter(alias("PSPath"), position = 1, mandatory, set = "FilePathComputerName")]
    #[parameter(position = 1, mandatory, set = "FilePathRunspace")]
    #[parameter(position = 1, mandatory, set = "FilePathUri")]
    #[parameter(mandatory, set = "FilePathSSHHost")]
    #[parameter(mandatory, set = "FilePathSSHHostHash")]
    #[validate(not_null)]
    file_path: PsString,
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathUri")]
    allow_redirection: Switch,
    #[parameter(ty = "System.Management.Automation.Remoting.PSSessionOption", set = "ComputerName")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "FilePathUri")]
    session_option: Value,
    #[parameter(ty = "System.Management.Automation.Runspaces.AuthenticationMechanism", set = "ComputerName")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathUri")]
    authentication: Value,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathUri")]
    enable_network_access: Switch,
    #[parameter(mandatory, set = "SSHHost")]
    #[parameter(mandatory, set = "FilePathSSHHost")]
    #[validate(not_null_or_empty)]
    host_name: Vec<PsString>,
    #[parameter(set = "SSHHost")]
    #[parameter(set = "FilePathSSHHost")]
    #[validate(not_null_or_empty)]
    user_name: PsString,
    #[parameter(alias("IdentityFilePath"), set = "SSHHost")]
    #[parameter(set = "FilePathSSHHost")]
    #[validate(not_null_or_empty)]
    key_file_path: PsString,
    #[parameter(set = "SSHHost")]
    #[parameter(set = "FilePathSSHHost")]
    subsystem: PsString,
    #[parameter(set = "SSHHost")]
    #[parameter(set = "FilePathSSHHost")]
    connecting_timeout: i32,
    #[parameter(name = "SSHTransport", set = "SSHHost")]
    #[parameter(set = "FilePathSSHHost")]
    #[validate(set("true"))]
    ssh_transport: Switch,
    #[parameter(
        name = "SSHConnection",
        ty = "System.Collections.Hashtable[]",
        mandatory,
        set = "SSHHostHashParam"
    )]
    #[parameter(mandatory, set = "FilePathSSHHostHash")]
    #[validate(not_null_or_empty)]
    ssh_connection: Value,
    #[parameter(set = "SSHHost")]
    #[parameter(set = "FilePathSSHHost")]
    #[validate(not_null_or_empty)]
    options: Option<HashtableArg>,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "Session")]
    #[parameter(set = "Uri")]
    #[parameter(set = "FilePathComputerName")]
    #[parameter(set = "FilePathRunspace")]
    #[parameter(set = "FilePathUri")]
    #[parameter(set = "SSHHost")]
    #[parameter(set = "SSHHostHashParam")]
    #[parameter(set = "FilePathSSHHost")]
    #[parameter(set = "FilePathSSHHostHash")]
    remote_debug: Switch,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(alias("Args"))]
    argument_list: Vec<Value>,
    #[parameter(set = "ComputerName")]
    #[parameter(set = "Uri")]
    certificate_thumbprint: PsString,
    input: Vec<Value>,
}

impl Cmdlet for InvokeCommand {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        match &*io.set().to_str() {
            "InProcess" => Ok(()),
            "ComputerName" | "FilePathComputerName" | "Uri" | "FilePathUri" => Err(no_client(
                "This parameter set requires WSMan, and no supported WSMan client library was found. WSMan is either not installed or unavailable for this system.",
            )),
            _ => Err(no_client("Running commands in other sessions is not supported here.")),
        }
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.call.expects_input || io.is_bound("InputObject") {
            self.input.push(self.input_object.clone());
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(block) = self.script_block.take() else { return Ok(()) };
        let given = self.argument_list.drain(..).map(|value| Given::Value { value, bare: false }).collect();
        let scope = io.rs.cur.scope;
        let name = Name::intern("input");
        let before = io.rs.scopes.find_in(scope, name).map(|found| io.rs.scopes.slot(found).value());
        io.rs.set_in(scope, name, Value::Object(Obj::array(std::mem::take(&mut self.input))));
        let result = io.rs.run_script_block(&block.0, !self.no_new_scope.0, given, io.call.streams);
        match before {
            Some(value) => io.rs.set_in(scope, name, value),
            None => {
                if let Some(found) = io.rs.scopes.find_in(scope, name) {
                    io.rs.scopes.remove(found);
                }
            }
        }
        result
    }
}

/// The error of a form that needs a client for remote sessions.
fn no_client(text: &str) -> Error {
    Error::new("System.Management.Automation.Remoting.PSRemotingTransportException", text)
        .id("System.Management.Automation.Remoting.PSRemotingDataStructureException")
        .category(Category::ResourceUnavailable)
}
