//! A property as Select-Object, Sort-Object and their kin take it: a name, maybe with wildcards, a script block,
//! or a hash table that holds either and further keys.

use pwsh_runtime::Runspace;
use pwsh_runtime::command::ScriptBlock;
use pwsh_runtime::member::PropertyView;
use pwsh_value::ops::Case;
use pwsh_value::payload::{Dictionary, PropertyBag};
use pwsh_value::ty::known;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value, convert};

/// What gives the value.
#[derive(Clone)]
pub enum Expression {
    /// A property's name.
    Name(PsString),
    /// A script block that sees the object as `$_`.
    Block(Obj),
}

/// One property argument.
#[derive(Clone)]
pub struct PropertyArgument {
    /// What gives the value.
    pub expression: Expression,
    /// The name that the value gets, where one was given.
    pub label: Option<PsString>,
    entries: Vec<(&'static str, Value)>,
}

/// What a cmdlet allows in its property arguments.
#[derive(Clone, Copy)]
pub struct Allowed {
    /// The keys of a hash table beside `expression`; they may be shortened. `name` and `label` are the label.
    pub keys: &'static [&'static str],
    /// Whether names may have wildcards.
    pub wildcards: bool,
}

/// One value that a property argument has for an object.
pub struct Evaluated {
    /// The property's name, the block's text.
    pub name: PsString,
    /// The value, or what the block threw.
    pub value: Result<Value>,
}

impl PropertyArgument {
    /// Reads a cmdlet's property arguments.
    ///
    /// # Errors
    /// `NotSupportedException` for an argument of another type, a key that is unknown or missing, a wildcard where
    /// none is allowed.
    pub fn parse_all(
        rs: &mut Runspace,
        arguments: &[Value],
        allowed: Allowed,
    ) -> Result<Vec<PropertyArgument>> {
        arguments.iter().map(|argument| PropertyArgument::parse(rs, argument, allowed)).collect()
    }

    fn parse(rs: &mut Runspace, argument: &Value, allowed: Allowed) -> Result<PropertyArgument> {
        if let Some(table) = argument.as_object().and_then(|o| o.get::<Dictionary>()) {
            return PropertyArgument::of_table(rs, table.payload(), allowed);
        }
        let expression = expression_of(argument, allowed.wildcards)?.ok_or_else(|| {
            let found = argument.ty().map_or_else(|| "null".into(), |ty| ty.name().clone());
            refused(
                "DictionaryKeyUnknownType",
                format!(
                    "Cannot convert {found} to one of the following types {{System.String, System.Management.Automation.ScriptBlock}}."
                ),
            )
        })?;
        Ok(PropertyArgument { expression, label: None, entries: Vec::new() })
    }

    fn of_table(rs: &mut Runspace, table: &Dictionary, allowed: Allowed) -> Result<PropertyArgument> {
        let mut expression = None;
        let mut label = None;
        let mut entries = Vec::new();
        for (key, value) in table.entries() {
            let text = convert::to_text(rs, &key)?;
            match key_named(&text, allowed.keys) {
                Some("expression") => expression = expression_of(&value, true)?,
                Some("name" | "label") => label = Some(convert::to_text(rs, &value)?),
                Some(other) => entries.push((other, value)),
                None => return Err(refused("DictionaryKeyIllegal", format!("The {text} key is not valid."))),
            }
        }
        let expression = expression.ok_or_else(|| {
            refused("DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.".to_owned())
        })?;
        Ok(PropertyArgument { expression, label, entries })
    }

    /// The value of a hash table's further key.
    pub fn entry(&self, key: &str) -> Option<&Value> {
        self.entries.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The same argument for one of the properties that its pattern means.
    pub fn of_property(&self, name: PsString) -> PropertyArgument {
        PropertyArgument { expression: Expression::Name(name), ..self.clone() }
    }

    /// The values for an object: one as a rule, none for a property that is missing, several for wildcards.
    pub fn evaluate(&self, rs: &mut Runspace, target: &Value) -> Result<Vec<Evaluated>> {
        match &self.expression {
            Expression::Block(block) => {
                let value = rs.calculate(block, target.clone());
                if let Err(error) = &value
                    && error.thrown().is_none()
                {
                    return value.map(|_| Vec::new());
                }
                Ok(vec![Evaluated { name: self.expression.text(), value }])
            }
            Expression::Name(name) if has_wildcards(name) => named_like(rs, target, name),
            Expression::Name(name) => {
                let found = property_named(rs, target, name)?;
                Ok(found.into_iter().map(|(name, value)| Evaluated { name, value: Ok(value) }).collect())
            }
        }
    }
}

impl Expression {
    /// The name, or the block's text.
    pub fn text(&self) -> PsString {
        match self {
            Expression::Name(name) => name.clone(),
            Expression::Block(block) => {
                block.get::<ScriptBlock>().map_or_else(PsString::empty, |b| b.payload().block.text().into())
            }
        }
    }

    /// Whether it is a name with wildcards.
    pub fn has_wildcards(&self) -> bool {
        matches!(self, Expression::Name(name) if has_wildcards(name))
    }
}

fn expression_of(value: &Value, wildcards: bool) -> Result<Option<Expression>> {
    if let Some(block) = value.as_object().filter(|o| o.get::<ScriptBlock>().is_some()) {
        return Ok(Some(Expression::Block(block.clone())));
    }
    let Some(name) = value.as_string() else { return Ok(None) };
    if !wildcards && has_wildcards(name) {
        let text = format!("Wildcard characters are not allowed in \"{name}\".");
        return Err(refused("ExpressionGlobbing2", text));
    }
    Ok(Some(Expression::Name(name.clone())))
}

/// The key that a text is the beginning of.
fn key_named(text: &PsString, keys: &[&'static str]) -> Option<&'static str> {
    let text = text.to_str().to_lowercase();
    if text.is_empty() {
        return None;
    }
    keys.iter().chain(&["expression"]).find(|key| key.starts_with(&text)).copied()
}

/// The value of a property, by a look-up that does not see a dictionary's keys as properties, but for those of a
/// Hashtable.
pub fn property_named(
    rs: &mut Runspace,
    target: &Value,
    name: &PsString,
) -> Result<Option<(PsString, Value)>> {
    if let Some(obj) = target.as_object() {
        if let Some(found) = obj.get::<PropertyBag>().and_then(|bag| bag.find(name)) {
            return Ok(Some(found));
        }
        if let Some(table) = obj.get::<Dictionary>() {
            if known().hashtable.is_assignable_from(obj.ty())
                && let Some(value) = table.get_str(name)
            {
                return Ok(Some((name.clone(), value)));
            }
            let properties = rs.properties(target, PropertyView::All)?;
            let Some(found) = properties.into_iter().find(|p| p.name.eq_ignore_case(name)) else {
                return Ok(None);
            };
            let value = found.value(rs, target)?;
            return Ok(Some((found.name, value)));
        }
    }
    if target.is_null() {
        return Ok(None);
    }
    Ok(rs.find_value(target, name)?.map(|value| (name.clone(), value)))
}

/// The properties whose names match a pattern, in their order; a Hashtable's are its keys.
fn named_like(rs: &mut Runspace, target: &Value, pattern: &PsString) -> Result<Vec<Evaluated>> {
    let pattern = Wildcard::new(pattern, Case::Ignore)?;
    if let Some(obj) = target.as_object()
        && known().hashtable.is_assignable_from(obj.ty())
        && let Some(table) = obj.get::<Dictionary>()
    {
        let mut found = Vec::new();
        for (key, value) in table.entries() {
            let name = convert::to_text(rs, &key)?;
            if pattern.matches(&name) {
                found.push(Evaluated { name, value: Ok(value) });
            }
        }
        return Ok(found);
    }
    let mut found = Vec::new();
    for property in rs.properties(target, PropertyView::All)? {
        if !property.hidden && pattern.matches(&property.name) {
            let value = property.value(rs, target);
            found.push(Evaluated { name: property.name, value });
        }
    }
    Ok(found)
}

fn refused(id: &str, text: String) -> Error {
    Error::new("System.NotSupportedException", "Specified method is not supported.")
        .id(id)
        .category(Category::InvalidArgument)
        .details(text)
}
