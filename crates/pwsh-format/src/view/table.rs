//! The views of a runspace: its own over the built-in ones, found by the type names of an object.

use super::{Control, View, commands, dotnet, engine, file_system, style};
use pwsh_runtime::Runspace;
use pwsh_value::PsString;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// The shape of a display.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Format-Table
    Table,
    /// Format-List
    List,
    /// Format-Wide
    Wide,
    /// Format-Custom
    Custom,
}

impl View {
    /// Its shape.
    pub fn shape(&self) -> Shape {
        match self.control {
            Control::Table(_) => Shape::Table,
            Control::List(_) => Shape::List,
            Control::Wide(_) => Shape::Wide,
            Control::Custom(_) => Shape::Custom,
        }
    }
}

/// Views by the names of their types, in order.
#[derive(Default)]
struct Index {
    views: Vec<Arc<View>>,
    by_type: HashMap<String, Vec<usize>>,
}

impl Index {
    fn add(&mut self, view: View) {
        for name in view.types.iter() {
            self.by_type.entry(name.to_ascii_lowercase()).or_default().push(self.views.len());
        }
        self.views.push(Arc::new(view));
    }

    fn for_type<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Arc<View>> + use<'a> {
        let found = self.by_type.get(&name.to_ascii_lowercase());
        found.into_iter().flatten().map(|at| &self.views[*at])
    }
}

static BUILT_IN: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for views in [dotnet::views(), file_system::views(), engine::views(), commands::views(), style::views()] {
        views.into_iter().for_each(|view| index.add(view));
    }
    index
});

/// The views that a session has besides the built-in ones, in the order in which they are looked at.
#[derive(Default)]
pub struct ViewTable {
    before: Index,
    after: Index,
}

/// The session's own views.
type SessionViews = parking_lot::RwLock<ViewTable>;

impl ViewTable {
    /// Adds views to a session, to be found before or after the built-in ones.
    pub fn add(rs: &Runspace, views: Vec<View>, before: bool) {
        let own = rs.session.process().statics::<SessionViews>();
        let mut own = own.write();
        let index = if before { &mut own.before } else { &mut own.after };
        views.into_iter().for_each(|view| index.add(view));
    }

    /// The view for an object of these type names that `wanted` takes: one for the first name, else for the next.
    /// A deserialized object has the views of what it was.
    pub fn find(rs: &Runspace, names: &[PsString], wanted: impl Fn(&View) -> bool) -> Option<Arc<View>> {
        let own = rs.session.process().statics::<SessionViews>();
        let own = own.read();
        let search = |names: &[PsString]| {
            names.iter().find_map(|name| {
                let name = name.to_str();
                let views = own
                    .before
                    .for_type(&name)
                    .chain(BUILT_IN.for_type(&name))
                    .chain(own.after.for_type(&name));
                views.into_iter().find(|view| wanted(view)).cloned()
            })
        };
        search(names).or_else(|| search(&without_prefix(names)?))
    }

    /// All views, for Get-FormatData.
    pub fn all(rs: &Runspace) -> Vec<Arc<View>> {
        let own = rs.session.process().statics::<SessionViews>();
        let own = own.read();
        own.before.views.iter().chain(&BUILT_IN.views).chain(&own.after.views).cloned().collect()
    }
}

/// Type names without `Deserialized.`; `None` if none of them has it.
pub fn without_prefix(names: &[PsString]) -> Option<Vec<PsString>> {
    let mut found = false;
    let plain = names
        .iter()
        .map(|name| match name.to_str().strip_prefix("Deserialized.") {
            Some(rest) => {
                found = true;
                rest.into()
            }
            None => name.clone(),
        })
        .collect();
    found.then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_has_types_and_content() {
        for view in &BUILT_IN.views {
            assert!(!view.types.is_empty(), "{}", view.name);
            let filled = match &view.control {
                Control::Table(table) => !table.columns.is_empty(),
                Control::List(entries) => entries.iter().all(|entry| !entry.items.is_empty()),
                Control::Wide(entries) => !entries.is_empty(),
                Control::Custom(entries) => !entries.is_empty(),
            };
            assert!(filled, "{}", view.name);
        }
    }
}
