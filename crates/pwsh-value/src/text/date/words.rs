//! The words that a date may hold: names of months and days, designators, zones.

use crate::text::culture::{Culture, DateInfo, Text};

/// What a word means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    /// 1 to 12.
    Month(i32),
    /// 0 is Sunday.
    DayOfWeek(i32),
    /// AM (false) or PM (true).
    Afternoon(bool),
    /// Between date and time.
    TimeMark,
    /// `Z`, `GMT`.
    Utc,
    /// An era or a word of the culture's own patterns.
    Ignorable,
}

/// What a number is by the character behind it, as East Asian text has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Suffix {
    Year,
    MonthOrDay,
    Time,
}

/// The suffix that `rest` begins with and how many bytes it has.
pub(super) fn match_suffix(rest: &str) -> Option<(Suffix, usize)> {
    let ch = rest.chars().next()?;
    let suffix = match ch {
        '年' | '년' => Suffix::Year,
        '月' | '월' | '日' | '일' => Suffix::MonthOrDay,
        '时' | '時' | '시' | '分' | '분' | '秒' | '초' => Suffix::Time,
        _ => return None,
    };
    Some((suffix, ch.len_utf8()))
}

/// The longest known word that `rest` begins with and how many bytes it has.
pub(super) fn match_word(rest: &str, info: &DateInfo) -> Option<(Word, usize)> {
    // What stands behind most numbers, and begins no word in any culture.
    if rest.is_empty() || rest.starts_with(['-', '/', ':']) {
        return None;
    }
    let mut best: Option<(Word, usize)> = None;
    let mut consider = |name: &str, word: Word| {
        if let Some(length) = starts_with_name(rest, name)
            && best.is_none_or(|(_, known)| length > known)
        {
            best = Some((word, length));
        }
    };
    let invariant = &Culture::invariant().date;
    for info in [info, invariant] {
        let months = [
            &info.month_names,
            &info.abbreviated_month_names,
            &info.month_genitive_names,
            &info.abbreviated_month_genitive_names,
        ];
        for names in months {
            each(names, |at, name| consider(name, Word::Month(at + 1)));
        }
        for names in [&info.day_names, &info.abbreviated_day_names] {
            each(names, |at, name| consider(name, Word::DayOfWeek(at)));
        }
        consider(&info.am_designator, Word::Afternoon(false));
        consider(&info.pm_designator, Word::Afternoon(true));
    }
    consider(&info.era_name, Word::Ignorable);
    consider(&info.abbreviated_era_name, Word::Ignorable);
    consider("T", Word::TimeMark);
    for name in ["Z", "GMT"] {
        consider(name, Word::Utc);
    }
    for patterns in [&info.long_date_patterns, &info.year_month_patterns] {
        if let Some(pattern) = patterns.first() {
            quoted_words(pattern, |word| consider(word, Word::Ignorable));
        }
    }
    best
}

fn each(names: &[Text], mut consider: impl FnMut(i32, &str)) {
    for (at, name) in names.iter().enumerate() {
        consider(at as i32, name);
    }
}

fn quoted_words(pattern: &str, mut consider: impl FnMut(&str)) {
    for quoted in pattern.split('\'').skip(1).step_by(2) {
        quoted.split_whitespace().for_each(&mut consider);
    }
}

/// The bytes of `rest` that are `name`, whatever the case; a name that ends in a letter must end a word there.
fn starts_with_name(rest: &str, name: &str) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    let length = prefix_ignoring_case(rest, name)?;
    let last = name.chars().next_back()?;
    let next = rest[length..].chars().next();
    let ideographic = |ch: char| ('\u{2e80}'..='\u{d7ff}').contains(&ch);
    let splits_word = last.is_alphabetic()
        && !ideographic(last)
        && next.is_some_and(|ch| ch.is_alphabetic() && !ideographic(ch));
    (!splits_word).then_some(length)
}

/// The bytes of `text` that equal `prefix` whatever the case.
pub(super) fn prefix_ignoring_case(text: &str, prefix: &str) -> Option<usize> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        let found = rest.next()?;
        let same = found.eq_ignore_ascii_case(&wanted)
            || !(found.is_ascii() && wanted.is_ascii()) && found.to_lowercase().eq(wanted.to_lowercase())
            || (wanted == '\u{a0}' || wanted == '\u{202f}') && found == ' ';
        if !same {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}
