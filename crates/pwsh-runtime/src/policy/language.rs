//! What text from outside may hold, by the language mode.

use super::LanguageMode;
use crate::code::Block;
use crate::runspace::Runspace;
use crate::scope::ScopeId;
use pwsh_syntax::RestrictedLanguage;
use pwsh_syntax::ast::{Ast, ScriptBlockAst};
use pwsh_value::ty::known;
use pwsh_value::{Category, Error, Result, Type};

impl Runspace {
    /// Refuses all text from outside where only commands are allowed: `ScriptsNotAllowed`.
    pub(crate) fn check_text_allowed(&self) -> Result<()> {
        if self.policy.language != LanguageMode::No {
            return Ok(());
        }
        let text = "The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.";
        Err(Error::new("System.Management.Automation.ParseException", text)
            .id("ScriptsNotAllowed")
            .category(Category::ParserError))
    }

    /// Refuses a script from outside that the language mode does not allow.
    ///
    /// # Errors
    /// The restricted language's parse errors; class definitions in the constrained one.
    pub(crate) fn check_language(&self, block: &Block) -> Result<()> {
        match self.policy.language {
            LanguageMode::Full | LanguageMode::No => Ok(()),
            LanguageMode::Restricted => {
                let errors = RestrictedLanguage::default().check(&block.ast);
                match errors.first() {
                    None => Ok(()),
                    Some(first) => {
                        let message = first.message.to_string();
                        Err(Error::new("System.Management.Automation.ParseException", message)
                            .id(first.error_id)
                            .category(Category::ParserError))
                    }
                }
            }
            LanguageMode::Constrained if defines_types(&block.ast) => {
                let text = "Cannot add type. Definition of new types is not supported in this language mode.";
                Err(constrained("CannotDefineNewType", text))
            }
            LanguageMode::Constrained => Ok(()),
        }
    }

    /// Whether only core types may be used by the running code.
    #[inline]
    pub fn is_constrained(&self) -> bool {
        self.policy.language == LanguageMode::Constrained && self.is_bound_by_policy()
    }

    /// Refuses a method call that the constrained language does not allow.
    pub(crate) fn check_method_call(&self, ty: Option<&Type>) -> Result<()> {
        if self.is_constrained() && ty.is_some_and(|ty| !is_core(ty)) {
            let text = "Cannot invoke method. Method invocation is supported only on core types in this language mode.";
            return Err(constrained("MethodInvocationNotSupportedInConstrainedLanguage", text));
        }
        Ok(())
    }

    /// Refuses a conversion that the constrained language does not allow.
    pub(crate) fn check_conversion(&self, ty: &Type) -> Result<()> {
        if self.is_constrained() && !is_core(ty) {
            let text = format!(
                "Cannot convert value to type \"{}\". Only core types are supported in this language mode.",
                ty.name()
            );
            return Err(constrained("ConversionSupportedOnlyToCoreTypes", &text));
        }
        Ok(())
    }

    /// Refuses a parameter's type that the constrained language does not allow to a function; `home`: the function's.
    pub(crate) fn check_parameter(&self, home: Option<ScopeId>, ty: &Type) -> Result<()> {
        // no text becomes a block by being bound
        if home.is_some_and(|home| self.policy.trusts(home)) || *ty == known().script_block {
            return Ok(());
        }
        self.check_conversion(ty)
    }

    /// Refuses a type that the constrained language does not let a command make.
    ///
    /// # Errors
    /// `CannotCreateTypeConstrainedLanguage`.
    pub fn check_creation(&self, ty: &Type) -> Result<()> {
        if self.is_constrained() && !is_core(ty) {
            let text = "Cannot create type. Only core types are supported in this language mode.";
            return Err(
                constrained("CannotCreateTypeConstrainedLanguage", text).category(Category::PermissionDenied)
            );
        }
        Ok(())
    }
}

fn constrained(id: &str, text: &str) -> Error {
    Error::runtime(id, text).category(Category::InvalidOperation)
}

fn defines_types(script: &ScriptBlockAst) -> bool {
    fn look(node: Ast<'_>, found: &mut bool) {
        *found |= matches!(node, Ast::TypeDefinition(_));
        if !*found {
            node.for_each_child(&mut |child| look(child, found));
        }
    }
    let mut found = false;
    look(Ast::ScriptBlock(script), &mut found);
    found
}

/// The types that the constrained language may use, those with short names in PowerShell that reach nothing outside
/// the session.
const CORE: [&str; 49] = [
    "System.Boolean",
    "System.Byte",
    "System.Char",
    "System.Collections.DictionaryEntry",
    "System.Collections.Hashtable",
    "System.Collections.Specialized.OrderedDictionary",
    "System.DateTime",
    "System.DateTimeOffset",
    "System.DBNull",
    "System.Decimal",
    "System.Double",
    "System.Globalization.CultureInfo",
    "System.Guid",
    "System.Int16",
    "System.Int32",
    "System.Int64",
    "System.IntPtr",
    "System.Management.Automation.PSCredential",
    "System.Management.Automation.PSCustomObject",
    "System.Management.Automation.PSObject",
    "System.Management.Automation.PSPrimitiveDictionary",
    "System.Management.Automation.PSReference",
    "System.Management.Automation.SemanticVersion",
    "System.Management.Automation.SwitchParameter",
    "System.Management.Automation.WildcardPattern",
    "System.Net.IPAddress",
    "System.Net.IPEndPoint",
    "System.Net.Mail.MailAddress",
    "System.Net.NetworkInformation.PhysicalAddress",
    "System.Numerics.BigInteger",
    "System.Object",
    "System.SByte",
    "System.Security.SecureString",
    "System.Single",
    "System.String",
    "System.Text.RegularExpressions.Regex",
    "System.Text.RegularExpressions.Match",
    "System.Text.RegularExpressions.Group",
    "System.Text.RegularExpressions.Capture",
    "System.TimeSpan",
    "System.UInt16",
    "System.UInt32",
    "System.UInt64",
    "System.UIntPtr",
    "System.Uri",
    "System.Version",
    "System.Void",
    "System.Xml.XmlDocument",
    "System.Xml.XmlElement",
];

fn is_core(ty: &Type) -> bool {
    match ty.element() {
        Some(element) => is_core(element),
        None => *ty == known().array || ty.is_enum() || CORE.iter().any(|name| ty.name().is(name)),
    }
}
