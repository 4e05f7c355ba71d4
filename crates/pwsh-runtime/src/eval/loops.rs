//! Loops.

use super::Flow;
use crate::code::{Expr, ForEach, Loop, LoopKind, Place, Statement, StatementKind};
use crate::runspace::Runspace;
use pwsh_value::bind::Arguments;
use pwsh_value::convert::{self, rule};
use pwsh_value::ops::Op;
use pwsh_value::payload::{Array, Elements, List};
use pwsh_value::ty::known;
use pwsh_value::{Error, Name, Obj, Result, Value};
use std::sync::LazyLock;

static FOREACH: LazyLock<Name> = LazyLock::new(|| Name::intern("foreach"));

/// What a body's end means to the loop around it.
pub(super) enum Turn {
    Next,
    Done,
    Leave(Flow),
}

/// Which turn comes after a body that ended in `flow`, in a loop with that label.
pub(super) fn after_body(flow: Flow, own: Option<Name>) -> Turn {
    match flow {
        Flow::Next => Turn::Next,
        Flow::Break(None) => Turn::Done,
        Flow::Continue(None) => Turn::Next,
        Flow::Break(label) if label == own => Turn::Done,
        Flow::Continue(label) if label == own => Turn::Next,
        other => Turn::Leave(other),
    }
}

/// An enumerator's complaint about a body that changed what is enumerated.
fn collection_modified() -> Error {
    let message = "Collection was modified; enumeration operation may not execute.";
    Error::new("System.InvalidOperationException", message)
}

impl Runspace {
    pub(super) fn run_loop(&mut self, looping: &Loop) -> Result<Flow> {
        if let Some(initializer) = &looping.initializer {
            self.statement(initializer)?;
        }
        let mut first = looping.kind != LoopKind::While;
        loop {
            if self.attention.word() != 0 {
                self.poll()?;
            }
            if !first
                && let Some(condition) = &looping.condition
                && self.condition(condition)? == (looping.kind == LoopKind::DoUntil)
            {
                return Ok(Flow::Next);
            }
            first = false;
            match after_body(self.run(&looping.body)?, looping.label) {
                Turn::Next => {}
                Turn::Done => return Ok(Flow::Next),
                Turn::Leave(flow) => return Ok(flow),
            }
            if let Some(iterator) = &looping.iterator {
                self.statement(iterator)?;
            }
        }
    }

    pub(super) fn run_foreach(&mut self, each: &ForEach) -> Result<Flow> {
        if each.names_enumerator {
            let source = self.value_of(&each.source)?;
            let items = match self.enumerable(&source)? {
                Some(items) => items,
                None if source.is_null() => Vec::new(),
                None => vec![source],
            };
            return self.foreach_by_enumerator(each, items);
        }
        if let Some((from, to)) = self.plain_range(&each.source)? {
            return self.foreach_range(each, from, to);
        }
        let source = self.value_of(&each.source)?;
        if source.is_null() {
            return Ok(Flow::Next);
        }
        let array = source.as_object().and_then(|o| o.get::<Array>());
        if let Some(array) = array {
            // The array itself is walked, so that a body which changes it sees what it changed.
            let mut at = 0;
            while let Some(item) = array.get(at) {
                match self.turn(each, item)? {
                    Turn::Next => at += 1,
                    Turn::Done => return Ok(Flow::Next),
                    Turn::Leave(flow) => return Ok(flow),
                }
            }
            return Ok(Flow::Next);
        }
        let items = self.enumerable(&source)?.unwrap_or_else(|| vec![source.clone()]);
        let changes = || source.as_object().and_then(|obj| obj.payload().changes());
        let before = changes();
        for item in items {
            match self.turn(each, item)? {
                Turn::Next if changes() == before => {}
                Turn::Next => return Err(collection_modified()),
                Turn::Done => return Ok(Flow::Next),
                Turn::Leave(flow) => return Ok(flow),
            }
        }
        Ok(Flow::Next)
    }

    /// The ends of `a..b` over two integers: such a range is counted and never built.
    fn plain_range(&mut self, source: &Statement) -> Result<Option<(i32, i32)>> {
        let StatementKind::Expression { value: Expr::Binary(Op::Range, ends), .. } = &source.kind else {
            return Ok(None);
        };
        let (from, to) = (self.eval(&ends.0)?, self.eval(&ends.1)?);
        match (from, to) {
            (Value::Int32(from), Value::Int32(to)) => Ok(Some((from, to))),
            _ => Ok(None),
        }
    }

    fn foreach_range(&mut self, each: &ForEach, from: i32, to: i32) -> Result<Flow> {
        let step = if from <= to { 1 } else { -1 };
        let mut at = i64::from(from);
        let end = i64::from(to) + step;
        while at != end {
            match self.turn(each, Value::Int32(at as i32))? {
                Turn::Next => at += step,
                Turn::Done => return Ok(Flow::Next),
                Turn::Leave(flow) => return Ok(flow),
            }
        }
        Ok(Flow::Next)
    }

    fn turn(&mut self, each: &ForEach, item: Value) -> Result<Turn> {
        if self.attention.word() != 0 {
            self.poll()?;
        }
        match &each.variable {
            Place::Local(slot) if !matches!(item, Value::Void) => self.assign_local(*slot, item)?,
            other => self.assign(other, item)?,
        }
        Ok(after_body(self.run(&each.body)?, each.label))
    }

    /// An enumerator over items, as `$input` and `$foreach` are: every reader takes what the one before left.
    ///
    /// # Errors
    /// None but the exhaustion of the stack.
    pub(crate) fn enumerator(&mut self, items: Vec<Value>) -> Result<Value> {
        let list = Obj::new(known().array_list.clone(), List::of_values(items));
        self.call_member(&Value::Object(list), &"GetEnumerator".into(), Arguments::plain(&[]))
    }

    /// `foreach` whose body moves its enumerator itself.
    fn foreach_by_enumerator(&mut self, each: &ForEach, items: Vec<Value>) -> Result<Flow> {
        let enumerator = self.enumerator(items)?;
        let scope = self.cur.scope;
        let outer = self.scopes.find_in(scope, *FOREACH).map(|found| self.scopes.slot(found).value());
        self.set_in(scope, *FOREACH, enumerator.clone());
        let result = self.foreach_turns(each, &enumerator);
        match outer {
            Some(outer) => self.set_in(scope, *FOREACH, outer),
            None => {
                if let Some(found) = self.scopes.find_in(scope, *FOREACH) {
                    self.scopes.remove(found);
                }
            }
        }
        result
    }

    fn foreach_turns(&mut self, each: &ForEach, enumerator: &Value) -> Result<Flow> {
        loop {
            let more = self.call_member(enumerator, &"MoveNext".into(), Arguments::plain(&[]))?;
            if !convert::to_bool(&more) {
                return Ok(Flow::Next);
            }
            let item = self.get_member(enumerator, &"Current".into())?;
            match self.turn(each, item)? {
                Turn::Next => {}
                Turn::Done => return Ok(Flow::Next),
                Turn::Leave(flow) => return Ok(flow),
            }
        }
    }

    /// The items of a value that a pipeline or `foreach` enumerates; `None` for a single object.
    pub(crate) fn enumerable(&mut self, value: &Value) -> Result<Option<Vec<Value>>> {
        let Value::Object(obj) = value else { return Ok(None) };
        if let Some(array) = obj.get::<Array>() {
            return Ok(Some(array.with(Elements::to_vec)));
        }
        let Some(enumerate) = obj.ty().hook(|h| h.enumerate) else { return Ok(None) };
        if !rule::is_enumerable(obj.ty()) {
            return Ok(None);
        }
        enumerate(self, value).map(Some)
    }
}
