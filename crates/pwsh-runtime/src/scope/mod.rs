//! Scopes: dynamic, kept in the runspace's own slab, found by interned name.
//!
//! A scope is a node of a tree (a function's parent is its caller's scope, or its module's), so the parts of a
//! pipeline can each keep one alive between items. Ids are reused; whoever makes a scope frees it.

mod cell;
mod table;

pub use cell::{Constraint, VariableCell, VariableOptions};
pub use table::{Slot, VariableTable};

use crate::command::Function;
use pwsh_value::{Name, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// A scope of the runspace.
pub type ScopeId = u32;

/// One scope.
pub struct Scope {
    /// The scope in which names are looked up next.
    pub parent: Option<ScopeId>,
    /// What kind of scope.
    pub kind: ScopeKind,
    /// Whether it is a module's outermost scope.
    pub is_module: bool,
    names: Arc<[Name]>,
    slots: Vec<Slot>,
    /// Variables that have no slot.
    pub variables: VariableTable,
    /// `$_`, once it was set here.
    pub item: Option<Value>,
    /// Functions defined here.
    pub functions: HashMap<Name, Arc<Function>>,
    /// Aliases defined here: name, definition, options.
    pub aliases: HashMap<Name, crate::command::Alias>,
    /// Classes and enums defined here.
    pub types: HashMap<Name, pwsh_value::Type>,
    /// The version that Set-StrictMode set here (1, 2 or 3 and above), 0 for off.
    pub strict: Option<u8>,
}

/// What kind of scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    /// The session's outermost.
    Global,
    /// A script's or module's outermost: what `$script:` means below it.
    Script,
    /// A function's or block's.
    Local,
}

impl Scope {
    /// The names of the slots.
    pub fn names(&self) -> &[Name] {
        &self.names
    }
}

/// All scopes of a runspace.
pub struct Scopes {
    /// Whether script made an AllScope variable: then a store looks for one in every scope on its way out.
    pub has_all_scope: bool,
    list: Vec<Scope>,
    free: Vec<ScopeId>,
}

/// Where a variable was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// In a slot of a scope.
    Slot(ScopeId, u32),
    /// Among the variables without a slot, by position.
    Table(ScopeId, u32),
}

impl Scopes {
    /// The global scope's id.
    pub const GLOBAL: ScopeId = 0;

    /// A slab with an empty global scope.
    pub fn new() -> Scopes {
        let mut scopes = Scopes { has_all_scope: false, list: Vec::new(), free: Vec::new() };
        scopes.push(None, ScopeKind::Global, Arc::default());
        scopes
    }

    /// Makes a scope with an unset slot for each name.
    pub fn push(&mut self, parent: Option<ScopeId>, kind: ScopeKind, names: Arc<[Name]>) -> ScopeId {
        if let Some(id) = self.free.pop() {
            let scope = &mut self.list[id as usize];
            scope.parent = parent;
            scope.kind = kind;
            scope.is_module = false;
            scope.slots.resize_with(names.len(), Slot::default);
            scope.names = names;
            return id;
        }
        let mut slots = Vec::new();
        slots.resize_with(names.len(), Slot::default);
        self.list.push(Scope {
            parent,
            kind,
            is_module: false,
            names,
            slots,
            variables: VariableTable::default(),
            item: None,
            functions: HashMap::new(),
            aliases: HashMap::new(),
            types: HashMap::new(),
            strict: None,
        });
        (self.list.len() - 1) as ScopeId
    }

    /// Frees a scope and all that it holds.
    pub fn pop(&mut self, id: ScopeId) {
        let scope = &mut self.list[id as usize];
        scope.slots.clear();
        scope.variables.clear();
        scope.item = None;
        if !scope.functions.is_empty() {
            scope.functions.clear();
        }
        if !scope.aliases.is_empty() {
            scope.aliases.clear();
        }
        if !scope.types.is_empty() {
            scope.types.clear();
        }
        scope.strict = None;
        self.free.push(id);
    }

    /// Takes all variables out of the global scope; functions, aliases and types stay.
    pub fn clear_global_variables(&mut self) {
        let global = self.get_mut(Self::GLOBAL);
        global.slots.iter_mut().for_each(|slot| *slot = Slot::default());
        global.variables.clear();
        global.item = None;
        global.strict = None;
    }

    /// A scope.
    #[inline]
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.list[id as usize]
    }

    /// A scope, to change it.
    #[inline]
    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.list[id as usize]
    }

    /// The scope and its ancestors, innermost first.
    pub fn chain(&self, id: ScopeId) -> impl Iterator<Item = ScopeId> {
        std::iter::successors(Some(id), |id| self.get(*id).parent)
    }

    /// The scope `$script:` means in `id`.
    pub fn script_scope(&self, id: ScopeId) -> ScopeId {
        self.chain(id).find(|id| self.get(*id).kind != ScopeKind::Local).unwrap_or(Self::GLOBAL)
    }

    /// The variable of that name in this very scope.
    pub fn find_in(&self, id: ScopeId, name: Name) -> Option<Found> {
        let scope = self.get(id);
        if let Some(at) = scope.names.iter().position(|n| *n == name)
            && scope.slots[at].is_set()
        {
            return Some(Found::Slot(id, at as u32));
        }
        scope.variables.position(name).map(|at| Found::Table(id, at))
    }

    /// The nearest variable of that name, from `id` outwards; private ones only in `id` itself.
    pub fn find(&self, id: ScopeId, name: Name) -> Option<Found> {
        self.chain(id).find_map(|scope| {
            let found = self.find_in(scope, name)?;
            let hidden =
                scope != id && matches!(self.slot(found), Slot::Cell(cell) if cell.options().private);
            (!hidden).then_some(found)
        })
    }

    /// What a found variable holds.
    pub fn slot(&self, found: Found) -> &Slot {
        match found {
            Found::Slot(scope, at) => &self.get(scope).slots[at as usize],
            Found::Table(scope, at) => self.get(scope).variables.at(at),
        }
    }

    /// What a found variable holds, to change it.
    pub fn slot_mut(&mut self, found: Found) -> &mut Slot {
        match found {
            Found::Slot(scope, at) => &mut self.get_mut(scope).slots[at as usize],
            Found::Table(scope, at) => self.get_mut(scope).variables.at_mut(at),
        }
    }

    /// A slot of a scope by number.
    #[inline]
    pub fn local(&self, scope: ScopeId, at: u32) -> &Slot {
        &self.list[scope as usize].slots[at as usize]
    }

    /// A slot of a scope by number, to change it.
    #[inline]
    pub fn local_mut(&mut self, scope: ScopeId, at: u32) -> &mut Slot {
        &mut self.list[scope as usize].slots[at as usize]
    }

    /// The place for a variable of that name in this very scope, made if there is none.
    pub fn place_in(&mut self, id: ScopeId, name: Name) -> &mut Slot {
        let scope = &mut self.list[id as usize];
        match scope.names.iter().position(|n| *n == name) {
            Some(at) => &mut scope.slots[at],
            None => scope.variables.place(name),
        }
    }

    /// The names and slots of all variables set in this very scope.
    pub fn variables(&self, id: ScopeId) -> Vec<(Name, &Slot)> {
        let scope = self.get(id);
        let slots = scope.names.iter().copied().zip(&scope.slots).filter(|(_, slot)| slot.is_set());
        slots.chain(scope.variables.iter()).collect()
    }

    /// Removes a variable from the scope it was found in.
    pub fn remove(&mut self, found: Found) {
        match found {
            Found::Slot(scope, at) => self.get_mut(scope).slots[at as usize] = Slot::Unset,
            Found::Table(scope, at) => self.get_mut(scope).variables.remove(at),
        }
    }
}

impl Default for Scopes {
    fn default() -> Self {
        Self::new()
    }
}
