//! The enums of Add-Type.

use pwsh_value::ty::FacadeType;

/// `-Language`.
pub static LANGUAGE: FacadeType =
    FacadeType::enumeration("Microsoft.PowerShell.Commands.Language", &[("CSharp", 0)]);

/// `-OutputType`.
pub static OUTPUT_ASSEMBLY_TYPE: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.Commands.OutputAssemblyType",
    &[("Library", 0), ("ConsoleApplication", 1), ("WindowsApplication", 2)],
);
