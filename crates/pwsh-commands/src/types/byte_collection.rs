//! `Microsoft.PowerShell.Commands.ByteCollection`: a line of Format-Hex.

use super::fields::{Fields, field, get};
use pwsh_value::payload::{Array, Elements};
use pwsh_value::ty::{Call, FacadeType, Hooks, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};
use std::fmt::Write;

/// How many bytes stand in a line.
pub const BYTES_PER_LINE: usize = 16;

const OFFSET: usize = 0;
const BYTES: usize = 1;
const PATH: usize = 2;
const LABEL: usize = 3;

/// A line of bytes.
pub static BYTE_COLLECTION: FacadeType = FacadeType {
    members: &[
        property("uint Offset {get;}", short_offset),
        property("ulong Offset64 {get;}", get::<OFFSET>),
        property("byte[] Bytes {get;}", get::<BYTES>),
        property("string Path {get;}", get::<PATH>),
        property("string HexOffset {get;}", hex_offset),
        property("string Label {get;}", get::<LABEL>),
        property("string HexBytes {get;}", hex_bytes),
        property("string Ascii {get;}", ascii),
    ],
    hooks: Hooks { to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class("Microsoft.PowerShell.Commands.ByteCollection")
};

/// A line of bytes that begins at an offset. `path`: the file they are of, null for others.
pub fn byte_collection(offset: u64, bytes: &[u8], path: Value, label: &str) -> Value {
    let bytes = Value::Object(Obj::bytes(bytes.to_vec()));
    Fields::object(
        "Microsoft.PowerShell.Commands.ByteCollection",
        vec![Value::UInt64(offset), bytes, path, label.into()],
    )
}

fn offset(this: &Value) -> u64 {
    if let Value::UInt64(offset) = field(this, OFFSET) { offset } else { 0 }
}

fn bytes(this: &Value) -> Vec<u8> {
    let bytes = field(this, BYTES);
    let array = bytes.as_object().and_then(|obj| obj.get::<Array>());
    array.map_or_else(Vec::new, |array| {
        array.with(|elements| if let Elements::UInt8(bytes) = elements { bytes.clone() } else { Vec::new() })
    })
}

fn short_offset(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::UInt32(offset(call.this) as u32))
}

fn hex_offset(call: &mut Call<'_>) -> Result<Value> {
    Ok(format!("{:016X}", offset(call.this)).into())
}

fn hex_bytes(call: &mut Call<'_>) -> Result<Value> {
    Ok(hexadecimal(&bytes(call.this)).trim_end().into())
}

fn ascii(call: &mut Call<'_>) -> Result<Value> {
    Ok(characters(&bytes(call.this)).into())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02X} ");
        text
    })
}

/// The characters of the bytes as Latin-1: a blank for zero, U+FFFD for other control characters.
fn characters(bytes: &[u8]) -> String {
    let shown = |byte: &u8| match char::from(*byte) {
        '\0' => ' ',
        ch if ch.is_control() => char::REPLACEMENT_CHARACTER,
        ch => ch,
    };
    bytes.iter().map(shown).collect()
}

fn text(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let (start, bytes) = (offset(this), bytes(this));
    let lines = bytes.chunks(BYTES_PER_LINE).enumerate().map(|(at, line)| {
        let offset = start + (at * BYTES_PER_LINE) as u64;
        let (hex, characters) = (hexadecimal(line), characters(line));
        format!("{offset:016X}   {hex:<48} {characters:<16}")
    });
    Ok(lines.collect::<Vec<_>>().join("\n").into())
}
