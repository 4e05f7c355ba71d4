//! Property expressions: a name, perhaps with wildcards, or a script, and what they give for an object.

use crate::view::Source;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::ScriptBlock;
use pwsh_runtime::member::PropertyView;
use pwsh_runtime::pipeline::Streams;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Error, PsString, Result, Value};

/// Notes that remoting adds to every object; they name none.
const REMOTING: [&str; 4] = ["PSComputerName", "PSShowComputerName", "RunspaceId", "PSSourceJobInstanceId"];

/// What a column or item shows.
#[derive(Clone)]
pub enum Expression {
    /// A property's name, perhaps with wildcards.
    Name(PsString),
    /// A script block over `$_`.
    Script(Value),
    /// A function of this program.
    Native(fn(&mut Runspace, &Value) -> Result<Value>),
}

/// What an expression gave.
pub(crate) enum Outcome {
    /// The object has no such property.
    Missing,
    /// A value.
    Value(Value),
    /// The script or getter failed.
    Failed(Error),
}

impl Outcome {
    /// The value, if there is one.
    pub(crate) fn shown(self) -> Option<Value> {
        if let Outcome::Value(value) = self { Some(value) } else { None }
    }
}

impl Expression {
    /// The expression of a view's source.
    pub(crate) fn of(rs: &mut Runspace, source: &Source) -> Result<Expression> {
        Ok(match source {
            Source::Property(name) => Expression::Name((&**name).into()),
            Source::Script(text) => Expression::Script(Value::Object(ScriptBlock::object(rs.parse(text)?))),
            Source::Native(run) => Expression::Native(*run),
        })
    }

    /// The name or the script's text.
    pub(crate) fn text(&self) -> PsString {
        match self {
            Expression::Name(name) => name.clone(),
            Expression::Script(block) => {
                let script = block.as_object().and_then(|obj| obj.get::<ScriptBlock>());
                script.map_or_else(PsString::empty, |script| script.payload().block.text().into())
            }
            Expression::Native(_) => PsString::empty(),
        }
    }

    /// Whether it is a name with wildcards.
    pub(crate) fn has_wildcards(&self) -> bool {
        matches!(self, Expression::Name(name) if has_wildcards(name))
    }

    /// The properties of an object that it means, by their own names; a script means itself.
    pub(crate) fn resolve(&self, rs: &mut Runspace, target: &Value) -> Result<Vec<Expression>> {
        let Expression::Name(name) = self else { return Ok(vec![self.clone()]) };
        let mut names = Vec::new();
        if has_wildcards(name) {
            let pattern = Wildcard::new(name, Case::Ignore)?;
            for property in rs.properties(target, PropertyView::All)? {
                if !property.hidden && pattern.matches(&property.name) {
                    names.push(property.name);
                }
            }
        } else if let Some(found) = property_name(rs, target, name)? {
            names.push(found);
        } else if let Some(set) = property_set(rs, target, name)? {
            names.extend(set);
        }
        Ok(names.into_iter().map(Expression::Name).collect())
    }

    /// What it gives for an object.
    pub(crate) fn value(&self, rs: &mut Runspace, target: &Value) -> Result<Outcome> {
        // what a getter or script writes beside its value is no part of the display
        let outer = std::mem::replace(&mut rs.cur.streams, Streams::DISCARD);
        let result = match self {
            Expression::Name(name) => rs.find_value(target, name),
            Expression::Script(block) => rs.call_block_with_item(block, target.clone()).map(Some),
            Expression::Native(run) => run(rs, target).map(Some),
        };
        rs.cur.streams = outer;
        match result {
            Ok(None) => Ok(Outcome::Missing),
            Ok(Some(value)) => Ok(Outcome::Value(value)),
            Err(error) if error.thrown().is_some() => Ok(Outcome::Failed(error)),
            Err(error) => Err(error),
        }
    }

    /// The property that names an object: the one its type data says, else one whose name says so.
    pub(crate) fn naming(rs: &mut Runspace, target: &Value) -> Result<Option<Expression>> {
        if let Some(name) = standard(rs, target, |standard| standard.display_property.clone()) {
            return Ok(Some(Expression::Name(name)));
        }
        let names: Vec<PsString> =
            rs.properties(target, PropertyView::All)?.into_iter().map(|property| property.name).collect();
        for pattern in ["name", "id", "key", "*key", "*name", "*id"] {
            let pattern = Wildcard::new(&pattern.into(), Case::Ignore)?;
            let found = names
                .iter()
                .find(|name| pattern.matches(name) && !REMOTING.iter().any(|remoting| name.is(remoting)));
            if let Some(name) = found {
                return Ok(Some(Expression::Name(name.clone())));
            }
        }
        Ok(None)
    }
}

fn property_name(rs: &mut Runspace, target: &Value, name: &PsString) -> Result<Option<PsString>> {
    let properties = rs.properties(target, PropertyView::All)?;
    Ok(properties.into_iter().find(|property| property.name.eq_ignore_case(name)).map(|found| found.name))
}

/// The names in a property set of type data.
fn property_set(rs: &mut Runspace, target: &Value, name: &PsString) -> Result<Option<Vec<PsString>>> {
    let entry = rs.type_data(target);
    let member = entry.member(name);
    Ok(match member {
        Some((_, pwsh_runtime::type_data::TypeMember::Extended(pwsh_value::Member::PropertySet(names)))) => {
            Some(names.clone())
        }
        _ => None,
    })
}

/// A standard member of an object's type data, or of the type it was deserialized from.
pub(crate) fn standard<T>(
    rs: &mut Runspace,
    target: &Value,
    pick: impl Fn(&pwsh_runtime::type_data::Standard) -> Option<T>,
) -> Option<T> {
    if let Some(found) = pick(&rs.type_data(target).standard) {
        return Some(found);
    }
    let names = crate::view::without_prefix(&rs.type_names(target))?;
    pick(&rs.types.of_names(&names).standard)
}

/// The value of a note on the object itself.
pub(crate) fn own_note(target: &Value, name: &PsString) -> Option<Value> {
    let obj = target.cell()?;
    if let Some(found) = obj.get::<pwsh_value::payload::PropertyBag>().and_then(|bag| bag.get(name)) {
        return Some(found);
    }
    match obj.attached()?.get(name)?.1 {
        pwsh_value::Member::Note(value) => Some(value),
        _ => None,
    }
}

/// Whether remoting wants the object's computer shown.
pub(crate) fn shows_computer(target: &Value) -> bool {
    own_note(target, &"PSComputerName".into()).is_some()
        && own_note(target, &"PSShowComputerName".into())
            .is_some_and(|show| pwsh_value::convert::to_bool(&show))
}
