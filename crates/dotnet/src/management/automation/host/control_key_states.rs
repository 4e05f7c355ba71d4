//! `System.Management.Automation.Host.ControlKeyStates`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Host.ControlKeyStates`.
pub static CONTROL_KEY_STATES: FacadeType = FacadeType::flags(
    "System.Management.Automation.Host.ControlKeyStates",
    &[
        ("RightAltPressed", 1),
        ("LeftAltPressed", 2),
        ("RightCtrlPressed", 4),
        ("LeftCtrlPressed", 8),
        ("ShiftPressed", 16),
        ("NumLockOn", 32),
        ("ScrollLockOn", 64),
        ("CapsLockOn", 128),
        ("EnhancedKey", 256),
    ],
);
