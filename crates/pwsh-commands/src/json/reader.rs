//! From a JSON text to its values.

use super::scan::{Scan, Step};
use num_bigint::BigInt;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`, and an empty text.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A whole number beyond 64 bits.
    Big(BigInt),
    /// A number with a point or an exponent.
    Double(f64),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object; of properties with the same name the last one's value counts.
    Object(Vec<(String, Json)>),
}

/// Reads a text. `depth` is how many containers may lie in one another.
///
/// # Errors
/// Newtonsoft's message, with the place.
pub fn read(text: &str, depth: usize) -> Result<Json, String> {
    let mut reader = Reader { scan: Scan::new(text), depth };
    reader.scan.skip_space()?;
    if reader.scan.peek().is_none() {
        return Ok(Json::Null);
    }
    let value = reader.value()?;
    reader.scan.skip_space()?;
    match reader.scan.peek() {
        None => Ok(value),
        Some(c) => {
            let message = format!("Additional text encountered after finished reading JSON content: {c}.");
            Err(reader.scan.failure(&message))
        }
    }
}

struct Reader<'a> {
    scan: Scan<'a>,
    depth: usize,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Json, String> {
        match self.scan.peek() {
            Some('{') => self.object(),
            Some('[') => self.array(),
            Some(quote @ ('"' | '\'')) => self.string(quote).map(Json::Text),
            Some('-' | '0'..='9') => self.number(),
            Some(first) => {
                for (word, value) in [
                    ("true", Json::Bool(true)),
                    ("false", Json::Bool(false)),
                    ("null", Json::Null),
                    ("undefined", Json::Null),
                    ("NaN", Json::Double(f64::NAN)),
                    ("Infinity", Json::Double(f64::INFINITY)),
                ] {
                    if self.scan.take(word) {
                        return Ok(value);
                    }
                }
                Err(self.unexpected(first))
            }
            None => Err(self.ended()),
        }
    }

    fn unexpected(&self, found: char) -> String {
        self.scan.failure(&format!("Unexpected character encountered while parsing value: {found}."))
    }

    /// The text ended inside a container: the outermost one's kind says in which words.
    fn ended(&self) -> String {
        self.scan.failure(match self.scan.path.first() {
            Some(Step::Element(_)) => "Unexpected end of content while loading JArray.",
            _ => "Unexpected end when deserializing object.",
        })
    }

    fn enter(&mut self, step: Step) -> Result<(), String> {
        self.scan.next();
        self.scan.path.push(step);
        if self.scan.path.len() > self.depth {
            return Err(self
                .scan
                .failure_outside(&format!("The reader's MaxDepth of {} has been exceeded.", self.depth)));
        }
        Ok(())
    }

    fn at(&mut self, step: Step) {
        if let Some(last) = self.scan.path.last_mut() {
            *last = step;
        }
    }

    fn array(&mut self) -> Result<Json, String> {
        self.enter(Step::Element(None))?;
        let mut items = Vec::new();
        loop {
            self.scan.skip_space()?;
            if self.scan.take("]") {
                break;
            }
            match self.scan.peek() {
                None => return Err(self.ended()),
                // An element left out is undefined.
                Some(',') => items.push(Json::Null),
                Some(_) => {
                    self.at(Step::Element(Some(items.len())));
                    items.push(self.value()?);
                }
            }
            if self.separator(']')? {
                break;
            }
        }
        self.scan.path.pop();
        Ok(Json::Array(items))
    }

    fn object(&mut self) -> Result<Json, String> {
        self.enter(Step::Property(None))?;
        let mut properties: Vec<(String, Json)> = Vec::new();
        loop {
            self.scan.skip_space()?;
            if self.scan.take("}") {
                break;
            }
            let name = self.name()?;
            self.at(Step::Property(Some(name.clone())));
            self.scan.skip_space()?;
            match self.scan.peek() {
                Some(':') => self.scan.next(),
                None => return Err(self.ended()),
                Some(c) => {
                    let message =
                        format!("Invalid character after parsing property name. Expected ':' but got: {c}.");
                    return Err(self.scan.failure(&message));
                }
            };
            self.scan.skip_space()?;
            let value = self.value()?;
            match properties.iter_mut().find(|(n, _)| *n == name) {
                Some((_, slot)) => *slot = value,
                None => properties.push((name, value)),
            }
            if self.separator('}')? {
                break;
            }
        }
        self.scan.path.pop();
        Ok(Json::Object(properties))
    }

    /// Takes the comma, or the bracket that ends the container: then true.
    fn separator(&mut self, close: char) -> Result<bool, String> {
        self.scan.skip_space()?;
        match self.scan.peek() {
            Some(',') => {
                self.scan.next();
                Ok(false)
            }
            Some(c) if c == close => {
                self.scan.next();
                Ok(true)
            }
            None => Err(self.ended()),
            Some(c) => Err(self
                .scan
                .failure(&format!("After parsing a value an unexpected character was encountered: {c}."))),
        }
    }

    fn name(&mut self) -> Result<String, String> {
        match self.scan.peek() {
            Some(quote @ ('"' | '\'')) => self.string(quote),
            Some(c) if is_identifier(c) => Ok(self.scan.take_while(is_identifier).to_owned()),
            Some(c) => Err(self.scan.failure(&format!("Invalid property identifier character: {c}."))),
            None => Err(self.ended()),
        }
    }

    fn string(&mut self, quote: char) -> Result<String, String> {
        self.scan.next();
        let mut units: Vec<u16> = Vec::new();
        let mut buffer = [0; 2];
        loop {
            let plain = self.scan.take_while(|c| c != quote && c != '\\');
            units.extend(plain.encode_utf16());
            match self.scan.next() {
                Some('\\') => {
                    let escaped = self.escape()?;
                    match escaped {
                        Escaped::Char(c) => units.extend_from_slice(c.encode_utf16(&mut buffer)),
                        Escaped::Unit(unit) => units.push(unit),
                    }
                }
                Some(_) => return Ok(String::from_utf16_lossy(&units)),
                None => {
                    return Err(self
                        .scan
                        .failure(&format!("Unterminated string. Expected delimiter: {quote}.")));
                }
            }
        }
    }

    fn escape(&mut self) -> Result<Escaped, String> {
        let found = self.scan.next();
        Ok(Escaped::Char(match found {
            Some('b') => '\u{8}',
            Some('t') => '\t',
            Some('n') => '\n',
            Some('f') => '\u{c}',
            Some('r') => '\r',
            Some(c @ ('"' | '\'' | '\\' | '/')) => c,
            Some('u') => {
                let mut unit = 0;
                for _ in 0..4 {
                    let digit = self.scan.next().and_then(|c| c.to_digit(16)).ok_or_else(|| {
                        self.scan.failure("Unexpected end while parsing Unicode escape sequence.")
                    })?;
                    unit = unit * 16 + digit as u16;
                }
                return Ok(Escaped::Unit(unit));
            }
            Some(c) => return Err(self.scan.failure(&format!("Bad JSON escape sequence: \\{c}."))),
            None => {
                return Err(self.scan.failure("Unterminated string. Expected delimiter: \"."));
            }
        }))
    }

    fn number(&mut self) -> Result<Json, String> {
        if self.scan.take("-Infinity") {
            return Ok(Json::Double(f64::NEG_INFINITY));
        }
        let text = self.scan.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.'));
        let parsed = if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            i64::from_str_radix(digits, 16).ok().map(Json::Int)
        } else if text.contains(['.', 'e', 'E']) {
            text.parse().ok().map(Json::Double)
        } else {
            text.parse().map(Json::Int).or_else(|_| text.parse().map(Json::Big)).ok()
        };
        parsed.ok_or_else(|| self.scan.failure(&format!("Input string '{text}' is not a valid number.")))
    }
}

enum Escaped {
    Char(char),
    Unit(u16),
}

fn is_identifier(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_trailing_commas_and_loose_names_are_read() {
        let found = read("{'a':[1,2,], /* c */ b:2.5 // end\n}", 10).unwrap();
        let expected = Json::Object(vec![
            ("a".to_owned(), Json::Array(vec![Json::Int(1), Json::Int(2)])),
            ("b".to_owned(), Json::Double(2.5)),
        ]);
        assert_eq!(found, expected);
    }

    #[test]
    fn failures_have_newtonsofts_words_and_places() {
        let message = |text, depth| read(text, depth).unwrap_err();
        assert_eq!(
            message("{\"a\":", 9),
            "Unexpected end when deserializing object. Path 'a', line 1, position 5."
        );
        assert_eq!(
            message("[[[1]]]", 2),
            "The reader's MaxDepth of 2 has been exceeded. Path '[0][0]', line 1, position 3."
        );
        assert_eq!(
            message("abc", 9),
            "Unexpected character encountered while parsing value: a. Path '', line 0, position 0."
        );
    }

    #[test]
    fn escapes_of_a_surrogate_pair_make_one_character() {
        assert_eq!(read("\"\\ud83d\\ude00\\n\"", 9).unwrap(), Json::Text("😀\n".to_owned()));
    }
}
