//! Tags and the white space between them.

const ROOT: &str = "Objs";
const ROOT_ATTRIBUTES: &[u8] =
    b" Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"";

/// The elements that are open. A start tag stays without its `>` until it is known whether the element is empty.
pub(super) struct Frame {
    indented: bool,
    open: Vec<&'static str>,
    /// Whether the last thing written is a start tag without its end.
    in_tag: bool,
}

impl Frame {
    pub(super) fn new(indented: bool) -> Self {
        Self { indented, open: Vec::new(), in_tag: false }
    }

    /// Begins a document.
    pub(super) fn begin(&mut self, out: &mut Vec<u8>) {
        self.open.clear();
        self.in_tag = false;
        if self.indented {
            out.push(b'<');
            out.extend_from_slice(ROOT.as_bytes());
            out.extend_from_slice(ROOT_ATTRIBUTES);
            self.open.push(ROOT);
            self.in_tag = true;
        }
    }

    /// Ends the document's root, if it has one.
    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        if self.open == [ROOT] {
            self.end(out);
        }
        debug_assert!(self.open.is_empty(), "a document ends after its elements: {:?}", self.open);
    }

    /// Writes the beginning of a start tag; attributes may follow.
    pub(super) fn start(&mut self, out: &mut Vec<u8>, element: &'static str) {
        self.close_tag(out);
        self.new_line(out);
        out.push(b'<');
        out.extend_from_slice(element.as_bytes());
        self.open.push(element);
        self.in_tag = true;
    }

    /// Ends the innermost element.
    pub(super) fn end(&mut self, out: &mut Vec<u8>) {
        let element = self.open.pop().expect("every end has a start");
        if self.in_tag {
            out.extend_from_slice(b" />");
            self.in_tag = false;
        } else {
            self.new_line(out);
            self.end_text(out, element);
        }
    }

    /// Writes the start tag of an element that holds text and has no attributes.
    pub(super) fn start_text(&mut self, out: &mut Vec<u8>, element: &str) {
        self.start_named_text(out, element);
        out.push(b'>');
    }

    /// Writes the start tag of an element that holds text, up to its attributes.
    pub(super) fn start_named_text(&mut self, out: &mut Vec<u8>, element: &str) {
        self.close_tag(out);
        self.new_line(out);
        out.push(b'<');
        out.extend_from_slice(element.as_bytes());
    }

    /// Writes the end tag of an element that holds text.
    pub(super) fn end_text(&mut self, out: &mut Vec<u8>, element: &str) {
        out.extend_from_slice(b"</");
        out.extend_from_slice(element.as_bytes());
        out.push(b'>');
    }

    fn close_tag(&mut self, out: &mut Vec<u8>) {
        if self.in_tag {
            out.push(b'>');
            self.in_tag = false;
        }
    }

    fn new_line(&self, out: &mut Vec<u8>) {
        if self.indented {
            out.push(b'\n');
            out.extend(std::iter::repeat_n(b' ', 2 * self.open.len()));
        }
    }
}
