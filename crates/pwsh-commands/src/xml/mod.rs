//! Objects as the XML of ConvertTo-Xml.

mod objects;

pub use objects::{Objects, ROOT};
