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
/// `System.ValueTuple`1`.
pub static VALUE_TUPLE_1: FacadeType = FacadeType {
    interfaces: &[
        "System.IEquatable[System.ValueTuple`1[T1]]",
        "System.Collections.IStructuralEquatable",
        "System.Collections.IStructuralComparable",
        "System.IComparable",
        "System.IComparable[System.ValueTuple`1[T1]]",
    ],
    generic: &["T1"],
    members: &[
        constructor("new(T1 item1)", tuple::new),
        property("T1 Item1 {get;}", tuple::item1),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.ValueTuple[T1] other)", object::equals),
        method("int CompareTo(System.ValueTuple[T1] other)", object::compare_to),
    ],
    hooks: tuple::HOOKS,
    ..FacadeType::structure("System.ValueTuple`1")
};
/// `System.ValueTuple`2`.
pub static VALUE_TUPLE_2: FacadeType = FacadeType {
    interfaces: &[
        "System.IEquatable[System.ValueTuple`2[T1,T2]]",
        "System.Collections.IStructuralEquatable",
        "System.Collections.IStructuralComparable",
        "System.IComparable",
        "System.IComparable[System.ValueTuple`2[T1,T2]]",
    ],
    generic: &["T1", "T2"],
    members: &[
        constructor("new(T1 item1, T2 item2)", tuple::new),
        property("T1 Item1 {get;}", tuple::item1),
        property("T2 Item2 {get;}", tuple::item2),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.ValueTuple[T1,T2] other)", object::equals),
        method("int CompareTo(System.ValueTuple[T1,T2] other)", object::compare_to),
    ],
    hooks: tuple::HOOKS,
    ..FacadeType::structure("System.ValueTuple`2")
};
/// `System.ValueTuple`3`.
pub static VALUE_TUPLE_3: FacadeType = FacadeType {
    interfaces: &[
        "System.IEquatable[System.ValueTuple`3[T1,T2,T3]]",
        "System.Collections.IStructuralEquatable",
        "System.Collections.IStructuralComparable",
        "System.IComparable",
        "System.IComparable[System.ValueTuple`3[T1,T2,T3]]",
    ],
    generic: &["T1", "T2", "T3"],
    members: &[
        constructor("new(T1 item1, T2 item2, T3 item3)", tuple::new),
        property("T1 Item1 {get;}", tuple::item1),
        property("T2 Item2 {get;}", tuple::item2),
        property("T3 Item3 {get;}", tuple::item3),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.ValueTuple[T1,T2,T3] other)", object::equals),
        method("int CompareTo(System.ValueTuple[T1,T2,T3] other)", object::compare_to),
    ],
    hooks: tuple::HOOKS,
    ..FacadeType::structure("System.ValueTuple`3")
};
/// `System.ValueTuple`4`.
pub static VALUE_TUPLE_4: FacadeType = FacadeType {
    interfaces: &[
        "System.IEquatable[System.ValueTuple`4[T1,T2,T3,T4]]",
        "System.Collections.IStructuralEquatable",
        "System.Collections.IStructuralComparable",
        "System.IComparable",
        "System.IComparable[System.ValueTuple`4[T1,T2,T3,T4]]",
    ],
    generic: &["T1", "T2", "T3", "T4"],
    members: &[
        constructor("new(T1 item1, T2 item2, T3 item3, T4 item4)", tuple::new),
        property("T1 Item1 {get;}", tuple::item1),
        property("T2 Item2 {get;}", tuple::item2),
        property("T3 Item3 {get;}", tuple::item3),
        property("T4 Item4 {get;}", tuple::item4),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.ValueTuple[T1,T2,T3,T4] other)", object::equals),
        method("int CompareTo(System.ValueTuple[T1,T2,T3,T4] other)", object::compare_to),
    ],
    hooks: tuple::HOOKS,
    ..FacadeType::structure("System.ValueTuple`4")
};
/// `System.ValueTuple`5`.
pub static VALUE_TUPLE_5: FacadeType = FacadeType {
    interfaces: &[
        "System.IEquatable[System.ValueTuple`5[T1,T2,T3,T4,T5]]",
        "System.Collections.IStructuralEquatable",
        "System.Collections.IStructuralComparable",
        "System.IComparable",
        "System.IComparable[System.ValueTuple`5[T1,T2,T3,T4,T5]]",
    ],
    generic: &["T1", "T2", "T3", "T4", "T5"],
    members: &[
        constructor("new(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)", tuple::new),
        property("T1 Item1 {get;}", tuple::item1),
        property("T2 Item2 {get;}", tuple::item2),
        property("T3 Item3 {get;}", tuple::item3),
        property("T4 Item4 {get;}", tuple::item4),
        property("T5 Item5 {get;}", tuple::item5),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.ValueTuple[T1,T2,T3,T4,T5] other)", object::equals),
        method("int CompareTo(System.ValueTuple[T1,T2,T3,T4,T5] other)", object::compare_to),
    ],
    hooks: tuple::HOOKS,
    ..FacadeType::structure("System.ValueTuple`5")
};

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
