//! Times a script in the evaluator alone: `cargo run --release -p pwsh-runtime --example evaluate -- 'script'`.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, stack};
use std::sync::Arc;
use std::time::Instant;

fn main() {
    let scripts: Vec<String> = std::env::args().skip(1).collect();
    let thread = std::thread::Builder::new().stack_size(stack::RESERVE).spawn(move || {
        stack::begin_thread(stack::RESERVE);
        pwsh_value::ty::install(&[psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES].concat());
        let session = Session::new(Arc::new(Shared::new(CommandTable::new(&[]))), Process::inherit());
        for script in scripts {
            let collected = Arc::new(Collected::default());
            let mut rs = Runspace::new(session.clone(), collected.clone(), None);
            let start = Instant::now();
            let result =
                rs.parse(&script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
            let time = start.elapsed();
            println!("{time:?} {:?} {:?}  {script}", result.err(), collected.output.lock().last());
        }
    });
    thread.expect("a thread can be started").join().expect("the scripts ran");
}
