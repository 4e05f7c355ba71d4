//! The metadata of functions and script blocks, from their parameters and attributes.

use super::attribute::{parameter_member, short_name};
use crate::code::{Attribute, Block, Body, Mode, Parameter};
use crate::command::{CommandMeta, ConfirmImpact, ParameterMeta, SetMember, Validation};
use crate::runspace::Runspace;
use pwsh_value::ty::known;
use pwsh_value::{PsString, Result, Type, convert};
use std::sync::{Arc, OnceLock};

impl Runspace {
    /// The metadata of the function `name` with this code. It is kept with the code, which sessions share, unless
    /// it holds what belongs to one session: a class or a script block.
    ///
    /// # Errors
    /// Types and attributes that cannot be found; what evaluating an attribute's arguments throws.
    pub fn function_meta(&mut self, block: &Arc<Block>, name: PsString) -> Result<Arc<CommandMeta>> {
        if let Some(meta) = block.meta.get().filter(|meta| meta.name == name) {
            return Ok(meta.clone());
        }
        let body = block.body(Mode::OwnScope)?.clone();
        let mut meta = self.about_block(&body, name)?;
        let mut named_set_or_position = false;
        for (parameter, ast) in body.parameters.list.iter().zip(block.declared()) {
            let spelling = ast.name.variable_path.name();
            meta.parameters.push(self.parameter_meta(parameter, spelling, &mut named_set_or_position)?);
        }
        if meta.positional_binding && !named_set_or_position {
            let placed = meta.parameters.iter_mut().filter(|p| p.ty != known().switch_parameter);
            for (parameter, position) in placed.zip(0..) {
                parameter.sets[0].position = Some(position);
            }
        }
        let meta = Arc::new(meta);
        if !meta.parameters.iter().any(belongs_to_session) {
            return Ok(block.meta.get_or_init(|| meta).clone());
        }
        Ok(meta)
    }

    /// What the attributes of the block itself say.
    fn about_block(&mut self, body: &Body, name: PsString) -> Result<CommandMeta> {
        let mut meta = CommandMeta {
            name,
            parameters: Vec::with_capacity(body.parameters.list.len()),
            default_set: None,
            cmdlet_binding: body.parameters.advanced,
            should_process: false,
            confirm_impact: ConfirmImpact::Medium,
            positional_binding: true,
            output_types: Vec::new(),
            help_uri: PsString::empty(),
            obsolete: None,
            plan: OnceLock::new(),
        };
        for attribute in &body.attributes {
            let Attribute::Other { name, positional, named } = attribute else { continue };
            match &*short_name(name).to_ascii_lowercase() {
                "cmdletbinding" => {
                    let arguments = self.attribute_arguments(positional, named)?;
                    meta.default_set = arguments.text(self, "DefaultParameterSetName")?;
                    meta.should_process = arguments.flag("SupportsShouldProcess");
                    meta.positional_binding = arguments.get("PositionalBinding").is_none_or(convert::to_bool);
                    meta.help_uri = arguments.text(self, "HelpUri")?.unwrap_or_else(PsString::empty);
                    meta.confirm_impact = match arguments.text(self, "ConfirmImpact")? {
                        Some(text) if text.is("None") => ConfirmImpact::None,
                        Some(text) if text.is("Low") => ConfirmImpact::Low,
                        Some(text) if text.is("High") => ConfirmImpact::High,
                        _ => ConfirmImpact::Medium,
                    };
                }
                "obsolete" => {
                    let arguments = self.attribute_arguments(positional, named)?;
                    meta.obsolete = Some(arguments.first_or_empty(self)?);
                }
                "outputtype" => {
                    let arguments = self.attribute_arguments(positional, named)?;
                    meta.output_types.extend(arguments.type_names(self)?);
                }
                _ => {}
            }
        }
        Ok(meta)
    }

    fn parameter_meta(
        &mut self,
        parameter: &Parameter,
        name: &str,
        named_set_or_position: &mut bool,
    ) -> Result<ParameterMeta> {
        let mut meta = ParameterMeta {
            name: name.into(),
            aliases: Vec::new(),
            ty: known().object.clone(),
            sets: Vec::new(),
            validations: Vec::new(),
            dont_show: false,
            dynamic: false,
            obsolete: None,
        };
        let mut ty: Option<Type> = None;
        for attribute in &parameter.attributes {
            match attribute {
                // The type next to the name is the variable's; those before it only convert.
                Attribute::Type(found) => ty = Some(self.resolve_type(found)?),
                Attribute::Other { name, positional, named } => {
                    let arguments = self.attribute_arguments(positional, named)?;
                    match &*short_name(name).to_ascii_lowercase() {
                        "parameter" => {
                            let (member, hidden) = parameter_member(self, &arguments)?;
                            *named_set_or_position |= member.position.is_some() || member.set.is_some();
                            meta.dont_show |= hidden;
                            meta.sets.push(member);
                        }
                        "alias" => meta.aliases.extend(arguments.texts(self)?),
                        "obsolete" => meta.obsolete = Some(arguments.first_or_empty(self)?),
                        _ => meta.validations.extend(self.validation(name, &arguments)?),
                    }
                }
            }
        }
        meta.ty = ty.unwrap_or_else(|| known().object.clone());
        if meta.sets.is_empty() {
            meta.sets.push(SetMember::ALL);
        }
        Ok(meta)
    }
}

fn belongs_to_session(parameter: &ParameterMeta) -> bool {
    is_defined(&parameter.ty)
        || parameter
            .validations
            .iter()
            .any(|v| matches!(v, Validation::Custom(_) | Validation::Script { .. }))
}

/// Whether a type is a script's own or made of one.
fn is_defined(ty: &Type) -> bool {
    ty.defined().is_some() || ty.element().is_some_and(is_defined) || ty.arguments().iter().any(is_defined)
}
