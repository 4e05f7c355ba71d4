//! `$Host.UI`: `System.Management.Automation.Host.PSHostUserInterface`.

use super::choice_description::ChoiceDescription;
use super::field_description::FieldDescription;
use super::{asked, host, view};
use crate::facade::progress_record::ProgressRecord;
use crate::facade::runspace;
use crate::host::{Choice, CredentialPrompt};
use crate::pipeline::Write;
use pwsh_value::payload::{Dictionary, Elements, Keys, List};
use pwsh_value::ty::{Call, FacadeType, close_generic, known, method, named, property};
use pwsh_value::{Error, Obj, PsString, Result, Value, convert};

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
        // a host of the console writes it to a transcript; others do nothing with it
        method("void WriteInformation(System.Management.Automation.InformationRecord record)", |_| {
            Ok(Value::Void)
        }),
        method(
            "void WriteProgress(long sourceId, System.Management.Automation.ProgressRecord record)",
            write_progress,
        ),
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
            "System.Collections.ObjectModel.Collection[int] PromptForChoice(string caption, string message, \
             System.Object choices, System.Collections.Generic.IEnumerable[int] defaultChoices)",
            choices,
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

/// The line is a record of its stream too, as if a command had written it.
fn stream_line(call: &mut Call<'_>, stream: Write) -> Result<Value> {
    let text = call.str(0);
    if host(call).is_some() {
        runspace(call.cx).put_text(stream, text)?;
    }
    Ok(Value::Void)
}

fn write_progress(call: &mut Call<'_>) -> Result<Value> {
    let source = call.long(0);
    let Some(record) = call.payload::<ProgressRecord>(1).map(|record| record.record()) else {
        return Err(Error::argument("Value cannot be null.", "record"));
    };
    runspace(call.cx).put_progress(source, record)?;
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

fn described_choices(call: &mut Call<'_>) -> Result<Vec<Choice>> {
    let described = call.cx.enumerate(call.arg(2))?.unwrap_or_default();
    let choice = |value: &Value| Some(value.as_object()?.get::<ChoiceDescription>()?.payload().choice());
    Ok(described.iter().filter_map(choice).collect())
}

fn choice(call: &mut Call<'_>) -> Result<Value> {
    let (caption, message, default) = (call.str(0), call.str(1), call.int(3));
    let choices = described_choices(call)?;
    Ok(asked(call)?.prompt_for_choice(runspace(call.cx), &caption, &message, &choices, default)?.into())
}

fn choices(call: &mut Call<'_>) -> Result<Value> {
    let (caption, message) = (call.str(0), call.str(1));
    let choices = described_choices(call)?;
    let mut defaults = Vec::new();
    for value in call.cx.enumerate(call.arg(3))?.unwrap_or_default() {
        defaults.push(convert::to_int(call.cx, &value)?);
    }
    let chosen =
        asked(call)?.prompt_for_choices(runspace(call.cx), &caption, &message, &choices, &defaults)?;
    let definition = named("System.Collections.ObjectModel.Collection`1");
    let ty = close_generic(&definition, vec![known().int32.clone()]);
    Ok(Value::Object(Obj::new(ty, List::new(Elements::Int32(chosen)))))
}

fn credential(call: &mut Call<'_>) -> Result<Value> {
    let text = |index: usize| if call.arg(index).is_null() { PsString::empty() } else { call.str(index) };
    let mut prompt = CredentialPrompt {
        caption: text(0),
        message: text(1),
        user: text(2),
        target: text(3),
        ..CredentialPrompt::default()
    };
    if call.args.len() > 4 {
        (prompt.types, prompt.options) = (call.number(4) as i32, call.number(5) as i32);
    }
    asked(call)?.prompt_for_credential(runspace(call.cx), &prompt)
}
