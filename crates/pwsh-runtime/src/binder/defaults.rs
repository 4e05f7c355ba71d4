//! `$PSDefaultParameterValues`: arguments that a user sets for commands once.

use super::binding::{Binding, Flavor};
use super::failure::{Bound, Failure};
use super::value::{Flags, is_block};
use crate::command::type_named;
use crate::runspace::Runspace;
use pwsh_value::ops::Case;
use pwsh_value::payload::{Dictionary, PropertyBag};
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Context, Name, Obj, PsString, Result, Value, convert};
use std::sync::LazyLock;

static VARIABLE: LazyLock<Name> = LazyLock::new(|| Name::intern("PSDefaultParameterValues"));

/// The defaults of one call.
#[derive(Default)]
pub(super) struct Defaults {
    /// The parameters that have one.
    pairs: Vec<(usize, Value)>,
    /// Whether any was bound.
    pub in_use: bool,
    /// The parameters that it was bound to.
    pub bound: Vec<usize>,
}

impl Binding {
    /// Finds the defaults that the session has for the command.
    pub(super) fn read_defaults(&mut self, rs: &mut Runspace) -> Bound<()> {
        if self.flavor == Flavor::Simple || !rs.variable_exists(*VARIABLE) {
            return Ok(());
        }
        let table = rs.lookup(*VARIABLE);
        let Some(table) = table.as_object().and_then(|obj| obj.get::<Dictionary>()) else { return Ok(()) };
        let mut pairs: Vec<(usize, Value)> = Vec::new();
        let mut ambiguous: Vec<usize> = Vec::new();
        let entries = table.entries();
        // Keys without wildcards go before those with.
        for general in [false, true] {
            for (key, value) in &entries {
                let Some(key) = key.as_string() else { continue };
                let Some((command, parameter)) = parse_key(key) else {
                    if key.to_str().trim().eq_ignore_ascii_case("Disabled") && convert::to_bool(value) {
                        return Ok(());
                    }
                    continue;
                };
                if has_wildcards(key) != general || !self.is_meant(rs, &command)? {
                    continue;
                }
                let Some(index) = self.default_parameter(&parameter)? else { continue };
                match pairs.iter().find(|(i, _)| *i == index) {
                    None => pairs.push((index, value.clone())),
                    Some((_, other)) => {
                        if !rs.equals(other, value)? {
                            ambiguous.push(index);
                        }
                    }
                }
            }
        }
        // Of two defaults that differ neither counts.
        pairs.retain(|(index, _)| !ambiguous.contains(index));
        self.defaults.pairs = pairs;
        Ok(())
    }

    /// Whether a key's command is this one, by its name or an alias of it.
    fn is_meant(&self, rs: &Runspace, command: &PsString) -> Result<bool> {
        if !has_wildcards(command) {
            return Ok(command.eq_ignore_case(&self.command)
                || rs.alias(command).is_some_and(|alias| alias.definition.eq_ignore_case(&self.command)));
        }
        let pattern = Wildcard::new(command, Case::Ignore)?;
        let mut aliases = rs.session.shared.commands.aliases();
        Ok(pattern.matches(&self.command)
            || aliases.any(|alias| self.command.is(alias.definition) && pattern.matches(&alias.name.into())))
    }

    /// The parameter that a key names, if it names one alone.
    fn default_parameter(&self, name: &PsString) -> Result<Option<usize>> {
        if !has_wildcards(name) {
            return Ok(self.plan.parameters.iter().position(|p| {
                p.meta.name.eq_ignore_case(name) || p.meta.aliases.iter().any(|a| a.eq_ignore_case(name))
            }));
        }
        let pattern = Wildcard::new(name, Case::Ignore)?;
        let mut found = None;
        for (index, parameter) in self.plan.parameters.iter().enumerate() {
            let names = std::iter::once(&parameter.meta.name).chain(&parameter.meta.aliases);
            for _ in names.filter(|n| pattern.matches(n)) {
                if found.replace(index).is_some() {
                    return Ok(None);
                }
            }
        }
        Ok(found)
    }

    /// Binds the defaults of parameters that the call leaves open. One that does not fit is left out.
    pub(super) fn apply_defaults(&mut self, rs: &mut Runspace) -> Bound<()> {
        let open = |(index, _): &&(usize, Value)| {
            !self.is_bound(*index) && self.parameter(*index).is_in(self.current)
        };
        let pairs: Vec<(usize, Value)> = self.defaults.pairs.iter().filter(open).cloned().collect();
        let sets = pairs.iter().map(|(index, _)| self.parameter(*index).flags).filter(|flags| *flags != 0);
        if sets.fold(super::plan::ALL, |common, flags| common & flags) == 0 {
            return Ok(());
        }
        for (index, value) in pairs {
            let Some(value) = self.default_value(rs, value)? else { continue };
            let flags = Flags { coerce: true, delay: true };
            match self.bind(rs, self.current, index, value, flags) {
                Ok(true) => {
                    self.defaults.in_use = true;
                    self.defaults.bound.push(index);
                }
                Ok(false) | Err(Failure::Refused(_)) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(())
    }

    /// A default that is a script block is run, with what is bound as its argument.
    fn default_value(&self, rs: &mut Runspace, value: Value) -> Result<Option<Value>> {
        let Some(block) = value.as_object().filter(|_| is_block(&value)) else { return Ok(Some(value)) };
        let set = type_named("System.Collections.Generic.HashSet`1[System.String]");
        let bound = (0..self.plan.parameters.len()).filter(|&index| self.is_bound(index));
        let names = |indices: &mut dyn Iterator<Item = usize>| {
            let names = indices.map(|index| self.parameter(index).meta.name.to_string());
            Value::Object(Obj::strings(names))
        };
        let all = names(&mut bound.into_iter());
        let defaults = names(&mut self.defaults.bound.iter().copied());
        let state = [
            (PsString::from("BoundParameters"), rs.construct(&set, vec![all])?),
            ("BoundDefaultParameters".into(), rs.construct(&set, vec![defaults])?),
        ];
        let state = Obj::custom(state.into_iter().collect::<PropertyBag>());
        let mut results = rs.call_block(block, vec![state.into()])?;
        Ok(match results.len() {
            0 => None,
            1 => results.pop(),
            _ => Some(Value::Object(Obj::array(results))),
        })
    }
}

/// `command:parameter`, either part in quotes or not.
fn parse_key(key: &PsString) -> Option<(PsString, PsString)> {
    let text = key.to_str();
    let (command, parameter) = split_unquoted(text.trim())?;
    let part = |text: &str| {
        let text = text.trim();
        let bare = ['"', '\''].iter().find_map(|q| text.strip_prefix(*q)?.strip_suffix(*q)).unwrap_or(text);
        (!bare.is_empty()).then(|| PsString::from(bare))
    };
    Some((part(command)?, part(parameter)?))
}

/// The text before and after the first colon that is not in quotes.
fn split_unquoted(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, ':') => return Some((&text[..at], &text[at + 1..])),
            _ => {}
        }
    }
    None
}
