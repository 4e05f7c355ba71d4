//! Format data as objects: PowerShell's internal types, as they go through pipelines and over the wire.

use crate::data::{
    Entry, EntryInfo, Field, FormatStart, Frame, ListField, Packet, Piece, Row, Shape, Stream, TableColumn,
    TableHeader,
};
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, Entry as Member, FacadeType, close_generic, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// The payload of a piece of format data: the values of its properties, in the declared order. What stands at
/// the top of the pipeline keeps the packet that it was made from.
pub(crate) struct FormatObject {
    pub(crate) packet: Option<Packet>,
    values: Vec<Value>,
}

impl Payload for FormatObject {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.values.iter().for_each(visit);
    }
}

/// The getter of property `N`.
fn nth<const N: usize>(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<FormatObject>().payload().values.get(N).cloned().unwrap_or_default())
}

const ID: Member = property("string ClassId2e4f51ef21dd47e99d3c952918aff9cd {get;}", nth::<0>);

/// The packet as an object.
pub(crate) fn object(packet: Packet) -> Value {
    let (class, values) = match &packet {
        Packet::FormatStart(start) => (&FORMAT_START, format_start(start)),
        Packet::FormatEnd => (&FORMAT_END, vec![Value::Null]),
        Packet::GroupStart(heading) => {
            let heading = heading.as_ref().map(|pieces| make(&GROUPING, vec![pieces_list(pieces)]));
            (&GROUP_START, vec![Value::Null, heading.into()])
        }
        Packet::GroupEnd => (&GROUP_END, vec![Value::Null]),
        Packet::Entry(entry) => (&ENTRY, self::entry(entry)),
    };
    build(class, values, Some(packet))
}

/// A class and the value of its first property.
struct Class {
    facade: &'static FacadeType,
    id: &'static str,
}

fn make(class: &Class, values: Vec<Value>) -> Value {
    build(class, values, None)
}

fn build(class: &Class, mut values: Vec<Value>, packet: Option<Packet>) -> Value {
    values.insert(0, class.id.into());
    Value::Object(Obj::new(named(class.facade.name), FormatObject { packet, values }))
}

fn list(class: &Class, items: Vec<Value>) -> Value {
    typed_list(class.facade.name, items)
}

fn typed_list(element: &str, items: Vec<Value>) -> Value {
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![named(element)]);
    Value::Object(Obj::new(ty, List::of_values(items)))
}

fn pieces_list(pieces: &[Piece]) -> Value {
    typed_list(FORMAT_VALUE, pieces.iter().map(piece).collect())
}

fn text(text: Option<&PsString>) -> Value {
    text.cloned().map_or(Value::Null, Value::String)
}

fn format_start(start: &FormatStart) -> Vec<Value> {
    let auto_size = start.auto_size.then(|| make(&AUTOSIZE, vec![Value::Int32(0)]));
    let shape = match &start.shape {
        Shape::Table(header) => table_header(header),
        Shape::List => make(&LIST_HEADER, Vec::new()),
        Shape::Wide(columns) => make(&WIDE_HEADER, vec![Value::Int32(*columns)]),
        Shape::Complex => make(&COMPLEX_HEADER, Vec::new()),
    };
    vec![Value::Null, Value::Null, auto_size.into(), shape, Value::Null]
}

fn table_header(header: &TableHeader) -> Value {
    let columns = header.columns.iter().map(column).collect();
    make(&TABLE_HEADER, vec![header.hide_header.into(), header.repeat_header.into(), list(&COLUMN, columns)])
}

fn column(column: &TableColumn) -> Value {
    make(
        &COLUMN,
        vec![
            column.width.into(),
            (column.alignment as i32).into(),
            text(column.label.as_ref()),
            text(column.property.as_ref()),
            column.header_matches.into(),
        ],
    )
}

fn entry(entry: &Entry) -> Vec<Value> {
    let info = match &entry.info {
        EntryInfo::Raw(raw) => make(&RAW, vec![raw.clone().into()]),
        EntryInfo::List(fields) => {
            make(&LIST_ENTRY, vec![list(&LIST_FIELD, fields.iter().map(list_field).collect())])
        }
        EntryInfo::Row(Row { fields, multi_line }) => {
            make(&ROW, vec![list(&FIELD, fields.iter().map(field).collect()), (*multi_line).into()])
        }
        EntryInfo::Wide(value) => make(&WIDE_ENTRY, vec![field(value)]),
        EntryInfo::Complex(pieces) => make(&COMPLEX_ENTRY, vec![pieces_list(pieces)]),
    };
    let stream = match entry.stream {
        Stream::None => "None",
        Stream::Error => "Error",
        Stream::Warning => "Warning",
        Stream::Verbose => "Verbose",
        Stream::Debug => "Debug",
    };
    vec![info, entry.out_of_band.into(), stream.into()]
}

fn list_field(field: &ListField) -> Value {
    make(
        &LIST_FIELD,
        vec![text(field.label.as_ref()), text(field.property.as_ref()), self::field(&field.field)],
    )
}

fn field(field: &Field) -> Value {
    make(&FIELD, vec![field.text.clone().into(), (field.alignment as i32).into()])
}

fn piece(piece: &Piece) -> Value {
    match piece {
        Piece::NewLine => make(&NEW_LINE, Vec::new()),
        Piece::Text(text) => make(&TEXT, vec![text.clone().into()]),
        Piece::Field(value) => field(value),
        Piece::Group(frame, pieces) => {
            let frame = frame.map(|Frame { first, left, right }| {
                make(&FRAME, vec![left.into(), right.into(), first.into()])
            });
            make(&VALUE_GROUP, vec![pieces_list(pieces), frame.into()])
        }
    }
}

/// Whether a value is format data of this session.
pub(crate) fn packet(value: &Value) -> Option<&Packet> {
    value.as_object()?.get::<FormatObject>()?.payload().packet.as_ref()
}

const FORMAT_VALUE: &str = "Microsoft.PowerShell.Commands.Internal.Format.FormatValue";

/// One of the classes below.
macro_rules! class {
    ($class:ident, $facade:ident, $name:literal, $base:literal, $id:literal, [$($member:expr),* $(,)?]) => {
        static $facade: FacadeType = FacadeType {
            base: concat!("Microsoft.PowerShell.Commands.Internal.Format.", $base),
            members: &[ID, $($member),*],
            ..FacadeType::class(concat!("Microsoft.PowerShell.Commands.Internal.Format.", $name))
        };
        static $class: Class = Class { facade: &$facade, id: $id };
    };
}

/// A class that only others derive from.
macro_rules! base_class {
    ($facade:ident, $name:literal, $base:expr) => {
        static $facade: FacadeType = FacadeType {
            base: $base,
            ..FacadeType::class(concat!("Microsoft.PowerShell.Commands.Internal.Format.", $name))
        };
    };
}

base_class!(FORMAT_INFO_DATA_BASE, "FormatInfoData", "System.Object");
base_class!(
    PACKET_INFO_DATA_BASE,
    "PacketInfoData",
    "Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData"
);
base_class!(
    CONTROL_INFO_DATA_BASE,
    "ControlInfoData",
    "Microsoft.PowerShell.Commands.Internal.Format.PacketInfoData"
);
base_class!(START_DATA_BASE, "StartData", "Microsoft.PowerShell.Commands.Internal.Format.ControlInfoData");
base_class!(SHAPE_INFO_BASE, "ShapeInfo", "Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData");
base_class!(
    FORMAT_ENTRY_INFO_BASE,
    "FormatEntryInfo",
    "Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData"
);
base_class!(
    FREE_FORMAT_ENTRY_BASE,
    "FreeFormatEntry",
    "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryInfo"
);
base_class!(FORMAT_VALUE_BASE, "FormatValue", "Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData");
class!(
    FORMAT_START,
    FORMAT_START_TYPE,
    "FormatStartData",
    "StartData",
    "033ecb2bc07a4d43b5ef94ed5a35d280",
    [
        property("object pageHeaderEntry {get;}", nth::<1>),
        property("object pageFooterEntry {get;}", nth::<2>),
        property("object autosizeInfo {get;}", nth::<3>),
        property("object shapeInfo {get;}", nth::<4>),
        property("object groupingEntry {get;}", nth::<5>)
    ]
);
class!(
    FORMAT_END,
    FORMAT_END_TYPE,
    "FormatEndData",
    "ControlInfoData",
    "cf522b78d86c486691226b40aa69e95c",
    [property("object groupingEntry {get;}", nth::<1>)]
);
class!(
    GROUP_START,
    GROUP_START_TYPE,
    "GroupStartData",
    "StartData",
    "9e210fe47d09416682b841769c78b8a3",
    [property("object shapeInfo {get;}", nth::<1>), property("object groupingEntry {get;}", nth::<2>)]
);
class!(
    GROUP_END,
    GROUP_END_TYPE,
    "GroupEndData",
    "ControlInfoData",
    "4ec4f0187cb04f4cb6973460dfe252df",
    [property("object groupingEntry {get;}", nth::<1>)]
);
class!(
    ENTRY,
    ENTRY_TYPE,
    "FormatEntryData",
    "PacketInfoData",
    "27c87ef9bbda4f709f6b4002fa4af63c",
    [
        property("object formatEntryInfo {get;}", nth::<1>),
        property("bool outOfBand {get;}", nth::<2>),
        property("string writeStream {get;}", nth::<3>)
    ]
);
class!(
    WIDE_HEADER,
    WIDE_HEADER_TYPE,
    "WideViewHeaderInfo",
    "ShapeInfo",
    "b2e2775d33d544c794d0081f27021b5c",
    [property("int columns {get;}", nth::<1>)]
);
class!(
    TABLE_HEADER,
    TABLE_HEADER_TYPE,
    "TableHeaderInfo",
    "ShapeInfo",
    "e3b7a39c089845d388b2e84c5d38f5dd",
    [
        property("bool hideHeader {get;}", nth::<1>),
        property("bool repeatHeader {get;}", nth::<2>),
        property("object tableColumnInfoList {get;}", nth::<3>)
    ]
);
class!(
    COLUMN,
    COLUMN_TYPE,
    "TableColumnInfo",
    "FormatInfoData",
    "7572aa4155ec4558817a615acf7dd92e",
    [
        property("int width {get;}", nth::<1>),
        property("int alignment {get;}", nth::<2>),
        property("string label {get;}", nth::<3>),
        property("string propertyName {get;}", nth::<4>),
        property("bool HeaderMatchesProperty {get;}", nth::<5>)
    ]
);
class!(
    LIST_HEADER,
    LIST_HEADER_TYPE,
    "ListViewHeaderInfo",
    "ShapeInfo",
    "830bdcb24c1642258724e441512233a4",
    []
);
class!(
    COMPLEX_HEADER,
    COMPLEX_HEADER_TYPE,
    "ComplexViewHeaderInfo",
    "ShapeInfo",
    "5197dd85ca6f4cce9ae9e6fd6ded9d76",
    []
);
class!(
    RAW,
    RAW_TYPE,
    "RawTextFormatEntry",
    "FormatEntryInfo",
    "29ED81BA914544d4BC430F027EE053E9",
    [property("string text {get;}", nth::<1>)]
);
class!(
    LIST_ENTRY,
    LIST_ENTRY_TYPE,
    "ListViewEntry",
    "FormatEntryInfo",
    "cf58f450baa848ef8eb3504008be6978",
    [property("object listViewFieldList {get;}", nth::<1>)]
);
class!(
    LIST_FIELD,
    LIST_FIELD_TYPE,
    "ListViewField",
    "FormatInfoData",
    "b761477330ce4fb2a665999879324d73",
    [
        property("string label {get;}", nth::<1>),
        property("string propertyName {get;}", nth::<2>),
        property("object formatPropertyField {get;}", nth::<3>)
    ]
);
class!(
    ROW,
    ROW_TYPE,
    "TableRowEntry",
    "FormatEntryInfo",
    "0e59526e2dd441aa91e7fc952caf4a36",
    [
        property("object formatPropertyFieldList {get;}", nth::<1>),
        property("bool multiLine {get;}", nth::<2>)
    ]
);
class!(
    WIDE_ENTRY,
    WIDE_ENTRY_TYPE,
    "WideViewEntry",
    "FormatEntryInfo",
    "59bf79de63354a7b9e4d1697940ff188",
    [property("object formatPropertyField {get;}", nth::<1>)]
);
class!(
    COMPLEX_ENTRY,
    COMPLEX_ENTRY_TYPE,
    "ComplexViewEntry",
    "FreeFormatEntry",
    "22e7ef3c896449d4a6f2dedea05dd737",
    [property("object formatValueList {get;}", nth::<1>)]
);
class!(
    GROUPING,
    GROUPING_TYPE,
    "GroupingEntry",
    "FreeFormatEntry",
    "919820b7eadb48be8e202c5afa5c2716",
    [property("object formatValueList {get;}", nth::<1>)]
);
class!(
    AUTOSIZE,
    AUTOSIZE_TYPE,
    "AutosizeInfo",
    "FormatInfoData",
    "a27f094f0eec4d64845801a4c06a32ae",
    [property("int objectCount {get;}", nth::<1>)]
);
class!(NEW_LINE, NEW_LINE_TYPE, "FormatNewLine", "FormatValue", "de7e8b96fbd84db5a43aa82eb34580ec", []);
class!(
    TEXT,
    TEXT_TYPE,
    "FormatTextField",
    "FormatValue",
    "b8d9e369024a43a580b9e0c9279e3354",
    [property("string text {get;}", nth::<1>)]
);
class!(
    FIELD,
    FIELD_TYPE,
    "FormatPropertyField",
    "FormatValue",
    "78b102e894f742aca8c1d6737b6ff86a",
    [property("string propertyValue {get;}", nth::<1>), property("int alignment {get;}", nth::<2>)]
);
class!(
    VALUE_GROUP,
    VALUE_GROUP_TYPE,
    "FormatEntry",
    "FormatValue",
    "fba029a113a5458d932a2ed4871fadf2",
    [property("object formatValueList {get;}", nth::<1>), property("object frameInfo {get;}", nth::<2>)]
);
class!(
    FRAME,
    FRAME_TYPE,
    "FrameInfo",
    "FormatInfoData",
    "091C9E762E33499eBE318901B6EFB733",
    [
        property("int leftIndentation {get;}", nth::<1>),
        property("int rightIndentation {get;}", nth::<2>),
        property("int firstLine {get;}", nth::<3>)
    ]
);

/// The classes, for [`pwsh_value::ty::install`].
pub static TYPES: &[&FacadeType] = &[
    &FORMAT_INFO_DATA_BASE,
    &PACKET_INFO_DATA_BASE,
    &CONTROL_INFO_DATA_BASE,
    &START_DATA_BASE,
    &SHAPE_INFO_BASE,
    &FORMAT_ENTRY_INFO_BASE,
    &FREE_FORMAT_ENTRY_BASE,
    &FORMAT_VALUE_BASE,
    &FORMAT_START_TYPE,
    &FORMAT_END_TYPE,
    &GROUP_START_TYPE,
    &GROUP_END_TYPE,
    &ENTRY_TYPE,
    &WIDE_HEADER_TYPE,
    &TABLE_HEADER_TYPE,
    &COLUMN_TYPE,
    &LIST_HEADER_TYPE,
    &COMPLEX_HEADER_TYPE,
    &RAW_TYPE,
    &LIST_ENTRY_TYPE,
    &LIST_FIELD_TYPE,
    &ROW_TYPE,
    &WIDE_ENTRY_TYPE,
    &COMPLEX_ENTRY_TYPE,
    &GROUPING_TYPE,
    &AUTOSIZE_TYPE,
    &NEW_LINE_TYPE,
    &TEXT_TYPE,
    &FIELD_TYPE,
    &VALUE_GROUP_TYPE,
    &FRAME_TYPE,
];
