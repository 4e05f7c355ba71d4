//! What can be wrong with a document.

use crate::{InvalidText, KeyError, RefId};

/// A document that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} (at byte {position})")]
pub struct ReadError {
    /// Index of the byte where the offending tag, text or reference begins.
    pub position: usize,
    /// What is wrong there.
    pub kind: ReadErrorKind,
}

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadErrorKind {
    /// It is no UTF-8.
    #[error("expected utf-8, found an invalid sequence")]
    NotUtf8,
    /// It is no well-formed XML.
    #[error("expected well-formed xml, found an error: {reason}")]
    NotXml {
        /// The XML library's words.
        reason: String,
    },
    /// It has what no CLIXML has: a document type, a processing instruction, an entity of its own, another encoding
    /// or namespace.
    #[error("expected no {found}")]
    Forbidden {
        /// What there was.
        found: String,
    },
    /// An element stands where it does not belong, or is unknown.
    #[error("expected {expected}, found element {found}")]
    UnexpectedElement {
        /// What can stand here.
        expected: &'static str,
        /// The element's name.
        found: String,
    },
    /// Text stands where elements belong.
    #[error("expected {expected}, found text {found:?}")]
    UnexpectedText {
        /// What can stand here.
        expected: &'static str,
        /// The beginning of the text.
        found: String,
    },
    /// The document, or an element in it, ends before it has all its parts.
    #[error("expected {expected}, found the end of {ended}")]
    UnexpectedEnd {
        /// What is missing.
        expected: &'static str,
        /// The element that ends, or `the document`.
        ended: &'static str,
    },
    /// An attribute is missing or wrong.
    #[error("expected attribute {attribute} in element {element}")]
    Attribute {
        /// The attribute, and its value where only one is right.
        attribute: &'static str,
        /// The element.
        element: String,
    },
    /// The text of a primitive is not of its form.
    #[error("{reason} in element {element}")]
    Primitive {
        /// The element.
        element: &'static str,
        /// Why the text is wrong.
        reason: InvalidText,
    },
    /// A part of an object is there twice.
    #[error("expected one {part} in an object, found two")]
    Repeated {
        /// The element.
        part: &'static str,
    },
    /// A `Ref` or `TNRef` names what was not there before.
    #[error("expected the number of an earlier element in {element}, found {}", id.number())]
    UnknownReference {
        /// `Ref` or `TNRef`.
        element: &'static str,
        /// The number.
        id: RefId,
    },
    /// Two objects, or two lists of type names, have the same number.
    #[error("expected another number for each {element}, found {} again", id.number())]
    RepeatedReference {
        /// `Obj` or `TN`.
        element: &'static str,
        /// The number.
        id: RefId,
    },
    /// A SecureString could not be opened.
    #[error("a SecureString cannot be read: {reason}")]
    SecureString {
        /// Why the key refused it.
        reason: KeyError,
    },
    /// The document is larger than the reader was told to take.
    #[error("expected at most {bound} {what}, found more")]
    Limit {
        /// What was counted.
        what: LimitKind,
        /// How much of it was allowed.
        bound: usize,
    },
}

/// What [`Limits`](crate::Limits) count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitKind {
    /// The bytes of the document.
    Bytes,
    /// Its elements.
    Elements,
    /// Objects, each within the last.
    Depth,
}

impl std::fmt::Display for LimitKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Elements => "elements",
            Self::Depth => "nested objects",
        })
    }
}
