//! From offsets in the text being scanned to offsets in the source. They differ inside expandable strings, whose
//! subexpressions are scanned as a text of their own in which doubled quotes have become single ones.

use crate::Extent;

/// Maps offsets of a nested text to offsets of the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct OffsetMap {
    base: u32,
    /// Offsets in the nested text, ascending, each with the bytes removed from the source up to there.
    removed: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// The source offset of `local`.
    pub fn map(&self, local: u32) -> u32 {
        let before = self.removed.partition_point(|&(offset, _)| offset < local);
        self.base + local + before.checked_sub(1).map_or(0, |index| self.removed[index].1)
    }

    /// The source extent of the range from `start` to `end`.
    pub fn extent(&self, start: u32, end: u32) -> Extent {
        Extent::new(self.map(start), self.map(end))
    }

    /// The map of a text nested in this one: it begins at `start`, and `removed` tells (offset in the nested
    /// text, bytes removed there).
    pub fn nest(&self, start: u32, removed: &[(u32, u32)]) -> OffsetMap {
        let mut events: Vec<(u32, u32)> = removed.to_vec();
        let mut total_before = 0;
        for &(offset, total) in &self.removed {
            let bytes = total - total_before;
            total_before = total;
            if offset > start {
                let in_this = offset - start;
                let removed_before: u32 =
                    removed.iter().filter(|&&(at, _)| at < in_this).map(|&(_, bytes)| bytes).sum();
                events.push((in_this.saturating_sub(removed_before), bytes));
            }
        }
        events.sort_unstable();
        let mut total = 0;
        for (_, bytes) in &mut events {
            total += *bytes;
            *bytes = total;
        }
        OffsetMap { base: self.map(start), removed: events }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_quotes_shift_what_follows() {
        // source: "$(""ab"")"  nested: $("ab")
        let map = OffsetMap::default().nest(1, &[(2, 1), (5, 1)]);
        assert_eq!(map.extent(2, 6), Extent::new(3, 9));
        assert_eq!(map.map(7), 10);
    }
}
