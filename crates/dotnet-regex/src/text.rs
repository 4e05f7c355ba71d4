//! What the matcher needs of a subject, so that it is compiled once for bytes and once for UTF-16.

/// A text of code units.
pub(crate) trait Text: Copy {
    fn len(self) -> usize;

    /// The unit at `index`, which is below the length.
    fn unit(self, index: usize) -> u16;

    /// The text as ASCII, where it is.
    fn ascii(&self) -> Option<&[u8]>;
}

impl Text for &[u8] {
    #[inline]
    fn len(self) -> usize {
        <[u8]>::len(self)
    }

    #[inline]
    fn unit(self, index: usize) -> u16 {
        u16::from(self[index])
    }

    fn ascii(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl Text for &[u16] {
    #[inline]
    fn len(self) -> usize {
        <[u16]>::len(self)
    }

    #[inline]
    fn unit(self, index: usize) -> u16 {
        self[index]
    }

    fn ascii(&self) -> Option<&[u8]> {
        None
    }
}
