//! A command's metadata as the binder needs it: common parameters added, parameter sets as bits.

use super::preferences;
use crate::command::{CommandMeta, ParameterMeta, SetMember, Validation};
use pwsh_value::ty::{known, named};
use pwsh_value::{PsString, Type};
use std::sync::Arc;

/// All parameter sets: nothing was decided yet.
pub(super) const ALL: u32 = u32::MAX;

/// What the binder reads instead of a [`CommandMeta`].
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The parameters that the command declares, then the common ones.
    pub(super) parameters: Vec<Planned>,
    /// How many of them it declares.
    declared: usize,
    /// The index behind the last common one: the dynamic parameters of one call follow.
    common_end: usize,
    /// The names of the parameter sets by bit.
    pub(super) sets: Vec<PsString>,
    /// The name of the default set, if there is one.
    default_name: Option<PsString>,
    /// The bit of the default set, 0 if there is none.
    pub(super) default: u32,
}

/// A parameter.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// What was declared.
    pub meta: ParameterMeta,
    /// The bits of the sets it belongs to by name.
    pub flags: u32,
    /// Whether it belongs to all sets.
    pub in_all: bool,
    /// Its part in each set: the bit, 0 for all, and the part.
    pub members: Vec<(u32, SetMember)>,
    /// Whether it is mandatory in some set.
    pub mandatory: bool,
    /// Whether it takes pipeline input in some set.
    pub pipeline: bool,
    /// What the type holds, if it is a collection.
    pub collection: Collection,
}

/// What a parameter's type is to the binder.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Collection {
    /// One value.
    No,
    /// An array.
    Array(Type),
    /// Something else that elements are added to; the type that they have, if it is known.
    List(Option<Type>),
}

impl Plan {
    /// The plan of a command, made on first use.
    pub(super) fn of(meta: &CommandMeta) -> Arc<Plan> {
        meta.plan.get_or_init(|| Arc::new(Plan::new(meta))).clone()
    }

    fn new(meta: &CommandMeta) -> Plan {
        let mut sets: Vec<PsString> = Vec::new();
        let default_name = meta.default_set.clone().filter(|name| !name.is_empty());
        let default = default_name.as_ref().map_or(0, |name| bit(&mut sets, name));
        let mut parameters: Vec<Planned> =
            meta.parameters.iter().map(|p| Planned::new(p.clone(), &mut sets)).collect();
        let declared = parameters.len();
        if meta.cmdlet_binding {
            let common = preferences::parameters(meta.should_process);
            parameters.extend(common.into_iter().map(|p| Planned::new(p, &mut sets)));
        }
        let common_end = parameters.len();
        Plan { parameters, declared, common_end, sets, default_name, default }
    }

    /// The same with the dynamic parameters of one call.
    pub(super) fn with(&self, dynamic: Vec<ParameterMeta>) -> Plan {
        let mut plan = self.clone();
        for parameter in dynamic {
            plan.parameters.push(Planned::new(parameter, &mut plan.sets));
        }
        plan
    }

    /// Whether a parameter is a common one.
    pub(super) fn is_common(&self, index: usize) -> bool {
        (self.declared..self.common_end).contains(&index)
    }

    /// Whether a parameter is one that the command always has of its own.
    pub(super) fn is_declared(&self, index: usize) -> bool {
        index < self.declared
    }

    /// The bits of all sets.
    pub(super) fn all_flags(&self) -> u32 {
        if self.sets.is_empty() { 0 } else { ALL >> (32 - self.sets.len().min(32)) }
    }

    /// The name of the set that `flags` stands for: the default set's while all are open, empty for several.
    pub(super) fn set_name(&self, flags: u32) -> PsString {
        if flags == ALL || flags == 0 {
            return self.default_name.clone().unwrap_or_else(|| "__AllParameterSets".into());
        }
        let index = flags.trailing_zeros() as usize;
        let next = flags.checked_shr(index as u32 + 1).unwrap_or(0);
        if next & 1 == 0 {
            self.sets.get(index).cloned().unwrap_or_else(PsString::empty)
        } else {
            PsString::empty()
        }
    }
}

/// The bit of a set by name, a new one if need be. A 33rd set shares the last bit.
fn bit(sets: &mut Vec<PsString>, name: &PsString) -> u32 {
    let index = sets.iter().position(|n| n.eq_ignore_case(name)).unwrap_or_else(|| {
        sets.push(name.clone());
        sets.len() - 1
    });
    1 << index.min(31)
}

impl Planned {
    fn new(meta: ParameterMeta, sets: &mut Vec<PsString>) -> Planned {
        let mut members = Vec::with_capacity(meta.sets.len());
        let (mut flags, mut in_all) = (0, false);
        for member in &meta.sets {
            let flag = match &member.set {
                Some(name) => bit(sets, name),
                None => 0,
            };
            flags |= flag;
            in_all |= flag == 0;
            members.push((flag, member.clone()));
        }
        Planned {
            flags,
            in_all,
            mandatory: meta.sets.iter().any(|m| m.mandatory),
            pipeline: meta.sets.iter().any(|m| m.from_pipeline || m.from_pipeline_by_name),
            collection: Collection::of(&meta.ty),
            members,
            meta,
        }
    }

    /// Whether it belongs to one of the sets.
    pub fn is_in(&self, sets: u32) -> bool {
        self.in_all || self.flags & sets != 0
    }

    /// Its parts in these sets, in declared order.
    pub fn members_in(&self, sets: u32) -> impl Iterator<Item = &(u32, SetMember)> {
        self.members.iter().filter(move |(flag, _)| *flag == 0 || flag & sets != 0)
    }

    /// Its part in the first of these sets that names it, else its part in all sets.
    pub fn member_in(&self, sets: u32) -> Option<&SetMember> {
        let mut found = None;
        for (flag, member) in &self.members {
            if *flag == 0 {
                found = Some(member);
            } else if flag & sets != 0 {
                return Some(member);
            }
        }
        found
    }

    /// Whether it takes pipeline input in one of these sets.
    pub fn takes_pipeline_in(&self, sets: u32) -> bool {
        self.members_in(sets).any(|(_, m)| m.from_pipeline || m.from_pipeline_by_name)
    }

    /// Whether it has that attribute.
    pub fn has(&self, attribute: impl Fn(&Validation) -> bool) -> bool {
        self.meta.validations.iter().any(attribute)
    }

    /// Whether a script block is an argument like any other: the type holds one.
    pub fn holds_blocks(&self) -> bool {
        let holds = |ty: &Type| *ty == known().object || *ty == known().script_block;
        holds(&self.meta.ty)
            || match &self.collection {
                Collection::Array(element) | Collection::List(Some(element)) => holds(element),
                _ => false,
            }
    }
}

impl Collection {
    /// What `ty` is.
    pub fn of(ty: &Type) -> Collection {
        if let Some(element) = ty.element() {
            return Collection::Array(element.clone());
        }
        let mut interfaces: Vec<Type> = ty.hierarchy().flat_map(|t| t.interfaces().to_vec()).collect();
        let mut at = 0;
        while let Some(interface) = interfaces.get(at).cloned() {
            interfaces.extend(interface.interfaces().iter().cloned());
            at += 1;
        }
        let generic = |name: &str| interfaces.iter().find(|i| i.name().to_str().starts_with(name));
        if named("System.Collections.IDictionary").is_assignable_from(ty)
            || *ty == named("System.Collections.IDictionary")
            || generic("System.Collections.Generic.IDictionary`2").is_some()
        {
            return Collection::No;
        }
        if let Some(collection) = generic("System.Collections.Generic.ICollection`1") {
            return Collection::List(collection.arguments().first().cloned());
        }
        if interfaces.contains(&named("System.Collections.IList")) {
            return Collection::List(ty.arguments().first().cloned());
        }
        Collection::No
    }
}
