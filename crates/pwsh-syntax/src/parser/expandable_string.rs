//! Strings, and the expressions inside expandable ones.

use super::*;
use crate::token::{ExpandableText, UnparsedPart, UnscannedSubExpression};

impl Parser<'_> {
    /// The string of a string token.
    pub(super) fn string_expression(&mut self, token: Token) -> Expression {
        let string_constant_type = match token.kind {
            K::StringLiteral => StringConstantType::SingleQuoted,
            K::HereStringLiteral => StringConstantType::SingleQuotedHereString,
            K::HereStringExpandable => StringConstantType::DoubleQuotedHereString,
            _ => StringConstantType::DoubleQuoted,
        };
        let extent = token.extent;
        match token.value {
            TokenValue::Expandable(text) => self.expandable(extent, string_constant_type, *text),
            TokenValue::Text(value) => {
                StringConstantExpressionAst { extent, value, string_constant_type }.into()
            }
            _ => error_expression(extent),
        }
    }

    /// Parses the parts of an expandable string.
    pub(super) fn expandable(
        &mut self,
        extent: Extent,
        string_constant_type: StringConstantType,
        text: ExpandableText,
    ) -> Expression {
        let mut nested_tokens = self.tk.saved.is_some().then(Vec::new);
        let mut parts = Vec::with_capacity(text.parts.len());
        for part in text.parts {
            parts.push(match part {
                UnparsedPart::Text(text) => ExpandablePart::Text(text),
                UnparsedPart::Variable { path, extent, braced } => {
                    if let Some(tokens) = &mut nested_tokens {
                        tokens.push(variable_token(&path, extent));
                    }
                    let variable =
                        VariableExpressionAst { extent, variable_path: path, splatted: false, braced };
                    ExpandablePart::Expression(self.variable_or_using(variable, false))
                }
                UnparsedPart::SubExpression(part) => {
                    let place = self.tk.map().extent(part.start, part.end);
                    let expression = self.nested_expression(&part, &mut nested_tokens);
                    ExpandablePart::Expression(expression.unwrap_or_else(|| error_expression(place)))
                }
            });
        }
        if let Some(tokens) = nested_tokens {
            self.tk.set_nested_tokens(extent, tokens);
        }
        ExpandableStringExpressionAst { extent, value: text.value, string_constant_type, parts }.into()
    }

    fn nested_expression(
        &mut self,
        part: &UnscannedSubExpression,
        nested_tokens: &mut Option<Vec<Token>>,
    ) -> Option<Expression> {
        if !self.enter() {
            return None;
        }
        let raw = &self.tk.text()[part.start as usize..part.end as usize];
        let map = self.tk.map().nest(part.start, &part.removed);
        let expression = if part.removed.is_empty() {
            self.parse_nested(raw, map, nested_tokens)
        } else {
            let text = without_removed(raw, &part.removed);
            self.parse_nested(&text, map, nested_tokens)
        };
        self.leave();
        expression
    }

    /// Parses a text that lies in this one with a parser of its own, which shares errors and bounds.
    fn parse_nested(
        &mut self,
        text: &str,
        map: OffsetMap,
        nested_tokens: &mut Option<Vec<Token>>,
    ) -> Option<Expression> {
        let mut inner = Parser::new(self.source, text, map);
        inner.tk.mode = self.tk.mode;
        inner.tk.saved = nested_tokens.is_some().then(Vec::new);
        inner.tk.errors = std::mem::take(&mut self.tk.errors);
        inner.tk.fuel = self.tk.fuel;
        inner.depth = self.depth;
        inner.catch_depth = self.catch_depth;
        inner.disable_comma = self.disable_comma;
        let expression = inner.primary_expression(true);
        self.stopped = inner.stopped;
        self.defines_types |= inner.defines_types;
        self.tk.fuel = inner.tk.fuel;
        self.tk.errors = inner.tk.errors;
        if let Some((tokens, inner)) = nested_tokens.as_mut().zip(inner.tk.saved) {
            tokens.extend(inner);
        }
        expression
    }
}

/// The text of a subexpression with its doubled quotes made single.
fn without_removed(raw: &str, removed: &[(u32, u32)]) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut from = 0;
    let mut removed_bytes = 0;
    for &(at, len) in removed {
        let place = at as usize + removed_bytes;
        text.push_str(&raw[from..place]);
        from = place + len as usize;
        removed_bytes += len as usize;
    }
    text.push_str(&raw[from..]);
    text
}

fn variable_token(path: &VariablePath, extent: Extent) -> Token {
    Token {
        kind: K::Variable,
        flags: TokenFlags::NONE,
        extent,
        value: TokenValue::Variable(Box::new(path.clone())),
        nested_tokens: vec![],
        local_start: extent.start,
    }
}
