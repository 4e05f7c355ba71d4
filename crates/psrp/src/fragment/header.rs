//! The 21 bytes before each fragment's blob.

/// The length of a fragment's header in bytes.
pub const FRAGMENT_HEADER_LEN: usize = 21;

const START: u8 = 1;
const END: u8 = 2;

/// What precedes the blob of a fragment ([MS-PSRP] 2.2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FragmentHeader {
    /// The object that the fragment is a piece of. Greater than 0, unique within a session.
    pub object_id: u64,
    /// The fragment's place within its object, counted from 0.
    pub fragment_id: u64,
    /// This is the object's first fragment.
    pub start: bool,
    /// This is the object's last fragment.
    pub end: bool,
    /// The length of the blob in bytes.
    pub length: u32,
}

impl FragmentHeader {
    /// The header as it stands on the wire.
    pub fn encode(&self) -> [u8; FRAGMENT_HEADER_LEN] {
        let mut bytes = [0; FRAGMENT_HEADER_LEN];
        bytes[..8].copy_from_slice(&self.object_id.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.fragment_id.to_be_bytes());
        bytes[16] = if self.start { START } else { 0 } | if self.end { END } else { 0 };
        bytes[17..].copy_from_slice(&self.length.to_be_bytes());
        bytes
    }

    /// Reads a header. Every value is possible; the reserved bits of the flags are ignored, as the specification
    /// asks. Whether the fragment fits its stream is the [`Defragmenter`](super::Defragmenter)'s question.
    pub fn decode(bytes: &[u8; FRAGMENT_HEADER_LEN]) -> Self {
        let (object_id, rest) = bytes.split_first_chunk::<8>().expect("21 bytes hold 8");
        let (fragment_id, rest) = rest.split_first_chunk::<8>().expect("13 bytes hold 8");
        let (&[flags], rest) = rest.split_first_chunk::<1>().expect("5 bytes hold 1");
        let (length, _) = rest.split_first_chunk::<4>().expect("4 bytes hold 4");
        Self {
            object_id: u64::from_be_bytes(*object_id),
            fragment_id: u64::from_be_bytes(*fragment_id),
            start: flags & START != 0,
            end: flags & END != 0,
            length: u32::from_be_bytes(*length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specifications_layout_is_written_and_read() {
        let header =
            FragmentHeader { object_id: 0x0102, fragment_id: 3, start: true, end: false, length: 0x0405 };
        let bytes = header.encode();
        assert_eq!(bytes, [0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 4, 5]);
        assert_eq!(FragmentHeader::decode(&bytes), header);
    }

    #[test]
    fn reserved_flag_bits_are_ignored() {
        let mut bytes =
            FragmentHeader { object_id: 1, fragment_id: 0, start: true, end: true, length: 0 }.encode();
        bytes[16] |= 0xFC;
        let header = FragmentHeader::decode(&bytes);
        assert!(header.start && header.end);
    }
}
