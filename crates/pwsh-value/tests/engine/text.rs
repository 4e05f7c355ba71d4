//! The text of values and types. The expectations were printed by PowerShell 7.6.

use crate::session::Session;
use pwsh_value::payload::{Elements, Exception, List, PropertyBag};
use pwsh_value::ty::{display_name, known, named, parse_name, reflection_name};
use pwsh_value::{Context, Obj, Value, convert};

fn bag(properties: Vec<(&str, Value)>) -> Value {
    Obj::custom(properties.into_iter().collect::<PropertyBag>()).into()
}

fn list(values: Vec<Value>) -> Value {
    Obj::new(known().array_list.clone(), List::new(Elements::Values(values))).into()
}

#[test]
fn lists_are_joined_one_level_deep() {
    let mut cx = Session::new();
    let pair = Obj::array(vec![Value::Int32(2), Value::Int32(3)]);
    let nested = Obj::array(vec![Value::Int32(1), pair.into()]);
    assert_eq!(convert::to_text(&mut cx, &nested.into()).unwrap(), "1 System.Object[]");
    let mixed = vec![
        Value::from(known().int32.clone()),
        Value::Double(1.0 / 3.0),
        Value::Null,
        bag(vec![("a", Value::Int32(1))]),
        Value::str("x"),
    ];
    assert_eq!(convert::to_text(&mut cx, &list(mixed)).unwrap(), "System.Int32 0.333333333333333   x");
}

#[test]
fn a_custom_object_shows_its_properties_and_opens_none_of_them() {
    let mut cx = Session::new();
    let object = bag(vec![
        ("a", Obj::array(vec![Value::Int32(1)]).into()),
        ("c", bag(vec![("z", Value::Int32(1))])),
        ("d", Value::Null),
        ("e", Value::Double(1.5)),
        ("t", known().int32.clone().into()),
        ("f", Value::enumeration(&named("System.DayOfWeek"), 1)),
    ]);
    assert_eq!(
        convert::to_text(&mut cx, &object).unwrap(),
        "@{a=System.Object[]; c=; d=; e=1.5; t=int; f=Monday}"
    );
    assert_eq!(convert::to_text(&mut cx, &bag(vec![])).unwrap(), "");
}

#[test]
fn an_exception_is_its_type_and_message() {
    let mut cx = Session::new();
    let exception = Exception::object(known().exception.clone(), "hi".into(), None);
    assert_eq!(convert::to_text(&mut cx, &exception.into()).unwrap(), "System.Exception: hi");
}

#[test]
fn types_are_found_by_every_way_to_write_them() {
    let mut cx = Session::new();
    for (text, shown, full) in [
        ("int", "int", "System.Int32"),
        ("INT32", "int", "System.Int32"),
        ("System.Int32", "int", "System.Int32"),
        ("Object", "System.Object", "System.Object"),
        ("uint32", "uint", "System.UInt32"),
        ("int16", "short", "System.Int16"),
        ("single", "float", "System.Single"),
        ("string[]", "string[]", "System.String[]"),
        ("string[,]", "string[,]", "System.String[,]"),
        ("int[][]", "int[][]", "System.Int32[][]"),
        (
            "Collections.Generic.Dictionary[string, int]",
            "System.Collections.Generic.Dictionary[string,int]",
            "System.Collections.Generic.Dictionary`2[System.String,System.Int32]",
        ),
        (
            "System.Collections.Generic.Dictionary[string,System.Collections.Generic.List[int[]]][]",
            "System.Collections.Generic.Dictionary[string,System.Collections.Generic.List[int[]]][]",
            "System.Collections.Generic.Dictionary`2[System.String,System.Collections.Generic.List`1[System.Int32[]]][]",
        ),
        (
            "System.Collections.Generic.List`1[[System.Int32, System.Private.CoreLib, Version=10.0.0.0]]",
            "System.Collections.Generic.List[int]",
            "System.Collections.Generic.List`1[System.Int32]",
        ),
        ("System.Int32, mscorlib", "int", "System.Int32"),
        ("Nullable[int]", "System.Nullable[int]", "System.Nullable`1[System.Int32]"),
        ("Environment+SpecialFolder", "System.Environment+SpecialFolder", "System.Environment+SpecialFolder"),
        (
            "pscustomobject",
            "System.Management.Automation.PSCustomObject",
            "System.Management.Automation.PSCustomObject",
        ),
        (
            "System.Collections.Generic.List`1",
            "System.Collections.Generic.List`1[T]",
            "System.Collections.Generic.List`1[T]",
        ),
    ] {
        let ty = cx.find_type(text).unwrap_or_else(|| panic!("no type {text}"));
        assert_eq!(reflection_name(&ty), full, "{text}");
        assert_eq!(display_name(&ty), shown, "{text}");
    }
    for text in
        ["", "nope", "int[", "int]", "List[int]", "int[x]", "[int]", "System.Collections.Generic.List[nope]"]
    {
        assert!(cx.find_type(text).is_none(), "{text}");
    }
}

#[test]
fn the_sessions_own_types_come_first() {
    Session::new();
    let guid = known().guid.clone();
    let found = parse_name("Int[]", &mut |name| (name == "Int").then(|| guid.clone())).unwrap();
    assert_eq!(found.element(), Some(&guid));
}

#[test]
fn truth() {
    Session::new();
    let array = |values: Vec<Value>| Value::Object(Obj::array(values));
    for (value, expected) in [
        (Value::Null, false),
        (Value::str(""), false),
        (Value::str("false"), true),
        (Value::Double(0.0), false),
        (Value::Double(f64::NAN), true),
        (Value::Char(0), false),
        (Value::enumeration(&named("System.DayOfWeek"), 0), false),
        (array(vec![]), false),
        (array(vec![Value::Int32(0)]), false),
        (array(vec![array(vec![Value::Int32(0)])]), true),
        (array(vec![array(vec![])]), false),
        (array(vec![array(vec![]), array(vec![])]), true),
        (list(vec![Value::Int32(0)]), false),
        (bag(vec![]), true),
    ] {
        assert_eq!(convert::to_bool(&value), expected, "{value:?}");
    }
}
