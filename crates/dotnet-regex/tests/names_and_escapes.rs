//! Group names and numbers, escaping, and what the culture changes.

use dotnet_regex::{CaseBehavior, NeverStop, Options, Regex, Replacement, Subject, escape, unescape};

#[test]
fn a_group_is_found_by_name_and_by_number() {
    let regex = Regex::new("(?<b>.)(.)(?<5>.)(?<a>.)", Options::NONE).expect("a valid pattern");
    assert_eq!(regex.group_names(), ["0", "1", "b", "a", "5"]);
    assert_eq!(regex.group_numbers(), [0, 1, 2, 3, 5]);
    assert_eq!(regex.group_number("b"), Some(2));
    assert_eq!(regex.group_number("5"), Some(5));
    assert_eq!(["2", "05", "c", ""].map(|name| regex.group_number(name)), [None; 4]);
    assert_eq!(regex.group_name(3), "a");
    assert_eq!(regex.group_name(4), "");
    assert_eq!(regex.group_slot(5), Some(4));
    let plain = Regex::new("(a)(b)", Options::NONE).expect("a valid pattern");
    assert_eq!(["02", "2", "3", "+2"].map(|name| plain.group_number(name)), [Some(2), Some(2), None, None]);
}

#[test]
fn escaping_is_undone_by_unescaping() {
    let text = "a.b*c\n\t\r\u{c} #[x]{y}(z)|^$+?\\-é".as_bytes();
    let escaped = escape(text);
    assert_eq!(String::from_utf8_lossy(&escaped), r"a\.b\*c\n\t\r\f\ \#\[x]\{y}\(z\)\|\^\$\+\?\\-é");
    assert_eq!(unescape(&escaped).as_deref(), Ok(text));
    assert_eq!(unescape(br"\x41\u0042\103\cA\\").as_deref(), Ok(&b"ABC\x01\\"[..]));
    let error = unescape(br"a\y").expect_err("no such escape");
    assert_eq!(error.to_string(), r"Invalid pattern 'a\y' at offset 3. Unrecognized escape sequence \y.");
}

#[test]
fn the_culture_decides_about_the_letter_i() {
    let matches = |pattern: &str, text: &str, options, case| {
        let regex = Regex::from_wtf8(pattern.as_bytes(), Options::IGNORE_CASE | options, case);
        let mut units = Vec::new();
        let subject = Subject::from_wtf8(text.as_bytes(), &mut units);
        regex.expect("a valid pattern").is_match(subject, 0, &NeverStop).expect("an answer")
    };
    use CaseBehavior::{Invariant, NonTurkish, Turkish};
    assert!(matches("i", "I", Options::NONE, Invariant));
    assert!(!matches("i", "\u{130}", Options::NONE, Invariant));
    assert!(matches("i", "\u{130}", Options::NONE, NonTurkish));
    assert!(!matches("i", "\u{130}", Options::CULTURE_INVARIANT, NonTurkish));
    assert!(!matches("i", "I", Options::NONE, Turkish));
    assert!(matches("[h-j]", "\u{130}", Options::NONE, Turkish));
    assert!(matches(r"(I)\1", "I\u{131}", Options::NONE, Turkish));
}

#[test]
fn a_replacement_may_join_a_surrogate_pair() {
    let regex = Regex::new("x", Options::NONE).expect("a valid pattern");
    let replacement = Replacement::new(&regex, &[0xED, 0xB8, 0x80]).expect("a valid replacement");
    let units = [0xD83D, u16::from(b'x')];
    let replaced = regex.replace(Subject::Utf16(&units), &replacement, None, 0, &NeverStop);
    assert_eq!(replaced, Ok(Some("\u{1F600}".into())));
}

#[test]
fn options_that_exclude_each_other_are_refused() {
    assert!(Options::from_bits(1 | 2 | 256 | 512).is_some());
    for bits in [256 | 16, 256 | 64, 1024 | 64, 1024 | 256, 2048, 128] {
        assert_eq!(Options::from_bits(bits), None, "{bits}");
    }
}
