//! `System.Collections.BitArray`.

use super::enumerator;
use super::items::copy_to as copy;
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::{Array, Elements};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property, property_rw};
use pwsh_value::{Error, Obj, Payload, Result, Value, memory};

/// `System.Collections.BitArray`.
pub static BIT_ARRAY: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable", "System.ICloneable"],
    members: &[
        constructor("new(int length)", new),
        constructor("new(int length, bool defaultValue)", new),
        constructor("new(byte[] bytes)", new),
        constructor("new(bool[] values)", new),
        constructor("new(int[] values)", new),
        constructor("new(System.Collections.BitArray bits)", new),
        property_rw("bool Item(int index) {get;set;}", item, set_item),
        property_rw("int Length {get;set;}", length, set_length),
        property("int Count {get;}", count),
        property("bool IsReadOnly {get;}", is_read_only),
        method("bool Get(int index)", get),
        method("void Set(int index, bool value)", set),
        method("void SetAll(bool value)", set_all),
        method("System.Collections.BitArray And(System.Collections.BitArray value)", and),
        method("System.Collections.BitArray Or(System.Collections.BitArray value)", or),
        method("System.Collections.BitArray Xor(System.Collections.BitArray value)", xor),
        method("System.Collections.BitArray Not()", not),
        method("void CopyTo(array array, int index)", copy_to),
        method("bool HasAllSet()", has_all_set),
        method("bool HasAnySet()", has_any_set),
        method("System.Object Clone()", clone),
        method("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Collections.BitArray")
};

const HOOKS: Hooks =
    Hooks { enumerate: Some(|_, value| Ok(of(value).into_iter().map(Value::Bool).collect())), ..Hooks::NONE };

/// The payload.
struct Bits(Mutex<Vec<bool>>);

impl Payload for Bits {}

fn of(value: &Value) -> Vec<bool> {
    value.cell().and_then(|obj| obj.get::<Bits>()).map(|bits| bits.0.lock().clone()).unwrap_or_default()
}

fn this<'a>(call: &Call<'a>) -> &'a Mutex<Vec<bool>> {
    &call.this::<Bits>().payload().0
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let bits = match call.arg(0) {
        Value::Int32(length) => {
            let length = usize::try_from(*length).map_err(|_| fault::negative("length", (*length).into()))?;
            memory::repeated(&[call.args.len() > 1 && call.bool(1)], length)?
        }
        other => match call.payload::<Array>(0) {
            Some(array) => array.with(|elements| match elements {
                Elements::UInt8(bytes) => {
                    bytes.iter().flat_map(|byte| (0..8).map(move |at| byte >> at & 1 == 1)).collect()
                }
                Elements::Int32(numbers) => {
                    numbers.iter().flat_map(|n| (0..32).map(move |at| n >> at & 1 == 1)).collect()
                }
                list => list.to_vec().iter().map(|value| matches!(value, Value::Bool(true))).collect(),
            }),
            None if other.is_null() => return Err(fault::null("bits")),
            None => of(other),
        },
    };
    Ok(Obj::new(call.ty.clone(), Bits(Mutex::new(bits))).into())
}

fn place(call: &Call<'_>, bits: &[bool]) -> Result<usize> {
    usize::try_from(call.int(0)).ok().filter(|at| *at < bits.len()).ok_or_else(fault::index)
}

fn get(call: &mut Call<'_>) -> Result<Value> {
    let bits = this(call).lock();
    Ok(bits[place(call, &bits)?].into())
}

fn set(call: &mut Call<'_>) -> Result<Value> {
    let mut bits = this(call).lock();
    let at = place(call, &bits)?;
    bits[at] = call.bool(1);
    Ok(Value::Void)
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    get(call)
}

fn set_item(call: &mut Call<'_>) -> Result<Value> {
    set(call)
}

fn set_all(call: &mut Call<'_>) -> Result<Value> {
    this(call).lock().fill(call.bool(0));
    Ok(Value::Void)
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).lock().len() as i32).into())
}

fn set_length(call: &mut Call<'_>) -> Result<Value> {
    let length = usize::try_from(call.int(0)).map_err(|_| fault::negative("value", call.int(0).into()))?;
    memory::resize(&mut this(call).lock(), length, false)?;
    Ok(Value::Void)
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    length(call)
}

/// Combines with another of the same length; the object itself changes.
fn combined(call: &mut Call<'_>, operation: fn(bool, bool) -> bool) -> Result<Value> {
    let other = of(&call.args[0]);
    let mut bits = this(call).lock();
    if other.len() != bits.len() {
        return Err(Error::argument("Array lengths must be the same.", ""));
    }
    bits.iter_mut().zip(other).for_each(|(bit, other)| *bit = operation(*bit, other));
    drop(bits);
    Ok(call.this.clone())
}

fn and(call: &mut Call<'_>) -> Result<Value> {
    combined(call, |a, b| a & b)
}

fn or(call: &mut Call<'_>) -> Result<Value> {
    combined(call, |a, b| a | b)
}

fn xor(call: &mut Call<'_>) -> Result<Value> {
    combined(call, |a, b| a ^ b)
}

fn not(call: &mut Call<'_>) -> Result<Value> {
    this(call).lock().iter_mut().for_each(|bit| *bit = !*bit);
    Ok(call.this.clone())
}

fn has_all_set(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).lock().iter().all(|bit| *bit).into())
}

fn has_any_set(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).lock().iter().any(|bit| *bit).into())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.this.ty().expect("an object").clone(), Bits(Mutex::new(of(call.this)))).into())
}

fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

/// Into a `bool[]` bit by bit, into a `byte[]` or `int[]` packed.
fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let bits = of(call.this);
    let element = call.args[0].ty().and_then(|ty| ty.element()).map(|ty| ty.short_name().to_string());
    let packed = |size: usize| {
        bits.chunks(size)
            .map(|part| part.iter().enumerate().fold(0_u32, |sum, (at, bit)| sum | u32::from(*bit) << at))
            .collect::<Vec<_>>()
    };
    let values = match element.as_deref() {
        Some("Byte") => packed(8).into_iter().map(|number| Value::UInt8(number as u8)).collect(),
        Some("Int32") => packed(32).into_iter().map(|number| Value::Int32(number as i32)).collect(),
        _ => bits.iter().map(|bit| Value::Bool(*bit)).collect(),
    };
    copy(call, 0, call.int(1), values)
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Context, Value};

    #[test]
    fn a_length_without_room_is_out_of_memory() {
        let mut rt = Runtime::new();
        let error = Runtime::error(rt.make("System.Collections.BitArray", &[i32::MAX.into()]));
        assert!(error.starts_with("System.OutOfMemoryException"), "{error}");
        let bits = rt.make("System.Collections.BitArray", &[3.into()]).unwrap();
        let longer = rt.set_property(&bits, "Length", i32::MAX.into());
        let error = Runtime::error(longer.map(|()| Value::Void));
        assert!(error.starts_with("System.OutOfMemoryException"), "{error}");
    }
}
