//! `System.Xml`.

pub mod adapter;
pub mod formatting;
pub mod reading;
pub mod schema;
pub mod writing;
pub mod x_path;
pub mod xml_attribute;
pub mod xml_attribute_collection;
pub mod xml_document;
pub mod xml_element;
pub mod xml_exception;
pub mod xml_linked_node;
pub mod xml_namespace_manager;
pub mod xml_node;
pub mod xml_node_list;
pub mod xml_node_type;
pub mod xml_reader;
pub mod xml_text;
pub mod xml_writer;
pub mod xml_writer_settings;
pub mod xpath;
