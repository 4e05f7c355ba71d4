//! Attributes before parameters, from their compiled form.

use crate::code::{Attribute, Expr};
use crate::command::{SetMember, Validation};
use crate::runspace::Runspace;
use pwsh_syntax::ast::TypeName;
use pwsh_value::payload::TypeObject;
use pwsh_value::{Context, Error, PsString, Result, Value, convert};

/// The values of an attribute's arguments.
pub(super) struct Arguments {
    /// By position.
    pub positional: Vec<Value>,
    /// By name.
    pub named: Vec<(PsString, Value)>,
}

impl Arguments {
    /// The argument of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.named.iter().find(|(n, _)| n.is(name)).map(|(_, value)| value)
    }

    /// Whether the argument of that name is there and true.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(convert::to_bool)
    }

    /// The argument of that name as text.
    pub fn text(&self, rs: &mut Runspace, name: &str) -> Result<Option<PsString>> {
        self.get(name).map(|value| convert::to_text(rs, value)).transpose()
    }

    fn int(&self, rs: &mut Runspace, position: usize) -> Result<i32> {
        convert::to_int(rs, self.positional.get(position).unwrap_or(&Value::Null))
    }

    /// The first positional argument as text, empty where there is none.
    pub fn first_or_empty(&self, rs: &mut Runspace) -> Result<PsString> {
        convert::to_text(rs, self.positional.first().unwrap_or(&Value::Null))
    }

    /// The positional arguments as names of types: a type's full name, a text as it is.
    pub fn type_names(&self, rs: &mut Runspace) -> Result<Vec<PsString>> {
        let mut names = Vec::new();
        for value in &self.positional {
            for item in rs.enumerable(value)?.unwrap_or_else(|| vec![value.clone()]) {
                let ty = item.as_object().and_then(|obj| obj.get::<TypeObject>()).map(|ty| ty.0.clone());
                names.push(match ty {
                    Some(ty) => ty.name().clone(),
                    None => convert::to_text(rs, &item)?,
                });
            }
        }
        Ok(names)
    }

    /// The positional arguments as texts, arrays among them by their elements.
    pub fn texts(&self, rs: &mut Runspace) -> Result<Vec<PsString>> {
        let mut texts = Vec::new();
        for value in &self.positional {
            match rs.enumerable(value)? {
                Some(items) => {
                    for item in items {
                        texts.push(convert::to_text(rs, &item)?);
                    }
                }
                None => texts.push(convert::to_text(rs, value)?),
            }
        }
        Ok(texts)
    }
}

/// An attribute's name without namespace and `Attribute`.
pub(super) fn short_name(name: &TypeName) -> String {
    let full = name.name();
    let bare = full.rsplit('.').next().unwrap_or(&full);
    let cut = bare.len().saturating_sub("Attribute".len());
    let ends = cut > 0 && bare.get(cut..).is_some_and(|end| end.eq_ignore_ascii_case("Attribute"));
    if ends { bare[..cut].to_owned() } else { bare.to_owned() }
}

impl Runspace {
    pub(super) fn attribute_arguments(
        &mut self,
        positional: &[Expr],
        named: &[(PsString, Expr)],
    ) -> Result<Arguments> {
        Ok(Arguments {
            positional: positional.iter().map(|e| self.eval(e)).collect::<Result<_>>()?,
            named: named.iter().map(|(name, e)| Ok((name.clone(), self.eval(e)?))).collect::<Result<_>>()?,
        })
    }

    /// The checks that an attribute makes: none for those that say something else of a parameter or variable.
    ///
    /// # Errors
    /// `TypeNotFound` where the attribute is no type; what evaluating its arguments throws.
    pub fn validations_of(&mut self, attribute: &Attribute) -> Result<Vec<Validation>> {
        let Attribute::Other { name, positional, named } = attribute else { return Ok(Vec::new()) };
        let arguments = self.attribute_arguments(positional, named)?;
        Ok(self.validation(name, &arguments)?.into_iter().collect())
    }

    /// The check that an attribute makes.
    pub(super) fn validation(
        &mut self,
        name: &TypeName,
        arguments: &Arguments,
    ) -> Result<Option<Validation>> {
        Ok(Some(match &*short_name(name).to_ascii_lowercase() {
            "allownull" => Validation::AllowNull,
            "allowemptystring" => Validation::AllowEmptyString,
            "allowemptycollection" => Validation::AllowEmptyCollection,
            "validatenotnull" => Validation::NotNull,
            "validatenotnullorempty" => Validation::NotNullOrEmpty,
            "validatenotnullorwhitespace" => Validation::NotNullOrWhiteSpace,
            "validateset" => Validation::Set {
                values: self.set_values(arguments)?,
                ignore_case: arguments.get("IgnoreCase").is_none_or(convert::to_bool),
                message: arguments.text(self, "ErrorMessage")?,
            },
            "validaterange" => match &arguments.positional[..] {
                [min, max] => Validation::Range { min: min.clone(), max: max.clone() },
                _ => Validation::RangeKind(arguments.first_or_empty(self)?),
            },
            "validatelength" => {
                Validation::Length { min: arguments.int(self, 0)?, max: arguments.int(self, 1)? }
            }
            "validatecount" => {
                Validation::Count { min: arguments.int(self, 0)?, max: arguments.int(self, 1)? }
            }
            "validatepattern" => Validation::Pattern {
                pattern: arguments.first_or_empty(self)?,
                case_sensitive: match arguments.text(self, "Options")? {
                    Some(options) => !options.to_str().to_ascii_lowercase().contains("ignorecase"),
                    None => false,
                },
                message: arguments.text(self, "ErrorMessage")?,
            },
            "pstypename" => Validation::TypeName(arguments.first_or_empty(self)?),
            "validatescript" => Validation::Script {
                block: arguments.positional.first().cloned().unwrap_or_default(),
                message: arguments.text(self, "ErrorMessage")?,
            },
            _ => return self.custom_validation(name, arguments),
        }))
    }

    /// The values of a `ValidateSet`; a class among its arguments generates them.
    fn set_values(&mut self, arguments: &Arguments) -> Result<Vec<PsString>> {
        let generator = match &arguments.positional[..] {
            [only] => only.as_object().and_then(|obj| obj.get::<TypeObject>()).map(|ty| ty.0.clone()),
            _ => None,
        };
        let Some(generator) = generator else { return arguments.texts(self) };
        let instance = self.construct(&generator, Vec::new())?;
        let values = self.call_method(&instance, "GetValidValues", Vec::new())?;
        Arguments { positional: vec![values], named: Vec::new() }.texts(self)
    }

    /// An attribute that a script defines as a class: the instance, its properties set.
    fn custom_validation(&mut self, name: &TypeName, arguments: &Arguments) -> Result<Option<Validation>> {
        let full = name.name();
        let found = self.find_type(&full).or_else(|| self.find_type(&format!("{full}Attribute")));
        let Some(ty) = found else {
            if is_known(name) {
                return Ok(None);
            }
            return Err(Error::runtime(
                "CustomAttributeTypeNotFound",
                format!(
                    "Cannot find the type for custom attribute '{full}'. Make sure that the assembly that contains this type is loaded."
                ),
            ));
        };
        let is_of =
            |base: &str| ty.hierarchy().any(|t| t.name().is(&format!("System.Management.Automation.{base}")));
        if ty.defined().is_none()
            || !(is_of("ValidateArgumentsAttribute") || is_of("ArgumentTransformationAttribute"))
        {
            return Ok(None);
        }
        let instance = self.construct(&ty, arguments.positional.clone())?;
        for (name, value) in &arguments.named {
            self.set_property(&instance, &name.to_str(), value.clone())?;
        }
        Ok(Some(Validation::Custom(instance)))
    }
}

/// PowerShell's attributes that say nothing about an argument's value.
fn is_known(name: &TypeName) -> bool {
    [
        "Parameter",
        "Alias",
        "CmdletBinding",
        "OutputType",
        "ArgumentCompleter",
        "ArgumentCompletions",
        "SupportsWildcards",
        "PSDefaultValue",
        "Obsolete",
        "Credential",
        "DynamicParam",
        "ValidateDrive",
        "ValidateUserDrive",
        "ValidateTrustedData",
        "Experimental",
        "DscProperty",
        "DscResource",
        "DscLocalConfigurationManager",
        "Hidden",
        "Diagnostics.CodeAnalysis.SuppressMessage",
        "SuppressMessage",
        "ExcludeFromCodeCoverage",
        "DebuggerHidden",
        "DebuggerStepThrough",
        "DebuggerNonUserCode",
    ]
    .iter()
    .any(|known| short_name(name).eq_ignore_ascii_case(known))
}

/// A `Parameter` attribute: the part in a set and whether it is left out of completion.
pub(super) fn parameter_member(rs: &mut Runspace, arguments: &Arguments) -> Result<(SetMember, bool)> {
    let position = match arguments.get("Position") {
        Some(value) => Some(convert::to_int(rs, value)?).filter(|p| *p != i32::MIN),
        None => None,
    };
    let set = arguments.text(rs, "ParameterSetName")?.filter(|s| !s.is("__AllParameterSets"));
    let member = SetMember {
        set,
        position,
        mandatory: arguments.flag("Mandatory"),
        from_pipeline: arguments.flag("ValueFromPipeline"),
        from_pipeline_by_name: arguments.flag("ValueFromPipelineByPropertyName"),
        from_remaining: arguments.flag("ValueFromRemainingArguments"),
        help: arguments.text(rs, "HelpMessage")?,
    };
    Ok((member, arguments.flag("DontShow")))
}
