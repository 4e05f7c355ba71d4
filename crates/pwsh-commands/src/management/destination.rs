//! The -Destination of Copy-Item and Move-Item.

use super::named_items::named;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Category, Error, PsString, Result};

/// The one item that a destination names, be it there or not; the current location for none.
///
/// # Errors
/// An argument's for wildcards that name several items.
pub fn destination(io: &mut Io<'_>, path: &PsString, force: bool) -> Result<ItemPath> {
    if path.is_empty() {
        return io.rs.location_item();
    }
    let mut found = if has_wildcards(path) { named(io.rs, path, false, force)? } else { Vec::new() };
    match found.len() {
        0 => io.rs.item_path(&path.to_str()),
        1 => Ok(found.remove(0)),
        _ => {
            let text = "Cannot move the item because the destination resolved to multiple paths. Specify a destination path that resolves to a single destination and try again.";
            Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("System.Management.Automation.PSArgumentException")
                .category(Category::InvalidArgument)
                .target(path.clone()))
        }
    }
}
