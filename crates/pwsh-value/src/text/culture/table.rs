//! The generated table: lookup, and the reading of a line.

use super::{Culture, CultureNotFound, DateInfo, Grouping, NumberInfo, Text, TextInfo};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

static TABLE: &str = include_str!("cultures.tsv");

/// A line of the table and the culture it becomes when it is first asked for.
struct Entry {
    name: &'static str,
    line: &'static str,
    culture: OnceLock<Arc<Culture>>,
}

struct Index {
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let entries: Vec<Entry> = TABLE
        .lines()
        .map(|line| Entry { name: line.split('\t').next().unwrap_or(""), line, culture: OnceLock::new() })
        .collect();
    let by_name =
        entries.iter().enumerate().map(|(at, entry)| (entry.name.to_ascii_lowercase(), at)).collect();
    Index { entries, by_name }
});

pub(super) fn names() -> impl Iterator<Item = &'static str> {
    INDEX.entries.iter().map(|entry| entry.name)
}

pub(super) fn invariant() -> &'static Arc<Culture> {
    // apart from the index, so that a session that needs no other culture never builds it
    static INVARIANT: LazyLock<Arc<Culture>> =
        LazyLock::new(|| Arc::new(read(TABLE.lines().next().unwrap_or(""), None)));
    &INVARIANT
}

pub(super) fn get(name: &str) -> Result<Arc<Culture>, CultureNotFound> {
    if name.is_empty() {
        return Ok(Arc::clone(invariant()));
    }
    if let Some(culture) = known(&name.to_ascii_lowercase()) {
        return Ok(culture);
    }
    derived(name).ok_or_else(|| CultureNotFound { name: name.to_owned() })
}

fn known(lower_name: &str) -> Option<Arc<Culture>> {
    let entry = &INDEX.entries[*INDEX.by_name.get(lower_name)?];
    let culture = entry.culture.get_or_init(|| {
        let parent_name = entry.line.split('\t').nth(1).unwrap_or("");
        let parent = if parent_name.is_empty() {
            Arc::clone(invariant())
        } else {
            known(&parent_name.to_ascii_lowercase()).unwrap_or_else(|| Arc::clone(invariant()))
        };
        Arc::new(read(entry.line, Some(&parent)))
    });
    Some(Arc::clone(culture))
}

/// A well-formed name that the table lacks: the data of the nearest parent, of `en` where the language is
/// unknown (ICU falls back to its default locale there).
fn derived(name: &str) -> Option<Arc<Culture>> {
    let tags: Vec<&str> = name.split('-').collect();
    let well_formed = tags
        .iter()
        .all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if !well_formed || tags[0].len() < 2 {
        return None;
    }
    let canonical = tags.iter().enumerate().map(|(at, tag)| canonical_tag(at, tag)).collect::<Vec<_>>();
    let parent_name = canonical[..canonical.len() - 1].join("-");
    let own_name = canonical.join("-");
    let source = (1..canonical.len())
        .rev()
        .find_map(|length| known(&canonical[..length].join("-").to_ascii_lowercase()))
        .or_else(|| known("en"))?;
    let mut culture = Culture::clone(&source);
    let last = canonical.last().map_or("", String::as_str);
    let title =
        if canonical.len() == 1 { own_name.clone() } else { format!("{} ({last})", source.english_name) };
    culture.english_name = Cow::Owned(title.clone());
    culture.native_name = Cow::Owned(title);
    culture.name = Cow::Owned(own_name);
    culture.parent_name = Cow::Owned(parent_name);
    culture.lcid = 4096;
    culture.neutral = canonical.len() == 1;
    Some(Arc::new(culture))
}

/// Language lower, script title, region upper.
fn canonical_tag(at: usize, tag: &str) -> String {
    match (at, tag.len()) {
        (0, _) => tag.to_ascii_lowercase(),
        (_, 4) if tag.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            tag[..1].to_ascii_uppercase() + &tag[1..].to_ascii_lowercase()
        }
        _ => tag.to_ascii_uppercase(),
    }
}

/// Reads a line's fields in the order in which `generate.ps1` writes them.
struct Fields<'p> {
    fields: std::str::Split<'static, char>,
    parent: Option<&'p Culture>,
}

impl Fields<'_> {
    /// The field, or what the parent has in its place.
    fn text(&mut self, of_parent: impl Fn(&Culture) -> &Text) -> Text {
        match self.fields.next() {
            Some("^") => self.parent.map(|parent| of_parent(parent).clone()).unwrap_or_default(),
            Some(field) => Cow::Borrowed(field),
            None => Cow::Borrowed(""),
        }
    }

    fn list(&mut self, of_parent: impl Fn(&Culture) -> &Vec<Text>) -> Vec<Text> {
        match self.fields.next() {
            Some("^") => self.parent.map(|parent| of_parent(parent).clone()).unwrap_or_default(),
            Some(field) => field.split('|').map(Cow::Borrowed).collect(),
            None => Vec::new(),
        }
    }

    fn number(&mut self, of_parent: impl Fn(&Culture) -> u32) -> u32 {
        match self.fields.next() {
            Some("^") => self.parent.map_or(0, of_parent),
            Some(field) => field.parse().unwrap_or(0),
            None => 0,
        }
    }

    fn small(&mut self, of_parent: impl Fn(&Culture) -> u8) -> u8 {
        self.number(|parent| u32::from(of_parent(parent))) as u8
    }

    fn flag(&mut self, of_parent: impl Fn(&Culture) -> bool) -> bool {
        self.number(|parent| u32::from(of_parent(parent))) != 0
    }

    fn grouping(&mut self, of_parent: impl Fn(&Culture) -> &Grouping) -> Grouping {
        let decimal_separator = self.text(|parent| &of_parent(parent).decimal_separator);
        let group_separator = self.text(|parent| &of_parent(parent).group_separator);
        let group_sizes = match self.fields.next() {
            Some("^") => self.parent.map(|parent| of_parent(parent).group_sizes.clone()).unwrap_or_default(),
            Some(field) => field.split('|').filter_map(|size| size.parse().ok()).collect(),
            None => Default::default(),
        };
        let decimal_digits = self.number(|parent| of_parent(parent).decimal_digits);
        Grouping { decimal_separator, group_separator, group_sizes, decimal_digits }
    }
}

fn read(line: &'static str, parent: Option<&Culture>) -> Culture {
    let mut fields = Fields { fields: line.split('\t'), parent };
    let f = &mut fields;
    let name = f.text(|c| &c.name);
    let parent_name = f.text(|c| &c.parent_name);
    let lcid = f.number(|c| c.lcid);
    let english_name = f.text(|c| &c.english_name);
    let native_name = f.text(|c| &c.native_name);
    let two_letter_iso_language_name = f.text(|c| &c.two_letter_iso_language_name);
    let three_letter_iso_language_name = f.text(|c| &c.three_letter_iso_language_name);
    let three_letter_windows_language_name = f.text(|c| &c.three_letter_windows_language_name);
    let neutral = f.flag(|c| c.neutral);
    let text = TextInfo {
        list_separator: f.text(|c| &c.text.list_separator),
        right_to_left: f.flag(|c| c.text.right_to_left),
        ansi_code_page: f.number(|c| c.text.ansi_code_page),
        oem_code_page: f.number(|c| c.text.oem_code_page),
    };
    let number = read_number(f);
    let date = read_date(f);
    Culture {
        name,
        parent_name,
        lcid,
        english_name,
        native_name,
        two_letter_iso_language_name,
        three_letter_iso_language_name,
        three_letter_windows_language_name,
        neutral,
        text,
        number,
        date,
    }
}

// the fields are read in the order of the expressions, which is the order of the line
fn read_number(f: &mut Fields<'_>) -> NumberInfo {
    NumberInfo {
        negative_sign: f.text(|c| &c.number.negative_sign),
        positive_sign: f.text(|c| &c.number.positive_sign),
        number: f.grouping(|c| &c.number.number),
        number_negative_pattern: f.small(|c| c.number.number_negative_pattern),
        currency_symbol: f.text(|c| &c.number.currency_symbol),
        currency: f.grouping(|c| &c.number.currency),
        currency_positive_pattern: f.small(|c| c.number.currency_positive_pattern),
        currency_negative_pattern: f.small(|c| c.number.currency_negative_pattern),
        percent_symbol: f.text(|c| &c.number.percent_symbol),
        per_mille_symbol: f.text(|c| &c.number.per_mille_symbol),
        percent: f.grouping(|c| &c.number.percent),
        percent_positive_pattern: f.small(|c| c.number.percent_positive_pattern),
        percent_negative_pattern: f.small(|c| c.number.percent_negative_pattern),
        nan_symbol: f.text(|c| &c.number.nan_symbol),
        positive_infinity_symbol: f.text(|c| &c.number.positive_infinity_symbol),
        negative_infinity_symbol: f.text(|c| &c.number.negative_infinity_symbol),
        native_digits: f.list(|c| &c.number.native_digits),
        digit_substitution: f.small(|c| c.number.digit_substitution),
    }
}

fn read_date(f: &mut Fields<'_>) -> DateInfo {
    DateInfo {
        am_designator: f.text(|c| &c.date.am_designator),
        pm_designator: f.text(|c| &c.date.pm_designator),
        date_separator: f.text(|c| &c.date.date_separator),
        time_separator: f.text(|c| &c.date.time_separator),
        first_day_of_week: f.small(|c| c.date.first_day_of_week),
        calendar_week_rule: f.small(|c| c.date.calendar_week_rule),
        full_date_time_pattern: f.text(|c| &c.date.full_date_time_pattern),
        month_day_pattern: f.text(|c| &c.date.month_day_pattern),
        short_date_patterns: f.list(|c| &c.date.short_date_patterns),
        long_date_patterns: f.list(|c| &c.date.long_date_patterns),
        short_time_patterns: f.list(|c| &c.date.short_time_patterns),
        long_time_patterns: f.list(|c| &c.date.long_time_patterns),
        year_month_patterns: f.list(|c| &c.date.year_month_patterns),
        day_names: f.list(|c| &c.date.day_names),
        abbreviated_day_names: f.list(|c| &c.date.abbreviated_day_names),
        shortest_day_names: f.list(|c| &c.date.shortest_day_names),
        month_names: f.list(|c| &c.date.month_names),
        abbreviated_month_names: f.list(|c| &c.date.abbreviated_month_names),
        month_genitive_names: f.list(|c| &c.date.month_genitive_names),
        abbreviated_month_genitive_names: f.list(|c| &c.date.abbreviated_month_genitive_names),
        era_name: f.text(|c| &c.date.era_name),
        abbreviated_era_name: f.text(|c| &c.date.abbreviated_era_name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_reads_and_has_its_months() {
        for name in names() {
            let culture = get(name).unwrap();
            assert_eq!(culture.name, name);
            assert_eq!(culture.date.month_names.len(), 13, "{name}");
            assert_eq!(culture.number.native_digits.len(), 10, "{name}");
            assert!(!culture.number.number.decimal_separator.is_empty(), "{name}");
        }
    }

    #[test]
    fn names_have_no_case_and_fall_back_to_parents() {
        assert_eq!(get("DE-de").unwrap().name, "de-DE");
        let unknown = get("de-xx").unwrap();
        assert_eq!((&*unknown.name, &*unknown.english_name), ("de-XX", "German (XX)"));
        assert_eq!(unknown.number.number.decimal_separator, ",");
        assert_eq!(get("zz").unwrap().date.short_date_pattern(), "M/d/yyyy");
    }

    #[test]
    fn a_malformed_name_is_not_found() {
        let error = get("not a culture").unwrap_err();
        assert_eq!(
            error.to_string(),
            "Culture is not supported. (Parameter 'name')\nnot a culture is an invalid culture identifier."
        );
    }
}
