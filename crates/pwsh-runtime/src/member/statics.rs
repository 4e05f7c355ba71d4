//! Members of types: `[type]::Name`.

use super::error;
use super::find::Found;
use super::info::MemberInfo;
use super::invoke::StaticOwner;
use crate::Runspace;
use crate::class;
use pwsh_value::bind::Arguments;
use pwsh_value::payload::{Array, Elements};
use pwsh_value::ty::{Call, known};
use pwsh_value::{Error, Obj, PsString, Result, Type, Value, bind, convert, memory};

impl Runspace {
    /// `[ty]::name`. What is missing is null, an error in strict mode.
    pub fn get_static(&mut self, ty: &Type, name: &PsString) -> Result<Value> {
        if let Some((_, values)) = ty.enum_values()
            && let Some((_, number)) = values.iter().find(|(value, _)| value.eq_ignore_case(name))
        {
            return Ok(Value::enumeration(ty, *number));
        }
        for level in ty.hierarchy() {
            if let Some(class) = class::of(level)
                && let Some(at) = class.static_field(name)
            {
                class.initialize_statics(self)?;
                return Ok(class.read_static(at));
            }
        }
        let text = name.to_str();
        if let Some(property) = ty.members().property(&text, true) {
            let run = property.get.run;
            return run(&mut Call { cx: self, ty, this: &Value::Null, args: &[], type_args: &[] })
                .map_err(|cause| bind::wrap(cause, &format!("get_{text}"), 0));
        }
        if self.has_static_method(ty, name) {
            let owner = Value::Object(Obj::new(known().object.clone(), StaticOwner(ty.clone())));
            let declared =
                ty.members().methods(&text, true).first().map_or(name.clone(), |m| m.signature.name.into());
            return Ok(MemberInfo::object(owner, declared, Found::Methods(ty.clone())));
        }
        if self.is_strict(2) {
            return Err(error::no_property_strict(name));
        }
        Ok(Value::Null)
    }

    fn has_static_method(&self, ty: &Type, name: &PsString) -> bool {
        name.is("new")
            || !ty.members().methods(&name.to_str(), true).is_empty()
            || ty.hierarchy().filter_map(class::of).any(|class| class.has_static_method(name))
    }

    /// `[ty]::name = value`.
    pub fn set_static(&mut self, ty: &Type, name: &PsString, value: Value) -> Result<()> {
        for level in ty.hierarchy() {
            if let Some(class) = class::of(level)
                && let Some(at) = class.static_field(name)
            {
                class.initialize_statics(self)?;
                return class.store_static(self, at, value).map_err(|cause| error::set_failed(name, cause));
            }
        }
        let Some(property) = ty.members().property(&name.to_str(), true) else {
            let is_value = ty
                .enum_values()
                .is_some_and(|(_, values)| values.iter().any(|(n, _)| n.eq_ignore_case(name)));
            return Err(if is_value { error::read_only(name) } else { error::cannot_set(name) });
        };
        let Some(set) = property.set else { return Err(error::read_only(name)) };
        let result = convert::to(self, &value, &property.get.result).and_then(|value| {
            let args = [value];
            set(&mut Call { cx: self, ty, this: &Value::Null, args: &args, type_args: &[] })
        });
        result.map(drop).map_err(|cause| error::set_failed(name, cause))
    }

    /// `[ty]::name(arguments)`.
    pub fn invoke_static(
        &mut self,
        ty: &Type,
        name: &PsString,
        values: &[Value],
        casts: &[Option<Type>],
        type_args: &[Type],
    ) -> Result<Value> {
        let arguments = Arguments { values, casts, type_args };
        for level in ty.hierarchy() {
            if let Some(class) = class::of(level)
                && class.has_static_method(name)
            {
                return class::invoke_static(self, level, name, arguments);
            }
        }
        let overloads = ty.members().methods(&name.to_str(), true);
        if !overloads.is_empty() {
            return bind::call(self, ty, &Value::Null, overloads, arguments);
        }
        if name.is("new") {
            return self.new_object(ty, arguments);
        }
        Err(error::no_method(ty, name))
    }

    /// `[ty]::new(arguments)`.
    pub fn new_object(&mut self, ty: &Type, arguments: Arguments<'_>) -> Result<Value> {
        if class::of(ty).is_some() {
            return class::construct(self, ty, arguments);
        }
        if let Some(element) = ty.element()
            && arguments.values.len() == ty.rank() as usize
        {
            return self.new_array(ty, element, arguments.values);
        }
        bind::construct(self, ty, arguments)
    }

    /// `[int[]]::new(3)`: an array of these lengths whose elements are the element type's default.
    fn new_array(&mut self, ty: &Type, element: &Type, lengths: &[Value]) -> Result<Value> {
        let mut sizes = Vec::with_capacity(lengths.len());
        for length in lengths {
            let length = convert::to_int(self, length)?;
            let overflow = || {
                bind::wrap(
                    Error::new("System.OverflowException", "Arithmetic operation resulted in an overflow."),
                    ".ctor",
                    lengths.len(),
                )
            };
            sizes.push(usize::try_from(length).map_err(|_| overflow())?);
        }
        let item = self.default_value(element)?;
        let elements = memory::total(&sizes)
            .and_then(|count| Elements::filled(element, item, count))
            .map_err(|error| bind::wrap(error, ".ctor", lengths.len()))?;
        let array = if sizes.len() > 1 { Array::multi(sizes, elements) } else { Array::of(elements) };
        Ok(Value::Object(Obj::new(ty.clone(), array)))
    }

    /// The value that a place of a type has before it is set (`default(T)`).
    pub(crate) fn default_value(&mut self, ty: &Type) -> Result<Value> {
        if !ty.is_value_type() {
            return Ok(Value::Null);
        }
        if let Some(default) = ty.hook(|h| h.default) {
            return Ok(default());
        }
        if ty.is_enum() {
            return Ok(Value::enumeration(ty, 0));
        }
        convert::to(self, &Value::Null, ty).or(Ok(Value::Null))
    }

    /// The text of each overload of a method that script holds as an object.
    pub fn overload_definitions(&mut self, info: &MemberInfo) -> Vec<PsString> {
        let name = info.name().to_str().into_owned();
        if let Some(owner) = info.owner().as_object().and_then(|obj| obj.get::<StaticOwner>()) {
            let ty = owner.payload().0.clone();
            if info.name().is("new") {
                return class::constructor_definitions(&ty);
            }
            if let Some(class) =
                ty.hierarchy().filter_map(class::of).find(|c| c.has_static_method(info.name()))
            {
                return class.definitions(info.name(), true);
            }
            return ty.members().methods(&name, true).iter().map(|m| m.signature.text.into()).collect();
        }
        match info.found() {
            Found::Methods(ty) => {
                ty.members().methods(&name, false).iter().map(|m| m.signature.text.into()).collect()
            }
            Found::ClassMethods(ty) => class::method_definitions(&ty, info.name()),
            Found::Indexed(ty) => {
                ty.members().indexers(&name, false).iter().map(|p| p.get.signature.text.into()).collect()
            }
            Found::CodeMethod(code) => vec![code.definition.into()],
            Found::ScriptMethod(_) => vec![format!("System.Object {name}();").into()],
            _ => Vec::new(),
        }
    }
}
