//! Format data that came over the wire: objects of `Deserialized.` types whose properties are read by name.

use crate::data::{
    Entry, EntryInfo, Field, FormatStart, Frame, ListField, Packet, Piece, Row, Shape, Stream, TableColumn,
    TableHeader,
};
use crate::object;
use crate::view::Alignment;
use pwsh_runtime::Runspace;
use pwsh_value::{Context, PsString, Result, Value, convert, stack};

const PREFIX: &str = "Deserialized.Microsoft.PowerShell.Commands.Internal.Format.";

/// The packet that a value is, of this session or from another; `None` for every other value.
pub(crate) fn packet(rs: &mut Runspace, value: &Value) -> Result<Option<Packet>> {
    if let Some(packet) = object::packet(value) {
        return Ok(Some(packet.clone()));
    }
    let Some(class) = class_of(rs, value) else { return Ok(None) };
    Ok(Some(match &*class {
        "FormatStartData" => Packet::FormatStart(format_start(rs, value)?),
        "FormatEndData" => Packet::FormatEnd,
        "GroupStartData" => Packet::GroupStart(heading(rs, value)?),
        "GroupEndData" => Packet::GroupEnd,
        "FormatEntryData" => Packet::Entry(entry(rs, value)?),
        _ => return Ok(None),
    }))
}

/// The class that a deserialized object was, without its namespace.
fn class_of(rs: &mut Runspace, value: &Value) -> Option<String> {
    value.cell()?.attached()?;
    let first = rs.type_names(value).into_iter().next()?;
    first.to_str().strip_prefix(PREFIX).map(str::to_owned)
}

fn format_start(rs: &mut Runspace, value: &Value) -> Result<FormatStart> {
    let auto_size = !get(rs, value, "autosizeInfo")?.is_null();
    let info = get(rs, value, "shapeInfo")?;
    let shape = match class_of(rs, &info).as_deref() {
        Some("TableHeaderInfo") => Shape::Table(table_header(rs, &info)?),
        Some("WideViewHeaderInfo") => Shape::Wide(number(rs, &info, "columns")?),
        Some("ComplexViewHeaderInfo") => Shape::Complex,
        _ => Shape::List,
    };
    Ok(FormatStart { auto_size, shape })
}

fn table_header(rs: &mut Runspace, info: &Value) -> Result<TableHeader> {
    let mut columns = Vec::new();
    for column in items(rs, info, "tableColumnInfoList")? {
        columns.push(TableColumn {
            width: number(rs, &column, "width")?,
            alignment: alignment(rs, &column)?,
            label: text(rs, &column, "label")?,
            property: text(rs, &column, "propertyName")?,
            header_matches: flag(rs, &column, "HeaderMatchesProperty")?,
        });
    }
    Ok(TableHeader {
        hide_header: flag(rs, info, "hideHeader")?,
        repeat_header: flag(rs, info, "repeatHeader")?,
        columns,
    })
}

fn heading(rs: &mut Runspace, value: &Value) -> Result<Option<Vec<Piece>>> {
    let entry = get(rs, value, "groupingEntry")?;
    if entry.is_null() { Ok(None) } else { pieces(rs, &entry).map(Some) }
}

fn entry(rs: &mut Runspace, value: &Value) -> Result<Entry> {
    let info = get(rs, value, "formatEntryInfo")?;
    let info = match class_of(rs, &info).as_deref() {
        Some("ListViewEntry") => {
            let mut fields = Vec::new();
            for item in items(rs, &info, "listViewFieldList")? {
                let value = get(rs, &item, "formatPropertyField")?;
                fields.push(ListField {
                    label: text(rs, &item, "label")?,
                    property: text(rs, &item, "propertyName")?,
                    field: field(rs, &value)?,
                });
            }
            EntryInfo::List(fields)
        }
        Some("TableRowEntry") => {
            let mut fields = Vec::new();
            for item in items(rs, &info, "formatPropertyFieldList")? {
                fields.push(field(rs, &item)?);
            }
            EntryInfo::Row(Row { fields, multi_line: flag(rs, &info, "multiLine")? })
        }
        Some("WideViewEntry") => {
            let value = get(rs, &info, "formatPropertyField")?;
            EntryInfo::Wide(field(rs, &value)?)
        }
        Some("ComplexViewEntry") => EntryInfo::Complex(pieces(rs, &info)?),
        _ => EntryInfo::Raw(text(rs, &info, "text")?.unwrap_or_default()),
    };
    let stream = match text(rs, value, "writeStream")?.as_ref().and_then(PsString::as_str) {
        Some("Error") => Stream::Error,
        Some("Warning") => Stream::Warning,
        Some("Verbose") => Stream::Verbose,
        Some("Debug") => Stream::Debug,
        _ => Stream::None,
    };
    Ok(Entry { info, out_of_band: flag(rs, value, "outOfBand")?, stream })
}

fn pieces(rs: &mut Runspace, value: &Value) -> Result<Vec<Piece>> {
    stack::check()?;
    let mut list = Vec::new();
    for item in items(rs, value, "formatValueList")? {
        list.push(match class_of(rs, &item).as_deref() {
            Some("FormatNewLine") => Piece::NewLine,
            Some("FormatPropertyField") => Piece::Field(field(rs, &item)?),
            Some("FormatEntry") => {
                let frame = get(rs, &item, "frameInfo")?;
                let frame = if frame.is_null() { None } else { Some(self::frame(rs, &frame)?) };
                Piece::Group(frame, pieces(rs, &item)?)
            }
            _ => Piece::Text(text(rs, &item, "text")?.unwrap_or_default()),
        });
    }
    Ok(list)
}

fn frame(rs: &mut Runspace, value: &Value) -> Result<Frame> {
    Ok(Frame {
        first: number(rs, value, "firstLine")?,
        left: number(rs, value, "leftIndentation")?,
        right: number(rs, value, "rightIndentation")?,
    })
}

fn field(rs: &mut Runspace, value: &Value) -> Result<Field> {
    Ok(Field {
        text: text(rs, value, "propertyValue")?.unwrap_or_default(),
        alignment: alignment(rs, value)?,
    })
}

fn alignment(rs: &mut Runspace, value: &Value) -> Result<Alignment> {
    Ok(Alignment::from_number(number(rs, value, "alignment")?))
}

fn get(rs: &mut Runspace, value: &Value, name: &str) -> Result<Value> {
    rs.get_property(value, name)
}

fn items(rs: &mut Runspace, value: &Value, name: &str) -> Result<Vec<Value>> {
    let list = get(rs, value, name)?;
    Ok(rs.enumerate(&list)?.unwrap_or_default())
}

fn text(rs: &mut Runspace, value: &Value, name: &str) -> Result<Option<PsString>> {
    Ok(get(rs, value, name)?.as_string().cloned())
}

fn number(rs: &mut Runspace, value: &Value, name: &str) -> Result<i32> {
    let value = get(rs, value, name)?;
    convert::to_int(rs, &value)
}

fn flag(rs: &mut Runspace, value: &Value, name: &str) -> Result<bool> {
    Ok(convert::to_bool(&get(rs, value, name)?))
}
