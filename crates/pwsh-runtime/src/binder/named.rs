//! Arguments by name.

use super::arguments::Argument;
use super::binding::Binding;
use super::failure::{Bound, Refusal, already_bound, missing_argument};
use super::plan::ALL;
use super::value::Flags;
use crate::runspace::Runspace;
use pwsh_value::payload::Switch;
use pwsh_value::string::fold_unit;
use pwsh_value::ty::known;
use pwsh_value::{Obj, PsString, Value};

/// A switch that was given, or taken back by `:$false`.
pub(crate) fn switch(on: bool) -> Value {
    Value::Object(Obj::new(known().switch_parameter.clone(), Switch(on)))
}

/// Whether `name` begins with `prefix`, case ignored.
fn begins_with(name: &PsString, prefix: &PsString) -> bool {
    name.len() >= prefix.len()
        && name.units().iter().zip(prefix.units().iter()).all(|(&a, &b)| fold_unit(a) == fold_unit(b))
}

impl Binding {
    /// The parameter that a name means: itself, an alias, or an unambiguous beginning of either. A beginning that
    /// only one declared parameter has means that one, however many common ones have it.
    pub(super) fn find_parameter(&self, name: &PsString) -> Bound<Option<usize>> {
        let text = name.to_str();
        let name: PsString =
            text.strip_prefix(['-', '\u{2013}', '\u{2014}', '\u{2015}']).unwrap_or(&text).into();
        let parameters = &self.plan.parameters;
        if let Some(exact) = parameters.iter().position(|p| p.meta.name.eq_ignore_case(&name)) {
            return Ok(Some(exact));
        }
        let is_alias =
            |index: &usize| parameters[*index].meta.aliases.iter().any(|a| a.eq_ignore_case(&name));
        if let Some(exact) = (0..parameters.len()).find(is_alias) {
            return Ok(Some(exact));
        }
        let mut matches: Vec<usize> =
            (0..parameters.len()).filter(|&i| begins_with(&parameters[i].meta.name, &name)).collect();
        for (index, parameter) in parameters.iter().enumerate() {
            if !matches.contains(&index) && parameter.meta.aliases.iter().any(|a| begins_with(a, &name)) {
                matches.push(index);
            }
        }
        if matches.len() > 1 {
            let declared: Vec<usize> = matches.iter().copied().filter(|&i| !self.plan.is_common(i)).collect();
            if declared.len() != 1 {
                let list: String =
                    matches.iter().map(|&i| format!(" -{}", parameters[i].meta.name)).collect();
                let text = format!(
                    "Parameter cannot be processed because the parameter name '{name}' is ambiguous. Possible matches include:{list}."
                );
                return Err(Refusal::new("AmbiguousParameter", text).parameter(&name).into());
            }
            matches = declared;
        }
        Ok(matches.first().copied())
    }

    /// Gives each name without a value the argument behind it, switches the value true.
    pub(super) fn pair_arguments(&mut self) -> Bound<()> {
        let mut paired = Vec::with_capacity(self.arguments.len());
        let mut rest = std::mem::take(&mut self.arguments).into_iter().peekable();
        while let Some(mut argument) = rest.next() {
            let (Some(name), None) = (&argument.name, &argument.value) else {
                paired.push(argument);
                continue;
            };
            let place = self.name_place(&argument);
            let Some(index) = self.find_parameter(name).map_err(|failure| failure.at(place))? else {
                paired.push(argument);
                continue;
            };
            let meta = &self.parameter(index).meta;
            if meta.ty == known().switch_parameter {
                argument.value = Some(switch(true));
                paired.push(argument);
                continue;
            }
            let Some(next) = rest.next_if(|_| true) else {
                return Err(missing_argument(&meta.name, &meta.ty).at(place).into());
            };
            let value = match &next.name {
                None => next.value,
                Some(other) => {
                    if next.value.is_some() || self.find_parameter(other)?.is_some() {
                        return Err(missing_argument(&meta.name, &meta.ty).at(place).into());
                    }
                    // What looks like a parameter but is none of this command's is a plain argument.
                    Some(Value::String(next.text))
                }
            };
            argument.name = Some(meta.name.clone());
            argument.value_at = next.at;
            argument.value = value;
            paired.push(argument);
        }
        self.arguments = paired;
        Ok(())
    }

    /// Binds what was given by name. Arguments of other names stay.
    pub(super) fn bind_named(&mut self, rs: &mut Runspace) -> Bound<()> {
        let mut written: Option<Vec<usize>> = None;
        let mut rest: Vec<Argument> = Vec::new();
        for argument in std::mem::take(&mut self.arguments) {
            let Some(name) = &argument.name else {
                rest.push(argument);
                continue;
            };
            let Some(index) = self.find_parameter(name)? else {
                rest.push(argument);
                continue;
            };
            if argument.splatted {
                let all = 0..self.plan.parameters.len();
                let written = written.get_or_insert_with(|| all.filter(|&i| self.is_bound(i)).collect());
                if written.contains(&index) {
                    continue;
                }
            }
            if self.is_bound(index) {
                return Err(already_bound(name).at(self.name_place(&argument)).into());
            }
            let place = self.value_place(&argument);
            let value = argument.value.unwrap_or(Value::Null);
            self.bind(rs, ALL, index, value, Flags { coerce: true, delay: true })
                .map_err(|failure| failure.at(place))?;
        }
        self.arguments = rest;
        Ok(())
    }
}
