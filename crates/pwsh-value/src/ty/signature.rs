//! Signature text as PowerShell prints it, parsed.
//!
//! ```text
//! [static] TYPE NAME[[T, ...]](PARAMETER, ...)        method
//! new(PARAMETER, ...)                                 constructor
//! [static] TYPE NAME[(PARAMETER, ...)] {get;[set;]}   property
//! PARAMETER := [Params ] [[ref] ] TYPE NAME [= DEFAULT]
//! TYPE      := an alias (int, string, ...), a full name, a type parameter, TYPE[], NAME[TYPE, ...]
//! ```

use super::Type;
use super::registry::{array_of, close_generic, lookup, named};
use crate::value::Value;

/// A parsed signature.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The text it was parsed from.
    pub text: &'static str,
    /// Whether it belongs to the type and not to an instance.
    pub is_static: bool,
    /// The result's type, the property's type; for a constructor `void`.
    pub result: TypeExpr,
    /// The member's name, `new` for a constructor.
    pub name: &'static str,
    /// The names of a generic method's type parameters.
    pub generic: Vec<&'static str>,
    /// The parameters.
    pub parameters: Vec<Parameter>,
    /// Whether it is a property, and whether that can be set.
    pub property: Option<bool>,
}

/// A parameter of a signature.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub ty: TypeExpr,
    /// How the argument is passed.
    pub passing: Passing,
    /// The value that it takes when left out; an enum's by name.
    pub default: Option<Value>,
}

/// How an argument is passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Passing {
    /// By value.
    Value,
    /// `[ref]`: a variable's reference.
    Reference,
    /// `Params`: the last parameter takes all further arguments as an array.
    Params,
}

/// A type as written in a signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TypeExpr {
    /// A type or a type parameter by name.
    Named(String),
    /// An array of that many dimensions.
    Array(Box<TypeExpr>, u32),
    /// A generic type with its arguments.
    Generic(String, Vec<TypeExpr>),
}

const ALIASES: [(&str, &str); 39] = [
    ("bool", "System.Boolean"),
    ("byte", "System.Byte"),
    ("sbyte", "System.SByte"),
    ("char", "System.Char"),
    ("decimal", "System.Decimal"),
    ("double", "System.Double"),
    ("float", "System.Single"),
    ("int", "System.Int32"),
    ("uint", "System.UInt32"),
    ("long", "System.Int64"),
    ("ulong", "System.UInt64"),
    ("short", "System.Int16"),
    ("ushort", "System.UInt16"),
    ("string", "System.String"),
    ("object", "System.Object"),
    ("void", "System.Void"),
    ("datetime", "System.DateTime"),
    ("timespan", "System.TimeSpan"),
    ("guid", "System.Guid"),
    ("type", "System.Type"),
    ("bigint", "System.Numerics.BigInteger"),
    ("regex", "System.Text.RegularExpressions.Regex"),
    ("scriptblock", "System.Management.Automation.ScriptBlock"),
    ("hashtable", "System.Collections.Hashtable"),
    ("array", "System.Array"),
    ("ordered", "System.Collections.Specialized.OrderedDictionary"),
    ("version", "System.Version"),
    ("uri", "System.Uri"),
    ("cultureinfo", "System.Globalization.CultureInfo"),
    ("psobject", "System.Management.Automation.PSObject"),
    ("switch", "System.Management.Automation.SwitchParameter"),
    ("pscredential", "System.Management.Automation.PSCredential"),
    ("semver", "System.Management.Automation.SemanticVersion"),
    ("wildcardpattern", "System.Management.Automation.WildcardPattern"),
    ("securestring", "System.Security.SecureString"),
    ("ipaddress", "System.Net.IPAddress"),
    ("IPEndpoint", "System.Net.IPEndPoint"),
    ("mailaddress", "System.Net.Mail.MailAddress"),
    ("xml", "System.Xml.XmlDocument"),
];

impl Signature {
    /// Parses a member's text.
    ///
    /// # Panics
    /// On text that is not a signature: the tables are part of the program, and a test parses all of them.
    pub fn parse(text: &'static str) -> Signature {
        Self::try_parse(text).unwrap_or_else(|| panic!("not a signature: {text}"))
    }

    fn try_parse(text: &'static str) -> Option<Signature> {
        let (body, property) = match text.split_once(" {") {
            Some((body, accessors)) => (body, Some(accessors.contains("set;"))),
            None => (text, None),
        };
        let (body, is_static) = body.strip_prefix("static ").map_or((body, false), |rest| (rest, true));
        let (head, parameters) = match body.strip_suffix(')') {
            Some(inner) => {
                let open = inner.find('(')?;
                (&inner[..open], split_top(&inner[open + 1..]))
            }
            None => (body, Vec::new()),
        };
        let (result, name) = match last_top_space(head) {
            Some(at) => (TypeExpr::parse(&head[..at]), &head[at + 1..]),
            None => (TypeExpr::Named("System.Void".into()), head),
        };
        let (name, generic) = match name.split_once('[') {
            Some((name, list)) => (name, list.strip_suffix(']')?.split(',').map(str::trim).collect()),
            None => (name, Vec::new()),
        };
        // A member that implements an interface by name (`IList.Add`) is called without it.
        let name = name.rsplit('.').next().unwrap_or(name);
        let parameters = parameters.into_iter().map(Parameter::parse).collect::<Option<_>>()?;
        Some(Signature { text, is_static, result, name, generic, parameters, property })
    }

    /// Whether it is a constructor.
    pub fn is_constructor(&self) -> bool {
        self.name == "new" && self.property.is_none()
    }
}

impl Parameter {
    fn parse(text: &'static str) -> Option<Parameter> {
        let text = text.trim();
        let (text, default) = match text.split_once(" = ") {
            Some((text, value)) => (text, Some(default_value(value))),
            None => (text, None),
        };
        let (text, passing) = if let Some(rest) = text.strip_prefix("Params ") {
            (rest, Passing::Params)
        } else if let Some(rest) = text.strip_prefix("[ref] ") {
            (rest, Passing::Reference)
        } else {
            (text, Passing::Value)
        };
        let at = last_top_space(text)?;
        Some(Parameter { name: &text[at + 1..], ty: TypeExpr::parse(&text[..at]), passing, default })
    }
}

fn default_value(text: &str) -> Value {
    match text {
        "True" => Value::Bool(true),
        "False" => Value::Bool(false),
        "null" => Value::Null,
        // An enum's default is written with its type; the name is what the binder converts.
        text => {
            text.parse().map_or_else(|_| Value::str(text.rsplit('.').next().unwrap_or(text)), Value::Int32)
        }
    }
}

impl TypeExpr {
    /// Parses a type as signatures write it.
    pub fn parse(text: &str) -> TypeExpr {
        let text = text.trim();
        if let Some(inner) = text.strip_suffix(']')
            && let Some(open) = matching_open(inner)
        {
            let (head, list) = (&inner[..open], &inner[open + 1..]);
            return if list.chars().all(|c| c == ',') {
                TypeExpr::Array(Box::new(TypeExpr::parse(head)), list.len() as u32 + 1)
            } else {
                let arguments: Vec<TypeExpr> = split_top(list).into_iter().map(TypeExpr::parse).collect();
                let head =
                    if head.contains('`') { head.to_owned() } else { format!("{head}`{}", arguments.len()) };
                TypeExpr::Generic(head, arguments)
            };
        }
        let full = ALIASES.iter().find(|(alias, _)| *alias == text).map_or(text, |(_, full)| full);
        TypeExpr::Named(full.to_owned())
    }

    /// The type, with type parameters looked up in `parameter`. A type that the facade lacks becomes a bare name.
    pub fn close(&self, parameter: &dyn Fn(&str) -> Option<Type>) -> Type {
        match self {
            TypeExpr::Named(name) => parameter(name).unwrap_or_else(|| named(name)),
            TypeExpr::Array(element, rank) => array_of(&element.close(parameter), *rank),
            TypeExpr::Generic(name, arguments) => {
                let definition = lookup(name).unwrap_or_else(|| named(name));
                close_generic(&definition, arguments.iter().map(|a| a.close(parameter)).collect())
            }
        }
    }
}

/// The position of the bracket that the (cut off) last `]` closes.
fn matching_open(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().rev().find_map(|(at, c)| {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(at),
            '[' => depth -= 1,
            _ => {}
        }
        None
    })
}

fn split_top(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    if !text[start..].trim().is_empty() {
        parts.push(text[start..].trim());
    }
    parts
}

fn last_top_space(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().rev().find_map(|(at, c)| {
        match c {
            ']' => depth += 1,
            '[' => depth -= 1,
            ' ' if depth == 0 => return Some(at),
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_with_params_and_ref() {
        let s = Signature::parse(
            "static bool TryFormat(string format, [ref] int written, Params System.Object[] args)",
        );
        assert!(s.is_static && s.property.is_none());
        assert_eq!(s.name, "TryFormat");
        let passing: Vec<_> = s.parameters.iter().map(|p| p.passing).collect();
        assert_eq!(passing, [Passing::Value, Passing::Reference, Passing::Params]);
        assert_eq!(s.parameters[2].ty, TypeExpr::Array(Box::new(TypeExpr::Named("System.Object".into())), 1));
    }

    #[test]
    fn a_generic_method_and_a_generic_type() {
        let s = Signature::parse(
            "System.Collections.Generic.Dictionary[string, T[]] Of[T](T item, int count = -1)",
        );
        assert_eq!(s.generic, ["T"]);
        assert!(
            matches!(&s.result, TypeExpr::Generic(name, args) if name.ends_with("Dictionary`2") && args.len() == 2)
        );
        assert!(matches!(s.parameters[1].default, Some(Value::Int32(-1))));
    }

    #[test]
    fn properties_and_constructors() {
        let s = Signature::parse("char Chars(int index) {get;}");
        assert_eq!((s.name, s.property, s.parameters.len()), ("Chars", Some(false), 1));
        assert_eq!(Signature::parse("static double PI {get;set;}").property, Some(true));
        assert!(Signature::parse("new(string value)").is_constructor());
        assert!(Signature::parse("new()").is_constructor());
    }
}
