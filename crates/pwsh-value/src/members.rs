//! Members attached to one object: what Add-Member adds, and what every reference to it then sees.

use crate::cycles;
use crate::object::Obj;
use crate::string::PsString;
use crate::value::Value;
use parking_lot::Mutex;

/// An extended member (`System.Management.Automation.PSMemberInfo` without its name).
#[derive(Clone, Debug)]
pub enum Member {
    /// NoteProperty: a value of its own.
    Note(Value),
    /// AliasProperty: another member's name, and the type its value is converted to.
    Alias {
        /// The member it stands for.
        target: PsString,
        /// The type to convert to, if any, by name.
        convert: Option<PsString>,
    },
    /// ScriptProperty: script blocks that get and set it; each may be null.
    ScriptProperty {
        /// The getter, a script block or null.
        get: Value,
        /// The setter, a script block or null.
        set: Value,
    },
    /// ScriptMethod: a script block.
    ScriptMethod(Value),
    /// PropertySet: names of properties.
    PropertySet(Vec<PsString>),
    /// MemberSet: members of its own, as PSStandardMembers.
    MemberSet(Vec<(PsString, Member)>),
}

/// An ordered set of members, names compared without case.
#[derive(Default)]
pub struct Members {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    list: Vec<(PsString, Member)>,
    /// Type names that hide the type's own, outermost first, once script changed them.
    type_names: Option<Vec<PsString>>,
}

impl Members {
    /// The member of that name, with the spelling it was added with.
    pub fn get(&self, name: &PsString) -> Option<(PsString, Member)> {
        self.inner.lock().list.iter().find(|(n, _)| n.eq_ignore_case(name)).cloned()
    }

    /// All members, in the order in which they were added.
    pub fn all(&self) -> Vec<(PsString, Member)> {
        self.inner.lock().list.clone()
    }

    /// Whether there is no member and the type names are the type's own.
    pub fn is_empty(&self) -> bool {
        let inner = self.inner.lock();
        inner.list.is_empty() && inner.type_names.is_none()
    }

    /// Adds or replaces the member of that name on `owner`, whose members these are.
    pub fn set(&self, owner: &Obj, name: PsString, member: Member) {
        member.trace(&mut |value| cycles::stored(owner, value));
        let mut inner = self.inner.lock();
        let old = match inner.list.iter_mut().find(|(n, _)| n.eq_ignore_case(&name)) {
            Some((_, slot)) => Some(std::mem::replace(slot, member)),
            None => {
                inner.list.push((name, member));
                None
            }
        };
        drop(inner);
        drop(old);
    }

    /// Removes the member of that name; says whether it was there.
    pub fn remove(&self, name: &PsString) -> bool {
        let mut inner = self.inner.lock();
        let found = inner.list.iter().position(|(n, _)| n.eq_ignore_case(name));
        let old = found.map(|at| inner.list.remove(at));
        drop(inner);
        old.is_some()
    }

    /// The type names given to the object by script, most derived first; `None` while they are its type's.
    pub fn type_names(&self) -> Option<Vec<PsString>> {
        self.inner.lock().type_names.clone()
    }

    /// Replaces the type names.
    pub fn set_type_names(&self, names: Vec<PsString>) {
        self.inner.lock().type_names = Some(names);
    }

    pub(crate) fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for (_, member) in &self.inner.lock().list {
            member.trace(visit);
        }
    }

    pub(crate) fn release(&self, out: &mut Vec<Value>) {
        for (_, member) in std::mem::take(&mut self.inner.lock().list) {
            member.release(out);
        }
    }
}

impl Member {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        match self {
            Member::Note(value) | Member::ScriptMethod(value) => visit(value),
            Member::ScriptProperty { get, set } => {
                visit(get);
                visit(set);
            }
            Member::MemberSet(members) => members.iter().for_each(|(_, m)| m.trace(visit)),
            Member::Alias { .. } | Member::PropertySet(_) => {}
        }
    }

    fn release(self, out: &mut Vec<Value>) {
        match self {
            Member::Note(value) | Member::ScriptMethod(value) => out.push(value),
            Member::ScriptProperty { get, set } => out.extend([get, set]),
            Member::MemberSet(members) => members.into_iter().for_each(|(_, m)| m.release(out)),
            Member::Alias { .. } | Member::PropertySet(_) => {}
        }
    }
}
