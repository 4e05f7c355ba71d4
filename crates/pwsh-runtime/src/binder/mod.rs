//! Interim binder.
use crate::code::Block;
use crate::command::{CommandMeta, CommandRef, CommonParameters, Validation};
use crate::runspace::Runspace;
use pwsh_value::{Error, PsString, Result, Value, convert};
use std::sync::Arc;

/// An evaluated argument.
#[derive(Clone, Debug)]
pub enum Given {
    /// By position.
    Value {
        /// The value.
        value: Value,
        /// Whether it was a bare word.
        bare: bool,
    },
    /// By name.
    Parameter {
        /// The name.
        name: PsString,
        /// What was written after a colon.
        value: Option<Value>,
        /// The text as written.
        text: PsString,
        /// Whether a blank followed.
        spaced: bool,
    },
}

/// What was bound.
pub struct Binding {
    values: Vec<(usize, Value)>,
    remaining: Vec<Value>,
    preferences: CommonParameters,
}

impl Binding {
    /// Binds.
    pub fn begin(
        rs: &mut Runspace,
        meta: &CommandMeta,
        _: &CommandRef,
        given: Vec<Given>,
        _: bool,
    ) -> Result<Binding> {
        let mut b = Binding { values: Vec::new(), remaining: Vec::new(), preferences: Default::default() };
        let mut position = 0;
        let mut given = given.into_iter().peekable();
        while let Some(g) = given.next() {
            match g {
                Given::Parameter { name, value, .. } => {
                    let at = meta.parameter(&name).or_else(|| {
                        meta.parameters.iter().position(|p| {
                            p.name.to_str().to_lowercase().starts_with(&name.to_str().to_lowercase())
                        })
                    });
                    let Some(at) = at else {
                        return Err(Error::runtime(
                            "NamedParameterNotFound",
                            format!("A parameter cannot be found that matches parameter name '{name}'."),
                        ));
                    };
                    let value = match value {
                        Some(v) => v,
                        None if meta.parameters[at].ty == pwsh_value::ty::known().switch_parameter => {
                            Value::Bool(true)
                        }
                        None => match given.next() {
                            Some(Given::Value { value, .. }) => value,
                            _ => Value::Null,
                        },
                    };
                    let value = convert::to(rs, &value, &meta.parameters[at].ty)?;
                    b.values.push((at, value));
                }
                Given::Value { value, .. } => {
                    let at = meta
                        .parameters
                        .iter()
                        .position(|p| p.sets.iter().any(|s| s.position == Some(position)));
                    position += 1;
                    match at {
                        Some(at) => {
                            let value = convert::to(rs, &value, &meta.parameters[at].ty)?;
                            b.values.push((at, value));
                        }
                        None => b.remaining.push(value),
                    }
                }
            }
        }
        Ok(b)
    }
    /// Values.
    pub fn values(&self) -> &[(usize, Value)] {
        &self.values
    }
    /// Bound.
    pub fn bound(&self, meta: &CommandMeta) -> Vec<(PsString, Value)> {
        self.values.iter().map(|(i, v)| (meta.parameters[*i].name.clone(), v.clone())).collect()
    }
    /// Item.
    pub fn item(
        &mut self,
        _: &mut Runspace,
        meta: &CommandMeta,
        item: &Value,
    ) -> Result<Vec<(usize, Value)>> {
        let at = meta.parameters.iter().position(|p| p.sets.iter().any(|s| s.from_pipeline));
        Ok(at.map(|at| (at, item.clone())).into_iter().collect())
    }
    /// Takes pipeline.
    pub fn takes_pipeline(&self, meta: &CommandMeta) -> bool {
        meta.parameters.iter().any(|p| p.sets.iter().any(|s| s.from_pipeline))
    }
    /// Set.
    pub fn set(&self) -> &PsString {
        static EMPTY: std::sync::LazyLock<PsString> = std::sync::LazyLock::new(PsString::empty);
        &EMPTY
    }
    /// Preferences.
    pub fn preferences(&self) -> &CommonParameters {
        &self.preferences
    }
    /// Remaining.
    pub fn remaining(&self) -> &[Value] {
        &self.remaining
    }
}

/// Whether a value passes an attribute.
pub fn check(_: &mut Runspace, _: &Validation, _: &Value) -> Result<()> {
    Ok(())
}

/// A splatted text that is a parameter's name.
pub fn parameter_text(_: &Value) -> Option<Given> {
    None
}

impl Runspace {
    /// Metadata.
    pub fn function_meta(&mut self, block: &Arc<Block>, name: PsString) -> Result<Arc<CommandMeta>> {
        let body = block.body(crate::code::Mode::OwnScope)?.clone();
        let mut parameters = Vec::new();
        for (at, p) in body.parameters.list.iter().enumerate() {
            let mut ty = pwsh_value::ty::known().object.clone();
            for a in &p.attributes {
                if let crate::code::Attribute::Type(t) = a {
                    ty = self.resolve_type(t)?;
                }
            }
            parameters.push(crate::command::ParameterMeta {
                name: p.name.text(),
                aliases: Vec::new(),
                ty,
                sets: vec![crate::command::SetMember {
                    position: Some(at as i32),
                    ..crate::command::SetMember::ALL
                }],
                validations: Vec::new(),
                dont_show: false,
            });
        }
        Ok(Arc::new(CommandMeta {
            name,
            parameters,
            default_set: None,
            cmdlet_binding: body.parameters.advanced,
            should_process: false,
            confirm_impact: Default::default(),
            positional_binding: true,
            output_types: Vec::new(),
            help_uri: PsString::empty(),
        }))
    }
    /// Validations.
    pub fn validations_of(&mut self, _: &crate::code::Attribute) -> Result<Vec<Validation>> {
        Ok(Vec::new())
    }
}
