//! `System.Collections.ObjectModel.ObservableCollection`1`.

use crate::collections::list_members;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::{Result, Value};

/// `System.Collections.ObjectModel.ObservableCollection`1`.
pub static OBSERVABLE_COLLECTION: FacadeType = FacadeType {
    base: "System.Collections.ObjectModel.Collection[T]",
    generic: &["T"],
    members: &[
        constructor("new()", list_members::new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", list_members::new),
        constructor("new(System.Collections.Generic.List[T] list)", list_members::new),
        method("void Move(int oldIndex, int newIndex)", move_),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Collections.ObjectModel.ObservableCollection`1")
};

fn move_(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let place =
        |at: i32| usize::try_from(at).ok().filter(|at| *at < this.len()).ok_or_else(crate::fault::index);
    let (from, to) = (place(call.int(0))?, place(call.int(1))?);
    for value in this.remove(from, 1) {
        this.insert(to, value);
    }
    Ok(Value::Void)
}
