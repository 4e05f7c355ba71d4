//! Script blocks that commands run for an object at a time: conditions and calculated properties.

use super::call::Callee;
use crate::command::ScriptBlock;
use crate::pipeline::Streams;
use crate::runspace::Runspace;
use pwsh_value::ops::Case;
use pwsh_value::{Obj, Result, Value, convert};

impl Runspace {
    /// The value of a block for an object, as calculated properties have it: in a scope of its own, `$_` set,
    /// an error ends it.
    pub fn calculate(&mut self, block: &Obj, item: Value) -> Result<Value> {
        let Some(script) = block.get::<ScriptBlock>() else { return Ok(Value::Null) };
        let callee = Callee::of_block(script.payload(), false);
        let item = self.set_item(Some(item));
        let propagate = std::mem::replace(&mut self.cur.propagate, true);
        let result = self.capture(|rs| {
            let call = rs.block_invocation(rs.cur.streams);
            rs.call_alone(&callee, Vec::new(), call)
        });
        self.cur.propagate = propagate;
        self.set_item(item);
        result
    }

    /// What [`run_item_block`](Self::run_item_block) puts out, collected.
    pub fn item_block_output(&mut self, block: &Obj, item: Value, streams: Streams) -> Result<Vec<Value>> {
        let collector = self.sinks.collector();
        let result = self.run_item_block(block, item, streams.with_output(collector));
        let items = self.sinks.finish(collector);
        result.map(|()| items)
    }

    /// Whether what a block puts out for an object is true.
    pub fn item_block_holds(&mut self, block: &Obj, item: Value, streams: Streams) -> Result<bool> {
        let items = self.item_block_output(block, item, streams)?;
        Ok(match &items[..] {
            [] => false,
            [one] => convert::to_bool(one),
            _ => convert::to_bool(&Value::Object(Obj::array(items))),
        })
    }

    /// `left -match right`; sets `$Matches` where `left` is no collection.
    pub fn matches(&mut self, left: &Value, right: &Value, case: Case) -> Result<bool> {
        let found = self.regex_operator(crate::code::RegexOp::Match { negate: false, case }, left, right)?;
        Ok(convert::to_bool(&found))
    }
}
