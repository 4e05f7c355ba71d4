//! `System.Management.Automation.WarningRecord`.

use super::informational_record;
use pwsh_value::ty::{FacadeType, constructor, property};

pub(super) static WARNING_RECORD: FacadeType = FacadeType {
    base: "System.Management.Automation.InformationalRecord",
    members: &[
        constructor("new(string message)", informational_record::new),
        property("string FullyQualifiedWarningId {get;}", |_| Ok("".into())),
    ],
    ..FacadeType::class("System.Management.Automation.WarningRecord")
};
