//! When two trees stand for the same document.

use std::collections::HashSet;

use super::{Container, Members, Object, ObjectRef, Value};

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        Comparison::default().values(self, other)
    }
}

impl PartialEq for ObjectRef {
    /// Whether both objects hold the same. Whether they are one object tells [`is_same`](ObjectRef::is_same).
    fn eq(&self, other: &Self) -> bool {
        let mut comparison = Comparison::default();
        comparison.meet(self, other);
        comparison.finish()
    }
}

/// Compares without recursion: two objects that met before are taken as equal, since what would make them unequal is
/// found where they met. So shared objects cost their size once and cycles end.
#[derive(Default)]
struct Comparison {
    met: HashSet<(usize, usize)>,
    open: Vec<(ObjectRef, ObjectRef)>,
}

impl Comparison {
    fn values(mut self, a: &Value, b: &Value) -> bool {
        self.value(a, b) && self.finish()
    }

    fn finish(mut self) -> bool {
        while let Some((a, b)) = self.open.pop() {
            if !self.object(&a, &b) {
                return false;
            }
        }
        true
    }

    fn meet(&mut self, a: &ObjectRef, b: &ObjectRef) {
        if !a.is_same(b) && self.met.insert((a.address(), b.address())) {
            self.open.push((a.clone(), b.clone()));
        }
    }

    fn object(&mut self, a: &Object, b: &Object) -> bool {
        a.type_names == b.type_names
            && a.to_string == b.to_string
            && self.option(&a.base, &b.base, Self::value)
            && self.option(&a.container, &b.container, Self::container)
            && self.option(&a.properties, &b.properties, Self::members)
            && self.option(&a.members, &b.members, Self::members)
    }

    fn option<T>(&mut self, a: &Option<T>, b: &Option<T>, same: fn(&mut Self, &T, &T) -> bool) -> bool {
        match (a, b) {
            (None, None) => true,
            (Some(a), Some(b)) => same(self, a, b),
            _ => false,
        }
    }

    fn members(&mut self, a: &Members, b: &Members) -> bool {
        a.len() == b.len() && a.iter().zip(b.iter()).all(|((n, a), (m, b))| n == m && self.value(a, b))
    }

    fn container(&mut self, a: &Container, b: &Container) -> bool {
        if a.kind() != b.kind() {
            return false;
        }
        match (a.items(), b.items(), a.entries(), b.entries()) {
            (Some(a), Some(b), ..) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.value(a, b)),
            (.., Some(a), Some(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|((k, v), (l, w))| self.value(k, l) && self.value(v, w))
            }
            _ => false,
        }
    }

    fn value(&mut self, a: &Value, b: &Value) -> bool {
        if let (Some(a), Some(b)) = (a.object(), b.object()) {
            self.meet(&a, &b);
            return true;
        }
        match (a, b) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Char(a), Value::Char(b)) => a == b,
            (Value::SByte(a), Value::SByte(b)) => a == b,
            (Value::Byte(a), Value::Byte(b)) => a == b,
            (Value::Int16(a), Value::Int16(b)) => a == b,
            (Value::UInt16(a), Value::UInt16(b)) => a == b,
            (Value::Int32(a), Value::Int32(b)) => a == b,
            (Value::UInt32(a), Value::UInt32(b)) => a == b,
            (Value::Int64(a), Value::Int64(b)) => a == b,
            (Value::UInt64(a), Value::UInt64(b)) => a == b,
            (Value::Single(a), Value::Single(b)) => a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan(),
            (Value::Double(a), Value::Double(b)) => a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan(),
            (Value::Decimal(a), Value::Decimal(b)) => a.serialize() == b.serialize(),
            (Value::DateTime(a), Value::DateTime(b)) => a == b,
            (Value::Duration(a), Value::Duration(b)) => a == b,
            (Value::Guid(a), Value::Guid(b)) => a == b,
            (Value::Version(a), Value::Version(b)) => a == b,
            (Value::Uri(a), Value::Uri(b))
            | (Value::XmlDocument(a), Value::XmlDocument(b))
            | (Value::ScriptBlock(a), Value::ScriptBlock(b))
            | (Value::Str(a), Value::Str(b)) => a == b,
            (Value::SecureString(a), Value::SecureString(b)) => a == b,
            (Value::ByteArray(a), Value::ByteArray(b)) => a == b,
            (Value::Progress(a), Value::Progress(b)) => a == b,
            (Value::MemberSet(a), Value::MemberSet(b)) => {
                self.meet(a, b);
                true
            }
            // both refer to an object that is gone
            (Value::Ancestor(a), Value::Ancestor(b)) => a.upgrade().is_none() && b.upgrade().is_none(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(n: i32) -> Value {
        let outer = ObjectRef::cyclic(|outer| {
            Object::new().with_member("n", n).with_list([Object::new().with_member("up", outer.clone())])
        });
        outer.into()
    }

    #[test]
    fn cycles_are_compared_by_what_they_hold() {
        assert_eq!(ring(1), ring(1));
        assert_ne!(ring(1), ring(2));
    }

    #[test]
    fn shared_objects_are_compared_once() {
        // sixty-four levels that double: the tree has 2^64 paths
        let doubled =
            || (0..64).fold(Value::Null, |inner, _| Object::new().with_list([inner.clone(), inner]).into());
        assert_eq!(doubled(), doubled());
    }

    #[test]
    fn numbers_are_compared_by_their_text() {
        assert_eq!(Value::from(f64::NAN), Value::from(-f64::NAN));
        assert_ne!(Value::from(0.0), Value::from(-0.0));
        assert_ne!(Value::from(1_i32), Value::from(1_i64));
        assert_ne!(Value::Decimal("1.0".parse().unwrap()), Value::Decimal("1.00".parse().unwrap()));
    }
}
