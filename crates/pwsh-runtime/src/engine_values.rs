//! Objects about the running code: `$MyInvocation`, `$PSCmdlet`; `$using:`.

use crate::code::Expr;
use crate::command::ScriptBlock;
use crate::facade::{InvocationInfo, PsCmdlet};
use crate::runspace::Runspace;
use pwsh_syntax::Source;
use pwsh_syntax::ast::Ast;
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::{Category, Error, Name, Obj, PsString, Result, Value};
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
        let sent = self.using.clone();
        let Some(table) = sent.as_object().and_then(|o| o.get::<Dictionary>()) else {
            let text = "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.";
            return Err(
                Error::runtime("UsingWithoutInvokeCommand", text).category(Category::InvalidOperation)
            );
        };
        let key = using_key(text);
        table.get_str(&key).ok_or_else(|| undefined_using(text))
    }
}

impl Runspace {
    /// The values of the `$using:` expressions in a script block, in this runspace: what is sent along with the
    /// block, by the texts of the expressions. `None` if it has none.
    ///
    /// # Errors
    /// If one of them names a variable that is not there.
    pub fn using_values(&mut self, block: &Obj) -> Result<Option<Value>> {
        let Some(script) = block.get::<ScriptBlock>() else { return Ok(None) };
        let code = script.payload().block.clone();
        let mut texts = Vec::new();
        collect_using(Ast::ScriptBlock(&code.ast), code.source(), &mut texts);
        if texts.is_empty() {
            return Ok(None);
        }
        let table = Obj::new(pwsh_value::ty::known().hashtable.clone(), Dictionary::new(Keys::Exact));
        for text in texts {
            let value = self.value_to_send(&text)?;
            if let Some(table) = table.get::<Dictionary>() {
                table.set_str(using_key(&text), value);
            }
        }
        Ok(Some(Value::Object(table)))
    }

    /// The value of what stands behind `$using:`.
    fn value_to_send(&mut self, text: &PsString) -> Result<Value> {
        let shown = text.to_str();
        let bare = shown.replacen("using:", "", 1).replacen("Using:", "", 1).replacen("USING:", "", 1);
        let name = bare.trim_start_matches(['$', '@', '{']).trim_end_matches('}');
        if !name.contains([':', '.', '[']) && !self.variable_exists(Name::intern(name)) {
            return Err(undefined_using(text));
        }
        let block = self.parse_own(&bare.replacen('@', "$", 1))?;
        self.capture(|rs| rs.run_dotted(&block))
            .map(|value| if value.is_null() { Value::Null } else { value })
    }
}

fn undefined_using(text: &PsString) -> Error {
    let text = format!(
        "The value of the using variable '{text}' cannot be retrieved because it has not been set in the local session."
    );
    Error::runtime("UsingVariableIsUndefined", text).category(Category::InvalidOperation)
}

fn collect_using(ast: Ast<'_>, source: &Source, texts: &mut Vec<PsString>) {
    if let Ast::UsingExpression(using) = ast {
        texts.push(source.slice(using.extent).into());
    }
    ast.for_each_child(&mut |child| collect_using(child, source, texts));
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
