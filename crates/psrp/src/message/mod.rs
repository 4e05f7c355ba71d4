//! The messages of the protocol ([MS-PSRP] 2.2.1 and 2.2.2), a file for each.
//!
//! A message is a [`MessageHeader`] and data. [`Message::decode`] reads the data by the header's type; each type is
//! a [`Body`]. [`MessageWriter`] goes the other way, down to fragments. The data of pipeline input and output is
//! the user's and stays bytes ([`payload`]).

mod application_private_data;
mod body;
mod connect_runspace_pool;
mod create_pipeline;
mod debug_record;
mod encrypted_session_key;
mod error_record;
mod get_available_runspaces;
mod get_command_metadata;
mod header;
mod host_call;
mod host_response;
mod information_record;
mod init_runspace_pool;
mod kind;
pub mod payload;
mod pipeline_state;
mod progress_record;
mod public_key;
mod public_key_request;
mod reader;
mod reset_runspace_state;
mod runspace_availability;
mod runspace_pool_init_data;
mod runspace_pool_state;
mod session_capability;
mod set_max_runspaces;
mod set_min_runspaces;
mod user_event;
mod verbose_record;
mod warning_record;
mod writer;

use bytes::Bytes;
use clixml::SecureStringKey;

pub use application_private_data::ApplicationPrivateData;
pub use body::{Body, BodyError, DecodeCause, DecodeError, EncodeError};
pub use connect_runspace_pool::ConnectRunspacePool;
pub use create_pipeline::CreatePipeline;
pub use debug_record::DebugRecordMessage;
pub use encrypted_session_key::EncryptedSessionKey;
pub use error_record::ErrorRecordMessage;
pub use get_available_runspaces::GetAvailableRunspaces;
pub use get_command_metadata::GetCommandMetadata;
pub use header::{HeaderError, MESSAGE_HEADER_LEN, MessageHeader};
pub use host_call::{HostCallMessage, PipelineHostCall, RunspacePoolHostCall, VOID_CALL_ID};
pub use host_response::{HostResponse, PipelineHostResponse, RunspacePoolHostResponse};
pub use information_record::InformationRecordMessage;
pub use init_runspace_pool::InitRunspacePool;
pub use kind::{Destination, MessageType};
pub use pipeline_state::PipelineStateMessage;
pub use progress_record::ProgressRecordMessage;
pub use public_key::PublicKeyMessage;
pub use public_key_request::PublicKeyRequest;
pub use reader::{MessageReader, RawMessage};
pub use reset_runspace_state::ResetRunspaceState;
pub use runspace_availability::{AvailabilityResponse, RunspaceAvailability};
pub use runspace_pool_init_data::RunspacePoolInitData;
pub use runspace_pool_state::RunspacePoolStateMessage;
pub use session_capability::SessionCapability;
pub use set_max_runspaces::SetMaxRunspaces;
pub use set_min_runspaces::SetMinRunspaces;
pub use user_event::UserEvent;
pub use verbose_record::VerboseRecordMessage;
pub use warning_record::WarningRecordMessage;
pub use writer::MessageWriter;

macro_rules! messages {
    ($($variant:ident($body:ty),)*) => {
        /// Any message, without its header.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Message {
            $(
                #[doc = concat!("See [`", stringify!($body), "`].")]
                $variant($body),
            )*
            /// The data of PIPELINE_INPUT, see [`payload`].
            PipelineInput(Bytes),
            /// END_OF_PIPELINE_INPUT; whatever data it has is not looked at.
            EndOfPipelineInput,
            /// The data of PIPELINE_OUTPUT, see [`payload`].
            PipelineOutput(Bytes),
        }

        impl Message {
            /// Reads the data of a message of this type, without its byte order mark.
            ///
            /// # Errors
            /// If the data is not what the message holds.
            pub fn decode(kind: MessageType, data: &Bytes, key: &dyn SecureStringKey) -> Result<Self, DecodeError> {
                Ok(match kind {
                    $(MessageType::$variant => Self::$variant(Body::from_bytes(data, key)?),)*
                    MessageType::PipelineInput => Self::PipelineInput(data.clone()),
                    MessageType::EndOfPipelineInput => Self::EndOfPipelineInput,
                    MessageType::PipelineOutput => Self::PipelineOutput(data.clone()),
                })
            }

            /// The message's type.
            pub fn kind(&self) -> MessageType {
                match self {
                    $(Self::$variant(_) => MessageType::$variant,)*
                    Self::PipelineInput(_) => MessageType::PipelineInput,
                    Self::EndOfPipelineInput => MessageType::EndOfPipelineInput,
                    Self::PipelineOutput(_) => MessageType::PipelineOutput,
                }
            }

            /// The message's data, without byte order mark.
            ///
            /// # Errors
            /// If it holds a secure string that `key` cannot seal.
            pub fn encode(&self, key: &dyn SecureStringKey) -> Result<Bytes, EncodeError> {
                match self {
                    $(Self::$variant(body) => body.to_bytes(key).map(Bytes::from),)*
                    Self::PipelineInput(data) | Self::PipelineOutput(data) => Ok(data.clone()),
                    Self::EndOfPipelineInput => Ok(Bytes::new()),
                }
            }
        }
    };
}

messages! {
    SessionCapability(SessionCapability),
    InitRunspacePool(InitRunspacePool),
    PublicKey(PublicKeyMessage),
    EncryptedSessionKey(EncryptedSessionKey),
    PublicKeyRequest(PublicKeyRequest),
    SetMaxRunspaces(SetMaxRunspaces),
    SetMinRunspaces(SetMinRunspaces),
    RunspaceAvailability(RunspaceAvailability),
    RunspacePoolState(RunspacePoolStateMessage),
    CreatePipeline(CreatePipeline),
    GetAvailableRunspaces(GetAvailableRunspaces),
    UserEvent(UserEvent),
    ApplicationPrivateData(ApplicationPrivateData),
    GetCommandMetadata(GetCommandMetadata),
    RunspacePoolHostCall(RunspacePoolHostCall),
    RunspacePoolHostResponse(RunspacePoolHostResponse),
    ErrorRecord(ErrorRecordMessage),
    PipelineState(PipelineStateMessage),
    DebugRecord(DebugRecordMessage),
    VerboseRecord(VerboseRecordMessage),
    WarningRecord(WarningRecordMessage),
    ProgressRecord(ProgressRecordMessage),
    InformationRecord(InformationRecordMessage),
    PipelineHostCall(PipelineHostCall),
    PipelineHostResponse(PipelineHostResponse),
    ConnectRunspacePool(ConnectRunspacePool),
    RunspacePoolInitData(RunspacePoolInitData),
    ResetRunspaceState(ResetRunspaceState),
}
