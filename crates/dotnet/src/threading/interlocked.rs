//! `System.Threading.Interlocked`, on variables that a script passes by reference.

use pwsh_value::ops::{self, Op};
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Context, Result, Value};

/// `System.Threading.Interlocked`.
pub static INTERLOCKED: FacadeType = FacadeType {
    members: &[
        method("static int Increment([ref] int location)", increment),
        method("static long Increment([ref] long location)", increment),
        method("static int Decrement([ref] int location)", decrement),
        method("static long Decrement([ref] long location)", decrement),
        method("static int Exchange([ref] int location1, int value)", exchange),
        method("static long Exchange([ref] long location1, long value)", exchange),
        method("static System.Object Exchange([ref] System.Object location1, System.Object value)", exchange),
        method("static int CompareExchange([ref] int location1, int value, int comparand)", compare_exchange),
        method(
            "static long CompareExchange([ref] long location1, long value, long comparand)",
            compare_exchange,
        ),
        method(
            "static System.Object CompareExchange([ref] System.Object location1, System.Object value, System.Object comparand)",
            compare_exchange,
        ),
        method("static int Add([ref] int location1, int value)", add),
        method("static long Add([ref] long location1, long value)", add),
        method("static long Read([ref] long location)", read),
        method("static uint Increment([ref] uint location)", increment),
        method("static ulong Increment([ref] ulong location)", increment),
        method("static uint Decrement([ref] uint location)", decrement),
        method("static ulong Decrement([ref] ulong location)", decrement),
        method("static short Exchange([ref] short location1, short value)", exchange),
        method("static ushort Exchange([ref] ushort location1, ushort value)", exchange),
        method("static uint Exchange([ref] uint location1, uint value)", exchange),
        method("static ulong Exchange([ref] ulong location1, ulong value)", exchange),
        method("static float Exchange([ref] float location1, float value)", exchange),
        method("static double Exchange([ref] double location1, double value)", exchange),
        method("static T Exchange[T]([ref] T location1, T value)", exchange),
        method(
            "static short CompareExchange([ref] short location1, short value, short comparand)",
            compare_exchange,
        ),
        method(
            "static ushort CompareExchange([ref] ushort location1, ushort value, ushort comparand)",
            compare_exchange,
        ),
        method(
            "static uint CompareExchange([ref] uint location1, uint value, uint comparand)",
            compare_exchange,
        ),
        method(
            "static ulong CompareExchange([ref] ulong location1, ulong value, ulong comparand)",
            compare_exchange,
        ),
        method(
            "static float CompareExchange([ref] float location1, float value, float comparand)",
            compare_exchange,
        ),
        method(
            "static double CompareExchange([ref] double location1, double value, double comparand)",
            compare_exchange,
        ),
        method("static T CompareExchange[T]([ref] T location1, T value, T comparand)", compare_exchange),
        method("static uint Add([ref] uint location1, uint value)", add),
        method("static ulong Add([ref] ulong location1, ulong value)", add),
        method("static ulong Read([ref] ulong location)", read),
    ],
    ..FacadeType::static_class("System.Threading.Interlocked")
};

/// Changes the variable in argument 0; gives the old and the new value.
fn change(
    call: &mut Call<'_>,
    change: impl FnOnce(&mut dyn Context, &Value) -> Result<Value>,
) -> Result<(Value, Value)> {
    let Some(slot) = call.payload::<Reference>(0) else { return Err(crate::fault::null("location")) };
    let old = slot.value();
    let new = change(call.cx, &old)?;
    slot.set(new.clone());
    Ok((old, new))
}

fn added(call: &mut Call<'_>, step: Value) -> Result<Value> {
    let (_, new) = change(call, |cx, old| {
        let sum = ops::binary(cx, Op::Add, old, &step)?;
        match old.ty() {
            Some(ty) => cx.convert(&sum, ty),
            None => Ok(sum),
        }
    })?;
    Ok(new)
}

fn increment(call: &mut Call<'_>) -> Result<Value> {
    added(call, 1.into())
}

fn decrement(call: &mut Call<'_>) -> Result<Value> {
    added(call, (-1).into())
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    let step = call.args[1].clone();
    added(call, step)
}

fn exchange(call: &mut Call<'_>) -> Result<Value> {
    let value = call.args[1].clone();
    Ok(change(call, |_, _| Ok(value))?.0)
}

fn compare_exchange(call: &mut Call<'_>) -> Result<Value> {
    let (value, comparand) = (call.args[1].clone(), call.args[2].clone());
    let (old, _) = change(call, |cx, old| Ok(if cx.equals(old, &comparand)? { value } else { old.clone() }))?;
    Ok(old)
}

fn read(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.payload::<Reference>(0).map_or(Value::Null, |slot| slot.value()))
}
