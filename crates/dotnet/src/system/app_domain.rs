//! `System.AppDomain`: the one that there is.

use crate::reflection::assembly::assembly_of;
use crate::system::object::Plain;
use pwsh_value::ty::{Call, FacadeType, known, method, named, property};
use pwsh_value::{Obj, Result, Value};

/// `System.AppDomain`.
pub static APP_DOMAIN: FacadeType = FacadeType {
    base: "System.MarshalByRefObject",
    members: &[
        property("static System.AppDomain CurrentDomain {get;}", current_domain),
        property("string FriendlyName {get;}", friendly_name),
        property("string BaseDirectory {get;}", base_directory),
        property("int Id {get;}", id),
        method("System.Reflection.Assembly[] GetAssemblies()", get_assemblies),
        method("static int GetCurrentThreadId()", id),
    ],
    ..FacadeType::class("System.AppDomain")
};

/// `System.AppContext`.
pub static APP_CONTEXT: FacadeType = FacadeType {
    members: &[
        property("static string BaseDirectory {get;}", base_directory),
        property("static string TargetFrameworkName {get;}", target_framework_name),
    ],
    ..FacadeType::static_class("System.AppContext")
};

fn current_domain(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(named("System.AppDomain"), Plain).into())
}

fn friendly_name(_: &mut Call<'_>) -> Result<Value> {
    Ok("pwsh".into())
}

/// The folder of this program.
fn base_directory(call: &mut Call<'_>) -> Result<Value> {
    let program = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.to_path_buf()));
    let folder = program.unwrap_or_else(|| call.cx.process().directory());
    Ok(format!("{}/", folder.display()).into())
}

fn target_framework_name(_: &mut Call<'_>) -> Result<Value> {
    Ok(".NETCoreApp,Version=v10.0".into())
}

fn id(_: &mut Call<'_>) -> Result<Value> {
    Ok(1.into())
}

fn get_assemblies(_: &mut Call<'_>) -> Result<Value> {
    let k = known();
    let all = [&k.object, &k.psobject, &k.regex, &k.xml_document].map(assembly_of);
    Ok(Obj::typed_array(&named("System.Reflection.Assembly"), all.into()).into())
}
