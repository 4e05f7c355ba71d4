//! `$Host.UI`: `System.Management.Automation.Host.PSHostUserInterface`.

use super::choice_description::ChoiceDescription;
use super::field_description::FieldDescription;
use super::{asked, host, view};
use crate::facade::runspace;
use crate::pipeline::Write;
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::{Call, FacadeType, close_generic, known, method, named, property};
use pwsh_value::{Obj, PsString, Result, Value};

pub(in crate::facade) static USER_INTERFACE: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Host.PSHostRawUserInterface RawUI {get;}", raw_ui),
        property("bool SupportsVirtualTerminal {get;}", |_| Ok(Value::Bool(false))),
        method("void Write(string value)", |call| write(call, 0, (-1, -1), false)),
        method(
            "void Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)",
            |call| {
                let colours = (call.number(0) as i32, call.number(1) as i32);
                write(call, 2, colours, false)
            },
        ),
        method("void WriteLine()", |call| write_text(call, &PsString::empty(), (-1, -1), true)),
        method("void WriteLine(string value)", |call| write(call, 0, (-1, -1), true)),
        method(
            "void WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)",
            |call| {
                let colours = (call.number(0) as i32, call.number(1) as i32);
                write(call, 2, colours, true)
            },
        ),
        method("void WriteErrorLine(string value)", write_error_line),
        method("void WriteWarningLine(string message)", |call| stream_line(call, Write::Warning)),
        method("void WriteVerboseLine(string message)", |call| stream_line(call, Write::Verbose)),
        method("void WriteDebugLine(string message)", |call| stream_line(call, Write::Debug)),
        method("void WriteInformation(System.Management.Automation.InformationRecord record)", |_| {
            Ok(Value::Void)
        }),
        method("string ReadLine()", read_line),
        method("securestring ReadLineAsSecureString()", read_secure_line),
        method(
            "System.Collections.Generic.Dictionary[string,psobject] Prompt(string caption, string message, System.Object descriptions)",
            prompt,
        ),
        method(
            "int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)",
            choice,
        ),
        method(
            "pscredential PromptForCredential(string caption, string message, string userName, string targetName)",
            credential,
        ),
        method(
            "pscredential PromptForCredential(string caption, string message, string userName, string targetName, \
             System.Management.Automation.PSCredentialTypes allowedCredentialTypes, \
             System.Management.Automation.PSCredentialUIOptions options)",
            credential,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.Internal.Host.InternalHostUserInterface")
};

fn raw_ui(_: &mut Call<'_>) -> Result<Value> {
    Ok(view("System.Management.Automation.Internal.Host.InternalHostRawUserInterface"))
}

fn write(call: &mut Call<'_>, at: usize, colours: (i32, i32), line: bool) -> Result<Value> {
    let text = if call.arg(at).is_null() { PsString::empty() } else { call.str(at) };
    write_text(call, &text, colours, line)
}

fn write_text(call: &mut Call<'_>, text: &PsString, colours: (i32, i32), line: bool) -> Result<Value> {
    if let Some(host) = host(call) {
        host.write(runspace(call.cx), text, colours.0, colours.1, line)?;
    }
    Ok(Value::Void)
}

fn write_error_line(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    if let Some(host) = host(call) {
        host.write_error_line(runspace(call.cx), &text)?;
    }
    Ok(Value::Void)
}

fn stream_line(call: &mut Call<'_>, stream: Write) -> Result<Value> {
    let text = call.str(0);
    if let Some(host) = host(call) {
        host.write_stream_line(runspace(call.cx), stream, &text)?;
    }
    Ok(Value::Void)
}

fn read_line(call: &mut Call<'_>) -> Result<Value> {
    Ok(asked(call)?.read_line(runspace(call.cx))?.into())
}

fn read_secure_line(call: &mut Call<'_>) -> Result<Value> {
    asked(call)?.read_secure_line(runspace(call.cx))
}

fn prompt(call: &mut Call<'_>) -> Result<Value> {
    let (caption, message) = (call.str(0), call.str(1));
    let described = call.cx.enumerate(call.arg(2))?.unwrap_or_default();
    let fields: Vec<_> = described
        .iter()
        .filter_map(|value| value.as_object()?.get::<FieldDescription>().map(|field| field.payload().field()))
        .collect();
    let answers = asked(call)?.prompt(runspace(call.cx), &caption, &message, &fields)?;
    let definition = named("System.Collections.Generic.Dictionary`2");
    let ty = close_generic(&definition, vec![known().string.clone(), known().psobject.clone()]);
    let table = Obj::new(ty, Dictionary::new(Keys::Exact));
    if let Some(handle) = table.get::<Dictionary>() {
        for (field, answer) in fields.iter().zip(answers) {
            handle.set_str(field.name.clone(), answer);
        }
    }
    Ok(Value::Object(table))
}

fn choice(call: &mut Call<'_>) -> Result<Value> {
    let (caption, message, default) = (call.str(0), call.str(1), call.int(3));
    let described = call.cx.enumerate(call.arg(2))?.unwrap_or_default();
    let choices: Vec<_> = described
        .iter()
        .filter_map(|value| {
            value.as_object()?.get::<ChoiceDescription>().map(|choice| choice.payload().choice())
        })
        .collect();
    Ok(asked(call)?.prompt_for_choice(runspace(call.cx), &caption, &message, &choices, default)?.into())
}

fn credential(call: &mut Call<'_>) -> Result<Value> {
    let (caption, message, user, target) = (call.str(0), call.str(1), call.str(2), call.str(3));
    asked(call)?.prompt_for_credential(runspace(call.cx), &caption, &message, &user, &target)
}
