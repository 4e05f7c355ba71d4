//! The one allocation behind a string. The only module of this crate with `unsafe`: it keeps the promise
//! that `utf8` is set only over bytes that were checked.
#![allow(unsafe_code)]

use super::wtf8;
use std::sync::OnceLock;
use triomphe::ThinArc;

/// A .NET string: immutable, shared, one pointer wide.
#[derive(Clone)]
pub struct PsString(ThinArc<Header, u8>);

struct Header {
    /// Length in UTF-16 units.
    units: usize,
    ascii: bool,
    /// Whether the bytes are UTF-8, that is, hold no lone surrogate.
    utf8: bool,
    wide: OnceLock<Box<[u16]>>,
}

impl PsString {
    fn build(bytes: &[u8], units: usize, ascii: bool, utf8: bool) -> PsString {
        PsString(ThinArc::from_header_and_slice(Header { units, ascii, utf8, wide: OnceLock::new() }, bytes))
    }

    pub(super) fn from_str_bytes(text: &str) -> PsString {
        let bytes = text.as_bytes();
        let ascii = bytes.is_ascii();
        let units = if ascii { bytes.len() } else { text.encode_utf16().count() };
        Self::build(bytes, units, ascii, true)
    }

    pub(super) fn from_ascii(bytes: &[u8]) -> PsString {
        debug_assert!(bytes.is_ascii());
        Self::build(bytes, bytes.len(), true, bytes.is_ascii())
    }

    /// Makes a string from WTF-8 bytes. Bytes that are not well-formed WTF-8 become U+FFFD.
    pub fn from_wtf8(bytes: impl AsRef<[u8]>) -> PsString {
        let bytes = bytes.as_ref();
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Self::from_str_bytes(text);
        }
        match wtf8::check(bytes) {
            Some(units) => Self::build(bytes, units, false, false),
            None => Self::from_str_bytes(&String::from_utf8_lossy(bytes)),
        }
    }

    /// Length in UTF-16 code units, .NET's `Length`.
    pub fn len(&self) -> usize {
        self.0.header.header.units
    }

    /// Whether every character is ASCII; then bytes and code units are the same.
    pub fn is_ascii(&self) -> bool {
        self.0.header.header.ascii
    }

    /// The WTF-8 bytes.
    pub fn as_wtf8(&self) -> &[u8] {
        &self.0.slice
    }

    /// The text, unless it holds a lone surrogate.
    pub fn as_str(&self) -> Option<&str> {
        // SAFETY: `utf8` is set only by `build` over bytes that came from a `&str` or were seen to be ASCII.
        self.0.header.header.utf8.then(|| unsafe { std::str::from_utf8_unchecked(&self.0.slice) })
    }

    /// Whether both are the same allocation, .NET's reference equality.
    pub fn same(&self, other: &PsString) -> bool {
        std::ptr::eq(self.as_wtf8().as_ptr(), other.as_wtf8().as_ptr())
    }

    pub(super) fn wide(&self) -> &[u16] {
        self.0.header.header.wide.get_or_init(|| wtf8::decode(&self.0.slice))
    }
}
