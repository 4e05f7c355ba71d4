//! Reading by pulling events.

mod error;
mod primitive;
mod tokens;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use quick_xml::events::BytesStart;

pub use error::{LimitKind, ReadError, ReadErrorKind};
use tokens::{Attributes, Tag, Tokens};

use crate::tree::ContainerKind;
use crate::{NoKey, RefId, SecureStringKey, Text, Value};

/// How much a reader takes. The defaults are far above what PowerShell sends (its own clients take 10 MB and nest 50
/// objects) and keep a tree below about 700 MB: an empty object, the dearest element, takes some 300 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the document: 64 MiB by default.
    pub bytes: usize,
    /// Elements in it: 2,097,152 by default.
    pub elements: usize,
    /// Objects and member sets within each other: 100 by default.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, elements: 2 << 20, depth: 100 }
    }
}

/// A step through a document. Starts and ends pair.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A primitive; never one of the [`Value`]s that are or refer to an object. Directly in an object it is what the
    /// object wraps.
    Primitive {
        /// `N`, which it has among members only.
        name: Option<Text>,
        /// The value.
        value: Value,
    },
    /// A reference to an object that was begun before.
    Reference {
        /// `N`, which it has among members only.
        name: Option<Text>,
        /// The object's number; it was the `id` of a [`StartObject`](Self::StartObject).
        id: RefId,
    },
    /// The beginning of an object.
    StartObject {
        /// `N`, which it has among members only.
        name: Option<Text>,
        /// The number by which it can be referred to.
        id: Option<RefId>,
    },
    /// The end of an object.
    EndObject,
    /// The names of the object's types: `TN`, or what `TNRef` refers to.
    TypeNames(Arc<[Text]>),
    /// The object's `ToString`.
    ToString(Text),
    /// The beginning of the adapted properties, `Props`: named values.
    StartProperties,
    /// The end of the adapted properties.
    EndProperties,
    /// The beginning of the extended properties, `MS`: named values and member sets.
    StartMembers,
    /// The end of the extended properties.
    EndMembers,
    /// The beginning of a member set among extended properties.
    StartMemberSet {
        /// Its name.
        name: Text,
    },
    /// The end of a member set.
    EndMemberSet,
    /// The beginning of the items of a collection. Those of a dictionary are entries.
    StartContainer(ContainerKind),
    /// The end of the items.
    EndContainer,
    /// The beginning of an entry of a dictionary: two values, first the key.
    StartEntry,
    /// The end of an entry.
    EndEntry,
}

/// What is open around the next event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    /// An object and the parts of it that were begun, a bit each.
    Object(u8),
    Properties,
    Members,
    MemberSet,
    Items,
    Dictionary,
    /// An entry and how many values of it were read.
    Entry(u8),
}

/// Reads a document of any number of values, with or without a root element, event by event.
///
/// After an error there is nothing more to read: each further call gives another error or the end.
pub struct Reader<'i, 'k> {
    document: &'i [u8],
    tokens: Tokens<'i>,
    limits: Limits,
    key: &'k dyn SecureStringKey,
    open: Vec<Place>,
    elements: usize,
    depth: usize,
    /// Whether the document was looked at.
    begun: bool,
    types: HashMap<RefId, Arc<[Text]>>,
    objects: HashSet<RefId>,
}

impl<'i> Reader<'i, 'static> {
    /// A reader of these bytes with the default limits and no key for SecureStrings. A UTF-8 byte order mark may
    /// stand at the beginning.
    pub fn new(document: &'i [u8]) -> Self {
        Self {
            document,
            tokens: Tokens::new(document),
            limits: Limits::default(),
            key: &NoKey,
            open: Vec::new(),
            elements: 0,
            depth: 0,
            begun: false,
            types: HashMap::new(),
            objects: HashSet::new(),
        }
    }
}

impl<'i> Reader<'i, '_> {
    /// The reader with other limits.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The reader with a key through which SecureStrings pass.
    pub fn with_key(self, key: &dyn SecureStringKey) -> Reader<'i, '_> {
        Reader { key, ..self }
    }

    /// The next event, or `None` at the end of the document.
    pub fn next_event(&mut self) -> Result<Option<Event>, ReadError> {
        if !self.begun {
            self.check_document()?;
        }
        let expected = match self.open.last() {
            Some(Place::Object(_)) => "a part of an object",
            Some(Place::Dictionary) => "En",
            _ => "a value",
        };
        match self.tokens.tag(expected)? {
            Tag::Start(tag) => {
                self.elements += 1;
                if self.elements > self.limits.elements {
                    return Err(self.limit(LimitKind::Elements, self.limits.elements));
                }
                match self.open.last() {
                    None if tag.name().as_ref() == b"Objs" && self.elements == 1 => {
                        self.tokens.check_root(&tag)?;
                        self.open.push(Place::Root);
                        self.next_event()
                    }
                    Some(Place::Object(_)) => self.part(&tag).map(Some),
                    Some(Place::Dictionary) if tag.name().as_ref() == b"En" => {
                        self.open.push(Place::Entry(0));
                        Ok(Some(Event::StartEntry))
                    }
                    Some(Place::Dictionary) => Err(self.tokens.unexpected("En", &tag)),
                    _ => self.value(&tag).map(Some),
                }
            }
            Tag::End => self.end(),
            Tag::Eof if self.open.is_empty() => Ok(None),
            Tag::Eof => {
                Err(self.tokens.error(ReadErrorKind::UnexpectedEnd { expected, ended: "the document" }))
            }
        }
    }

    /// Whether every object that was begun is ended: the next event is a value at the top or there is none.
    pub fn is_at_top(&self) -> bool {
        matches!(self.open[..], [] | [Place::Root])
    }

    /// An error at the last event, for a caller that finds it wrong.
    pub fn error(&self, kind: ReadErrorKind) -> ReadError {
        self.tokens.error(kind)
    }

    fn check_document(&mut self) -> Result<(), ReadError> {
        if self.document.len() > self.limits.bytes {
            return Err(self.limit(LimitKind::Bytes, self.limits.bytes));
        }
        if let Err(error) = std::str::from_utf8(self.document) {
            return Err(ReadError { position: error.valid_up_to(), kind: ReadErrorKind::NotUtf8 });
        }
        self.begun = true;
        Ok(())
    }

    fn limit(&self, what: LimitKind, bound: usize) -> ReadError {
        self.tokens.error(ReadErrorKind::Limit { what, bound })
    }

    /// A value at the top, among members or in a collection.
    fn value(&mut self, tag: &BytesStart<'_>) -> Result<Event, ReadError> {
        let Attributes { name, ref_id } = self.tokens.attributes(tag)?;
        let name = self.placed(name, tag)?;
        match tag.name().as_ref() {
            b"Obj" => {
                if let Some(id) = ref_id
                    && !self.objects.insert(id)
                {
                    return Err(self.error(ReadErrorKind::RepeatedReference { element: "Obj", id }));
                }
                self.descend(Place::Object(0))?;
                Ok(Event::StartObject { name, id: ref_id })
            }
            b"Ref" => {
                let id = ref_id.ok_or_else(|| self.tokens.attribute("RefId", tag))?;
                if !self.objects.contains(&id) {
                    return Err(self.error(ReadErrorKind::UnknownReference { element: "Ref", id }));
                }
                self.tokens.end("Ref")?;
                Ok(Event::Reference { name, id })
            }
            b"MS" if matches!(self.open.last(), Some(Place::Members | Place::MemberSet)) => {
                let name = name.ok_or_else(|| self.tokens.attribute("N", tag))?;
                self.descend(Place::MemberSet)?;
                Ok(Event::StartMemberSet { name })
            }
            element => match primitive::read(&mut self.tokens, element, self.key)? {
                Some(value) => Ok(Event::Primitive { name, value }),
                None => Err(self.tokens.unexpected("a value", tag)),
            },
        }
    }

    /// The name that a value has in its place: members have theirs, an entry's key and value lose theirs.
    fn placed(&mut self, name: Option<Text>, tag: &BytesStart<'_>) -> Result<Option<Text>, ReadError> {
        match self.open.last_mut() {
            Some(Place::Properties | Place::Members | Place::MemberSet) => match name {
                Some(name) => Ok(Some(name)),
                None => Err(self.tokens.attribute("N", tag)),
            },
            Some(Place::Entry(read)) => {
                let (expected, attribute) = match read {
                    0 => ("Key", "N=\"Key\""),
                    1 => ("Value", "N=\"Value\""),
                    _ => return Err(self.tokens.unexpected("the end of En", tag)),
                };
                *read += 1;
                match name {
                    Some(name) if name == *expected => Ok(None),
                    _ => Err(self.tokens.attribute(attribute, tag)),
                }
            }
            _ => Ok(None),
        }
    }

    /// A part of an object.
    fn part(&mut self, tag: &BytesStart<'_>) -> Result<Event, ReadError> {
        let container = match tag.name().as_ref() {
            b"TN" => {
                self.once(0, "TN")?;
                return self.type_names(tag);
            }
            b"TNRef" => {
                self.once(0, "TN")?;
                return self.type_reference(tag);
            }
            b"ToString" => {
                self.once(1, "ToString")?;
                return Ok(Event::ToString(self.tokens.decoded("ToString")?));
            }
            b"Props" => {
                self.once(2, "Props")?;
                self.open.push(Place::Properties);
                return Ok(Event::StartProperties);
            }
            b"MS" => {
                self.once(3, "MS")?;
                self.open.push(Place::Members);
                return Ok(Event::StartMembers);
            }
            b"LST" => ContainerKind::List,
            b"IE" => ContainerKind::Enumerable,
            b"STK" => ContainerKind::Stack,
            b"QUE" => ContainerKind::Queue,
            b"DCT" => ContainerKind::Dictionary,
            element => {
                return match primitive::read(&mut self.tokens, element, self.key)? {
                    Some(value) => {
                        self.once(4, "primitive")?;
                        Ok(Event::Primitive { name: None, value })
                    }
                    None => Err(self.tokens.unexpected("a part of an object", tag)),
                };
            }
        };
        self.once(5, "container")?;
        self.open.push(if container == ContainerKind::Dictionary { Place::Dictionary } else { Place::Items });
        Ok(Event::StartContainer(container))
    }

    /// Notes that the innermost object has a part; it can have one of each.
    fn once(&mut self, bit: u8, part: &'static str) -> Result<(), ReadError> {
        if let Some(Place::Object(begun)) = self.open.last_mut() {
            if *begun & 1 << bit != 0 {
                return Err(self.error(ReadErrorKind::Repeated { part }));
            }
            *begun |= 1 << bit;
        }
        Ok(())
    }

    fn type_reference(&mut self, tag: &BytesStart<'_>) -> Result<Event, ReadError> {
        let id = self.tokens.attributes(tag)?.ref_id;
        let id = id.ok_or_else(|| self.tokens.attribute("RefId", tag))?;
        let Some(names) = self.types.get(&id).cloned() else {
            return Err(self.error(ReadErrorKind::UnknownReference { element: "TNRef", id }));
        };
        self.tokens.end("TNRef")?;
        Ok(Event::TypeNames(names))
    }

    fn type_names(&mut self, tag: &BytesStart<'_>) -> Result<Event, ReadError> {
        let id = self.tokens.attributes(tag)?.ref_id;
        if let Some(id) = id
            && self.types.contains_key(&id)
        {
            return Err(self.error(ReadErrorKind::RepeatedReference { element: "TN", id }));
        }
        let mut names = Vec::new();
        loop {
            match self.tokens.tag("T")? {
                Tag::Start(tag) if tag.name().as_ref() == b"T" => {
                    self.elements += 1;
                    if self.elements > self.limits.elements {
                        return Err(self.limit(LimitKind::Elements, self.limits.elements));
                    }
                    names.push(self.tokens.decoded("T")?);
                }
                Tag::Start(tag) => return Err(self.tokens.unexpected("T", &tag)),
                Tag::End => break,
                Tag::Eof => {
                    return Err(self.error(ReadErrorKind::UnexpectedEnd { expected: "T", ended: "TN" }));
                }
            }
        }
        let names: Arc<[Text]> = names.into();
        if let Some(id) = id {
            self.types.insert(id, names.clone());
        }
        Ok(Event::TypeNames(names))
    }

    fn descend(&mut self, place: Place) -> Result<(), ReadError> {
        if self.depth == self.limits.depth {
            return Err(self.limit(LimitKind::Depth, self.limits.depth));
        }
        self.depth += 1;
        self.open.push(place);
        Ok(())
    }

    /// An end tag. That it is the right one the XML library has seen to.
    fn end(&mut self) -> Result<Option<Event>, ReadError> {
        Ok(Some(match self.open.pop() {
            Some(Place::Root) => {
                return match self.tokens.tag("the end of the document")? {
                    Tag::Start(tag) => Err(self.tokens.unexpected("the end of the document", &tag)),
                    Tag::End | Tag::Eof => Ok(None),
                };
            }
            Some(Place::Object(_)) => {
                self.depth -= 1;
                Event::EndObject
            }
            Some(Place::MemberSet) => {
                self.depth -= 1;
                Event::EndMemberSet
            }
            Some(Place::Properties) => Event::EndProperties,
            Some(Place::Members) => Event::EndMembers,
            Some(Place::Items | Place::Dictionary) => Event::EndContainer,
            Some(Place::Entry(2)) => Event::EndEntry,
            Some(Place::Entry(read)) => {
                let expected = if read == 0 { "a key" } else { "a value" };
                return Err(self.error(ReadErrorKind::UnexpectedEnd { expected, ended: "En" }));
            }
            None => return Ok(None),
        }))
    }
}
