//! Script blocks that are members.

use crate::Runspace;
use pwsh_value::{Context, Result, Value};

impl Runspace {
    /// Runs the block of a script property or script method with `$this`; its output as one value.
    pub(crate) fn call_with_this(&mut self, block: &Value, this: &Value, args: Vec<Value>) -> Result<Value> {
        let before = self.cur.this.replace(this.clone());
        let result = self.invoke(block, args);
        self.cur.this = before;
        result
    }

    /// Runs the block of `.Where()` for one item, in the running scope with `$_`.
    pub(super) fn call_with_item(&mut self, block: &Value, item: &Value) -> Result<Value> {
        let mut values = Vec::new();
        self.call_with_item_into(block, item, &[], &mut values)?;
        Ok(match values.len() {
            0 => Value::Null,
            1 => values.swap_remove(0),
            _ => Value::Object(pwsh_value::Obj::array(values)),
        })
    }

    /// The same for `.ForEach()`, with the output added to `values`.
    pub(super) fn call_with_item_into(
        &mut self,
        block: &Value,
        item: &Value,
        arguments: &[Value],
        values: &mut Vec<Value>,
    ) -> Result<()> {
        let Some(block) = block.as_object() else { return Ok(()) };
        if !arguments.is_empty() {
            let before = self.set_item(Some(item.clone()));
            let result = self.call_block(block, arguments.to_vec());
            self.set_item(before);
            values.extend(result?);
            return Ok(());
        }
        let collector = self.sinks.collector();
        let streams = self.cur.streams.with_output(collector);
        let result = self.run_item_block(block, item.clone(), streams);
        values.extend(self.sinks.finish(collector));
        result
    }
}
