//! `System.Diagnostics.ProcessThread` and its collection.

use crate::collections::{enumerator, list_members as list};
use pwsh_value::payload::List;
use pwsh_value::ty::{FacadeType, method, named, property};
use pwsh_value::{Obj, Payload, Value};

/// `System.Diagnostics.ProcessThread`.
pub static PROCESS_THREAD: FacadeType = FacadeType {
    base: "System.ComponentModel.Component",
    members: &[property("int Id {get;}", |call| Ok(call.this::<Thread>().0.into()))],
    ..FacadeType::class("System.Diagnostics.ProcessThread")
};

/// `System.Diagnostics.ProcessThreadCollection`.
pub static PROCESS_THREAD_COLLECTION: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable"],
    members: &[
        property("System.Diagnostics.ProcessThread Item(int index) {get;}", list::item),
        property("int Count {get;}", list::count),
        method("System.Collections.IEnumerator GetEnumerator()", enumerator::get_enumerator),
    ],
    hooks: list::HOOKS,
    ..FacadeType::class("System.Diagnostics.ProcessThreadCollection")
};

/// The payload: the thread's number.
struct Thread(i32);

impl Payload for Thread {}

/// The threads of a process, those that there are now.
pub fn threads_of(process: i32) -> Value {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let mut ids: Vec<i32> = tasks.filter_map(|task| task.file_name().to_str()?.parse().ok()).collect();
    ids.sort_unstable();
    let ty = named("System.Diagnostics.ProcessThread");
    let threads = ids.into_iter().map(|id| Obj::new(ty.clone(), Thread(id)).into()).collect();
    Obj::new(named("System.Diagnostics.ProcessThreadCollection"), List::of_values(threads)).into()
}
