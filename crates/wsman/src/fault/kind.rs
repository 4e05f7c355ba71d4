use super::FaultCode;
use crate::name;

/// A fault that this crate and the host know: its code, subcode, number (wsmerror.h, winerror.h) and words in one row.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $number:literal, $code:ident, $namespace:ident : $subcode:literal, $detail:expr, $text:literal;)+) => {
        /// The kinds of faults that a service of shells gives.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FaultKind {
            $($(#[$doc])* $kind,)+
        }

        impl FaultKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// Whose mistake it is.
            pub fn code(self) -> FaultCode {
                match self { $(Self::$kind => FaultCode::$code,)+ }
            }

            /// The subcode's namespace and local name.
            pub fn subcode(self) -> (&'static str, &'static str) {
                match self { $(Self::$kind => (name::$namespace, $subcode),)+ }
            }

            /// The number in `WSManFault/@Code`.
            pub fn number(self) -> u32 {
                match self { $(Self::$kind => $number,)+ }
            }

            /// The last part of `wsman:FaultDetail`, where the subcode has details.
            pub fn detail(self) -> Option<&'static str> {
                match self { $(Self::$kind => $detail,)+ }
            }

            /// The words that Windows uses, with no names of shells in them.
            pub fn text(self) -> &'static str {
                match self { $(Self::$kind => $text,)+ }
            }
        }
    };
}

kinds! {
    /// The account may not do that.
    AccessDenied = 5, Sender, WSMAN: "AccessDenied", None, "Access is denied.";
    /// The shell was closed while an operation waited.
    OperationAborted = 995, Receiver, WSMAN: "InternalError", None,
        "The I/O operation has been aborted because of either a thread exit or an application request.";
    /// Nothing came within the operation timeout; a client asks again.
    TimedOut = 0x8033_8029, Receiver, WSMAN: "TimedOut", None,
        "The WS-Management service cannot complete the operation within the time specified in OperationTimeout.";
    /// There is no such shell for this account.
    ShellNotFound = 0x8033_805B, Sender, WSMAN: "InvalidSelectors",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/UnexpectedSelectors"),
        "The WS-Management service cannot process the request because the request contained invalid selectors for the resource.";
    /// A selector that the operation needs is not there.
    InsufficientSelectors = 0x8033_805A, Sender, WSMAN: "InvalidSelectors",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InsufficientSelectors"),
        "The WS-Management service cannot process the request because the request did not contain all required selectors.";
    /// The shell has no command of this id.
    CommandNotFound = 0x8033_81D4, Sender, WSMAN: "InvalidParameter", None,
        "The command id is not one of a command of this shell.";
    /// The client's id of a shell is in use.
    ShellIdInUse = 0x8033_81D7, Sender, WSMAN: "AlreadyExists", None,
        "A shell with this ShellId exists already.";
    /// The client's id of a command is in use.
    CommandIdInUse = 0x8033_81D6, Sender, WSMAN: "AlreadyExists", None,
        "A command with this CommandId exists already in this shell.";
    /// An id of a shell that is no UUID.
    ShellIdNotValid = 0x8033_81D5, Sender, WSMAN: "InvalidParameter", None,
        "The ShellId is not a UUID.";
    /// The shell is disconnected: whoever still waits for its output is sent away.
    ShellDisconnected = 0x8033_81C4, Receiver, WSMAN: "InternalError", None,
        "The shell was disconnected.";
    /// Another client holds the shell.
    ConnectedElsewhere = 0x8033_81CD, Sender, WSMAN: "InvalidParameter", None,
        "The shell is connected to a different client.";
    /// Disconnect of a shell that is not connected.
    DisconnectNotValid = 0x8033_81CF, Sender, WSMAN: "InvalidParameter", None,
        "The disconnect operation is not valid: the shell is not connected.";
    /// Reconnect of a shell that is not disconnected.
    ReconnectNotValid = 0x8033_81D0, Sender, WSMAN: "InvalidParameter", None,
        "The reconnect operation is not valid: the shell is not disconnected.";
    /// The engine does not let a client go and come back.
    DisconnectNotSupported = 0x8033_81C5, Sender, WSMAN: "UnsupportedFeature", None,
        "The shell does not support disconnect.";
    /// An idle timeout out of the service's bounds.
    IdleTimeoutOutOfBounds = 0x8033_81F2, Sender, WSMAN: "InvalidParameter", None,
        "The idle timeout is out of the bounds that the service allows.";
    /// No endpoint has this resource URI.
    InvalidResourceUri = 0x8033_803B, Sender, ADDRESSING: "DestinationUnreachable",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidResourceURI"),
        "The WS-Management service cannot process the request. The resource URI is missing or it has an incorrect format.";
    /// No operation has this action, or not on this resource.
    ActionNotSupported = 0x8033_8001, Sender, ADDRESSING: "ActionNotSupported", None,
        "The WS-Management service cannot process the request. The WS-Addressing action URI is invalid.";
    /// A header block that must be there is not.
    HeaderRequired = 0x8033_8011, Sender, ADDRESSING: "MessageInformationHeaderRequired", None,
        "A required message information header is not present.";
    /// A header block whose value is wrong.
    InvalidHeader = 0x8033_800F, Sender, ADDRESSING: "InvalidMessageInformationHeader", None,
        "A message information header is not valid.";
    /// A header block that must be understood and is not.
    NotUnderstood = 0x8033_8010, MustUnderstand, WSMAN: "UnsupportedFeature", None,
        "The SOAP header contains an element that must be understood and is not.";
    /// The body is not what the action wants.
    SchemaValidation = 0x8033_8041, Sender, WSMAN: "SchemaValidationError", None,
        "The WS-Management service cannot process the request. The SOAP packet did not match a corresponding schema.";
    /// The envelope is no XML, or forbidden XML.
    InvalidXml = 0x8033_8043, Sender, WSMAN: "SchemaValidationError", None,
        "The WS-Management service cannot process the request because the XML is invalid.";
    /// The document is no SOAP 1.2 envelope.
    VersionMismatch = 0x8033_800D, VersionMismatch, WSMAN: "SchemaValidationError", None,
        "The document is no envelope of SOAP 1.2.";
    /// The request is larger than allowed, or the response than the client allows.
    EnvelopeTooLarge = 0x8033_8048, Sender, WSMAN: "EncodingLimit",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/MaxEnvelopeSizeExceeded"),
        "The WS-Management service cannot process the request because it exceeds the maximum envelope size.";
    /// A MaxEnvelopeSize in which no answer fits.
    EnvelopeTooSmall = 0x8033_807E, Sender, WSMAN: "EncodingLimit",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/MinimumEnvelopeLimit"),
        "The WS-Management service cannot process the request because the maximum envelope size is too small.";
    /// An option that must be complied with and is not known.
    InvalidOption = 0x8033_8052, Sender, WSMAN: "InvalidOptions",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidName"),
        "The WS-Management service cannot process the request because an option is not known.";
    /// An option with a value that is not possible.
    InvalidOptionValue = 0x8033_8053, Sender, WSMAN: "InvalidOptions",
        Some("http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidValue"),
        "The WS-Management service cannot process the request because the value of an option is not valid.";
    /// A list that is over or was never begun.
    InvalidEnumerationContext = 0x8033_801B, Receiver, ENUMERATION: "InvalidEnumerationContext", None,
        "The supplied enumeration context is invalid.";
    /// A filter that is not known.
    FilteringNotSupported = 0x8033_8018, Sender, ENUMERATION: "FilteringNotSupported", None,
        "The event source does not support filtering.";
    /// The account has as many shells as it may.
    TooManyShells = 0x8033_81A5, Receiver, WSMAN: "QuotaLimit", None,
        "The WS-Management service cannot process the request. The maximum number of concurrent shells for this user has been exceeded. Close existing shells or raise the quota for this user.";
    /// The account has as many operations as it may.
    TooManyOperations = 0x8033_81A6, Receiver, WSMAN: "QuotaLimit", None,
        "The WS-Management service cannot process the request. The maximum number of concurrent operations for this user has been exceeded. Close existing operations for this user, or raise the quota for this user.";
    /// A shell has as many commands as it may.
    TooManyCommands = 0x8033_81E9, Receiver, WSMAN: "QuotaLimit", None,
        "The WS-Management service cannot process the request. The maximum number of concurrent commands per shell has been exceeded. Retry the request later or raise the quota.";
    /// The service serves as many accounts as it may.
    TooManyUsers = 0x8033_81AB, Receiver, WSMAN: "QuotaLimit", None,
        "The WS-Management service cannot process the request. The maximum number of users executing shell operations has been exceeded. Retry later or raise the quota.";
    /// Something failed in the service or the engine.
    Internal = 1359, Receiver, WSMAN: "InternalError", None, "An internal error occurred.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_number_of_its_own() {
        let mut numbers: Vec<_> = FaultKind::ALL.iter().map(|kind| kind.number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), FaultKind::ALL.len());
    }
}
