//! Places in arrays of any number of dimensions.

use super::integer::whole;
use crate::fault;
use pwsh_value::payload::Array;
use pwsh_value::{Error, Result, Value};

/// The numbers in arguments, given one by one or as one array.
pub fn places(args: &[Value]) -> Vec<i64> {
    let list = match args {
        [one] => one.cell().and_then(|obj| obj.get::<Array>()).map(|array| array.to_vec()),
        _ => None,
    };
    list.as_deref().unwrap_or(args).iter().filter_map(whole).map(|place| place as i64).collect()
}

/// The row-major index of a place.
///
/// # Errors
/// `IndexOutOfRangeException` outside the bounds, `ArgumentException` for the wrong number of indices.
pub fn flat_index(lengths: &[usize], places: &[i64]) -> Result<usize> {
    if lengths.len() != places.len() {
        let message = match lengths.len() {
            1 => "Array was not a one-dimensional array.",
            2 => "Array was not a two-dimensional array.",
            3 => "Array was not a three-dimensional array.",
            _ => "Indices length does not match the array rank.",
        };
        return Err(Error::argument(message, ""));
    }
    lengths.iter().zip(places).try_fold(0, |flat, (length, place)| {
        let place = usize::try_from(*place).ok().filter(|place| place < length);
        place.map(|place| flat * length + place).ok_or_else(fault::outside_array)
    })
}
