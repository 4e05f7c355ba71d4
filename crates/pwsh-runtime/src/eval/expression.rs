//! Expressions.

use super::Flow;
use crate::code::{Expr, InvokeExpr, MemberName, Statement, StatementKind, Statements};
use crate::command::ScriptBlock;
use crate::runspace::Runspace;
use crate::scope::Slot;
use pwsh_value::bind::Arguments;
use pwsh_value::ops::{self, Comparison, Op};
use pwsh_value::payload::{PropertyBag, Reference, TypeObject};
use pwsh_value::{Error, Obj, Result, Type, Value, convert};
use smallvec::SmallVec;

/// How deep arithmetic is tried as one over plain integers, before each operator is taken by itself: a failed try
/// costs as much again.
const INT_DEPTH: u32 = 3;

impl Runspace {
    /// The value of an expression.
    pub(crate) fn eval(&mut self, expression: &Expr) -> Result<Value> {
        match expression {
            Expr::Const(value) => Ok(value.clone()),
            Expr::Local(slot) => self.local(*slot),
            Expr::Binary(op, sides) => self.binary(*op, sides),
            other => self.eval_other(other),
        }
    }

    /// The kinds that do more than arithmetic: apart, so that what most expressions are made of runs in a small
    /// frame.
    #[inline(never)]
    fn eval_other(&mut self, expression: &Expr) -> Result<Value> {
        match expression {
            Expr::Const(_) | Expr::Local(_) | Expr::Binary(..) => self.eval(expression),
            Expr::Item => Ok(self.item()),
            Expr::Variable(variable) => self.read_variable(variable),
            Expr::Member(member) => self.read_member(member),
            Expr::Invoke(invoke) => self.invoke_expression(invoke),
            Expr::Index(index) => self.read_index(index),
            Expr::Expand(parts) => self.expand(parts),
            Expr::Paren(statement) => self.value_of(statement),
            Expr::And(sides) => Ok(Value::Bool(self.truth(&sides.0)? && self.truth(&sides.1)?)),
            Expr::Or(sides) => Ok(Value::Bool(self.truth(&sides.0)? || self.truth(&sides.1)?)),
            Expr::Not(operand) => Ok(Value::Bool(!self.truth(operand)?)),
            Expr::Step(step) => self.step(step),
            Expr::List(items) => {
                let items = items.iter().map(|i| self.eval_item(i)).collect::<Result<_>>()?;
                Ok(Value::Object(Obj::array(items)))
            }
            Expr::Convert(both) => self.cast(&both.0, &both.1),
            Expr::Type(ty) => Ok(Value::from(self.resolve_type(ty)?)),
            Expr::Custom(names, values) => {
                let values = values.iter().map(|v| self.hash_value(v)).collect::<Result<_>>()?;
                Ok(Value::Object(Obj::custom(PropertyBag::with_shape(names.clone(), values))))
            }
            Expr::Hash(pairs) => self.hash(pairs),
            Expr::Ordered(pairs) => self.ordered(pairs),
            Expr::Block(block) => {
                let home = self.home_of_current();
                Ok(Value::Object(ScriptBlock::at_home(block.clone(), home)))
            }
            Expr::Sub(statements) => self.sub_expression(statements),
            Expr::Array(statements) => {
                let items = self.capture_items(|rs| rs.run(statements)?.in_expression())?;
                Ok(Value::Object(Obj::array(items)))
            }
            Expr::ArrayOf(list) => self.eval(list),
            Expr::Unary(op, operand) => {
                let operand = self.eval(operand)?;
                ops::unary(self, *op, &operand)
            }
            Expr::Ternary(parts) => {
                let (condition, yes, no) = &**parts;
                if self.truth(condition)? { self.eval(yes) } else { self.eval(no) }
            }
            Expr::Coalesce(sides) => {
                let left = self.eval(&sides.0)?;
                if left.is_null() { self.eval(&sides.1) } else { Ok(left) }
            }
            Expr::Regex(op, sides) => {
                let left = self.eval(&sides.0)?;
                let right = self.eval(&sides.1)?;
                self.regex_operator(*op, &left, &right)
            }
            Expr::SplitBlank(operand) => {
                let operand = self.eval(operand)?;
                self.split_blank(&operand)
            }
            Expr::Reference(place) => self.reference(place),
            Expr::Literal(value, text) => Ok(crate::literal::with_text(value, text)),
            Expr::Success => Ok(Value::Bool(self.success)),
            Expr::Assign(statement) => {
                self.statement(statement)?;
                match &statement.kind {
                    StatementKind::Assign { target, .. } | StatementKind::AssignIfNull { target, .. } => {
                        self.read_place(target)
                    }
                    _ => Ok(Value::Null),
                }
            }
            Expr::Using(both) => self.using_value(&both.0, &both.1),
            Expr::BaseConstructor(arguments) => {
                let arguments = arguments.iter().map(|a| self.eval(a)).collect::<Result<_>>()?;
                self.call_base_constructor(arguments)
            }
        }
    }

    /// An element of an array literal: nothing is null there.
    fn eval_item(&mut self, expression: &Expr) -> Result<Value> {
        let value = self.eval(expression)?;
        Ok(if matches!(value, Value::Void) { Value::Null } else { value })
    }

    /// The truth of an expression, without a value in between where two numbers are compared.
    #[inline]
    pub(crate) fn truth(&mut self, expression: &Expr) -> Result<bool> {
        match expression {
            Expr::Binary(Op::Compare(comparison, case), sides) => {
                if let (Some(a), Some(b)) = (self.plain_int(&sides.0), self.plain_int(&sides.1)) {
                    return Ok(compare_ints(*comparison, a, b));
                }
                let left = self.eval(&sides.0)?;
                let right = self.eval(&sides.1)?;
                if let (Value::Int32(a), Value::Int32(b)) = (&left, &right) {
                    return Ok(compare_ints(*comparison, *a, *b));
                }
                let op = Op::Compare(*comparison, *case);
                Ok(convert::to_bool(&ops::binary(self, op, &left, &right)?))
            }
            Expr::Not(operand) => Ok(!self.truth(operand)?),
            Expr::And(sides) => Ok(self.truth(&sides.0)? && self.truth(&sides.1)?),
            Expr::Or(sides) => Ok(self.truth(&sides.0)? || self.truth(&sides.1)?),
            other => {
                if let Some(value) = self.peek(other) {
                    return Ok(convert::to_bool(value));
                }
                Ok(convert::to_bool(&self.eval(other)?))
            }
        }
    }

    /// A constant or a set slot, read in place.
    #[inline]
    fn peek<'a>(&'a self, expression: &'a Expr) -> Option<&'a Value> {
        match expression {
            Expr::Const(value) => Some(value),
            Expr::Local(slot) => match self.scopes.local(self.cur.scope, *slot) {
                Slot::Value(value) => Some(value),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of arithmetic over integers in constants and slots, which passes through registers alone. `None`
    /// for anything else, of which nothing was evaluated that has an effect.
    #[inline]
    pub(super) fn plain_int(&self, expression: &Expr) -> Option<i32> {
        match expression {
            Expr::Binary(op, sides) => self.plain_int_op(*op, sides, INT_DEPTH),
            other => match self.peek(other) {
                Some(Value::Int32(number)) => Some(*number),
                _ => None,
            },
        }
    }

    fn plain_int_op(&self, op: Op, sides: &(Expr, Expr), depth: u32) -> Option<i32> {
        if !matches!(op, Op::Add | Op::Subtract | Op::Multiply | Op::Remainder) {
            return None;
        }
        let side = |expression: &Expr| match expression {
            Expr::Binary(op, sides) if depth > 0 => self.plain_int_op(*op, sides, depth - 1),
            other => match self.peek(other) {
                Some(Value::Int32(number)) => Some(*number),
                _ => None,
            },
        };
        int_op(op, side(&sides.0)?, side(&sides.1)?)
    }

    fn binary(&mut self, op: Op, sides: &(Expr, Expr)) -> Result<Value> {
        if let Some(number) = self.plain_int_op(op, sides, INT_DEPTH) {
            return Ok(Value::Int32(number));
        }
        self.binary_values(op, sides)
    }

    #[inline(never)]
    fn binary_values(&mut self, op: Op, sides: &(Expr, Expr)) -> Result<Value> {
        let left = self.eval(&sides.0)?;
        let right = self.eval(&sides.1)?;
        if let (Value::Int32(a), Value::Int32(b)) = (&left, &right) {
            if let Some(number) = int_op(op, *a, *b) {
                return Ok(Value::Int32(number));
            }
            if let Op::Compare(comparison, _) = op {
                return Ok(Value::Bool(compare_ints(comparison, *a, *b)));
            }
        }
        if op == Op::As && self.is_constrained() {
            let wanted = convert::to(self, &right, &pwsh_value::ty::named("System.Type"))?;
            let wanted = self.static_target(&wanted)?;
            self.check_conversion(&wanted)?;
        }
        ops::binary(self, op, &left, &right)
    }

    /// `$( )`. What one expression gives needs no collector where it is a plain value.
    fn sub_expression(&mut self, statements: &Statements) -> Result<Value> {
        if let [Statement { extent, kind: StatementKind::Expression { value, quiet: false } }] =
            &statements.list[..]
        {
            self.cur.at = *extent;
            return match self.eval(value) {
                Ok(value) => {
                    self.success = true;
                    match value {
                        Value::Void | Value::Object(_) | Value::Wrapped(_) => {
                            self.capture(|rs| rs.write_each(rs.cur.streams.output, value))
                        }
                        plain => Ok(plain),
                    }
                }
                Err(error) => self.capture(|rs| {
                    rs.statement_failed(error, statements)?.unwrap_or(Flow::Next).in_expression()
                }),
            };
        }
        self.capture(|rs| rs.run(statements)?.in_expression())
    }

    fn cast(&mut self, ty: &crate::code::TypeRef, operand: &Expr) -> Result<Value> {
        let target = self.resolve_type(ty)?;
        self.check_conversion(&target)?;
        let value = self.eval(operand)?;
        let value = if matches!(value, Value::Void) { Value::Null } else { value };
        convert::to(self, &value, &target)
    }

    fn invoke_expression(&mut self, invoke: &InvokeExpr) -> Result<Value> {
        let target = self.eval(&invoke.target)?;
        if invoke.null_conditional && target.is_null() {
            return Ok(Value::Null);
        }
        let computed;
        let name = match &invoke.name {
            MemberName::Const(name) => name,
            MemberName::Computed(_) => {
                computed = self.member_name(&invoke.name)?;
                &computed
            }
        };
        let mut arguments: SmallVec<[Value; 4]> = SmallVec::new();
        let mut casts: SmallVec<[Option<Type>; 4]> = SmallVec::new();
        for (at, argument) in invoke.arguments.iter().enumerate() {
            if let Expr::Convert(both) = argument {
                casts.resize(at, None);
                casts.push(Some(self.resolve_type(&both.0)?));
            }
            arguments.push(self.eval_item(argument)?);
        }
        let generic = invoke.generic.iter().map(|t| self.resolve_type(t)).collect::<Result<Vec<_>>>()?;
        let given = Arguments { values: &arguments, casts: &casts, type_args: &generic };
        if !invoke.is_static {
            self.check_method_call(target.ty())?;
        }
        if invoke.is_static {
            let ty = self.static_target(&target)?;
            self.check_method_call(Some(&ty))?;
            self.invoke_static(&ty, name, &arguments, &casts, &generic)
        } else if let Some(base) = self.base_of_call(invoke, &target)? {
            self.invoke_base_member(&target, &base, name, given)
        } else if let MemberName::Const(_) = invoke.name {
            self.invoke_named(&target, name, given)
        } else {
            self.invoke_member(&target, name, &arguments, &casts, &generic)
        }
    }

    /// The base class that a method's `([Base]$this).Name()` names: its own method is called, not the override.
    fn base_of_call(&mut self, invoke: &InvokeExpr, target: &Value) -> Result<Option<Type>> {
        if self.cur.method.is_none() {
            return Ok(None);
        }
        let named = match &invoke.target {
            Expr::Convert(both) => &both.0,
            Expr::Paren(statement) => match &statement.kind {
                StatementKind::Expression { value: Expr::Convert(both), .. } => &both.0,
                _ => return Ok(None),
            },
            _ => return Ok(None),
        };
        let ty = self.resolve_type(named)?;
        let is_base = target
            .ty()
            .is_some_and(|own| own.defined().is_some() && own.hierarchy().skip(1).any(|b| *b == ty));
        Ok(is_base.then_some(ty))
    }

    /// The type that stands before `::`: a type, or the type of a value.
    pub(super) fn static_target(&mut self, target: &Value) -> Result<Type> {
        if let Some(ty) = target.as_object().and_then(|o| o.get::<TypeObject>()) {
            return Ok(ty.payload().0.clone());
        }
        target.ty().cloned().ok_or_else(|| {
            Error::runtime("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.")
                .category(pwsh_value::Category::InvalidOperation)
        })
    }

    fn reference(&mut self, place: &crate::code::Place) -> Result<Value> {
        let (scope, name) = match place {
            crate::code::Place::Local(slot) => (self.cur.scope, self.slot_name(*slot)),
            crate::code::Place::Variable(variable) if variable.path.is_none() => {
                (self.scope_named(variable.scope), variable.name)
            }
            // `[ref]$null` throws away what is stored.
            other => return Ok(Value::Object(Reference::to_value(self.read_place(other)?))),
        };
        if !self.variable_exists(name) {
            let text = "[ref] cannot be applied to a variable that does not exist.";
            return Err(Error::runtime("NonExistingVariableReference", text)
                .category(pwsh_value::Category::InvalidOperation)
                .target(name.text()));
        }
        let cell = self.variable_cell(scope, name);
        Ok(Value::Object(Reference::to_variable(cell)))
    }
}

#[inline]
fn compare_ints(comparison: Comparison, a: i32, b: i32) -> bool {
    match comparison {
        Comparison::Equal => a == b,
        Comparison::NotEqual => a != b,
        Comparison::Greater => a > b,
        Comparison::GreaterOrEqual => a >= b,
        Comparison::Less => a < b,
        Comparison::LessOrEqual => a <= b,
    }
}

/// Arithmetic over two integers that stays in their range; `None` for the rest.
#[inline]
fn int_op(op: Op, a: i32, b: i32) -> Option<i32> {
    match op {
        Op::Add => a.checked_add(b),
        Op::Subtract => a.checked_sub(b),
        Op::Multiply => a.checked_mul(b),
        Op::Remainder => a.checked_rem(b),
        _ => None,
    }
}
