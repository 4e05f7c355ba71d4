//! A variable as a thing of its own: with types and attributes, options, and more than one holder.

use parking_lot::{Mutex, RwLock};
use pwsh_value::{Name, PsString, Type, Value};

/// A variable that is more than a value in a slot. A store by script goes through
/// [`Runspace::store`](crate::Runspace::store), which applies the constraints.
pub struct VariableCell {
    /// The name.
    pub name: Name,
    value: Mutex<Value>,
    details: RwLock<Details>,
}

struct Details {
    constraints: Vec<Constraint>,
    options: VariableOptions,
    description: PsString,
}

/// What a value must be to be stored.
#[derive(Clone, Debug)]
pub enum Constraint {
    /// Values are converted to this type.
    Type(Type),
    /// Values must pass this attribute.
    Validate(crate::command::Validation),
}

/// `ScopedItemOptions`.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct VariableOptions {
    /// Cannot be changed without force.
    pub read_only: bool,
    /// Cannot be changed nor removed.
    pub constant: bool,
    /// Not seen in inner scopes.
    pub private: bool,
    /// Seen, and not shadowed, in all inner scopes.
    pub all_scope: bool,
}

impl VariableCell {
    /// A variable with a value and nothing else.
    pub fn new(name: Name, value: Value) -> VariableCell {
        let details = Details {
            constraints: Vec::new(),
            options: VariableOptions::default(),
            description: PsString::empty(),
        };
        VariableCell { name, value: Mutex::new(value), details: RwLock::new(details) }
    }

    /// A variable that cannot be changed in the given ways.
    pub fn with_options(name: Name, value: Value, options: VariableOptions) -> VariableCell {
        let cell = VariableCell::new(name, value);
        cell.set_options(options);
        cell
    }

    /// The value.
    pub fn value(&self) -> Value {
        self.value.lock().clone()
    }

    /// Stores a value as it is, past constraints and options.
    pub fn replace(&self, value: Value) {
        let old = std::mem::replace(&mut *self.value.lock(), value);
        drop(old);
    }

    /// The options.
    pub fn options(&self) -> VariableOptions {
        self.details.read().options
    }

    /// Replaces the options.
    pub fn set_options(&self, options: VariableOptions) {
        self.details.write().options = options;
    }

    /// The types and attributes, in the order in which they are applied.
    pub fn constraints(&self) -> Vec<Constraint> {
        self.details.read().constraints.clone()
    }

    /// Whether there are types or attributes.
    pub fn is_constrained(&self) -> bool {
        !self.details.read().constraints.is_empty()
    }

    /// Replaces the types and attributes.
    pub fn set_constraints(&self, constraints: Vec<Constraint>) {
        self.details.write().constraints = constraints;
    }

    /// The description.
    pub fn description(&self) -> PsString {
        self.details.read().description.clone()
    }

    /// Replaces the description.
    pub fn set_description(&self, text: PsString) {
        self.details.write().description = text;
    }
}

impl pwsh_value::payload::Variable for VariableCell {
    fn get(&self) -> Value {
        self.value()
    }

    fn set(&self, value: Value) {
        self.replace(value);
    }
}
