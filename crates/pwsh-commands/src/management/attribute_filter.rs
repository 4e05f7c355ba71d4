//! -Attributes, -Directory, -File, -Hidden, -ReadOnly and -System of Get-ChildItem.

use crate::types::flags_expression::FlagsExpression;
use psjob_dotnet::io::file_system_info::attributes_of;
use pwsh_runtime::provider::is_hidden;
use pwsh_value::Value;
use std::path::Path;

const READ_ONLY: i64 = 1;
const HIDDEN: i64 = 2;
const SYSTEM: i64 = 4;
const DIRECTORY: i64 = 16;

/// Which files and folders are meant, by their attributes.
#[derive(Default)]
pub struct AttributeFilter {
    expression: Value,
    switches: Vec<(bool, i64)>,
    force: bool,
}

/// The switches among the parameters.
#[derive(Clone, Copy, Default)]
pub struct AttributeSwitches {
    /// -Directory
    pub directory: bool,
    /// -File
    pub file: bool,
    /// -Hidden
    pub hidden: bool,
    /// -ReadOnly
    pub read_only: bool,
    /// -System
    pub system: bool,
}

impl AttributeFilter {
    /// The filter of the arguments; `expression` is what -Attributes was given, null for nothing.
    pub fn new(expression: Value, switches: AttributeSwitches, force: bool) -> AttributeFilter {
        let given = [
            (switches.directory, (true, DIRECTORY)),
            (switches.file, (false, DIRECTORY)),
            (switches.hidden, (true, HIDDEN)),
            (switches.read_only, (true, READ_ONLY)),
            (switches.system, (true, SYSTEM)),
        ];
        let switches = given.into_iter().filter(|(on, _)| *on).map(|(_, condition)| condition).collect();
        AttributeFilter { expression, switches, force }
    }

    fn expression(&self) -> Option<&FlagsExpression> {
        self.expression.as_object().and_then(|obj| obj.get::<FlagsExpression>()).map(|found| found.payload())
    }

    /// Whether something of this name may be looked at: hidden items only when asked for.
    pub fn shows(&self, name: &str) -> bool {
        self.force
            || !is_hidden(name)
            || self.switches.iter().any(|(_, flag)| *flag == HIDDEN)
            || self.expression().is_some_and(|expression| expression.mentions(HIDDEN))
    }

    /// Whether the item at a path has the attributes.
    pub fn matches(&self, path: &Path) -> bool {
        if self.switches.is_empty() && self.expression.is_null() {
            return true;
        }
        let Ok(metadata) = path.symlink_metadata() else { return false };
        let attributes = attributes_of(path, &metadata);
        self.switches.iter().all(|(set, flag)| (attributes & flag != 0) == *set)
            && self.expression().is_none_or(|expression| expression.holds(attributes))
    }
}
