//! `System.Xml.XPath`.

pub mod x_path_exception;
pub mod x_path_navigator;
