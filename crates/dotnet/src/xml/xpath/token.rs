//! The tokens of an expression (3.7).

use super::invalid_token;
use pwsh_value::Result;

/// A token.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Token {
    Number(f64),
    Literal(String),
    /// A name, with a prefix if it has one; `*` may stand behind the colon.
    Name(String),
    /// A name before `::`.
    Axis(String),
    /// A name before `(`, which is a token of its own.
    Call(String),
    Variable,
    /// `*` as a test of nodes.
    Any,
    /// `( ) [ ] . .. @ ,` and all operators, `*` and words among them.
    Symbol(&'static str),
}

const SYMBOLS: [&str; 19] =
    ["//", "..", "!=", "<=", ">=", "(", ")", "[", "]", ".", "@", ",", "/", "|", "+", "-", "=", "<", ">"];
const WORDS: [&str; 4] = ["and", "or", "mod", "div"];

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// All tokens of an expression.
pub(super) fn tokens(expression: &str) -> Result<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) =
            next(rest, first, after_operand(tokens.last())).ok_or_else(|| invalid_token(expression))?;
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

/// Whether an operator must come next: what stands there is then no name and no test.
fn after_operand(last: Option<&Token>) -> bool {
    match last {
        None | Some(Token::Axis(_) | Token::Call(_)) => false,
        Some(Token::Symbol(symbol)) => matches!(*symbol, ")" | "]" | "." | ".."),
        Some(_) => true,
    }
}

fn next(rest: &str, first: char, after_operand: bool) -> Option<(Token, usize)> {
    if first == '\'' || first == '"' {
        let end = rest[1..].find(first)?;
        return Some((Token::Literal(rest[1..=end].to_owned()), end + 2));
    }
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    if first.is_ascii_digit() || first == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
        let length = digits(rest);
        return Some((Token::Number(rest[..length].parse().ok()?), length));
    }
    if first == '*' {
        return Some((if after_operand { Token::Symbol("*") } else { Token::Any }, 1));
    }
    if let Some(name) = rest.strip_prefix('$') {
        let length = name.find(|c: char| !is_name(c) && c != ':').unwrap_or(name.len());
        return Some((Token::Variable, length + 1));
    }
    if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
        return Some((Token::Symbol(symbol), symbol.len()));
    }
    if !(first.is_alphabetic() || first == '_') {
        return None;
    }
    let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(length);
    if after_operand {
        return WORDS.iter().find(|word| **word == name).map(|word| (Token::Symbol(word), length));
    }
    if let Some(local) = behind.strip_prefix(':').filter(|local| !local.starts_with(':')) {
        let more =
            if local.starts_with('*') { 1 } else { local.find(|c: char| !is_name(c)).unwrap_or(local.len()) };
        let whole = &rest[..length + 1 + more];
        return (more > 0).then(|| (Token::Name(whole.to_owned()), whole.len()));
    }
    let spaces = behind.len() - behind.trim_start().len();
    Some(match behind.trim_start() {
        after if after.starts_with("::") => (Token::Axis(name.to_owned()), length + spaces + 2),
        after if after.starts_with('(') => (Token::Call(name.to_owned()), length),
        _ => (Token::Name(name.to_owned()), length),
    })
}
