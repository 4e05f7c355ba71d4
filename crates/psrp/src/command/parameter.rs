//! Parameters and arguments of a command ([MS-PSRP] 2.2.3.13).

use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use crate::message::BodyError;

/// One argument of a command.
///
/// ```xml
/// <Obj><MS> <S N="N" /> <S N="V" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CommandParameter {
    /// The parameter's name, `None` for a positional argument. Implicit remoting sends names that end in `:` and
    /// may begin with a dash; `--%` holds the values of `$using:` expressions.
    pub name: Option<Text>,
    /// The argument; for a switch a boolean.
    pub value: Value,
}

impl CommandParameter {
    pub(super) fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { name: object.required("N")?, value: object.required("V")? })
    }

    pub(super) fn to_value(&self) -> Value {
        Object::new().with_member("N", self.name.clone()).with_member("V", self.value.clone()).into()
    }
}
