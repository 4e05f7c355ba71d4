#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| pwsh_syntax::fuzzing::pwsh_parser(input));
