//! One command of a pipeline ([MS-PSRP] 2.2.3.12).

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::{CommandParameter, LIST_OF_OBJECTS};
use crate::enumeration::PipelineResultTypes;
use crate::message::BodyError;

/// A command or a script.
///
/// ```xml
/// <Obj><MS>
///   <S N="Cmd" /> <B N="IsScript" /> <B N="UseLocalScope" />                 B or Nil
///   <Obj N="MergeMyResult" /> <Obj N="MergeToResult" /> <Obj N="MergePreviousResults" />
///   <Obj N="MergeError" /> ... Warning, Verbose, Debug                        from protocol 2.2
///   <Obj N="MergeInformation" />                                              from protocol 2.3
///   <Obj N="Args"> <LST /> </Obj>
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// The command's name, or the text of the script.
    pub text: Text,
    /// It is the text of a script.
    pub is_script: bool,
    /// Whether it runs in a scope of its own; `None` leaves that to the server: a script does not.
    pub use_local_scope: Option<bool>,
    /// Which stream of this command is merged into `merge_to`, before protocol 2.2 (and still written).
    pub merge_mine: PipelineResultTypes,
    /// Where `merge_mine` goes.
    pub merge_to: PipelineResultTypes,
    /// Which streams of the commands before this one are merged.
    pub merge_previous: PipelineResultTypes,
    /// Where each stream goes, from protocol 2.2.
    pub merges: Option<StreamMerges>,
    /// The arguments.
    pub parameters: Vec<CommandParameter>,
}

/// Where each stream of a command goes: `NONE` leaves it, `OUTPUT` merges it, `NULL` drops it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamMerges {
    /// The errors.
    pub error: PipelineResultTypes,
    /// The warnings.
    pub warning: PipelineResultTypes,
    /// The verbose messages.
    pub verbose: PipelineResultTypes,
    /// The debug messages.
    pub debug: PipelineResultTypes,
    /// The information records, from protocol 2.3.
    pub information: Option<PipelineResultTypes>,
}

impl StreamMerges {
    /// Every stream stays where it is.
    pub const NONE: Self = Self {
        error: PipelineResultTypes::NONE,
        warning: PipelineResultTypes::NONE,
        verbose: PipelineResultTypes::NONE,
        debug: PipelineResultTypes::NONE,
        information: Some(PipelineResultTypes::NONE),
    };
}

impl Command {
    /// A command by name, without arguments.
    pub fn named(name: impl Into<Text>) -> Self {
        Self {
            text: name.into(),
            is_script: false,
            use_local_scope: None,
            merge_mine: PipelineResultTypes::NONE,
            merge_to: PipelineResultTypes::NONE,
            merge_previous: PipelineResultTypes::NONE,
            merges: Some(StreamMerges::NONE),
            parameters: Vec::new(),
        }
    }

    /// A script.
    pub fn script(text: impl Into<Text>) -> Self {
        Self { is_script: true, ..Self::named(text) }
    }

    /// Adds an argument; a positional one has no name.
    pub fn with_parameter(mut self, name: Option<&str>, value: impl Into<Value>) -> Self {
        self.parameters.push(CommandParameter { name: name.map(Text::from), value: value.into() });
        self
    }

    pub(super) fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let merges = match object.optional("MergeError")? {
            Some(error) => Some(StreamMerges {
                error,
                warning: object.required("MergeWarning")?,
                verbose: object.required("MergeVerbose")?,
                debug: object.required("MergeDebug")?,
                information: object.optional("MergeInformation")?,
            }),
            None => None,
        };
        let parameters: &[Value] = object.required("Args")?;
        Ok(Self {
            text: object.required("Cmd")?,
            is_script: object.required("IsScript")?,
            use_local_scope: object.required("UseLocalScope")?,
            merge_mine: object.required("MergeMyResult")?,
            merge_to: object.required("MergeToResult")?,
            merge_previous: object.required("MergePreviousResults")?,
            merges,
            parameters: parameters.iter().map(CommandParameter::from_value).collect::<Result<_, _>>()?,
        })
    }

    pub(super) fn to_value(&self) -> Value {
        let mut object = Object::new()
            .with_member("Cmd", &self.text)
            .with_member("IsScript", self.is_script)
            .with_member("UseLocalScope", self.use_local_scope)
            .with_member("MergeMyResult", self.merge_mine)
            .with_member("MergeToResult", self.merge_to)
            .with_member("MergePreviousResults", self.merge_previous);
        if let Some(merges) = self.merges {
            object = object
                .with_member("MergeError", merges.error)
                .with_member("MergeWarning", merges.warning)
                .with_member("MergeVerbose", merges.verbose)
                .with_member("MergeDebug", merges.debug)
                .with_optional("MergeInformation", merges.information);
        }
        let parameters = self.parameters.iter().map(CommandParameter::to_value);
        object.with_member("Args", Object::of_types(LIST_OF_OBJECTS).with_list(parameters)).into()
    }
}
