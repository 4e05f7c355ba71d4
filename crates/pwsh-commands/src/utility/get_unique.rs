//! `Get-Unique`.

use crate::order::compare;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::ops::compare::strings_equal;
use pwsh_value::{Result, Value, convert};
use std::cmp::Ordering;

/// Drops what equals the object before it.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Unique",
    module = "Microsoft.PowerShell.Utility",
    aliases("gu"),
    default_set = "AsString",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097028"
)]
pub struct GetUnique {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    #[validate(allow_null, allow_empty_string)]
    input_object: Value,
    #[parameter(set = "AsString")]
    as_string: Switch,
    #[parameter(set = "UniqueByType")]
    on_type: Switch,
    #[parameter]
    case_insensitive: Switch,
    last: Option<Value>,
}

impl Cmdlet for GetUnique {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let item = self.input_object.clone();
        let case = if self.case_insensitive.0 { Case::Ignore } else { Case::Heed };
        let same = match &self.last {
            None => false,
            Some(last) if self.on_type.0 => io.rs.type_names(last).first() == io.rs.type_names(&item).first(),
            Some(last) if self.as_string.0 => {
                let (a, b) = (convert::to_text(io.rs, last)?, convert::to_text(io.rs, &item)?);
                strings_equal(case, &a, &b)
            }
            Some(last) => compare(io.rs, case, last, &item)? == Ordering::Equal,
        };
        if same {
            return Ok(());
        }
        self.last = Some(item.clone());
        io.write(item)
    }
}
