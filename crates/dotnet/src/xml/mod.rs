//! `System.Xml`.

pub mod formatting;
pub mod schema;
pub mod x_path;
pub mod xml_exception;
pub mod xml_node_type;
