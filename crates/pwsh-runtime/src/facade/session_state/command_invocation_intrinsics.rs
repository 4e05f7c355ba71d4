//! `System.Management.Automation.CommandInvocationIntrinsics`: `$ExecutionContext.InvokeCommand`.

use crate::binder::Given;
use crate::command::{CommandInfo, CommandTypes, ScriptBlock};
use crate::facade::collection::{collection, list};
use crate::facade::runspace;
use crate::runspace::Runspace;
use pwsh_value::ops::Case;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Context, Obj, PsString, Result, Value};

pub(in crate::facade) static COMMAND_INVOCATION_INTRINSICS: FacadeType = FacadeType {
    members: &[
        method("string ExpandString(string source)", expand_string),
        method(
            "System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type)",
            get_command,
        ),
        method("System.Management.Automation.CmdletInfo GetCmdlet(string commandName)", get_cmdlet),
        method(
            "System.Collections.Generic.List[System.Management.Automation.CmdletInfo] GetCmdlets()",
            get_cmdlets,
        ),
        method(
            "System.Collections.Generic.List[System.Management.Automation.CmdletInfo] GetCmdlets(string pattern)",
            get_cmdlets,
        ),
        method(
            "System.Collections.Generic.List[string] GetCommandName(string name, bool nameIsPattern, bool returnFullName)",
            get_command_name,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.Management.Automation.CommandInfo] GetCommands(string name, System.Management.Automation.CommandTypes commandTypes, bool nameIsPattern)",
            get_commands,
        ),
        method(
            "System.Collections.ObjectModel.Collection[psobject] InvokeScript(string script)",
            invoke_script,
        ),
        method(
            "System.Collections.ObjectModel.Collection[psobject] InvokeScript(string script, Params System.Object[] args)",
            invoke_script,
        ),
        method(
            "System.Collections.ObjectModel.Collection[psobject] InvokeScript(bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, Params System.Object[] args)",
            invoke_block,
        ),
        method("scriptblock NewScriptBlock(string scriptText)", new_script_block),
    ],
    ..FacadeType::class("System.Management.Automation.CommandInvocationIntrinsics")
};

fn expand_string(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    runspace(call.cx).expand_string(&text.to_str()).map(Value::String)
}

impl Runspace {
    /// The text with its variables and subexpressions replaced, as between double quotes.
    ///
    /// # Errors
    /// Text that does not parse; what its expressions throw.
    pub fn expand_string(&mut self, text: &str) -> Result<PsString> {
        // In a here-string quotes are text; only one at the start of a line ends it.
        let mut source = String::with_capacity(text.len() + 6);
        source.push_str("@\"\n");
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                source.push('\n');
            }
            if line.starts_with(['"', '\u{201C}', '\u{201D}', '\u{201E}']) {
                source.push('`');
            }
            source.push_str(line);
        }
        source.push_str("\n\"@");
        let block = self.parse(&source)?;
        let value = self.capture(|rs| {
            let streams = rs.cur.streams;
            rs.run_block(block, false, Vec::new(), streams)
        })?;
        self.to_text(&value)
    }
}

fn kinds(call: &Call<'_>, at: usize) -> CommandTypes {
    CommandTypes(call.number(at))
}

fn first(rs: &mut Runspace, name: &PsString, kinds: CommandTypes) -> Result<Value> {
    let found = rs.commands_named(name, kinds)?;
    Ok(found.into_iter().next().map_or(Value::Null, CommandInfo::object))
}

fn get_command(call: &mut Call<'_>) -> Result<Value> {
    let (name, kinds) = (call.str(0), kinds(call, 1));
    first(runspace(call.cx), &name, kinds)
}

fn get_cmdlet(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    first(runspace(call.cx), &name, CommandTypes::CMDLET)
}

fn matching(
    call: &mut Call<'_>,
    name: &PsString,
    kinds: CommandTypes,
    pattern: bool,
) -> Result<Vec<CommandInfo>> {
    let rs = runspace(call.cx);
    if !pattern {
        return rs.commands_named(name, kinds);
    }
    let mut found = rs.commands_matching(&Wildcard::new(name, Case::Ignore)?, kinds);
    found.sort_by_key(|info| (info.command_type().0, info.name().to_str().to_lowercase()));
    Ok(found)
}

fn get_cmdlets(call: &mut Call<'_>) -> Result<Value> {
    let pattern = if call.args.is_empty() { "*".into() } else { call.str(0) };
    let found = matching(call, &pattern, CommandTypes::CMDLET, true)?;
    let found = found.into_iter().map(CommandInfo::object).collect();
    Ok(list("System.Management.Automation.CmdletInfo", found))
}

fn get_command_name(call: &mut Call<'_>) -> Result<Value> {
    let (name, pattern) = (call.str(0), call.bool(1));
    let found = matching(call, &name, CommandTypes::ALL, pattern)?;
    Ok(list("string", found.into_iter().map(|info| info.name().into()).collect()))
}

fn get_commands(call: &mut Call<'_>) -> Result<Value> {
    let (name, kinds, pattern) = (call.str(0), kinds(call, 1), call.bool(2));
    let found = matching(call, &name, kinds, pattern)?;
    let found = found.into_iter().map(CommandInfo::object).collect();
    Ok(list("System.Management.Automation.CommandInfo", found))
}

fn given(call: &mut Call<'_>, at: usize) -> Result<Vec<Given>> {
    let Some(arguments) = call.args.get(at) else { return Ok(Vec::new()) };
    let arguments = call.cx.enumerate(arguments)?.unwrap_or_default();
    Ok(arguments.into_iter().map(|value| Given::Value { value, bare: false }).collect())
}

fn run(rs: &mut Runspace, block: &Obj, new_scope: bool, given: Vec<Given>) -> Result<Value> {
    let items = rs.capture_items(|rs| {
        let streams = rs.cur.streams;
        rs.run_script_block(block, new_scope, given, streams)
    })?;
    Ok(collection("psobject", items))
}

fn invoke_script(call: &mut Call<'_>) -> Result<Value> {
    let (text, given) = (call.str(0), given(call, 1)?);
    let rs = runspace(call.cx);
    let block = ScriptBlock::object(rs.parse(&text.to_str())?);
    run(rs, &block, true, given)
}

fn invoke_block(call: &mut Call<'_>) -> Result<Value> {
    let (new_scope, given) = (call.bool(0), given(call, 3)?);
    let Some(block) = call.args[1].as_object().cloned() else { return Ok(Value::Null) };
    run(runspace(call.cx), &block, new_scope, given)
}

fn new_script_block(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    let block = runspace(call.cx).parse(&text.to_str())?;
    Ok(Value::Object(ScriptBlock::object(block)))
}
