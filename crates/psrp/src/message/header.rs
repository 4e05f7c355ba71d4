//! The 40 bytes before each message's data.

use uuid::Uuid;

use super::kind::{Destination, MessageType};
use crate::error::MessageError;
use crate::lane::Lane;

/// The length of a message's header in bytes.
pub const MESSAGE_HEADER_LEN: usize = 40;

/// The byte order mark that precedes the CLIXML of a message.
const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// What precedes the data of a message ([MS-PSRP] 2.2.1).
///
/// ```text
/// 0             4       8                24               40
/// | destination | type  | runspace pool  | pipeline       | data ...
///   u32 LE        u32 LE  GUID, LE         GUID, LE
/// ```
///
/// The data, if there is any, is a UTF-8 byte order mark and CLIXML without a root element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageHeader {
    /// The end that the message is for.
    pub destination: Destination,
    /// What the data is.
    pub kind: MessageType,
    /// The runspace pool's id. Nil in some messages of PowerShell's server.
    pub pool: Uuid,
    /// The pipeline's id; nil for the pool.
    pub pipeline: Uuid,
}

/// Why an object is no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// The object is shorter than a header.
    #[error("message: expected at least {MESSAGE_HEADER_LEN} bytes, found {found}")]
    TooShort {
        /// The object's length.
        found: usize,
    },
    /// A number that names neither end.
    #[error("message: expected destination 1 (client) or 2 (server), found {found}")]
    Destination {
        /// The number in the header.
        found: u32,
    },
    /// A number that names no type of message.
    #[error("message: found the unknown type {found:#010x}")]
    Kind {
        /// The number in the header.
        found: u32,
    },
}

impl MessageHeader {
    /// The header as it stands on the wire.
    pub fn encode(&self) -> [u8; MESSAGE_HEADER_LEN] {
        let mut bytes = [0; MESSAGE_HEADER_LEN];
        bytes[..4].copy_from_slice(&self.destination.number().to_le_bytes());
        bytes[4..8].copy_from_slice(&self.kind.number().to_le_bytes());
        bytes[8..24].copy_from_slice(&self.pool.to_bytes_le());
        bytes[24..].copy_from_slice(&self.pipeline.to_bytes_le());
        bytes
    }

    /// Reads the header at the front of an object. Gives it and the data, without its byte order mark; an object
    /// without a mark is taken as well.
    ///
    /// # Errors
    /// If the object is too short, or names no known end or type.
    pub fn decode(object: &[u8]) -> Result<(Self, &[u8]), HeaderError> {
        let too_short = HeaderError::TooShort { found: object.len() };
        let (destination, rest) = object.split_first_chunk::<4>().ok_or(too_short)?;
        let (kind, rest) = rest.split_first_chunk::<4>().ok_or(too_short)?;
        let (pool, rest) = rest.split_first_chunk::<16>().ok_or(too_short)?;
        let (pipeline, data) = rest.split_first_chunk::<16>().ok_or(too_short)?;
        let destination = u32::from_le_bytes(*destination);
        let kind = u32::from_le_bytes(*kind);
        let header = Self {
            destination: Destination::from_number(destination)
                .ok_or(HeaderError::Destination { found: destination })?,
            kind: MessageType::from_number(kind).ok_or(HeaderError::Kind { found: kind })?,
            pool: Uuid::from_bytes_le(*pool),
            pipeline: Uuid::from_bytes_le(*pipeline),
        };
        Ok((header, data.strip_prefix(&BYTE_ORDER_MARK).unwrap_or(data)))
    }

    /// Whether a message that came on `lane` belongs there, at this end, in this pool.
    pub(crate) fn check(&self, end: Destination, pool: Uuid, lane: Lane) -> Result<(), MessageError> {
        let kind = self.kind;
        if self.destination != end {
            return Err(MessageError::Destination { kind, expected: end, found: self.destination });
        }
        if self.pool != pool && !self.pool.is_nil() {
            return Err(MessageError::Lane { kind, expected: lane, found: self.pool });
        }
        if self.pipeline != lane.guid() {
            return Err(MessageError::Lane { kind, expected: lane, found: self.pipeline });
        }
        Ok(())
    }

    /// What stands before `data` on the wire besides the header: the byte order mark, or nothing if the data is
    /// empty (END_OF_PIPELINE_INPUT, and `$null` as input or output).
    pub fn mark(data: &[u8]) -> &'static [u8] {
        if data.is_empty() { &[] } else { &BYTE_ORDER_MARK }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> MessageHeader {
        MessageHeader {
            destination: Destination::Server,
            kind: MessageType::CreatePipeline,
            pool: Uuid::from_u128(0x00112233_4455_6677_8899_AABBCCDDEEFF),
            pipeline: Uuid::nil(),
        }
    }

    #[test]
    fn ids_stand_little_endian() {
        let bytes = header().encode();
        assert_eq!(bytes[..8], [2, 0, 0, 0, 6, 0x10, 2, 0]);
        assert_eq!(bytes[8..16], [0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66]);
        assert_eq!(bytes[16..24], [0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF]);
    }

    #[test]
    fn data_is_given_without_its_mark() {
        let object = [&header().encode()[..], MessageHeader::mark(b"<Nil />"), b"<Nil />"].concat();
        assert_eq!(MessageHeader::decode(&object), Ok((header(), &b"<Nil />"[..])));
        assert!(MessageHeader::mark(b"").is_empty());
    }

    #[test]
    fn bad_headers_are_refused() {
        let good = header().encode();
        assert_eq!(MessageHeader::decode(&good[..39]), Err(HeaderError::TooShort { found: 39 }));
        let mut other = good;
        other[0] = 3;
        assert_eq!(MessageHeader::decode(&other), Err(HeaderError::Destination { found: 3 }));
        let mut other = good;
        other[6] = 9;
        assert_eq!(MessageHeader::decode(&other), Err(HeaderError::Kind { found: 0x0009_1006 }));
    }
}
