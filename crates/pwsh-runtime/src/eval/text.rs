//! Expandable strings.

use crate::code::Part;
use crate::runspace::Runspace;
use pwsh_value::{PsString, Result, Value, convert};

impl Runspace {
    pub(super) fn expand(&mut self, parts: &[Part]) -> Result<Value> {
        let mut bytes: Vec<u8> = Vec::with_capacity(32);
        for part in parts {
            match part {
                Part::Text(text) => bytes.extend_from_slice(text.as_wtf8()),
                Part::Value(expression) => {
                    let value = self.eval(expression)?;
                    match &value {
                        Value::Int32(number) => {
                            use std::io::Write;
                            // Writing to a vector cannot fail.
                            let _ = write!(bytes, "{number}");
                        }
                        Value::String(text) => bytes.extend_from_slice(text.as_wtf8()),
                        other => bytes.extend_from_slice(convert::to_text(self, other)?.as_wtf8()),
                    }
                }
            }
        }
        Ok(Value::String(PsString::from_wtf8(bytes)))
    }
}
