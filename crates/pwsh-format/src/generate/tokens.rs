//! Custom views: their texts, values and indented parts for an object.

use super::pick;
use crate::data::{Field, Frame, Piece};
use crate::expression::{Expression, Outcome};
use crate::value_text::{self, Format};
use crate::view::{CustomEntry, Source, Token};
use pwsh_runtime::Runspace;
use pwsh_value::{Error, Result, Value, convert, stack};

/// What a custom view shows of an object; what failed is added to `errors`.
pub(super) fn pieces(
    rs: &mut Runspace,
    entries: &[CustomEntry],
    value: &Value,
    limit: i32,
    errors: &mut Vec<Error>,
) -> Result<Vec<Piece>> {
    stack::check()?;
    let Some(entry) = pick(rs, entries, value, |entry| &entry.types) else { return Ok(Vec::new()) };
    let mut walk = Walk { limit, errors };
    Ok(vec![Piece::Group(None, walk.tokens(rs, &entry.tokens, value)?)])
}

struct Walk<'a> {
    limit: i32,
    errors: &'a mut Vec<Error>,
}

impl Walk<'_> {
    fn tokens(&mut self, rs: &mut Runspace, tokens: &[Token], value: &Value) -> Result<Vec<Piece>> {
        stack::check()?;
        let mut list = Vec::new();
        for token in tokens {
            match token {
                Token::Text(text) => list.push(Piece::Text((&**text).into())),
                Token::NewLine => list.push(Piece::NewLine),
                Token::Frame { left, right, first, tokens } => {
                    let number = |n: &usize| i32::try_from(*n).unwrap_or(i32::MAX);
                    let frame = Frame {
                        first: i32::try_from(*first).unwrap_or(0),
                        left: number(left),
                        right: number(right),
                    };
                    let inner = vec![Piece::Group(None, self.tokens(rs, tokens, value)?)];
                    list.push(Piece::Group(Some(frame), inner));
                }
                Token::Value { source, condition, each, entries } => {
                    if self.holds(rs, condition.as_ref(), value)? {
                        self.value(rs, source.as_ref(), *each, entries, value, &mut list)?;
                    }
                }
            }
        }
        Ok(list)
    }

    fn holds(&mut self, rs: &mut Runspace, condition: Option<&Source>, value: &Value) -> Result<bool> {
        match condition {
            None => Ok(true),
            Some(source) => Ok(convert::to_bool(&self.evaluate(rs, source, value)?)),
        }
    }

    fn evaluate(&mut self, rs: &mut Runspace, source: &Source, value: &Value) -> Result<Value> {
        Ok(match Expression::of(rs, source)?.value(rs, value)? {
            Outcome::Value(value) => value,
            Outcome::Missing => Value::Null,
            Outcome::Failed(error) => {
                self.errors.push(error);
                Value::Null
            }
        })
    }

    fn value(
        &mut self,
        rs: &mut Runspace,
        source: Option<&Source>,
        each: bool,
        entries: &[CustomEntry],
        value: &Value,
        list: &mut Vec<Piece>,
    ) -> Result<()> {
        let found = match source {
            None => value.clone(),
            Some(source) => self.evaluate(rs, source, value)?,
        };
        let items = if each { value_text::items_of(rs, &found)? } else { None };
        for item in items.unwrap_or_else(|| vec![found]) {
            if entries.is_empty() {
                let format = Format { limit: self.limit, ..Format::default() };
                let text = value_text::format(rs, &item, format)?;
                list.push(Piece::Field(Field { text, ..Field::default() }));
            } else if !item.is_null() {
                list.extend(pieces(rs, entries, &item, self.limit, self.errors)?);
            }
        }
        Ok(())
    }
}
