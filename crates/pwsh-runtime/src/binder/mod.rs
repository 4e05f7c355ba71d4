//! The parameter binder: from the arguments of a call to the values of a command's parameters.
//!
//! PowerShell's order, which scripts depend on: named arguments, positional ones (the default parameter set first,
//! without conversion before with it), `$PSDefaultParameterValues`, the rest to a parameter that takes what remains,
//! then the parameter set is settled and mandatory parameters are asked for. For each object of the pipeline
//! [`Binding::item`] then binds what takes it, by value before by property name.
//!
//! A plan is what a command's metadata says once aliases, common parameters and set bits are worked out;
//! [`Binding`] is the state of one call. One file for each step.

mod arguments;
mod attribute;
mod binding;
mod check;
mod coerce;
mod defaults;
mod failure;
mod function_meta;
mod mandatory;
mod named;
mod pipeline;
mod place;
mod plan;
mod positional;
mod preferences;
mod prompt;
mod remaining;
mod sets;
mod value;

pub use arguments::{Given, parameter_text};
pub use binding::Binding;
pub(crate) use binding::DynamicParameters;
pub use check::check;
pub(crate) use named::switch;
pub(crate) use place::place_of;
pub(crate) use plan::Plan;
pub(crate) use preferences::parameters as common_parameters;
pub(crate) use value::default_value;
