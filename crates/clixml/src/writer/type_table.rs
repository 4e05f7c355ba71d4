//! The numbers of the type name lists that a document has named.

use std::collections::HashMap;

#[derive(Default)]
pub(super) struct TypeTable {
    numbers: HashMap<Box<[u8]>, u64>,
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
        match self.numbers.get(&self.joined[..]) {
            Some(number) => Ok(*number),
            None => {
                let number = self.numbers.len() as u64;
                self.numbers.insert(self.joined[..].into(), number);
                Err(number)
            }
        }
    }

    pub(super) fn clear(&mut self) {
        self.numbers.clear();
    }
}
