#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| clixml::fuzzing::clixml_reader(input));
