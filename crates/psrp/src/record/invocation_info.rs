//! What a record says about the command that wrote it.

use clixml::Text;
use clixml::tree::{Object, Value};

use crate::message::BodyError;

/// Where and how the command of a record was invoked. Its members stand among those of the record, each with the
/// prefix `InvocationInfo_`.
#[derive(Debug, Clone, PartialEq)]
pub struct InvocationInfo {
    /// The bound parameters, a dictionary.
    pub bound_parameters: Value,
    /// The enumeration CommandOrigin: from the user (0) or from within (1).
    pub command_origin: Value,
    /// The command takes input.
    pub expecting_input: bool,
    /// The name it was invoked by.
    pub invocation_name: Option<Text>,
    /// The line of script.
    pub line: Option<Text>,
    /// The place in the line, counted from 1.
    pub offset_in_line: i32,
    /// The pipeline's number in the history.
    pub history_id: i64,
    /// For each command of the pipeline, how many objects it took.
    pub pipeline_iteration_info: Value,
    /// How many commands the pipeline has.
    pub pipeline_length: i32,
    /// The command's place among them, counted from 1.
    pub pipeline_position: i32,
    /// The folder of the script file.
    pub script_root: Option<Text>,
    /// The path of the script file.
    pub command_path: Option<Text>,
    /// `At line:1 char:1 ...`
    pub position_message: Option<Text>,
    /// The number of the line.
    pub script_line_number: i32,
    /// The name of the script file.
    pub script_name: Option<Text>,
    /// The arguments that no parameter took, a list.
    pub unbound_arguments: Value,
    /// The position by lines and columns, if the record has it.
    pub extent: Option<ScriptExtent>,
    /// The command, if there was one.
    pub command: Option<CommandInfo>,
}

/// A stretch of script.
#[derive(Debug, Clone, PartialEq)]
pub struct ScriptExtent {
    /// The script file.
    pub file: Option<Text>,
    /// The first line, counted from 1.
    pub start_line: i32,
    /// The first column, counted from 1.
    pub start_column: i32,
    /// The last line.
    pub end_line: i32,
    /// The column after the last character.
    pub end_column: i32,
}

/// The command that a record comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct CommandInfo {
    /// The enumeration CommandTypes.
    pub command_type: Value,
    /// The text of the script, or the command's definition.
    pub definition: Option<Text>,
    /// The name; empty for a script.
    pub name: Option<Text>,
    /// The enumeration SessionStateEntryVisibility.
    pub visibility: Value,
}

/// The names of the members that [`InvocationInfo`] takes from a record.
pub(super) const MEMBER_PREFIXES: [&str; 3] = ["InvocationInfo_", "CommandInfo_", "ScriptExtent_"];

/// The member that says whether a record has an extent.
pub(super) const SERIALIZE_EXTENT: &str = "SerializeExtent";

impl InvocationInfo {
    /// Reads the members from a record.
    pub(super) fn from_record(record: &Object) -> Result<Self, BodyError> {
        let extent = if record.required(SERIALIZE_EXTENT)? {
            Some(ScriptExtent {
                file: record.required("ScriptExtent_File")?,
                start_line: record.required("ScriptExtent_StartLineNumber")?,
                start_column: record.required("ScriptExtent_StartColumnNumber")?,
                end_line: record.required("ScriptExtent_EndLineNumber")?,
                end_column: record.required("ScriptExtent_EndColumnNumber")?,
            })
        } else {
            None
        };
        let command = match record.optional::<Value>("CommandInfo_CommandType")? {
            Some(command_type) => Some(CommandInfo {
                command_type,
                definition: record.required("CommandInfo_Definition")?,
                name: record.required("CommandInfo_Name")?,
                visibility: record.required("CommandInfo_Visibility")?,
            }),
            None => None,
        };
        Ok(Self {
            bound_parameters: record.required("InvocationInfo_BoundParameters")?,
            command_origin: record.required("InvocationInfo_CommandOrigin")?,
            expecting_input: record.required("InvocationInfo_ExpectingInput")?,
            invocation_name: record.required("InvocationInfo_InvocationName")?,
            line: record.required("InvocationInfo_Line")?,
            offset_in_line: record.required("InvocationInfo_OffsetInLine")?,
            history_id: record.required("InvocationInfo_HistoryId")?,
            pipeline_iteration_info: record.required("InvocationInfo_PipelineIterationInfo")?,
            pipeline_length: record.required("InvocationInfo_PipelineLength")?,
            pipeline_position: record.required("InvocationInfo_PipelinePosition")?,
            script_root: record.required("InvocationInfo_PSScriptRoot")?,
            command_path: record.required("InvocationInfo_PSCommandPath")?,
            position_message: record.required("InvocationInfo_PositionMessage")?,
            script_line_number: record.required("InvocationInfo_ScriptLineNumber")?,
            script_name: record.required("InvocationInfo_ScriptName")?,
            unbound_arguments: record.required("InvocationInfo_UnboundArguments")?,
            extent,
            command,
        })
    }

    /// Adds the members to a record.
    pub(super) fn add_to_record(&self, record: Object) -> Object {
        let mut record = record
            .with_member("InvocationInfo_BoundParameters", self.bound_parameters.clone())
            .with_member("InvocationInfo_CommandOrigin", self.command_origin.clone())
            .with_member("InvocationInfo_ExpectingInput", self.expecting_input)
            .with_member("InvocationInfo_InvocationName", self.invocation_name.clone())
            .with_member("InvocationInfo_Line", self.line.clone())
            .with_member("InvocationInfo_OffsetInLine", self.offset_in_line)
            .with_member("InvocationInfo_HistoryId", self.history_id)
            .with_member("InvocationInfo_PipelineIterationInfo", self.pipeline_iteration_info.clone())
            .with_member("InvocationInfo_PipelineLength", self.pipeline_length)
            .with_member("InvocationInfo_PipelinePosition", self.pipeline_position)
            .with_member("InvocationInfo_PSScriptRoot", self.script_root.clone())
            .with_member("InvocationInfo_PSCommandPath", self.command_path.clone())
            .with_member("InvocationInfo_PositionMessage", self.position_message.clone())
            .with_member("InvocationInfo_ScriptLineNumber", self.script_line_number)
            .with_member("InvocationInfo_ScriptName", self.script_name.clone())
            .with_member("InvocationInfo_UnboundArguments", self.unbound_arguments.clone())
            .with_member(SERIALIZE_EXTENT, self.extent.is_some());
        if let Some(extent) = &self.extent {
            record = record
                .with_member("ScriptExtent_File", extent.file.clone())
                .with_member("ScriptExtent_StartLineNumber", extent.start_line)
                .with_member("ScriptExtent_StartColumnNumber", extent.start_column)
                .with_member("ScriptExtent_EndLineNumber", extent.end_line)
                .with_member("ScriptExtent_EndColumnNumber", extent.end_column);
        }
        if let Some(command) = &self.command {
            record = record
                .with_member("CommandInfo_CommandType", command.command_type.clone())
                .with_member("CommandInfo_Definition", command.definition.clone())
                .with_member("CommandInfo_Name", command.name.clone())
                .with_member("CommandInfo_Visibility", command.visibility.clone());
        }
        record
    }
}
