//! `System.MatchEvaluator` and its kin.

use crate::system::delegate;
use pwsh_value::ty::{FacadeType, method};
/// `System.Text.RegularExpressions.MatchEvaluator`.
pub static MATCH_EVALUATOR: FacadeType = FacadeType {
    base: "System.MulticastDelegate",
    members: &[method("string Invoke(System.Text.RegularExpressions.Match match)", delegate::invoke)],
    ..FacadeType::class("System.Text.RegularExpressions.MatchEvaluator")
};
