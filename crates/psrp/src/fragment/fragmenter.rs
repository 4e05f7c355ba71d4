//! Cutting messages into fragments.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::{BufMut, Bytes, BytesMut};

use super::header::{FRAGMENT_HEADER_LEN, FragmentHeader};

/// The source of object ids: one for a whole session, shared by the pool and all its pipelines.
///
/// Clones count on together.
#[derive(Debug, Clone, Default)]
pub struct ObjectIds(Arc<AtomicU64>);

impl ObjectIds {
    /// The next id; the first is 1, since 0 is not allowed on the wire.
    pub fn take(&self) -> u64 {
        // relaxed: an id must be unique, nothing else hangs on it
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// Cuts objects into fragments of a fixed largest size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragmenter {
    blob_size: usize,
}

impl Fragmenter {
    /// A fragmenter for fragments of at most `fragment_size` bytes, header included. A size that leaves no room for
    /// a blob is taken as one byte of blob, and one beyond what a length field holds as that.
    pub fn new(fragment_size: usize) -> Self {
        Self { blob_size: fragment_size.saturating_sub(FRAGMENT_HEADER_LEN).clamp(1, u32::MAX as usize) }
    }

    /// Cuts the object that `parts` make up together. The parts are copied once, all fragments into one buffer.
    pub fn cut(&self, object_id: u64, parts: &[&[u8]]) -> Fragments {
        let total: usize = parts.iter().map(|part| part.len()).sum();
        let count = total.div_ceil(self.blob_size).max(1);
        let mut wire = BytesMut::with_capacity(total + count * FRAGMENT_HEADER_LEN);
        let mut parts = parts.iter().copied().filter(|part| !part.is_empty());
        let mut part: &[u8] = &[];
        for index in 0..count {
            let length = self.blob_size.min(total - index * self.blob_size);
            let header = FragmentHeader {
                object_id,
                fragment_id: index as u64,
                start: index == 0,
                end: index + 1 == count,
                length: u32::try_from(length).expect("a blob's size is clamped to u32"),
            };
            wire.put_slice(&header.encode());
            let mut missing = length;
            while missing > 0 {
                if part.is_empty() {
                    part = parts.next().expect("the lengths of the parts add up to the total");
                }
                let (now, later) = part.split_at(missing.min(part.len()));
                wire.put_slice(now);
                missing -= now.len();
                part = later;
            }
        }
        Fragments { wire: wire.freeze(), fragment_size: self.blob_size + FRAGMENT_HEADER_LEN }
    }
}

/// The fragments of one object, in order; each item is a whole fragment with its header.
#[derive(Debug, Clone)]
pub struct Fragments {
    wire: Bytes,
    fragment_size: usize,
}

impl Fragments {
    /// All fragments as the one run of bytes that a byte stream carries.
    pub fn into_bytes(self) -> Bytes {
        self.wire
    }
}

impl Iterator for Fragments {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        // all but the last fragment are full, so their size is where the next one begins
        (!self.wire.is_empty()).then(|| self.wire.split_to(self.fragment_size.min(self.wire.len())))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.wire.len().div_ceil(self.fragment_size);
        (count, Some(count))
    }
}

impl ExactSizeIterator for Fragments {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_cut_at_the_fragment_size() {
        let fragmenter = Fragmenter::new(FRAGMENT_HEADER_LEN + 4);
        let fragments: Vec<_> = fragmenter.cut(7, &[b"abc", b"", b"defghi"]).collect();
        let blobs: Vec<_> = fragments.iter().map(|f| &f[FRAGMENT_HEADER_LEN..]).collect();
        assert_eq!(blobs, [&b"abcd"[..], b"efgh", b"i"]);
        let headers: Vec<_> = fragments
            .iter()
            .map(|f| FragmentHeader::decode(f[..FRAGMENT_HEADER_LEN].try_into().expect("a header's length")))
            .collect();
        assert!(headers.iter().all(|header| header.object_id == 7));
        assert_eq!(
            headers.iter().map(|h| (h.fragment_id, h.start, h.end, h.length)).collect::<Vec<_>>(),
            [(0, true, false, 4), (1, false, false, 4), (2, false, true, 1)]
        );
    }

    #[test]
    fn an_object_that_fills_its_fragment_exactly_has_no_empty_one_after_it() {
        let fragmenter = Fragmenter::new(FRAGMENT_HEADER_LEN + 4);
        assert_eq!(fragmenter.cut(1, &[b"abcdefgh"]).len(), 2);
    }

    #[test]
    fn an_empty_object_is_one_empty_fragment() {
        let fragments: Vec<_> = Fragmenter::new(100).cut(1, &[]).collect();
        assert_eq!(fragments.len(), 1);
        assert_eq!(fragments[0].len(), FRAGMENT_HEADER_LEN);
    }

    #[test]
    fn a_size_without_room_for_a_blob_still_makes_progress() {
        assert_eq!(Fragmenter::new(0).cut(1, &[b"abc"]).len(), 3);
    }

    #[test]
    fn object_ids_begin_at_one_and_are_shared_by_clones() {
        let ids = ObjectIds::default();
        let other = ids.clone();
        assert_eq!((ids.take(), other.take(), ids.take()), (1, 2, 3));
    }
}
