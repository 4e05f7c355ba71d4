//! Objects about the running code: `$MyInvocation`, `$PSCmdlet`; `$using:`; -WhatIf.

use crate::code::Expr;
use crate::command::Invocation;
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

    /// Asks by -WhatIf and -Confirm whether an action shall be done.
    pub(crate) fn should_process(&mut self, call: &Invocation, target: &str, action: &str) -> Result<bool> {
        let text = format!("Performing the operation \"{action}\" on target \"{target}\".");
        self.should_process_described(call, &text.into())
    }

    /// Asks by -WhatIf and -Confirm whether what `description` says shall be done.
    pub(crate) fn should_process_described(
        &mut self,
        call: &Invocation,
        description: &PsString,
    ) -> Result<bool> {
        let what_if = match call.preferences.what_if {
            Some(on) => on,
            None => pwsh_value::convert::to_bool(&self.lookup(Name::intern("WhatIfPreference"))),
        };
        if what_if {
            if let Some(host) = self.host.clone() {
                host.write(self, &format!("What if: {description}").into(), -1, -1, true)?;
            }
            return Ok(false);
        }
        if call.preferences.confirm == Some(true) {
            return self.should_continue(
                &format!("Are you sure you want to perform this action?\n{description}").into(),
                &"Confirm".into(),
            );
        }
        Ok(true)
    }

    /// Asks the user whether to go on.
    pub(crate) fn should_continue(&mut self, query: &PsString, caption: &PsString) -> Result<bool> {
        let Some(host) = self.host.clone() else {
            return Err(crate::host::no_host(
                "A command that prompts the user failed because the host program or the command type does not support user interaction.",
            ));
        };
        let choices = ["&Yes", "Yes to &All", "&No", "No to A&ll", "&Suspend"]
            .map(|label| crate::host::Choice { label: label.into(), help: PsString::empty() });
        let answer = host.prompt_for_choice(self, caption, query, &choices, 0)?;
        Ok(matches!(answer, 0 | 1))
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
