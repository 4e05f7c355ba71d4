//! Operators and their operands.

use super::*;

impl Parser<'_> {
    /// An expression, or `None` where none begins. `in_ternary` tells that `?` and `:` end a number.
    pub(super) fn expression(&mut self, in_ternary: bool) -> Option<Expression> {
        if !self.enter() {
            return None;
        }
        let expression = self.in_mode(Mode::Expression, |parser| parser.ternary_expression(in_ternary));
        self.leave();
        expression
    }

    fn ternary_expression(&mut self, in_ternary: bool) -> Option<Expression> {
        let condition = self.binary_expression(in_ternary)?;
        let Some(question) = self.take_if(K::QuestionMark) else { return Some(condition) };
        self.skip_newlines();
        let if_true = self.ternary_operand(&question);
        self.skip_newlines();
        let colon = self.next();
        if colon.kind != K::Colon {
            let extent = condition.extent().to(self.before(colon.extent));
            let mut nested = vec![condition];
            if !matches!(if_true, Expression::Error(_)) {
                nested.push(if_true);
                self.report_incomplete(colon.extent, E::MissingColonInTernaryExpression, &[]);
            }
            self.unget(colon);
            return Some(ErrorExpressionAst { extent, nested }.into());
        }
        self.skip_newlines();
        let if_false = self.ternary_operand(&colon);
        let extent = condition.extent().to(if_false.extent());
        Some(TernaryExpressionAst { extent, condition, if_true, if_false }.into())
    }

    fn ternary_operand(&mut self, operator: &Token) -> Expression {
        self.expression(true).unwrap_or_else(|| {
            let place = after(operator.extent);
            let text = self.text_of(operator);
            self.report_incomplete(place, E::ExpectedValueExpression, &[text]);
            error_expression(place)
        })
    }

    fn binary_expression(&mut self, in_ternary: bool) -> Option<Expression> {
        let first = self.array_literal(in_ternary)?;
        let kind = self.peek_kind();
        if kind == K::Parameter {
            return Some(self.parameter_in_expression(first));
        }
        if !kind.has_trait(TokenFlags::BINARY_OPERATOR) {
            return Some(first);
        }
        let mut operands = vec![first];
        let mut operators: Vec<(K, Extent)> = Vec::new();
        let mut links = 0;
        while self.peek_kind().has_trait(TokenFlags::BINARY_OPERATOR) && self.link(&mut links) {
            let token = self.next();
            let precedence = token.kind.binary_precedence();
            while operators.last().is_some_and(|(kind, _)| precedence <= kind.binary_precedence()) {
                reduce(&mut operands, &mut operators);
            }
            operators.push((token.kind, token.extent));
            self.skip_newlines();
            let operand = self.array_literal(true).unwrap_or_else(|| {
                // the operator as it is written, which may not be how its kind is
                let place = after(token.extent);
                let text = self.text_of(&token);
                self.report_incomplete(place, E::ExpectedValueExpression, &[text]);
                error_expression(place)
            });
            operands.push(operand);
        }
        while !operators.is_empty() {
            reduce(&mut operands, &mut operators);
        }
        let expression = operands.pop()?;
        if self.peek_kind() == K::Parameter {
            return Some(self.parameter_in_expression(expression));
        }
        Some(expression)
    }

    /// A parameter where an operator may stand is taken for one that is not there.
    fn parameter_in_expression(&mut self, expression: Expression) -> Expression {
        let token = self.next();
        let text = self.text_of(&token);
        self.report(token.extent, E::UnexpectedToken, &[text]);
        ErrorExpressionAst { extent: expression.extent().to(token.extent), nested: vec![expression] }.into()
    }

    fn array_literal(&mut self, in_ternary: bool) -> Option<Expression> {
        let first = self.unary_expression(in_ternary)?;
        if self.disable_comma || self.peek_kind() != K::Comma {
            return Some(first);
        }
        let start = first.extent();
        let mut elements = vec![first];
        while let Some(comma) = self.take_if(K::Comma) {
            self.skip_newlines();
            let Some(element) = self.unary_expression(true) else {
                let text = self.text_of(&comma);
                self.report_incomplete(after(comma.extent), E::MissingExpressionAfterToken, &[text]);
                elements.push(error_expression(comma.extent));
                break;
            };
            elements.push(element);
        }
        let end = elements.last().map_or(start, Expression::extent);
        Some(ArrayLiteralAst { extent: start.to(end), elements }.into())
    }

    pub(super) fn unary_expression(&mut self, in_ternary: bool) -> Option<Expression> {
        if !self.enter() {
            return None;
        }
        let expression = self.unary_or_primary(in_ternary);
        self.leave();
        let expression = expression?;
        let operator = match self.peek_kind() {
            K::PlusPlus => UnaryOperator::PostfixPlusPlus,
            K::MinusMinus => UnaryOperator::PostfixMinusMinus,
            _ => return Some(expression),
        };
        let token = self.next();
        let extent = expression.extent().to(token.extent);
        Some(UnaryExpressionAst { extent, operator, child: expression }.into())
    }

    fn unary_or_primary(&mut self, in_ternary: bool) -> Option<Expression> {
        let old = (self.tk.allow_signed_numbers, self.tk.force_end_number_on_ternary);
        self.tk.allow_signed_numbers = true;
        self.tk.force_end_number_on_ternary = in_ternary;
        if let Some(token) = &self.ungot
            // what was read as an operator may be a sign, and a word may be a number before `?` or `:`
            && (token.kind == K::Minus || (in_ternary && token.kind == K::Generic))
        {
            let start = token.local_start;
            self.resync(start);
        }
        let kind = self.peek_kind();
        (self.tk.allow_signed_numbers, self.tk.force_end_number_on_ternary) = old;
        if kind.has_trait(TokenFlags::UNARY_OPERATOR) {
            if self.disable_comma && kind == K::Comma {
                return None;
            }
            return Some(self.unary_operation());
        }
        if kind == K::LBracket {
            return self.attributed_expression();
        }
        self.primary_expression(true)
    }

    fn unary_operation(&mut self) -> Expression {
        let token = self.next();
        self.skip_newlines();
        let Some(child) = self.unary_expression(true) else {
            let text = self.text_of(&token);
            self.report_incomplete(after(token.extent), E::MissingExpressionAfterOperator, &[text]);
            return error_expression(token.extent);
        };
        let extent = token.extent.to(child.extent());
        let operator = match token.kind {
            K::Comma => return ArrayLiteralAst { extent, elements: vec![child] }.into(),
            K::Not => UnaryOperator::Not,
            K::Exclaim => UnaryOperator::Exclaim,
            K::Bnot => UnaryOperator::Bnot,
            K::Plus => UnaryOperator::Plus,
            K::PlusPlus => UnaryOperator::PlusPlus,
            K::MinusMinus => UnaryOperator::MinusMinus,
            K::Join => UnaryOperator::Join,
            K::Isplit => UnaryOperator::Isplit,
            K::Csplit => UnaryOperator::Csplit,
            _ => UnaryOperator::Minus,
        };
        UnaryExpressionAst { extent, operator, child }.into()
    }

    /// A type, a member of a type, a cast, or attributes before an expression.
    fn attributed_expression(&mut self) -> Option<Expression> {
        let mut attributes = self.attribute_list(true);
        let last = attributes.pop()?;
        let mut expression = match last {
            AttributeBase::Attribute(attribute) => {
                self.skip_newlines();
                let Some(child) = self.unary_expression(true) else {
                    let name = attribute.type_name.full_name();
                    self.report_incomplete(attribute.extent, E::UnexpectedAttribute, &[&name]);
                    let start = attributes.first().map_or(attribute.extent, AttributeBase::extent);
                    return Some(error_expression(start.to(attribute.extent)));
                };
                let extent = attribute.extent.to(child.extent());
                AttributedExpressionAst { extent, attribute: *attribute, child }.into()
            }
            AttributeBase::TypeConstraint(constraint) => self.type_or_cast(constraint),
        };
        for attribute in attributes.into_iter().rev() {
            let extent = attribute.extent().to(expression.extent());
            expression = match attribute {
                AttributeBase::Attribute(attribute) => {
                    AttributedExpressionAst { extent, attribute: *attribute, child: expression }.into()
                }
                AttributeBase::TypeConstraint(type_constraint) => {
                    ConvertExpressionAst { extent, type_constraint, child: expression }.into()
                }
            };
        }
        Some(expression)
    }

    fn type_or_cast(&mut self, constraint: TypeConstraintAst) -> Expression {
        if let Some(operator) = self.next_member_access(false) {
            let TypeConstraintAst { extent, type_name } = constraint;
            return self.member_accesses(Some(operator), TypeExpressionAst { extent, type_name }.into());
        }
        if !matches!(self.peek_kind(), K::NewLine | K::Comma)
            && let Some(child) = self.unary_expression(true)
        {
            let extent = constraint.extent.to(child.extent());
            return ConvertExpressionAst { extent, type_constraint: constraint, child }.into();
        }
        let TypeConstraintAst { extent, type_name } = constraint;
        TypeExpressionAst { extent, type_name }.into()
    }
}

/// Makes one operand of the last two with the last operator.
fn reduce(operands: &mut Vec<Expression>, operators: &mut Vec<(K, Extent)>) {
    let (Some(right), Some(left), Some((kind, error_position))) =
        (operands.pop(), operands.pop(), operators.pop())
    else {
        return;
    };
    let extent = left.extent().to(right.extent());
    operands.push(
        BinaryExpressionAst { extent, left, operator: binary_operator(kind), right, error_position }.into(),
    );
}

fn binary_operator(kind: K) -> BinaryOperator {
    macro_rules! same_names {
        ($($name:ident)*) => {
            match kind {
                $(K::$name => BinaryOperator::$name,)*
                _ => unreachable!("only binary operators come here, not {}", kind.name()),
            }
        };
    }
    same_names!(And Or Xor Band Bor Bxor Shl Shr Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Imatch Inotmatch Ireplace
        Icontains Inotcontains Iin Inotin Isplit Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Cmatch Cnotmatch Creplace
        Ccontains Cnotcontains Cin Cnotin Csplit Is IsNot As Join Format DotDot Multiply Divide Rem Plus Minus
        QuestionQuestion)
}
