//! Which parameter set a call means.

use super::binding::Binding;
use super::failure::{Bound, ambiguous_set};
use super::plan::ALL;

/// How many sets `flags` leaves open; one while all are.
pub(super) fn count(flags: u32) -> u32 {
    if flags == ALL { 1 } else { flags.count_ones() }
}

impl Binding {
    /// Checks that at least one set fits; gives how many do. `before_input`: objects of the pipeline may decide
    /// later. `set_default`: the default set is chosen where several fit.
    pub(super) fn validate_sets(&mut self, before_input: bool, set_default: bool) -> Bound<u32> {
        let mut valid = count(self.current);
        let default = self.plan.default;
        if valid == 0 && self.current != ALL {
            return Err(ambiguous_set().into());
        }
        if valid > 1 {
            let default_fits = default != 0 && self.current & default != 0;
            if !before_input && self.current == default || default_fits {
                self.name_set(default);
                if set_default {
                    self.current = default;
                    valid = 1;
                }
            } else if !(before_input && self.some_unbound_takes_input()) {
                valid = self.resolve_by_mandatory()?;
            }
            return Ok(valid);
        }
        if self.current == ALL {
            valid = (self.plan.sets.len() as u32).max(1);
            if before_input && self.some_unbound_takes_input() {
                // An object of the pipeline decides.
            } else if default != 0 {
                if set_default {
                    self.current = default;
                    valid = 1;
                }
            } else if valid > 1 {
                valid = self.resolve_by_mandatory()?;
            }
        }
        self.name_set(self.current);
        Ok(valid)
    }

    /// Of several sets takes the only one that lacks no mandatory parameter.
    fn resolve_by_mandatory(&mut self) -> Bound<u32> {
        let mut open = self.current & self.plan.all_flags();
        for &index in &self.unbound {
            for (flag, member) in &self.parameter(index).members {
                if member.mandatory {
                    open &= !flag;
                }
            }
        }
        if count(open) != 1 || open == ALL {
            return Err(ambiguous_set().into());
        }
        self.current = open;
        self.name_set(open);
        Ok(1)
    }

    fn some_unbound_takes_input(&self) -> bool {
        self.unbound.iter().any(|&index| self.parameter(index).takes_pipeline_in(self.current))
    }

    /// A command with several sets has to have one of them chosen by now.
    pub(super) fn verify_set_selected(&mut self) -> Bound<()> {
        if self.plan.sets.len() > 1 && self.all_open() {
            if self.plan.default == 0 {
                return Err(ambiguous_set().into());
            }
            self.current = self.plan.default;
        }
        Ok(())
    }

    /// The open sets without those that cannot take objects of the pipeline any more; all that are open if none
    /// can.
    pub(super) fn sets_taking_input(&self) -> u32 {
        let mut taking = 0;
        for (index, _) in &self.delayed {
            taking |= self.parameter(*index).flags;
        }
        for &index in &self.unbound {
            for (flag, member) in self.parameter(index).members_in(self.current) {
                if member.from_pipeline || member.from_pipeline_by_name {
                    if *flag == 0 {
                        return self.current;
                    }
                    taking |= flag;
                }
            }
        }
        if taking == 0 { self.current } else { self.current & taking }
    }
}
