//! What a record says of the command that wrote it: an InvocationInfo, as an object and member by member.

use super::{Walk, Written};
use crate::command::{CommandRef, Invocation};
use crate::error_record::Position;
use clixml::Name;
use clixml::tree::ContainerKind;
use pwsh_syntax::position_message;
use pwsh_value::PsString;
use std::sync::Arc;

const OBJECT: &str = "System.Object";
const INVOCATION_INFO: [&str; 2] = ["System.Management.Automation.InvocationInfo", OBJECT];
const PARAMETERS: [&str; 2] = [
    "System.Collections.Generic.Dictionary`2[[System.String, System.Private.CoreLib, Version=10.0.0.0, \
     Culture=neutral, PublicKeyToken=7cec85d7bea7798e],[System.Object, System.Private.CoreLib, Version=10.0.0.0, \
     Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]",
    OBJECT,
];
const BOUND_PARAMETERS: [&str; 3] =
    ["System.Management.Automation.PSBoundParametersDictionary", PARAMETERS[0], OBJECT];
const ARGUMENTS: [&str; 2] = [
    "System.Collections.Generic.List`1[[System.Object, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, \
     PublicKeyToken=7cec85d7bea7798e]]",
    OBJECT,
];
const INTEGERS: [&str; 3] = ["System.Int32[]", "System.Array", OBJECT];
const READ_ONLY_INTEGERS: [&str; 2] = [
    "System.Collections.ObjectModel.ReadOnlyCollection`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0, \
     Culture=neutral, PublicKeyToken=7cec85d7bea7798e]]",
    OBJECT,
];
const COMMAND_ORIGIN: &str = "System.Management.Automation.CommandOrigin";
const COMMAND_TYPES: &str = "System.Management.Automation.CommandTypes";
const VISIBILITY: &str = "System.Management.Automation.SessionStateEntryVisibility";

/// The facts of an invocation.
pub(super) struct Facts {
    call: Option<Arc<Invocation>>,
    line_number: i32,
    offset: i32,
    line: String,
    statement: String,
    message: String,
    file: String,
}

impl Facts {
    /// Those of a record that `call` reported, or that was thrown at `position` by no command.
    pub(super) fn new(call: Option<&Arc<Invocation>>, position: Option<&Position>) -> Facts {
        let of_call = call.and_then(|call| call.position.clone());
        let place = of_call.or_else(|| position.map(|p| (p.source.clone(), p.extent)));
        let mut facts = Facts {
            call: call.cloned(),
            line_number: 0,
            offset: 0,
            line: String::new(),
            statement: String::new(),
            message: String::new(),
            file: String::new(),
        };
        if let Some((source, extent)) = place {
            let start = source.line_column(extent.start);
            facts.line_number = start.line as i32;
            facts.offset = start.column as i32;
            facts.line = line_with_end(&source, start.line);
            facts.statement = source.slice(extent).to_owned();
            facts.message = position_message(&source, extent);
            facts.file = source.file().map(|file| file.to_string()).unwrap_or_default();
        }
        facts
    }

    fn name(&self) -> PsString {
        self.call.as_ref().map_or_else(PsString::empty, |call| call.name.clone())
    }

    fn expects_input(&self) -> bool {
        self.call.as_ref().is_some_and(|call| call.expects_input)
    }

    fn folder(&self) -> &str {
        self.file.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// What `MyCommand` shows: the command's name.
    fn command_text(&self) -> Option<PsString> {
        let call = self.call.as_ref()?;
        (!matches!(call.command, CommandRef::Block)).then(|| call.command.name())
    }
}

/// A line of the source with its line end, as .NET's extent has it.
fn line_with_end(source: &pwsh_syntax::Source, line: u32) -> String {
    let starts = source.line_starts();
    let at = line as usize - 1;
    let begin = starts.get(at).copied().unwrap_or_default() as usize;
    let end = starts.get(at + 1).map_or(source.text().len(), |&next| next as usize);
    source.text().get(begin..end).unwrap_or_default().to_owned()
}

impl Walk<'_> {
    /// The member `InvocationInfo` of an error record: the object.
    pub(super) fn invocation_object(&mut self, facts: &Facts) -> (clixml::RefId, clixml::RefId) {
        let writer = self.writer();
        writer.start_object(Name::of("InvocationInfo"));
        writer.type_names(&INVOCATION_INFO);
        writer.to_string_text(INVOCATION_INFO[0]);
        writer.start_properties();
        match facts.command_text() {
            Some(text) => writer.string(Name::of("MyCommand"), text.as_wtf8()),
            None => writer.null(Name::of("MyCommand")),
        }
        let parameters = empty(writer, "BoundParameters", &PARAMETERS, ContainerKind::Dictionary);
        let arguments = empty(writer, "UnboundArguments", &ARGUMENTS, ContainerKind::List);
        writer.int32(Name::of("ScriptLineNumber"), facts.line_number);
        writer.int32(Name::of("OffsetInLine"), facts.offset);
        writer.int64(Name::of("HistoryId"), 1);
        writer.string(Name::of("ScriptName"), &facts.file);
        writer.string(Name::of("Line"), &facts.line);
        writer.string(Name::of("Statement"), &facts.statement);
        writer.string(Name::of("PositionMessage"), &facts.message);
        writer.string(Name::of("PSScriptRoot"), facts.folder());
        path(writer, "PSCommandPath", &facts.file);
        writer.string(Name::of("InvocationName"), facts.name().as_wtf8());
        writer.int32(Name::of("PipelineLength"), 0);
        writer.int32(Name::of("PipelinePosition"), 0);
        writer.bool(Name::of("ExpectingInput"), facts.expects_input());
        writer.string(Name::of("CommandOrigin"), "Internal");
        writer.null(Name::of("DisplayScriptPosition"));
        writer.end();
        writer.end();
        (parameters, arguments)
    }

    /// The members of an error record that asks for them, after its [`invocation_object`](Self::invocation_object).
    pub(super) fn error_invocation(
        &mut self,
        facts: &Facts,
        (parameters, arguments): (clixml::RefId, clixml::RefId),
    ) {
        let writer = self.writer();
        writer.reference(Name::of("InvocationInfo_BoundParameters"), parameters);
        enumeration(writer, "InvocationInfo_CommandOrigin", COMMAND_ORIGIN, "Internal", 1);
        invocation_members(writer, facts, &[], (0, 0));
        writer.reference(Name::of("InvocationInfo_UnboundArguments"), arguments);
        writer.bool(Name::of("SerializeExtent"), false);
        self.command_members(facts);
        let iterations: &[i32] = if facts.call.is_some() { &[0, 1] } else { &[] };
        integers(self.writer(), "PipelineIterationInfo", &READ_ONLY_INTEGERS, iterations);
    }

    /// The members of a warning, verbose or debug record that asks for them.
    pub(super) fn text_invocation(&mut self, facts: &Facts) -> Written {
        let writer = self.writer();
        writer.start_object(Name::of("InvocationInfo_BoundParameters"));
        writer.type_names(&BOUND_PARAMETERS);
        writer.start_container(ContainerKind::Dictionary);
        let bound = facts.call.as_ref().map(|call| call.bound.clone()).unwrap_or_default();
        for (name, value) in &bound {
            self.writer().start_entry();
            self.writer().string(Name::KEY, name.as_wtf8());
            self.value(Name::VALUE, value, 0)?;
            self.writer().end();
        }
        let writer = self.writer();
        writer.end();
        writer.end();
        enumeration(writer, "InvocationInfo_CommandOrigin", COMMAND_ORIGIN, "Runspace", 0);
        let pipeline = facts.call.as_ref().map_or((0, 0), |call| call.pipeline);
        invocation_members(writer, facts, &[0, 1], (pipeline.1 as i32, pipeline.0 as i32));
        empty(writer, "InvocationInfo_UnboundArguments", &ARGUMENTS, ContainerKind::List);
        writer.bool(Name::of("SerializeExtent"), false);
        self.command_members(facts);
        integers(self.writer(), "InformationalRecord_PipelineIterationInfo", &READ_ONLY_INTEGERS, &[0, 1]);
        Ok(())
    }

    fn command_members(&mut self, facts: &Facts) {
        let Some(call) = &facts.call else { return };
        let (type_name, number, definition) = match &call.command {
            CommandRef::Cmdlet(cmdlet) => ("Cmdlet", 8, PsString::from(cmdlet.name)),
            CommandRef::Function(function) => ("Function", 2, function.code().text().into_owned().into()),
            CommandRef::Script(path) => ("ExternalScript", 16, path.to_string_lossy().into()),
            CommandRef::Native(path) => ("Application", 32, path.to_string_lossy().into()),
            CommandRef::Block => return,
        };
        let writer = self.writer();
        enumeration(writer, "CommandInfo_CommandType", COMMAND_TYPES, type_name, number);
        writer.string(Name::of("CommandInfo_Definition"), definition.as_wtf8());
        writer.string(Name::of("CommandInfo_Name"), call.command.name().as_wtf8());
        enumeration(writer, "CommandInfo_Visibility", VISIBILITY, "Public", 0);
    }
}

fn invocation_members(
    writer: &mut clixml::Writer,
    facts: &Facts,
    iterations: &[i32],
    (length, position): (i32, i32),
) {
    writer.bool(Name::of("InvocationInfo_ExpectingInput"), facts.expects_input());
    writer.string(Name::of("InvocationInfo_InvocationName"), facts.name().as_wtf8());
    writer.string(Name::of("InvocationInfo_Line"), &facts.line);
    writer.int32(Name::of("InvocationInfo_OffsetInLine"), facts.offset);
    writer.int64(Name::of("InvocationInfo_HistoryId"), 1);
    integers(writer, "InvocationInfo_PipelineIterationInfo", &INTEGERS, iterations);
    writer.int32(Name::of("InvocationInfo_PipelineLength"), length);
    writer.int32(Name::of("InvocationInfo_PipelinePosition"), position);
    writer.string(Name::of("InvocationInfo_PSScriptRoot"), facts.folder());
    path(writer, "InvocationInfo_PSCommandPath", &facts.file);
    writer.string(Name::of("InvocationInfo_PositionMessage"), &facts.message);
    writer.int32(Name::of("InvocationInfo_ScriptLineNumber"), facts.line_number);
    writer.string(Name::of("InvocationInfo_ScriptName"), &facts.file);
}

fn path(writer: &mut clixml::Writer, name: &str, file: &str) {
    if file.is_empty() { writer.null(Name::of(name)) } else { writer.string(Name::of(name), file) }
}

fn empty(writer: &mut clixml::Writer, name: &str, types: &[&str], kind: ContainerKind) -> clixml::RefId {
    let id = writer.start_object(Name::of(name));
    writer.type_names(types);
    writer.start_container(kind);
    writer.end();
    writer.end();
    id
}

fn integers(writer: &mut clixml::Writer, name: &str, types: &[&str], numbers: &[i32]) {
    writer.start_object(Name::of(name));
    writer.type_names(types);
    writer.start_container(ContainerKind::List);
    for number in numbers {
        writer.int32(Name::NONE, *number);
    }
    writer.end();
    writer.end();
}

/// An enum's value as an object.
pub(super) fn enumeration(writer: &mut clixml::Writer, name: &str, ty: &str, text: &str, number: i32) {
    writer.start_object(Name::of(name));
    writer.type_names(&[ty, "System.Enum", "System.ValueType", OBJECT]);
    writer.to_string_text(text);
    writer.int32(Name::NONE, number);
    writer.end();
}
