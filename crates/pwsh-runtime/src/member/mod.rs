//! Interim members.
use crate::runspace::Runspace;
use pwsh_value::bind::{self, Arguments};
use pwsh_value::payload::{Array, Dictionary, List, PropertyBag};
use pwsh_value::{Error, PsString, Result, Type, Value, convert};

impl Runspace {
    /// Get.
    pub fn get_member(&mut self, target: &Value, name: &PsString) -> Result<Value> {
        if let Some(obj) = target.as_object() {
            if let Some(v) = obj.get::<PropertyBag>().and_then(|b| b.get(name)) {
                return Ok(v);
            }
            if let Some(v) = obj.get::<Dictionary>().and_then(|b| b.get_str(name)) {
                return Ok(v);
            }
        }
        let Some(ty) = target.ty().cloned() else { return Ok(Value::Null) };
        if let Some(p) = ty.members().property(&name.to_str(), false) {
            return (p.get.run)(&mut pwsh_value::ty::Call {
                cx: self,
                ty: &ty,
                this: target,
                args: &[],
                type_args: &[],
            });
        }
        if name.is("Count") || name.is("Length") {
            return Ok(Value::Int32(self.enumerable(target)?.map_or(1, |v| v.len()) as i32));
        }
        Ok(Value::Null)
    }
    /// Set.
    pub fn set_member(&mut self, target: &Value, name: &PsString, value: Value) -> Result<()> {
        if let Some(obj) = target.as_object() {
            if let Some(bag) = obj.get::<PropertyBag>() {
                bag.set(name.clone(), value);
                return Ok(());
            }
            if let Some(d) = obj.get::<Dictionary>() {
                d.set_str(name.clone(), value);
            }
        }
        Ok(())
    }
    /// Static.
    pub fn get_static(&mut self, ty: &Type, name: &PsString) -> Result<Value> {
        if let Some((_, values)) = ty.enum_values()
            && let Some((_, n)) = values.iter().find(|(n, _)| n.eq_ignore_case(name))
        {
            return Ok(Value::enumeration(ty, *n));
        }
        match ty.members().property(&name.to_str(), true) {
            Some(p) => (p.get.run)(&mut pwsh_value::ty::Call {
                cx: self,
                ty,
                this: &Value::Null,
                args: &[],
                type_args: &[],
            }),
            None => Ok(Value::Null),
        }
    }
    /// Static set.
    pub fn set_static(&mut self, _: &Type, _: &PsString, _: Value) -> Result<()> {
        Ok(())
    }
    /// Invoke.
    pub fn invoke_member(
        &mut self,
        target: &Value,
        name: &PsString,
        args: &[Value],
        casts: &[Option<Type>],
        generic: &[Type],
    ) -> Result<Value> {
        let Some(ty) = target.ty().cloned() else {
            return Err(Error::runtime(
                "InvokeMethodOnNull",
                "You cannot call a method on a null-valued expression.",
            ));
        };
        let methods = ty.members().methods(&name.to_str(), false);
        if methods.is_empty() {
            return Err(Error::runtime(
                "MethodNotFound",
                format!(
                    "Method invocation failed because [{}] does not contain a method named '{name}'.",
                    ty.name()
                ),
            ));
        }
        bind::call(self, &ty, target, methods, Arguments { values: args, casts, type_args: generic })
    }
    /// Static invoke.
    pub fn invoke_static(
        &mut self,
        ty: &Type,
        name: &PsString,
        args: &[Value],
        casts: &[Option<Type>],
        generic: &[Type],
    ) -> Result<Value> {
        let arguments = Arguments { values: args, casts, type_args: generic };
        if name.is("new") {
            return bind::construct(self, ty, arguments);
        }
        bind::call(self, ty, &Value::Null, ty.members().methods(&name.to_str(), true), arguments)
    }
    /// Index.
    pub fn index_get(&mut self, target: &Value, index: &Value) -> Result<Value> {
        let Some(obj) = target.as_object() else { return Ok(Value::Null) };
        if let Some(d) = obj.get::<Dictionary>() {
            return Ok(d.get(self, index)?.unwrap_or_default());
        }
        let at = convert::to_int(self, index)?;
        let len =
            obj.get::<Array>().map(|a| a.len()).or_else(|| obj.get::<List>().map(|l| l.len())).unwrap_or(0)
                as i32;
        let at = if at < 0 { at + len } else { at };
        if at < 0 {
            return Ok(Value::Null);
        }
        Ok(obj
            .get::<Array>()
            .and_then(|a| a.get(at as usize))
            .or_else(|| obj.get::<List>().and_then(|l| l.get(at as usize)))
            .unwrap_or_default())
    }
    /// Index set.
    pub fn index_set(&mut self, target: &Value, index: &Value, value: Value) -> Result<()> {
        let Some(obj) = target.as_object() else { return Ok(()) };
        if let Some(d) = obj.get::<Dictionary>() {
            d.set(self, index.clone(), value)?;
            return Ok(());
        }
        let at = convert::to_int(self, index)? as usize;
        if let Some(a) = obj.get::<Array>() {
            a.set(at, value);
        }
        Ok(())
    }
    /// Types.
    pub fn resolve_type(&mut self, ty: &crate::code::TypeRef) -> Result<Type> {
        if let Some(t) = ty.resolved.get() {
            return Ok(t.clone());
        }
        let name = ty.name.name();
        let found = self.type_by_name(&name);
        found
            .inspect(|t| {
                let _ = ty.resolved.set(t.clone());
            })
            .ok_or_else(|| Error::runtime("TypeNotFound", format!("Unable to find type [{name}].")))
    }
    /// By name.
    pub fn type_by_name(&mut self, name: &str) -> Option<Type> {
        pwsh_value::ty::parse_name(name, &mut |n| {
            pwsh_value::ty::accelerator(n)
                .or_else(|| pwsh_value::ty::lookup(n))
                .or_else(|| pwsh_value::ty::lookup(&format!("System.{n}")))
        })
    }
    /// Define.
    pub fn define_type(&mut self, _: &crate::code::TypeNode) -> Result<()> {
        Ok(())
    }
    /// Base.
    pub fn call_base_constructor(&mut self, _: Vec<Value>) -> Result<Value> {
        Ok(Value::Void)
    }
}
