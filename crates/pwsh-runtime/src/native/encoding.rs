//! The encodings between script and programs.

use crate::runspace::Runspace;
use pwsh_value::text::encoding::{Encoding, EncodingName};
use pwsh_value::{Name, Value, convert};

/// `[Console]::OutputEncoding`: what a program's output is read by. UTF-8 where nothing else is set.
pub(super) fn of_output(rs: &mut Runspace) -> Encoding {
    let Some(console) = rs.type_by_name("System.Console") else { return Encoding::Utf8 };
    match rs.get_static(&console, &"OutputEncoding".into()) {
        Ok(value) => of_object(rs, &value),
        Err(_) => Encoding::Utf8,
    }
}

/// `$OutputEncoding`: what a program's input is written by.
pub(super) fn of_input(rs: &mut Runspace) -> Encoding {
    let value = rs.lookup(Name::intern("OutputEncoding"));
    of_object(rs, &value)
}

/// The encoding that a `System.Text.Encoding` object stands for.
fn of_object(rs: &mut Runspace, value: &Value) -> Encoding {
    if value.is_null() {
        return Encoding::Utf8;
    }
    let name = rs.get_member(value, &"WebName".into()).and_then(|name| convert::to_text(rs, &name));
    name.ok().and_then(|name| EncodingName::find(&name.to_str())).map_or(Encoding::Utf8, |e| e.encoding)
}
