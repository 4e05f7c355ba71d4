//! Names in source, interned without case, so that a variable is found by comparing two integers.
//!
//! Only names that stand in source text enter the table; a name computed at run time is looked up with
//! [`Name::find`] and never adds to it.

use crate::string::{PsString, fold_unit};
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::LazyLock;

/// An interned name; equal names differ at most in case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Name(u32);

#[derive(Default)]
struct Table {
    by_fold: HashMap<Box<[u16]>, u32>,
    texts: Vec<PsString>,
}

static TABLE: LazyLock<RwLock<Table>> = LazyLock::new(RwLock::default);

fn fold(text: &str) -> Box<[u16]> {
    text.encode_utf16().map(fold_unit).collect()
}

impl Name {
    /// The name for `text`, entered in the table if it is new.
    pub fn intern(text: &str) -> Name {
        let key = fold(text);
        if let Some(&id) = TABLE.read().by_fold.get(&key) {
            return Name(id);
        }
        let mut table = TABLE.write();
        if let Some(&id) = table.by_fold.get(&key) {
            return Name(id);
        }
        let id = u32::try_from(table.texts.len()).expect("fewer than 2^32 names");
        table.texts.push(text.into());
        table.by_fold.insert(key, id);
        Name(id)
    }

    /// The name for `text` if some source used it.
    pub fn find(text: &str) -> Option<Name> {
        TABLE.read().by_fold.get(&fold(text)).copied().map(Name)
    }

    /// The spelling that was seen first.
    pub fn text(self) -> PsString {
        TABLE.read().texts[self.0 as usize].clone()
    }
}
