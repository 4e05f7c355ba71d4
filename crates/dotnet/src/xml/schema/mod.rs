//! `System.Xml.Schema`.

pub mod xml_schema_exception;
