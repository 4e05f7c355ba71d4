//! Calling a method.

use super::error;
use super::find::{self, Found};
use super::info::{MemberInfo, View, ViewKind};
use super::properties::PropertyView;
use crate::Runspace;
use crate::class;
use pwsh_value::bind::{self, Arguments};
use pwsh_value::payload::PropertyBag;
use pwsh_value::ty::{Call, known};
use pwsh_value::{PsString, Result, Type, Value};

impl Runspace {
    /// `$target.name(arguments)`; `casts`: the types that the source casts arguments to, by position, maybe
    /// fewer; `type_args`: those of a generic method. A method that returns nothing gives AutomationNull.
    ///
    /// # Errors
    /// InvokeMethodOnNull, MethodNotFound, those of the choice of an overload, and what the method throws; what the
    /// language mode refuses.
    pub fn invoke_member(
        &mut self,
        target: &Value,
        name: &PsString,
        values: &[Value],
        casts: &[Option<Type>],
        type_args: &[Type],
    ) -> Result<Value> {
        self.check_method_call(target.ty())?;
        self.call_member(target, name, Arguments { values, casts, type_args })
    }

    /// The same for the engine's own calls, whatever the language mode.
    pub(crate) fn call_member(
        &mut self,
        target: &Value,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        if target.is_null() {
            return Err(error::on_null());
        }
        if let Some(view) = target.as_object().and_then(|obj| obj.get::<View>())
            && view.kind != ViewKind::Object
        {
            return self.invoke_in_view(target, view.payload(), name, arguments);
        }
        if let Some((declared, found)) = self.find_method(target, name) {
            return self.invoke_found(target, &declared, found, arguments);
        }
        if let Some(result) = self.invoke_intrinsic(target, name, arguments)? {
            return Ok(result);
        }
        match self.enumerable(target)? {
            Some(items) if !items.is_empty() => self.invoke_on_items(&items, name, arguments),
            _ => Err(self.no_method(target, name)),
        }
    }

    /// `([ty]$target).name(arguments)` in a class: the method as `ty`, a base of the instance's class, has it.
    pub fn invoke_base_member(
        &mut self,
        target: &Value,
        ty: &Type,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        match find::declared_member(ty, name) {
            Some((declared, found)) => self.invoke_found(target, &declared, found, arguments),
            None => Err(error::no_method(ty, name)),
        }
    }

    /// A method that a view shows.
    fn invoke_in_view(
        &mut self,
        target: &Value,
        view: &View,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        if view.kind == ViewKind::Extended {
            let all = self.all_members(&view.target, PropertyView::Extended);
            return match all.into_iter().find(|member| member.name.eq_ignore_case(name)) {
                Some(member) => self.invoke_found(&view.target, &member.name, member.found, arguments),
                None => Err(self.no_method(target, name)),
            };
        }
        // A PSCustomObject has no .NET object beneath but the PSObject itself.
        let is_custom = view.target.as_object().is_some_and(|obj| obj.get::<PropertyBag>().is_some());
        self.invoke_declared(if is_custom { target } else { &view.target }, name, arguments)
    }

    /// The method of a script's class or .NET type, whatever script attached to the object.
    fn invoke_declared(
        &mut self,
        target: &Value,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        let found = target.ty().and_then(|ty| find::declared_member(ty, name));
        match found {
            Some((declared, found)) => self.invoke_found(target, &declared, found, arguments),
            None => Err(self.no_method(target, name)),
        }
    }

    fn no_method(&self, target: &Value, name: &PsString) -> pwsh_value::Error {
        error::no_method(target.ty().unwrap_or(&known().object), name)
    }

    /// The member of that name that can be called: properties of the same name do not count.
    pub(super) fn find_method(&mut self, target: &Value, name: &PsString) -> Option<(PsString, Found)> {
        let (declared, found) = self.find_member(target, name)?;
        if !find::is_property(&found) {
            return Some((declared, found));
        }
        let ty = target.ty()?;
        let (declared, found) = find::declared_method(ty, name)?;
        Some((declared, found))
    }

    fn invoke_on_items(
        &mut self,
        items: &[Value],
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        pwsh_value::stack::check()?;
        let mut results = Vec::new();
        for item in items {
            self.check_method_call(item.ty())?;
            match self.call_member(item, name, arguments)? {
                Value::Void => {}
                value => results.push(value),
            }
        }
        Ok(match results.len() {
            0 => Value::Void,
            1 => results.remove(0),
            _ => Value::Object(pwsh_value::Obj::array(results)),
        })
    }

    /// Calls a member that was found.
    pub(crate) fn invoke_found(
        &mut self,
        target: &Value,
        name: &PsString,
        found: Found,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        match found {
            Found::ScriptMethod(block) => self.invoke_script_method(target, name, &block, arguments),
            Found::CodeMethod(code) => (code.run)(self, target, arguments.values),
            Found::ClassMethods(ty) => class::invoke(self, target, &ty, name, arguments),
            Found::Methods(ty) => {
                let overloads = ty.members().methods(&name.to_str(), false);
                bind::call(self, &ty, target.unwrapped(), overloads, arguments)
            }
            Found::Indexed(ty) => self.read_indexed(target, &ty, name, arguments),
            _ => Err(self.no_method(target, name)),
        }
    }

    /// A property with parameters, read.
    pub(super) fn read_indexed(
        &mut self,
        target: &Value,
        ty: &Type,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        let indexers = ty.members().indexers(&name.to_str(), false);
        let getters: Vec<Getter<'_>> = indexers.iter().map(|indexer| Getter(&indexer.get)).collect();
        let chosen = bind::choose(self, bind::Role::Indexer, &name.to_str(), &getters, arguments)?;
        let run = getters[chosen.index].0.run;
        let mut call = Call { cx: self, ty, this: target.unwrapped(), args: &chosen.args, type_args: &[] };
        run(&mut call).map_err(|cause| bind::wrap(cause, &name.to_str(), arguments.values.len()))
    }

    fn invoke_script_method(
        &mut self,
        target: &Value,
        name: &PsString,
        block: &Value,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        let count = arguments.values.len();
        let result = self.call_with_this(block, target, arguments.values.to_vec());
        result.map_err(|cause| {
            let Some(thrown) = cause.thrown() else { return cause };
            // Each level of a recursion without end would quote all those below it.
            if thrown.exception.ty().name().is("System.Management.Automation.ScriptCallDepthException") {
                return cause;
            }
            let message =
                format!("Exception calling \"{name}\" with \"{count}\" argument(s): \"{}\"", cause.message());
            let inner = Some(thrown.exception.clone());
            let ty = pwsh_value::ty::named("System.Management.Automation.MethodInvocationException");
            pwsh_value::Error::throw(pwsh_value::payload::Exception::object(ty, message.into(), inner))
                .id("ScriptMethodRuntimeException")
        })
    }

    /// Calls a method that script holds as an object (`$m = $x.Method; $m.Invoke(...)`).
    pub fn invoke_info(&mut self, info: &MemberInfo, values: &[Value]) -> Result<Value> {
        let (owner, name) = (info.owner().clone(), info.name().clone());
        let arguments = Arguments::plain(values);
        match (info.found(), owner.as_object().and_then(|obj| obj.get::<StaticOwner>())) {
            (_, Some(owner)) => {
                let ty = owner.payload().0.clone();
                self.invoke_static(&ty, &name, values, &[], &[])
            }
            (found, None) => self.invoke_found(&owner, &name, found, arguments),
        }
    }
}

/// Stands in place of the object for the methods of a type.
pub(super) struct StaticOwner(pub(super) Type);

impl pwsh_value::Payload for StaticOwner {}

/// A getter with parameters, as a candidate of a call.
struct Getter<'a>(&'a pwsh_value::ty::Callable);

impl bind::Overload for Getter<'_> {
    fn parameters(&self) -> &[Type] {
        &self.0.parameters
    }
    fn parameter_name(&self, index: usize) -> PsString {
        bind::Overload::parameter_name(self.0, index)
    }
    fn passing(&self, index: usize) -> pwsh_value::ty::Passing {
        bind::Overload::passing(self.0, index)
    }
    fn default(&self, index: usize) -> Option<&Value> {
        self.0.default(index)
    }
    fn definition(&self) -> PsString {
        self.0.signature.text.into()
    }
}
