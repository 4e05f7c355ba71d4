//! `Select-Object`.

use super::unique::Uniques;
use crate::object_errors::write_error_about_object;
use crate::property::{Allowed, Evaluated, Expression, PropertyArgument};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::pipeline::stop_upstream;
use pwsh_value::ops::Case;
use pwsh_value::payload::PropertyBag;
use pwsh_value::ty::known;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Context, Error, Member, Obj, PsString, Result, Value};
use std::collections::VecDeque;

/// Chooses objects by their place and properties of objects by name.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Select-Object",
    module = "Microsoft.PowerShell.Utility",
    aliases("select"),
    default_set = "DefaultParameter",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096716"
)]
pub struct SelectObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(position = 0, set = "DefaultParameter")]
    #[parameter(position = 0, set = "SkipLastParameter")]
    property: Vec<Value>,
    #[parameter(set = "DefaultParameter")]
    #[parameter(set = "SkipLastParameter")]
    exclude_property: Vec<PsString>,
    #[parameter(set = "DefaultParameter")]
    #[parameter(set = "SkipLastParameter")]
    expand_property: PsString,
    #[parameter]
    unique: Switch,
    #[parameter]
    case_insensitive: Switch,
    #[parameter(set = "DefaultParameter")]
    #[validate(range(0, i32::MAX))]
    last: Option<i32>,
    #[parameter(set = "DefaultParameter")]
    #[validate(range(0, i32::MAX))]
    first: Option<i32>,
    #[parameter(set = "DefaultParameter")]
    #[parameter(set = "SkipLastParameter")]
    #[validate(range(0, i32::MAX))]
    skip: i32,
    #[parameter(set = "SkipLastParameter")]
    #[validate(range(0, i32::MAX))]
    skip_last: i32,
    #[parameter(set = "DefaultParameter")]
    #[parameter(set = "IndexParameter")]
    wait: Switch,
    #[parameter(set = "IndexParameter")]
    #[validate(range(0, i32::MAX))]
    index: Vec<i32>,
    #[parameter(set = "SkipIndexParameter")]
    #[validate(range(0, i32::MAX))]
    skip_index: Vec<i32>,
    properties: Vec<PropertyArgument>,
    expand: Option<PropertyArgument>,
    exclude: Vec<Wildcard>,
    seen: usize,
    given: usize,
    queue: VecDeque<Value>,
    uniques: Option<Uniques>,
}

impl Cmdlet for SelectObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let allowed = Allowed { keys: &["name", "label"], wildcards: true };
        if self.property.is_empty() && !self.exclude_property.is_empty() && self.expand_property.is_empty() {
            self.property = vec![Value::str("*")];
        }
        self.properties = PropertyArgument::parse_all(io.rs, &self.property, allowed)?;
        if !self.expand_property.is_empty() {
            let expand = [Value::String(self.expand_property.clone())];
            self.expand = PropertyArgument::parse_all(io.rs, &expand, allowed)?.pop();
        }
        for pattern in &self.exclude_property {
            self.exclude.push(Wildcard::new(pattern, Case::Ignore)?);
        }
        if self.unique.0 {
            let case = if self.case_insensitive.0 { Case::Ignore } else { Case::Heed };
            self.uniques = Some(Uniques::new(case));
        }
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if matches!(self.input_object, Value::Void) || !io.call.expects_input && !io.is_bound("InputObject") {
            return Ok(());
        }
        let item = self.input_object.clone();
        let at = self.seen;
        self.seen += 1;
        if io.set().is("IndexParameter") {
            return self.by_index(io, at, item);
        }
        if io.set().is("SkipIndexParameter") {
            return if self.skip_index.contains(&(at as i32)) { Ok(()) } else { self.select(io, item) };
        }
        let skip = self.skip as usize;
        if self.skip_last > 0 {
            if at >= skip {
                self.queue.push_back(item);
            }
            return match self.queue.len() > self.skip_last as usize {
                true => self.select_oldest(io),
                false => Ok(()),
            };
        }
        match (self.first, self.last) {
            (None, None) => {
                if at >= skip {
                    self.select(io, item)
                } else {
                    Ok(())
                }
            }
            (None, Some(last)) => {
                self.queue.push_back(item);
                if self.queue.len() > last as usize + skip {
                    self.queue.pop_front();
                }
                Ok(())
            }
            (Some(first), last) => {
                if at < skip {
                    return Ok(());
                }
                if self.given < first as usize {
                    self.given += 1;
                    self.select(io, item)?;
                } else if let Some(last) = last {
                    self.queue.push_back(item);
                    if self.queue.len() > last as usize {
                        self.queue.pop_front();
                    }
                }
                match self.given == first as usize && last.is_none() && !self.wait.0 {
                    true => Err(stop_upstream()),
                    false => Ok(()),
                }
            }
        }
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.last.is_some() {
            let skip = if self.first.is_none() { self.skip as usize } else { 0 };
            while self.queue.len() > skip {
                self.select_oldest(io)?;
            }
        }
        match self.uniques.take() {
            Some(uniques) => uniques.into_values().into_iter().try_for_each(|value| io.write(value)),
            None => Ok(()),
        }
    }
}

impl SelectObject {
    fn by_index(&mut self, io: &mut Io<'_>, at: usize, item: Value) -> Result<()> {
        if self.index.contains(&(at as i32)) {
            self.select(io, item)?;
        }
        let done = self.index.iter().all(|index| *index <= at as i32);
        if done && !self.wait.0 { Err(stop_upstream()) } else { Ok(()) }
    }

    fn select_oldest(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.queue.pop_front().map_or(Ok(()), |item| self.select(io, item))
    }

    /// Puts out an object with the chosen properties.
    fn select(&mut self, io: &mut Io<'_>, input: Value) -> Result<()> {
        if self.properties.is_empty() && self.expand.is_none() {
            return self.put(io, &input, input.clone(), false);
        }
        let mut notes = Vec::new();
        for property in &self.properties {
            self.notes_of(io, property, &input, &mut notes)?;
        }
        if let Some(expand) = self.expand.clone() {
            return self.expand(io, &expand, &input, notes);
        }
        let mut kept: Vec<(PsString, Value)> = Vec::with_capacity(notes.len());
        for (name, value) in notes {
            if kept.iter().any(|(n, _)| n.eq_ignore_case(&name)) {
                write_error_about_object(
                    io,
                    exists(&name, "AlreadyExistingUserSpecifiedPropertyNoExpand", &input),
                )?;
            } else {
                kept.push((name, value));
            }
        }
        let any = !kept.is_empty();
        let result = Value::Object(Obj::custom(kept.into_iter().collect::<PropertyBag>()));
        self.put(io, &input, result, any)
    }

    fn notes_of(
        &self,
        io: &mut Io<'_>,
        property: &PropertyArgument,
        input: &Value,
        notes: &mut Vec<(PsString, Value)>,
    ) -> Result<()> {
        let mut found = property.evaluate(io.rs, input)?;
        if found.is_empty() && !property.expression.has_wildcards() {
            found.push(Evaluated { name: property.expression.text(), value: Ok(Value::Null) });
        }
        if property.label.is_some() && found.len() > 1 {
            let text = format!(
                "The property cannot be processed because the property \"{}\" has multiple results.",
                property.expression.text()
            );
            return io.write_error(
                Error::new("System.Management.Automation.PSArgumentException", text)
                    .id("RenamingMultipleResults")
                    .category(Category::InvalidOperation)
                    .target(input.clone()),
            );
        }
        for Evaluated { name, value } in found {
            if matches!(property.expression, Expression::Name(_))
                && self.exclude.iter().any(|pattern| pattern.matches(&name))
            {
                continue;
            }
            let name = property.label.clone().unwrap_or(name);
            notes.push((name, value.unwrap_or(Value::Null)));
        }
        Ok(())
    }

    fn expand(
        &mut self,
        io: &mut Io<'_>,
        expand: &PropertyArgument,
        input: &Value,
        notes: Vec<(PsString, Value)>,
    ) -> Result<()> {
        let found = expand.evaluate(io.rs, input)?;
        let name = expand.expression.text();
        let refused = |text: String, id: &str| {
            Error::new("System.Management.Automation.PSArgumentException", text)
                .id(id)
                .category(Category::InvalidArgument)
                .target(input.clone())
        };
        match found.len() {
            1 => {}
            0 => {
                let error =
                    refused(format!("Property \"{name}\" cannot be found."), "ExpandPropertyNotFound");
                return write_error_about_object(io, error);
            }
            _ => {
                let text = format!("Multiple properties cannot be expanded: \"{name}\".");
                return write_error_about_object(io, refused(text, "MutlipleExpandProperties"));
            }
        }
        let value = match found.into_iter().next().map(|found| found.value) {
            Some(Ok(value)) => value,
            Some(Err(error)) => {
                let error = crate::object_errors::reported_as(
                    error,
                    "PropertyEvaluationExpand",
                    Category::InvalidResult,
                );
                return write_error_about_object(io, error.target(input.clone()));
            }
            None => return Ok(()),
        };
        match io.rs.enumerate(&value)? {
            Some(items) => {
                for item in items {
                    self.put_expanded(io, input, item, &notes)?;
                }
                Ok(())
            }
            None => self.put_expanded(io, input, value, &notes),
        }
    }

    /// Puts out an expanded value with the outer properties attached.
    fn put_expanded(
        &mut self,
        io: &mut Io<'_>,
        input: &Value,
        value: Value,
        notes: &[(PsString, Value)],
    ) -> Result<()> {
        if value.is_null() {
            return if notes.is_empty() { self.put(io, input, Value::Null, false) } else { Ok(()) };
        }
        let value = if notes.is_empty() { value } else { value.wrap() };
        for (name, note) in notes {
            if io.rs.find_value(&value, name)?.is_some() {
                let error = exists(name, "AlreadyExistingUserSpecifiedPropertyExpand", input);
                write_error_about_object(io, error)?;
                continue;
            }
            if let Some(cell) = value.cell() {
                match cell.get::<PropertyBag>() {
                    Some(bag) => bag.set(name.clone(), note.clone()),
                    None => cell.attached_or_new().set(cell, name.clone(), Member::Note(note.clone())),
                }
            }
        }
        self.put(io, input, value, !notes.is_empty())
    }

    /// Puts out a result; a PSCustomObject says of what it is a selection.
    fn put(&mut self, io: &mut Io<'_>, input: &Value, value: Value, new: bool) -> Result<()> {
        if let Some(obj) = value.as_object()
            && *obj.ty() == known().pscustomobject
            && let Some(ty) = input.ty()
        {
            let selected: PsString = format!("Selected.{}", ty.name()).into();
            let mut names = io.rs.type_names(&value);
            if new || !names.iter().any(|name| name.eq_ignore_case(&selected)) {
                names.insert(0, selected);
                obj.attached_or_new().set_type_names(names);
            }
        }
        match &mut self.uniques {
            Some(uniques) => uniques.add(io.rs, value, new),
            None => io.write(value),
        }
    }
}

fn exists(name: &PsString, id: &str, input: &Value) -> Error {
    let text = format!("The property cannot be processed because the property \"{name}\" already exists.");
    Error::new("System.Management.Automation.PSArgumentException", text)
        .id(id)
        .category(Category::InvalidOperation)
        .target(input.clone())
}
