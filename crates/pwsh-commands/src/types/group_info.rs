//! `Microsoft.PowerShell.Commands.GroupInfo` and `GroupInfoNoElement`.

use super::fields::get;
use pwsh_value::ty::{FacadeType, property};

/// Values, Count, Group, Name.
pub static GROUP_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Collections.ArrayList Values {get;}", get::<0>),
        property("int Count {get;}", get::<1>),
        property("System.Collections.ObjectModel.Collection[psobject] Group {get;}", get::<2>),
        property("string Name {get;}", get::<3>),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.GroupInfo")
};

/// The same without the objects.
pub static GROUP_INFO_NO_ELEMENT: FacadeType = FacadeType {
    base: "Microsoft.PowerShell.Commands.GroupInfo",
    ..FacadeType::class("Microsoft.PowerShell.Commands.GroupInfoNoElement")
};
