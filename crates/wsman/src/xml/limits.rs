/// How much a message may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole envelope.
    pub bytes: usize,
    /// Elements within each other.
    pub depth: usize,
    /// Elements in all.
    pub elements: usize,
    /// Attributes of one element, declarations of namespaces among them.
    pub attributes: usize,
}

impl Default for Limits {
    /// 4 MiB, which is above any MaxEnvelopeSize that clients ask for; 32 levels; 10,000 elements; 64 attributes.
    fn default() -> Self {
        Self { bytes: 4 << 20, depth: 32, elements: 10_000, attributes: 64 }
    }
}
