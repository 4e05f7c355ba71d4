//! `-eq` and its kin.

use super::numeric::{self, Level, level_of, number};
use super::{Case, Comparison};
use crate::context::Context;
use crate::convert::{self, Number, rule};
use crate::error::{Category, Error, Result};
use crate::object::Obj;
use crate::payload::{Array, Exception, PropertyBag, TypeObject};
use crate::string::PsString;
use crate::text::compare::linguistic::Comparer;
use crate::ty::{self, known};
use crate::value::Value;
use std::cmp::Ordering;

/// A comparison operator: a bool, or the elements of a left collection for which it holds.
#[inline]
pub fn compare(
    cx: &mut dyn Context,
    op: Comparison,
    case: Case,
    left: &Value,
    right: &Value,
) -> Result<Value> {
    if let (Value::Int32(a), Value::Int32(b)) = (left, right) {
        return Ok(Value::Bool(op.of(a.cmp(b))));
    }
    compare_any(cx, op, case, left, right)
}

#[inline(never)]
fn compare_any(
    cx: &mut dyn Context,
    op: Comparison,
    case: Case,
    left: &Value,
    right: &Value,
) -> Result<Value> {
    match enumerated(cx, left)? {
        Some(items) => {
            let mut matching = Vec::new();
            for item in items {
                if scalar(cx, op, case, &item, right)? {
                    matching.push(item);
                }
            }
            Ok(Value::Object(Obj::array(matching)))
        }
        None => Ok(Value::Bool(scalar(cx, op, case, left, right)?)),
    }
}

/// The truth of a comparison operator, for conditions.
#[inline]
pub fn holds(cx: &mut dyn Context, op: Comparison, case: Case, left: &Value, right: &Value) -> Result<bool> {
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) => Ok(op.of(a.cmp(b))),
        (Value::Double(a), Value::Double(b)) => Ok(op.of_partial(a.partial_cmp(b))),
        (Value::String(a), Value::String(b)) => Ok(compare_strings(op, case, a, b)),
        _ => Ok(convert::to_bool(&compare_any(cx, op, case, left, right)?)),
    }
}

impl Comparison {
    /// Whether the operator holds for sides in this order.
    #[inline]
    pub fn of(self, order: Ordering) -> bool {
        match self {
            Comparison::Equal => order.is_eq(),
            Comparison::NotEqual => order.is_ne(),
            Comparison::Greater => order.is_gt(),
            Comparison::GreaterOrEqual => order.is_ge(),
            Comparison::Less => order.is_lt(),
            Comparison::LessOrEqual => order.is_le(),
        }
    }

    /// The same for sides that may have no order: NaN is only not equal.
    #[inline]
    pub fn of_partial(self, order: Option<Ordering>) -> bool {
        order.map_or(self == Comparison::NotEqual, |order| self.of(order))
    }

    fn is_equality(self) -> bool {
        matches!(self, Comparison::Equal | Comparison::NotEqual)
    }
}

/// The elements of a value that a comparison filters.
pub(super) fn enumerated(cx: &mut dyn Context, value: &Value) -> Result<Option<Vec<Value>>> {
    let Some(obj) = value.as_object() else { return Ok(None) };
    if let Some(array) = obj.get::<Array>() {
        return Ok(Some(array.to_vec()));
    }
    if rule::is_enumerable(obj.ty()) { cx.enumerate(value) } else { Ok(None) }
}

fn scalar(cx: &mut dyn Context, op: Comparison, case: Case, left: &Value, right: &Value) -> Result<bool> {
    let (left, right) = (left.unwrapped(), right.unwrapped());
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) => return Ok(op.of(a.cmp(b))),
        (Value::String(a), Value::String(b)) => return Ok(compare_strings(op, case, a, b)),
        _ => {}
    }
    if op.is_equality() {
        let equal = equality(cx, case, left, right)?;
        return Ok(equal == (op == Comparison::Equal));
    }
    refuse_enum(op, left, right)?;
    if right.is_null() && !left.is_null() {
        return Ok(op.of((-null_against(left)).cmp(&0)));
    }
    match left {
        Value::Null | Value::Void => null_order(op, right),
        Value::String(text) => {
            let other = convert::to_text(cx, right)?;
            Ok(compare_strings(op, case, text, &other))
        }
        Value::Bool(v) => Ok(op.of(v.cmp(&convert::to_bool(right)))),
        _ if numeric::is_operand(left) && !matches!(left, Value::Char(_)) => {
            let right = match right {
                Value::String(_) => {
                    let wanted = left.ty().cloned().unwrap_or_else(|| known().int32.clone());
                    super::arith::scanned(cx, right, &wanted)?
                }
                other => other.clone(),
            };
            if numeric::is_operand(&right) {
                return Ok(op.of_partial(numeric_order(left, &right)));
            }
            Ok(op.of(order(cx, case, left, &right)?.cmp(&0)))
        }
        _ => Ok(op.of(order(cx, case, left, right)?.cmp(&0))),
    }
}

/// An enum has no order with null, and none at all with what passes an int.
fn refuse_enum(op: Comparison, left: &Value, right: &Value) -> Result<()> {
    let Some(ty) = left.ty().filter(|ty| ty.is_enum()) else { return Ok(()) };
    if right.is_null() {
        let operator = match op {
            Comparison::Equal | Comparison::NotEqual => return Ok(()),
            Comparison::Less | Comparison::LessOrEqual => "LessThan",
            Comparison::Greater | Comparison::GreaterOrEqual => "GreaterThanOrEqual",
        };
        return Err(undefined_order(operator, &ty.name().to_str()));
    }
    if numeric::is_operand(right) && !right.ty().is_some_and(crate::Type::is_enum) {
        return numeric::refuse_enum(ty, level_of(left), level_of(right), true);
    }
    Ok(())
}

fn undefined_order(operator: &str, name: &str) -> Error {
    let message =
        format!("The binary operator {operator} is not defined for the types '{name}' and '{name}'.");
    Error::new("System.InvalidOperationException", message)
}

/// Null is below everything but negative numbers.
fn null_order(op: Comparison, right: &Value) -> Result<bool> {
    if right.is_null() {
        return Ok(op.of(Ordering::Equal));
    }
    if right.ty().is_some_and(crate::Type::is_enum) {
        let name = right.ty().map(|ty| ty.name().to_string()).unwrap_or_default();
        let operator = if matches!(op, Comparison::Less | Comparison::LessOrEqual) {
            "GreaterThanOrEqual"
        } else {
            "LessThan"
        };
        return Err(undefined_order(operator, &name));
    }
    Ok(op.of(null_against(right).cmp(&0)))
}

fn null_against(right: &Value) -> i32 {
    if matches!(right, Value::Bool(_) | Value::Char(_)) || !numeric::is_operand(right) {
        return -1;
    }
    if convert::to_f64(&number(right)) < 0.0 { 1 } else { -1 }
}

fn compare_strings(op: Comparison, case: Case, a: &PsString, b: &PsString) -> bool {
    if op.is_equality() {
        return strings_equal(case, a, b) == (op == Comparison::Equal);
    }
    op.of(strings_order(case, a, b))
}

/// Whether two strings are equal to PowerShell's operators.
#[inline]
pub fn strings_equal(case: Case, a: &PsString, b: &PsString) -> bool {
    if a.same(b) {
        return true;
    }
    if a.is_ascii() && b.is_ascii() {
        return match case {
            Case::Ignore => a.as_wtf8().eq_ignore_ascii_case(b.as_wtf8()),
            Case::Heed => a.as_wtf8() == b.as_wtf8(),
        };
    }
    strings_order(case, a, b).is_eq()
}

/// The order of two strings to PowerShell's operators: the invariant culture's.
pub fn strings_order(case: Case, a: &PsString, b: &PsString) -> Ordering {
    Comparer::root().compare(a.as_wtf8(), b.as_wtf8(), case == Case::Ignore)
}

/// The order of two numbers, bools, chars or enums; `None` beside NaN.
pub(super) fn numeric_order(left: &Value, right: &Value) -> Option<Ordering> {
    match level_of(left).max(level_of(right)) {
        Level::Decimal => match (convert::to_decimal(&number(left)), convert::to_decimal(&number(right))) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => convert::to_f64(&number(left)).partial_cmp(&convert::to_f64(&number(right))),
        },
        Level::Double => convert::to_f64(&number(left)).partial_cmp(&convert::to_f64(&number(right))),
        _ => match (number(left), number(right)) {
            (Number::Integer(a), Number::Integer(b)) => Some(a.cmp(&b)),
            (a, b) => convert::to_f64(&a).partial_cmp(&convert::to_f64(&b)),
        },
    }
}

/// `-contains` between an element and the wanted value: as `-eq`, but that an element is not looked into.
pub(super) fn element_equals(
    cx: &mut dyn Context,
    case: Case,
    element: &Value,
    wanted: &Value,
) -> Result<bool> {
    equality(cx, case, element.unwrapped(), wanted.unwrapped())
}

/// `-eq` between two values that are no collections.
fn equality(cx: &mut dyn Context, case: Case, left: &Value, right: &Value) -> Result<bool> {
    if left.is_null() || right.is_null() {
        return Ok(match left {
            Value::Null | Value::Void => right.is_null(),
            _ => false,
        });
    }
    match left {
        Value::Bool(v) => return Ok(*v == convert::to_bool(right)),
        Value::String(_) | Value::Char(_) => {}
        _ if numeric::is_operand(left) => {
            refuse_enum(Comparison::Equal, left, right)?;
            let right = match right {
                Value::String(text) => match convert::number_in_text(&text.to_str()) {
                    Some(number) => number,
                    None => return equals(cx, case, left, right),
                },
                other => other.clone(),
            };
            if numeric::is_operand(&right) {
                return Ok(numeric_order(left, &right) == Some(Ordering::Equal));
            }
            return equals(cx, case, left, &right);
        }
        _ => {}
    }
    equals(cx, case, left, right)
}

/// `LanguagePrimitives.Equals`: equality after converting the right value to the left one's type; collections
/// are not looked into.
pub fn equals(cx: &mut dyn Context, case: Case, left: &Value, right: &Value) -> Result<bool> {
    let (left, right) = (left.unwrapped(), right.unwrapped());
    if left.is_null() || right.is_null() {
        return Ok(left.is_null() && right.is_null());
    }
    if let Value::String(text) = left {
        let other = convert::to_text(cx, right)?;
        return Ok(strings_equal(case, text, &other));
    }
    if left.same(right) || type_of(left).is_some_and(|ty| type_of(right) == Some(ty)) {
        return Ok(true);
    }
    let both = |test: fn(&Value) -> bool| test(left) && test(right);
    if both(|value| {
        numeric::is_operand(value)
            && !matches!(value, Value::Bool(_) | Value::Char(_))
            && !value.ty().is_some_and(crate::Type::is_enum)
    }) {
        return Ok(numeric_order(left, right) == Some(Ordering::Equal));
    }
    if let (Value::Char(a), Value::Char(b)) = (left, right) {
        let (a, b) = (PsString::from_utf16(&[*a]), PsString::from_utf16(&[*b]));
        return Ok(strings_equal(case, &a, &b));
    }
    if left.ty() == right.ty() {
        return cx.equals(left, right);
    }
    let Some(ty) = left.ty().cloned() else { return Ok(false) };
    match convert::to(cx, right, &ty) {
        Ok(converted) => match (left, &converted) {
            (Value::Char(_), Value::Char(_)) => equals(cx, case, left, &converted),
            _ => Ok(left.same(&converted) || cx.equals(left, &converted)?),
        },
        Err(error) if error.thrown().is_some() => Ok(false),
        Err(error) => Err(error),
    }
}

/// `LanguagePrimitives.Compare`: negative, zero or positive, after converting the right value to the left
/// one's type.
///
/// # Errors
/// Values that have no order, or a failing conversion.
pub fn order(cx: &mut dyn Context, case: Case, left: &Value, right: &Value) -> Result<i32> {
    let (left, right) = (left.unwrapped(), right.unwrapped());
    match (left.is_null(), right.is_null()) {
        (true, true) => return Ok(0),
        (true, false) => return Ok(null_against(right)),
        (false, true) => return Ok(-null_against(left)),
        _ => {}
    }
    if let Value::String(text) = left {
        let other = convert::to_text(cx, right)?;
        return Ok(strings_order(case, text, &other) as i32);
    }
    let number_like = |value: &Value| {
        numeric::is_operand(value)
            && !matches!(value, Value::Bool(_) | Value::Char(_))
            && !value.ty().is_some_and(crate::Type::is_enum)
    };
    if number_like(left) && number_like(right) {
        // .NET's CompareTo puts NaN below everything.
        return Ok(numeric_order(left, right)
            .map_or_else(|| i32::from(!is_nan(left)) - i32::from(!is_nan(right)), |order| order as i32));
    }
    let ty = left.ty().cloned().unwrap_or_else(|| known().object.clone());
    if left.cell().is_some_and(|obj| obj.get::<PropertyBag>().is_some()) {
        return Err(not_comparable(cx, left, right));
    }
    if !is_comparable(&ty) {
        let same_type = type_of(left).is_some_and(|ty| type_of(right) == Some(ty));
        if left.same(right) || same_type || left.ty() == right.ty() && cx.equals(left, right)? {
            return Ok(0);
        }
        let text = convert::dotnet_text(cx, left)?;
        let message = format!("Cannot compare \"{text}\" because it is not IComparable.");
        return Err(failure("NotIcomparable", message, None));
    }
    let converted = match convert::to(cx, right, &ty) {
        Ok(converted) => converted,
        Err(error) => return Err(could_not_compare(cx, left, right, error)),
    };
    if number_like(left) && number_like(&converted) {
        return Ok(numeric_order(left, &converted).map_or(0, |order| order as i32));
    }
    match (left, &converted) {
        (Value::Char(a), Value::Char(b)) if case == Case::Ignore => {
            return Ok(i32::from(crate::string::fold_unit(*a)) - i32::from(crate::string::fold_unit(*b)));
        }
        (Value::Char(a), Value::Char(b)) => return Ok(i32::from(*a) - i32::from(*b)),
        (Value::Bool(a), Value::Bool(b)) => return Ok(a.cmp(b) as i32),
        (Value::DateTime(a), Value::DateTime(b)) => return Ok(a.ticks().cmp(&b.ticks()) as i32),
        (Value::TimeSpan(a), Value::TimeSpan(b)) => return Ok(a.cmp(b) as i32),
        _ => {}
    }
    if let (Some(Number::Big(a)), Some(Number::Big(b))) =
        (convert::number_of(left), convert::number_of(&converted))
    {
        return Ok(a.cmp(&b) as i32);
    }
    if ty.is_enum() {
        return Ok(numeric_order(left, &converted).map_or(0, |order| order as i32));
    }
    cx.compare(left, &converted)
}

/// The type that a value is.
fn type_of(value: &Value) -> Option<crate::Type> {
    value.as_object().and_then(|obj| obj.get::<TypeObject>()).map(|ty| ty.0.clone())
}

fn is_comparable(ty: &crate::Type) -> bool {
    ty.hook(|h| h.compare).is_some()
        || ty::lookup("System.IComparable").is_some_and(|interface| interface.is_assignable_from(ty))
}

fn is_nan(value: &Value) -> bool {
    convert::to_f64(&number(value)).is_nan()
}

fn failure(id: &str, message: String, inner: Option<Obj>) -> Error {
    let runtime = ty::named("System.Management.Automation.RuntimeException");
    Error::throw(Exception::object(runtime, message.into(), inner))
        .id(id)
        .category(Category::InvalidOperation)
}

fn could_not_compare(cx: &mut dyn Context, left: &Value, right: &Value, error: Error) -> Error {
    if error.thrown().is_none() {
        return error;
    }
    let text = |cx: &mut dyn Context, value: &Value| {
        convert::to_text(cx, value).unwrap_or_else(|_| PsString::empty())
    };
    let message = format!(
        "Could not compare \"{}\" to \"{}\". Error: \"{}\"",
        text(cx, left),
        text(cx, right),
        error.message()
    );
    failure("ComparisonFailure", message, error.thrown().map(|thrown| thrown.exception.clone()))
}

fn not_comparable(cx: &mut dyn Context, left: &Value, right: &Value) -> Error {
    let text = |cx: &mut dyn Context, value: &Value| {
        let text = if type_of(value).is_some() {
            convert::dotnet_text(cx, value)
        } else {
            convert::to_text(cx, value)
        };
        text.unwrap_or_else(|_| PsString::empty())
    };
    let (a, b) = (text(cx, left), text(cx, right));
    let message = format!(
        "Cannot compare \"{a}\" to \"{b}\" because the objects are not the same type or the object \"{a}\" does not implement \"IComparable\"."
    );
    failure("PSObjectCompareTo", message, None)
}
