//! Records out of text. What is no proper CSV is read as PowerShell reads it.

/// A reader over a whole text.
pub struct Reader<'t> {
    rest: &'t str,
    delimiter: char,
}

impl<'t> Reader<'t> {
    /// A reader of `text`.
    pub fn new(text: &'t str, delimiter: char) -> Reader<'t> {
        Reader { rest: text, delimiter }
    }

    fn take(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let found = chars.next();
        self.rest = chars.as_str();
        found
    }

    /// The type that a `#TYPE` line at the beginning names. A first line that begins with `#` is gone in any case.
    pub fn type_line(&mut self) -> Option<&'t str> {
        if !self.rest.starts_with('#') {
            return None;
        }
        let end = self.rest.find(['\r', '\n']).unwrap_or(self.rest.len());
        let line = &self.rest[..end];
        let after = &self.rest[end..];
        self.rest = after.strip_prefix("\r\n").unwrap_or_else(|| after.get(1..).unwrap_or_default());
        let named = line.get(..5).filter(|head| head.eq_ignore_ascii_case("#TYPE"))?;
        Some(line[named.len()..].trim()).filter(|name| !name.is_empty())
    }

    /// The names of the columns: the first record that is no comment, without the empty ones at its end.
    /// `#Fields: ` begins the header of a W3C log.
    pub fn header(&mut self) -> Option<Vec<String>> {
        while !self.rest.is_empty() {
            let mut names = self.record();
            while names.len() > 1 && names.last().is_some_and(String::is_empty) {
                names.pop();
            }
            let first = names.first().map_or("", String::as_str);
            if let Some(name) = first.strip_prefix("#Fields: ") {
                names[0] = name.to_owned();
                return Some(names);
            }
            if !first.starts_with('#') {
                return Some(names);
            }
        }
        None
    }

    /// The values of the next record; none at the end of the text.
    pub fn record(&mut self) -> Vec<String> {
        let mut values = Vec::new();
        let mut current = String::new();
        let mut quoted = false;
        while let Some(ch) = self.take() {
            match ch {
                ch if ch == self.delimiter && !quoted => values.push(std::mem::take(&mut current)),
                '"' if quoted && self.rest.starts_with('"') => {
                    self.take();
                    current.push('"');
                }
                '"' if !quoted && current.is_empty() => quoted = true,
                // The end of a quoted value, or a quote inside of one that is not quoted.
                '"' => {
                    if !quoted {
                        current.push('"');
                    }
                    let ends = self.read_to_delimiter(&mut current, quoted);
                    quoted = false;
                    values.push(std::mem::take(&mut current));
                    if ends {
                        break;
                    }
                }
                ' ' | '\t' if !quoted && current.is_empty() => {}
                ' ' | '\t' if !quoted => {
                    current.push(ch);
                    let ends = self.read_to_delimiter(&mut current, true);
                    values.push(std::mem::take(&mut current));
                    if ends {
                        break;
                    }
                }
                '\r' | '\n' => {
                    let pair = ch == '\r' && self.rest.starts_with('\n');
                    if pair {
                        self.take();
                    }
                    if !quoted {
                        values.push(std::mem::take(&mut current));
                        break;
                    }
                    current.push(ch);
                    if pair {
                        current.push('\n');
                    }
                }
                ch => current.push(ch),
            }
        }
        if !current.is_empty() {
            values.push(current);
        }
        values
    }

    /// Appends what stands before the next delimiter or end of line; blanks alone are left out where `trim`.
    /// Says whether the record ends there.
    fn read_to_delimiter(&mut self, current: &mut String, trim: bool) -> bool {
        let end = self.rest.find([self.delimiter, '\r', '\n']);
        let found = &self.rest[..end.unwrap_or(self.rest.len())];
        self.rest = &self.rest[found.len()..];
        if !trim || found.contains(|ch| ch != ' ' && ch != '\t') {
            current.push_str(found);
        }
        let ch = self.take();
        if ch == Some('\r') && self.rest.starts_with('\n') && self.delimiter != '\r' {
            self.take();
        }
        ch != Some(self.delimiter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Vec<String>> {
        let mut reader = Reader::new(text, ',');
        std::iter::from_fn(|| Some(reader.record()).filter(|record| !record.is_empty())).collect()
    }

    #[test]
    fn quotes_keep_delimiters_lines_and_quotes() {
        assert_eq!(
            records("a,\"b,c\",\"d\"\"e\"\n\"x\r\ny\",z"),
            [["a", "b,c", "d\"e"].to_vec(), vec!["x\r\ny", "z"]]
        );
    }

    #[test]
    fn what_is_no_csv_is_read_leniently() {
        assert_eq!(records("  a  , b c ,\"d\"  ,\"e\" f,g\"h,"), [["a ", "b c ", "d", "e f", "g\"h"]]);
        assert_eq!(records("a,,b"), [["a", "", "b"]]);
    }

    #[test]
    fn the_header_follows_comments() {
        let mut reader = Reader::new("#TYPE My.Type\n#note\na,b,,\n1,2", ',');
        assert_eq!(reader.type_line(), Some("My.Type"));
        assert_eq!(reader.header().unwrap(), ["a", "b"]);
        assert_eq!(reader.record(), ["1", "2"]);
        let mut reader = Reader::new("#Fields: a,b\n", ',');
        assert_eq!(reader.header().unwrap(), ["a", "b"]);
    }
}
