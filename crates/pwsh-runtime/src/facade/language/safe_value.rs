//! `Ast.SafeGetValue()`: the value of a literal, without running code.

use super::Node;
use crate::runspace::Runspace;
use pwsh_syntax::ast::{Ast, VariableScope};
use pwsh_value::{Error, Result, Value};

/// Variables whose value is the same for everyone.
const SAFE_VARIABLES: &[&str] =
    &["true", "false", "null", "PSCulture", "PSUICulture", "PSScriptRoot", "PSCommandPath"];

/// The value of a node that holds nothing but literals.
///
/// # Errors
/// InvalidOperationException for everything else.
pub(super) fn get(rs: &mut Runspace, node: &Node) -> Result<Value> {
    if !is_safe(node.get()) {
        let text = format!(
            "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: {}.",
            node.text()
        );
        return Err(Error::new("System.InvalidOperationException", text));
    }
    // The comma keeps a collection in one piece.
    let value = rs.invoke_text(&format!(",({})", node.text()))?;
    Ok(if matches!(value, Value::Void) { Value::Null } else { value })
}

/// Whether a node and all below it are literals.
fn is_safe(node: Ast<'_>) -> bool {
    let itself = match node {
        Ast::Constant(_)
        | Ast::StringConstant(_)
        | Ast::ExpandableString(_)
        | Ast::Hashtable(_)
        | Ast::Array(_)
        | Ast::ArrayLiteral(_)
        | Ast::Paren(_)
        | Ast::Binary(_)
        | Ast::Unary(_)
        | Ast::Ternary(_)
        | Ast::Convert(_)
        | Ast::TypeConstraint(_)
        | Ast::StatementBlock(_)
        | Ast::Pipeline(_)
        | Ast::CommandExpression(_)
        | Ast::Index(_)
        | Ast::ScriptBlockExpression(_) => true,
        Ast::Variable(variable) => {
            let path = &variable.variable_path;
            path.scope() == VariableScope::Unscoped
                && SAFE_VARIABLES.iter().any(|known| known.eq_ignore_ascii_case(path.name()))
        }
        _ => false,
    };
    if !itself {
        return false;
    }
    // A block is a value that has not run.
    if matches!(node, Ast::ScriptBlockExpression(_)) {
        return true;
    }
    let mut all = true;
    node.for_each_child(&mut |child| all = all && is_safe(child));
    all
}
