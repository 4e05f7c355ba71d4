//! What a view is: which columns, items or texts the objects of some types show (about_Format.ps1xml).
//!
//! The built-in ones are static tables, one file for each area; a runspace lays its own over them
//! (Update-FormatData) as a [`ViewTable`].

mod commands;
mod dotnet;
mod engine;
mod file_system;
mod ps1xml;
mod style;
mod table;

pub use ps1xml::{ViewError, read_ps1xml};
pub use table::{Shape, ViewTable, without_prefix};

use pwsh_runtime::Runspace;
use pwsh_value::{Result, Value};
use std::borrow::Cow;

/// A text that is static for built-in views.
pub type Text = Cow<'static, str>;

/// A list that is static for built-in views.
pub type List<T> = Cow<'static, [T]>;

/// How objects of some types are shown.
#[derive(Clone, Debug)]
pub struct View {
    /// The name, for `-View`.
    pub name: Text,
    /// The types whose objects, and those of types derived from them, it shows.
    pub types: List<Text>,
    /// By what objects are gathered under a heading.
    pub grouping: Option<Grouping>,
    /// What is shown.
    pub control: Control,
    /// Whether such objects are shown on their own, wherever they stand in a table or list of others.
    pub out_of_band: bool,
}

/// What a view shows.
#[derive(Clone, Debug)]
pub enum Control {
    /// Columns.
    Table(Table),
    /// One line for each item; the first entry for the object's type, else the one for all.
    List(List<ListEntry>),
    /// One value for each object, several on a line.
    Wide(List<WideEntry>),
    /// Free text.
    Custom(List<CustomEntry>),
}

/// A table's columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// The columns.
    pub columns: List<Column>,
    /// Whether long values go on in further lines.
    pub wrap: bool,
    /// Whether the widths follow from all rows.
    pub auto_size: bool,
    /// Whether there is no header.
    pub hide_header: bool,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The header.
    pub label: Text,
    /// Its width in cells, 0 to be computed.
    pub width: usize,
    /// On which side its values stand.
    pub alignment: Alignment,
    /// Its values.
    pub source: Source,
    /// A format of its values; empty for none.
    pub format: Text,
}

/// A list view for some types.
#[derive(Clone, Debug)]
pub struct ListEntry {
    /// The types; none for all.
    pub types: List<Text>,
    /// The lines.
    pub items: List<ListItem>,
}

/// A line of a list.
#[derive(Clone, Debug)]
pub struct ListItem {
    /// What stands before the colon.
    pub label: Text,
    /// What stands behind it.
    pub source: Source,
    /// A format of the value; empty for none.
    pub format: Text,
}

/// A wide view for some types.
#[derive(Clone, Debug)]
pub struct WideEntry {
    /// The types; none for all.
    pub types: List<Text>,
    /// The value.
    pub source: Source,
    /// A format of the value; empty for none.
    pub format: Text,
}

/// A custom view for some types.
#[derive(Clone, Debug)]
pub struct CustomEntry {
    /// The types; none for all.
    pub types: List<Text>,
    /// What is written.
    pub tokens: List<Token>,
}

/// A part of a custom view.
#[derive(Clone, Debug)]
pub enum Token {
    /// This text.
    Text(Text),
    /// The end of a line.
    NewLine,
    /// A value.
    Value {
        /// Where it comes from; `None`: the object itself.
        source: Option<Source>,
        /// Shown if this is true; `None`: always.
        condition: Option<Source>,
        /// Whether each of its items is shown.
        each: bool,
        /// How it is shown; empty: by its text.
        entries: List<CustomEntry>,
    },
    /// An indented part.
    Frame {
        /// By how much all lines are indented.
        left: usize,
        /// By how much they end before the right edge.
        right: usize,
        /// By how much more the first line is indented; negative: the others.
        first: isize,
        /// The part.
        tokens: List<Token>,
    },
}

/// Where a value comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A property.
    Property(Text),
    /// A script over `$_`.
    Script(Text),
    /// A function of this program.
    Native(fn(&mut Runspace, &Value) -> Result<Value>),
}

/// By what objects are gathered.
#[derive(Clone, Debug)]
pub struct Grouping {
    /// A new group begins where this changes.
    pub key: Source,
    /// What stands before the key's value in the heading; empty: the key's name.
    pub label: Text,
    /// The heading; empty: label and value.
    pub heading: List<CustomEntry>,
}

/// On which side of its column a value stands (`TextAlignment`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Alignment {
    /// As the header says, in the end left.
    #[default]
    Undefined = 0,
    /// Left.
    Left = 1,
    /// In the middle.
    Center = 2,
    /// Right.
    Right = 3,
}

impl Alignment {
    /// The alignment of that number.
    pub fn from_number(number: i32) -> Alignment {
        match number {
            1 => Alignment::Left,
            2 => Alignment::Center,
            3 => Alignment::Right,
            _ => Alignment::Undefined,
        }
    }
}

/// A static view before its names are made into lists: what the tables in this folder consist of.
struct Built {
    name: &'static str,
    types: &'static [&'static str],
    grouping: Option<BuiltGrouping>,
    control: BuiltControl,
    out_of_band: bool,
}

enum BuiltControl {
    Table { wrap: bool, auto_size: bool, columns: &'static [Column] },
    List(&'static [BuiltEntry<&'static [ListItem]>]),
    Wide(&'static [BuiltEntry<ListItem>]),
    Custom(&'static [Token]),
}

struct BuiltEntry<T: 'static> {
    types: &'static [&'static str],
    content: T,
}

struct BuiltGrouping {
    key: Source,
    label: &'static str,
    heading: &'static [Token],
}

const fn prop(name: &'static str) -> Source {
    Source::Property(Cow::Borrowed(name))
}

const fn script(text: &'static str) -> Source {
    Source::Script(Cow::Borrowed(text))
}

const fn column(label: &'static str, width: usize, alignment: Alignment, source: Source) -> Column {
    Column { label: Cow::Borrowed(label), width, alignment, source, format: Cow::Borrowed("") }
}

const fn item(label: &'static str, source: Source) -> ListItem {
    ListItem { label: Cow::Borrowed(label), source, format: Cow::Borrowed("") }
}

const fn entry(
    types: &'static [&'static str],
    content: &'static [ListItem],
) -> BuiltEntry<&'static [ListItem]> {
    BuiltEntry { types, content }
}

const fn wide(types: &'static [&'static str], source: Source, format: &'static str) -> BuiltEntry<ListItem> {
    BuiltEntry { types, content: ListItem { label: Cow::Borrowed(""), source, format: Cow::Borrowed(format) } }
}

const fn text(text: &'static str) -> Token {
    Token::Text(Cow::Borrowed(text))
}

const fn value(source: Source) -> Token {
    Token::Value { source: Some(source), condition: None, each: false, entries: Cow::Borrowed(&[]) }
}

const fn frame(left: usize, tokens: &'static [Token]) -> Token {
    Token::Frame { left, right: 0, first: 0, tokens: Cow::Borrowed(tokens) }
}

const fn grouped(key: Source, label: &'static str, heading: &'static [Token]) -> Option<BuiltGrouping> {
    Some(BuiltGrouping { key, label, heading })
}

impl Built {
    const fn table(
        name: &'static str,
        types: &'static [&'static str],
        grouping: Option<BuiltGrouping>,
        wrap: bool,
        auto_size: bool,
        columns: &'static [Column],
    ) -> Built {
        let control = BuiltControl::Table { wrap, auto_size, columns };
        Built { name, types, grouping, control, out_of_band: false }
    }

    const fn list(
        name: &'static str,
        types: &'static [&'static str],
        grouping: Option<BuiltGrouping>,
        entries: &'static [BuiltEntry<&'static [ListItem]>],
    ) -> Built {
        Built { name, types, grouping, control: BuiltControl::List(entries), out_of_band: false }
    }

    const fn wide(
        name: &'static str,
        types: &'static [&'static str],
        grouping: Option<BuiltGrouping>,
        entries: &'static [BuiltEntry<ListItem>],
    ) -> Built {
        Built { name, types, grouping, control: BuiltControl::Wide(entries), out_of_band: false }
    }

    const fn custom(
        name: &'static str,
        types: &'static [&'static str],
        grouping: Option<BuiltGrouping>,
        tokens: &'static [Token],
    ) -> Built {
        Built { name, types, grouping, control: BuiltControl::Custom(tokens), out_of_band: false }
    }

    const fn alone(name: &'static str, types: &'static [&'static str], tokens: &'static [Token]) -> Built {
        Built { name, types, grouping: None, control: BuiltControl::Custom(tokens), out_of_band: true }
    }

    fn view(&self) -> View {
        View {
            name: Cow::Borrowed(self.name),
            types: texts(self.types),
            grouping: self.grouping.as_ref().map(|grouping| Grouping {
                key: grouping.key.clone(),
                label: Cow::Borrowed(grouping.label),
                heading: custom_entries(grouping.heading),
            }),
            control: match &self.control {
                BuiltControl::Table { wrap, auto_size, columns } => Control::Table(Table {
                    columns: Cow::Borrowed(columns),
                    wrap: *wrap,
                    auto_size: *auto_size,
                    hide_header: false,
                }),
                BuiltControl::List(entries) => Control::List(
                    entries
                        .iter()
                        .map(|e| ListEntry { types: texts(e.types), items: Cow::Borrowed(e.content) })
                        .collect(),
                ),
                BuiltControl::Wide(entries) => Control::Wide(
                    entries
                        .iter()
                        .map(|e| WideEntry {
                            types: texts(e.types),
                            source: e.content.source.clone(),
                            format: e.content.format.clone(),
                        })
                        .collect(),
                ),
                BuiltControl::Custom(tokens) => Control::Custom(custom_entries(tokens)),
            },
            out_of_band: self.out_of_band,
        }
    }
}

fn texts(list: &[&'static str]) -> List<Text> {
    list.iter().map(|text| Cow::Borrowed(*text)).collect()
}

fn custom_entries(tokens: &'static [Token]) -> List<CustomEntry> {
    if tokens.is_empty() {
        return Cow::Borrowed(&[]);
    }
    vec![CustomEntry { types: Cow::Borrowed(&[]), tokens: Cow::Borrowed(tokens) }].into()
}
