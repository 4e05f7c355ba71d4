//! A runspace to measure in, and a thread as pipelines have it.

use criterion::Criterion;
use pwsh_runtime::command::CommandTable;
use pwsh_runtime::host::Nowhere;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, stack};
use std::sync::Arc;

/// What `criterion_main!` does, on a thread with a stack as deep as scripts need.
pub fn run(benches: fn()) {
    let run = move || {
        stack::begin_thread(stack::RESERVE);
        benches();
        Criterion::default().configure_from_args().final_summary();
    };
    let thread = std::thread::Builder::new().stack_size(stack::RESERVE).spawn(run);
    thread.expect("a thread can be started").join().expect("the benches run");
}

/// A runspace of a new session.
pub fn runspace() -> Runspace {
    pwsh_value::ty::install(&[psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES].concat());
    let session = Session::new(Arc::new(Shared::new(CommandTable::new(&[]))), Process::inherit());
    Runspace::new(session, Arc::new(Nowhere), None)
}
