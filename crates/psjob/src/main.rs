//! The `psjob` binary: arguments, configuration and wiring.

use psjob::local_jobs::LocalJobs;
use psjob_channel::Engine;
use psjob_embedded::Embedded;
use std::sync::Arc;

fn main() {
    psjob::allocator::give_back_at_once();
    let code = psjob::main(std::env::args_os().collect(), embedded);
    std::process::exit(code);
}

/// The embedded engine, whose scripts start their jobs on it.
fn embedded() -> Arc<dyn Engine> {
    let engine = Arc::new(Embedded::new());
    engine.run_jobs_by(LocalJobs::of(&engine));
    engine
}
