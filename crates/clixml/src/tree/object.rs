//! Objects: complex values with type names, members and contents ([MS-PSRP] 2.2.5.2).

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock, Weak};

use zeroize::Zeroizing;

use super::{Members, Value};
use crate::{KeyError, SecureStringKey, Text};

/// A complex object as it stands in a document. What is absent there is `None` here.
#[derive(Default)]
pub struct Object {
    /// `TN`: the names of its types, the most derived first.
    pub type_names: Option<Arc<[Text]>>,
    /// `ToString`
    pub to_string: Option<Text>,
    /// The primitive that it wraps, an enum's number for one.
    pub base: Option<Value>,
    /// The items of a collection.
    pub container: Option<Container>,
    /// `Props`: the adapted properties, those of the type itself.
    pub properties: Option<Members>,
    /// `MS`: the extended properties, which were added to the object. The members of protocol messages are here.
    pub members: Option<Members>,
}

/// The items of a collection ([MS-PSRP] 2.2.5.2.6).
#[derive(Debug, Clone)]
pub enum Container {
    /// `LST`
    List(Vec<Value>),
    /// `IE`: an enumerable that is no list.
    Enumerable(Vec<Value>),
    /// `STK`: the top first.
    Stack(Vec<Value>),
    /// `QUE`
    Queue(Vec<Value>),
    /// `DCT`: keys and values, in the order of the document.
    Dictionary(Vec<(Value, Value)>),
}

/// What kind of collection a container is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContainerKind {
    /// `LST`
    List,
    /// `IE`
    Enumerable,
    /// `STK`
    Stack,
    /// `QUE`
    Queue,
    /// `DCT`
    Dictionary,
}

impl ContainerKind {
    /// The element that holds the items.
    pub fn element(self) -> &'static str {
        match self {
            Self::List => "LST",
            Self::Enumerable => "IE",
            Self::Stack => "STK",
            Self::Queue => "QUE",
            Self::Dictionary => "DCT",
        }
    }
}

impl Container {
    /// A collection of no items.
    pub fn empty(kind: ContainerKind) -> Self {
        match kind {
            ContainerKind::List => Self::List(Vec::new()),
            ContainerKind::Enumerable => Self::Enumerable(Vec::new()),
            ContainerKind::Stack => Self::Stack(Vec::new()),
            ContainerKind::Queue => Self::Queue(Vec::new()),
            ContainerKind::Dictionary => Self::Dictionary(Vec::new()),
        }
    }

    /// Its kind.
    pub fn kind(&self) -> ContainerKind {
        match self {
            Self::List(_) => ContainerKind::List,
            Self::Enumerable(_) => ContainerKind::Enumerable,
            Self::Stack(_) => ContainerKind::Stack,
            Self::Queue(_) => ContainerKind::Queue,
            Self::Dictionary(_) => ContainerKind::Dictionary,
        }
    }

    /// The items, unless it is a dictionary.
    pub fn items(&self) -> Option<&[Value]> {
        match self {
            Self::List(items) | Self::Enumerable(items) | Self::Stack(items) | Self::Queue(items) => {
                Some(items)
            }
            Self::Dictionary(_) => None,
        }
    }

    /// The pairs of a dictionary.
    pub fn entries(&self) -> Option<&[(Value, Value)]> {
        match self {
            Self::Dictionary(entries) => Some(entries),
            _ => None,
        }
    }
}

impl Object {
    /// An object with nothing at all.
    pub fn new() -> Self {
        Self::default()
    }

    /// An object of these types, the most derived first.
    pub fn of_types<T: Into<Text>>(names: impl IntoIterator<Item = T>) -> Self {
        let mut object = Self::default();
        object.type_names = Some(names.into_iter().map(Into::into).collect());
        object
    }

    /// A value of an enum: its type, its member's name and number.
    pub fn enumeration(type_name: &str, member: &str, number: impl Into<Value>) -> Self {
        Self::of_types([type_name, "System.Enum", "System.ValueType", "System.Object"])
            .with_to_string(member)
            .with_base(number)
    }

    /// Sets `ToString`.
    pub fn with_to_string(mut self, text: impl Into<Text>) -> Self {
        self.to_string = Some(text.into());
        self
    }

    /// Sets the primitive that it wraps.
    pub fn with_base(mut self, value: impl Into<Value>) -> Self {
        self.base = Some(value.into());
        self
    }

    /// Sets the items.
    pub fn with_container(mut self, container: Container) -> Self {
        self.container = Some(container);
        self
    }

    /// Makes it a list of these items.
    pub fn with_list<T: Into<Value>>(self, items: impl IntoIterator<Item = T>) -> Self {
        self.with_container(Container::List(items.into_iter().map(Into::into).collect()))
    }

    /// Makes it a dictionary of these pairs.
    pub fn with_dictionary<K: Into<Value>, V: Into<Value>>(
        self,
        entries: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect();
        self.with_container(Container::Dictionary(entries))
    }

    /// Adds an adapted property.
    pub fn with_property(mut self, name: impl Into<Text>, value: impl Into<Value>) -> Self {
        self.properties.get_or_insert_default().push(name, value);
        self
    }

    /// Adds an extended property.
    pub fn with_member(mut self, name: impl Into<Text>, value: impl Into<Value>) -> Self {
        self.members.get_or_insert_default().push(name, value);
        self
    }

    /// Adds an extended property, if there is a value.
    pub fn with_optional(self, name: impl Into<Text>, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with_member(name, value),
            None => self,
        }
    }

    /// Whether one of its types has this name; case counts.
    pub fn is_of_type(&self, name: &str) -> bool {
        self.type_names.as_deref().is_some_and(|names| names.iter().any(|n| *n == name))
    }

    /// The value at a string key of a dictionary; the key's case does not count.
    pub fn entry(&self, key: &str) -> Option<&Value> {
        let entries = self.container.as_ref()?.entries()?;
        let (_, value) = entries.iter().find(|(k, _)| matches!(k, Value::Str(k) if k.eq_ignore_case(key)))?;
        Some(value)
    }

    /// Moves all values that it holds to the end of `values`.
    fn drain_into(&mut self, values: &mut Vec<Value>) {
        values.extend(self.base.take());
        for members in [self.properties.take(), self.members.take()].into_iter().flatten() {
            values.extend(members.into_values());
        }
        match self.container.take() {
            Some(Container::Dictionary(entries)) => {
                values.extend(entries.into_iter().flat_map(|(k, v)| [k, v]))
            }
            Some(
                Container::List(items)
                | Container::Enumerable(items)
                | Container::Stack(items)
                | Container::Queue(items),
            ) => values.extend(items),
            None => {}
        }
    }
}

impl Drop for Object {
    /// Works off a list: objects nest, through references without bound, and a thread's stack is short.
    fn drop(&mut self) {
        let mut values = Vec::new();
        self.drain_into(&mut values);
        while let Some(value) = values.pop() {
            if let Value::Object(object) | Value::MemberSet(object) = value
                && let Some(mut object) = Arc::into_inner(object.0).and_then(OnceLock::into_inner)
            {
                object.drain_into(&mut values);
            }
        }
    }
}

/// A shared reference to an object. A clone refers to the same object.
///
/// It cannot be changed once made, so objects that refer to each other are made by [`cyclic`](Self::cyclic) alone,
/// with weak references upwards; none is leaked.
#[derive(Clone)]
pub struct ObjectRef(Arc<OnceLock<Object>>);

impl ObjectRef {
    /// Shares an object.
    pub fn new(object: Object) -> Self {
        Self(Arc::new(OnceLock::from(object)))
    }

    /// Makes an object that refers to itself, within what it holds, by the weak reference that `make` gets.
    pub fn cyclic(make: impl FnOnce(&WeakObject) -> Object) -> Self {
        let (reference, open) = OpenObject::new();
        open.close(make(&reference));
        open.reference
    }

    /// Whether both refer to the same object.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// A reference that does not keep the object alive.
    pub fn downgrade(&self) -> WeakObject {
        WeakObject(Arc::downgrade(&self.0))
    }

    /// The object's address, which tells it from all others while it lives.
    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }
}

/// An object that is being made: others may refer to it already.
pub(super) struct OpenObject {
    reference: ObjectRef,
}

impl OpenObject {
    pub(super) fn new() -> (WeakObject, Self) {
        let reference = ObjectRef(Arc::new(OnceLock::new()));
        (reference.downgrade(), Self { reference })
    }

    /// Gives the object its content.
    pub(super) fn close(&self, object: Object) -> ObjectRef {
        let already = self.reference.0.set(object).is_err();
        debug_assert!(!already, "an object is closed once");
        self.reference.clone()
    }
}

impl Deref for ObjectRef {
    type Target = Object;

    fn deref(&self) -> &Object {
        // only seen from within `cyclic`'s closure, where there is nothing in the object yet
        static OPEN: Object = Object {
            type_names: None,
            to_string: None,
            base: None,
            container: None,
            properties: None,
            members: None,
        };
        self.0.get().unwrap_or(&OPEN)
    }
}

/// Shows no secret.
struct Hidden;

impl SecureStringKey for Hidden {
    fn seal(&self, _: &[u8]) -> Result<Vec<u8>, KeyError> {
        Ok(Vec::new())
    }

    fn open(&self, _: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        Err(KeyError::Missing)
    }
}

impl fmt::Debug for ObjectRef {
    /// The object as on the wire, which is finite where objects refer to each other; secrets left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match super::to_wire(&Value::Object(self.clone()), &Hidden) {
            Ok(bytes) => f.write_str(&String::from_utf8_lossy(&bytes)),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

/// A reference to an object that does not keep it alive.
#[derive(Clone)]
pub struct WeakObject(Weak<OnceLock<Object>>);

impl WeakObject {
    /// The object, if it is still there.
    pub fn upgrade(&self) -> Option<ObjectRef> {
        self.0.upgrade().map(ObjectRef)
    }
}

impl fmt::Debug for WeakObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WeakObject")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_freed_with_its_last_outer_reference() {
        let outer = ObjectRef::cyclic(|outer| Object::new().with_member("self", outer.clone()));
        let weak = outer.downgrade();
        let inner = outer.members.as_ref().and_then(|m| m.get("self")).cloned().unwrap();
        assert!(inner.object().is_some_and(|object| object.is_same(&outer)));
        drop(outer);
        assert!(weak.upgrade().is_none() && inner.object().is_none());
    }

    #[test]
    fn a_chain_of_a_million_objects_is_dropped_on_a_small_stack() {
        let thread = std::thread::Builder::new().stack_size(128 * 1024).spawn(|| {
            let chain = (0..1_000_000).fold(Value::Null, |inner, _| Object::new().with_list([inner]).into());
            drop(chain);
        });
        thread.unwrap().join().unwrap();
    }

    #[test]
    fn string_keys_are_found_without_case() {
        let table = Object::new().with_dictionary([("PSVersion", 1), ("Other", 2)]);
        assert!(matches!(table.entry("psversion"), Some(Value::Int32(1))));
        assert!(table.entry("x").is_none());
    }
}
