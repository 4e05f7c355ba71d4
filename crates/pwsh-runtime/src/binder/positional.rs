//! Arguments by position.

use super::arguments::Argument;
use super::binding::Binding;
use super::failure::{Bound, Failure, Kind, Refusal};
use super::value::Flags;
use crate::runspace::Runspace;
use pwsh_value::Value;
use std::collections::BTreeMap;

/// The parameters that may take an argument at a position, each with the bits of the sets in which it stands
/// there (0: all).
type Positions = BTreeMap<i32, Vec<(usize, Vec<u32>)>>;

impl Binding {
    /// Binds arguments without a name, position by position: without conversion before with it, the default set's
    /// parameter before the others'. Gives the last refusal, the reason if an argument stays over.
    pub(super) fn bind_positional(&mut self, rs: &mut Runspace, default: u32) -> Bound<Option<Refusal>> {
        let mut refused = None;
        if self.arguments.is_empty() {
            return Ok(refused);
        }
        let mut valid = self.current;
        let mut positions = self.positions(valid)?;
        if positions.is_empty() {
            return Ok(refused);
        }
        let mut rest = Vec::new();
        let mut arguments = std::mem::take(&mut self.arguments).into_iter().peekable();
        let order: Vec<i32> = positions.keys().copied().collect();
        for position in order {
            let candidates = positions.get(&position).cloned().unwrap_or_default();
            if candidates.is_empty() {
                continue;
            }
            let Some(argument) = next_positional(&mut arguments, &mut rest) else { break };
            let value = argument.value.clone().unwrap_or(Value::Null);
            let place = self.value_place(&argument);
            let mut bound = false;
            for coerce in [false, true] {
                let flags = Flags { coerce, delay: true };
                if !bound && default != 0 && valid & default != 0 {
                    bound = self
                        .bind_at(rs, default, &candidates, &value, flags, &mut refused)
                        .map_err(|failure| failure.at(place))?;
                }
                if !bound {
                    bound = self
                        .bind_at(rs, valid, &candidates, &value, flags, &mut refused)
                        .map_err(|failure| failure.at(place))?;
                }
            }
            refused = refused.map(|refusal| refusal.at(place));
            if !bound {
                rest.push(argument);
            } else if valid != self.current {
                valid = self.current;
                for candidates in positions.values_mut() {
                    candidates
                        .iter_mut()
                        .for_each(|(_, sets)| sets.retain(|&set| set == 0 || set & valid != 0));
                    candidates.retain(|(_, sets)| !sets.is_empty());
                }
            }
        }
        rest.extend(arguments);
        self.arguments = rest;
        Ok(refused)
    }

    fn positions(&self, valid: u32) -> Bound<Positions> {
        let mut positions = Positions::new();
        for &index in &self.unbound {
            let parameter = self.parameter(index);
            if !parameter.is_in(valid) {
                continue;
            }
            for (flag, member) in parameter.members_in(valid) {
                let Some(position) = member.position.filter(|_| !member.from_remaining) else { continue };
                let candidates = positions.entry(position).or_default();
                let clashes = candidates
                    .iter()
                    .any(|(other, sets)| *other != index && sets.iter().any(|s| s & flag != 0 || s == flag));
                if clashes {
                    return Err(Refusal::new(
                        "AmbiguousPositionalParameterNoName",
                        "Cannot bind positional parameters because no names were given.",
                    )
                    .into());
                }
                match candidates.iter_mut().find(|(other, _)| *other == index) {
                    Some((_, sets)) => sets.push(*flag),
                    None => candidates.push((index, vec![*flag])),
                }
            }
        }
        Ok(positions)
    }

    /// Tries every parameter of a position; says whether one took the value.
    fn bind_at(
        &mut self,
        rs: &mut Runspace,
        valid: u32,
        candidates: &[(usize, Vec<u32>)],
        value: &Value,
        flags: Flags,
        refused: &mut Option<Refusal>,
    ) -> Bound<bool> {
        *refused = None;
        let mut any = false;
        for (index, sets) in candidates {
            for &set in sets {
                if set != 0 && valid & set == 0 {
                    continue;
                }
                match self.bind(rs, valid, *index, value.clone(), flags) {
                    Ok(true) => {
                        any = true;
                        break;
                    }
                    Ok(false) => {}
                    Err(Failure::Refused(refusal)) if refusal.kind == Kind::Binding => {
                        *refused = Some(*refusal)
                    }
                    Err(failure) => return Err(failure),
                }
            }
        }
        Ok(any)
    }
}

/// The next argument without a name. Names that no parameter has are laid aside, each with the argument behind it.
fn next_positional(
    arguments: &mut std::iter::Peekable<std::vec::IntoIter<Argument>>,
    aside: &mut Vec<Argument>,
) -> Option<Argument> {
    while let Some(argument) = arguments.next() {
        if argument.name.is_none() {
            return Some(argument);
        }
        aside.push(argument);
        aside.extend(arguments.next_if(|next| next.name.is_none()));
    }
    None
}
