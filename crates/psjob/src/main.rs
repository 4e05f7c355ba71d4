//! The `psjob` binary: arguments, configuration and wiring.

fn main() {}
