//! The attributes of a cmdlet's struct and its fields, as read.

use syn::meta::ParseNestedMeta;
use syn::parse::Parse;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, LitInt, LitStr, Result, Token, parenthesized};

/// `#[cmdlet(..)]`
#[derive(Default)]
pub struct CmdletAttribute {
    /// The command's name.
    pub name: Option<LitStr>,
    /// Its module.
    pub module: Option<LitStr>,
    /// Built-in aliases.
    pub aliases: Vec<LitStr>,
    /// The default parameter set.
    pub default_set: Option<LitStr>,
    /// Whether -WhatIf and -Confirm are taken.
    pub should_process: bool,
    /// Whether it has dynamic parameters.
    pub dynamic: bool,
    /// The `ConfirmImpact`.
    pub impact: Option<LitStr>,
    /// The output types.
    pub output: Vec<LitStr>,
    /// The .NET class.
    pub class: Option<LitStr>,
    /// The help address.
    pub help: Option<LitStr>,
}

/// The attributes of a field that is a parameter.
#[derive(Default)]
pub struct ParameterAttributes {
    /// The name, where it is not the field's.
    pub name: Option<LitStr>,
    /// The .NET type, where it is not the field's.
    pub ty: Option<LitStr>,
    /// Other names.
    pub aliases: Vec<LitStr>,
    /// One for each `#[parameter]` that says something of a set.
    pub sets: Vec<SetAttribute>,
    /// The checks, in the order written.
    pub checks: Vec<Check>,
}

/// A parameter's part in a set.
#[derive(Default)]
pub struct SetAttribute {
    /// The set, `None` for all.
    pub set: Option<LitStr>,
    /// The position.
    pub position: Option<LitInt>,
    /// `mandatory`
    pub mandatory: bool,
    /// `pipeline`
    pub pipeline: bool,
    /// `pipeline_by_name`
    pub pipeline_by_name: bool,
    /// `remaining`
    pub remaining: bool,
    /// Whether anything of the above was written.
    said: bool,
}

/// An item of `#[validate(..)]`: its word and arguments.
pub struct Check {
    /// The word.
    pub word: Ident,
    /// What stands in parentheses behind it.
    pub arguments: Vec<Expr>,
}

fn list<T: Parse>(meta: &ParseNestedMeta<'_>) -> Result<Vec<T>> {
    let content;
    parenthesized!(content in meta.input);
    Ok(Punctuated::<T, Token![,]>::parse_terminated(&content)?.into_iter().collect())
}

impl CmdletAttribute {
    /// Reads the struct's `#[cmdlet(..)]` attributes.
    pub fn read(attributes: &[Attribute]) -> Result<CmdletAttribute> {
        let mut out = CmdletAttribute::default();
        for attribute in attributes.iter().filter(|a| a.path().is_ident("cmdlet")) {
            attribute.parse_nested_meta(|meta| out.item(&meta))?;
        }
        Ok(out)
    }

    fn item(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let word = meta.path.require_ident()?.to_string();
        match word.as_str() {
            "name" => self.name = Some(meta.value()?.parse()?),
            "module" => self.module = Some(meta.value()?.parse()?),
            "aliases" => self.aliases = list(meta)?,
            "default_set" => self.default_set = Some(meta.value()?.parse()?),
            "should_process" => self.should_process = true,
            "dynamic" => self.dynamic = true,
            "impact" => self.impact = Some(meta.value()?.parse()?),
            "output" => self.output = list(meta)?,
            "class" => self.class = Some(meta.value()?.parse()?),
            "help" => self.help = Some(meta.value()?.parse()?),
            _ => return Err(meta.error("no such item of #[cmdlet]")),
        }
        Ok(())
    }
}

impl ParameterAttributes {
    /// Reads a field's attributes; `None` for a field that is no parameter.
    pub fn read(attributes: &[Attribute]) -> Result<Option<ParameterAttributes>> {
        let mut out = ParameterAttributes::default();
        let mut is_parameter = false;
        for attribute in attributes {
            let path = attribute.path();
            if path.is_ident("parameter") {
                is_parameter = true;
                out.parameter(attribute)?;
            } else if path.is_ident("alias") {
                out.aliases
                    .extend(attribute.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated)?);
            } else if path.is_ident("validate") {
                attribute.parse_nested_meta(|meta| {
                    let word = meta.path.require_ident()?.clone();
                    let arguments =
                        if meta.input.peek(syn::token::Paren) { list(&meta)? } else { Vec::new() };
                    out.checks.push(Check { word, arguments });
                    Ok(())
                })?;
            } else {
                continue;
            }
            if !is_parameter && !attributes.iter().any(|a| a.path().is_ident("parameter")) {
                return Err(syn::Error::new_spanned(
                    path,
                    "the field is no parameter: #[parameter] is missing",
                ));
            }
        }
        Ok(is_parameter.then_some(out))
    }

    fn parameter(&mut self, attribute: &Attribute) -> Result<()> {
        if matches!(attribute.meta, syn::Meta::Path(_)) {
            return Ok(());
        }
        let mut set = SetAttribute::default();
        attribute.parse_nested_meta(|meta| {
            let word = meta.path.require_ident()?.to_string();
            match word.as_str() {
                "name" => self.name = Some(meta.value()?.parse()?),
                "ty" => self.ty = Some(meta.value()?.parse()?),
                "alias" => self.aliases.extend(list::<LitStr>(&meta)?),
                _ => set.item(&word, &meta)?,
            }
            Ok(())
        })?;
        if set.said {
            self.sets.push(set);
        }
        Ok(())
    }
}

impl SetAttribute {
    fn item(&mut self, word: &str, meta: &ParseNestedMeta<'_>) -> Result<()> {
        match word {
            "set" => self.set = Some(meta.value()?.parse()?),
            "position" => self.position = Some(meta.value()?.parse()?),
            "mandatory" => self.mandatory = true,
            "pipeline" => self.pipeline = true,
            "pipeline_by_name" => self.pipeline_by_name = true,
            "remaining" => self.remaining = true,
            _ => return Err(meta.error("no such item of #[parameter]")),
        }
        self.said = true;
        Ok(())
    }
}
