//! Putting fragments together.

use bytes::{Bytes, BytesMut};

use super::header::{FRAGMENT_HEADER_LEN, FragmentHeader};

/// Why a stream's fragments do not make up objects. The stream cannot be read on after one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FragmentError {
    /// An object id of 0, or one whose sign bit is set: PowerShell reads the id as a signed number and wants it
    /// positive.
    #[error("fragment: expected an object id from 1 to {}, found {found}", i64::MAX)]
    ObjectId {
        /// The id in the header.
        found: u64,
    },
    /// The first fragment of an object lacks the start flag, or its fragment id is not 0.
    #[error(
        "fragment of object {object_id}: expected a first fragment (id 0, start), found id {found}, start {start}"
    )]
    NotFirst {
        /// The object in the header.
        object_id: u64,
        /// The fragment id in the header.
        found: u64,
        /// The start flag in the header.
        start: bool,
    },
    /// A fragment of another object came before the object that is being read was complete.
    #[error("fragment: expected one of object {expected}, found one of object {found}")]
    OtherObject {
        /// The object that is being read.
        expected: u64,
        /// The object in the header.
        found: u64,
    },
    /// A fragment is missing, came twice or came in the wrong order.
    #[error(
        "fragment of object {object_id}: expected fragment {expected}, found fragment {found}, start {start}"
    )]
    OutOfOrder {
        /// The object that is being read.
        object_id: u64,
        /// The fragment id that is due.
        expected: u64,
        /// The fragment id in the header.
        found: u64,
        /// The start flag in the header; only a first fragment may have it.
        start: bool,
    },
    /// The object is larger than the limit of the stream.
    #[error("object {object_id}: expected at most {limit} bytes, found {found} or more")]
    ObjectTooLarge {
        /// The object that is being read.
        object_id: u64,
        /// The stream's limit in bytes.
        limit: usize,
        /// What the fragments so far announce, in bytes.
        found: usize,
    },
}

/// A whole object: the bytes of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// The id its fragments carried.
    pub id: u64,
    /// Its fragments' blobs, joined.
    pub data: Bytes,
}

/// Reads the objects of one byte stream. One is needed for each stream, that is for the pool and each pipeline,
/// and for `Default` and `PromptResponse` apart.
///
/// It holds at most one object of the limit's size and a header, whatever the lengths in the headers say.
#[derive(Debug)]
pub struct Defragmenter {
    limit: usize,
    header: [u8; FRAGMENT_HEADER_LEN],
    header_len: usize,
    object: Option<Partial>,
    failed: Option<FragmentError>,
}

#[derive(Debug)]
struct Partial {
    id: u64,
    next_fragment: u64,
    data: BytesMut,
    /// bytes of the current fragment's blob that are still to come
    missing: usize,
    /// the current fragment is the object's last
    last: bool,
}

impl Defragmenter {
    /// A defragmenter for objects of at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self { limit, header: [0; FRAGMENT_HEADER_LEN], header_len: 0, object: None, failed: None }
    }

    /// Whether part of an object was read that is not complete.
    pub fn is_mid_object(&self) -> bool {
        self.object.is_some() || self.header_len > 0
    }

    /// Takes bytes from the front of `input`, until an object is complete or the input is used up. Gives the
    /// object, or `None` if it needs more input. Call again with the rest while it gives objects.
    ///
    /// # Errors
    /// The first [`FragmentError`] of the stream, and the same again for every later call: after it nobody knows
    /// where the next fragment begins.
    pub fn read(&mut self, input: &mut &[u8]) -> Result<Option<Object>, FragmentError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        self.read_on(input).inspect_err(|&error| {
            self.failed = Some(error);
            self.object = None;
        })
    }

    fn read_on(&mut self, input: &mut &[u8]) -> Result<Option<Object>, FragmentError> {
        loop {
            if let Some(partial) = self.object.as_mut().filter(|partial| partial.missing > 0) {
                let (now, later) = input.split_at(partial.missing.min(input.len()));
                partial.data.extend_from_slice(now);
                partial.missing -= now.len();
                *input = later;
                if partial.missing > 0 {
                    return Ok(None);
                }
            }
            if let Some(done) = self.object.take_if(|partial| partial.missing == 0 && partial.last) {
                return Ok(Some(Object { id: done.id, data: done.data.freeze() }));
            }
            let (now, later) = input.split_at((FRAGMENT_HEADER_LEN - self.header_len).min(input.len()));
            self.header[self.header_len..self.header_len + now.len()].copy_from_slice(now);
            self.header_len += now.len();
            *input = later;
            if self.header_len < FRAGMENT_HEADER_LEN {
                return Ok(None);
            }
            self.header_len = 0;
            self.begin_fragment(FragmentHeader::decode(&self.header))?;
        }
    }

    fn begin_fragment(&mut self, header: FragmentHeader) -> Result<(), FragmentError> {
        let FragmentHeader { object_id, fragment_id, start, end, length } = header;
        if object_id == 0 || object_id > i64::MAX as u64 {
            return Err(FragmentError::ObjectId { found: object_id });
        }
        if let Some(partial) = &self.object {
            if object_id != partial.id {
                return Err(FragmentError::OtherObject { expected: partial.id, found: object_id });
            }
            if fragment_id != partial.next_fragment || start {
                let expected = partial.next_fragment;
                return Err(FragmentError::OutOfOrder { object_id, expected, found: fragment_id, start });
            }
        } else if fragment_id != 0 || !start {
            return Err(FragmentError::NotFirst { object_id, found: fragment_id, start });
        }
        let partial = self.object.get_or_insert_with(|| Partial {
            id: object_id,
            next_fragment: 0,
            data: BytesMut::new(),
            missing: 0,
            last: false,
        });
        let found = partial.data.len().saturating_add(length as usize);
        if found > self.limit {
            return Err(FragmentError::ObjectTooLarge { object_id, limit: self.limit, found });
        }
        partial.next_fragment += 1;
        partial.missing = length as usize;
        partial.last = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fragment::Fragmenter;

    fn fragment(object_id: u64, fragment_id: u64, start: bool, end: bool, blob: &[u8]) -> Vec<u8> {
        let length = u32::try_from(blob.len()).expect("a short blob");
        let mut bytes = FragmentHeader { object_id, fragment_id, start, end, length }.encode().to_vec();
        bytes.extend_from_slice(blob);
        bytes
    }

    fn read_all(limit: usize, mut input: &[u8]) -> Result<Vec<Object>, FragmentError> {
        let mut defragmenter = Defragmenter::new(limit);
        let mut objects = Vec::new();
        while let Some(object) = defragmenter.read(&mut input)? {
            objects.push(object);
        }
        Ok(objects)
    }

    #[test]
    fn a_stream_may_be_cut_at_every_place() {
        let fragmenter = Fragmenter::new(FRAGMENT_HEADER_LEN + 3);
        let mut wire = fragmenter.cut(1, &[b"first object"]).into_bytes().to_vec();
        wire.extend_from_slice(&fragmenter.cut(2, &[b""]).into_bytes());
        wire.extend_from_slice(&fragmenter.cut(3, &[b"third"]).into_bytes());
        let whole = read_all(100, &wire).expect("a good stream");
        assert_eq!(
            whole.iter().map(|o| &o.data[..]).collect::<Vec<_>>(),
            [&b"first object"[..], b"", b"third"]
        );
        for step in 1..wire.len() {
            let mut defragmenter = Defragmenter::new(100);
            let mut objects = Vec::new();
            for mut piece in wire.chunks(step) {
                while let Some(object) = defragmenter.read(&mut piece).expect("a good stream") {
                    objects.push(object);
                }
            }
            assert_eq!(objects, whole, "in pieces of {step}");
            assert!(!defragmenter.is_mid_object());
        }
    }

    #[test]
    fn a_fragment_out_of_order_is_refused() {
        let wire = [fragment(5, 0, true, false, b"a"), fragment(5, 2, false, true, b"c")].concat();
        assert_eq!(
            read_all(100, &wire),
            Err(FragmentError::OutOfOrder { object_id: 5, expected: 1, found: 2, start: false })
        );
    }

    #[test]
    fn a_second_start_within_an_object_is_refused() {
        let wire = [fragment(5, 0, true, false, b"a"), fragment(5, 1, true, true, b"b")].concat();
        assert_eq!(
            read_all(100, &wire),
            Err(FragmentError::OutOfOrder { object_id: 5, expected: 1, found: 1, start: true })
        );
    }

    #[test]
    fn an_object_that_begins_in_its_middle_is_refused() {
        let error = FragmentError::NotFirst { object_id: 5, found: 1, start: false };
        assert_eq!(read_all(100, &fragment(5, 1, false, true, b"a")), Err(error));
    }

    #[test]
    fn another_object_in_between_is_refused() {
        let wire = [fragment(5, 0, true, false, b"a"), fragment(6, 0, true, true, b"b")].concat();
        assert_eq!(read_all(100, &wire), Err(FragmentError::OtherObject { expected: 5, found: 6 }));
    }

    #[test]
    fn object_ids_out_of_range_are_refused() {
        for found in [0, i64::MAX as u64 + 1, u64::MAX] {
            let wire = fragment(found, 0, true, true, b"");
            assert_eq!(read_all(100, &wire), Err(FragmentError::ObjectId { found }));
        }
    }

    #[test]
    fn an_object_over_the_limit_is_refused_before_its_bytes_come() {
        let wire = [fragment(5, 0, true, false, &[0; 60]), fragment(5, 1, false, true, &[0; 41])].concat();
        let error = FragmentError::ObjectTooLarge { object_id: 5, limit: 100, found: 101 };
        assert_eq!(read_all(100, &wire[..wire.len() - 41]), Err(error));
        assert!(read_all(101, &wire).is_ok());
    }

    #[test]
    fn a_stream_stays_refused() {
        let mut defragmenter = Defragmenter::new(100);
        let bad = fragment(0, 0, true, true, b"");
        let good = fragment(1, 0, true, true, b"x");
        assert!(defragmenter.read(&mut &bad[..]).is_err());
        assert_eq!(defragmenter.read(&mut &good[..]), Err(FragmentError::ObjectId { found: 0 }));
    }
}
