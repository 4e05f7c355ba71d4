//! The cmdlets of the properties of items, a file each, and what they share.

pub mod clear_item_property;
pub mod copy_item_property;
pub mod get_item_property;
pub mod get_item_property_value;
mod items;
pub mod move_item_property;
pub mod new_item_property;
mod property_object;
pub mod remove_item_property;
pub mod rename_item_property;
pub mod set_item_property;
