//! `Sort-Object`.

use super::keys::{Key, compare_keys, keys_of};
use crate::culture_argument::accept_culture;
use crate::order::sort_by;
use crate::property::{Allowed, PropertyArgument};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::{PsString, Result, Value, convert};
use std::cmp::Ordering;

/// Sorts what comes through the pipeline, stably.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Sort-Object",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Default",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097038"
)]
pub struct SortObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(position = 0)]
    property: Vec<Value>,
    #[parameter]
    descending: Switch,
    #[parameter]
    unique: Switch,
    #[parameter(set = "Default")]
    stable: Switch,
    #[parameter(mandatory, set = "Top")]
    #[validate(range(1, i32::MAX))]
    top: Option<i32>,
    #[parameter(mandatory, set = "Bottom")]
    #[validate(range(1, i32::MAX))]
    bottom: Option<i32>,
    #[parameter]
    culture: PsString,
    #[parameter]
    case_sensitive: Switch,
    objects: Vec<Value>,
}

impl Cmdlet for SortObject {
    fn begin(&mut self, _: &mut Io<'_>) -> Result<()> {
        accept_culture(&self.culture)
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.call.expects_input || io.is_bound("InputObject") {
            self.objects.push(self.input_object.clone());
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let allowed = Allowed { keys: &["ascending", "descending"], wildcards: true };
        let properties = PropertyArgument::parse_all(io.rs, &self.property, allowed)?;
        let ascending: Vec<bool> = match properties.is_empty() {
            true => vec![!self.descending.0],
            false => properties.iter().map(|property| self.ascends(property)).collect(),
        };
        let case = if self.case_sensitive.0 { Case::Heed } else { Case::Ignore };
        let mut entries: Vec<(Vec<Key>, Value)> = Vec::with_capacity(self.objects.len());
        for object in std::mem::take(&mut self.objects) {
            entries.push((keys_of(io, &properties, &object)?, object));
        }
        let rs = &mut *io.rs;
        sort_by(&mut entries, |a, b| compare_keys(rs, case, &ascending, &a.0, &b.0))?;
        if self.unique.0 {
            let mut kept: Vec<(Vec<Key>, Value)> = Vec::new();
            for entry in entries {
                match kept.last_mut() {
                    Some(last)
                        if compare_keys(io.rs, case, &ascending, &last.0, &entry.0)? == Ordering::Equal =>
                    {
                        *last = entry;
                    }
                    _ => kept.push(entry),
                }
            }
            entries = kept;
        }
        let length = entries.len();
        let (skip, take) = match (self.top, self.bottom) {
            (Some(top), _) => (0, top as usize),
            (_, Some(bottom)) => (length.saturating_sub(bottom as usize), length),
            _ => (0, length),
        };
        entries.into_iter().skip(skip).take(take).try_for_each(|(_, object)| io.write(object))
    }
}

impl SortObject {
    /// A property's own direction goes before the cmdlet's.
    fn ascends(&self, property: &PropertyArgument) -> bool {
        if let Some(ascending) = property.entry("ascending") {
            return convert::to_bool(ascending);
        }
        match property.entry("descending") {
            Some(descending) => !convert::to_bool(descending),
            None => !self.descending.0,
        }
    }
}
