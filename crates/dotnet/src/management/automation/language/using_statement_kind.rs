//! `System.Management.Automation.Language.UsingStatementKind`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.UsingStatementKind`.
pub static USING_STATEMENT_KIND: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Language.UsingStatementKind",
    &[("Assembly", 0), ("Command", 1), ("Module", 2), ("Namespace", 3), ("Type", 4)],
);
