//! `System.Buffer`: arrays of numbers as the bytes they consist of.

use super::bit_converter::number_bytes;
use super::integer::whole;
use crate::fault;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Type, known, method};
use pwsh_value::{Handle, Result, Value};

/// `System.Buffer`.
pub static BUFFER: FacadeType = FacadeType {
    members: &[
        method(
            "static void BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)",
            block_copy,
        ),
        method("static int ByteLength(array array)", byte_length),
        method("static byte GetByte(array array, int index)", get_byte),
        method("static void SetByte(array array, int index, byte value)", set_byte),
    ],
    ..FacadeType::static_class("System.Buffer")
};

/// The bytes of one element of a primitive type; `None` for other types.
fn width(element: &Type) -> Option<usize> {
    let k = known();
    let widths = [
        (&k.byte, 1),
        (&k.sbyte, 1),
        (&k.boolean, 1),
        (&k.int16, 2),
        (&k.uint16, 2),
        (&k.char, 2),
        (&k.int32, 4),
        (&k.uint32, 4),
        (&k.single, 4),
        (&k.int64, 8),
        (&k.uint64, 8),
        (&k.double, 8),
    ];
    widths.into_iter().find(|(ty, _)| *ty == element).map(|(_, width)| width)
}

/// An array argument and the width of its elements.
fn primitive<'a>(call: &Call<'a>, index: usize, parameter: &str) -> Result<(Handle<'a, Array>, usize)> {
    let array = call.payload::<Array>(index).ok_or_else(|| fault::null(parameter))?;
    let element = array.owner().ty().element().unwrap_or(&known().object);
    let message = "Object must be an array of primitives.";
    let width = width(element).ok_or_else(|| fault::argument(message, parameter))?;
    Ok((array, width))
}

fn bytes_of(array: Handle<'_, Array>) -> Vec<u8> {
    array.to_vec().iter().flat_map(number_bytes).collect()
}

/// The element of type `element` that these bytes are.
fn element_of(element: &Type, bytes: &[u8]) -> Value {
    let mut wide = [0; 8];
    wide[..bytes.len()].copy_from_slice(bytes);
    let bits = u64::from_le_bytes(wide);
    let k = known();
    match element {
        ty if *ty == k.byte => Value::UInt8(bits as u8),
        ty if *ty == k.sbyte => Value::Int8(bits as i8),
        ty if *ty == k.boolean => Value::Bool(bits != 0),
        ty if *ty == k.int16 => Value::Int16(bits as i16),
        ty if *ty == k.uint16 => Value::UInt16(bits as u16),
        ty if *ty == k.char => Value::Char(bits as u16),
        ty if *ty == k.int32 => Value::Int32(bits as i32),
        ty if *ty == k.uint32 => Value::UInt32(bits as u32),
        ty if *ty == k.single => Value::Single(f32::from_bits(bits as u32)),
        ty if *ty == k.int64 => Value::Int64(bits as i64),
        ty if *ty == k.uint64 => Value::UInt64(bits),
        _ => Value::Double(f64::from_bits(bits)),
    }
}

/// Replaces the bytes of an array, all of which are given.
fn store(array: Handle<'_, Array>, width: usize, bytes: &[u8]) {
    let element = array.owner().ty().element().unwrap_or(&known().object).clone();
    for (at, bytes) in bytes.chunks(width).enumerate() {
        array.set(at, element_of(&element, bytes));
    }
}

fn block_copy(call: &mut Call<'_>) -> Result<Value> {
    let ((source, _), (target, width)) = (primitive(call, 0, "src")?, primitive(call, 2, "dst")?);
    let number = |index: usize, parameter: &str| {
        usize::try_from(call.int(index)).map_err(|_| fault::negative(parameter, call.int(index).into()))
    };
    let (from, to, count) = (number(1, "srcOffset")?, number(3, "dstOffset")?, number(4, "count")?);
    let (read, mut written) = (bytes_of(source), bytes_of(target));
    if from + count > read.len() || to + count > written.len() {
        let message = "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.";
        return Err(fault::argument(message, ""));
    }
    written[to..to + count].copy_from_slice(&read[from..from + count]);
    store(target, width, &written);
    Ok(Value::Void)
}

fn byte_length(call: &mut Call<'_>) -> Result<Value> {
    let (array, width) = primitive(call, 0, "array")?;
    Ok(((array.len() * width) as i32).into())
}

/// The place of a byte, within the array.
fn place(call: &Call<'_>, length: usize) -> Result<usize> {
    usize::try_from(call.int(1)).ok().filter(|at| *at < length).ok_or_else(fault::index)
}

fn get_byte(call: &mut Call<'_>) -> Result<Value> {
    let bytes = bytes_of(primitive(call, 0, "array")?.0);
    Ok(bytes[place(call, bytes.len())?].into())
}

fn set_byte(call: &mut Call<'_>) -> Result<Value> {
    let (array, width) = primitive(call, 0, "array")?;
    let mut bytes = bytes_of(array);
    let at = place(call, bytes.len())?;
    bytes[at] = whole(call.arg(2)).unwrap_or(0) as u8;
    store(array, width, &bytes);
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, ints};
    use pwsh_value::{Obj, Value};

    #[test]
    fn bytes_move_between_arrays_of_other_widths() {
        let mut rt = Runtime::new();
        let (bytes, numbers): (Value, Value) = (Obj::bytes(vec![0, 2, 1]).into(), ints([0, 0]));
        let args = [bytes, 1.into(), numbers.clone(), 4.into(), 2.into()];
        rt.call_static("System.Buffer", "BlockCopy", &args).unwrap();
        assert_eq!(rt.text(&numbers), "0 258");
    }
}
