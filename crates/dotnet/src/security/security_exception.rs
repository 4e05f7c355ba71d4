//! `System.Security.SecurityException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property_rw};
use pwsh_value::{Result, Value};

/// `System.Security.SecurityException`.
pub static SECURITY_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property_rw("System.Object Demanded {get;set;}", demanded, set_demanded),
        property_rw("System.Object DenySetInstance {get;set;}", deny_set_instance, set_deny_set_instance),
        property_rw(
            "System.Reflection.AssemblyName FailedAssemblyInfo {get;set;}",
            failed_assembly_info,
            set_failed_assembly_info,
        ),
        property_rw("string GrantedSet {get;set;}", granted_set, set_granted_set),
        property_rw("System.Reflection.MethodInfo Method {get;set;}", method, set_method),
        property_rw("string PermissionState {get;set;}", permission_state, set_permission_state),
        property_rw("type PermissionType {get;set;}", permission_type, set_permission_type),
        property_rw(
            "System.Object PermitOnlySetInstance {get;set;}",
            permit_only_set_instance,
            set_permit_only_set_instance,
        ),
        property_rw("string RefusedSet {get;set;}", refused_set, set_refused_set),
        property_rw("string Url {get;set;}", url, set_url),
    ],
    ..FacadeType::class("System.Security.SecurityException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Security error.")
}

fn demanded(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Demanded")
}

fn set_demanded(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "Demanded")
}

fn deny_set_instance(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "DenySetInstance")
}

fn set_deny_set_instance(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "DenySetInstance")
}

fn failed_assembly_info(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "FailedAssemblyInfo")
}

fn set_failed_assembly_info(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "FailedAssemblyInfo")
}

fn granted_set(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "GrantedSet")
}

fn set_granted_set(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "GrantedSet")
}

fn method(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Method")
}

fn set_method(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "Method")
}

fn permission_state(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "PermissionState")
}

fn set_permission_state(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "PermissionState")
}

fn permission_type(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "PermissionType")
}

fn set_permission_type(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "PermissionType")
}

fn permit_only_set_instance(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "PermitOnlySetInstance")
}

fn set_permit_only_set_instance(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "PermitOnlySetInstance")
}

fn refused_set(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "RefusedSet")
}

fn set_refused_set(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "RefusedSet")
}

fn url(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Url")
}

fn set_url(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "Url")
}
