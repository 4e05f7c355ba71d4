//! `System.Management.Automation.VerboseRecord`.

use super::informational_record;
use pwsh_value::ty::{FacadeType, constructor};

pub(super) static VERBOSE_RECORD: FacadeType = FacadeType {
    base: "System.Management.Automation.InformationalRecord",
    members: &[constructor("new(string message)", informational_record::new)],
    ..FacadeType::class("System.Management.Automation.VerboseRecord")
};
