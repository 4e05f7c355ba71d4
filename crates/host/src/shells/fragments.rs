//! What a shell must know of the messages that pass through it: their kinds, and where they end.

use bytes::Bytes;
use psrp::fragment::{FRAGMENT_HEADER_LEN, FragmentHeader};
use psrp::message::MessageType;

/// Follows the messages of one lane by their fragments' headers. Of the messages it reads the type and nothing else.
#[derive(Debug, Default)]
pub(super) struct Watcher {
    /// The type of the message whose fragments are passing.
    current: Option<u32>,
}

/// A fragment, and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The fragment with its header.
    pub bytes: Bytes,
    /// The type of its message; `None` if it is not known here.
    pub kind: Option<MessageType>,
    /// Whether the message ends with it.
    pub end: bool,
}

impl Watcher {
    /// Cuts whole fragments apart. Bytes that are none pass as one piece: the client will say so.
    pub fn pieces(&mut self, mut bytes: Bytes) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some(header) = bytes.first_chunk::<FRAGMENT_HEADER_LEN>().map(FragmentHeader::decode) {
            let length = FRAGMENT_HEADER_LEN + header.length as usize;
            if length > bytes.len() {
                break;
            }
            let fragment = bytes.split_to(length);
            if header.start {
                let number = fragment.get(FRAGMENT_HEADER_LEN + 4..FRAGMENT_HEADER_LEN + 8);
                self.current = number.and_then(|number| number.try_into().ok()).map(u32::from_le_bytes);
            }
            let kind = self.current.and_then(MessageType::from_number);
            pieces.push(Piece { bytes: fragment, kind, end: header.end });
        }
        if !bytes.is_empty() {
            pieces.push(Piece { bytes, kind: None, end: false });
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fragment(id: u64, end: bool, blob: &[u8]) -> Vec<u8> {
        let length = u32::try_from(blob.len()).unwrap();
        let header = FragmentHeader { object_id: 1, fragment_id: id, start: id == 0, end, length };
        [&header.encode()[..], blob].concat()
    }

    #[test]
    fn a_message_is_known_by_its_first_fragment_until_its_last() {
        let mut blob = vec![0; 40];
        blob[4..8].copy_from_slice(&MessageType::PipelineState.number().to_le_bytes());
        let mut watcher = Watcher::default();
        let first = watcher.pieces([fragment(0, false, &blob), fragment(1, false, b"x")].concat().into());
        let last = watcher.pieces(fragment(2, true, b"y").into());
        let kinds: Vec<_> = first.iter().chain(&last).map(|piece| (piece.kind, piece.end)).collect();
        let kind = Some(MessageType::PipelineState);
        assert_eq!(kinds, [(kind, false), (kind, false), (kind, true)]);
    }

    #[test]
    fn what_is_no_fragment_passes() {
        let pieces = Watcher::default().pieces(Bytes::from_static(b"short"));
        assert_eq!(pieces, [Piece { bytes: Bytes::from_static(b"short"), kind: None, end: false }]);
    }
}
