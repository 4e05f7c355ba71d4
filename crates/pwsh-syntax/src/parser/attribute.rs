//! Attributes and type constraints in brackets.

use super::*;

impl Parser<'_> {
    /// Attributes and types in a row. In an expression new lines may follow an attribute but no type.
    pub(super) fn attribute_list(&mut self, in_expression: bool) -> Vec<AttributeBase> {
        let mut attributes = Vec::new();
        let mut links = 0;
        while let Some(attribute) = self.attribute()
            && self.link(&mut links)
        {
            let is_attribute = matches!(attribute, AttributeBase::Attribute(_));
            attributes.push(attribute);
            if !in_expression || is_attribute {
                self.skip_newlines();
            }
        }
        attributes
    }

    pub(super) fn attribute(&mut self) -> Option<AttributeBase> {
        let bracket = self.next_left_bracket()?;
        self.skip_newlines();
        let Some((type_name, name_extent)) = self.type_name(true) else {
            self.resync_token(&bracket);
            self.report_incomplete(after(bracket.extent), E::MissingTypename, &[]);
            return None;
        };
        let token = self.next();
        if token.kind == K::LParen {
            self.tk.mark(name_extent, TokenFlags::ATTRIBUTE_NAME, TokenFlags::NONE);
            return Some(self.attribute_after_paren(&bracket, type_name, &token));
        }
        let mut end = type_name.extent();
        if token.kind == K::RBracket {
            end = token.extent;
        } else {
            let place = self.before(token.extent);
            self.unget(token);
            self.report(place, E::EndSquareBracketExpectedAtEndOfAttribute, &[]);
        }
        Some(AttributeBase::TypeConstraint(TypeConstraintAst { extent: bracket.extent.to(end), type_name }))
    }

    fn attribute_after_paren(
        &mut self,
        bracket: &Token,
        type_name: TypeName,
        l_paren: &Token,
    ) -> AttributeBase {
        self.skip_newlines();
        let mut arguments = Arguments { positional: vec![], named: vec![], last: l_paren.extent };
        self.in_mode(Mode::Expression, |parser| {
            parser.with_comma_disabled(true, |parser| parser.attribute_arguments(&mut arguments));
        });
        self.skip_newlines();
        let mut end = arguments.last;
        let r_paren = self.take_if(K::RParen);
        match &r_paren {
            Some(token) => end = token.extent,
            None => {
                self.report_incomplete(after(end), E::MissingEndParenthesisInExpression, &[]);
            }
        }
        self.skip_newlines();
        if let Some(r_bracket) = self.take_if(K::RBracket) {
            end = r_bracket.extent;
        } else if r_paren.is_some() {
            self.report_incomplete(after(end), E::EndSquareBracketExpectedAtEndOfAttribute, &[]);
        }
        AttributeBase::Attribute(Box::new(AttributeAst {
            extent: bracket.extent.to(end),
            type_name,
            positional_arguments: arguments.positional,
            named_arguments: arguments.named,
        }))
    }

    fn attribute_arguments(&mut self, arguments: &mut Arguments) {
        let mut comma: Option<Extent> = None;
        loop {
            self.skip_newlines();
            if let Some(name) = self.simple_name() {
                self.named_argument(name, arguments);
            } else if let Some(expression) = self.expression(false) {
                arguments.last = expression.extent();
                arguments.positional.push(expression);
            } else if let Some(comma) = comma {
                let place = after(comma);
                self.report_incomplete(place, E::MissingExpressionAfterToken, &[K::Comma.text()]);
                arguments.positional.push(error_expression(place));
                arguments.last = place;
            }
            self.skip_newlines();
            match self.take_if(K::Comma) {
                Some(token) => {
                    arguments.last = token.extent;
                    comma = Some(token.extent);
                }
                None => return,
            }
        }
    }

    fn named_argument(&mut self, name: StringConstantExpressionAst, arguments: &mut Arguments) {
        let mut expression_omitted = true;
        let argument: Expression = match self.take_if(K::Equals) {
            Some(equals) => {
                expression_omitted = false;
                self.skip_newlines();
                let argument = self.expression(false).unwrap_or_else(|| {
                    let place = after(equals.extent);
                    self.report_incomplete(place, E::MissingExpressionInNamedArgument, &[]);
                    self.sync_on_error(true, &[K::Comma, K::RParen, K::RBracket, K::NewLine]);
                    error_expression(place)
                });
                arguments.last = argument.extent();
                argument
            }
            None => ConstantExpressionAst { extent: name.extent, value: ConstantValue::Bool(true) }.into(),
        };
        let text = name.value.as_str();
        arguments.named.push(NamedAttributeArgumentAst {
            extent: name.extent.to(argument.extent()),
            argument_name: text.into(),
            argument_name_extent: name.extent,
            argument,
            expression_omitted,
        });
    }
}

/// The arguments of an attribute, with the last thing that was read.
struct Arguments {
    positional: Vec<Expression>,
    named: Vec<NamedAttributeArgumentAst>,
    last: Extent,
}
