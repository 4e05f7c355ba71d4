//! The state of one call's binding.

use super::arguments::{Argument, Given};
use super::defaults::Defaults;
use super::failure::{Bound, Failure, Refusal};
use super::place::ArgumentPlace;
use super::plan::{ALL, Plan, Planned};
use super::preferences;
use crate::command::{CommandMeta, CommandRef, CommonParameters, Invocation, ParameterMeta};
use crate::runspace::Runspace;
use pwsh_value::{PsString, Result, Value};
use std::sync::Arc;

/// The parameters of one call and what was bound to them.
pub struct Binding {
    pub(super) plan: Arc<Plan>,
    /// What kind of command it is, which decides how arguments are converted.
    pub(super) flavor: Flavor,
    pub(super) command: PsString,
    pub(super) expects_input: bool,
    /// How many arguments were given.
    pub(super) given: usize,
    /// The arguments not bound yet.
    pub(super) arguments: Vec<Argument>,
    /// The parameters not bound yet, in order.
    pub(super) unbound: Vec<usize>,
    /// The parameter sets still open, as bits.
    pub(super) current: u32,
    /// Those that were open before the first object of the pipeline.
    pub(super) before_pipeline: u32,
    /// The set that an object of the pipeline is tried for first, 0 for none.
    pub(super) prioritized: u32,
    /// Script blocks to be evaluated for each object, by parameter.
    pub(super) delayed: Vec<(usize, Value)>,
    /// The parameters that the last object was bound to.
    pub(super) from_pipeline: Vec<usize>,
    pub(super) defaults: Defaults,
    /// The declared parameters' values, in order of binding.
    values: Vec<(usize, Value)>,
    /// What the present object was bound to; `None` while there is none.
    pub(super) fresh: Option<Vec<(usize, Value)>>,
    /// What the last object that could be bound was bound to.
    pub(super) last: Vec<usize>,
    pub(super) stale: Vec<usize>,
    /// All that script sees in `$PSBoundParameters`.
    recorded: Vec<(usize, Value)>,
    preferences: CommonParameters,
    pub(super) remaining: Vec<Value>,
    set: PsString,
}

/// Gives the parameters that a command has besides for one call, once what it always has is bound.
pub(crate) type DynamicParameters<'a> = dyn FnMut(&mut Runspace, &Binding) -> Result<Vec<ParameterMeta>> + 'a;

/// The kinds of commands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flavor {
    /// A compiled cmdlet.
    Cmdlet,
    /// A function with CmdletBinding.
    Advanced,
    /// Any other function or script block.
    Simple,
}

impl Binding {
    /// Binds the arguments of a call. `expects_input`: objects will come through the pipeline; `dynamic`: where the
    /// command's further parameters come from.
    ///
    /// # Errors
    /// `ParameterBindingException` and its kin; whatever a conversion, a check or a prompt throws.
    pub fn begin(
        rs: &mut Runspace,
        meta: &CommandMeta,
        command: &CommandRef,
        given: Vec<Given>,
        expects_input: bool,
        dynamic: Option<&mut DynamicParameters<'_>>,
    ) -> Result<Binding> {
        let flavor = match command {
            CommandRef::Cmdlet(_) => Flavor::Cmdlet,
            _ if meta.cmdlet_binding => Flavor::Advanced,
            _ => Flavor::Simple,
        };
        let plan = Plan::of(meta);
        let mut binding = Binding {
            unbound: (0..plan.parameters.len()).collect(),
            flavor,
            command: meta.name.clone(),
            expects_input,
            given: given.len(),
            arguments: Argument::of(given),
            current: ALL,
            before_pipeline: ALL,
            prioritized: 0,
            delayed: Vec::new(),
            from_pipeline: Vec::new(),
            defaults: Defaults::default(),
            values: Vec::new(),
            fresh: None,
            last: Vec::new(),
            stale: Vec::new(),
            recorded: Vec::new(),
            preferences: CommonParameters::default(),
            remaining: Vec::new(),
            set: PsString::empty(),
            plan,
        };
        let bound = match flavor {
            Flavor::Simple => binding.bind_simple(rs),
            _ => binding.bind_command_line(rs, dynamic),
        };
        match bound {
            Ok(()) => Ok(binding),
            Err(failure) => Err(binding.fail(failure)),
        }
    }

    fn bind_simple(&mut self, rs: &mut Runspace) -> Bound<()> {
        self.pair_arguments()?;
        self.bind_named(rs)?;
        self.bind_positional(rs, ALL)?;
        for argument in std::mem::take(&mut self.arguments) {
            argument.into_rest(&mut self.remaining);
        }
        Ok(())
    }

    fn bind_command_line(
        &mut self,
        rs: &mut Runspace,
        dynamic: Option<&mut DynamicParameters<'_>>,
    ) -> Bound<()> {
        self.read_defaults(rs)?;
        self.pair_arguments()?;
        self.bind_named(rs)?;
        let mut refused = self.bind_positional(rs, self.plan.default)?;
        self.apply_defaults(rs)?;
        self.validate_sets(true, false)?;
        if let Some(dynamic) = dynamic {
            let more = dynamic(rs, self)?;
            refused = self.add_dynamic(rs, more, refused)?;
        }
        self.bind_remaining(rs)?;
        self.verify_all_used(rs, refused)?;
        let mut valid = if self.expects_input {
            self.validate_sets(true, false)?
        } else {
            self.validate_sets(false, true)?
        };
        if valid == 1 && !self.defaults.in_use {
            self.apply_defaults(rs)?;
        }
        if valid > 1 && self.expects_input {
            let taking = self.sets_taking_input();
            if taking != self.current {
                self.current = taking;
                valid = self.validate_sets(true, false)?;
            }
        }
        self.ask_for_missing(rs, valid)?;
        if !self.expects_input {
            self.verify_set_selected()?;
        }
        self.before_pipeline = self.current;
        Ok(())
    }

    /// Adds the parameters of this call alone and gives them what is left of the arguments. `refused` says why a
    /// positional argument was left.
    fn add_dynamic(
        &mut self,
        rs: &mut Runspace,
        more: Vec<ParameterMeta>,
        refused: Option<Refusal>,
    ) -> Bound<Option<Refusal>> {
        if more.is_empty() {
            return Ok(refused);
        }
        let first = self.plan.parameters.len();
        self.plan = Arc::new(self.plan.with(more));
        self.unbound.extend(first..self.plan.parameters.len());
        let mut refused = refused;
        if !self.arguments.is_empty() {
            self.pair_arguments()?;
            self.bind_named(rs)?;
            refused = self.bind_positional(rs, self.plan.default)?;
        }
        self.validate_sets(true, false)?;
        Ok(refused)
    }

    /// Whether a parameter is one that the command always has of its own: not dynamic, not common.
    pub fn is_declared(&self, index: usize) -> bool {
        self.plan.is_declared(index)
    }

    /// The name of a parameter by its index.
    pub fn name(&self, index: usize) -> &PsString {
        &self.parameter(index).meta.name
    }

    /// The error for a failure, which names the defaults if they may be the reason.
    pub(super) fn fail(&self, failure: Failure) -> pwsh_value::Error {
        let failure = match failure {
            Failure::Refused(refusal) if self.defaults.in_use => {
                let names: Vec<PsString> = self
                    .defaults
                    .bound
                    .iter()
                    .map(|&index| self.parameter(index).meta.name.clone())
                    .collect();
                Failure::from(refusal.elaborated(&names))
            }
            other => other,
        };
        failure.into_error()
    }

    /// The values of declared parameters that were bound on the command line: the parameter's index in
    /// [`CommandMeta::parameters`] and the value in its type, in order of binding.
    pub fn values(&self) -> &[(usize, Value)] {
        &self.values
    }

    /// What was bound, common parameters too, for `$PSBoundParameters`: in order of binding.
    pub fn bound(&self, _meta: &CommandMeta) -> Vec<(PsString, Value)> {
        self.bound_parameters()
    }

    fn bound_parameters(&self) -> Vec<(PsString, Value)> {
        self.recorded
            .iter()
            .map(|(index, value)| (self.parameter(*index).meta.name.clone(), value.clone()))
            .collect()
    }

    /// Whether other parameters are bound than a call says, or another set is chosen: objects of the pipeline bind
    /// parameters and choose the set too.
    pub fn differs_in_names(&self, call: &Invocation) -> bool {
        self.set != call.set
            || self.recorded.len() != call.bound.len()
            || self
                .recorded
                .iter()
                .zip(&call.bound)
                .any(|((index, _), (name, _))| self.parameter(*index).meta.name != *name)
    }

    /// Writes what is bound, and the set, into a call.
    pub fn note_in(&self, call: &mut Arc<Invocation>) {
        let call = Arc::make_mut(call);
        call.bound = self.bound_parameters();
        call.set = self.set.clone();
    }

    /// Whether a parameter takes objects of the pipeline, by value or by property name.
    pub fn takes_pipeline(&self, _meta: &CommandMeta) -> bool {
        self.plan.parameters.iter().any(|p| p.pipeline)
    }

    /// The name of the parameter set, `__AllParameterSets` where there is none; empty while several are open.
    pub fn set(&self) -> &PsString {
        &self.set
    }

    /// What the common parameters say.
    pub fn preferences(&self) -> &CommonParameters {
        &self.preferences
    }

    /// The arguments that no parameter took: `$args` of a function without CmdletBinding.
    pub fn remaining(&self) -> &[Value] {
        &self.remaining
    }

    pub(super) fn parameter(&self, index: usize) -> &Planned {
        &self.plan.parameters[index]
    }

    /// Where an argument's name stands.
    pub(super) fn name_place(&self, argument: &Argument) -> ArgumentPlace {
        ArgumentPlace { index: argument.at, given: self.given, value: false }
    }

    /// Where an argument's value stands.
    pub(super) fn value_place(&self, argument: &Argument) -> ArgumentPlace {
        ArgumentPlace { index: argument.value_at, given: self.given, value: true }
    }

    pub(super) fn is_bound(&self, index: usize) -> bool {
        !self.unbound.contains(&index)
    }

    /// Whether nothing decided between parameter sets yet.
    pub(super) fn all_open(&self) -> bool {
        self.current == ALL
    }

    /// Notes a parameter as bound: it decides between parameter sets and takes no second argument.
    pub(super) fn mark_bound(&mut self, index: usize) {
        let flags = self.parameter(index).flags;
        if flags != 0 {
            self.current &= flags;
        }
        self.unbound.retain(|&i| i != index);
    }

    /// Stores a value in its parameter's type.
    pub(super) fn store(&mut self, index: usize, value: Value) {
        self.mark_bound(index);
        self.record(index, value.clone());
        if self.plan.is_common(index) {
            let plan = self.plan.clone();
            preferences::note(&mut self.preferences, &plan.parameters[index].meta.name, &value);
        } else if let Some(fresh) = &mut self.fresh {
            fresh.retain(|(i, _)| *i != index);
            fresh.push((index, value));
        } else {
            self.values.push((index, value));
        }
    }

    /// Lists a parameter in `$PSBoundParameters`.
    pub(super) fn record(&mut self, index: usize, value: Value) {
        match self.recorded.iter_mut().find(|(i, _)| *i == index) {
            Some((_, slot)) => *slot = value,
            None => self.recorded.push((index, value)),
        }
    }

    /// Takes back what the last object was bound to.
    pub(super) fn restore(&mut self) {
        for index in std::mem::take(&mut self.from_pipeline) {
            if !self.unbound.contains(&index) {
                self.unbound.push(index);
            }
            self.recorded.retain(|(i, _)| *i != index);
        }
    }

    /// Settles the name of the set that is shown.
    pub(super) fn name_set(&mut self, flags: u32) {
        self.set = self.plan.set_name(flags);
    }
}
