use thiserror::Error;

/// Why bytes are no message.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum XmlError {
    /// The text is not UTF-8, or it is UTF-16 with an odd number of bytes or a lone surrogate.
    #[error("expected text in UTF-8 or UTF-16, found other bytes at byte {position}")]
    Encoding {
        /// The first byte that is wrong.
        position: usize,
    },
    /// The text is not well formed.
    #[error("not well formed at byte {position}: {reason}")]
    Syntax {
        /// Where, in bytes of the text as UTF-8.
        position: u64,
        /// What the parser says.
        reason: String,
    },
    /// A document type, an entity or a processing instruction.
    #[error("{what} at byte {position} is not allowed in a message")]
    Forbidden {
        /// Where.
        position: u64,
        /// What it is.
        what: &'static str,
    },
    /// A prefix that nothing declares.
    #[error("nothing declares the prefix of '{name}' at byte {position}")]
    Prefix {
        /// Where.
        position: u64,
        /// The whole name.
        name: String,
    },
    /// More than [`Limits`](super::Limits) allows.
    #[error("more than {bound} {what}")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// How much is allowed.
        bound: usize,
    },
    /// The document has no element, or more than one.
    #[error("expected one element, found {found}")]
    Root {
        /// What there is instead.
        found: &'static str,
    },
}
