//! Files of type data (about_Types.ps1xml).

use psjob_dotnet::xml::reading;
use psjob_dotnet::xml::xml_node::{Node, NodeKind, of};
use pwsh_runtime::Runspace;
use pwsh_runtime::command::ScriptBlock;
use pwsh_runtime::type_data::{Entry, Serialization, Standard, TypeMember};
use pwsh_value::{Error, Member, PsString, Value};

/// Why a file is refused.
#[derive(Debug, thiserror::Error)]
pub enum TypeFileError {
    /// It is no XML.
    #[error("{0}")]
    Xml(PsString),
    /// Its root is another element.
    #[error("expected Types as the root, found {0}")]
    Root(String),
    /// A script in it does not parse.
    #[error("{0}")]
    Script(PsString),
}

/// The entries of a file. Elements that are not known, and members of code, are passed over.
///
/// # Errors
/// As [`TypeFileError`] says.
pub fn read_types(rs: &mut Runspace, text: &str) -> Result<Vec<Entry>, TypeFileError> {
    let document = reading::document(text, false).map_err(|error| TypeFileError::Xml(error.message()))?;
    let root = children(&document).into_iter().next().unwrap_or_default();
    if name(&root) != "Types" {
        return Err(TypeFileError::Root(name(&root)));
    }
    let mut entries = Vec::new();
    for ty in children(&root).iter().filter(|element| name(element) == "Type") {
        let mut entry = Entry { name: text_of(ty, "Name"), ..Entry::default() };
        for member in child(ty, "Members").iter().flat_map(children) {
            if name(&member) == "MemberSet" && text_of(&member, "Name").is("PSStandardMembers") {
                entry.standard = standard(&member);
                continue;
            }
            if let Some(read) = read_member(rs, &member)? {
                entry.set(text_of(&member, "Name"), TypeMember::Extended(read));
            }
        }
        entries.push(entry);
    }
    Ok(entries)
}

fn children(node: &Value) -> Vec<Value> {
    let is_element = |child: &Value| of(child).is_some_and(|child| child.kind == NodeKind::Element);
    of(node).map(Node::children).unwrap_or_default().into_iter().filter(is_element).collect()
}

fn name(node: &Value) -> String {
    of(node).map_or_else(String::new, |node| node.local_name().to_owned())
}

fn child(node: &Value, wanted: &str) -> Option<Value> {
    children(node).into_iter().find(|child| name(child) == wanted)
}

fn text(node: &Value) -> PsString {
    of(node).map_or_else(String::new, Node::inner_text).trim().into()
}

fn text_of(node: &Value, wanted: &str) -> PsString {
    child(node, wanted).map_or_else(PsString::empty, |child| text(&child))
}

fn block(rs: &mut Runspace, node: &Value, wanted: &str) -> Result<Value, TypeFileError> {
    let Some(script) = child(node, wanted) else { return Ok(Value::Null) };
    let parsed = rs.parse(&text(&script).to_str());
    let parsed = parsed.map_err(|error: Error| TypeFileError::Script(error.message()))?;
    Ok(ScriptBlock::object(parsed).into())
}

fn names(node: &Value) -> Vec<PsString> {
    child(node, "ReferencedProperties").iter().flat_map(children).map(|name| text(&name)).collect()
}

fn read_member(rs: &mut Runspace, member: &Value) -> Result<Option<Member>, TypeFileError> {
    Ok(Some(match name(member).as_str() {
        "NoteProperty" => Member::Note(text_of(member, "Value").into()),
        "AliasProperty" => Member::Alias {
            target: text_of(member, "ReferencedMemberName"),
            convert: Some(text_of(member, "TypeName")).filter(|name| !name.is_empty()),
        },
        "ScriptProperty" => Member::ScriptProperty {
            get: block(rs, member, "GetScriptBlock")?,
            set: block(rs, member, "SetScriptBlock")?,
        },
        "ScriptMethod" => Member::ScriptMethod(block(rs, member, "Script")?),
        "PropertySet" => Member::PropertySet(names(member)),
        _ => return Ok(None),
    }))
}

/// What a set `PSStandardMembers` says.
fn standard(set: &Value) -> Standard {
    let mut standard = Standard::default();
    for member in child(set, "Members").iter().flat_map(children) {
        let value = text_of(&member, "Value");
        match &*text_of(&member, "Name").to_str() {
            "DefaultDisplayPropertySet" => standard.display = names(&member),
            "DefaultKeyPropertySet" => standard.keys = names(&member),
            "PropertySerializationSet" => standard.serialized = names(&member),
            "DefaultDisplayProperty" => standard.display_property = Some(value),
            "SerializationMethod" => standard.serialization = serialization(&value),
            "SerializationDepth" => standard.depth = value.to_str().parse().ok(),
            "InheritPropertySerializationSet" => standard.inherit_serialized = Some(value.is("true")),
            "TargetTypeForDeserialization" => standard.target = Some(value),
            "StringSerializationSource" => {
                standard.string_source = Some(text_of(&member, "ReferencedMemberName"))
            }
            _ => {}
        }
    }
    standard
}

/// The serialization method of a name.
pub fn serialization(name: &PsString) -> Option<Serialization> {
    [
        ("AllPublicProperties", Serialization::AllPublicProperties),
        ("SpecificProperties", Serialization::SpecificProperties),
        ("String", Serialization::String),
    ]
    .into_iter()
    .find(|(known, _)| name.is(known))
    .map(|(_, method)| method)
}
