#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| dotnet_regex::fuzzing::dotnet_regex(input));
