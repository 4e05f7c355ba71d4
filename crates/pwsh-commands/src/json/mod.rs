//! JSON as ConvertFrom-Json reads it and ConvertTo-Json writes it: Newtonsoft's dialect, with its words for what is
//! wrong.

mod reader;
mod scan;
mod value;
mod writer;

pub use reader::{Json, read};
pub use value::{DateKind, Shape, to_value};
pub use writer::{Escape, Layout, Writer};
