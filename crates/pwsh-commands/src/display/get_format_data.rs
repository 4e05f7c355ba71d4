//! `Get-FormatData`.

use crate::types::Fields;
use pwsh_format::view::{Alignment, Control, Grouping, ListEntry, Source, Table, View, ViewTable, WideEntry};
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::ops::Case;
use pwsh_value::payload::List;
use pwsh_value::ty::{close_generic, known, named};
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Obj, PsString, Result, Value};
use std::sync::Arc;

/// Gives the views of types. Custom views and those that are computed by this program are not among them.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-FormatData",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.ExtendedTypeDefinition"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096614"
)]
pub struct GetFormatData {
    #[parameter(position = 0)]
    #[validate(not_null_or_empty)]
    type_name: Vec<PsString>,
    #[parameter(ty = "System.Version")]
    power_shell_version: Value,
}

impl Cmdlet for GetFormatData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let patterns: Result<Vec<Wildcard>> =
            self.type_name.iter().map(|pattern| Wildcard::new(pattern, Case::Ignore)).collect();
        let patterns = patterns?;
        let wanted = |view: &View| {
            patterns.is_empty()
                || view.types.iter().any(|ty| patterns.iter().any(|pattern| pattern.matches(&(&**ty).into())))
        };
        // Views of the same types belong together.
        let mut groups: Vec<(Vec<PsString>, Vec<Value>)> = Vec::new();
        for view in ViewTable::all(io.rs).into_iter().filter(|view| wanted(view)) {
            let Some(definition) = definition(&view) else { continue };
            let types: Vec<PsString> = view.types.iter().map(|ty| (&**ty).into()).collect();
            match groups.iter_mut().find(|(known, _)| *known == types) {
                Some((_, views)) => views.push(definition),
                None => groups.push((types, vec![definition])),
            }
        }
        for (types, views) in groups {
            let first = types.first().cloned().unwrap_or_default();
            let views = list("System.Management.Automation.FormatViewDefinition", views);
            io.write(object("ExtendedTypeDefinition", vec![first.into(), texts(&types), views]))?;
        }
        Ok(())
    }
}

fn object(name: &str, fields: Vec<Value>) -> Value {
    Fields::object(&format!("System.Management.Automation.{name}"), fields)
}

fn list(element: &str, items: Vec<Value>) -> Value {
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![named(element)]);
    Obj::new(ty, List::of_values(items)).into()
}

fn texts(items: &[PsString]) -> Value {
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![known().string.clone()]);
    Obj::new(ty, List::of_values(items.iter().cloned().map(Value::from).collect())).into()
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

/// A view as an object; `None` for one that cannot be told.
fn definition(view: &Arc<View>) -> Option<Value> {
    let group = match &view.grouping {
        Some(grouping) => group_by(grouping)?,
        None => Value::Null,
    };
    let mut fields = vec![group, view.out_of_band.into()];
    let name = match &view.control {
        Control::Table(table) => {
            fields.extend(table_fields(table)?);
            "TableControl"
        }
        Control::List(entries) => {
            let entries: Option<Vec<Value>> = entries.iter().map(list_entry).collect();
            fields.push(list("System.Management.Automation.ListControlEntry", entries?));
            "ListControl"
        }
        Control::Wide(entries) => {
            let entries: Option<Vec<Value>> = entries.iter().map(wide_entry).collect();
            fields.push(list("System.Management.Automation.WideControlEntryItem", entries?));
            "WideControl"
        }
        Control::Custom(_) => return None,
    };
    Some(object("FormatViewDefinition", vec![(&*view.name).into(), object(name, fields)]))
}

fn group_by(grouping: &Grouping) -> Option<Value> {
    Some(object("PSControlGroupBy", vec![display_entry(&grouping.key)?, text(&grouping.label), Value::Null]))
}

fn display_entry(source: &Source) -> Option<Value> {
    let (kind, value) = match source {
        Source::Property(name) => (0, name),
        Source::Script(script) => (1, script),
        Source::Native(_) => return None,
    };
    let kind = Value::enumeration(&named("System.Management.Automation.DisplayEntryValueType"), kind);
    Some(object("DisplayEntry", vec![kind, (&**value).into()]))
}

fn alignment(side: Alignment) -> Value {
    let number = match side {
        Alignment::Undefined => 0,
        Alignment::Left => 1,
        Alignment::Center => 2,
        Alignment::Right => 3,
    };
    Value::enumeration(&named("System.Management.Automation.Alignment"), number)
}

fn table_fields(table: &Table) -> Option<[Value; 4]> {
    let (mut headers, mut cells) = (Vec::new(), Vec::new());
    for column in &table.columns {
        let width = Value::Int32(i32::try_from(column.width).unwrap_or(0));
        headers.push(object(
            "TableControlColumnHeader",
            vec![text(&column.label), alignment(column.alignment), width],
        ));
        let cell =
            vec![alignment(Alignment::Undefined), display_entry(&column.source)?, text(&column.format)];
        cells.push(object("TableControlColumn", cell));
    }
    let cells = list("System.Management.Automation.TableControlColumn", cells);
    let row = object("TableControlRow", vec![cells, table.wrap.into()]);
    Some([
        list("System.Management.Automation.TableControlColumnHeader", headers),
        list("System.Management.Automation.TableControlRow", vec![row]),
        table.auto_size.into(),
        table.hide_header.into(),
    ])
}

fn type_texts(types: &[pwsh_format::view::Text]) -> Value {
    let types: Vec<PsString> = types.iter().map(|ty| (&**ty).into()).collect();
    texts(&types)
}

fn list_entry(entry: &ListEntry) -> Option<Value> {
    let mut items = Vec::new();
    for item in &entry.items {
        let fields = vec![text(&item.label), display_entry(&item.source)?, text(&item.format)];
        items.push(object("ListControlEntryItem", fields));
    }
    let items = list("System.Management.Automation.ListControlEntryItem", items);
    Some(object("ListControlEntry", vec![items, type_texts(&entry.types)]))
}

fn wide_entry(entry: &WideEntry) -> Option<Value> {
    let fields = vec![display_entry(&entry.source)?, type_texts(&entry.types), text(&entry.format)];
    Some(object("WideControlEntryItem", fields))
}
