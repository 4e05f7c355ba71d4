//! The `psjob` binary: arguments, configuration and wiring.

use psjob_embedded::Embedded;
use std::sync::Arc;

mod allocator;

fn main() {
    allocator::give_back_at_once();
    let code = psjob::main(std::env::args_os().collect(), || Arc::new(Embedded::new()));
    std::process::exit(code);
}
