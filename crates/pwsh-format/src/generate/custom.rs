//! Format-Custom of objects without a custom view: their members as a tree.

use crate::association;
use crate::data::{Field, Frame, Piece};
use crate::expression::Outcome;
use crate::formatter::{Parameters, is_scalar};
use crate::value_text::{self, ELLIPSIS, Format};
use pwsh_runtime::Runspace;
use pwsh_value::{Error, Result, Value, stack};

const INDENT: i32 = 2;

/// The tree of an object; what failed is added to `errors`.
pub(super) fn pieces(
    rs: &mut Runspace,
    value: &Value,
    parameters: &Parameters,
    limit: i32,
    errors: &mut Vec<Error>,
) -> Result<Vec<Piece>> {
    let mut browser = Browser { limit, errors };
    if is_scalar(&rs.type_names(value)) {
        return Ok(vec![Piece::Group(None, browser.leaf(rs, value)?)]);
    }
    let level = Level { depth: 0, max: parameters.depth };
    if let Some(items) = value_text::items_of(rs, value)? {
        return Ok(vec![Piece::Group(None, browser.items(rs, &items, level)?)]);
    }
    Ok(vec![browser.object(rs, value, level, parameters)?])
}

#[derive(Clone, Copy)]
struct Level {
    depth: i32,
    max: i32,
}

impl Level {
    fn next(self) -> Level {
        Level { depth: self.depth + 1, ..self }
    }
}

struct Browser<'a> {
    limit: i32,
    errors: &'a mut Vec<Error>,
}

fn indented(pieces: Vec<Piece>) -> Piece {
    Piece::Group(Some(Frame { first: 0, left: INDENT, right: 0 }), pieces)
}

fn line(list: &mut Vec<Piece>, text: &str) {
    list.push(Piece::Text(text.into()));
    list.push(Piece::NewLine);
}

impl Browser<'_> {
    fn leaf(&mut self, rs: &mut Runspace, value: &Value) -> Result<Vec<Piece>> {
        let text = value_text::format(rs, value, Format { limit: self.limit, ..Format::default() })?;
        Ok(vec![Piece::Field(Field { text, ..Field::default() }), Piece::NewLine])
    }

    fn object(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        level: Level,
        parameters: &Parameters,
    ) -> Result<Piece> {
        stack::check()?;
        let names = rs.type_names(value);
        let name = names.first().map_or_else(|| "PSObject".into(), |name| name.to_str());
        let short = name.rsplit('.').next().unwrap_or(&name);
        let mut list = Vec::new();
        line(&mut list, &format!("class {short}"));
        line(&mut list, "{");
        list.push(indented(self.members(rs, value, level, parameters)?));
        line(&mut list, "}");
        Ok(Piece::Group(None, list))
    }

    fn members(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        level: Level,
        parameters: &Parameters,
    ) -> Result<Vec<Piece>> {
        let mut list = Vec::new();
        for association in association::for_list(rs, value, parameters)? {
            list.push(Piece::Text(format!("{} = ", association.expression.text()).into()));
            let found = match association.expression.value(rs, value)? {
                Outcome::Value(value) => value,
                Outcome::Missing => Value::Null,
                Outcome::Failed(error) => {
                    self.errors.push(error);
                    Value::from("")
                }
            };
            let max = association.parameter.and_then(|parameter| parameter.depth).unwrap_or(level.max);
            self.member(rs, &found, Level { max, ..level }, &mut list)?;
        }
        Ok(list)
    }

    fn member(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        level: Level,
        list: &mut Vec<Piece>,
    ) -> Result<()> {
        if let Some(items) = value_text::items_of(rs, value)? {
            list.push(Piece::NewLine);
            list.push(indented(self.items(rs, &items, level.next())?));
        } else if self.is_leaf(rs, value, level) {
            list.extend(self.leaf(rs, value)?);
        } else {
            list.push(Piece::NewLine);
            list.push(indented(vec![self.object(rs, value, level.next(), &Parameters::of(None))?]));
        }
        Ok(())
    }

    fn is_leaf(&self, rs: &mut Runspace, value: &Value, level: Level) -> bool {
        level.depth >= level.max || value.is_null() || is_scalar(&rs.type_names(value))
    }

    fn items(&mut self, rs: &mut Runspace, items: &[Value], level: Level) -> Result<Vec<Piece>> {
        stack::check()?;
        let mut list = Vec::new();
        line(&mut list, "[");
        let mut inner = Vec::new();
        for (at, item) in items.iter().enumerate() {
            if usize::try_from(self.limit).is_ok_and(|limit| limit == at) {
                inner.extend(self.leaf(rs, &ELLIPSIS.into())?);
                break;
            }
            if self.is_leaf(rs, item, level) {
                inner.extend(self.leaf(rs, item)?);
            } else if let Some(nested) = value_text::items_of(rs, item)? {
                inner.push(Piece::NewLine);
                inner.push(indented(self.items(rs, &nested, level.next())?));
            } else {
                inner.push(self.object(rs, item, level.next(), &Parameters::of(None))?);
            }
        }
        list.push(indented(inner));
        line(&mut list, "]");
        list.push(Piece::NewLine);
        Ok(list)
    }
}
