//! `System.Xml.XPath`.

pub mod x_path_exception;
