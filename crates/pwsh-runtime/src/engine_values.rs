//! Objects about the running code: `$MyInvocation`, `$PSCmdlet`; `$using:`.

use crate::code::Expr;
use crate::facade::{InvocationInfo, PsCmdlet};
use crate::runspace::Runspace;
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Error, Name, PsString, Result, Value};
use std::sync::Arc;

impl Runspace {
    /// `$MyInvocation`.
    pub(crate) fn my_invocation(&self) -> Value {
        match &self.cur.call {
            Some(call) => Value::Object(InvocationInfo::of_call(call.clone()).object()),
            None => {
                let call = Arc::new(self.block_invocation(self.cur.streams));
                Value::Object(InvocationInfo::of_call(call).object())
            }
        }
    }

    /// `$PSCmdlet`.
    pub(crate) fn cmdlet_value(&self) -> Option<Value> {
        self.cur.call.as_ref().map(|call| Value::Object(PsCmdlet::object(call.clone())))
    }

    /// `$using:x`: from what the caller sent along, by the text of the expression.
    pub(crate) fn using_value(&mut self, _: &Expr, text: &PsString) -> Result<Value> {
        let sent = self.lookup(Name::intern("\u{1}using"));
        let table = sent.as_object().and_then(|o| o.get::<Dictionary>());
        let key = using_key(text);
        table.and_then(|t| t.get_str(&key)).ok_or_else(|| {
            let text = format!("The value of the using variable '{text}' cannot be retrieved because it has not been set in the local session.");
            Error::runtime("UsingVariableIsUndefined", text).category(Category::InvalidOperation)
        })
    }
}

/// The key under which a client sends a `$using:` value: base64 of the UTF-16LE text, a plain variable's in lower case.
fn using_key(text: &PsString) -> PsString {
    use base64::Engine;
    let shown = text.to_str();
    let plain = shown.chars().skip(1).all(|c| c.is_alphanumeric() || c == '_' || c == ':');
    let key = if plain { shown.to_lowercase() } else { shown.into_owned() };
    let bytes: Vec<u8> = key.encode_utf16().flat_map(u16::to_le_bytes).collect();
    base64::engine::general_purpose::STANDARD.encode(bytes).into()
}
