//! `System.ValueTuple` and its generic kin.

use super::tuple::Items;
use crate::system::object;
use crate::system::tuple;
use pwsh_value::ty::{Call, FacadeType, close_generic, constructor, known, method, named, property};
use pwsh_value::{Obj, Result, Type, Value};

/// `System.ValueTuple`.
pub static VALUE_TUPLE: FacadeType = FacadeType {
    interfaces: &[
        "System.IEquatable[System.ValueTuple]",
        "System.Collections.IStructuralEquatable",
        "System.Collections.IStructuralComparable",
        "System.IComparable",
        "System.IComparable[System.ValueTuple]",
    ],
    members: &[
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.ValueTuple other)", object::equals),
        method("int CompareTo(System.ValueTuple other)", object::compare_to),
        method("static System.ValueTuple Create()", create),
        method("static System.ValueTuple[T1] Create[T1](T1 item1)", create),
        method("static System.ValueTuple[T1,T2] Create[T1, T2](T1 item1, T2 item2)", create),
        method("static System.ValueTuple[T1,T2,T3] Create[T1, T2, T3](T1 item1, T2 item2, T3 item3)", create),
        method(
            "static System.ValueTuple[T1,T2,T3,T4] Create[T1, T2, T3, T4](T1 item1, T2 item2, T3 item3, T4 item4)",
            create,
        ),
        method(
            "static System.ValueTuple[T1,T2,T3,T4,T5] Create[T1, T2, T3, T4, T5](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)",
            create,
        ),
        method(
            "static System.ValueTuple[T1,T2,T3,T4,T5,T6] Create[T1, T2, T3, T4, T5, T6](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)",
            create,
        ),
        method(
            "static System.ValueTuple[T1,T2,T3,T4,T5,T6,T7] Create[T1, T2, T3, T4, T5, T6, T7](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)",
            create,
        ),
        method(
            "static System.ValueTuple[T1,T2,T3,T4,T5,T6,T7,System.ValueTuple[T8]] Create[T1, T2, T3, T4, T5, T6, T7, T8](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, T8 item8)",
            create,
        ),
    ],
    ..FacadeType::structure("System.ValueTuple")
};
macro_rules! tuples {
    ($($constant:ident = $name:literal, $types:literal: $($number:literal $item:ident),*;)*) => {$(
        #[doc = concat!("`", $name, "`.")]
        pub static $constant: FacadeType = FacadeType {
            interfaces: &[
                concat!("System.IEquatable[", $name, "[", $types, "]]"),
                "System.Collections.IStructuralEquatable",
                "System.Collections.IStructuralComparable",
                "System.IComparable",
                concat!("System.IComparable[", $name, "[", $types, "]]"),
                "System.Runtime.CompilerServices.ITuple",
            ],
            generic: &["T1" $(, concat!("T", $number))*],
            members: &[
                constructor(concat!("new(T1 item1" $(, ", T", $number, " item", $number)*, ")"), tuple::new),
                property("T1 Item1 {get;}", tuple::item1),
                $(property(concat!("T", $number, " Item", $number, " {get;}"), tuple::$item),)*
                property("int Length {get;}", tuple::length),
                method("bool Equals(System.Object obj)", object::equals),
                method(concat!("bool Equals(System.ValueTuple[", $types, "] other)"), object::equals),
                method(concat!("int CompareTo(System.ValueTuple[", $types, "] other)"), object::compare_to),
            ],
            hooks: tuple::HOOKS,
            ..FacadeType::structure($name)
        };
    )*};
}

tuples! {
    VALUE_TUPLE_1 = "System.ValueTuple`1", "T1": ;
    VALUE_TUPLE_2 = "System.ValueTuple`2", "T1,T2": 2 item2;
    VALUE_TUPLE_3 = "System.ValueTuple`3", "T1,T2,T3": 2 item2, 3 item3;
    VALUE_TUPLE_4 = "System.ValueTuple`4", "T1,T2,T3,T4": 2 item2, 3 item3, 4 item4;
    VALUE_TUPLE_5 = "System.ValueTuple`5", "T1,T2,T3,T4,T5": 2 item2, 3 item3, 4 item4, 5 item5;
}

/// `System.Runtime.CompilerServices.ITuple`: what all tuples are.
pub static I_TUPLE: FacadeType = FacadeType::interface("System.Runtime.CompilerServices.ITuple");

fn create(call: &mut Call<'_>) -> Result<Value> {
    Ok(tuple_of(call.args.to_vec()))
}

/// A value tuple of these items, each of its own type.
pub fn tuple_of(items: Vec<Value>) -> Value {
    Obj::new(tuple_type("System.ValueTuple", &items), Items(items)).into()
}

/// The tuple type of that name for these items.
pub fn tuple_type(name: &str, items: &[Value]) -> Type {
    let types = items.iter().map(|item| item.ty().unwrap_or(&known().object).clone()).collect();
    close_generic(&named(&format!("{name}`{}", items.len())), types)
}
