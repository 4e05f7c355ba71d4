//! `System.Management.Automation.Remoting.ProxyAccessType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Remoting.ProxyAccessType`.
pub static PROXY_ACCESS_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Remoting.ProxyAccessType",
    &[("None", 0), ("IEConfig", 1), ("WinHttpConfig", 2), ("AutoDetect", 4), ("NoProxyServer", 8)],
);
