#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| psjob_channel::fuzzing::outofproc_line(input));
