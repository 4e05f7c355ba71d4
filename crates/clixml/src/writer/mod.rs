//! Writing by pushing elements.

mod frame;
mod primitive;
mod type_table;

use crate::escape::{push_attribute, push_text};
use crate::tree::ContainerKind;
use frame::Frame;
use type_table::TypeTable;

/// How a document looks around its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// As in a message of the protocol: no root element, no white space between elements.
    Wire,
    /// As PSSerializer and Export-Clixml write it: `Objs` with version and namespace, two spaces of indentation.
    Serializer,
}

/// The `N` of an element: WTF-8 of the member's name, or nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Name<'a>(Option<&'a [u8]>);

impl<'a> Name<'a> {
    /// No name: a value at the top, an item of a list, what an object wraps.
    pub const NONE: Name<'static> = Name(None);
    /// The key of a dictionary's entry.
    pub const KEY: Name<'static> = Name(Some(b"Key"));
    /// The value of a dictionary's entry.
    pub const VALUE: Name<'static> = Name(Some(b"Value"));

    /// The name with these WTF-8 bytes; they must be well-formed, as those of a `&str` or a [`Text`](crate::Text) are.
    pub fn of(name: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Name(Some(name.as_ref()))
    }
}

/// The number by which a document refers to an object of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RefId(pub(crate) u64);

impl From<u64> for RefId {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl RefId {
    /// The number itself.
    pub fn number(self) -> u64 {
        self.0
    }
}

/// Writes a document element by element, appending to bytes. An element costs no allocation.
///
/// The order of an object's parts is PowerShell's: [`start_object`](Self::start_object),
/// [`type_names`](Self::type_names), [`to_string_text`](Self::to_string_text), what it wraps, its container,
/// [`start_properties`](Self::start_properties), [`start_members`](Self::start_members), each ended by
/// [`end`](Self::end), as is the object. The writer does not check it, nor that names are given where they belong: a
/// caller that errs writes a document that no reader takes. All text is WTF-8 and must be well-formed.
pub struct Writer {
    out: Vec<u8>,
    frame: Frame,
    types: TypeTable,
    next_ref: u64,
}

impl Writer {
    /// A writer of a new document.
    pub fn new(flavour: Flavour) -> Self {
        let mut writer = Self {
            out: Vec::new(),
            frame: Frame::new(flavour == Flavour::Serializer),
            types: TypeTable::default(),
            next_ref: 0,
        };
        writer.frame.begin(&mut writer.out);
        writer
    }

    /// Begins a new document of the same flavour; references and type names start afresh. The memory is kept, so one
    /// writer per pipeline writes all its messages.
    pub fn clear(&mut self) {
        self.out.clear();
        self.types.clear();
        self.next_ref = 0;
        self.frame.begin(&mut self.out);
    }

    /// Ends the document and gives its bytes, which stay in the writer until [`clear`](Self::clear).
    pub fn finish(&mut self) -> &[u8] {
        self.frame.finish(&mut self.out);
        &self.out
    }

    /// Ends the document and gives its bytes away.
    pub fn into_bytes(mut self) -> Vec<u8> {
        self.frame.finish(&mut self.out);
        self.out
    }

    /// How many bytes were written so far.
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing was written so far.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Begins an object and gives the number by which [`reference`](Self::reference) can name it again.
    pub fn start_object(&mut self, name: Name<'_>) -> RefId {
        let id = RefId(self.next_ref);
        self.next_ref += 1;
        self.frame.start(&mut self.out, "Obj");
        self.push_name(name);
        self.push_ref(id.0);
        id
    }

    /// Writes the names of the object's types, the most derived first: in full the first time, then by number.
    pub fn type_names<T: AsRef<[u8]>>(&mut self, names: &[T]) {
        match self.types.number_of(names) {
            Ok(known) => {
                self.frame.start(&mut self.out, "TNRef");
                self.push_ref(known);
                self.frame.end(&mut self.out);
            }
            Err(new) => {
                self.frame.start(&mut self.out, "TN");
                self.push_ref(new);
                for name in names {
                    self.frame.start_text(&mut self.out, "T");
                    push_text(&mut self.out, name.as_ref());
                    self.frame.end_text(&mut self.out, "T");
                }
                self.frame.end(&mut self.out);
            }
        }
    }

    /// Writes what the object's `ToString` gave.
    pub fn to_string_text(&mut self, text: impl AsRef<[u8]>) {
        let text = text.as_ref();
        if text.is_empty() {
            self.frame.start(&mut self.out, "ToString");
            self.frame.end(&mut self.out);
        } else {
            self.frame.start_text(&mut self.out, "ToString");
            push_text(&mut self.out, text);
            self.frame.end_text(&mut self.out, "ToString");
        }
    }

    /// Begins the adapted properties, each a named value.
    pub fn start_properties(&mut self) {
        self.frame.start(&mut self.out, "Props");
    }

    /// Begins the extended properties, each a named value.
    pub fn start_members(&mut self) {
        self.frame.start(&mut self.out, "MS");
    }

    /// Begins a member set among the extended properties.
    pub fn start_member_set(&mut self, name: Name<'_>) {
        self.frame.start(&mut self.out, "MS");
        self.push_name(name);
    }

    /// Begins the items of a collection; those of a dictionary are entries.
    pub fn start_container(&mut self, kind: ContainerKind) {
        self.frame.start(&mut self.out, kind.element());
    }

    /// Begins an entry of a dictionary, which holds two values, [`Name::KEY`] and [`Name::VALUE`].
    pub fn start_entry(&mut self) {
        self.frame.start(&mut self.out, "En");
    }

    /// Ends what was begun last and is not ended.
    ///
    /// # Panics
    ///
    /// Where nothing is begun: the caller's calls do not pair.
    pub fn end(&mut self) {
        self.frame.end(&mut self.out);
    }

    /// Writes a reference to an object that was begun before in the same document.
    pub fn reference(&mut self, name: Name<'_>, id: RefId) {
        self.frame.start(&mut self.out, "Ref");
        self.push_name(name);
        self.push_ref(id.0);
        self.frame.end(&mut self.out);
    }

    fn push_name(&mut self, name: Name<'_>) {
        if let Some(name) = name.0 {
            self.out.extend_from_slice(b" N=\"");
            push_attribute(&mut self.out, name);
            self.out.push(b'"');
        }
    }

    fn push_ref(&mut self, id: u64) {
        self.out.extend_from_slice(b" RefId=\"");
        primitive::push_unsigned(&mut self.out, id);
        self.out.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(writer: &mut Writer) {
        writer.start_object(Name::NONE);
        writer.type_names(&["A", "System.Object"]);
        writer.to_string_text("<x>");
        writer.start_properties();
        let inner = writer.start_object(Name::of("P\""));
        writer.type_names(&["A", "System.Object"]);
        writer.start_container(ContainerKind::List);
        writer.end();
        writer.end();
        writer.end();
        writer.start_members();
        writer.int32(Name::of("N"), -7);
        writer.reference(Name::of("R"), inner);
        writer.null(Name::of("Z"));
        writer.end();
        writer.end();
    }

    #[test]
    fn the_wire_has_no_white_space() {
        let mut writer = Writer::new(Flavour::Wire);
        for _ in 0..2 {
            writer.clear();
            write(&mut writer);
            assert_eq!(
                String::from_utf8_lossy(writer.finish()),
                "<Obj RefId=\"0\"><TN RefId=\"0\"><T>A</T><T>System.Object</T></TN><ToString>&lt;x&gt;</ToString>\
                 <Props><Obj N=\"P&quot;\" RefId=\"1\"><TNRef RefId=\"0\" /><LST /></Obj></Props>\
                 <MS><I32 N=\"N\">-7</I32><Ref N=\"R\" RefId=\"1\" /><Nil N=\"Z\" /></MS></Obj>"
            );
        }
    }

    #[test]
    fn the_serializer_indents_within_a_root() {
        let mut writer = Writer::new(Flavour::Serializer);
        writer.start_object(Name::NONE);
        writer.start_container(ContainerKind::List);
        writer.string(Name::NONE, "");
        writer.null(Name::NONE);
        writer.end();
        writer.end();
        assert_eq!(
            String::from_utf8(writer.into_bytes()).unwrap(),
            "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n  \
             <Obj RefId=\"0\">\n    <LST>\n      <S></S>\n      <Nil />\n    </LST>\n  </Obj>\n</Objs>"
        );
    }

    #[test]
    fn a_document_of_no_values_is_one_element_or_none() {
        assert_eq!(Writer::new(Flavour::Wire).into_bytes(), b"");
        let objs = b"<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\" />";
        assert_eq!(Writer::new(Flavour::Serializer).into_bytes(), objs);
    }
}
