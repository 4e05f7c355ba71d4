//! The choice of an overload and the call of a member, as PowerShell binds them (`Adapter.FindBestMethod`).

use crate::context::Context;
use crate::error::Result;
use crate::string::PsString;
use crate::ty::{Callable, Passing, Type};
use crate::value::Value;

/// What the choice has to know of a method; a .NET member ([`Callable`]) or one of a script's class.
pub trait Overload {
    /// The parameter types.
    fn parameters(&self) -> &[Type];
    /// How parameter `index` is passed.
    fn passing(&self, index: usize) -> Passing;
    /// The default of parameter `index`, if it may be left out.
    fn default(&self, index: usize) -> Option<&Value>;
    /// The number of type parameters of a generic method.
    fn generic_arity(&self) -> usize {
        0
    }
    /// The overload closed over type arguments: its parameter types.
    fn close(&self, type_args: &[Type]) -> Vec<Type> {
        let _ = type_args;
        self.parameters().to_vec()
    }
    /// The text that `OverloadDefinitions` shows.
    fn definition(&self) -> PsString;
}

/// The arguments of a call and what the script said of them.
#[derive(Clone, Copy)]
pub struct Arguments<'a> {
    /// The values.
    pub values: &'a [Value],
    /// The type that an argument was cast to in source (`[object]$x`), by position; may be shorter than `values`.
    pub casts: &'a [Option<Type>],
    /// Explicit type arguments of a generic method.
    pub type_args: &'a [Type],
}

/// An overload and the arguments that it takes, converted.
pub struct Chosen {
    /// The overload's position among the candidates.
    pub index: usize,
    /// One value for each parameter.
    pub args: Vec<Value>,
    /// The type arguments of a generic method.
    pub type_args: Vec<Type>,
}

/// What is called, for the words of an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A method.
    Method,
    /// A constructor.
    Constructor,
    /// A getter with parameters.
    Indexer,
}

impl Overload for Callable {
    fn parameters(&self) -> &[Type] {
        &self.parameters
    }
    fn passing(&self, index: usize) -> Passing {
        self.signature.parameters[index].passing
    }
    fn default(&self, index: usize) -> Option<&Value> {
        Callable::default(self, index)
    }
    fn definition(&self) -> PsString {
        self.signature.text.into()
    }
}

impl<'a> Arguments<'a> {
    /// Arguments without casts and type arguments.
    pub fn plain(values: &'a [Value]) -> Arguments<'a> {
        Arguments { values, casts: &[], type_args: &[] }
    }
}

/// Chooses the overload of `name` that PowerShell would call, and converts the arguments for it.
pub fn choose<O: Overload>(
    cx: &mut dyn Context,
    role: Role,
    name: &str,
    candidates: &[O],
    arguments: Arguments<'_>,
) -> Result<Chosen> {
    let _ = (cx, role, name, candidates, arguments);
    todo!()
}

/// Calls a method of a .NET type: choice, conversion, the call, `[ref]` results, and the wrapping of what it
/// throws in a `MethodInvocationException`.
pub fn call(
    cx: &mut dyn Context,
    ty: &Type,
    this: &Value,
    overloads: &[Callable],
    arguments: Arguments<'_>,
) -> Result<Value> {
    let _ = (cx, ty, this, overloads, arguments);
    todo!()
}

/// Makes an object of a .NET type by its constructors (`[type]::new(...)`, `New-Object`).
pub fn construct(cx: &mut dyn Context, ty: &Type, arguments: Arguments<'_>) -> Result<Value> {
    let _ = (cx, ty, arguments);
    todo!()
}

/// The error that PowerShell makes of one that a member threw: `Exception calling "NAME" with "N" argument(s)`.
pub fn wrap(error: crate::Error, name: &str, count: usize) -> crate::Error {
    let _ = (name, count);
    error
}
