//! `System.Text.RegularExpressions.RegexMatchTimeoutException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Text.RegularExpressions.RegexMatchTimeoutException`.
pub static REGEX_MATCH_TIMEOUT_EXCEPTION: FacadeType = FacadeType {
    base: "System.TimeoutException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property("string Input {get;}", input),
        property("string Pattern {get;}", pattern),
        property("timespan MatchTimeout {get;}", match_timeout),
    ],
    ..FacadeType::class("System.Text.RegularExpressions.RegexMatchTimeoutException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.",
    )
}

fn input(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Input")
}

fn pattern(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Pattern")
}

fn match_timeout(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "MatchTimeout")
}
