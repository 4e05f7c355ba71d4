//! The objects of Get-FormatData: `System.Management.Automation.ExtendedTypeDefinition` and what is in it.

use super::fields::get;
use pwsh_value::ty::{FacadeType, property};

/// The views of some types.
pub static EXTENDED_TYPE_DEFINITION: FacadeType = FacadeType {
    members: &[
        property("string TypeName {get;}", get::<0>),
        property("System.Collections.Generic.List[string] TypeNames {get;}", get::<1>),
        property(
            "System.Collections.Generic.List[System.Management.Automation.FormatViewDefinition] FormatViewDefinition {get;}",
            get::<2>,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.ExtendedTypeDefinition")
};

/// A view.
pub static FORMAT_VIEW_DEFINITION: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", get::<0>),
        property("System.Management.Automation.PSControl Control {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.FormatViewDefinition")
};

/// What a view shows. Its first places are those of every control.
pub static PS_CONTROL: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.PSControlGroupBy GroupBy {get;}", get::<0>),
        property("bool OutOfBand {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.PSControl")
};

/// By what objects are gathered.
pub static PS_CONTROL_GROUP_BY: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.DisplayEntry Expression {get;}", get::<0>),
        property("string Label {get;}", get::<1>),
        property("System.Management.Automation.CustomControl CustomControl {get;}", get::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.PSControlGroupBy")
};

/// A table.
pub static TABLE_CONTROL: FacadeType = FacadeType {
    base: "System.Management.Automation.PSControl",
    members: &[
        property(
            "System.Collections.Generic.List[System.Management.Automation.TableControlColumnHeader] Headers {get;}",
            get::<2>,
        ),
        property(
            "System.Collections.Generic.List[System.Management.Automation.TableControlRow] Rows {get;}",
            get::<3>,
        ),
        property("bool AutoSize {get;}", get::<4>),
        property("bool HideTableHeaders {get;}", get::<5>),
    ],
    ..FacadeType::class("System.Management.Automation.TableControl")
};

/// A column's header.
pub static TABLE_CONTROL_COLUMN_HEADER: FacadeType = FacadeType {
    members: &[
        property("string Label {get;}", get::<0>),
        property("System.Management.Automation.Alignment Alignment {get;}", get::<1>),
        property("int Width {get;}", get::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.TableControlColumnHeader")
};

/// A table's row.
pub static TABLE_CONTROL_ROW: FacadeType = FacadeType {
    members: &[
        property(
            "System.Collections.Generic.List[System.Management.Automation.TableControlColumn] Columns {get;}",
            get::<0>,
        ),
        property("bool Wrap {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.TableControlRow")
};

/// A cell of a row.
pub static TABLE_CONTROL_COLUMN: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Alignment Alignment {get;}", get::<0>),
        property("System.Management.Automation.DisplayEntry DisplayEntry {get;}", get::<1>),
        property("string FormatString {get;}", get::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.TableControlColumn")
};

/// A list.
pub static LIST_CONTROL: FacadeType = FacadeType {
    base: "System.Management.Automation.PSControl",
    members: &[property(
        "System.Collections.Generic.List[System.Management.Automation.ListControlEntry] Entries {get;}",
        get::<2>,
    )],
    ..FacadeType::class("System.Management.Automation.ListControl")
};

/// The lines for some types.
pub static LIST_CONTROL_ENTRY: FacadeType = FacadeType {
    members: &[
        property(
            "System.Collections.Generic.List[System.Management.Automation.ListControlEntryItem] Items {get;}",
            get::<0>,
        ),
        property("System.Collections.Generic.List[string] SelectedBy {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.ListControlEntry")
};

/// A line.
pub static LIST_CONTROL_ENTRY_ITEM: FacadeType = FacadeType {
    members: &[
        property("string Label {get;}", get::<0>),
        property("System.Management.Automation.DisplayEntry DisplayEntry {get;}", get::<1>),
        property("string FormatString {get;}", get::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.ListControlEntryItem")
};

/// A wide view.
pub static WIDE_CONTROL: FacadeType = FacadeType {
    base: "System.Management.Automation.PSControl",
    members: &[property(
        "System.Collections.Generic.List[System.Management.Automation.WideControlEntryItem] Entries {get;}",
        get::<2>,
    )],
    ..FacadeType::class("System.Management.Automation.WideControl")
};

/// The value of a wide view for some types.
pub static WIDE_CONTROL_ENTRY_ITEM: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.DisplayEntry DisplayEntry {get;}", get::<0>),
        property("System.Collections.Generic.List[string] SelectedBy {get;}", get::<1>),
        property("string FormatString {get;}", get::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.WideControlEntryItem")
};

/// Where a value comes from.
pub static DISPLAY_ENTRY: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.DisplayEntryValueType ValueType {get;}", get::<0>),
        property("string Value {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.DisplayEntry")
};
