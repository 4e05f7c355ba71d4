//! Calls of .NET members: params, optional and `[ref]` parameters, generic methods, casts, and their errors.
//! The expectations are what PowerShell answers for the same signatures.

use crate::session::{Session, show_result};
use pwsh_value::bind::{self, Arguments};
use pwsh_value::payload::Reference;
use pwsh_value::ty::{known, named};
use pwsh_value::{Context, Obj, Value};

fn call(method: &str, args: &[Value]) -> String {
    call_with(method, Arguments::plain(args))
}

fn call_with(method: &str, arguments: Arguments<'_>) -> String {
    let mut cx = Session::new();
    let ty = named("Test.Overloads");
    let result = bind::call(&mut cx, &ty, &Value::Null, ty.members().methods(method, true), arguments);
    show_result(&mut cx, result).trim_start_matches("System.String|").to_owned()
}

fn ints(numbers: &[i32]) -> Value {
    Obj::array(numbers.iter().map(|&n| Value::Int32(n)).collect()).into()
}

#[test]
fn an_int_overload_beats_params() {
    let args = [Value::str("-"), Value::Int32(1), Value::Int32(2), Value::Int32(3)];
    let found = call("Join", &args);
    assert!(found.starts_with("Join(string[],int,int)"), "{found}");
}

#[test]
fn params_take_the_rest_or_the_array_itself() {
    assert_eq!(
        call("Join", &[Value::str("-"), Value::str("a"), Value::str("b")]),
        "Join(params string) <- System.String|-; System.String[]|[System.String|a,System.String|b]"
    );
    assert_eq!(
        call("Join", &[Value::str("-"), ints(&[1, 2])]),
        "Join(params object) <- System.String|-; System.Object[]|[System.Int32|1,System.Int32|2]"
    );
    assert_eq!(
        call("Join", &[Value::str("-")]),
        "Join(params string) <- System.String|-; System.String[]|[]"
    );
}

#[test]
fn an_int_is_preferred_to_an_enum_for_a_string() {
    assert!(call("H", &[Value::str("x"), Value::str("5")]).starts_with("H(string,int)"));
    let found = call("H", &[Value::str("x"), Value::str("Friday")]);
    assert_eq!(
        found,
        "!MethodArgumentConversionInvalidCastArgument|Cannot convert argument \"b\", with value: \"Friday\", for \"H\" to type \"System.Int32\": \"Cannot convert value \"Friday\" to type \"System.Int32\". Error: \"The input string 'Friday' was not in a correct format.\"\""
    );
}

#[test]
fn a_cast_in_source_settles_the_overload() {
    let values = [Value::str("abc")];
    let object = [Some(known().object.clone())];
    let found = call_with("G", Arguments { values: &values, casts: &object, type_args: &[] });
    assert!(found.starts_with("G(object)"), "{found}");
    assert!(call("G", &values).starts_with("G(string)"));
}

#[test]
fn left_out_arguments_take_their_defaults() {
    assert_eq!(
        call("Opt", &[Value::str("a")]),
        "Opt <- System.String|a; System.Int32|7; System.Boolean|True"
    );
    assert_eq!(
        call("Opt", &[Value::str("a"), Value::str("9")]),
        "Opt <- System.String|a; System.Int32|9; System.Boolean|True"
    );
    assert_eq!(
        call("Opt", &[]),
        "!MethodCountCouldNotFindBest|Cannot find an overload for \"Opt\" and the argument count: \"0\"."
    );
}

#[test]
fn type_arguments_come_from_the_call_or_from_its_arguments() {
    assert_eq!(
        call("Of", &[Value::Int32(1), ints(&[2, 3])]),
        "[System.Int32] <- System.Int32|1; System.Int32[]|[System.Int32|2,System.Int32|3]"
    );
    let values = [Value::Int32(1), ints(&[2])];
    let long = [known().int64.clone()];
    assert_eq!(
        call_with("Of", Arguments { values: &values, casts: &[], type_args: &long }),
        "[System.Int64] <- System.Int64|1; System.Int64[]|[System.Int64|2]"
    );
    assert_eq!(
        call("Of", &[Value::Null, Value::Null]),
        "!MethodCountCouldNotFindBest|Cannot find an overload for \"Of\" and the argument count: \"2\"."
    );
}

#[test]
fn a_reference_is_passed_and_asked_for() {
    let reference = Value::Object(Reference::to_value(Value::Int32(0)));
    assert_eq!(call("TryIt", &[Value::str("5"), reference.clone()]), "2");
    assert_eq!(
        call("TryIt", &[Value::str("5"), Value::Int32(5)]),
        "!NonRefArgumentToRefParameterMsg|Argument: '2' should be a System.Management.Automation.PSReference. Use [ref]."
    );
    assert_eq!(
        call("TryIt", &[reference.clone(), reference]),
        "!RefArgumentToNonRefParameterMsg|Argument: '1' should not be a System.Management.Automation.PSReference. Do not use [ref]."
    );
}

#[test]
fn what_a_member_throws_is_wrapped_once() {
    assert_eq!(
        call("Throw", &[Value::Int32(1)]),
        "!ArgumentException|Exception calling \"Throw\" with \"1\" argument(s): \"bad thing. (Parameter 'p')\""
    );
}

#[test]
fn a_constructor_is_new_while_chosen_and_ctor_afterwards() {
    let mut cx = Session::new();
    let ty = named("System.DateTime");
    let mut make = |args: &[Value]| {
        let made = bind::construct(&mut cx, &ty, Arguments::plain(args));
        show_result(&mut cx, made)
    };
    assert_eq!(
        make(&[Value::Int32(1), Value::Int32(2)]),
        "!MethodCountCouldNotFindBest|Cannot find an overload for \"new\" and the argument count: \"2\"."
    );
    assert!(make(&[Value::str("x")]).contains("for \".ctor\" to type \"System.Int64\""));
    assert!(
        make(&[Value::Int64(-1)])
            .starts_with("!ArgumentOutOfRangeException|Exception calling \".ctor\" with \"1\"")
    );
}

#[test]
fn a_table_of_properties_makes_an_object() {
    let mut cx = Session::new();
    let table = Obj::new(
        known().hashtable.clone(),
        pwsh_value::payload::Dictionary::new(pwsh_value::payload::Keys::IgnoreCase),
    );
    table.get::<pwsh_value::payload::Dictionary>().unwrap().set_str("width", Value::str("5"));
    let made = cx.convert(&table.clone().into(), &named("Test.Box")).unwrap();
    assert!(cx.get_property(&made, "Width").unwrap().same(&Value::Int32(5)));
    table.get::<pwsh_value::payload::Dictionary>().unwrap().set_str("depth", Value::Int32(1));
    let failed = cx.convert(&table.into(), &named("Test.Box"));
    assert_eq!(
        show_result(&mut cx, failed),
        "!ObjectCreationError|Cannot create object of type \"Test.Box\". The property 'depth' was not found for the 'Test.Box' object. The settable properties are: [Width <System.Int32>]."
    );
}
