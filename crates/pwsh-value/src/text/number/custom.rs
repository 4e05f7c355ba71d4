//! Custom number formats: pictures such as `#,##0.00;(#)`.

use super::digits::{Digits, Kind};
use super::standard::write_exponent;
use crate::text::culture::NumberInfo;
use smallvec::SmallVec;

/// What a first pass over one section of the picture finds.
struct Section {
    /// Digit places, `#` and `0`.
    places: i64,
    /// Of these, before the decimal point.
    whole_places: i64,
    /// Place of the first `0`, if any.
    first_zero: Option<i64>,
    /// One past the place of the last `0`, or 0.
    last_zero: i64,
    scientific: bool,
    grouped: bool,
    /// Powers of ten that `%`, `‰` and trailing commas ask for.
    scale: i32,
}

/// Appends `digits` in the picture `format`.
pub(super) fn write(mut digits: Digits, format: &str, info: &NumberInfo, out: &mut String) {
    let picture: SmallVec<[char; 32]> = format.chars().collect();
    let mut start = section_start(&picture, if digits.is_zero() { 2 } else { usize::from(digits.negative) });
    let section = loop {
        let section = scan(&picture[start..]);
        if digits.is_zero() {
            if digits.kind != Kind::Float {
                digits.negative = false;
            }
            digits.scale = 0;
            break section;
        }
        digits.scale += section.scale;
        let kept = if section.scientific {
            section.places
        } else {
            i64::from(digits.scale) + section.places - section.whole_places
        };
        digits.round(kept, false);
        if digits.is_zero() {
            // what rounds to zero is shown by the section for zero
            let zero = section_start(&picture, 2);
            if zero != start {
                start = zero;
                continue;
            }
        }
        break section;
    };
    Writer::new(&digits, &section, info, out).write(&picture[start..], start == 0);
}

/// Where the wanted section (0 positive, 1 negative, 2 zero) begins; the first where it is missing or empty.
fn section_start(picture: &[char], wanted: usize) -> usize {
    let mut left = wanted;
    if left == 0 {
        return 0;
    }
    let mut at = 0;
    while at < picture.len() {
        let ch = picture[at];
        at += 1;
        match ch {
            '\'' | '"' => at = past_quote(picture, at, ch),
            '\\' => at += usize::from(at < picture.len()),
            ';' => {
                left -= 1;
                if left == 0 {
                    let empty = matches!(picture.get(at), None | Some('\0' | ';'));
                    return if empty { 0 } else { at };
                }
            }
            '\0' => return 0,
            _ => {}
        }
    }
    0
}

/// The place after the closing quote, or the end.
fn past_quote(picture: &[char], from: usize, quote: char) -> usize {
    picture[from..].iter().position(|&ch| ch == quote).map_or(picture.len(), |at| from + at + 1)
}

/// Whether `rest`, after an `E`, makes it an exponent: `0`, `+0` or `-0`.
fn is_exponent(rest: &[char]) -> bool {
    matches!(rest, ['0', ..] | ['+' | '-', '0', ..])
}

fn scan(picture: &[char]) -> Section {
    let mut places = 0;
    let mut decimal = None;
    let mut first_zero = None;
    let mut last_zero = 0;
    let mut scientific = false;
    let mut comma: Option<(i64, i32)> = None;
    let mut grouped = false;
    let mut scale = 0;
    let mut at = 0;
    while let Some(&ch) = picture.get(at) {
        at += 1;
        match ch {
            ';' | '\0' => break,
            '#' => places += 1,
            '0' => {
                first_zero.get_or_insert(places);
                places += 1;
                last_zero = places;
            }
            '.' => {
                decimal.get_or_insert(places);
            }
            ',' if places > 0 && decimal.is_none() => match &mut comma {
                Some((place, count)) if *place == places => *count += 1,
                other => {
                    grouped |= other.is_some();
                    *other = Some((places, 1));
                }
            },
            '%' => scale += 2,
            '\u{2030}' => scale += 3,
            '\'' | '"' => at = past_quote(picture, at, ch),
            '\\' => at += usize::from(at < picture.len()),
            'E' | 'e' if is_exponent(&picture[at..]) => {
                at += 1;
                while picture.get(at) == Some(&'0') {
                    at += 1;
                }
                scientific = true;
            }
            _ => {}
        }
    }
    let whole_places = decimal.unwrap_or(places);
    if let Some((place, count)) = comma {
        if place == whole_places {
            scale -= count * 3;
        } else {
            grouped = true;
        }
    }
    Section { places, whole_places, first_zero, last_zero, scientific, grouped, scale }
}

/// The second pass: puts the digits into their places.
struct Writer<'a> {
    digits: &'a Digits,
    section: &'a Section,
    info: &'a NumberInfo,
    out: &'a mut String,
    /// The next digit to write.
    next: usize,
    /// Places left before the decimal point; negative after it.
    place: i64,
    /// Digits more (positive) or fewer (negative) than the picture has whole places.
    surplus: i64,
    /// From this place on zeros are written, and until that one (below the point, negative).
    first_zero: i64,
    last_zero: i64,
    /// Places after which a group separator stands, rightmost first.
    separators: SmallVec<[i64; 8]>,
}

impl<'a> Writer<'a> {
    fn new(digits: &'a Digits, section: &'a Section, info: &'a NumberInfo, out: &'a mut String) -> Self {
        let whole = section.whole_places;
        let first_zero = section.first_zero.map_or(0, |first| (whole - first).max(0));
        let last_zero = if section.last_zero > whole { whole - section.last_zero } else { 0 };
        let scale = i64::from(digits.scale);
        let (place, surplus) =
            if section.scientific { (whole, 0) } else { (scale.max(whole), scale - whole) };
        let mut separators = SmallVec::new();
        if section.grouped && !info.number.group_separator.is_empty() {
            let total = (place + surplus.min(0)).max(first_zero);
            let sizes = &info.number.group_sizes;
            let mut index = 0;
            let mut size = sizes.first().map_or(0, |&size| i64::from(size));
            let mut at = size;
            while total > at && size != 0 {
                separators.push(at);
                if index + 1 < sizes.len() {
                    index += 1;
                    size = i64::from(sizes[index]);
                }
                at += size;
            }
        }
        Self { digits, section, info, out, next: 0, place, surplus, first_zero, last_zero, separators }
    }

    fn write(mut self, picture: &[char], is_first_section: bool) {
        let start = self.out.len();
        let signed = self.digits.negative && is_first_section;
        if signed && self.digits.scale != 0 {
            self.out.push_str(&self.info.negative_sign);
        }
        let mut decimal_written = false;
        let mut exponent_pending = self.section.scientific;
        let mut at = 0;
        while let Some(&ch) = picture.get(at) {
            at += 1;
            if matches!(ch, '#' | '0' | '.') {
                while self.surplus > 0 {
                    self.surplus -= 1;
                    let digit = self.take_digit().unwrap_or('0');
                    self.push_digit(digit);
                    self.place -= 1;
                }
            }
            match ch {
                ';' | '\0' => break,
                '#' | '0' => {
                    if let Some(digit) = self.digit_here() {
                        self.push_digit(digit);
                    }
                    self.place -= 1;
                }
                '.' => {
                    let has_fraction = self.last_zero < 0
                        || (self.section.whole_places < self.section.places && self.next < self.digits.len());
                    if self.place == 0 && !decimal_written && has_fraction {
                        self.out.push_str(&self.info.number.decimal_separator);
                        decimal_written = true;
                    }
                }
                '\u{2030}' => self.out.push_str(&self.info.per_mille_symbol),
                '%' => self.out.push_str(&self.info.percent_symbol),
                ',' => {}
                '\'' | '"' => {
                    let end = past_quote(picture, at, ch);
                    let closed = end > at && picture[end - 1] == ch;
                    self.out.extend(&picture[at..end - usize::from(closed)]);
                    at = end;
                }
                '\\' => {
                    if let Some(&escaped) = picture.get(at) {
                        self.out.push(escaped);
                        at += 1;
                    }
                }
                'E' | 'e' if exponent_pending && is_exponent(&picture[at..]) => {
                    at += self.push_exponent(ch, &picture[at..]);
                    exponent_pending = false;
                }
                'E' | 'e' if !exponent_pending => {
                    // an exponent that is text brings its sign and zeros along
                    self.out.push(ch);
                    if let Some(&sign @ ('+' | '-')) = picture.get(at) {
                        self.out.push(sign);
                        at += 1;
                    }
                    while picture.get(at) == Some(&'0') {
                        self.out.push('0');
                        at += 1;
                    }
                }
                other => self.out.push(other),
            }
        }
        if signed && self.digits.scale == 0 && self.out.len() > start {
            self.out.insert_str(start, &self.info.negative_sign);
        }
    }

    fn take_digit(&mut self) -> Option<char> {
        let digit = self.digits.as_slice().get(self.next).copied();
        self.next += usize::from(digit.is_some());
        digit.map(char::from)
    }

    fn digit_here(&mut self) -> Option<char> {
        if self.surplus < 0 {
            self.surplus += 1;
            (self.place <= self.first_zero).then_some('0')
        } else {
            self.take_digit().or((self.place > self.last_zero).then_some('0'))
        }
    }

    fn push_digit(&mut self, digit: char) {
        self.out.push(digit);
        if self.place > 1 && self.separators.last() == Some(&(self.place - 1)) {
            self.out.push_str(&self.info.number.group_separator);
            self.separators.pop();
        }
    }

    /// Writes the exponent whose picture `rest` begins with; gives how many of its characters it took.
    fn push_exponent(&mut self, marker: char, rest: &[char]) -> usize {
        let signed = usize::from(rest[0] != '0');
        let zeros = rest[signed..].iter().take_while(|&&ch| ch == '0').count();
        let exponent =
            if self.digits.is_zero() { 0 } else { self.digits.scale - self.section.whole_places as i32 };
        write_exponent(exponent, marker as u8, zeros.min(10), rest[0] == '+', self.info, self.out);
        signed + zeros
    }
}
