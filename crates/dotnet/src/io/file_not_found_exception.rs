//! `System.IO.FileNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.IO.FileNotFoundException`.
pub static FILE_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.IO.IOException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(string message, string fileName)", new),
        constructor("new(string message, string fileName, System.Exception innerException)", new),
        property("string Message {get;}", exception::message),
        property("string FileName {get;}", file_name),
    ],
    ..FacadeType::class("System.IO.FileNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args {
        [_, name, ..] if name.as_string().is_some() => {
            let fields = [("FileName", name.clone())];
            exception::create_with(call, call.str(0), call.args.get(2), &fields)
        }
        _ => exception::create(call, "Unable to find the specified file."),
    }
}

fn file_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "FileName")
}
