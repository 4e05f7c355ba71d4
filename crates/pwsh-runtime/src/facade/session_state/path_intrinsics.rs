//! `System.Management.Automation.PathIntrinsics`: paths as the session's drives have them.

use crate::facade::collection::collection;
use crate::facade::runspace;
use crate::provider::{PathInfo, path_text};
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, method, property};
use pwsh_value::{Result, Value};

pub(in crate::facade) static PATH_INTRINSICS: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.PathInfo CurrentLocation {get;}", current_location),
        property("System.Management.Automation.PathInfo CurrentFileSystemLocation {get;}", current_folder),
        method("System.Management.Automation.PathInfo SetLocation(string path)", set_location),
        method(
            "System.Collections.ObjectModel.Collection[System.Management.Automation.PathInfo] GetResolvedPSPathFromPSPath(string path)",
            resolved,
        ),
        method(
            "System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, [ref] System.Management.Automation.ProviderInfo provider)",
            resolved_for_provider,
        ),
        method("string GetUnresolvedProviderPathFromPSPath(string path)", unresolved),
        method("bool IsProviderQualified(string path)", is_provider_qualified),
        method("bool IsPSAbsolute(string path, [ref] string driveName)", is_absolute),
        method("string Combine(string parent, string child)", combine),
        method("string ParseParent(string path, string root)", parse_parent),
        method("string ParseChildName(string path)", parse_child_name),
        method("bool IsValid(string path)", is_valid),
    ],
    ..FacadeType::class("System.Management.Automation.PathIntrinsics")
};

fn current_location(call: &mut Call<'_>) -> Result<Value> {
    Ok(runspace(call.cx).location_value())
}

fn current_folder(call: &mut Call<'_>) -> Result<Value> {
    let rs = runspace(call.cx);
    let folder = rs.location_path().to_string_lossy().into_owned();
    Ok(PathInfo::object(rs.item_path(&folder)?))
}

fn set_location(call: &mut Call<'_>) -> Result<Value> {
    let path = call.str(0);
    let rs = runspace(call.cx);
    let item = rs.item_path(&path.to_str())?;
    rs.set_location(&item)?;
    Ok(rs.location_value())
}

/// The items that exist under a path with wildcards.
fn existing(call: &mut Call<'_>) -> Result<Vec<crate::provider::ItemPath>> {
    let path = call.str(0);
    let rs = runspace(call.cx);
    let items = rs.glob(&path.to_str(), true)?;
    let there: Vec<_> =
        items.into_iter().filter(|item| !item.is_file_system() || item.file().exists()).collect();
    if there.is_empty() && !pwsh_value::wildcard::has_wildcards(&path) {
        return Err(crate::provider::item_not_found(&path));
    }
    Ok(there)
}

fn resolved(call: &mut Call<'_>) -> Result<Value> {
    let items = existing(call)?.into_iter().map(PathInfo::object).collect();
    Ok(collection("System.Management.Automation.PathInfo", items))
}

fn resolved_for_provider(call: &mut Call<'_>) -> Result<Value> {
    let items = existing(call)?;
    if let (Some(first), Some(reference)) = (items.first(), call.payload::<Reference>(1)) {
        let provider = runspace(call.cx).places.provider(first.provider).clone();
        reference.set(Value::Object(provider));
    }
    let paths = items.into_iter().map(|item| item.path.into()).collect();
    Ok(collection("string", paths))
}

pub(in crate::facade) fn unresolved(call: &mut Call<'_>) -> Result<Value> {
    let path = call.str(0);
    Ok(runspace(call.cx).item_path(&path.to_str())?.path.into())
}

fn is_provider_qualified(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.str(0).to_str().contains("::").into())
}

fn is_absolute(call: &mut Call<'_>) -> Result<Value> {
    let path = call.str(0);
    let path = path.to_str();
    let (qualifier, _) = path_text::qualified(&path);
    let drive = match qualifier.strip_suffix(':') {
        Some(drive) if !drive.ends_with(':') => drive,
        _ if path.starts_with('/') => "/",
        _ => return Ok(false.into()),
    };
    if let Some(reference) = call.payload::<Reference>(1) {
        reference.set(drive.into());
    }
    Ok(true.into())
}

fn combine(call: &mut Call<'_>) -> Result<Value> {
    Ok(path_text::joined(&call.str(0).to_str().replace('\\', "/"), &call.str(1).to_str()).into())
}

fn parse_parent(call: &mut Call<'_>) -> Result<Value> {
    Ok(path_text::parent(&call.str(0).to_str()).into())
}

fn parse_child_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(path_text::leaf(&call.str(0).to_str()).into())
}

fn is_valid(call: &mut Call<'_>) -> Result<Value> {
    let path = call.str(0);
    let path = path.to_str();
    let found = runspace(call.cx).item_path(&path).is_ok();
    Ok((found && !path.is_empty() && !path.contains('\0')).into())
}
