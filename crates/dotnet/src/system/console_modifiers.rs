//! `System.ConsoleModifiers`.

use pwsh_value::ty::FacadeType;

/// `System.ConsoleModifiers`.
pub static CONSOLE_MODIFIERS: FacadeType =
    FacadeType::flags("System.ConsoleModifiers", &[("None", 0), ("Alt", 1), ("Shift", 2), ("Control", 4)]);
