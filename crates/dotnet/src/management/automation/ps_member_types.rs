//! `System.Management.Automation.PSMemberTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSMemberTypes`.
pub static PS_MEMBER_TYPES: FacadeType = FacadeType::flags(
    "System.Management.Automation.PSMemberTypes",
    &[
        ("AliasProperty", 1),
        ("CodeProperty", 2),
        ("Property", 4),
        ("NoteProperty", 8),
        ("ScriptProperty", 16),
        ("PropertySet", 32),
        ("Method", 64),
        ("CodeMethod", 128),
        ("ScriptMethod", 256),
        ("Methods", 448),
        ("ParameterizedProperty", 512),
        ("MemberSet", 1024),
        ("Event", 2048),
        ("Dynamic", 4096),
        ("InferredProperty", 8192),
        ("Properties", 8223),
        ("All", 16383),
    ],
);
