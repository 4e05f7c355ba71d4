//! Views in files (about_Format.ps1xml).

use super::{
    Alignment, Column, Control, CustomEntry, Grouping, ListEntry, ListItem, Source, Table, Text, Token, View,
    WideEntry,
};
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::collections::HashMap;

/// An element and what it holds.
#[derive(Default)]
struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

/// Elements nest no deeper.
const MAXIMUM_DEPTH: usize = 256;

/// Why a file of views is refused.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// It is not well-formed.
    #[error("expected well-formed XML: {0}")]
    Xml(#[from] quick_xml::Error),
    /// Its root is another element.
    #[error("expected Configuration as the root, found {0}")]
    Root(String),
    /// It nests too deep.
    #[error("expected at most {MAXIMUM_DEPTH} nested elements")]
    Depth,
}

impl Element {
    fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    fn text_of(&self, name: &str) -> Text {
        self.child(name).map_or(Cow::Borrowed(""), |child| child.text.trim().to_owned().into())
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.child(name)?.text.trim().parse().ok()
    }
}

/// Reads the views of a file.
///
/// # Errors
/// Text that is not XML, another root than `Configuration`, elements nested too deep. Elements that are not known
/// are passed over.
pub fn read_ps1xml(text: &str) -> Result<Vec<View>, ViewError> {
    let root = parse(text)?;
    if root.name != "Configuration" {
        return Err(ViewError::Root(root.name));
    }
    let shared = controls(root.child("Controls"), &HashMap::new());
    let views = root.child("ViewDefinitions");
    Ok(views
        .into_iter()
        .flat_map(|views| views.all("View"))
        .filter_map(|element| view(element, &shared))
        .collect())
}

fn parse(text: &str) -> Result<Element, ViewError> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event()?;
        match event {
            Event::Start(start) | Event::Empty(start) if open.len() > MAXIMUM_DEPTH => {
                drop(start);
                return Err(ViewError::Depth);
            }
            Event::Start(start) => open.push(element_of(start.local_name().as_ref())),
            Event::Empty(start) => {
                let element = element_of(start.local_name().as_ref());
                add(&mut open, element);
            }
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    add(&mut open, element);
                }
            }
            Event::Text(text) => push_text(&mut open, &text.decode().map_err(quick_xml::Error::from)?),
            Event::CData(text) => push_text(&mut open, &text.decode().map_err(quick_xml::Error::from)?),
            Event::GeneralRef(name) => push_text(&mut open, &reference(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(open.pop().and_then(|mut top| top.children.pop()).unwrap_or_default())
}

fn element_of(name: &[u8]) -> Element {
    Element { name: String::from_utf8_lossy(name).into_owned(), ..Element::default() }
}

fn add(open: &mut [Element], element: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(element);
    }
}

fn push_text(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn reference(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    let text = match &**name {
        b"lt" => "<",
        b"gt" => ">",
        b"amp" => "&",
        b"quot" => "\"",
        b"apos" => "'",
        _ => "",
    };
    text.to_owned()
}

/// Custom controls by name.
type Controls = HashMap<String, Vec<CustomEntry>>;

fn controls(element: Option<&Element>, outer: &Controls) -> Controls {
    let mut found = outer.clone();
    for control in element.into_iter().flat_map(|controls| controls.all("Control")) {
        if let Some(custom) = control.child("CustomControl") {
            let entries = custom_entries(custom, &found);
            found.insert(control.text_of("Name").into_owned(), entries);
        }
    }
    found
}

fn view(element: &Element, shared: &Controls) -> Option<View> {
    let controls = controls(element.child("Controls"), shared);
    let control = if let Some(table) = element.child("TableControl") {
        Control::Table(self::table(table))
    } else if let Some(list) = element.child("ListControl") {
        Control::List(list_entries(list))
    } else if let Some(wide) = element.child("WideControl") {
        Control::Wide(wide_entries(wide))
    } else {
        Control::Custom(custom_entries(element.child("CustomControl")?, &controls))
    };
    Some(View {
        name: element.text_of("Name"),
        types: types(element.child("ViewSelectedBy")),
        grouping: element.child("GroupBy").and_then(|group| grouping(group, &controls)),
        control,
        out_of_band: element.child("OutOfBand").is_some(),
    })
}

fn types(selected: Option<&Element>) -> Vec<Text> {
    let names = selected.into_iter().flat_map(|selected| selected.all("TypeName"));
    names.map(|name| Cow::Owned(name.text.trim().to_owned())).collect()
}

fn grouping(element: &Element, controls: &Controls) -> Option<Grouping> {
    let heading = match (element.child("CustomControl"), element.child("CustomControlName")) {
        (Some(custom), _) => custom_entries(custom, controls),
        (None, Some(name)) => controls.get(name.text.trim()).cloned().unwrap_or_default(),
        (None, None) => Vec::new(),
    };
    Some(Grouping { key: source(element)?, label: element.text_of("Label"), heading })
}

fn source(element: &Element) -> Option<Source> {
    if element.child("ScriptBlock").is_some() {
        return Some(Source::Script(element.text_of("ScriptBlock")));
    }
    element.child("PropertyName").map(|_| Source::Property(element.text_of("PropertyName")))
}

fn alignment(element: &Element) -> Alignment {
    match &*element.text_of("Alignment").to_lowercase() {
        "left" => Alignment::Left,
        "center" => Alignment::Center,
        "right" => Alignment::Right,
        _ => Alignment::Undefined,
    }
}

fn table(element: &Element) -> Table {
    let headers: Vec<&Element> =
        element.child("TableHeaders").into_iter().flat_map(|h| h.all("TableColumnHeader")).collect();
    let row = element.at(&["TableRowEntries", "TableRowEntry"]);
    let items = row.and_then(|row| row.child("TableColumnItems"));
    let items = items.into_iter().flat_map(|items| items.all("TableColumnItem"));
    let columns = items.enumerate().map(|(at, item)| {
        let header = headers.get(at).copied();
        let source = source(item).unwrap_or(Source::Property(Cow::Borrowed("")));
        let label = header.map_or(Cow::Borrowed(""), |header| header.text_of("Label"));
        let label = match (&source, label.is_empty()) {
            (Source::Property(text) | Source::Script(text), true) => text.clone(),
            _ => label,
        };
        let own = header.map_or(Alignment::Undefined, alignment);
        Column {
            label,
            width: header.and_then(|header| header.number("Width")).unwrap_or(0),
            alignment: if own == Alignment::Undefined { alignment(item) } else { own },
            source,
            format: item.text_of("FormatString"),
        }
    });
    Table {
        columns: columns.collect(),
        wrap: row.is_some_and(|row| row.child("Wrap").is_some()),
        auto_size: element.child("AutoSize").is_some(),
        hide_header: element.child("HideTableHeaders").is_some(),
    }
}

fn list_entries(element: &Element) -> Vec<ListEntry> {
    let entries = element.child("ListEntries").into_iter().flat_map(|entries| entries.all("ListEntry"));
    let entry = |entry: &Element| {
        let items = entry.child("ListItems").into_iter().flat_map(|items| items.all("ListItem"));
        let items = items.filter_map(|item| {
            let source = source(item)?;
            let label = match (&source, item.text_of("Label")) {
                (Source::Property(text) | Source::Script(text), label) if label.is_empty() => text.clone(),
                (_, label) => label,
            };
            Some(ListItem { label, source, format: item.text_of("FormatString") })
        });
        ListEntry { types: types(entry.child("EntrySelectedBy")), items: items.collect() }
    };
    entries.map(entry).collect()
}

fn wide_entries(element: &Element) -> Vec<WideEntry> {
    let entries = element.child("WideEntries").into_iter().flat_map(|entries| entries.all("WideEntry"));
    let entry = |entry: &Element| {
        let item = entry.child("WideItem")?;
        let source = source(item)?;
        Some(WideEntry {
            types: types(entry.child("EntrySelectedBy")),
            source,
            format: item.text_of("FormatString"),
        })
    };
    entries.filter_map(entry).collect()
}

fn custom_entries(element: &Element, controls: &Controls) -> Vec<CustomEntry> {
    let entries = element.child("CustomEntries").into_iter().flat_map(|entries| entries.all("CustomEntry"));
    let entry = |entry: &Element| CustomEntry {
        types: types(entry.child("EntrySelectedBy")),
        tokens: entry.child("CustomItem").map_or_else(Vec::new, |item| tokens(item, controls)),
    };
    entries.map(entry).collect()
}

fn tokens(element: &Element, controls: &Controls) -> Vec<Token> {
    let token = |child: &Element| match &*child.name {
        "Text" => Some(Token::Text(child.text.clone().into())),
        "NewLine" => Some(Token::NewLine),
        "ExpressionBinding" => Some(binding(child, controls)),
        "Frame" => Some(Token::Frame {
            left: child.number("LeftIndent").unwrap_or(0),
            right: child.number("RightIndent").unwrap_or(0),
            first: match (child.number("FirstLineIndent"), child.number("FirstLineHanging")) {
                (Some(indent), _) => isize::try_from(indent).unwrap_or(0),
                (None, Some(hanging)) => isize::try_from(hanging).map_or(0, |n| -n),
                (None, None) => 0,
            },
            tokens: child.child("CustomItem").map_or_else(Vec::new, |item| tokens(item, controls)),
        }),
        _ => None,
    };
    element.children.iter().filter_map(token).collect()
}

fn binding(element: &Element, controls: &Controls) -> Token {
    let entries = match (element.child("CustomControl"), element.child("CustomControlName")) {
        (Some(custom), _) => custom_entries(custom, controls),
        (None, Some(name)) => controls.get(name.text.trim()).cloned().unwrap_or_default(),
        (None, None) => Vec::new(),
    };
    Token::Value {
        source: source(element),
        condition: element.child("ItemSelectionCondition").and_then(source),
        each: element.child("EnumerateCollection").is_some(),
        entries,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_view_is_read() {
        let views = read_ps1xml(
            "<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>My.T</TypeName></ViewSelectedBy>\
             <TableControl><TableHeaders><TableColumnHeader><Label>L</Label><Width>10</Width><Alignment>Right</Alignment>\
             </TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem>\
             <PropertyName>a</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries>\
             </TableControl></View></ViewDefinitions></Configuration>",
        )
        .unwrap();
        let Control::Table(table) = &views[0].control else { panic!("expected a table") };
        assert_eq!((&*table.columns[0].label, table.columns[0].width), ("L", 10));
        assert_eq!(table.columns[0].alignment, Alignment::Right);
    }

    #[test]
    fn other_documents_are_refused() {
        assert!(matches!(read_ps1xml("<a/>"), Err(ViewError::Root(_))));
        assert!(read_ps1xml("<a").is_err());
    }
}
