//! `System.Management.Automation.Remoting.SessionType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Remoting.SessionType`.
pub static SESSION_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Remoting.SessionType",
    &[("Empty", 0), ("RestrictedRemoteServer", 1), ("Default", 2)],
);
