//! The numbers of the type name lists that a document has named.

use std::collections::HashMap;

/// Lists that are kept from one document for the next, which mostly has the same.
const KEPT_LISTS: usize = 256;

#[derive(Default)]
pub(super) struct TypeTable {
    /// Each list with the document that named it last and its number there.
    lists: HashMap<Box<[u8]>, (u64, u64)>,
    /// Counts the documents.
    document: u64,
    /// How many lists this document has named.
    count: u64,
    /// Where the names are joined to be looked up.
    joined: Vec<u8>,
}

impl TypeTable {
    /// The number of a list that is known, or else the one that it has from now on.
    pub(super) fn number_of<T: AsRef<[u8]>>(&mut self, names: &[T]) -> Result<u64, u64> {
        self.joined.clear();
        for name in names {
            let name = name.as_ref();
            // with its length before it, no name can be taken for two
            self.joined.extend_from_slice(&name.len().to_le_bytes());
            self.joined.extend_from_slice(name);
        }
        let new = (self.document, self.count);
        match self.lists.get_mut(&self.joined[..]) {
            Some((document, number)) if *document == self.document => return Ok(*number),
            Some(known) => *known = new,
            None => {
                self.lists.insert(self.joined[..].into(), new);
            }
        }
        self.count += 1;
        Err(new.1)
    }

    /// Begins a new document.
    pub(super) fn clear(&mut self) {
        self.document += 1;
        self.count = 0;
        if self.lists.len() > KEPT_LISTS {
            self.lists.clear();
        }
    }
}
