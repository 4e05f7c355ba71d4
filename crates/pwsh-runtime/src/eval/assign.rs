//! Assignments.

use crate::code::{
    Attribute, Constrained, Expr, IndexExpr, MemberExpr, MemberName, Place, Statement, StatementKind, Step,
};
use crate::runspace::Runspace;
use crate::scope::{Constraint, Slot, VariableCell};
use pwsh_value::ops::{Op, Unary};
use pwsh_value::payload::{Array, Reference};
use pwsh_value::ty::known;
use pwsh_value::{Error, Name, Obj, PsString, Result, Value, convert, ops};
use std::sync::Arc;

impl Runspace {
    pub(super) fn assign_statement(
        &mut self,
        target: &Place,
        op: Option<Op>,
        value: &Statement,
    ) -> Result<()> {
        match op {
            None => {
                let value = self.assigned_value(value)?;
                self.assign(target, value)?;
            }
            Some(op) => self.assign_with(target, op, value)?,
        }
        self.success = true;
        Ok(())
    }

    /// The right side; several assignments in a row hand the value on.
    fn assigned_value(&mut self, value: &Statement) -> Result<Value> {
        if let StatementKind::Assign { target, op, value: inner } = &value.kind {
            self.assign_statement(target, *op, inner)?;
            return self.read_place(target);
        }
        self.value_of(value)
    }

    fn assign_with(&mut self, target: &Place, op: Op, value: &Statement) -> Result<()> {
        match target {
            Place::Member(member) => {
                let object = self.eval(&member.target)?;
                let name = self.member_name(&member.name)?;
                let current = self.member_of(&object, &name, member.is_static)?;
                let value = self.value_of(value)?;
                let result = ops::binary(self, op, &current, &value)?;
                self.set_member_of(&object, &name, member.is_static, result)
            }
            Place::Index(index) => {
                let object = self.eval(&index.target)?;
                let at = self.eval(&index.index)?;
                let current = self.index_get(&object, &at)?;
                let value = self.value_of(value)?;
                let result = ops::binary(self, op, &current, &value)?;
                self.index_set(&object, &at, result)
            }
            Place::Local(slot) => {
                // The plainest case by far: both integers.
                if let StatementKind::Expression { value, .. } = &value.kind
                    && let Some(b) = self.plain_int(value)
                    && let Slot::Value(Value::Int32(a)) = self.scopes.local_mut(self.cur.scope, *slot)
                {
                    let result = match op {
                        Op::Add => a.checked_add(b),
                        Op::Subtract => a.checked_sub(b),
                        Op::Multiply => a.checked_mul(b),
                        _ => None,
                    };
                    if let Some(result) = result {
                        *a = result;
                        return Ok(());
                    }
                }
                let value = self.value_of(value)?;
                if op == Op::Add
                    && let Slot::Value(current) = self.scopes.local(self.cur.scope, *slot)
                    && ops::arith::append_in_place(current, &value)
                {
                    return Ok(());
                }
                let current = self.read_place(target)?;
                let result = ops::binary(self, op, &current, &value)?;
                self.assign(target, result)
            }
            _ => {
                let current = self.read_place(target)?;
                let value = self.value_of(value)?;
                let result = ops::binary(self, op, &current, &value)?;
                self.assign(target, result)
            }
        }
    }

    /// The value that a place has now.
    pub(crate) fn read_place(&mut self, place: &Place) -> Result<Value> {
        match place {
            Place::Local(slot) => self.local(*slot),
            Place::Variable(variable) => self.read_variable(variable),
            Place::Item => Ok(self.item()),
            Place::Nothing => Ok(Value::Null),
            Place::Member(member) => self.read_member(member),
            Place::Index(index) => self.read_index(index),
            Place::List(places) => {
                let values = places.iter().map(|p| self.read_place(p)).collect::<Result<_>>()?;
                Ok(Value::Object(Obj::array(values)))
            }
            Place::Constrained(constrained) => self.read_place(&constrained.target),
            Place::Value(value) => self.eval(value),
        }
    }

    /// Stores a value in a place.
    pub(crate) fn assign(&mut self, place: &Place, value: Value) -> Result<()> {
        // A variable keeps that there was nothing; elsewhere nothing is null.
        let value = match place {
            Place::Local(slot) => return self.assign_local(*slot, value),
            Place::Variable(variable) => return self.store_variable(variable, value),
            _ if matches!(value, Value::Void) => Value::Null,
            _ => value,
        };
        match place {
            Place::Local(_) | Place::Variable(_) | Place::Nothing => Ok(()),
            Place::Item => {
                self.set_item(Some(value));
                Ok(())
            }
            Place::Member(member) => self.write_member(member, value),
            Place::Index(index) => self.write_index(index, value),
            Place::List(places) => self.assign_list(places, value),
            Place::Constrained(constrained) => self.assign_constrained(constrained, value),
            Place::Value(target) => {
                let target = self.eval(target)?;
                match target.as_object().and_then(|o| o.get::<Reference>()) {
                    Some(reference) => {
                        reference.set(value);
                        Ok(())
                    }
                    None => Err(Error::runtime(
                        "InvalidLeftHandSide",
                        "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.",
                    )),
                }
            }
        }
    }

    /// Stores a value in a slot.
    #[inline]
    pub(super) fn assign_local(&mut self, slot: u32, value: Value) -> Result<()> {
        let scope = self.cur.scope;
        match self.scopes.local_mut(scope, slot) {
            Slot::Value(place) => {
                drop(std::mem::replace(place, value));
                Ok(())
            }
            Slot::Cell(cell) => {
                let cell = cell.clone();
                self.store_in_own(&cell, value)
            }
            Slot::Unset => {
                let name = self.slot_name(slot);
                self.store(scope, name, value)
            }
        }
    }

    /// Each place takes its part, the last one what is left.
    fn assign_list(&mut self, places: &[Place], value: Value) -> Result<()> {
        let mut items = match self.enumerable(&value)? {
            Some(items) => items,
            None => vec![value],
        };
        let last = places.len() - 1;
        for place in &places[..last] {
            let item = if items.is_empty() { Value::Null } else { items.remove(0) };
            self.assign(place, item)?;
        }
        let rest = match items.len() {
            0 => Value::Null,
            1 => items.remove(0),
            _ => Value::Object(Obj::array(items)),
        };
        self.assign(&places[last], rest)
    }

    /// `[int]$x = 1`: the variable keeps the type and the attributes.
    fn assign_constrained(&mut self, constrained: &Constrained, value: Value) -> Result<()> {
        let mut constraints = Vec::new();
        for attribute in constrained.attributes.iter().rev() {
            match attribute {
                Attribute::Type(ty) => constraints.push(Constraint::Type(self.resolve_type(ty)?)),
                other => {
                    constraints.extend(self.validations_of(other)?.into_iter().map(Constraint::Validate))
                }
            }
        }
        let (scope, name): (_, Name) = match &constrained.target {
            Place::Local(slot) => (self.cur.scope, self.slot_name(*slot)),
            Place::Variable(variable) if variable.path.is_none() => {
                (self.scope_named(variable.scope), variable.name)
            }
            other => {
                let mut value = value;
                for constraint in constraints {
                    if let Constraint::Type(ty) = constraint {
                        self.check_conversion(&ty)?;
                        value = convert::to(self, &value, &ty)?;
                    }
                }
                return self.assign(other, value);
            }
        };
        let cell = match self.scopes.place_in(scope, name) {
            Slot::Cell(cell) => cell.clone(),
            // The variable takes the cell's place only once the value was accepted.
            _ => Arc::new(VariableCell::new(name, Value::Null)),
        };
        let before = cell.constraints();
        cell.set_constraints(constraints);
        let own = matches!(constrained.target, Place::Local(_));
        if let Err(error) = self.store_constrained(&cell, value, own) {
            cell.set_constraints(before);
            return Err(error);
        }
        *self.scopes.place_in(scope, name) = Slot::Cell(cell);
        Ok(())
    }

    /// Steps an integer in a slot and gives it as it was before; `None` where the place holds anything else, and
    /// nothing was done.
    #[inline]
    pub(super) fn step_plain(&mut self, step: &Step) -> Option<i32> {
        let Place::Local(slot) = step.place else { return None };
        let Slot::Value(Value::Int32(number)) = self.scopes.local_mut(self.cur.scope, slot) else {
            return None;
        };
        let next = number.checked_add(step.by)?;
        Some(std::mem::replace(number, next))
    }

    pub(super) fn step(&mut self, step: &Step) -> Result<Value> {
        if let Some(before) = self.step_plain(step) {
            return Ok(Value::Int32(if step.postfix { before } else { before + step.by }));
        }
        let unary = if step.by > 0 { Unary::Increment } else { Unary::Decrement };
        match &step.place {
            Place::Member(member) => {
                let object = self.eval(&member.target)?;
                let name = self.member_name(&member.name)?;
                let before = self.member_of(&object, &name, member.is_static)?;
                let after = ops::unary(self, unary, &before)?;
                self.set_member_of(&object, &name, member.is_static, after.clone())?;
                Ok(stepped(step, before, after))
            }
            Place::Index(index) => {
                let object = self.eval(&index.target)?;
                let at = self.eval(&index.index)?;
                let before = self.index_get(&object, &at)?;
                let after = ops::unary(self, unary, &before)?;
                self.index_set(&object, &at, after.clone())?;
                Ok(stepped(step, before, after))
            }
            place => {
                let before = self.read_place(place)?;
                let after = ops::unary(self, unary, &before)?;
                self.assign(place, after.clone())?;
                Ok(stepped(step, before, after))
            }
        }
    }

    pub(super) fn member_name(&mut self, name: &MemberName) -> Result<PsString> {
        match name {
            MemberName::Const(name) => Ok(name.clone()),
            MemberName::Computed(name) => {
                let name = self.eval(name)?;
                convert::to_text(self, &name)
            }
        }
    }

    pub(super) fn read_member(&mut self, member: &MemberExpr) -> Result<Value> {
        let target = self.eval(&member.target)?;
        if member.null_conditional && target.is_null() {
            return Ok(Value::Null);
        }
        if let MemberName::Const(name) = &member.name {
            return self.member_of(&target, name, member.is_static);
        }
        let MemberName::Computed(name) = &member.name else { return Ok(Value::Null) };
        let name = self.eval(name)?;
        // A dictionary's entry may be named by any object.
        if !member.is_static
            && let Some(table) = target.as_object().and_then(|o| o.get::<pwsh_value::payload::Dictionary>())
            && let Some(found) = table.get(self, &name)?
        {
            return Ok(found);
        }
        let name = convert::to_text(self, &name)?;
        self.member_of(&target, &name, member.is_static)
    }

    fn write_member(&mut self, member: &MemberExpr, value: Value) -> Result<()> {
        let target = self.eval(&member.target)?;
        let name = self.member_name(&member.name)?;
        self.set_member_of(&target, &name, member.is_static, value)
    }

    fn member_of(&mut self, target: &Value, name: &PsString, is_static: bool) -> Result<Value> {
        if is_static {
            let ty = self.static_target(target)?;
            self.get_static(&ty, name)
        } else {
            self.get_member(target, name)
        }
    }

    fn set_member_of(
        &mut self,
        target: &Value,
        name: &PsString,
        is_static: bool,
        value: Value,
    ) -> Result<()> {
        if is_static {
            let ty = self.static_target(target)?;
            self.set_static(&ty, name, value)
        } else {
            self.set_member(target, name, value)
        }
    }

    pub(super) fn read_index(&mut self, index: &IndexExpr) -> Result<Value> {
        let target = self.eval(&index.target)?;
        if index.null_conditional && target.is_null() {
            return Ok(Value::Null);
        }
        let at = self.eval(&index.index)?;
        if let (Some(array), Value::Int32(at)) = (target.as_object().and_then(|o| o.get::<Array>()), &at)
            && *at >= 0
            && array.is_vector()
            && let Some(item) = array.get(*at as usize)
        {
            return Ok(item);
        }
        // An object as an index of an ordered table is a key, even if it is a number.
        if let Expr::Convert(both) = &index.index
            && at.ty().is_some_and(|ty| *ty == known().int32)
            && let Some(table) = target.as_object().and_then(|o| o.get::<pwsh_value::payload::Dictionary>())
            && self.resolve_type(&both.0)? == known().object
        {
            return Ok(table.get(self, &at)?.unwrap_or_default());
        }
        self.index_get(&target, &at)
    }

    fn write_index(&mut self, index: &IndexExpr, value: Value) -> Result<()> {
        let target = self.eval(&index.target)?;
        let at = self.eval(&index.index)?;
        self.index_set(&target, &at, value)
    }
}

fn stepped(step: &Step, before: Value, after: Value) -> Value {
    match (step.postfix, before) {
        (true, Value::Null | Value::Void) => Value::Int32(0),
        (true, before) => before,
        (false, _) => after,
    }
}
