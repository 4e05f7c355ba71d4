//! GET_COMMAND_METADATA ([MS-PSRP] 2.2.2.14): the client asks which commands there are.

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};
use crate::enumeration::CommandTypes;

/// Which commands? It comes on a pipeline's lane in the place of CREATE_PIPELINE. The answer is PIPELINE_OUTPUT: an
/// object with the number of commands, then one for each; then PIPELINE_STATE.
///
/// ```xml
/// <Obj><MS>
///   <Obj N="Name" /> <Obj N="CommandType" /> <Obj N="Namespace" />       lists of S, or Nil
///   <Obj N="FullyQualifiedModule" />  <Obj N="ArgumentList" />           or Nil
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct GetCommandMetadata {
    /// Names with wildcards.
    pub names: Option<Vec<Text>>,
    /// The kinds of command.
    pub command_type: Option<CommandTypes>,
    /// The modules that they are in, with wildcards.
    pub namespaces: Option<Vec<Text>>,
    /// The modules by specification. Clients before protocol 2.2 do not send it.
    pub fully_qualified_modules: Option<Value>,
    /// The arguments that dynamic parameters depend on.
    pub argument_list: Value,
}

const STRINGS: [&str; 3] = ["System.String[]", "System.Array", "System.Object"];

impl Body for GetCommandMetadata {
    const KIND: MessageType = MessageType::GetCommandMetadata;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let texts = |name| -> Result<_, BodyError> {
            let items: Option<&[Value]> = object.required(name)?;
            Ok(items.map(|items| items.iter().map(Value::to).collect::<Result<_, _>>()).transpose()?)
        };
        Ok(Self {
            names: texts("Name")?,
            command_type: object.required("CommandType")?,
            namespaces: texts("Namespace")?,
            fully_qualified_modules: object.get("FullyQualifiedModule").cloned(),
            argument_list: object.required("ArgumentList")?,
        })
    }

    fn to_value(&self) -> Value {
        let strings = |texts: &Option<Vec<Text>>| {
            texts.as_ref().map(|texts| Object::of_types(STRINGS).with_list(texts))
        };
        Object::new()
            .with_member("Name", strings(&self.names))
            .with_member("CommandType", self.command_type)
            .with_member("Namespace", strings(&self.namespaces))
            .with_optional("FullyQualifiedModule", self.fully_qualified_modules.clone())
            .with_member("ArgumentList", self.argument_list.clone())
            .into()
    }
}
