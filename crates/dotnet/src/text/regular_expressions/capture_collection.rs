//! `System.Text.RegularExpressions.CaptureCollection`.

use crate::collections::list_members;
use crate::fault;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, method, named, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Text.RegularExpressions.CaptureCollection`.
pub static CAPTURE_COLLECTION: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IList[System.Text.RegularExpressions.Capture]",
        "System.Collections.Generic.ICollection[System.Text.RegularExpressions.Capture]",
        "System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Capture]",
        "System.Collections.IEnumerable",
        "System.Collections.Generic.IReadOnlyList[System.Text.RegularExpressions.Capture]",
        "System.Collections.Generic.IReadOnlyCollection[System.Text.RegularExpressions.Capture]",
        "System.Collections.IList",
        "System.Collections.ICollection",
    ],
    members: &[
        property("bool IsReadOnly {get;}", is_read_only),
        property("int Count {get;}", list_members::count),
        property("System.Text.RegularExpressions.Capture Item(int i) {get;}", item),
        property("bool IsSynchronized {get;}", is_synchronized),
        property("System.Object SyncRoot {get;}", list_members::sync_root),
        method("System.Collections.IEnumerator GetEnumerator()", list_members::get_enumerator),
        method("void CopyTo(array array, int arrayIndex)", list_members::copy_to),
        method(
            "void CopyTo(System.Text.RegularExpressions.Capture[] array, int arrayIndex)",
            list_members::copy_to,
        ),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Text.RegularExpressions.CaptureCollection")
};

/// A collection of these.
pub fn collection(list: Vec<Value>) -> Value {
    Obj::new(named("System.Text.RegularExpressions.CaptureCollection"), List::of_values(list)).into()
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    let at = usize::try_from(call.int(0)).ok();
    let found = at.and_then(|at| call.this::<List>().get(at));
    found.ok_or_else(|| {
        let message = "Specified argument was out of the range of valid values.";
        fault::out_of_range(message, "i")
    })
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn is_synchronized(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}
