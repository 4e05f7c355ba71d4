//! The categories of errors.

use super::enumeration;

enumeration! {
    /// The kind of an error ([MS-PSRP] 2.2.3.9).
    ErrorCategory("System.Management.Automation.ErrorCategory") {
        /// None of the others.
        NOT_SPECIFIED = 0, "NotSpecified";
        /// Something could not be opened.
        OPEN_ERROR = 1, "OpenError";
        /// Something could not be closed.
        CLOSE_ERROR = 2, "CloseError";
        /// A device failed.
        DEVICE_ERROR = 3, "DeviceError";
        /// A deadlock.
        DEADLOCK_DETECTED = 4, "DeadlockDetected";
        /// An argument is wrong.
        INVALID_ARGUMENT = 5, "InvalidArgument";
        /// Data is wrong.
        INVALID_DATA = 6, "InvalidData";
        /// An operation is not possible now.
        INVALID_OPERATION = 7, "InvalidOperation";
        /// A result is wrong.
        INVALID_RESULT = 8, "InvalidResult";
        /// A type is wrong.
        INVALID_TYPE = 9, "InvalidType";
        /// Metadata is wrong.
        METADATA_ERROR = 10, "MetadataError";
        /// Something is not implemented.
        NOT_IMPLEMENTED = 11, "NotImplemented";
        /// Something is not installed.
        NOT_INSTALLED = 12, "NotInstalled";
        /// Something was not found.
        OBJECT_NOT_FOUND = 13, "ObjectNotFound";
        /// The operation was stopped.
        OPERATION_STOPPED = 14, "OperationStopped";
        /// The operation took too long.
        OPERATION_TIMEOUT = 15, "OperationTimeout";
        /// The syntax is wrong.
        SYNTAX_ERROR = 16, "SyntaxError";
        /// The parser found an error.
        PARSER_ERROR = 17, "ParserError";
        /// Access is not allowed.
        PERMISSION_DENIED = 18, "PermissionDenied";
        /// Something is in use.
        RESOURCE_BUSY = 19, "ResourceBusy";
        /// Something exists already.
        RESOURCE_EXISTS = 20, "ResourceExists";
        /// Something cannot be reached.
        RESOURCE_UNAVAILABLE = 21, "ResourceUnavailable";
        /// Reading failed.
        READ_ERROR = 22, "ReadError";
        /// Writing failed.
        WRITE_ERROR = 23, "WriteError";
        /// A native program wrote to its standard error.
        FROM_STDERR = 24, "FromStdErr";
        /// Security forbids it.
        SECURITY_ERROR = 25, "SecurityError";
        /// The protocol was broken.
        PROTOCOL_ERROR = 26, "ProtocolError";
        /// The connection failed.
        CONNECTION_ERROR = 27, "ConnectionError";
        /// The credentials were not accepted.
        AUTHENTICATION_ERROR = 28, "AuthenticationError";
        /// A limit was reached.
        LIMITS_EXCEEDED = 29, "LimitsExceeded";
        /// A quota was used up.
        QUOTA_EXCEEDED = 30, "QuotaExceeded";
        /// Something is not enabled.
        NOT_ENABLED = 31, "NotEnabled";
    }
}
