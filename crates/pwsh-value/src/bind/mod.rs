//! The choice of an overload and the call of a member, as PowerShell binds them (`Adapter.FindBestMethod`).
//!
//! [`choose`] ranks the candidates by how well each argument converts ([`Rank`](crate::convert::Rank)) and gives the best with
//! its arguments converted; [`call`] and [`construct`] run it and wrap what it throws. A script's own classes
//! take part by implementing [`Overload`].

mod arguments;
mod best;
mod candidate;
mod error;
mod infer;

pub(crate) use error::wrap_as;
pub use error::{no_overload, wrap};

use crate::context::Context;
use crate::error::Result;
use crate::string::PsString;
use crate::ty::{Call, Callable, Passing, Type, known};
use crate::value::Value;
use std::borrow::Cow;

/// What the choice has to know of a method: a .NET member ([`Callable`]) or one of a script's class.
pub trait Overload {
    /// The parameter types; a generic method's own type parameters are `System.Object` here.
    fn parameters(&self) -> &[Type];
    /// How parameter `index` is passed.
    fn passing(&self, index: usize) -> Passing;
    /// The default of parameter `index`, if it may be left out.
    fn default(&self, index: usize) -> Option<&Value>;
    /// The name of parameter `index`, by which an error calls it.
    fn parameter_name(&self, index: usize) -> PsString;
    /// The text that `OverloadDefinitions` shows.
    fn definition(&self) -> PsString;
    /// The number of type parameters of a generic method.
    fn generic_arity(&self) -> usize {
        0
    }
    /// The parameter types of the generic method closed over `type_args`.
    fn close(&self, type_args: &[Type]) -> Vec<Type> {
        let _ = type_args;
        self.parameters().to_vec()
    }
    /// The type arguments that these arguments (`None`: null) suggest for a generic method.
    fn infer(&self, arguments: &[Option<Type>]) -> Option<Vec<Type>> {
        let _ = arguments;
        None
    }
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

impl<'a> Arguments<'a> {
    /// Arguments without casts and type arguments.
    pub fn plain(values: &'a [Value]) -> Arguments<'a> {
        Arguments { values, casts: &[], type_args: &[] }
    }
}

/// An overload and the arguments that it takes, converted.
pub struct Chosen<'a> {
    /// The overload's position among the candidates.
    pub index: usize,
    /// One value for each parameter.
    pub args: Cow<'a, [Value]>,
    /// The type arguments of a generic method.
    pub type_args: Vec<Type>,
}

/// What is called, for the words of an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A method.
    Method,
    /// A constructor: errors call it `new` while it is chosen and `.ctor` afterwards.
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
    fn parameter_name(&self, index: usize) -> PsString {
        self.signature.parameters[index].name.into()
    }
    fn definition(&self) -> PsString {
        self.signature.text.into()
    }
    fn generic_arity(&self) -> usize {
        self.signature.generic.len()
    }
    fn close(&self, type_args: &[Type]) -> Vec<Type> {
        let facade = self.declaring.facade();
        let parameter = |name: &str| {
            if let Some(at) = self.signature.generic.iter().position(|generic| *generic == name) {
                return type_args.get(at).cloned();
            }
            let at = facade?.generic.iter().position(|generic| *generic == name)?;
            self.declaring.arguments().get(at).cloned()
        };
        self.signature.parameters.iter().map(|p| p.ty.close(&parameter)).collect()
    }
    fn infer(&self, arguments: &[Option<Type>]) -> Option<Vec<Type>> {
        infer::infer(&self.signature, arguments)
    }
}

/// Chooses the overload of `name` that PowerShell would call, and converts the arguments for it.
///
/// # Errors
/// `MethodException` where none fits, two fit equally well, or an argument does not convert.
pub fn choose<'a, O: Overload>(
    cx: &mut dyn Context,
    role: Role,
    name: &str,
    candidates: &[O],
    arguments: Arguments<'a>,
) -> Result<Chosen<'a>> {
    if let Some(index) = candidate::exact(candidates, arguments) {
        return Ok(Chosen { index, args: Cow::Borrowed(arguments.values), type_args: Vec::new() });
    }
    let best = candidate::best(role, name, candidates, arguments)?;
    let shown = if role == Role::Constructor { ".ctor" } else { name };
    let args = arguments::convert(cx, shown, &candidates[best.index], &best, arguments.values)?;
    Ok(Chosen { index: best.index, args: Cow::Owned(args), type_args: best.type_args })
}

/// Calls a method of a .NET type: choice, conversion, the call, and the wrapping of what it throws in a
/// `MethodInvocationException`. A method that returns `void` gives AutomationNull.
pub fn call(
    cx: &mut dyn Context,
    ty: &Type,
    this: &Value,
    overloads: &[Callable],
    arguments: Arguments<'_>,
) -> Result<Value> {
    let name = overloads.first().map_or("", |overload| overload.signature.name);
    let chosen = choose(cx, Role::Method, name, overloads, arguments)?;
    let callable = &overloads[chosen.index];
    let result = (callable.run)(&mut Call { cx, ty, this, args: &chosen.args, type_args: &chosen.type_args })
        .map_err(|error| wrap(error, name, arguments.values.len()))?;
    Ok(if callable.result == known().void { Value::Void } else { result })
}

/// Makes an object of a .NET type by its constructors (`[type]::new(...)`, `New-Object`). A struct needs none.
pub fn construct(cx: &mut dyn Context, ty: &Type, arguments: Arguments<'_>) -> Result<Value> {
    let constructors = &ty.members().constructors;
    if arguments.values.is_empty()
        && ty.is_value_type()
        && !constructors.iter().any(|c| c.parameters.is_empty())
        && let Some(default) = ty.hook(|h| h.default)
    {
        return Ok(default());
    }
    let chosen = choose(cx, Role::Constructor, "new", constructors, arguments)?;
    let callable = &constructors[chosen.index];
    (callable.run)(&mut Call { cx, ty, this: &Value::Null, args: &chosen.args, type_args: &[] })
        .map_err(|error| wrap(error, ".ctor", arguments.values.len()))
}
