//! Comments, and the two kinds of line comment that mean something: `#requires` and signatures.

use super::*;

/// How a signature block begins, without white space.
const BEGIN_SIGNATURE: &[u8] = b"sig#beginsignatureblock\n";

/// A comment this many edits away from the beginning of a signature counts as one: text after what readers take
/// for the end of a script is refused. PowerShell's authors chose the number from comments in the wild.
const SIGNATURE_SIMILARITY: usize = 10;

impl Tokenizer<'_> {
    /// After the `#`.
    pub(super) fn scan_line_comment(&mut self) {
        let start = self.pos;
        self.pos = self.end_of_line(start);
        let line = &self.text[start..self.pos];
        self.save(TokenKind::Comment);
        if looks_like_signature(line) {
            self.begin_signature = Some(self.current_extent());
        } else if is_requires(line) {
            let extent = self.extent_of(start, self.pos);
            self.requires.push(extent);
        }
    }

    /// After the `<#`.
    pub(super) fn scan_block_comment(&mut self) {
        let start = self.pos - 2;
        let end = self.end_of_block_comment(self.pos);
        let terminated = end >= start + 4 && self.text.as_bytes()[..end].ends_with(b"#>");
        self.pos = end;
        if !terminated {
            let extent = self.extent_of(start, end);
            self.report_incomplete(extent, ErrorId::MissingTerminatorMultiLineComment, &[]);
        }
        self.save(TokenKind::Comment);
    }
}

/// Whether `line` begins with `requires`: the letters have to follow the `#` at once.
fn is_requires(line: &str) -> bool {
    line.as_bytes().get(..8).is_some_and(|word| word.eq_ignore_ascii_case(b"requires"))
}

fn looks_like_signature(line: &str) -> bool {
    let upper_bound = BEGIN_SIGNATURE.len() + SIGNATURE_SIMILARITY;
    let mut compact: Vec<u8> = Vec::with_capacity(upper_bound);
    for c in line.chars().filter(|&c| !is_whitespace(c)) {
        if compact.len() == upper_bound {
            return false;
        }
        // a character that is no ASCII counts as one that matches nothing
        compact.push(if c.is_ascii() { c.to_ascii_lowercase() as u8 } else { b'\0' });
    }
    compact.push(b'\n');
    compact.len() + SIGNATURE_SIMILARITY >= BEGIN_SIGNATURE.len()
        && compact.len() <= upper_bound
        && edit_distance(&compact, BEGIN_SIGNATURE) < SIGNATURE_SIMILARITY
}

/// The Levenshtein distance.
fn edit_distance(first: &[u8], second: &[u8]) -> usize {
    let mut previous: Vec<usize> = (0..=second.len()).collect();
    let mut current = vec![0; second.len() + 1];
    for (row, a) in first.iter().enumerate() {
        current[0] = row + 1;
        for (column, b) in second.iter().enumerate() {
            current[column + 1] = if a == b {
                previous[column]
            } else {
                1 + previous[column].min(previous[column + 1]).min(current[column])
            };
        }
        std::mem::swap(&mut previous, &mut current);
    }
    previous[second.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_and_their_likes_are_found() {
        assert!(looks_like_signature(" SIG # Begin signature block"));
        assert!(looks_like_signature(" SIG # Bgin signature blok"));
        assert!(!looks_like_signature(" END BEGIN SCRIPT BLOCK of mine"));
        assert!(!looks_like_signature(" a comment"));
    }

    #[test]
    fn requires_follows_the_hash_at_once() {
        assert!(is_requires("Requires -Version 7"));
        assert!(!is_requires(" requires -Version 7"));
    }
}
