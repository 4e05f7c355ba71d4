//! `System.Management.Automation.Language.Token` and its kin.

use super::{command, script_extent, variable_path};
use crate::compile::{constant, text};
use crate::facade::collection;
use pwsh_syntax::{Source, Token, TokenKind, TokenValue};
use pwsh_value::ty::{Call, FacadeType, Hooks, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The payload of a token.
struct TokenObject {
    source: Arc<Source>,
    token: Token,
}

impl Payload for TokenObject {}

/// A kind of tokens as an object.
pub(super) fn kind(kind: TokenKind) -> Value {
    Value::enumeration(&named(language!("TokenKind")), kind as i64)
}

/// Tokens as a `Token[]`.
pub(super) fn tokens_value(source: &Arc<Source>, tokens: &[Token]) -> Value {
    let tokens = tokens.iter().map(|token| value(source, token)).collect();
    Value::Object(Obj::typed_array(&named(language!("Token")), tokens))
}

fn value(source: &Arc<Source>, token: &Token) -> Value {
    let class = match &token.value {
        TokenValue::None => language!("Token"),
        TokenValue::Text(_) => language!("StringLiteralToken"),
        TokenValue::Expandable(_) => language!("StringExpandableToken"),
        TokenValue::Number(_) => language!("NumberToken"),
        TokenValue::Parameter { .. } => language!("ParameterToken"),
        TokenValue::Variable(_) => language!("VariableToken"),
        TokenValue::Label(_) => language!("LabelToken"),
        TokenValue::FileRedirection { .. } => language!("FileRedirectionToken"),
        TokenValue::MergingRedirection { .. } => language!("MergingRedirectionToken"),
        TokenValue::InputRedirection => language!("InputRedirectionToken"),
    };
    let payload = TokenObject { source: source.clone(), token: token.clone() };
    Value::Object(Obj::new(named(class), payload))
}

pub(super) const TYPES: &[&FacadeType] = &[
    &TOKEN,
    &STRING_TOKEN,
    &STRING_LITERAL_TOKEN,
    &STRING_EXPANDABLE_TOKEN,
    &NUMBER_TOKEN,
    &PARAMETER_TOKEN,
    &VARIABLE_TOKEN,
    &LABEL_TOKEN,
    &REDIRECTION_TOKEN,
    &FILE_REDIRECTION_TOKEN,
    &MERGING_REDIRECTION_TOKEN,
    &INPUT_REDIRECTION_TOKEN,
];

static TOKEN: FacadeType = FacadeType {
    members: &[
        property("string Text {get;}", |call| {
            let this = call.this::<TokenObject>();
            Ok(this.source.slice(this.token.extent).into())
        }),
        property("System.Management.Automation.Language.TokenFlags TokenFlags {get;}", |call| {
            let flags = call.this::<TokenObject>().token.flags.0;
            Ok(Value::enumeration(&named(language!("TokenFlags")), i64::from(flags)))
        }),
        property("System.Management.Automation.Language.TokenKind Kind {get;}", |call| {
            Ok(kind(call.this::<TokenObject>().token.kind))
        }),
        property("bool HasError {get;}", |call| Ok(call.this::<TokenObject>().token.has_error().into())),
        property("System.Management.Automation.Language.IScriptExtent Extent {get;}", |call| {
            let this = call.this::<TokenObject>();
            Ok(script_extent::extent_value(&this.source, this.token.extent))
        }),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class(language!("Token"))
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let Some(token) = this.cell().and_then(|obj| obj.get::<TokenObject>()) else {
        return Ok(PsString::empty());
    };
    Ok(match token.token.kind {
        TokenKind::EndOfInput => "<eof>".into(),
        _ => token.source.slice(token.token.extent).into(),
    })
}

static STRING_TOKEN: FacadeType = FacadeType {
    base: language!("Token"),
    members: &[property("string Value {get;}", |call| {
        Ok(match &call.this::<TokenObject>().token.value {
            TokenValue::Text(value) => text(value).into(),
            TokenValue::Expandable(expandable) => text(&expandable.value).into(),
            _ => Value::Null,
        })
    })],
    ..FacadeType::class(language!("StringToken"))
};

static STRING_LITERAL_TOKEN: FacadeType =
    FacadeType { base: language!("StringToken"), ..FacadeType::class(language!("StringLiteralToken")) };

static STRING_EXPANDABLE_TOKEN: FacadeType = FacadeType {
    base: language!("StringToken"),
    members: &[property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.Token] NestedTokens {get;}",
        |call| {
            let this = call.this::<TokenObject>();
            let nested = this.token.nested_tokens.iter().map(|token| value(&this.source, token)).collect();
            Ok(collection::read_only(language!("Token"), nested))
        },
    )],
    ..FacadeType::class(language!("StringExpandableToken"))
};

static NUMBER_TOKEN: FacadeType = FacadeType {
    base: language!("Token"),
    members: &[property("System.Object Value {get;}", |call| {
        Ok(match &call.this::<TokenObject>().token.value {
            TokenValue::Number(Some(value)) => constant(value),
            _ => Value::Null,
        })
    })],
    ..FacadeType::class(language!("NumberToken"))
};

static PARAMETER_TOKEN: FacadeType = FacadeType {
    base: language!("Token"),
    members: &[
        property("string ParameterName {get;}", |call| {
            Ok(match &call.this::<TokenObject>().token.value {
                TokenValue::Parameter { name, .. } => (&**name).into(),
                _ => Value::Null,
            })
        }),
        property("bool UsedColon {get;}", |call| {
            let token = call.this::<TokenObject>();
            Ok(matches!(token.token.value, TokenValue::Parameter { used_colon: true, .. }).into())
        }),
    ],
    ..FacadeType::class(language!("ParameterToken"))
};

static VARIABLE_TOKEN: FacadeType = FacadeType {
    base: language!("Token"),
    members: &[
        property("string Name {get;}", |call| {
            Ok(match &call.this::<TokenObject>().token.value {
                TokenValue::Variable(path) => path.user_path().into(),
                _ => Value::Null,
            })
        }),
        property("System.Management.Automation.VariablePath VariablePath {get;}", |call| {
            Ok(match &call.this::<TokenObject>().token.value {
                TokenValue::Variable(path) => variable_path::value(path),
                _ => Value::Null,
            })
        }),
    ],
    ..FacadeType::class(language!("VariableToken"))
};

static LABEL_TOKEN: FacadeType = FacadeType {
    base: language!("Token"),
    members: &[property("string LabelText {get;}", |call| {
        Ok(match &call.this::<TokenObject>().token.value {
            TokenValue::Label(label) => (&**label).into(),
            _ => Value::Null,
        })
    })],
    ..FacadeType::class(language!("LabelToken"))
};

static REDIRECTION_TOKEN: FacadeType =
    FacadeType { base: language!("Token"), ..FacadeType::class(language!("RedirectionToken")) };

static FILE_REDIRECTION_TOKEN: FacadeType = FacadeType {
    base: language!("RedirectionToken"),
    members: &[
        property("System.Management.Automation.Language.RedirectionStream FromStream {get;}", from_stream),
        property("bool Append {get;}", |call| {
            let token = call.this::<TokenObject>();
            Ok(matches!(token.token.value, TokenValue::FileRedirection { append: true, .. }).into())
        }),
    ],
    ..FacadeType::class(language!("FileRedirectionToken"))
};

static MERGING_REDIRECTION_TOKEN: FacadeType = FacadeType {
    base: language!("RedirectionToken"),
    members: &[
        property("System.Management.Automation.Language.RedirectionStream FromStream {get;}", from_stream),
        property("System.Management.Automation.Language.RedirectionStream ToStream {get;}", |call| {
            Ok(match &call.this::<TokenObject>().token.value {
                TokenValue::MergingRedirection { to, .. } => command::stream(*to),
                _ => Value::Null,
            })
        }),
    ],
    ..FacadeType::class(language!("MergingRedirectionToken"))
};

static INPUT_REDIRECTION_TOKEN: FacadeType = FacadeType {
    base: language!("RedirectionToken"),
    ..FacadeType::class(language!("InputRedirectionToken"))
};

fn from_stream(call: &mut Call<'_>) -> Result<Value> {
    Ok(match &call.this::<TokenObject>().token.value {
        TokenValue::FileRedirection { from, .. } | TokenValue::MergingRedirection { from, .. } => {
            command::stream(*from)
        }
        _ => Value::Null,
    })
}
