//! `System.Tuple` and its generic kin.

use super::value_tuple::tuple_type;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

/// `System.Tuple`.
pub static TUPLE: FacadeType = FacadeType {
    members: &[
        method("static System.Tuple[T1] Create[T1](T1 item1)", create),
        method("static System.Tuple[T1,T2] Create[T1, T2](T1 item1, T2 item2)", create),
        method("static System.Tuple[T1,T2,T3] Create[T1, T2, T3](T1 item1, T2 item2, T3 item3)", create),
        method(
            "static System.Tuple[T1,T2,T3,T4] Create[T1, T2, T3, T4](T1 item1, T2 item2, T3 item3, T4 item4)",
            create,
        ),
        method(
            "static System.Tuple[T1,T2,T3,T4,T5] Create[T1, T2, T3, T4, T5](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)",
            create,
        ),
        method(
            "static System.Tuple[T1,T2,T3,T4,T5,T6] Create[T1, T2, T3, T4, T5, T6](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)",
            create,
        ),
        method(
            "static System.Tuple[T1,T2,T3,T4,T5,T6,T7] Create[T1, T2, T3, T4, T5, T6, T7](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)",
            create,
        ),
    ],
    ..FacadeType::static_class("System.Tuple")
};
macro_rules! tuples {
    ($($constant:ident = $name:literal: $($number:literal $item:ident),*;)*) => {$(
        #[doc = concat!("`", $name, "`.")]
        pub static $constant: FacadeType = FacadeType {
            interfaces: &[
                "System.Collections.IStructuralEquatable",
                "System.Collections.IStructuralComparable",
                "System.IComparable",
                "System.Runtime.CompilerServices.ITuple",
            ],
            generic: &["T1" $(, concat!("T", $number))*],
            members: &[
                constructor(concat!("new(T1 item1" $(, ", T", $number, " item", $number)*, ")"), new),
                property("T1 Item1 {get;}", item1),
                $(property(concat!("T", $number, " Item", $number, " {get;}"), $item),)*
                property("int Length {get;}", length),
            ],
            hooks: HOOKS,
            ..FacadeType::class($name)
        };
    )*};
}

tuples! {
    TUPLE_1 = "System.Tuple`1": ;
    TUPLE_2 = "System.Tuple`2": 2 item2;
    TUPLE_3 = "System.Tuple`3": 2 item2, 3 item3;
    TUPLE_4 = "System.Tuple`4": 2 item2, 3 item3, 4 item4;
    TUPLE_5 = "System.Tuple`5": 2 item2, 3 item3, 4 item4, 5 item5;
    TUPLE_6 = "System.Tuple`6": 2 item2, 3 item3, 4 item4, 5 item5, 6 item6;
    TUPLE_7 = "System.Tuple`7": 2 item2, 3 item3, 4 item4, 5 item5, 6 item6, 7 item7;
}

/// The payload of tuples and value tuples.
pub struct Items(pub Vec<Value>);

impl Payload for Items {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.iter().for_each(visit);
    }
}

/// What tuples do without going through a member: they are compared item by item.
pub const HOOKS: Hooks = Hooks {
    to_string: Some(text),
    equals: Some(equal),
    hash_code: Some(|cx, value| {
        items(value)
            .iter()
            .try_fold(17_i32, |sum, item| Ok(sum.wrapping_mul(31).wrapping_add(cx.hash_code(item)?)))
    }),
    compare: Some(order),
    ..Hooks::NONE
};

fn items(value: &Value) -> Vec<Value> {
    value.cell().and_then(|obj| obj.get::<Items>()).map(|items| items.payload().0.clone()).unwrap_or_default()
}

fn text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    let mut parts = Vec::new();
    for item in items(value) {
        parts.push(super::object::text_of(cx, &item)?.to_str().into_owned());
    }
    Ok(format!("({})", parts.join(", ")).into())
}

fn equal(cx: &mut dyn Context, a: &Value, b: &Value) -> Result<bool> {
    if a.ty() != b.ty() {
        return Ok(false);
    }
    for (a, b) in items(a).iter().zip(&items(b)) {
        if !cx.equals(a, b)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn order(cx: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    for (a, b) in items(a).iter().zip(&items(b)) {
        let order = cx.compare(a, b)?;
        if order != 0 {
            return Ok(order);
        }
    }
    Ok(0)
}

/// The constructor of tuples and value tuples.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Items(call.args.to_vec())).into())
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    let items = call.args.to_vec();
    Ok(Obj::new(tuple_type("System.Tuple", &items), Items(items)).into())
}

/// `ITuple.Length`: the number of items.
pub fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Items>().payload().0.len() as i32).into())
}

macro_rules! item {
    ($($name:ident $index:literal;)*) => {$(
        #[doc = concat!("The item at ", $index, ".")]
        pub fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(call.this::<Items>().payload().0[$index].clone())
        }
    )*};
}

item! {
    item1 0;
    item2 1;
    item3 2;
    item4 3;
    item5 4;
    item6 5;
    item7 6;
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn a_tuple_shows_and_compares_its_items() {
        let mut rt = Runtime::new();
        let make = |rt: &mut Runtime| {
            rt.call_static("System.Tuple", "Create", &[Value::Int32(1), "x".into()]).unwrap()
        };
        let (a, b) = (make(&mut rt), make(&mut rt));
        assert_eq!(rt.text(&a), "(1, x)");
        assert_eq!(rt.call_text(&a, "Equals", &[b]), "True");
        let first = rt.get(&a, "Item1");
        assert_eq!(rt.text(&first), "1");
    }
}
