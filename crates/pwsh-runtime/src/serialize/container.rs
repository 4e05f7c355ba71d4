//! Collections ([MS-PSRP] 2.2.5.2.6).

use super::{Walk, Written};
use clixml::Name;
use clixml::tree::ContainerKind;
use pwsh_value::payload::{Array, Dictionary, List};
use pwsh_value::{Obj, Type, Value};

/// The items of a collection, as they are written.
pub(super) enum Contents {
    Items(ContainerKind, Vec<Value>),
    Entries(Vec<(Value, Value)>),
}

impl Walk<'_> {
    /// What the object holds, if it is written as a collection.
    pub(super) fn contents(&mut self, value: &Value, obj: &Obj) -> Written<Option<Contents>> {
        let kind = container_kind(obj.ty());
        if let Some(table) = obj.get::<Dictionary>()
            && kind != Some(ContainerKind::Enumerable)
        {
            return Ok(Some(Contents::Entries(table.entries())));
        }
        if let Some(array) = obj.get::<Array>() {
            return Ok(Some(Contents::Items(ContainerKind::List, array.to_vec())));
        }
        if let Some(list) = obj.get::<List>() {
            return Ok(Some(Contents::Items(kind.unwrap_or(ContainerKind::List), list.to_vec())));
        }
        // XML too, which a pipeline does not enumerate.
        let Some(enumerate) = obj.ty().hook(|hooks| hooks.enumerate) else { return Ok(None) };
        let items = enumerate(self.rs, value)?;
        Ok(Some(Contents::Items(kind.unwrap_or(ContainerKind::Enumerable), items)))
    }

    /// Writes the items; they do not use depth up.
    pub(super) fn write_contents(&mut self, contents: Contents, depth: i32) -> Written {
        match contents {
            Contents::Items(kind, items) => {
                self.writer().start_container(kind);
                for item in &items {
                    self.value(Name::NONE, item, depth)?;
                }
            }
            Contents::Entries(entries) => {
                self.writer().start_container(ContainerKind::Dictionary);
                for (key, value) in &entries {
                    self.writer().start_entry();
                    self.value(Name::KEY, key, depth)?;
                    self.value(Name::VALUE, value, depth)?;
                    self.writer().end();
                }
            }
        }
        self.writer().end();
        Ok(())
    }
}

/// The element that .NET's type asks for, where its payload does not tell.
fn container_kind(ty: &Type) -> Option<ContainerKind> {
    ty.hierarchy().find_map(|ty| {
        let name = ty.name().to_str();
        let head = name.split_once('[').map_or(&*name, |(head, _)| head);
        match head {
            "System.Collections.Stack" | "System.Collections.Generic.Stack`1" => Some(ContainerKind::Stack),
            "System.Collections.Queue" | "System.Collections.Generic.Queue`1" => Some(ContainerKind::Queue),
            "System.Collections.Generic.HashSet`1"
            | "System.Collections.Generic.SortedSet`1"
            | "System.Collections.Generic.LinkedList`1" => Some(ContainerKind::Enumerable),
            _ => None,
        }
    })
}
