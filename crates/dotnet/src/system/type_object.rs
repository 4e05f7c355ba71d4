//! `System.Type`: what script asks of a type as a value.

use super::object::type_argument;
use crate::fault;
use crate::reflection::assembly::{assembly_name_of, assembly_of};
use crate::reflection::member;
use crate::system::object;
use pwsh_value::payload::TypeObject;
use pwsh_value::ty::{
    Call, FacadeType, Hooks, Kind, array_of, close_generic, known, method, named, property,
};
use pwsh_value::{Error, Obj, PsString, Result, Type, Value};

/// `System.Type`.
pub static TYPE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Reflection.MemberInfo",
    members: &[
        property("string Namespace {get;}", namespace),
        property("System.Reflection.Assembly Assembly {get;}", assembly),
        property("string AssemblyQualifiedName {get;}", assembly_qualified_name),
        property("string FullName {get;}", full_name),
        property("bool IsInterface {get;}", is_interface),
        property("bool IsNested {get;}", is_nested),
        property("type UnderlyingSystemType {get;}", underlying_system_type),
        property("bool IsArray {get;}", is_array),
        property("bool IsConstructedGenericType {get;}", is_constructed_generic_type),
        property("bool IsGenericType {get;}", is_generic_type),
        property("bool IsGenericTypeDefinition {get;}", is_generic_type_definition),
        property("bool IsSZArray {get;}", is_sz_array),
        property("bool HasElementType {get;}", has_element_type),
        property("type[] GenericTypeArguments {get;}", generic_type_arguments),
        property("bool IsAbstract {get;}", is_abstract),
        property("bool IsSealed {get;}", is_sealed),
        property("bool IsClass {get;}", is_class),
        property("bool IsPublic {get;}", is_public),
        property("bool IsEnum {get;}", is_enum),
        property("bool IsPrimitive {get;}", is_primitive),
        property("bool IsValueType {get;}", is_value_type),
        property("type BaseType {get;}", base_type),
        property("bool ContainsGenericParameters {get;}", contains_generic_parameters),
        property("static type[] EmptyTypes {get;}", empty_types),
        method("static type GetType(string typeName, bool throwOnError, bool ignoreCase)", static_get_type),
        method("static type GetType(string typeName, bool throwOnError)", static_get_type),
        method("static type GetType(string typeName)", static_get_type),
        method("type GetType()", get_type),
        method("type GetElementType()", get_element_type),
        method("int GetArrayRank()", get_array_rank),
        method("type GetGenericTypeDefinition()", get_generic_type_definition),
        method("type[] GetGenericArguments()", get_generic_arguments),
        method("bool IsAssignableTo(type targetType)", is_assignable_to),
        method("System.Reflection.MethodInfo GetMethod(string name)", get_method),
        method("System.Reflection.MethodInfo[] GetMethods()", get_methods),
        method("System.Reflection.PropertyInfo GetProperty(string name)", get_property),
        method("System.Reflection.PropertyInfo GetProperty(string name, type returnType)", get_property),
        method("System.Reflection.PropertyInfo GetProperty(string name, type[] types)", get_property),
        method(
            "System.Reflection.PropertyInfo GetProperty(string name, type returnType, type[] types)",
            get_property,
        ),
        method("System.Reflection.PropertyInfo[] GetProperties()", get_properties),
        method("static System.TypeCode GetTypeCode(type type)", get_type_code),
        method("type GetInterface(string name)", get_interface),
        method("type GetInterface(string name, bool ignoreCase)", get_interface),
        method("type[] GetInterfaces()", get_interfaces),
        method("bool IsInstanceOfType(System.Object o)", is_instance_of_type),
        method("type GetEnumUnderlyingType()", get_enum_underlying_type),
        method("array GetEnumValues()", get_enum_values),
        method("type MakeArrayType()", make_array_type),
        method("type MakeArrayType(int rank)", make_array_type),
        method("type MakeGenericType(Params type[] typeArguments)", make_generic_type),
        method("bool Equals(System.Object o)", object::equals),
        method("bool Equals(type o)", object::equals),
        method("bool IsEnumDefined(System.Object value)", is_enum_defined),
        method("string[] GetEnumNames()", get_enum_names),
        method("bool IsSubclassOf(type c)", is_subclass_of),
        method("bool IsAssignableFrom(type c)", is_assignable_from),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Type")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(of(value).map_or_else(PsString::empty, |ty| text(&ty)))),
    equals: Some(|_, a, b| Ok(of(b).is_some() && of(a) == of(b))),
    hash_code: Some(|_, value| {
        Ok(of(value).map_or(0, |ty| super::string::hash(Some(ty.name()), &super::comparison::Rule::ORDINAL)))
    }),
    ..Hooks::NONE
};

fn of(value: &Value) -> Option<Type> {
    value.cell().and_then(|obj| obj.get::<TypeObject>()).map(|object| object.payload().0.clone())
}

fn this<'a>(call: &Call<'a>) -> &'a Type {
    &call.this::<TypeObject>().payload().0
}

/// .NET's text of a type: arguments in single brackets, without assemblies.
fn text(ty: &Type) -> PsString {
    if let Some(element) = ty.element() {
        let commas = ",".repeat(ty.rank() as usize - 1);
        return format!("{}[{commas}]", text(element)).into();
    }
    let Some(facade) = ty.facade().filter(|facade| !facade.generic.is_empty()) else {
        return ty.name().clone();
    };
    let arguments: Vec<String> = if ty.arguments().is_empty() {
        facade.generic.iter().map(|name| (*name).to_owned()).collect()
    } else {
        ty.arguments().iter().map(|argument| text(argument).to_string()).collect()
    };
    format!("{}[{}]", facade.name, arguments.join(",")).into()
}

fn assembly(call: &mut Call<'_>) -> Result<Value> {
    Ok(assembly_of(this(call)))
}

/// `Name`.
pub fn name(call: &mut Call<'_>) -> Result<Value> {
    let ty = this(call);
    if let Some(element) = ty.element() {
        let commas = ",".repeat(ty.rank() as usize - 1);
        return Ok(format!("{}[{commas}]", element.short_name()).into());
    }
    Ok(ty.short_name().into())
}

fn full_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(qualified(this(call)).into())
}

/// The full name; type arguments carry their assemblies.
fn qualified(ty: &Type) -> String {
    match (ty.facade(), ty.arguments(), ty.element()) {
        (_, _, Some(element)) => format!("{}[{}]", qualified(element), ",".repeat(ty.rank() as usize - 1)),
        (Some(facade), arguments @ [_, ..], None) => {
            let list: Vec<String> =
                arguments.iter().map(|a| format!("[{}, {}]", qualified(a), assembly_name_of(a))).collect();
            format!("{}[{}]", facade.name, list.join(","))
        }
        _ => ty.name().to_string(),
    }
}

fn assembly_qualified_name(call: &mut Call<'_>) -> Result<Value> {
    let ty = this(call);
    Ok(format!("{}, {}", qualified(ty), assembly_name_of(ty)).into())
}

fn namespace(call: &mut Call<'_>) -> Result<Value> {
    let namespace = this(call).namespace();
    Ok(if namespace.is_empty() { Value::Null } else { namespace.into() })
}

fn base_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).base().cloned().map_or(Value::Null, Value::from))
}

fn underlying_system_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

fn is_array(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).element().is_some().into())
}

fn is_sz_array(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).rank() == 1).into())
}

fn has_element_type(call: &mut Call<'_>) -> Result<Value> {
    is_array(call)
}

fn is_enum(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).is_enum().into())
}

fn is_value_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).is_value_type().into())
}

fn is_interface(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).is_interface().into())
}

fn is_class(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).is_value_type() && !this(call).is_interface()).into())
}

fn is_primitive(call: &mut Call<'_>) -> Result<Value> {
    const PRIMITIVE: [&str; 14] = [
        "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64",
        "IntPtr", "UIntPtr", "Single", "Double",
    ];
    let name = this(call).name().to_str();
    Ok(name.strip_prefix("System.").is_some_and(|name| PRIMITIVE.contains(&name)).into())
}

fn is_abstract(call: &mut Call<'_>) -> Result<Value> {
    let kind = this(call).facade().map(|facade| facade.kind);
    Ok(matches!(kind, Some(Kind::AbstractClass | Kind::StaticClass | Kind::Interface)).into())
}

fn is_sealed(call: &mut Call<'_>) -> Result<Value> {
    let ty = this(call);
    let is_static = ty.facade().is_some_and(|facade| matches!(facade.kind, Kind::StaticClass));
    Ok((is_static || ty.is_value_type() || *ty == known().string || ty.element().is_some()).into())
}

fn is_public(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).name().to_str().contains('+')).into())
}

fn is_nested(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).name().to_str().contains('+').into())
}

fn is_generic_type(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).arguments().is_empty() || this(call).is_generic_definition()).into())
}

fn is_generic_type_definition(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).is_generic_definition().into())
}

fn is_constructed_generic_type(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).arguments().is_empty()).into())
}

fn contains_generic_parameters(call: &mut Call<'_>) -> Result<Value> {
    is_generic_type_definition(call)
}

fn types(list: Vec<Type>) -> Value {
    let list = list.into_iter().map(Value::from).collect();
    Obj::typed_array(&named("System.Type"), list).into()
}

fn generic_type_arguments(call: &mut Call<'_>) -> Result<Value> {
    Ok(types(this(call).arguments().to_vec()))
}

fn get_generic_arguments(call: &mut Call<'_>) -> Result<Value> {
    generic_type_arguments(call)
}

fn get_generic_type_definition(call: &mut Call<'_>) -> Result<Value> {
    match this(call).facade().filter(|facade| !facade.generic.is_empty()) {
        Some(facade) => Ok(named(facade.name).into()),
        None => Err(fault::invalid_operation("This operation is only valid on generic types.")),
    }
}

fn get_element_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).element().cloned().map_or(Value::Null, Value::from))
}

fn get_array_rank(call: &mut Call<'_>) -> Result<Value> {
    match this(call).rank() {
        0 => Err(Error::argument("Must be an array type.", "")),
        rank => Ok((rank as i32).into()),
    }
}

fn make_array_type(call: &mut Call<'_>) -> Result<Value> {
    let rank = if call.args.is_empty() { 1 } else { call.int(0) };
    Ok(array_of(this(call), u32::try_from(rank).map_err(|_| fault::outside_array())?).into())
}

fn make_generic_type(call: &mut Call<'_>) -> Result<Value> {
    let definition = this(call);
    let arguments = crate::collections::items::items_of(call.cx, &call.args[0], "typeArguments")?;
    let arguments: Vec<Type> = arguments.iter().filter_map(of).collect();
    if !definition.is_generic_definition() {
        let text = format!(
            "{} is not a GenericTypeDefinition. MakeGenericType may only be called on a type for which Type.IsGenericTypeDefinition is true.",
            definition.name()
        );
        return Err(fault::invalid_operation(text));
    }
    if definition.facade().is_some_and(|facade| facade.generic.len() != arguments.len()) {
        let message = "The number of generic arguments provided doesn't equal the arity of the generic type definition.";
        return Err(fault::argument(message, "instantiation"));
    }
    Ok(close_generic(definition, arguments).into())
}

fn is_assignable_from(call: &mut Call<'_>) -> Result<Value> {
    Ok(type_argument(call, 0).is_some_and(|other| this(call).is_assignable_from(other)).into())
}

fn is_assignable_to(call: &mut Call<'_>) -> Result<Value> {
    Ok(type_argument(call, 0).is_some_and(|other| other.is_assignable_from(this(call))).into())
}

fn is_subclass_of(call: &mut Call<'_>) -> Result<Value> {
    let Some(other) = type_argument(call, 0) else { return Err(fault::null("type")) };
    Ok(this(call).hierarchy().skip(1).any(|base| base == other).into())
}

fn is_instance_of_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.arg(0).ty().is_some_and(|ty| this(call).is_assignable_from(ty)).into())
}

fn interfaces_of(ty: &Type) -> Vec<Type> {
    let mut found: Vec<Type> = Vec::new();
    let mut waiting: Vec<Type> = ty.hierarchy().flat_map(|base| base.interfaces().to_vec()).collect();
    while let Some(interface) = waiting.pop() {
        if !found.contains(&interface) {
            waiting.extend(interface.interfaces().to_vec());
            found.push(interface);
        }
    }
    found
}

fn get_interfaces(call: &mut Call<'_>) -> Result<Value> {
    Ok(types(interfaces_of(this(call))))
}

fn get_interface(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    let found = interfaces_of(this(call)).into_iter().find(|i| i.short_name() == name || *i.name() == name);
    Ok(found.map_or(Value::Null, Value::from))
}

fn is_enum_defined(call: &mut Call<'_>) -> Result<Value> {
    let (_, values) = this(call).enum_values().unwrap_or_default();
    Ok(match call.arg(0) {
        Value::String(name) => values.iter().any(|(n, _)| n == name),
        other => {
            super::integer::whole(other).is_some_and(|n| values.iter().any(|(_, v)| i128::from(*v) == n))
        }
    }
    .into())
}

fn get_enum_names(call: &mut Call<'_>) -> Result<Value> {
    let (_, values) = this(call).enum_values().unwrap_or_default();
    Ok(Obj::strings(values.into_iter().map(|(name, _)| name)).into())
}

fn get_enum_values(call: &mut Call<'_>) -> Result<Value> {
    let ty = this(call);
    let (_, values) = ty.enum_values().unwrap_or_default();
    let values = values.into_iter().map(|(_, number)| Value::enumeration(ty, number)).collect();
    Ok(Obj::typed_array(ty, values).into())
}

fn get_enum_underlying_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).enum_underlying().map_or(Value::Null, Value::from))
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    let ty = type_argument(call, 0).map(|ty| ty.enum_underlying().unwrap_or_else(|| ty.clone()));
    Ok(super::type_code::code_of(ty.as_ref()))
}

/// The static `GetType(name)`; null, or an exception where asked for, if there is no such type.
fn static_get_type(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("typeName"));
    }
    let name = call.str(0).to_string();
    let name = name.split(", ").next().unwrap_or_default().to_owned();
    match pwsh_value::ty::lookup(&name) {
        Some(ty) => Ok(ty.into()),
        None if call.args.len() > 1 && call.bool(1) => {
            let text = format!("Could not load type '{name}' from assembly 'psjob'.");
            Err(Error::new("System.TypeLoadException", text))
        }
        None => Ok(Value::Null),
    }
}

fn get_type(call: &mut Call<'_>) -> Result<Value> {
    super::object::get_type(call)
}

fn empty_types(_: &mut Call<'_>) -> Result<Value> {
    Ok(types(Vec::new()))
}

fn get_methods(call: &mut Call<'_>) -> Result<Value> {
    Ok(member::methods(this(call), None))
}

fn get_method(call: &mut Call<'_>) -> Result<Value> {
    let found = member::methods(this(call), Some(&call.str(0)));
    let mut list = call.cx.enumerate(&found)?.unwrap_or_default();
    match list.len() {
        0 => Ok(Value::Null),
        1 => Ok(list.remove(0)),
        _ => Err(Error::new("System.Reflection.AmbiguousMatchException", "Ambiguous match found.")),
    }
}

fn get_properties(call: &mut Call<'_>) -> Result<Value> {
    Ok(member::properties(this(call), None))
}

fn get_property(call: &mut Call<'_>) -> Result<Value> {
    let found = member::properties(this(call), Some(&call.str(0)));
    Ok(call.cx.enumerate(&found)?.unwrap_or_default().into_iter().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, Runtime};
    use pwsh_value::Value;
    use pwsh_value::ty::TypeExpr;

    fn ty(text: &str) -> Value {
        testing::install();
        TypeExpr::parse(text).close(&|_| None).into()
    }

    #[test]
    fn a_type_shows_its_arguments() {
        let mut rt = Runtime::new();
        let dictionary = ty("System.Collections.Generic.Dictionary[string, int[]]");
        assert_eq!(
            rt.text(&dictionary),
            "System.Collections.Generic.Dictionary`2[System.String,System.Int32[]]"
        );
        let name = rt.get(&dictionary, "Name");
        assert_eq!(rt.text(&name), "Dictionary`2");
        assert_eq!(rt.call_text(&ty("System.Object"), "IsAssignableFrom", &[ty("int")]), "True");
    }
}
