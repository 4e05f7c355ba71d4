/// Whose mistake a fault is (SOAP 1.2 part 1, 5.4.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultCode {
    /// The client's.
    Sender,
    /// The service's.
    Receiver,
    /// A header block that must be understood is not.
    MustUnderstand,
    /// Another version of SOAP.
    VersionMismatch,
}

impl FaultCode {
    pub(super) fn prefixed(self) -> &'static str {
        match self {
            Self::Sender => "s:Sender",
            Self::Receiver => "s:Receiver",
            Self::MustUnderstand => "s:MustUnderstand",
            Self::VersionMismatch => "s:VersionMismatch",
        }
    }

    /// From a QName in text, whatever its prefix.
    pub(super) fn read(value: &str) -> Self {
        match value.rsplit(':').next() {
            Some("Sender") => Self::Sender,
            Some("MustUnderstand") => Self::MustUnderstand,
            Some("VersionMismatch") => Self::VersionMismatch,
            _ => Self::Receiver,
        }
    }
}
