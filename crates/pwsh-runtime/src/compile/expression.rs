//! Expressions.

use super::Compiler;
use crate::code::{Block, Statement as Code, StatementKind};
use crate::code::{
    Expr, HashKey, IndexExpr, InvokeExpr, MemberExpr, MemberName, Part, RegexOp, Step, TypeRef, Variable,
};
use pwsh_syntax::ast::*;
use pwsh_value::ops::{Case, Comparison, Op, Unary};
use pwsh_value::{Name, PsString, Result, Value};

/// Variables that the frame keeps itself: they are never slots of a block.
pub(super) fn is_automatic(name: &str) -> bool {
    ["_", "PSItem", "?", "true", "false", "null"].iter().any(|n| n.eq_ignore_ascii_case(name))
}

impl Compiler<'_> {
    pub(super) fn expressions(&mut self, list: &[Expression]) -> Result<Vec<Expr>> {
        list.iter().map(|e| self.expression(e)).collect()
    }

    pub(super) fn expression(&mut self, expression: &Expression) -> Result<Expr> {
        Ok(match expression {
            Expression::Constant(c) => Expr::Const(constant(&c.value)),
            Expression::StringConstant(s) => Expr::Const(Value::String(text(&s.value))),
            Expression::Variable(v) => self.variable(v),
            Expression::Binary(b) => self.binary(b)?,
            Expression::Unary(u) => self.unary(u)?,
            Expression::Ternary(t) => Expr::Ternary(Box::new((
                self.expression(&t.condition)?,
                self.expression(&t.if_true)?,
                self.expression(&t.if_false)?,
            ))),
            Expression::Convert(c) => self.convert(c)?,
            Expression::Attributed(a) => self.expression(&a.child)?,
            Expression::Type(t) => Expr::Type(TypeRef::new(t.type_name.clone(), t.extent)),
            Expression::ExpandableString(s) => Expr::Expand(self.parts(s)?),
            Expression::Member(m) => Expr::Member(Box::new(self.member(m)?)),
            Expression::InvokeMember(m) => Expr::Invoke(Box::new(InvokeExpr {
                target: self.expression(&m.expression)?,
                name: self.member_name(&m.member)?,
                is_static: m.is_static,
                null_conditional: m.null_conditional,
                generic: m
                    .generic_type_arguments
                    .iter()
                    .map(|t| TypeRef::new(t.clone(), t.extent()))
                    .collect(),
                arguments: self.expressions(&m.arguments)?,
            })),
            Expression::BaseCtorInvokeMember(b) => Expr::BaseConstructor(self.expressions(&b.arguments)?),
            Expression::Index(i) => Expr::Index(Box::new(self.index(i)?)),
            Expression::Sub(s) => {
                let block = &s.sub_expression;
                Expr::Sub(Box::new(self.statements(&block.statements, &block.traps)?))
            }
            Expression::Paren(p) => self.paren(&p.pipeline)?,
            Expression::Array(a) => self.array(&a.sub_expression)?,
            Expression::ArrayLiteral(list) => Expr::List(self.expressions(&list.elements)?),
            Expression::Hashtable(h) => Expr::Hash(self.pairs(h)?),
            Expression::ScriptBlock(b) => Expr::Block(Block::new(b.script_block.clone(), false)),
            Expression::Using(u) => {
                let source = self.ast.source.slice(u.extent);
                Expr::Using(Box::new((self.expression(&u.sub_expression)?, source.into())))
            }
            Expression::Error(_) => unreachable!("a tree with errors is never compiled"),
        })
    }

    pub(super) fn variable(&mut self, v: &VariableExpressionAst) -> Expr {
        let path = &v.variable_path;
        let name = path.name();
        if path.scope() == VariableScope::Drive {
            let variable = Variable {
                name: Name::intern(name),
                scope: VariableScope::Drive,
                path: Some(path.user_path().into()),
            };
            return Expr::Variable(variable);
        }
        if matches!(path.scope(), VariableScope::Unscoped | VariableScope::Variable) {
            match &*name.to_ascii_lowercase() {
                "true" => return Expr::Const(Value::Bool(true)),
                "false" => return Expr::Const(Value::Bool(false)),
                "null" => return Expr::Const(Value::Null),
                "_" | "psitem" => return Expr::Item,
                "?" => return Expr::Success,
                _ => {}
            }
        }
        let name = Name::intern(name);
        if matches!(path.scope(), VariableScope::Unscoped | VariableScope::Local | VariableScope::Private)
            && let Some(slot) = self.slot(name)
        {
            return Expr::Local(slot);
        }
        Expr::Variable(Variable { name, scope: path.scope(), path: None })
    }

    fn binary(&mut self, b: &BinaryExpressionAst) -> Result<Expr> {
        use BinaryOperator as B;
        use Comparison::*;
        let both = Box::new((self.expression(&b.left)?, self.expression(&b.right)?));
        let case = if b.operator.is_case_sensitive() { Case::Heed } else { Case::Ignore };
        let op = match b.operator {
            B::And => return Ok(Expr::And(both)),
            B::Or => return Ok(Expr::Or(both)),
            B::QuestionQuestion => return Ok(Expr::Coalesce(both)),
            B::Imatch | B::Cmatch => return Ok(Expr::Regex(RegexOp::Match { negate: false, case }, both)),
            B::Inotmatch | B::Cnotmatch => {
                return Ok(Expr::Regex(RegexOp::Match { negate: true, case }, both));
            }
            B::Ireplace | B::Creplace => return Ok(Expr::Regex(RegexOp::Replace(case), both)),
            B::Isplit | B::Csplit => return Ok(Expr::Regex(RegexOp::Split(case), both)),
            B::Xor => Op::Xor,
            B::Band => Op::BitAnd,
            B::Bor => Op::BitOr,
            B::Bxor => Op::BitXor,
            B::Shl => Op::ShiftLeft,
            B::Shr => Op::ShiftRight,
            B::Ieq | B::Ceq => Op::Compare(Equal, case),
            B::Ine | B::Cne => Op::Compare(NotEqual, case),
            B::Ige | B::Cge => Op::Compare(GreaterOrEqual, case),
            B::Igt | B::Cgt => Op::Compare(Greater, case),
            B::Ilt | B::Clt => Op::Compare(Less, case),
            B::Ile | B::Cle => Op::Compare(LessOrEqual, case),
            B::Ilike | B::Clike => Op::Like(case),
            B::Inotlike | B::Cnotlike => Op::NotLike(case),
            B::Icontains | B::Ccontains => Op::Contains(case),
            B::Inotcontains | B::Cnotcontains => Op::NotContains(case),
            B::Iin | B::Cin => Op::In(case),
            B::Inotin | B::Cnotin => Op::NotIn(case),
            B::Is => Op::Is,
            B::IsNot => Op::IsNot,
            B::As => Op::As,
            B::Join => Op::Join,
            B::Format => Op::Format,
            B::DotDot => Op::Range,
            B::Multiply => Op::Multiply,
            B::Divide => Op::Divide,
            B::Rem => Op::Remainder,
            B::Plus => Op::Add,
            B::Minus => Op::Subtract,
        };
        Ok(Expr::Binary(op, both))
    }

    fn unary(&mut self, u: &UnaryExpressionAst) -> Result<Expr> {
        use UnaryOperator as U;
        let (by, postfix) = match u.operator {
            U::PlusPlus => (1, false),
            U::MinusMinus => (-1, false),
            U::PostfixPlusPlus => (1, true),
            U::PostfixMinusMinus => (-1, true),
            _ => (0, false),
        };
        if by != 0 {
            return Ok(Expr::Step(Box::new(Step { place: self.place(&u.child)?, by, postfix })));
        }
        // A minus before a number is part of the literal's value.
        if u.operator == U::Minus
            && let Expression::Constant(c) = &u.child
            && let Some(value) = negated(&c.value)
        {
            return Ok(Expr::Const(value));
        }
        let child = Box::new(self.expression(&u.child)?);
        Ok(match u.operator {
            U::Not | U::Exclaim => Expr::Not(child),
            U::Bnot => Expr::Unary(Unary::BitNot, child),
            U::Plus => Expr::Unary(Unary::Plus, child),
            U::Minus => Expr::Unary(Unary::Minus, child),
            U::Join => Expr::Unary(Unary::Join, child),
            U::Isplit | U::Csplit => Expr::SplitBlank(child),
            U::PlusPlus | U::MinusMinus | U::PostfixPlusPlus | U::PostfixMinusMinus => {
                unreachable!("steps are above")
            }
        })
    }

    fn convert(&mut self, c: &ConvertExpressionAst) -> Result<Expr> {
        let type_name = &c.type_constraint.type_name;
        let simple = type_name.simple_name().unwrap_or_default().to_ascii_lowercase();
        match (&*simple, &c.child) {
            ("ref", child) => return Ok(Expr::Reference(Box::new(self.place(child)?))),
            ("ordered", Expression::Hashtable(h)) => return Ok(Expr::Ordered(self.pairs(h)?)),
            ("pscustomobject", Expression::Hashtable(h)) => {
                let pairs = self.pairs(h)?;
                let mut names: Vec<PsString> = Vec::with_capacity(pairs.len());
                for (key, _) in &pairs {
                    // `PSTypeName` is no property but gives the object a type name.
                    if let HashKey::Const(Value::String(name)) = key
                        && !name.is("PSTypeName")
                        && !names.iter().any(|n| n.eq_ignore_case(name))
                    {
                        names.push(name.clone());
                    }
                }
                if names.len() == pairs.len() {
                    return Ok(Expr::Custom(
                        names.into(),
                        pairs.into_iter().map(|(_, value)| value).collect(),
                    ));
                }
                let target = TypeRef::new(type_name.clone(), c.type_constraint.extent);
                return Ok(Expr::Convert(Box::new((target, Expr::Ordered(pairs)))));
            }
            _ => {}
        }
        let target = TypeRef::new(type_name.clone(), c.type_constraint.extent);
        Ok(Expr::Convert(Box::new((target, self.expression(&c.child)?))))
    }

    pub(super) fn member(&mut self, m: &MemberExpressionAst) -> Result<MemberExpr> {
        Ok(MemberExpr {
            target: self.expression(&m.expression)?,
            name: self.member_name(&m.member)?,
            is_static: m.is_static,
            null_conditional: m.null_conditional,
        })
    }

    fn member_name(&mut self, name: &Expression) -> Result<MemberName> {
        Ok(match name {
            Expression::StringConstant(s) => MemberName::Const(text(&s.value)),
            other => MemberName::Computed(self.expression(other)?),
        })
    }

    pub(super) fn index(&mut self, i: &IndexExpressionAst) -> Result<IndexExpr> {
        Ok(IndexExpr {
            target: self.expression(&i.target)?,
            index: self.expression(&i.index)?,
            null_conditional: i.null_conditional,
        })
    }

    /// A pure expression in parentheses is itself; anything else gives what its pipeline puts out.
    fn paren(&mut self, pipeline: &Statement) -> Result<Expr> {
        if let Some(inner) = pure_expression(pipeline) {
            return self.expression(inner);
        }
        let statement = self.statement(pipeline)?;
        Ok(match statement.kind {
            StatementKind::Assign { .. } | StatementKind::AssignIfNull { .. } => {
                Expr::Assign(Box::new(statement))
            }
            _ => Expr::Paren(Box::new(statement)),
        })
    }

    fn array(&mut self, block: &StatementBlockAst) -> Result<Expr> {
        if let [statement] = &block.statements[..]
            && block.traps.is_empty()
            && let Some(list @ Expression::ArrayLiteral(_)) = pure_expression(statement)
        {
            return Ok(Expr::ArrayOf(Box::new(self.expression(list)?)));
        }
        Ok(Expr::Array(Box::new(self.statements(&block.statements, &block.traps)?)))
    }

    fn pairs(&mut self, h: &HashtableAst) -> Result<Vec<(HashKey, Code)>> {
        h.key_value_pairs
            .iter()
            .map(|(key, value)| {
                let key = match self.expression(key)? {
                    Expr::Const(value) => HashKey::Const(value),
                    other => HashKey::Computed(other),
                };
                Ok((key, self.statement(value)?))
            })
            .collect()
    }

    fn parts(&mut self, s: &ExpandableStringExpressionAst) -> Result<Vec<Part>> {
        s.parts
            .iter()
            .map(|part| {
                Ok(match part {
                    ExpandablePart::Text(literal) => Part::Text(text(literal)),
                    ExpandablePart::Expression(e) => Part::Value(self.expression(e)?),
                })
            })
            .collect()
    }
}

/// The expression that a pipeline consists of, if it is nothing else.
pub(super) fn pure_expression(statement: &Statement) -> Option<&Expression> {
    let element = match statement {
        Statement::CommandExpression(c) => c,
        Statement::Pipeline(p) if !p.background => match &p.pipeline_elements[..] {
            [PipelineElement::Expression(c)] => c,
            _ => return None,
        },
        _ => return None,
    };
    element.redirections.is_empty().then_some(&element.expression)
}

/// The value of a string literal.
pub(crate) fn text(literal: &StringText) -> PsString {
    PsString::from_wtf8(literal.as_wtf8())
}

/// The value of a constant.
pub(crate) fn constant(value: &ConstantValue) -> Value {
    match value {
        ConstantValue::Bool(v) => Value::Bool(*v),
        ConstantValue::SByte(v) => Value::Int8(*v),
        ConstantValue::Byte(v) => Value::UInt8(*v),
        ConstantValue::Int16(v) => Value::Int16(*v),
        ConstantValue::UInt16(v) => Value::UInt16(*v),
        ConstantValue::Int32(v) => Value::Int32(*v),
        ConstantValue::UInt32(v) => Value::UInt32(*v),
        ConstantValue::Int64(v) => Value::Int64(*v),
        ConstantValue::UInt64(v) => Value::UInt64(*v),
        ConstantValue::Double(v) => Value::Double(*v),
        ConstantValue::Decimal(v) => Value::from(*v),
        ConstantValue::BigInteger(v) => Value::from(v.clone()),
    }
}

fn negated(value: &ConstantValue) -> Option<Value> {
    Some(match value {
        ConstantValue::Int32(v) => Value::Int32(v.checked_neg()?),
        ConstantValue::Int64(v) => Value::Int64(v.checked_neg()?),
        ConstantValue::Double(v) => Value::Double(-v),
        _ => return None,
    })
}
