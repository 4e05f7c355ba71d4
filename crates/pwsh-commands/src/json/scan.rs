//! The characters of a JSON text and where in it the reader is.

/// What one step of the way to a value in a text is called.
#[derive(Clone)]
pub enum Step {
    /// In an object, at the property of that name; empty before the first.
    Property(Option<String>),
    /// In an array, at that element; `None` before the first.
    Element(Option<usize>),
}

/// A text with a place in it.
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// The way to the value being read, outermost first.
    pub path: Vec<Step>,
}

impl<'a> Scan<'a> {
    /// The beginning of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, path: Vec::new() }
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Takes the next character.
    pub fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Takes `word` if the text goes on with it.
    pub fn take(&mut self, word: &str) -> bool {
        let found = self.text[self.at..].starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// Takes characters as long as `wanted` holds.
    pub fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Skips white space and comments.
    pub fn skip_space(&mut self) -> Result<(), String> {
        loop {
            self.take_while(char::is_whitespace);
            if self.take("//") {
                self.take_while(|c| c != '\n' && c != '\r');
            } else if self.take("/*") {
                match self.text[self.at..].find("*/") {
                    Some(end) => self.at += end + 2,
                    None => {
                        self.at = self.text.len();
                        return Err(self.failure("Unexpected end while parsing comment."));
                    }
                }
            } else {
                return Ok(());
            }
        }
    }

    /// A message with the place at its end: path, line and the position in the line.
    pub fn failure(&self, message: &str) -> String {
        self.failure_on(&self.path, message)
    }

    /// The same for the container that the reader is in: what is inside it has no name yet.
    pub fn failure_outside(&self, message: &str) -> String {
        self.failure_on(&self.path[..self.path.len().saturating_sub(1)], message)
    }

    fn failure_on(&self, path: &[Step], message: &str) -> String {
        let before = &self.text[..self.at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[line_start..].encode_utf16().count();
        // Newtonsoft has no line before it took a character.
        let line = if self.at == 0 { 0 } else { before.matches('\n').count() + 1 };
        format!("{message} Path '{}', line {line}, position {column}.", path_text(path))
    }
}

fn path_text(path: &[Step]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Element(Some(index)) => out.push_str(&format!("[{index}]")),
            Step::Property(Some(name))
                if name.contains([' ', '\'', '.', '/', '"', '[', ']', '\t', '\n', '(', ')']) =>
            {
                out.push_str(&format!("['{name}']"));
            }
            Step::Property(Some(name)) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            _ => {}
        }
    }
    out
}
