//! GET_COMMAND_METADATA ([MS-PSRP] 2.2.2.14): which commands there are. The runspace's own commands answer it, in the
//! pipelines that the protocol's document prescribes (3.2.5.4.9): their number, then the commands themselves.

use super::pipeline::value_of;
use super::{Control, Session};
use psrp::enumeration::CommandTypes;
use psrp::message::GetCommandMetadata;
use pwsh_runtime::Runspace;
use pwsh_runtime::binder::Given;
use pwsh_runtime::eval::{OutsideCommand, OutsideWork};
use pwsh_syntax::ast::RedirectionStream;
use pwsh_value::ty::named;
use pwsh_value::{Obj, PsString, Result, Value};
use std::sync::Arc;

/// The properties that a client gets of each command.
const PROPERTIES: [&str; 7] =
    ["Name", "Namespace", "HelpUri", "CommandType", "ResolvedCommandName", "OutputType", "Parameters"];

impl Session {
    /// Puts out the number of commands that the client asks for, then each of them.
    pub(super) fn answer_metadata(
        self: &Arc<Self>,
        rs: &mut Runspace,
        query: &GetCommandMetadata,
        control: &Arc<Control>,
    ) -> Result<()> {
        let find = find_commands(rs, query)?;
        let count = vec![find, command("Measure-Object", Vec::new()), select(&["Count"])];
        rs.run_outside(count, None)?;
        if control.attention.is_stopping() {
            return Ok(());
        }
        let find = find_commands(rs, query)?;
        rs.run_outside(vec![find, select(&PROPERTIES)], None)
    }
}

fn find_commands(rs: &mut Runspace, query: &GetCommandMetadata) -> Result<OutsideCommand> {
    let texts = |texts: &[clixml::Text]| {
        let texts = texts.iter().map(|text| PsString::from_wtf8(text.as_wtf8()));
        Value::Object(Obj::strings(texts))
    };
    let mut given = Vec::new();
    if let Some(names) = &query.names {
        given.push(parameter("Name", texts(names)));
    }
    if let Some(CommandTypes(kinds)) = query.command_type {
        let kinds = Value::enumeration(&named("System.Management.Automation.CommandTypes"), i64::from(kinds));
        given.push(parameter("CommandType", kinds));
    }
    match (&query.fully_qualified_modules, &query.namespaces) {
        (Some(modules), _) if !modules.is_null() => {
            let modules = value_of(rs, modules)?;
            given.push(parameter("FullyQualifiedModule", modules));
        }
        (_, Some(namespaces)) if !namespaces.is_empty() => given.push(parameter("Module", texts(namespaces))),
        _ => {}
    }
    // commands of modules that were not used yet are not offered
    given.push(parameter("ListImported", Value::Bool(true)));
    if !query.argument_list.is_null() {
        let arguments = value_of(rs, &query.argument_list)?;
        given.push(parameter("ArgumentList", arguments));
    }
    let mut find = command("Get-Command", given);
    // a name that is not there is no error: the count says so
    find.dropped = vec![RedirectionStream::Error];
    Ok(find)
}

fn select(properties: &[&str]) -> OutsideCommand {
    let properties = Obj::strings(properties.iter().map(|&name| PsString::from(name)));
    command("Select-Object", vec![parameter("Property", Value::Object(properties))])
}

fn command(name: &str, given: Vec<Given>) -> OutsideCommand {
    OutsideCommand { work: OutsideWork::Named(name.into()), given, merged: Vec::new(), dropped: Vec::new() }
}

fn parameter(name: &str, value: Value) -> Given {
    Given::Parameter {
        name: name.into(),
        value: Some(value),
        text: format!("-{name}:").into(),
        spaced: false,
    }
}
