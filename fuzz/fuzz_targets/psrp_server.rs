#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| psrp::fuzzing::psrp_server(input));
