//! A user name with a password.

use clixml::tree::{Object, ObjectRef, Value};
use clixml::{SecureString, Text};

use crate::message::BodyError;

/// A PSCredential.
///
/// ```xml
/// <Obj> <TN /> <ToString /> <Props> <S N="UserName" /> <SS N="Password" /> </Props> </Obj>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PsCredential {
    /// The user, as typed.
    pub user_name: Text,
    /// The password.
    pub password: SecureString,
}

const PS_CREDENTIAL: &str = "System.Management.Automation.PSCredential";

impl PsCredential {
    /// Reads the object.
    ///
    /// # Errors
    /// If a property is missing or has the wrong type.
    pub fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let password: &SecureString = object.required("Password")?;
        Ok(Self { user_name: object.required("UserName")?, password: password.clone() })
    }

    /// The object.
    pub fn to_value(&self) -> Value {
        Object::of_types([PS_CREDENTIAL, "System.Object"])
            .with_to_string(PS_CREDENTIAL)
            .with_property("UserName", &self.user_name)
            .with_property("Password", self.password.clone())
            .into()
    }
}
