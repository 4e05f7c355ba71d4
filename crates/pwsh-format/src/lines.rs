//! Texts broken into lines.

use crate::cells::{Part, parts, width, width_of};

const RESET: &str = "\u{1b}[0m";
const SOFT_HYPHEN: char = '\u{ad}';
const HARD_HYPHEN: char = '\u{2011}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// A text's lines, each with the escape sequences that are in force where it begins and reset where it ends.
pub(crate) fn split(text: &str) -> Vec<String> {
    if !text.contains(['\n', '\r']) {
        return vec![text.to_owned()];
    }
    let mut lines = Vec::new();
    let (mut line, mut active) = (String::new(), String::new());
    for part in parts(text) {
        match part {
            Part::Escape(sequence) => {
                line.push_str(sequence);
                note(sequence, &mut active);
            }
            Part::Char('\n') => {
                close(&mut line, &active);
                lines.push(std::mem::replace(&mut line, active.clone()));
            }
            Part::Char('\r') => {}
            Part::Char(c) => line.push(c),
        }
    }
    if !active.is_empty() && line == active {
        line.clear();
    }
    close(&mut line, &active);
    lines.push(line);
    lines
}

/// Keeps the sequences that are in force.
fn note(sequence: &str, active: &mut String) {
    if sequence == RESET {
        active.clear();
    } else {
        active.push_str(sequence);
    }
}

fn close(line: &mut String, active: &str) {
    if !active.is_empty() && !line.is_empty() && !line.ends_with(RESET) {
        line.push_str(RESET);
    }
}

/// A word with the blank behind it.
struct Word {
    text: String,
    soft: bool,
}

fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut text, mut active) = (String::new(), String::new());
    let end = |text: &mut String, active: &str, blank: Option<char>, words: &mut Vec<Word>| {
        let closed = !active.is_empty() && !text.ends_with(RESET);
        if let Some(c) = blank.filter(|c| *c != SOFT_HYPHEN) {
            text.push(c);
        }
        if closed {
            text.push_str(RESET);
        }
        let next = active.to_owned();
        words.push(Word { text: std::mem::replace(text, next), soft: blank == Some(SOFT_HYPHEN) });
    };
    for part in parts(line) {
        match part {
            Part::Escape(sequence) => {
                text.push_str(sequence);
                note(sequence, &mut active);
            }
            Part::Char(c @ (' ' | '\t' | SOFT_HYPHEN)) => end(&mut text, &active, Some(c), &mut words),
            Part::Char(HARD_HYPHEN | NO_BREAK_SPACE) => end(&mut text, &active, None, &mut words),
            Part::Char(c) => text.push(c),
        }
    }
    if text == active {
        text.clear();
    }
    close(&mut text, &active);
    words.push(Word { text, soft: false });
    words
}

/// A text's lines, long ones broken between words so that each fits.
pub(crate) fn wrap(text: &str, first: usize, following: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in split(text) {
        if width(&line) <= first {
            out.push(line);
        } else {
            wrap_line(&line, first, following, &mut out);
        }
    }
    out
}

fn wrap_line(line: &str, first: usize, following: usize, out: &mut Vec<String>) {
    let (mut room, mut size) = (first, first);
    let mut current = String::new();
    for mut word in words(line) {
        if word.soft && width(&word.text) + 1 == room {
            word.text.push('-');
        }
        let cells = width(&word.text);
        if size == 0 {
            size = following;
            if size == 0 {
                break;
            }
            room = size;
        }
        if cells > size {
            break_word(&word.text, &mut current, &mut size, &mut room, following, out);
        } else if cells > room {
            out.push(std::mem::replace(&mut current, word.text));
            size = following;
            room = size.saturating_sub(cells);
        } else {
            current.push_str(&word.text);
            room -= cells;
        }
    }
    out.push(current);
}

/// Spreads a word that is longer than a line.
fn break_word(
    word: &str,
    current: &mut String,
    size: &mut usize,
    room: &mut usize,
    following: usize,
    out: &mut Vec<String>,
) {
    let mut active = String::new();
    for part in parts(word) {
        match part {
            Part::Escape(sequence) => {
                current.push_str(sequence);
                active.push_str(sequence);
            }
            Part::Char(c) => {
                let (c, cells) = if width_of(c) > *size { ('?', 1) } else { (c, width_of(c)) };
                if cells > *room {
                    close(current, &active);
                    out.push(std::mem::replace(current, active.clone()));
                    *size = following;
                    *room = *size;
                }
                current.push(c);
                *room = room.saturating_sub(cells);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_to_the_next_line_and_long_ones_are_broken() {
        assert_eq!(wrap("the quick brown fox", 10, 10), ["the quick ", "brown fox"]);
        assert_eq!(wrap("abcdefgh", 3, 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("Source", 2, 2), ["So", "ur", "ce"]);
    }

    #[test]
    fn colours_are_reset_at_each_line_end() {
        assert_eq!(split("\u{1b}[31ma\nb\u{1b}[0m"), ["\u{1b}[31ma\u{1b}[0m", "\u{1b}[31mb\u{1b}[0m"]);
    }
}
