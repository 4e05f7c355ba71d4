//! `System.Text.RegularExpressions.Regex`.

use pwsh_value::ty::FacadeType;
/// `System.Text.RegularExpressions.Regex`.
pub static REGEX: FacadeType = FacadeType { ..FacadeType::class("System.Text.RegularExpressions.Regex") };
