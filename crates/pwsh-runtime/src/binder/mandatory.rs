//! Mandatory parameters that got no argument.

use super::binding::Binding;
use super::failure::{Bound, ambiguous_set};
use super::plan::ALL;
use super::sets::count;

/// The mandatory parameters of one set that are missing.
struct Missing {
    /// The set's bit, [`ALL`] for those that every set has.
    set: u32,
    /// Whether it is the default set.
    is_default: bool,
    /// Those that no object of the pipeline can give.
    only_named: Vec<usize>,
    /// Whether there are some that an object can give.
    from_input: bool,
    /// Whether there are some that take an object itself.
    by_value: bool,
    /// Whether there are some that take a property of an object.
    by_name: bool,
}

impl Missing {
    fn is_all(&self) -> bool {
        self.set == ALL
    }

    /// Whether it is about one of these sets or about all.
    fn concerns(&self, sets: u32) -> bool {
        self.is_all() || self.set & sets != 0
    }
}

impl Binding {
    /// The parameters that have to be asked for, where `valid` sets are open. Objects of the pipeline may settle
    /// the set and give the rest, so with `expects_input` only what no object can give is missing.
    pub(super) fn missing(&mut self, valid: u32, expects_input: bool) -> Bound<Vec<usize>> {
        let (missing, lacking, in_all) = self.collect_missing(expects_input);
        if !expects_input {
            return Ok(lacking);
        }
        if missing.is_empty() {
            return Ok(Vec::new());
        }
        let mut sets = missing.iter().filter(|m| !m.is_all()).fold(0, |sets, m| sets | m.set & self.current);
        if sets == 0 {
            sets = self.current;
        }
        if in_all {
            let available = match self.plan.all_flags() {
                0 => ALL,
                flags => flags,
            };
            sets = self.current & available;
        }
        let default = self.plan.default;
        if valid > 1 && default != 0 && default & sets == 0 && default & self.current != 0 {
            let other_takes_input = missing
                .iter()
                .any(|m| m.set & self.current != 0 && m.set & default == 0 && !m.is_all() && m.from_input);
            if !other_takes_input {
                sets = self.current & !sets;
                self.current = sets;
                if self.current == default {
                    self.name_set(self.current);
                } else {
                    self.prioritized = default;
                }
            }
        }
        match count(sets) {
            0 => Err(ambiguous_set().into()),
            1 => Ok(only_named(&missing, sets)),
            _ if self.prioritized == 0 => self.choose(&missing, sets),
            _ => Ok(Vec::new()),
        }
    }

    /// What is missing by set; the parameters; whether some are missing in all sets.
    fn collect_missing(&self, expects_input: bool) -> (Vec<Missing>, Vec<usize>, bool) {
        let mut list: Vec<Missing> = Vec::new();
        let mut lacking = Vec::new();
        let mut in_all = false;
        for &index in &self.unbound {
            let parameter = self.parameter(index);
            for (flag, member) in parameter.members_in(self.current).filter(|(_, m)| m.mandatory) {
                let set = if *flag == 0 { ALL } else { *flag };
                in_all |= set == ALL;
                if lacking.last() != Some(&index) {
                    lacking.push(index);
                }
                let at = list.iter().position(|m| m.set == set).unwrap_or_else(|| {
                    let is_default = self.plan.default & set != 0;
                    list.push(Missing {
                        set,
                        is_default,
                        only_named: Vec::new(),
                        from_input: false,
                        by_value: false,
                        by_name: false,
                    });
                    list.len() - 1
                });
                let entry = &mut list[at];
                if expects_input && (member.from_pipeline || member.from_pipeline_by_name) {
                    entry.from_input = true;
                    entry.by_value |= member.from_pipeline;
                    entry.by_name |= member.from_pipeline_by_name;
                } else {
                    entry.only_named.push(index);
                }
            }
        }
        (list, lacking, in_all)
    }

    /// Chooses between several sets that lack something: the default set where it serves, else the only one that
    /// the pipeline can complete.
    fn choose(&mut self, missing: &[Missing], sets: u32) -> Bound<Vec<usize>> {
        let default = self.plan.default;
        if default != 0 && sets & default != 0 && latches_on_default(missing, default) {
            self.current = default;
            self.name_set(default);
            return Ok(only_named(missing, default));
        }
        let concerned = || missing.iter().filter(|m| m.set & sets != 0 && !m.is_all());
        let by_value: Vec<u32> = concerned().filter(|m| m.by_value).map(|m| m.set).collect();
        let by_name: Vec<u32> = concerned().filter(|m| m.by_name).map(|m| m.set).collect();
        let single = |list: &[u32]| if let [only] = list { *only } else { 0 };
        let (value_set, name_set) = (single(&by_value), single(&by_name));
        let unique = match (by_value.is_empty(), by_name.is_empty()) {
            (false, false) if value_set == name_set => value_set,
            (false, true) => value_set,
            (true, false) => name_set,
            _ => 0,
        };
        if unique != 0 {
            return Ok(self.keep(missing, unique));
        }
        let lacking: Vec<&Missing> =
            missing.iter().filter(|m| m.concerns(sets) && !m.only_named.is_empty()).collect();
        if lacking.is_empty() {
            return Ok(Vec::new());
        }
        if value_set != 0 {
            return Ok(self.keep(missing, value_set));
        }
        if by_value.len() < 2 && by_name.len() < 2 {
            return Err(ambiguous_set().into());
        }
        let lacking = lacking.iter().filter(|m| !m.is_all()).fold(0, |sets, m| sets | m.set);
        if lacking != 0 {
            self.ignore(lacking);
            if self.current == 0 {
                return Err(ambiguous_set().into());
            }
            if count(self.current) == 1 {
                self.name_set(self.current);
            }
        }
        Ok(Vec::new())
    }

    /// Settles on a set that the pipeline can complete; others that lack nothing stay open behind it.
    fn keep(&mut self, missing: &[Missing], chosen: u32) -> Vec<usize> {
        let others = missing.iter().filter(|m| !m.concerns(chosen)).fold(0, |sets, m| sets | m.set);
        let chosen_lacks =
            missing.iter().any(|m| m.set & chosen != 0 && !m.is_all() && !m.only_named.is_empty());
        if chosen_lacks {
            self.current = chosen;
        } else {
            self.ignore(others);
            if self.current != chosen {
                self.prioritized = chosen;
            }
        }
        self.name_set(self.current);
        only_named(missing, chosen)
    }

    fn ignore(&mut self, sets: u32) {
        if sets != 0 {
            let open = if self.all_open() { self.plan.all_flags() } else { self.current };
            self.current = open & !sets;
        }
    }
}

/// What no object of the pipeline can give, of these sets.
fn only_named(missing: &[Missing], sets: u32) -> Vec<usize> {
    missing.iter().filter(|m| m.concerns(sets)).flat_map(|m| m.only_named.iter().copied()).collect()
}

fn latches_on_default(missing: &[Missing], default: u32) -> bool {
    let other = |pick: fn(&Missing) -> bool| missing.iter().any(|m| !m.is_all() && !m.is_default && pick(m));
    let other_by_input = other(|m| m.from_input && m.only_named.is_empty());
    let other_by_name = other(|m| m.by_name);
    if let Some(own) = missing.iter().find(|m| m.set == default)
        && (own.by_name && !other_by_name || own.from_input && !other_by_input)
    {
        return true;
    }
    !other_by_input || missing.iter().any(|m| m.is_all() && !m.only_named.is_empty())
}
