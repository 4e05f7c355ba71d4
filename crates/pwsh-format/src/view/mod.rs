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

/// How objects of some types are shown.
#[derive(Clone, Debug)]
pub struct View {
    /// The name, for `-View`.
    pub name: Text,
    /// The types whose objects, and those of types derived from them, it shows.
    pub types: Vec<Text>,
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
    List(Vec<ListEntry>),
    /// One value for each object, several on a line.
    Wide(Vec<WideEntry>),
    /// Free text.
    Custom(Vec<CustomEntry>),
}

/// A table's columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
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
    pub types: Vec<Text>,
    /// The lines.
    pub items: Vec<ListItem>,
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
    pub types: Vec<Text>,
    /// The value.
    pub source: Source,
    /// A format of the value; empty for none.
    pub format: Text,
}

/// A custom view for some types.
#[derive(Clone, Debug)]
pub struct CustomEntry {
    /// The types; none for all.
    pub types: Vec<Text>,
    /// What is written.
    pub tokens: Vec<Token>,
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
        entries: Vec<CustomEntry>,
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
        tokens: Vec<Token>,
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
    pub heading: Vec<CustomEntry>,
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

fn prop(name: &'static str) -> Source {
    Source::Property(Cow::Borrowed(name))
}

fn script(text: &'static str) -> Source {
    Source::Script(Cow::Borrowed(text))
}

fn column(label: &'static str, width: usize, alignment: Alignment, source: Source) -> Column {
    Column { label: label.into(), width, alignment, source, format: Text::default() }
}

/// A column of a property under its own name.
fn aligned(name: &'static str, width: usize, alignment: Alignment) -> Column {
    column(name, width, alignment, prop(name))
}

/// A column of a property under its own name, aligned by what its values are.
fn own(name: &'static str, width: usize) -> Column {
    aligned(name, width, Alignment::Undefined)
}

fn item(label: &'static str, source: Source) -> ListItem {
    ListItem { label: label.into(), source, format: Text::default() }
}

/// A line of a property under its own name.
fn own_item(name: &'static str) -> ListItem {
    item(name, prop(name))
}

/// A line for each of these properties.
fn lines(names: &[&'static str]) -> Vec<ListItem> {
    names.iter().map(|name| own_item(name)).collect()
}

fn entry(types: &[&'static str], items: Vec<ListItem>) -> ListEntry {
    ListEntry { types: texts(types), items }
}

fn wide(types: &[&'static str], source: Source, format: &'static str) -> WideEntry {
    WideEntry { types: texts(types), source, format: format.into() }
}

fn text(text: &'static str) -> Token {
    Token::Text(text.into())
}

fn value(source: Source) -> Token {
    Token::Value { source: Some(source), condition: None, each: false, entries: Vec::new() }
}

/// Each item of a value, shown by these tokens.
fn each(source: Source, tokens: Vec<Token>) -> Token {
    Token::Value { source: Some(source), condition: None, each: true, entries: for_all(tokens) }
}

fn frame(left: usize, tokens: Vec<Token>) -> Token {
    Token::Frame { left, right: 0, first: 0, tokens }
}

fn grouped(key: Source, label: &'static str, heading: Vec<Token>) -> Option<Grouping> {
    Some(Grouping { key, label: label.into(), heading: for_all(heading) })
}

fn texts(list: &[&'static str]) -> Vec<Text> {
    list.iter().map(|text| Cow::Borrowed(*text)).collect()
}

/// These tokens for objects of all types; no entry for none.
fn for_all(tokens: Vec<Token>) -> Vec<CustomEntry> {
    if tokens.is_empty() { Vec::new() } else { vec![CustomEntry { types: Vec::new(), tokens }] }
}

impl View {
    fn of(name: &'static str, types: &[&'static str], grouping: Option<Grouping>, control: Control) -> View {
        View { name: name.into(), types: texts(types), grouping, control, out_of_band: false }
    }

    fn table(
        name: &'static str,
        types: &[&'static str],
        grouping: Option<Grouping>,
        wrap: bool,
        auto_size: bool,
        columns: Vec<Column>,
    ) -> View {
        View::of(
            name,
            types,
            grouping,
            Control::Table(Table { columns, wrap, auto_size, hide_header: false }),
        )
    }

    /// A table without groups, of columns as wide as they say.
    fn plain_table(name: &'static str, types: &[&'static str], columns: Vec<Column>) -> View {
        View::table(name, types, None, false, false, columns)
    }

    /// A list of the same lines for all its types.
    fn plain_list(name: &'static str, types: &[&'static str], items: Vec<ListItem>) -> View {
        View::list(name, types, None, vec![entry(&[], items)])
    }

    fn list(
        name: &'static str,
        types: &[&'static str],
        grouping: Option<Grouping>,
        entries: Vec<ListEntry>,
    ) -> View {
        View::of(name, types, grouping, Control::List(entries))
    }

    fn wide(
        name: &'static str,
        types: &[&'static str],
        grouping: Option<Grouping>,
        entries: Vec<WideEntry>,
    ) -> View {
        View::of(name, types, grouping, Control::Wide(entries))
    }

    fn custom(
        name: &'static str,
        types: &[&'static str],
        grouping: Option<Grouping>,
        tokens: Vec<Token>,
    ) -> View {
        View::of(name, types, grouping, Control::Custom(for_all(tokens)))
    }

    fn alone(name: &'static str, types: &[&'static str], tokens: Vec<Token>) -> View {
        View { out_of_band: true, ..View::custom(name, types, None, tokens) }
    }
}
