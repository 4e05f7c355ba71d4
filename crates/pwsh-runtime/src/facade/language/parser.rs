//! `System.Management.Automation.Language.Parser`.

use super::{Node, errors_value, token};
use crate::facade::runspace;
use crate::runspace::Runspace;
use pwsh_syntax::ast::SimpleTypeName;
use pwsh_syntax::{KnownTypes, ParsedScript, Source};
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Kind, lookup, method};
use pwsh_value::{Result, Value};
use std::cell::RefCell;
use std::sync::Arc;

pub(super) const TYPES: &[&FacadeType] = &[&PARSER];

static PARSER: FacadeType = FacadeType {
    kind: Kind::StaticClass,
    members: &[
        method(
            "static System.Management.Automation.Language.ScriptBlockAst ParseInput(string input, [ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors)",
            |call| {
                let text = call.str(0).to_str().into_owned();
                Ok(parse(call, Source::new(text, None), 1))
            },
        ),
        method(
            "static System.Management.Automation.Language.ScriptBlockAst ParseInput(string input, string fileName, [ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors)",
            |call| {
                let text = call.str(0).to_str().into_owned();
                let file = Arc::from(&*call.str(1).to_str());
                Ok(parse(call, Source::new(text, Some(file)), 2))
            },
        ),
        method(
            "static System.Management.Automation.Language.ScriptBlockAst ParseFile(string fileName, [ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors)",
            parse_file,
        ),
    ],
    ..FacadeType::class(language!("Parser"))
};

/// The types that a session knows, for the checks of classes.
pub(crate) struct SessionTypes<'a>(RefCell<&'a mut Runspace>);

impl<'a> SessionTypes<'a> {
    /// Those of the running code.
    pub(crate) fn of(rs: &'a mut Runspace) -> SessionTypes<'a> {
        SessionTypes(RefCell::new(rs))
    }
}

impl KnownTypes for SessionTypes<'_> {
    fn has_type(&self, name: &SimpleTypeName, generic_arguments: usize, is_attribute: bool) -> bool {
        // Attributes that only .NET itself reads have no type here: one that is unknown may be any of them.
        if is_attribute {
            return true;
        }
        let mut rs = self.0.borrow_mut();
        if generic_arguments > 0 {
            return lookup(&format!("{}`{generic_arguments}", name.name)).is_some()
                || rs.type_by_name(&name.name).is_some();
        }
        rs.type_by_name(&name.name).is_some()
    }
}

/// Parses the text and hands tokens and errors out through the two references from argument `first` on.
fn parse(call: &mut Call<'_>, source: Arc<Source>, first: usize) -> Value {
    let (ParsedScript { script_block, errors }, tokens) =
        pwsh_syntax::parse_input_with_tokens(&source, Some(&SessionTypes::of(runspace(call.cx))));
    if let Some(reference) = call.payload::<Reference>(first) {
        reference.set(token::tokens_value(&source, &tokens));
    }
    if let Some(reference) = call.payload::<Reference>(first + 1) {
        reference.set(errors_value(&source, &errors));
    }
    Node::of_root(script_block)
}

fn parse_file(call: &mut Call<'_>) -> Result<Value> {
    let rs = runspace(call.cx);
    let path = rs.file_path(&call.args[0].as_string().cloned().unwrap_or_default().to_str())?;
    let bytes = std::fs::read(&path).map_err(|_| {
        pwsh_value::Error::new(
            "System.IO.FileNotFoundException",
            format!("Could not find file '{}'.", path.display()),
        )
    })?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
    let file = Arc::from(&*path.to_string_lossy());
    Ok(parse(call, Source::new(text, Some(file)), 1))
}
