//! Methods and constructors: the choice of one and its run.

use super::definition::Class;
use crate::Runspace;
use crate::code::{Block, Expr, Mode};
use crate::pipeline::Out;
use crate::runspace::{Frame, MethodFrame};
use crate::scope::{ScopeKind, Slot};
use pwsh_value::bind::{self, Arguments, Overload, Role};
use pwsh_value::ty::{Passing, display_name, known};
use pwsh_value::{Error, PsString, Result, Type, Value, convert};
use std::sync::Arc;

/// A method or constructor of a class.
pub struct Method {
    /// The name; a constructor's is that of its class.
    pub name: PsString,
    /// The type of the result; `System.Void` for none.
    pub result: Type,
    /// Whether it belongs to the class and not to an instance.
    pub is_static: bool,
    /// Whether listings leave it out.
    pub hidden: bool,
    pub(super) is_constructor: bool,
    pub(super) parameters: Vec<Type>,
    pub(super) parameter_names: Vec<PsString>,
    pub(super) block: Arc<Block>,
}

/// A method as a candidate of a call.
pub(super) struct Candidate {
    pub(super) class: Arc<Class>,
    pub(super) method: Arc<Method>,
}

impl Overload for Candidate {
    fn parameters(&self) -> &[Type] {
        &self.method.parameters
    }
    fn parameter_name(&self, index: usize) -> PsString {
        self.method.parameter_names[index].clone()
    }
    fn passing(&self, _: usize) -> Passing {
        Passing::Value
    }
    fn default(&self, _: usize) -> Option<&Value> {
        None
    }
    fn definition(&self) -> PsString {
        self.method.definition()
    }
}

impl Method {
    /// `static int Add(int a, System.Object b)`.
    pub fn definition(&self) -> PsString {
        let parameters: Vec<String> = self
            .parameters
            .iter()
            .zip(&self.parameter_names)
            .map(|(ty, name)| format!("{} {name}", display_name(ty)))
            .collect();
        let parameters = parameters.join(", ");
        if self.is_constructor {
            return format!("{} new({parameters})", self.name).into();
        }
        let is_static = if self.is_static { "static " } else { "" };
        format!("{is_static}{} {}({parameters})", display_name(&self.result), self.name).into()
    }

    /// Runs the body with converted arguments; the result is converted to the declared type.
    pub(super) fn run(
        method: &Arc<Method>,
        rs: &mut Runspace,
        class: &Arc<Class>,
        this: Option<&Value>,
        args: Vec<Value>,
    ) -> Result<Value> {
        let body = method.block.body(Mode::OwnScope)?.clone();
        let scope = rs.scopes.push(Some(rs.cur.scope), ScopeKind::Local, body.names.clone());
        for (parameter, value) in body.parameters.list.iter().zip(args) {
            *rs.scopes.place_in(scope, parameter.name) = Slot::Value(value);
        }
        let collector = rs.sinks.collector();
        let mut frame = Frame {
            scope,
            streams: rs.cur.streams.with_output(Out::Discard),
            block: Some(method.block.clone()),
            at: method.block.ast.extent,
            propagate: true,
            name: method.name.clone(),
            call: None,
            this: this.cloned(),
            method: Some(MethodFrame { class: class.clone(), result: collector }),
        };
        let result = rs.in_frame(&mut frame, |rs| {
            for statements in [&body.begin, &body.process, &body.end].into_iter().flatten() {
                rs.run_to_end(statements)?;
            }
            Ok(())
        });
        rs.scopes.pop(scope);
        let mut returned = rs.sinks.finish(collector);
        result?;
        if method.result == known().void {
            return Ok(Value::Void);
        }
        let value = match returned.len() {
            1 => returned.swap_remove(0),
            0 => Value::Null,
            _ => Value::Object(pwsh_value::Obj::array(returned)),
        };
        let value = if value.is_null() { Value::Null } else { value };
        if method.result == known().object {
            return Ok(value);
        }
        convert::to(rs, &value, &method.result).map_err(crate::member::as_statement_error)
    }
}

impl Runspace {
    /// Whether the value is of a script's class that has an instance method of that name.
    pub(crate) fn class_declares(&self, value: &Value, name: &str) -> bool {
        let Value::Object(obj) = value else { return false };
        obj.ty().defined().is_some()
            && super::of(obj.ty()).is_some_and(|class| class.method_name(&name.into()).is_some())
    }

    /// The value that a property of a class begins with.
    pub(super) fn eval_initializer(
        &mut self,
        class: &Arc<Class>,
        value: &Expr,
        this: Option<&Value>,
    ) -> Result<Value> {
        let scope = self.scopes.push(Some(self.cur.scope), ScopeKind::Local, Arc::default());
        let mut frame = Frame {
            scope,
            streams: self.cur.streams.with_output(Out::Discard),
            block: Some(class.block.clone()),
            at: self.cur.at,
            propagate: true,
            name: class.name.clone(),
            call: None,
            this: this.cloned(),
            method: None,
        };
        let value = self.in_frame(&mut frame, |rs| rs.eval(value));
        self.scopes.pop(scope);
        value
    }
}

/// The instance methods of that name, those of derived classes before those of bases; a base's with the same
/// parameters is overridden.
fn candidates(ty: &Type, name: &PsString) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for class in ty.hierarchy().filter_map(super::of) {
        for method in class.methods.iter().filter(|m| !m.is_static && m.name.eq_ignore_case(name)) {
            if !found.iter().any(|other| other.method.parameters == method.parameters) {
                found.push(Candidate { class: class.clone(), method: method.clone() });
            }
        }
    }
    found
}

/// Calls a method of an object's class, `ty` or one that it derives from. Exceptions pass as they are.
///
/// # Errors
/// Those of the choice of an overload, and what the method throws.
pub fn invoke(
    rs: &mut Runspace,
    target: &Value,
    ty: &Type,
    name: &PsString,
    arguments: Arguments<'_>,
) -> Result<Value> {
    let candidates = candidates(ty, name);
    let text = name.to_str();
    let inherited = ty.members().methods(&text, false);
    let count = arguments.values.len();
    if !inherited.is_empty() && !candidates.iter().any(|c| c.method.parameters.len() == count) {
        return bind::call(rs, ty, target, inherited, arguments);
    }
    run_chosen(rs, Role::Method, name, &candidates, Some(target), arguments)
}

/// Calls a static method that the class `ty` declares.
///
/// # Errors
/// As [`invoke`].
pub fn invoke_static(
    rs: &mut Runspace,
    ty: &Type,
    name: &PsString,
    arguments: Arguments<'_>,
) -> Result<Value> {
    let Some(class) = super::of(ty) else {
        return Err(bind::no_overload(&name.to_str(), arguments.values.len()));
    };
    class.initialize_statics(rs)?;
    let named = class.methods.iter().filter(|m| m.is_static && m.name.eq_ignore_case(name));
    let candidates: Vec<Candidate> =
        named.map(|method| Candidate { class: class.clone(), method: method.clone() }).collect();
    run_chosen(rs, Role::Method, name, &candidates, None, arguments)
}

pub(super) fn run_chosen(
    rs: &mut Runspace,
    role: Role,
    name: &PsString,
    candidates: &[Candidate],
    target: Option<&Value>,
    arguments: Arguments<'_>,
) -> Result<Value> {
    let count = arguments.values.len();
    // One method is called whatever the arguments' number says only by .NET's own rules; a script's has no defaults.
    if candidates.iter().all(|c| c.method.parameters.len() != count) {
        let name = if role == Role::Constructor { "new".into() } else { name.to_str() };
        return Err(bind::no_overload(&name, count));
    }
    let chosen = bind::choose(rs, role, &name.to_str(), candidates, arguments)?;
    let Candidate { class, method } = &candidates[chosen.index];
    Method::run(method, rs, class, target, chosen.args.into_owned())
}

/// The texts of the methods of that name, a base's that are not overridden included.
pub fn method_definitions(ty: &Type, name: &PsString) -> Vec<PsString> {
    let mut texts: Vec<PsString> = candidates(ty, name).iter().map(|c| c.method.definition()).collect();
    if texts.is_empty() {
        texts.extend(ty.members().methods(&name.to_str(), false).iter().map(|m| m.signature.text.into()));
    }
    texts
}

/// The texts of the constructors of a class or .NET type.
pub fn constructor_definitions(ty: &Type) -> Vec<PsString> {
    match super::of(ty) {
        Some(class) if class.constructors.is_empty() => vec![format!("{} new()", class.name).into()],
        Some(class) => class.constructors.iter().map(|c| c.definition()).collect(),
        None => {
            let name = display_name(ty).to_str().into_owned();
            ty.members().constructors.iter().map(|c| format!("{name} {}", c.signature.text).into()).collect()
        }
    }
}

/// What a method says that is called where it cannot be.
pub(super) fn no_default_constructor(base: &Type) -> Error {
    let text = format!("Base class '{}' does not contain a parameterless constructor.", base.name());
    Error::new("System.Management.Automation.ParseException", text)
        .id("BaseClassNoDefaultCtor")
        .category(pwsh_value::Category::ParserError)
}
