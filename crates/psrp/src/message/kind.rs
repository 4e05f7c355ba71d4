//! The types of messages.

use std::fmt;

/// Which end a message is for ([MS-PSRP] 2.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Destination {
    /// 1
    Client,
    /// 2
    Server,
}

impl Destination {
    /// The number on the wire.
    pub fn number(self) -> u32 {
        match self {
            Self::Client => 1,
            Self::Server => 2,
        }
    }

    /// The end for a number on the wire, if there is one.
    pub fn from_number(number: u32) -> Option<Self> {
        match number {
            1 => Some(Self::Client),
            2 => Some(Self::Server),
            _ => None,
        }
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Client => "client",
            Self::Server => "server",
        })
    }
}

macro_rules! message_types {
    ($($(#[$doc:meta])* $variant:ident = $number:literal, $name:literal;)*) => {
        /// The type of a message ([MS-PSRP] 2.2.1).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum MessageType {
            $($(#[$doc])* $variant,)*
        }

        impl MessageType {
            /// All types, in the order of the specification.
            pub const ALL: &[MessageType] = &[$(Self::$variant,)*];

            /// The number on the wire.
            pub fn number(self) -> u32 {
                match self { $(Self::$variant => $number,)* }
            }

            /// The type for a number on the wire, if there is one.
            pub fn from_number(number: u32) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)* _ => None }
            }

            /// The type's name in [MS-PSRP].
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

message_types! {
    /// [MS-PSRP] 2.2.2.1
    SessionCapability = 0x0001_0002, "SESSION_CAPABILITY";
    /// [MS-PSRP] 2.2.2.2
    InitRunspacePool = 0x0001_0004, "INIT_RUNSPACEPOOL";
    /// [MS-PSRP] 2.2.2.3
    PublicKey = 0x0001_0005, "PUBLIC_KEY";
    /// [MS-PSRP] 2.2.2.4
    EncryptedSessionKey = 0x0001_0006, "ENCRYPTED_SESSION_KEY";
    /// [MS-PSRP] 2.2.2.5
    PublicKeyRequest = 0x0001_0007, "PUBLIC_KEY_REQUEST";
    /// [MS-PSRP] 2.2.2.6
    SetMaxRunspaces = 0x0002_1002, "SET_MAX_RUNSPACES";
    /// [MS-PSRP] 2.2.2.7
    SetMinRunspaces = 0x0002_1003, "SET_MIN_RUNSPACES";
    /// [MS-PSRP] 2.2.2.8
    RunspaceAvailability = 0x0002_1004, "RUNSPACE_AVAILABILITY";
    /// [MS-PSRP] 2.2.2.9
    RunspacePoolState = 0x0002_1005, "RUNSPACEPOOL_STATE";
    /// [MS-PSRP] 2.2.2.10
    CreatePipeline = 0x0002_1006, "CREATE_PIPELINE";
    /// [MS-PSRP] 2.2.2.11
    GetAvailableRunspaces = 0x0002_1007, "GET_AVAILABLE_RUNSPACES";
    /// [MS-PSRP] 2.2.2.12
    UserEvent = 0x0002_1008, "USER_EVENT";
    /// [MS-PSRP] 2.2.2.13
    ApplicationPrivateData = 0x0002_1009, "APPLICATION_PRIVATE_DATA";
    /// [MS-PSRP] 2.2.2.14
    GetCommandMetadata = 0x0002_100A, "GET_COMMAND_METADATA";
    /// [MS-PSRP] 2.2.2.15
    RunspacePoolHostCall = 0x0002_1100, "RUNSPACEPOOL_HOST_CALL";
    /// [MS-PSRP] 2.2.2.16
    RunspacePoolHostResponse = 0x0002_1101, "RUNSPACEPOOL_HOST_RESPONSE";
    /// [MS-PSRP] 2.2.2.17
    PipelineInput = 0x0004_1002, "PIPELINE_INPUT";
    /// [MS-PSRP] 2.2.2.18
    EndOfPipelineInput = 0x0004_1003, "END_OF_PIPELINE_INPUT";
    /// [MS-PSRP] 2.2.2.19
    PipelineOutput = 0x0004_1004, "PIPELINE_OUTPUT";
    /// [MS-PSRP] 2.2.2.20
    ErrorRecord = 0x0004_1005, "ERROR_RECORD";
    /// [MS-PSRP] 2.2.2.21
    PipelineState = 0x0004_1006, "PIPELINE_STATE";
    /// [MS-PSRP] 2.2.2.22
    DebugRecord = 0x0004_1007, "DEBUG_RECORD";
    /// [MS-PSRP] 2.2.2.23
    VerboseRecord = 0x0004_1008, "VERBOSE_RECORD";
    /// [MS-PSRP] 2.2.2.24
    WarningRecord = 0x0004_1009, "WARNING_RECORD";
    /// [MS-PSRP] 2.2.2.25
    ProgressRecord = 0x0004_1010, "PROGRESS_RECORD";
    /// [MS-PSRP] 2.2.2.26
    InformationRecord = 0x0004_1011, "INFORMATION_RECORD";
    /// [MS-PSRP] 2.2.2.27
    PipelineHostCall = 0x0004_1100, "PIPELINE_HOST_CALL";
    /// [MS-PSRP] 2.2.2.28
    PipelineHostResponse = 0x0004_1101, "PIPELINE_HOST_RESPONSE";
    /// [MS-PSRP] 2.2.2.29
    ConnectRunspacePool = 0x0001_0008, "CONNECT_RUNSPACEPOOL";
    /// [MS-PSRP] 2.2.2.30
    RunspacePoolInitData = 0x0002_100B, "RUNSPACEPOOL_INIT_DATA";
    /// [MS-PSRP] 2.2.2.31
    ResetRunspaceState = 0x0002_100C, "RESET_RUNSPACE_STATE";
}

impl fmt::Display for MessageType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_found_by_its_number() {
        for &kind in MessageType::ALL {
            assert_eq!(MessageType::from_number(kind.number()), Some(kind));
        }
        assert_eq!(MessageType::ALL.len(), 31);
        assert_eq!(MessageType::from_number(0), None);
    }
}
