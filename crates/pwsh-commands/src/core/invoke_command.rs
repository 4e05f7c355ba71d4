//! `Invoke-Command`, its part that runs here.

use pwsh_runtime::binder::Given;
use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg, Switch};
use pwsh_value::{Name, Obj, Result, Value};

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
    #[parameter(mandatory, position = 0, alias("Command"), set = "InProcess")]
    script_block: Option<ScriptBlockArg>,
    #[parameter(set = "InProcess")]
    no_new_scope: Switch,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(alias("Args"))]
    argument_list: Vec<Value>,
    input: Vec<Value>,
}

impl Cmdlet for InvokeCommand {
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
