use crate::operation::{EnumerateResponse, Item};

/// A list of which not all was given out.
#[derive(Debug)]
pub(super) struct List {
    pub account: String,
    items: std::vec::IntoIter<Item>,
}

/// Items that one answer has at most, whatever the client asks.
const MOST: usize = 100;

impl List {
    pub fn new(account: String, items: Vec<Item>) -> Self {
        Self { account, items: items.into_iter() }
    }

    /// The next items; one where the client does not say how many (DSP0226 8.4).
    pub fn next(&mut self, context: &str, most: Option<u32>) -> EnumerateResponse {
        let most = usize::try_from(most.unwrap_or(1)).unwrap_or(MOST).min(MOST);
        let items: Vec<_> = self.items.by_ref().take(most).collect();
        EnumerateResponse { context: context.to_owned(), items, end: self.items.as_slice().is_empty() }
    }
}
