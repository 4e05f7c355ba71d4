//! `derive(Cmdlet)`: a cmdlet's declaration and the binding of its fields, from a struct.
//!
//! ```ignore
//! /// `Get-Date`.
//! #[derive(Default, Cmdlet)]
//! #[cmdlet(name = "Get-Date", module = "Microsoft.PowerShell.Utility", default_set = "DateAndFormat",
//!     output("System.DateTime"))]
//! pub struct GetDate {
//!     #[parameter(position = 0, pipeline, pipeline_by_name)]
//!     #[alias("LastWriteTime")]
//!     date: Option<DateTime>,
//!     #[parameter]
//!     #[validate(range(1, 12))]
//!     month: Option<i32>,
//!     /// No parameter: what the cmdlet remembers between objects.
//!     seen: usize,
//! }
//! ```
//!
//! On the struct: `#[cmdlet(name = .., module = .., aliases(..), default_set = .., should_process, dynamic, impact = "High",
//! output(..), class = .., help = ..)]`. On a field: `#[parameter]`, once for each parameter set, with any of
//! `set = ".."`, `position = 0`, `mandatory`, `pipeline`, `pipeline_by_name`, `remaining`, and for the parameter as
//! a whole `name = ".."` (else the field's in PascalCase), `ty = "System.Net.IPAddress"` (for a `Value` field) and
//! `alias(..)`; `#[alias(..)]`; `#[validate(..)]` with `range(1, 12)`, `range("Positive")`, `set("a", "b")`,
//! `length(1, 5)`, `count(1, 5)`, `pattern("..")`, `leaves(function)`, `not_null`, `not_null_or_empty`, `not_null_or_white_space`,
//! `allow_null`, `allow_empty_string`, `allow_empty_collection`.
//!
//! The macro writes `impl Bind` and `pub fn declaration() -> &'static CmdletDeclaration`.

mod attributes;
mod expand;

use proc_macro::TokenStream;

/// Writes `Bind` and `declaration()` for a cmdlet's struct; see the crate's documentation.
#[proc_macro_derive(Cmdlet, attributes(cmdlet, parameter, alias, validate))]
pub fn derive_cmdlet(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    expand::cmdlet(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}
