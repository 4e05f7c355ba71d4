//! Primitive dictionaries ([MS-PSRP] 2.2.3.18): the application's arguments and private data.

use clixml::tree::{Object, Value};
use clixml::{Text, Version};

use crate::message::SessionCapability;
use crate::version::ProtocolVersion;

const TYPE_NAMES: [&str; 3] =
    ["System.Management.Automation.PSPrimitiveDictionary", "System.Collections.Hashtable", "System.Object"];

/// A PSPrimitiveDictionary of these entries: string keys, and values that are primitives, lists of such, or again
/// primitive dictionaries. PowerShell's client casts the values, so their types count.
pub fn primitive_dictionary<K: Into<Text>, V: Into<Value>>(
    entries: impl IntoIterator<Item = (K, V)>,
) -> Value {
    let entries = entries.into_iter().map(|(key, value)| (key.into(), value.into()));
    Object::of_types(TYPE_NAMES).with_dictionary(entries).into()
}

/// The PSVersionTable that either end tells the other: in the application's arguments and in the private data.
///
/// `protocol_version` is the negotiated version in a server's table: the client decides by it whether the runspace
/// can be reset.
pub fn version_table(ps_version: Version, protocol_version: ProtocolVersion, os: &str) -> Value {
    let compatible = [(1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (5, 1), (6, 0), (7, 0)];
    let compatible = compatible.map(|(major, minor)| Version::new(major, minor));
    let compatible =
        Object::of_types(["System.Version[]", "System.Array", "System.Object"]).with_list(compatible);
    primitive_dictionary([
        ("PSVersion", Value::from(ps_version)),
        ("PSEdition", "Core".into()),
        ("PSCompatibleVersions", compatible.into()),
        ("PSSemanticVersion", ps_version.to_string().into()),
        ("PSRemotingProtocolVersion", protocol_version.number().into()),
        ("WSManStackVersion", Version::new(3, 0).into()),
        ("SerializationVersion", SessionCapability::SERIALIZATION_VERSION.into()),
        ("OS", os.into()),
        ("Platform", "Unix".into()),
    ])
}
