//! The value of a string literal: text that may hold lone surrogates, which only an escape can write.

/// The value of a string literal. It derefs to a `str` in which a lone surrogate (written `` `u{D800} ``) shows
/// as U+FFFD; [`as_wtf8`](Self::as_wtf8) gives the exact value.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct StringText {
    text: Box<str>,
    exact: Option<Box<[u8]>>,
}

impl StringText {
    /// Text without lone surrogates.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), exact: None }
    }

    /// Text from WTF-8 bytes: UTF-8 in which a surrogate without its other half is coded as three bytes.
    pub fn from_wtf8(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::new(text),
            Err(error) => {
                let exact = error.into_bytes();
                Self { text: replace_surrogates(&exact).into(), exact: Some(exact.into()) }
            }
        }
    }

    /// The text, with U+FFFD for each lone surrogate.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The exact value as WTF-8.
    pub fn as_wtf8(&self) -> &[u8] {
        self.exact.as_deref().unwrap_or(self.text.as_bytes())
    }
}

/// Writes U+FFFD for each three-byte surrogate; everything else of WTF-8 is UTF-8 already.
fn replace_surrogates(bytes: &[u8]) -> String {
    let mut clean = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while index < bytes.len() {
        let is_surrogate = bytes[index] == 0xED && bytes.get(index + 1).is_some_and(|&next| next >= 0xA0);
        if is_surrogate {
            clean.extend_from_slice("\u{FFFD}".as_bytes());
            index += 3;
        } else {
            clean.push(bytes[index]);
            index += 1;
        }
    }
    String::from_utf8_lossy(&clean).into_owned()
}

impl std::ops::Deref for StringText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl std::fmt::Debug for StringText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.text, f)
    }
}

impl From<&str> for StringText {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_are_kept_beside_a_readable_text() {
        let text = StringText::from_wtf8(b"a\xED\xA0\x80b".to_vec());
        assert_eq!(&*text, "a\u{FFFD}b");
        assert_eq!(text.as_wtf8(), b"a\xED\xA0\x80b");
        assert_eq!(StringText::from_wtf8(b"plain".to_vec()), StringText::new("plain"));
    }
}
