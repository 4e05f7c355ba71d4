//! `.ForEach()` and `.Where()`, which every value has.

use super::error::bad_intrinsic;
use super::find::{self};
use crate::Runspace;
use pwsh_value::bind::Arguments;
use pwsh_value::payload::{Dictionary, EnumNumber, List, TypeObject};
use pwsh_value::ty::{close_generic, known, named};
use pwsh_value::{Context, Obj, PsString, Result, Type, Value, convert};

/// `WhereOperatorSelectionMode`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Default,
    First,
    Last,
    SkipUntil,
    Until,
    Split,
}

const MODES: [(&str, Mode); 6] = [
    ("Default", Mode::Default),
    ("First", Mode::First),
    ("Last", Mode::Last),
    ("SkipUntil", Mode::SkipUntil),
    ("Until", Mode::Until),
    ("Split", Mode::Split),
];

/// The collection type that both methods give: `Collection[PSObject]`.
fn collection(items: Vec<Value>) -> Value {
    let definition = named("System.Collections.ObjectModel.Collection`1");
    let ty = close_generic(&definition, vec![known().psobject.clone()]);
    Value::Object(Obj::new(ty, List::of_values(items)))
}

impl Runspace {
    /// The result of an intrinsic method; `None` if the name is none.
    pub(super) fn invoke_intrinsic(
        &mut self,
        target: &Value,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Option<Value>> {
        let is_where = name.is("Where");
        if !is_where && !name.is("ForEach") {
            return Ok(None);
        }
        let items = match self.enumerable(target)? {
            Some(items) => items,
            None => vec![target.clone()],
        };
        let values = arguments.values;
        if is_where {
            self.where_items(items, values).map(Some)
        } else {
            self.for_each_item(items, values).map(Some)
        }
    }

    fn where_items(&mut self, items: Vec<Value>, arguments: &[Value]) -> Result<Value> {
        let Some(condition) = arguments.first().filter(|value| is_script_block(value)) else {
            return Err(bad_intrinsic(
                "WhereOperatorArgument",
                "The '.Where({ expression }, [mode], [numberToReturn])' operator requires a script block as its first argument.",
            ));
        };
        let mode = match arguments.get(1) {
            Some(mode) => self.where_mode(mode)?,
            None => Mode::Default,
        };
        let count = match arguments.get(2) {
            Some(count) => convert::to_int(self, count)?.max(0) as usize,
            None => 0,
        };
        let condition = condition.clone();
        let mut chosen = Vec::new();
        let mut rest = Vec::new();
        let mut passed = false;
        for item in items {
            self.poll()?;
            let full = count > 0 && chosen.len() >= count;
            let accepts = match mode {
                Mode::SkipUntil if passed => true,
                Mode::Split if full => false,
                _ => {
                    let result = self.call_with_item(&condition, &item)?;
                    convert::to_bool(&result)
                }
            };
            match mode {
                Mode::Default if accepts => {
                    chosen.push(item);
                    if count > 0 && chosen.len() >= count {
                        break;
                    }
                }
                Mode::First if accepts => {
                    chosen.push(item);
                    if chosen.len() >= count.max(1) {
                        break;
                    }
                }
                Mode::Last if accepts => chosen.push(item),
                Mode::SkipUntil if accepts => {
                    passed = true;
                    chosen.push(item);
                    if count > 0 && chosen.len() >= count {
                        break;
                    }
                }
                Mode::Until => {
                    if accepts {
                        break;
                    }
                    chosen.push(item);
                    if count > 0 && chosen.len() >= count {
                        break;
                    }
                }
                Mode::Split => {
                    if accepts {
                        chosen.push(item);
                    } else {
                        rest.push(item);
                    }
                }
                _ => {}
            }
        }
        if mode == Mode::Last {
            let keep = count.max(1);
            chosen.drain(..chosen.len().saturating_sub(keep));
        }
        if mode == Mode::Split {
            return Ok(Value::Object(Obj::array(vec![collection(chosen), collection(rest)])));
        }
        Ok(collection(chosen))
    }

    fn where_mode(&mut self, mode: &Value) -> Result<Mode> {
        if let Some(number) = mode.as_object().and_then(|obj| obj.get::<EnumNumber>()) {
            return Ok(MODES.get(number.payload().0 as usize).map_or(Mode::Default, |(_, mode)| *mode));
        }
        let text = self.to_text(mode)?;
        if let Some((_, mode)) = MODES.iter().find(|(name, _)| text.is(name)) {
            return Ok(*mode);
        }
        let ty = named("System.Management.Automation.WhereOperatorSelectionMode");
        convert::to(self, mode, &ty)?;
        Ok(Mode::Default)
    }

    fn for_each_item(&mut self, items: Vec<Value>, arguments: &[Value]) -> Result<Value> {
        let Some(first) = arguments.first() else {
            return Err(bad_intrinsic(
                "ForEachBadNumberOfArguments",
                "The '.ForEach(expression [, arguments...])' operator requires at least one argument.",
            ));
        };
        let (first, rest) = (first.clone(), &arguments[1..]);
        let mut results = Vec::new();
        for item in items {
            self.poll()?;
            if is_script_block(&first) {
                self.call_with_item_into(&first, &item, rest, &mut results)?;
            } else if let Some(ty) = first.as_object().and_then(|obj| obj.get::<TypeObject>()) {
                let ty: Type = ty.payload().0.clone();
                results.push(convert::to(self, &item, &ty)?);
            } else {
                let name = self.to_text(&first)?;
                if let Some(value) = self.for_each_member(&item, &name, rest)? {
                    results.push(value);
                }
            }
        }
        Ok(collection(results))
    }

    /// A property read, set or a method called by name.
    fn for_each_member(&mut self, item: &Value, name: &PsString, rest: &[Value]) -> Result<Option<Value>> {
        let is_table = item.as_object().is_some_and(|obj| obj.get::<Dictionary>().is_some());
        let property = match self.find_member(item, name) {
            Some((_, found)) => find::is_property(&found),
            None => is_table,
        };
        if !property {
            return match self.invoke_member(item, name, rest, &[], &[])? {
                Value::Void => Ok(None),
                value => Ok(Some(value)),
            };
        }
        match rest.first() {
            None => self.get_member(item, name).map(Some),
            Some(value) => self.set_member(item, name, value.clone()).map(|()| None),
        }
    }
}

fn is_script_block(value: &Value) -> bool {
    value.ty().is_some_and(|ty| *ty == known().script_block)
}
