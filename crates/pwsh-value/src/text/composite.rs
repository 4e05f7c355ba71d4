//! .NET's composite formats: `{0,-10:N2} {{`.

use thiserror::Error;

/// A piece of a composite format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'f> {
    /// Text to copy. Doubled braces come as one of these each.
    Literal(&'f str),
    /// A place for an argument.
    Item {
        /// Which argument; the caller checks that there is one.
        index: usize,
        /// The least width; negative aligns to the left, 0 is none.
        alignment: i32,
        /// The format of the argument, empty where there is none.
        format: &'f str,
    },
}

/// A composite format that .NET refuses with FormatException; the texts are .NET's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CompositeError {
    /// The format ends inside an item, or the item has what none has.
    #[error(
        "Input string was not in a correct format. Failure to parse near offset {offset}. Format item ends prematurely."
    )]
    ItemEndsPrematurely {
        /// In UTF-16 units.
        offset: usize,
    },
    /// A `}` outside an item.
    #[error(
        "Input string was not in a correct format. Failure to parse near offset {offset}. Unexpected closing brace without a corresponding opening brace."
    )]
    UnexpectedClosingBrace {
        /// In UTF-16 units.
        offset: usize,
    },
    /// No digit where an index or a width begins.
    #[error(
        "Input string was not in a correct format. Failure to parse near offset {offset}. Expected an ASCII digit."
    )]
    ExpectedDigit {
        /// In UTF-16 units.
        offset: usize,
    },
    /// An index without an argument; for callers of [`Parts`], which does not know how many there are.
    #[error(
        "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."
    )]
    IndexOutOfRange,
}

/// The parts of a composite format, in order; after an error comes nothing more.
#[derive(Debug, Clone)]
pub struct Parts<'f> {
    format: &'f str,
    at: usize,
}

/// .NET's bound for indexes and widths.
const LIMIT: usize = 1_000_000;

impl<'f> Parts<'f> {
    /// Begins to read `format`.
    pub fn new(format: &'f str) -> Self {
        Self { format, at: 0 }
    }

    fn byte(&self) -> Option<u8> {
        self.format.as_bytes().get(self.at).copied()
    }

    /// .NET counts in UTF-16 units.
    fn offset(&self) -> usize {
        self.format[..self.at].encode_utf16().count()
    }

    fn ends(&self) -> CompositeError {
        CompositeError::ItemEndsPrematurely { offset: self.offset() }
    }

    fn skip_spaces(&mut self) -> Result<u8, CompositeError> {
        while self.byte() == Some(b' ') {
            self.at += 1;
        }
        self.byte().ok_or_else(|| self.ends())
    }

    fn number(&mut self) -> Result<usize, CompositeError> {
        match self.byte() {
            None => return Err(self.ends()),
            Some(b'0'..=b'9') => {}
            Some(_) => return Err(CompositeError::ExpectedDigit { offset: self.offset() }),
        }
        let mut value = 0;
        while let Some(digit @ b'0'..=b'9') = self.byte()
            && value < LIMIT
        {
            value = value * 10 + usize::from(digit - b'0');
            self.at += 1;
        }
        self.byte().map(|_| value).ok_or_else(|| self.ends())
    }

    /// Reads an item; its opening brace is taken.
    fn item(&mut self) -> Result<Part<'f>, CompositeError> {
        let index = self.number()?;
        let mut alignment = 0;
        let mut next = self.skip_spaces()?;
        if next == b',' {
            self.at += 1;
            next = self.skip_spaces()?;
            let left = next == b'-';
            if left {
                self.at += 1;
            }
            let width = self.number()? as i32;
            alignment = if left { -width } else { width };
            next = self.skip_spaces()?;
        }
        let mut format = "";
        if next == b':' {
            self.at += 1;
            let from = self.at;
            loop {
                match self.byte() {
                    None | Some(b'{') => return Err(self.ends()),
                    Some(b'}') => break,
                    Some(_) => self.at += 1,
                }
            }
            format = &self.format[from..self.at];
        } else if next != b'}' {
            return Err(self.ends());
        }
        self.at += 1;
        Ok(Part::Item { index, alignment, format })
    }

    fn next_part(&mut self) -> Result<Part<'f>, CompositeError> {
        let from = self.at;
        let rest = &self.format.as_bytes()[from..];
        match rest.iter().position(|byte| matches!(byte, b'{' | b'}')) {
            None => {
                self.at = self.format.len();
                Ok(Part::Literal(&self.format[from..]))
            }
            Some(0) => {
                let brace = rest[0];
                self.at += 1;
                match self.byte() {
                    None => Err(self.ends()),
                    Some(next) if next == brace => {
                        self.at += 1;
                        Ok(Part::Literal(&self.format[from..=from]))
                    }
                    Some(_) if brace == b'}' => {
                        Err(CompositeError::UnexpectedClosingBrace { offset: self.offset() })
                    }
                    Some(_) => self.item(),
                }
            }
            Some(length) => {
                self.at += length;
                Ok(Part::Literal(&self.format[from..self.at]))
            }
        }
    }
}

impl<'f> Iterator for Parts<'f> {
    type Item = Result<Part<'f>, CompositeError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.format.len() {
            return None;
        }
        let part = self.next_part();
        if part.is_err() {
            self.at = self.format.len();
        }
        Some(part)
    }
}

/// Aligns what was appended to `out` since `start` (a byte index on a character boundary).
pub fn align(out: &mut String, start: usize, alignment: i32) {
    let width = alignment.unsigned_abs() as usize;
    let length = out[start..].encode_utf16().count();
    if length >= width {
        return;
    }
    let padding = width - length;
    if alignment < 0 {
        out.extend(std::iter::repeat_n(' ', padding));
    } else {
        out.insert_str(start, &" ".repeat(padding));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(format: &str) -> Result<Vec<Part<'_>>, String> {
        Parts::new(format).collect::<Result<_, _>>().map_err(|error| error.to_string())
    }

    #[test]
    fn an_item_has_index_width_and_format() {
        assert_eq!(
            parts("a{0 , -5 :N2}{{}}"),
            Ok(vec![
                Part::Literal("a"),
                Part::Item { index: 0, alignment: -5, format: "N2" },
                Part::Literal("{"),
                Part::Literal("}"),
            ])
        );
    }

    #[test]
    fn errors_are_those_of_the_engine() {
        // each pair was answered by .NET 10
        for (format, offset, text) in [
            ("{0", 2, "Format item ends prematurely."),
            ("{", 1, "Format item ends prematurely."),
            ("}", 1, "Format item ends prematurely."),
            ("a } b", 3, "Unexpected closing brace without a corresponding opening brace."),
            ("{a}", 1, "Expected an ASCII digit."),
            ("{0,}", 3, "Expected an ASCII digit."),
            ("{0:{}", 3, "Format item ends prematurely."),
            ("{0:a{b}", 4, "Format item ends prematurely."),
            ("{0:N2", 5, "Format item ends prematurely."),
            ("{ 0}", 1, "Expected an ASCII digit."),
            ("{0,5 x}|", 5, "Format item ends prematurely."),
            ("{0x}|", 2, "Format item ends prematurely."),
            ("{-1}|", 1, "Expected an ASCII digit."),
            ("abc{0,-", 7, "Format item ends prematurely."),
            ("abc{0,5:", 8, "Format item ends prematurely."),
            ("{0,-}", 4, "Expected an ASCII digit."),
        ] {
            let wanted = format!(
                "Input string was not in a correct format. Failure to parse near offset {offset}. {text}"
            );
            assert_eq!(parts(format), Err(wanted), "{format}");
        }
    }

    #[test]
    fn alignment_pads_on_the_side_away_from_the_text() {
        let mut out = String::from("[");
        out.push_str("42");
        align(&mut out, 1, 5);
        assert_eq!(out, "[   42");
        align(&mut out, 0, -8);
        assert_eq!(out, "[   42  ");
    }
}
