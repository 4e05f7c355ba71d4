//! What the properties of format settings take and give.

use crate::fault;
use pwsh_value::payload::Array;
use pwsh_value::text::culture::Text;
use pwsh_value::ty::Call;
use pwsh_value::{Obj, Result, Value};

/// What is given to a setter.
pub(super) fn last<'a>(call: &Call<'a>) -> &'a Value {
    call.args.last().map_or(&Value::Null, Value::unwrapped)
}

/// A text that is given; null is refused.
pub(super) fn text(call: &Call<'_>) -> Result<Text> {
    match last(call) {
        Value::String(text) => Ok(text.to_str().into_owned().into()),
        _ => Err(fault::null("value")),
    }
}

/// Texts that are given as an array; null is refused.
pub(super) fn texts(call: &Call<'_>) -> Result<Vec<Text>> {
    let Some(array) = last(call).cell().and_then(|obj| obj.get::<Array>()) else {
        return Err(fault::null("value"));
    };
    let items = array.to_vec();
    Ok(items.iter().filter_map(|v| Some(v.as_string()?.to_str().into_owned().into())).collect())
}

/// A list of texts, for a getter.
pub(super) fn names(list: &[Text]) -> Value {
    Obj::strings(list.iter().map(|name| &**name)).into()
}
