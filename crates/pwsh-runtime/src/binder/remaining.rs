//! Arguments that neither a name nor a position placed.

use super::binding::Binding;
use super::failure::{Bound, Failure, Refusal, ambiguous_set, named_not_found};
use super::value::Flags;
use crate::runspace::Runspace;
use pwsh_value::ty::reflection_name;
use pwsh_value::{Category, Obj, PsString, Result, Value, convert};

impl Binding {
    /// Gives the arguments left over to the parameter that takes them, if there is one.
    pub(super) fn bind_remaining(&mut self, rs: &mut Runspace) -> Bound<()> {
        if self.arguments.is_empty() {
            return Ok(());
        }
        let mut taker = None;
        for &index in &self.unbound {
            if !self.parameter(index).member_in(self.current).is_some_and(|m| m.from_remaining) {
                continue;
            }
            if taker.replace(index).is_some() {
                let meta = &self.parameter(index).meta;
                return Err(ambiguous_set()
                    .category(Category::MetadataError)
                    .parameter(&meta.name)
                    .types(Some(&meta.ty), None)
                    .into());
            }
        }
        let Some(index) = taker else { return Ok(()) };
        let mut values = Vec::new();
        for argument in std::mem::take(&mut self.arguments) {
            argument.into_rest(&mut values);
        }
        let value = match &values[..] {
            [only] if rs.enumerable(only)?.is_some() => only.clone(),
            _ => Value::Object(Obj::array(values)),
        };
        self.bind_value(rs, index, value, Flags { coerce: true, delay: false })?;
        Ok(())
    }

    /// Refuses arguments that are left over; `refused` says why a positional one is.
    pub(super) fn verify_all_used(&mut self, rs: &mut Runspace, refused: Option<Refusal>) -> Bound<()> {
        let Some(argument) = self.arguments.first() else { return Ok(()) };
        if let Some(name) = &argument.name {
            return Err(named_not_found(name, argument.value.as_ref()).at(self.name_place(argument)).into());
        }
        if let Some(refusal) = refused {
            return Err(refusal.into());
        }
        let value = argument.value.clone().unwrap_or_default();
        let shown = match &value {
            Value::Null | Value::Void => "$null".into(),
            value => dotnet_text(rs, value).map_err(Failure::from)?,
        };
        let text = format!("A positional parameter cannot be found that accepts argument '{shown}'.");
        Err(Refusal::new("PositionalParameterNotFound", text)
            .parameter(&shown)
            .types(None, Some(&value))
            .into())
    }
}

/// The text that .NET's `ToString` gives: a collection's is its type.
pub(super) fn dotnet_text(rs: &mut Runspace, value: &Value) -> Result<PsString> {
    match value.ty() {
        Some(ty) if ty.element().is_some() => Ok(reflection_name(ty)),
        _ => convert::to_text(rs, value),
    }
}
