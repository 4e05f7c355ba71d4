//! What a command takes: one form for cmdlets and functions, read by the binder, Get-Command, proxies and PSRP.

use crate::binder::Plan;
use pwsh_value::{PsString, Type, Value};
use std::sync::{Arc, OnceLock};

/// The metadata of a command.
#[derive(Debug)]
pub struct CommandMeta {
    /// The command's name.
    pub name: PsString,
    /// The parameters in declared order, without the common ones.
    pub parameters: Vec<ParameterMeta>,
    /// The parameter set used where the arguments do not decide.
    pub default_set: Option<PsString>,
    /// Whether it is a cmdlet or an advanced function: common parameters, no further arguments.
    pub cmdlet_binding: bool,
    /// Whether it takes -WhatIf and -Confirm.
    pub should_process: bool,
    /// `ConfirmImpact`.
    pub confirm_impact: ConfirmImpact,
    /// Whether parameters without a position take one in declared order.
    pub positional_binding: bool,
    /// The names of the types that it puts out.
    pub output_types: Vec<PsString>,
    /// Where its help lies.
    pub help_uri: PsString,
    /// What whoever calls it is warned with: `[Obsolete()]`.
    pub obsolete: Option<PsString>,
    /// What the binder works out of it, on first use.
    pub(crate) plan: OnceLock<Arc<Plan>>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct ParameterMeta {
    /// The name.
    pub name: PsString,
    /// Other names.
    pub aliases: Vec<PsString>,
    /// The type that arguments are converted to.
    pub ty: Type,
    /// The sets that it belongs to, at least one.
    pub sets: Vec<SetMember>,
    /// The attributes that check arguments, in the order in which they are applied.
    pub validations: Vec<Validation>,
    /// Whether it is left out of completion and help.
    pub dont_show: bool,
    /// Whether the command made it for one call, by the arguments given.
    pub dynamic: bool,
    /// What whoever uses it is warned with: `[Obsolete()]`.
    pub obsolete: Option<PsString>,
}

/// A parameter's part in a parameter set.
#[derive(Clone, Debug)]
pub struct SetMember {
    /// The set; `None`: all sets.
    pub set: Option<PsString>,
    /// The position, from 0.
    pub position: Option<i32>,
    /// Whether it must be given.
    pub mandatory: bool,
    /// Whether it takes the pipeline's objects.
    pub from_pipeline: bool,
    /// Whether it takes the property of its name from the pipeline's objects.
    pub from_pipeline_by_name: bool,
    /// Whether it takes all further arguments.
    pub from_remaining: bool,
    /// The text that a prompt for it offers.
    pub help: Option<PsString>,
}

impl SetMember {
    /// A part in all sets with nothing said.
    pub const ALL: SetMember = SetMember {
        set: None,
        position: None,
        mandatory: false,
        from_pipeline: false,
        from_pipeline_by_name: false,
        from_remaining: false,
        help: None,
    };
}

/// An attribute that checks (or, for `Transform`, changes) an argument.
#[derive(Clone, Debug)]
pub enum Validation {
    /// `[AllowNull()]`
    AllowNull,
    /// `[AllowEmptyString()]`
    AllowEmptyString,
    /// `[AllowEmptyCollection()]`
    AllowEmptyCollection,
    /// `[ValidateNotNull()]`
    NotNull,
    /// `[ValidateNotNullOrEmpty()]`
    NotNullOrEmpty,
    /// `[ValidateNotNullOrWhiteSpace()]`
    NotNullOrWhiteSpace,
    /// `[ValidateSet('a', 'b')]`
    Set {
        /// The values.
        values: Vec<PsString>,
        /// Whether case does not count.
        ignore_case: bool,
        /// `ErrorMessage`.
        message: Option<PsString>,
    },
    /// `[ValidateRange(1, 10)]`
    Range {
        /// The least value.
        min: Value,
        /// The greatest value.
        max: Value,
    },
    /// `[ValidateRange('Positive')]`, by the name of the kind.
    RangeKind(PsString),
    /// `[ValidateLength(1, 10)]`
    Length {
        /// The least length.
        min: i32,
        /// The greatest length.
        max: i32,
    },
    /// `[ValidateCount(1, 10)]`
    Count {
        /// The least count.
        min: i32,
        /// The greatest count.
        max: i32,
    },
    /// `[ValidatePattern('x')]`
    Pattern {
        /// The regular expression.
        pattern: PsString,
        /// Whether case counts.
        case_sensitive: bool,
        /// `ErrorMessage`.
        message: Option<PsString>,
    },
    /// `[ValidateScript({ })]`
    Script {
        /// The block.
        block: Value,
        /// `ErrorMessage`.
        message: Option<PsString>,
    },
    /// The parameter leaves values for which this holds to others, without a word.
    Leaves(fn(&Value) -> bool),
    /// `[PSTypeName('Acme.Widget')]`
    TypeName(PsString),
    /// An attribute that is a class of the script's own (`ValidateArgumentsAttribute`,
    /// `ArgumentTransformationAttribute`): the instance, whose method is called.
    Custom(Value),
}

/// `ConfirmImpact`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum ConfirmImpact {
    /// Never asks.
    None,
    /// Asks where $ConfirmPreference is Low.
    Low,
    /// Asks where it is Medium or Low.
    #[default]
    Medium,
    /// Asks as a rule.
    High,
}

impl CommandMeta {
    /// The parameter of exactly that name or alias.
    pub fn parameter(&self, name: &PsString) -> Option<usize> {
        self.parameters
            .iter()
            .position(|p| p.name.eq_ignore_case(name) || p.aliases.iter().any(|a| a.eq_ignore_case(name)))
    }

    /// The names of the parameter sets, in the order in which they are first named; empty if there is only one.
    pub fn set_names(&self) -> Vec<PsString> {
        let mut names: Vec<PsString> = Vec::new();
        for name in self.parameters.iter().flat_map(|p| p.sets.iter().filter_map(|s| s.set.as_ref())) {
            if !names.iter().any(|n| n.eq_ignore_case(name)) {
                names.push(name.clone());
            }
        }
        names
    }
}
