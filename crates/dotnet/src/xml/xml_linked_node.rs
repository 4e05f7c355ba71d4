//! `System.Xml.XmlLinkedNode` and the kinds of node that hold text.

use pwsh_value::ty::{FacadeType, Kind};
/// `System.Xml.XmlLinkedNode`.
pub static XML_LINKED_NODE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Xml.XmlNode",
    ..FacadeType::class("System.Xml.XmlLinkedNode")
};
/// `System.Xml.XmlCharacterData`.
pub static XML_CHARACTER_DATA: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Xml.XmlLinkedNode",
    ..FacadeType::class("System.Xml.XmlCharacterData")
};
/// `System.Xml.XmlText`.
pub static XML_TEXT: FacadeType =
    FacadeType { base: "System.Xml.XmlCharacterData", ..FacadeType::class("System.Xml.XmlText") };
/// `System.Xml.XmlCDataSection`.
pub static XML_CDATA_SECTION: FacadeType =
    FacadeType { base: "System.Xml.XmlCharacterData", ..FacadeType::class("System.Xml.XmlCDataSection") };
/// `System.Xml.XmlComment`.
pub static XML_COMMENT: FacadeType =
    FacadeType { base: "System.Xml.XmlCharacterData", ..FacadeType::class("System.Xml.XmlComment") };
/// `System.Xml.XmlWhitespace`.
pub static XML_WHITESPACE: FacadeType =
    FacadeType { base: "System.Xml.XmlCharacterData", ..FacadeType::class("System.Xml.XmlWhitespace") };
/// `System.Xml.XmlDeclaration`.
pub static XML_DECLARATION: FacadeType =
    FacadeType { base: "System.Xml.XmlLinkedNode", ..FacadeType::class("System.Xml.XmlDeclaration") };
/// `System.Xml.XmlProcessingInstruction`.
pub static XML_PROCESSING_INSTRUCTION: FacadeType = FacadeType {
    base: "System.Xml.XmlLinkedNode",
    ..FacadeType::class("System.Xml.XmlProcessingInstruction")
};
