//! `System.Management.Automation.PSTraceSourceOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSTraceSourceOptions`.
pub static PS_TRACE_SOURCE_OPTIONS: FacadeType = FacadeType::flags(
    "System.Management.Automation.PSTraceSourceOptions",
    &[
        ("None", 0),
        ("Constructor", 1),
        ("Dispose", 2),
        ("Finalizer", 4),
        ("Method", 8),
        ("Property", 16),
        ("Delegates", 32),
        ("Events", 64),
        ("Exception", 128),
        ("Lock", 256),
        ("Error", 512),
        ("Errors", 640),
        ("Warning", 1024),
        ("Verbose", 2048),
        ("WriteLine", 4096),
        ("Data", 6167),
        ("Scope", 8192),
        ("ExecutionFlow", 8303),
        ("Assert", 16384),
        ("All", 32767),
    ],
);
