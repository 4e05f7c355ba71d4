//! The items whose properties are meant, and what their providers cannot do.

use crate::management::named_items::selected;
use crate::management::selection::Selection;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, PsString, Result};

/// The files and folders that the paths of a cmdlet name; items of other providers have no properties, and are
/// reported.
///
/// # Errors
/// What stops the pipeline.
pub fn items_with_properties(
    io: &mut Io<'_>,
    paths: &[PsString],
    literal: bool,
    force: bool,
    selection: &Selection,
) -> Result<Vec<ItemPath>> {
    let mut found = Vec::new();
    for item in selected(io, paths, literal, force, selection)? {
        if item.is_file_system() {
            found.push(item);
            continue;
        }
        let text =
            "Cannot use interface. The IPropertyCmdletProvider interface is not supported by this provider.";
        io.write_error(not_supported(text))?;
    }
    Ok(found)
}

/// Reports for each item that no provider here makes, removes or moves properties.
///
/// # Errors
/// What stops the pipeline.
pub fn refuse_dynamic_properties(io: &mut Io<'_>, items: &[ItemPath]) -> Result<()> {
    let text = "Cannot use interface. The IDynamicPropertyCmdletProvider interface is not implemented by this provider.";
    items.iter().try_for_each(|_| io.write_error(not_supported(text)))
}

fn not_supported(text: &str) -> Error {
    Error::new("System.Management.Automation.PSNotSupportedException", text)
        .id("NotSupported")
        .category(Category::NotImplemented)
}
