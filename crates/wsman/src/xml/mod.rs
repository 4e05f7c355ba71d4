//! XML as SOAP needs it: a tree of elements whose names are resolved, read within limits, and a writer with one fixed
//! prefix for each namespace.

mod element;
mod error;
mod limits;
mod reader;
mod writer;

pub(crate) use element::Element;
pub use error::XmlError;
pub use limits::Limits;
pub(crate) use reader::read;
pub(crate) use writer::Writer;
