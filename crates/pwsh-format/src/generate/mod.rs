//! Entries of format data: by a view, or by the properties of the objects.

mod custom;
mod tokens;

use crate::association::{self, Association};
use crate::data::{
    EntryInfo, Field, FormatStart, ListField, Piece, Row, Shape as ShapeInfo, TableColumn, TableHeader,
};
use crate::expression::{Expression, Outcome, shows_computer};
use crate::formatter::{Parameters, is_scalar};
use crate::value_text::{self, Format};
use crate::view::{
    Alignment, Column, Control, Grouping, Shape, Source, Text, View, ViewTable, without_prefix,
};
use pwsh_runtime::Runspace;
use pwsh_runtime::member::PropertyView;
use pwsh_value::ops::{self, Case, Comparison, Op};
use pwsh_value::{Category, Error, PsString, Result, Value, convert};
use std::sync::Arc;

/// Up to this many properties make a table, more a list.
const TABLE_PROPERTIES: usize = 4;

/// What an entry shows where it failed, with -DisplayError.
const ERROR_TEXT: &str = "#ERR";

/// Makes the entries of one display.
pub(crate) struct Generator {
    view: Option<Arc<View>>,
    shape: Shape,
    parameters: Arc<Parameters>,
    limit: i32,
    group: Option<Group>,
    columns: Vec<Association>,
    computer: bool,
}

/// By what the objects are gathered, and the group that is open.
struct Group {
    key: Expression,
    label: Option<PsString>,
    current: Option<Value>,
}

impl Generator {
    /// The generator that suits the first object.
    pub(crate) fn new(
        rs: &mut Runspace,
        first: &Value,
        parameters: Arc<Parameters>,
        limit: i32,
    ) -> Result<Generator> {
        let names = rs.type_names(first);
        let shape = parameters.shape;
        let fits = |view: &View| !view.out_of_band && shape.is_none_or(|shape| view.shape() == shape);
        let mut generator = if shape.is_some() && !parameters.properties.is_empty() {
            Self::by_properties(rs, first, parameters, limit)?
        } else if let (Some(shape), Some(name)) = (shape, &parameters.view) {
            let found = ViewTable::find(rs, &names, |view| fits(view) && name.is(&view.name));
            match found {
                Some(view) => Self::of_view(rs, view, parameters, limit)?,
                None => return Err(unknown_view(rs, name, shape, first)),
            }
        } else if let Some(view) = ViewTable::find(rs, &names, fits) {
            Self::of_view(rs, view, parameters, limit)?
        } else {
            Self::by_properties(rs, first, parameters, limit)?
        };
        generator.computer = shows_computer(first) && generator.parameters.properties.is_empty();
        Ok(generator)
    }

    fn by_properties(
        rs: &mut Runspace,
        first: &Value,
        parameters: Arc<Parameters>,
        limit: i32,
    ) -> Result<Generator> {
        let shape = match parameters.shape {
            Some(shape) => shape,
            None if association::count(rs, first)? <= TABLE_PROPERTIES => Shape::Table,
            None => Shape::List,
        };
        let mut generator = Self::of_properties(shape, parameters, limit);
        if shape == Shape::Table {
            generator.columns = association::for_table(rs, first, &generator.parameters)?;
        }
        Ok(generator)
    }

    /// A generator that shows properties.
    pub(crate) fn of_properties(shape: Shape, parameters: Arc<Parameters>, limit: i32) -> Generator {
        let group = parameters.group_by.as_ref().map(|parameter| Group {
            key: parameter.expression.clone(),
            label: parameter.label.clone(),
            current: None,
        });
        Generator { view: None, shape, parameters, limit, group, columns: Vec::new(), computer: false }
    }

    /// A generator that shows what a view says.
    pub(crate) fn of_view(
        rs: &mut Runspace,
        view: Arc<View>,
        parameters: Arc<Parameters>,
        limit: i32,
    ) -> Result<Generator> {
        let mut generator = Self::of_properties(view.shape(), parameters, limit);
        if generator.group.is_none()
            && let Some(grouping) = &view.grouping
        {
            let key = Expression::of(rs, &grouping.key)?;
            generator.group = Some(Group { key, label: None, current: None });
        }
        if let Control::Table(table) = &view.control {
            for column in table.columns.iter() {
                let expression = Expression::of(rs, &column.source)?;
                generator.columns.push(Association { expression, parameter: None });
            }
        }
        generator.view = Some(view);
        Ok(generator)
    }

    /// Whether the view is for objects of these types.
    pub(crate) fn is_applicable(&self, names: &[PsString]) -> bool {
        let Some(view) = &self.view else { return true };
        let any = |names: &[PsString]| names.iter().any(|name| view.types.iter().any(|ty| name.is(ty)));
        any(names) || without_prefix(names).is_some_and(|names| any(&names))
    }

    /// The start of the display.
    pub(crate) fn start(&self, rs: &mut Runspace, first: &Value) -> Result<FormatStart> {
        let table = match self.view.as_deref() {
            Some(View { control: Control::Table(table), .. }) => Some(table),
            _ => None,
        };
        let auto_size = self.parameters.auto_size.unwrap_or(table.is_some_and(|table| table.auto_size));
        let shape = match self.shape {
            Shape::List => ShapeInfo::List,
            Shape::Custom => ShapeInfo::Complex,
            Shape::Wide if auto_size => ShapeInfo::Wide(0),
            Shape::Wide => ShapeInfo::Wide(self.parameters.columns.unwrap_or(0)),
            Shape::Table => ShapeInfo::Table(TableHeader {
                hide_header: self
                    .parameters
                    .hide_headers
                    .unwrap_or(table.is_some_and(|table| table.hide_header)),
                repeat_header: self.parameters.repeat_header,
                columns: match table {
                    Some(table) => self.view_columns(rs, &table.columns, first)?,
                    None => self.property_columns(rs, first)?,
                },
            }),
        };
        Ok(FormatStart { auto_size, shape })
    }

    fn view_columns(&self, rs: &mut Runspace, columns: &[Column], first: &Value) -> Result<Vec<TableColumn>> {
        let properties = rs.properties(first, PropertyView::All)?;
        let mut list: Vec<TableColumn> = columns
            .iter()
            .map(|column| TableColumn {
                width: i32::try_from(column.width).unwrap_or(i32::MAX),
                alignment: column.alignment,
                label: Some((&*column.label).into()),
                property: None,
                header_matches: properties.iter().any(|property| property.name.is(&column.label)),
            })
            .collect();
        if self.computer {
            list.push(TableColumn {
                width: 0,
                alignment: Alignment::Undefined,
                label: Some("PSComputerName".into()),
                property: None,
                header_matches: true,
            });
        }
        Ok(list)
    }

    fn property_columns(&self, rs: &mut Runspace, first: &Value) -> Result<Vec<TableColumn>> {
        let mut list = Vec::new();
        for association in &self.columns {
            let parameter = association.parameter.as_ref();
            let alignment = match parameter.and_then(|parameter| parameter.alignment) {
                Some(alignment) => alignment,
                None => default_alignment(rs, association, first)?,
            };
            list.push(TableColumn {
                width: parameter.and_then(|parameter| parameter.width).unwrap_or(0),
                alignment,
                label: None,
                property: Some(label_of(association)),
                header_matches: true,
            });
        }
        Ok(list)
    }

    /// Takes note of the group that an object belongs to; says whether it is another one than before.
    pub(crate) fn update_group(&mut self, rs: &mut Runspace, value: &Value) -> Result<bool> {
        let Some(group) = &mut self.group else { return Ok(false) };
        let Outcome::Value(new) = group.key.value(rs, value)? else { return Ok(false) };
        let old = group.current.replace(new.clone());
        let Some(old) = old else { return Ok(true) };
        Ok(!same_key(rs, &new, &old)?)
    }

    /// The heading of the group that an object begins.
    pub(crate) fn heading(&self, rs: &mut Runspace, first: &Value) -> Result<Option<Vec<Piece>>> {
        let Some(group) = &self.group else { return Ok(None) };
        let Some(current) = &group.current else { return Ok(None) };
        let grouping = self.view.as_ref().and_then(|view| view.grouping.as_ref());
        if let Some(Grouping { heading, .. }) = grouping
            && !heading.is_empty()
        {
            let mut errors = Vec::new();
            return tokens::pieces(rs, heading, first, self.limit, &mut errors).map(Some);
        }
        let label = match grouping {
            Some(grouping) if !grouping.label.is_empty() => (&*grouping.label).into(),
            _ => group.label.clone().unwrap_or_else(|| group.key.text()),
        };
        let text = value_text::format(rs, current, self.format(None))?;
        let pieces = vec![
            Piece::Text(format!("   {label}: ").into()),
            Piece::Field(Field { text, alignment: Alignment::Undefined }),
        ];
        Ok(Some(vec![Piece::Group(None, pieces)]))
    }

    fn format<'a>(&self, string: Option<&'a str>) -> Format<'a> {
        Format { string, fixed: false, limit: self.limit }
    }

    /// What is shown of an object, and what failed.
    pub(crate) fn entry(&self, rs: &mut Runspace, value: &Value) -> Result<(EntryInfo, Vec<Error>)> {
        let mut errors = Vec::new();
        let info = match self.view.as_deref().map(|view| &view.control) {
            Some(Control::Table(table)) => self.view_row(rs, table, value, &mut errors)?,
            Some(Control::List(entries)) => {
                let entry = pick(rs, entries, value, |entry| &entry.types);
                let items = entry.map_or(&[][..], |entry| &entry.items);
                self.view_list(rs, items, value, &mut errors)?
            }
            Some(Control::Wide(entries)) => match pick(rs, entries, value, |entry| &entry.types) {
                Some(entry) => {
                    EntryInfo::Wide(self.sourced(rs, &entry.source, &entry.format, value, &mut errors)?)
                }
                None => EntryInfo::Wide(Field::default()),
            },
            Some(Control::Custom(entries)) => {
                EntryInfo::Complex(tokens::pieces(rs, entries, value, self.limit, &mut errors)?)
            }
            None => self.property_entry(rs, value, &mut errors)?,
        };
        Ok((info, errors))
    }

    fn view_row(
        &self,
        rs: &mut Runspace,
        table: &crate::view::Table,
        value: &Value,
        errors: &mut Vec<Error>,
    ) -> Result<EntryInfo> {
        let mut fields = Vec::new();
        for (column, association) in table.columns.iter().zip(&self.columns) {
            let format = self.format(Some(&column.format));
            let text = self.shown(rs, &association.expression, value, format, errors)?;
            fields.push(Field { text, alignment: column.alignment });
        }
        if self.computer {
            let name = Expression::Name("PSComputerName".into());
            let text = self.shown(rs, &name, value, self.format(None), errors)?;
            fields.push(Field { text, alignment: Alignment::Undefined });
        }
        Ok(EntryInfo::Row(Row { fields, multi_line: self.parameters.wrap.unwrap_or(table.wrap) }))
    }

    fn view_list(
        &self,
        rs: &mut Runspace,
        items: &[crate::view::ListItem],
        value: &Value,
        errors: &mut Vec<Error>,
    ) -> Result<EntryInfo> {
        let mut fields = Vec::new();
        for item in items {
            let field = self.sourced(rs, &item.source, &item.format, value, errors)?;
            fields.push(ListField { label: Some((&*item.label).into()), property: None, field });
        }
        if self.computer {
            let name = Source::Property(Text::Borrowed("PSComputerName"));
            let field = self.sourced(rs, &name, "", value, errors)?;
            fields.push(ListField { label: Some("PSComputerName".into()), property: None, field });
        }
        Ok(EntryInfo::List(fields))
    }

    fn sourced(
        &self,
        rs: &mut Runspace,
        source: &Source,
        format: &str,
        value: &Value,
        errors: &mut Vec<Error>,
    ) -> Result<Field> {
        let expression = Expression::of(rs, source)?;
        let text = self.shown(rs, &expression, value, self.format(Some(format)), errors)?;
        Ok(Field { text, alignment: Alignment::Undefined })
    }

    fn property_entry(&self, rs: &mut Runspace, value: &Value, errors: &mut Vec<Error>) -> Result<EntryInfo> {
        Ok(match self.shape {
            Shape::Table => {
                let mut fields = Vec::new();
                for association in &self.columns {
                    fields.push(self.property(rs, association, value, true, errors)?);
                }
                EntryInfo::Row(Row { fields, multi_line: self.parameters.wrap.unwrap_or(false) })
            }
            Shape::List => {
                let mut fields = Vec::new();
                for association in association::for_list(rs, value, &self.parameters)? {
                    let field = self.property(rs, &association, value, false, errors)?;
                    fields.push(ListField { label: None, property: Some(label_of(&association)), field });
                }
                EntryInfo::List(fields)
            }
            Shape::Wide => match association::for_wide(rs, value, &self.parameters)?.first() {
                Some(association) => EntryInfo::Wide(self.property(rs, association, value, false, errors)?),
                None => EntryInfo::Wide(Field::default()),
            },
            Shape::Custom => {
                EntryInfo::Complex(custom::pieces(rs, value, &self.parameters, self.limit, errors)?)
            }
        })
    }

    fn property(
        &self,
        rs: &mut Runspace,
        association: &Association,
        value: &Value,
        in_table: bool,
        errors: &mut Vec<Error>,
    ) -> Result<Field> {
        let string = association.parameter.as_ref().and_then(|parameter| parameter.format.as_ref());
        let string = string.map(|text| text.to_str());
        let format =
            Format { string: string.as_deref(), fixed: in_table && string.is_none(), limit: self.limit };
        let text = self.shown(rs, &association.expression, value, format, errors)?;
        Ok(Field { text, alignment: Alignment::Undefined })
    }

    /// The text of an expression for an object.
    fn shown(
        &self,
        rs: &mut Runspace,
        expression: &Expression,
        value: &Value,
        format: Format<'_>,
        errors: &mut Vec<Error>,
    ) -> Result<PsString> {
        match expression.value(rs, value)? {
            Outcome::Value(value) => value_text::format(rs, &value, format),
            Outcome::Missing => Ok(PsString::empty()),
            Outcome::Failed(error) => {
                errors.push(error);
                Ok(if self.parameters.display_error { ERROR_TEXT.into() } else { PsString::empty() })
            }
        }
    }
}

/// The entry for an object's most derived type that has one, else the one for all types.
fn pick<'a, T>(
    rs: &Runspace,
    entries: &'a [T],
    value: &Value,
    types: impl Fn(&T) -> &[Text],
) -> Option<&'a T> {
    let names = rs.type_names(value);
    let search = |names: &[PsString]| {
        names.iter().find_map(|name| entries.iter().find(|entry| types(entry).iter().any(|ty| name.is(ty))))
    };
    search(&names)
        .or_else(|| search(&without_prefix(&names)?))
        .or_else(|| entries.iter().find(|entry| types(entry).is_empty()))
}

fn label_of(association: &Association) -> PsString {
    let label = association.parameter.as_ref().and_then(|parameter| parameter.label.clone());
    label.unwrap_or_else(|| association.expression.text())
}

/// Numbers and their like stand right, all else left.
fn default_alignment(rs: &mut Runspace, association: &Association, first: &Value) -> Result<Alignment> {
    let Outcome::Value(value) = association.expression.value(rs, first)? else { return Ok(Alignment::Left) };
    let names = rs.type_names(&value);
    let right = is_scalar(&names) && !names.first().is_some_and(|name| name.is("System.String"));
    Ok(if right { Alignment::Right } else { Alignment::Left })
}

/// Whether two values are the same group: equal, or alike as text.
fn same_key(rs: &mut Runspace, a: &Value, b: &Value) -> Result<bool> {
    match ops::binary(rs, Op::Compare(Comparison::Equal, Case::Ignore), a, b) {
        Ok(Value::Bool(true)) => return Ok(true),
        Err(error) if error.thrown().is_none() => return Err(error),
        _ => {}
    }
    let (a, b) = (convert::to_text(rs, a)?, convert::to_text(rs, b)?);
    Ok(a.eq_ignore_case(&b))
}

fn unknown_view(rs: &mut Runspace, name: &PsString, shape: Shape, first: &Value) -> Error {
    let kind = match shape {
        Shape::Table => "Table",
        Shape::List => "List",
        Shape::Wide => "Wide",
        Shape::Custom => "Custom",
    };
    let ty = first.ty().map_or_else(PsString::empty, |ty| ty.name().clone());
    let of_type: Vec<Arc<View>> =
        ViewTable::all(rs).into_iter().filter(|view| view.types.iter().any(|name| ty.is(name))).collect();
    let fitting: Vec<&str> =
        of_type.iter().filter(|view| view.shape() == shape).map(|view| &*view.name).collect();
    let message = if fitting.is_empty() {
        format!("The view name {name} cannot be found. There are no existing {kind} views for {ty} objects.")
    } else {
        format!(
            "The view name {name} cannot be found. Specify one of the following {kind} views and try again: {}.",
            fitting.join(", ")
        )
    };
    let error =
        Error::new("System.Management.Automation.PipelineStoppedException", "The pipeline has been stopped.");
    error.id("FormatViewNotFound").category(Category::ObjectNotFound).target(name.clone()).details(message)
}
