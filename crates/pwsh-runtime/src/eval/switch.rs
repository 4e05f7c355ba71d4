//! `switch`.

use super::Flow;
use super::loops::{Turn, after_body};
use crate::code::{ClauseTest, Statements, Switch};
use crate::runspace::Runspace;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Result, Value, convert};

impl Runspace {
    pub(super) fn run_switch(&mut self, switch: &Switch) -> Result<Flow> {
        let source = self.value_of(&switch.source)?;
        let items = if switch.flags.file {
            self.lines_of_file(&source)?
        } else if source.is_null() && !matches!(source, Value::Void) {
            vec![Value::Null]
        } else {
            match self.enumerable(&source)? {
                Some(items) => items,
                None if matches!(source, Value::Void) => Vec::new(),
                None => vec![source],
            }
        };
        let outer = self.item_here();
        let result = self.switch_items(switch, items);
        self.set_item(outer);
        result
    }

    fn switch_items(&mut self, switch: &Switch, items: Vec<Value>) -> Result<Flow> {
        'items: for item in items {
            if self.attention.word() != 0 {
                self.poll()?;
            }
            let mut matched = false;
            for (test, body) in &switch.clauses {
                self.set_item(Some(item.clone()));
                if !self.clause_matches(switch, test, &item)? {
                    continue;
                }
                matched = true;
                match self.switch_body(switch, body)? {
                    Some(Turn::Next) => {}
                    Some(Turn::Done) => return Ok(Flow::Next),
                    Some(Turn::Leave(flow)) => return Ok(flow),
                    None => continue 'items,
                }
            }
            if let Some(default) = switch.default.as_ref().filter(|_| !matched) {
                self.set_item(Some(item.clone()));
                match self.switch_body(switch, default)? {
                    Some(Turn::Next) | None => {}
                    Some(Turn::Done) => return Ok(Flow::Next),
                    Some(Turn::Leave(flow)) => return Ok(flow),
                }
            }
        }
        Ok(Flow::Next)
    }

    /// Runs a clause's body; `None`: `continue`, the next item is due.
    fn switch_body(&mut self, switch: &Switch, body: &Statements) -> Result<Option<Turn>> {
        let flow = self.run(body)?;
        let continues = matches!(flow, Flow::Continue(label) if label.is_none() || label == switch.label);
        Ok(if continues { None } else { Some(after_body(flow, switch.label)) })
    }

    fn clause_matches(&mut self, switch: &Switch, test: &ClauseTest, item: &Value) -> Result<bool> {
        let wanted = match test {
            ClauseTest::Block(block) => {
                let block = block.clone();
                let value = self.capture(|rs| rs.run_dotted(&block))?;
                return Ok(convert::to_bool(&value));
            }
            ClauseTest::Value(value) => self.eval(value)?,
        };
        let case = if switch.flags.case_sensitive { Case::Heed } else { Case::Ignore };
        if switch.flags.regex {
            return self.switch_regex(&wanted, item, case);
        }
        if let Some(block) = wanted.as_object().and_then(|o| o.get::<crate::command::ScriptBlock>()) {
            let block = block.payload().block.clone();
            let value = self.capture(|rs| rs.run_dotted(&block))?;
            return Ok(convert::to_bool(&value));
        }
        if switch.flags.wildcard {
            let pattern = convert::to_text(self, &wanted)?;
            let text = convert::to_text(self, item)?;
            return Ok(Wildcard::new(&pattern, case)?.matches(&text));
        }
        // Strings decide the comparison, as PowerShell documents it; other values compare as -eq has it.
        if wanted.is_null() || item.is_null() {
            return Ok(wanted.is_null() && item.is_null());
        }
        let op = pwsh_value::ops::Op::Compare(pwsh_value::ops::Comparison::Equal, case);
        let text = wanted.as_string().is_some() || item.as_string().is_some();
        let equal = if text {
            let (a, b) = (convert::to_text(self, item)?, convert::to_text(self, &wanted)?);
            pwsh_value::ops::binary(self, op, &Value::String(a), &Value::String(b))?
        } else {
            pwsh_value::ops::binary(self, op, item, &wanted)?
        };
        Ok(convert::to_bool(&equal))
    }

    fn lines_of_file(&mut self, path: &Value) -> Result<Vec<Value>> {
        let path = convert::to_text(self, path)?;
        let full =
            self.location_path().join(crate::path::expand_home(self.session.process(), &path.to_str()));
        let bytes = std::fs::read(&full).map_err(|error| {
            let shown = full.display().to_string();
            match error.kind() {
                std::io::ErrorKind::NotFound => pwsh_value::Error::new(
                    "System.Management.Automation.ItemNotFoundException",
                    format!("Cannot find path '{shown}' because it does not exist."),
                )
                .id("PathNotFound")
                .category(pwsh_value::Category::ObjectNotFound),
                _ => pwsh_value::Error::new("System.IO.IOException", format!("{error} : '{shown}'"))
                    .id("FileReadError")
                    .category(pwsh_value::Category::ReadError),
            }
            .target(shown)
        })?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text.lines().map(Value::from).collect())
    }
}
