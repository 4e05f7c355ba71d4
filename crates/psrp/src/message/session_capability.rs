//! SESSION_CAPABILITY ([MS-PSRP] 2.2.2.1): the first message of either end, which names its versions.

use clixml::Version;
use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// What an end can do.
///
/// ```xml
/// <Obj><MS>
///   <Version N="protocolversion">2.4</Version>
///   <Version N="PSVersion">2.0</Version>
///   <Version N="SerializationVersion">1.1.0.1</Version>
/// </MS></Obj>
/// ```
///
/// Windows PowerShell's client adds a `TimeZone`, a .NET object in the binary form that .NET has given up; it is
/// not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionCapability {
    /// The version of the protocol. What the server names counts.
    pub protocol_version: Version,
    /// Always 2.0, whatever PowerShell it is; the client compares it for equality.
    pub ps_version: Version,
    /// Always 1.1.0.1; the client compares it for equality.
    pub serialization_version: Version,
}

impl SessionCapability {
    /// The one value of `PSVersion`.
    pub const PS_VERSION: Version = Version::new(2, 0);
    /// The one value of `SerializationVersion`.
    pub const SERIALIZATION_VERSION: Version =
        Version { major: 1, minor: 1, build: Some(0), revision: Some(1) };

    /// The capability of an end that speaks this version of the protocol.
    pub fn new(protocol_version: Version) -> Self {
        Self {
            protocol_version,
            ps_version: Self::PS_VERSION,
            serialization_version: Self::SERIALIZATION_VERSION,
        }
    }
}

impl Body for SessionCapability {
    const KIND: MessageType = MessageType::SessionCapability;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            protocol_version: object.required("protocolversion")?,
            ps_version: object.required("PSVersion")?,
            serialization_version: object.required("SerializationVersion")?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("protocolversion", self.protocol_version)
            .with_member("PSVersion", self.ps_version)
            .with_member("SerializationVersion", self.serialization_version)
            .into()
    }
}
