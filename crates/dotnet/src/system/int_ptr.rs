//! `System.IntPtr` and `System.UIntPtr`, of 64 bits.

use super::integer::whole;
use crate::fault;
use crate::system::object;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.IntPtr`.
pub static INT_PTR: FacadeType = FacadeType {
    interfaces: &["System.IComparable", "System.IFormattable", "System.IEquatable[System.IntPtr]"],
    members: &[
        constructor("new(int value)", new),
        constructor("new(long value)", new),
        property("static System.IntPtr Zero {get;}", zero),
        property("static int Size {get;}", size),
        method("int ToInt32()", to_int32),
        method("long ToInt64()", to_int64),
        method("static System.IntPtr Add(System.IntPtr pointer, int offset)", add),
        method("bool Equals(System.Object obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.IntPtr")
};

/// `System.UIntPtr`.
pub static U_INT_PTR: FacadeType = FacadeType {
    interfaces: &["System.IComparable", "System.IFormattable", "System.IEquatable[System.UIntPtr]"],
    members: &[
        constructor("new(uint value)", new),
        constructor("new(ulong value)", new),
        property("static System.UIntPtr Zero {get;}", zero),
        property("static int Size {get;}", size),
        method("uint ToUInt32()", to_u_int32),
        method("ulong ToUInt64()", to_u_int64),
        method("bool Equals(System.Object obj)", object::equals),
        method("string ToString()", object::to_string),
    ],
    hooks: Hooks { default: Some(|| Obj::new(named("System.UIntPtr"), Pointer(0)).into()), ..HOOKS },
    ..FacadeType::structure("System.UIntPtr")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(of(value).to_string().into())),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && of(a) == of(b))),
    hash_code: Some(|_, value| Ok(of(value) as i32)),
    compare: Some(|_, a, b| Ok(of(a).cmp(&of(b)) as i32)),
    default: Some(|| Obj::new(named("System.IntPtr"), Pointer(0)).into()),
    convert_from: Some(|_, ty, value| {
        let number = whole(value);
        Ok(number.map(|number| Obj::new(ty.clone(), Pointer(number)).into()))
    }),
    ..Hooks::NONE
};

/// The payload: the number, within the type's range.
struct Pointer(i128);

impl Payload for Pointer {}

fn of(value: &Value) -> i128 {
    value.cell().and_then(|obj| obj.get::<Pointer>()).map_or(0, |pointer| pointer.0)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Pointer(whole(call.arg(0)).unwrap_or(0))).into())
}

fn zero(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Pointer(0)).into())
}

fn size(_: &mut Call<'_>) -> Result<Value> {
    Ok(8.into())
}

fn to_int32(call: &mut Call<'_>) -> Result<Value> {
    let message = "Arithmetic operation resulted in an overflow.";
    i32::try_from(of(call.this)).map(Value::from).map_err(|_| fault::overflow(message))
}

fn to_int64(call: &mut Call<'_>) -> Result<Value> {
    Ok((of(call.this) as i64).into())
}

fn to_u_int32(call: &mut Call<'_>) -> Result<Value> {
    let message = "Arithmetic operation resulted in an overflow.";
    u32::try_from(of(call.this)).map(Value::from).map_err(|_| fault::overflow(message))
}

fn to_u_int64(call: &mut Call<'_>) -> Result<Value> {
    Ok((of(call.this) as u64).into())
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    let sum = (of(call.arg(0)) as i64).wrapping_add(call.int(1).into());
    Ok(Obj::new(named("System.IntPtr"), Pointer(sum.into())).into())
}
