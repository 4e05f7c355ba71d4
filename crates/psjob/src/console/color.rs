//! ConsoleColor as escape sequences.

use std::borrow::Cow;

/// ConsoleColor's order (blue is the lowest bit) in that of the escape sequences (red is).
const ANSI: [u8; 8] = [0, 4, 2, 6, 1, 5, 3, 7];

/// The sequence that sets both colours. A number that is no ConsoleColor, -1 for one, leaves its colour.
pub fn sequence(foreground: i32, background: i32) -> String {
    let codes: Vec<String> = [(foreground, 30, 90), (background, 40, 100)]
        .into_iter()
        .filter_map(|(color, dark, bright)| {
            let color = u8::try_from(color).ok().filter(|color| *color < 16)?;
            let base = if color < 8 { dark } else { bright };
            Some((base + ANSI[usize::from(color % 8)]).to_string())
        })
        .collect();
    if codes.is_empty() { String::new() } else { format!("\x1b[{}m", codes.join(";")) }
}

/// The sequence that sets the terminal's own colours again.
pub const RESET: &str = "\x1b[0m";

/// The text without colour sequences, for what is no terminal.
pub fn without_sequences(text: &str) -> Cow<'_, str> {
    if !text.contains("\u{1b}[") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..at]);
        let sequence = &rest[at + 2..];
        let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(sequence.len());
        match sequence[end..].strip_prefix('m') {
            Some(after) => rest = after,
            None => {
                plain.push_str("\u{1b}[");
                rest = sequence;
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out_and_nothing_else() {
        assert_eq!(without_sequences("\u{1b}[32;1mA\u{1b}[0m b\u{1b}[2J"), "A b\u{1b}[2J");
        assert_eq!(without_sequences("plain"), "plain");
    }

    #[test]
    fn colors_are_those_of_the_terminal() {
        assert_eq!(sequence(12, -1), "\x1b[91m");
        assert_eq!(sequence(1, 14), "\x1b[34;103m");
        assert_eq!(sequence(-1, 99), "");
    }
}
