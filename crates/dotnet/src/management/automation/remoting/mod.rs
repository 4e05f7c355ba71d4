//! `System.Management.Automation.Remoting`.

pub mod proxy_access_type;
pub mod ps_remoting_data_structure_exception;
pub mod ps_remoting_transport_exception;
pub mod ps_remoting_transport_redirect_exception;
pub mod session_type;
