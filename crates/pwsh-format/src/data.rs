//! Format data: what the format cmdlets put out and the out cmdlets make lines of.

use crate::view::Alignment;
use pwsh_value::PsString;

/// One piece of format data in a pipeline.
#[derive(Clone, Debug)]
pub enum Packet {
    /// `FormatStartData`: a display begins.
    FormatStart(FormatStart),
    /// `FormatEndData`
    FormatEnd,
    /// `GroupStartData`, with the group's heading if it has one.
    GroupStart(Option<Vec<Piece>>),
    /// `GroupEndData`
    GroupEnd,
    /// `FormatEntryData`: an object.
    Entry(Entry),
}

/// `FormatStartData`
#[derive(Clone, Debug)]
pub struct FormatStart {
    /// Whether all rows are seen before the widths are chosen (`autosizeInfo`).
    pub auto_size: bool,
    /// The shape of what follows.
    pub shape: Shape,
}

/// `ShapeInfo`
#[derive(Clone, Debug)]
pub enum Shape {
    /// `TableHeaderInfo`
    Table(TableHeader),
    /// `ListViewHeaderInfo`
    List,
    /// `WideViewHeaderInfo`: the number of columns, 0 if it follows from the values.
    Wide(i32),
    /// `ComplexViewHeaderInfo`
    Complex,
}

/// `TableHeaderInfo`
#[derive(Clone, Debug)]
pub struct TableHeader {
    /// Whether no header is shown.
    pub hide_header: bool,
    /// Whether the header is shown again on each screen.
    pub repeat_header: bool,
    /// The columns.
    pub columns: Vec<TableColumn>,
}

/// `TableColumnInfo`
#[derive(Clone, Debug)]
pub struct TableColumn {
    /// The width in cells, 0 to be computed.
    pub width: i32,
    /// On which side values stand.
    pub alignment: Alignment,
    /// The header that a view gives.
    pub label: Option<PsString>,
    /// The header that is a property's name.
    pub property: Option<PsString>,
    /// Whether the header is the name of the property that is shown.
    pub header_matches: bool,
}

impl TableColumn {
    /// The header.
    pub fn header(&self) -> &str {
        let text = self.label.as_ref().or(self.property.as_ref());
        text.and_then(PsString::as_str).unwrap_or("")
    }
}

/// `FormatEntryData`
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is shown.
    pub info: EntryInfo,
    /// Whether it stands on its own, without the columns or items of what is around it.
    pub out_of_band: bool,
    /// The stream that the object came from: `None`, `Error`, `Warning`, `Verbose` or `Debug`.
    pub stream: Stream,
}

/// `WriteStreamType`
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are PowerShell's")]
pub enum Stream {
    #[default]
    None,
    Error,
    Warning,
    Verbose,
    Debug,
}

/// `FormatEntryInfo`
#[derive(Clone, Debug)]
pub enum EntryInfo {
    /// `RawTextFormatEntry`: a text as it is.
    Raw(PsString),
    /// `ListViewEntry`
    List(Vec<ListField>),
    /// `TableRowEntry`
    Row(Row),
    /// `WideViewEntry`
    Wide(Field),
    /// `ComplexViewEntry`
    Complex(Vec<Piece>),
}

/// `TableRowEntry`
#[derive(Clone, Debug)]
pub struct Row {
    /// The cells.
    pub fields: Vec<Field>,
    /// Whether long values go on in further lines.
    pub multi_line: bool,
}

/// `ListViewField`
#[derive(Clone, Debug)]
pub struct ListField {
    /// The label that a view gives.
    pub label: Option<PsString>,
    /// The property's name.
    pub property: Option<PsString>,
    /// The value.
    pub field: Field,
}

impl ListField {
    /// What stands before the colon.
    pub fn header(&self) -> &str {
        let text = self.label.as_ref().or(self.property.as_ref());
        text.and_then(PsString::as_str).unwrap_or("")
    }
}

/// `FormatPropertyField`
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// The value's text.
    pub text: PsString,
    /// On which side it stands.
    pub alignment: Alignment,
}

/// `FormatValue`: a part of free text.
#[derive(Clone, Debug)]
pub enum Piece {
    /// `FormatNewLine`
    NewLine,
    /// `FormatTextField`
    Text(PsString),
    /// `FormatPropertyField`
    Field(Field),
    /// `FormatEntry`: parts, indented if they have a frame.
    Group(Option<Frame>, Vec<Piece>),
}

/// `FrameInfo`: an indentation.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// How much more the first line is indented; negative: the others.
    pub first: i32,
    /// The left margin.
    pub left: i32,
    /// The right margin.
    pub right: i32,
}
