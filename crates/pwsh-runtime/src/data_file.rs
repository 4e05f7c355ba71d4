//! Files of data in PowerShell's own notation (`.psd1`): what they may hold, and their value.

use crate::runspace::Runspace;
use pwsh_syntax::Source;
use pwsh_syntax::ast::{Ast, HashtableAst, PipelineAst, PipelineElement, ScriptBlockAst, UnaryOperator};
use pwsh_value::{Error, PsString, Result, Value};
use std::path::Path;

/// The most nodes that a file's value may consist of, and the most keys of one table, unless that is not checked.
const MAX_NODES: usize = 5000;
const MAX_KEYS: usize = 500;

/// Why a file is none of data.
#[derive(Debug, thiserror::Error)]
pub enum NoData {
    /// It does not parse.
    #[error("the text has errors")]
    Errors,
    /// It holds no hash table.
    #[error("no hash table was found")]
    NoTable,
    /// Its value is not plain: what evaluating it threw, or would have.
    #[error("the table is not of constant values")]
    NotConstant(Error),
}

/// The value of the first hash table in a text, which must be made of constants. `limits`: whether its size is
/// checked.
///
/// # Errors
/// As [`NoData`] says.
pub fn data_of(rs: &mut Runspace, text: &str, file: &Path, limits: bool) -> Result<Value, NoData> {
    let source = Source::new(text, Some(file.to_string_lossy().into()));
    let parsed = pwsh_syntax::parse_input(&source);
    if !parsed.errors.is_empty() {
        return Err(NoData::Errors);
    }
    let mut table = None;
    find_table(Ast::ScriptBlock(&parsed.script_block), &mut table);
    let table = table.ok_or(NoData::NoTable)?;
    let (start, end) = (table.extent.start as usize, table.extent.end as usize);
    let shown = &text[start..end];
    let mut check = Check { limits, manifest: false, nodes: 0, commands: None };
    if !check.is_constant(Ast::Hashtable(table)) {
        let message = format!(
            "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: {shown}."
        );
        return Err(NoData::NotConstant(
            Error::new("System.InvalidOperationException", message).id("System.InvalidOperationException"),
        ));
    }
    rs.invoke_text(shown).map_err(NoData::NotConstant)
}

/// The value of a whole text, which must be made of constants and of calls of ConvertFrom-StringData and these further
/// commands.
///
/// # Errors
/// For a text that does not parse or has anything else in it; what its commands throw.
pub fn value_of(rs: &mut Runspace, text: &str, file: &Path, commands: &[PsString]) -> Result<Value> {
    let block = rs.parse_own(text)?;
    let mut check = Check { limits: false, manifest: false, nodes: 0, commands: Some(commands) };
    let statements = block.ast.end_block.iter().flat_map(|block| &block.statements);
    if !statements.into_iter().all(|statement| check.is_constant(statement.into())) {
        let message = format!(
            "The data file '{}' may hold constants only, and no other commands than ConvertFrom-StringData and those of the SupportedCommand parameter.",
            file.display()
        );
        return Err(Error::new("System.Management.Automation.PSInvalidOperationException", message));
    }
    rs.invoke_text(text)
}

/// The first hash table, outermost, but for those in the blocks of functions.
fn find_table<'a>(node: Ast<'a>, found: &mut Option<&'a HashtableAst>) {
    if found.is_some() {
        return;
    }
    match node {
        Ast::Hashtable(table) => *found = Some(table),
        Ast::ScriptBlockExpression(_) | Ast::FunctionDefinition(_) => {}
        node => node.for_each_child(&mut |child| find_table(child, found)),
    }
}

/// Whether a script is nothing but one hash table of plain values, as a manifest or session configuration is. It may
/// say where it lies and on what it runs.
pub fn is_manifest(script: &ScriptBlockAst) -> bool {
    let named = [&script.begin_block, &script.process_block, &script.dynamic_param_block];
    if script.param_block.is_some() || named.into_iter().any(Option::is_some) {
        return false;
    }
    let Some(end) = &script.end_block else { return false };
    let [statement] = &end.statements[..] else { return false };
    let mut table = None;
    find_table(Ast::ScriptBlock(script), &mut table);
    table.is_some_and(|table| table.extent == statement.extent())
        && Check { limits: false, manifest: true, nodes: 0, commands: None }.is_constant(statement.into())
}

/// The variables of which a manifest may make use.
const MANIFEST_VARIABLES: [&str; 7] =
    ["PSScriptRoot", "PSCommandPath", "PSEdition", "IsLinux", "IsMacOS", "IsWindows", "IsCoreCLR"];

struct Check<'c> {
    limits: bool,
    /// Whether it is a manifest's table.
    manifest: bool,
    nodes: usize,
    /// The commands that may be called besides ConvertFrom-StringData; `None`: none at all.
    commands: Option<&'c [PsString]>,
}

impl Check<'_> {
    fn is_constant(&mut self, node: Ast<'_>) -> bool {
        self.nodes += 1;
        if self.limits && self.nodes > MAX_NODES {
            return false;
        }
        match node {
            Ast::Constant(_) | Ast::StringConstant(_) | Ast::ScriptBlockExpression(_) => true,
            Ast::Variable(variable) => {
                let more: &[&str] = if self.manifest { &MANIFEST_VARIABLES } else { &[] };
                ["true", "false", "null", "PSCulture", "PSUICulture"]
                    .iter()
                    .chain(more)
                    .any(|name| variable.variable_path.user_path().eq_ignore_ascii_case(name))
            }
            Ast::Binary(_) | Ast::If(_) if self.manifest => self.all_children(node),
            Ast::Unary(unary) => {
                let folds = matches!(
                    unary.operator,
                    UnaryOperator::Minus
                        | UnaryOperator::Plus
                        | UnaryOperator::Not
                        | UnaryOperator::Exclaim
                        | UnaryOperator::Bnot
                );
                folds && self.all_children(node)
            }
            Ast::Convert(convert) => {
                is_plain(&convert.type_constraint.type_name.full_name())
                    && self.is_constant((&convert.child).into())
            }
            Ast::Hashtable(table) => {
                !(self.limits && table.key_value_pairs.len() > MAX_KEYS) && self.all_children(node)
            }
            Ast::Pipeline(pipeline) => self.is_constant_pipeline(pipeline),
            Ast::Command(command) => {
                let allowed = |name: &str| match self.commands {
                    Some(commands) => {
                        name.eq_ignore_ascii_case("ConvertFrom-StringData")
                            || commands.iter().any(|known| known.is(name))
                    }
                    None => false,
                };
                command.command_name().is_some_and(allowed) && self.all_children(node)
            }
            Ast::CommandParameter(_) => self.all_children(node),
            Ast::Index(_)
            | Ast::ExpandableString(_)
            | Ast::StatementBlock(_)
            | Ast::Ternary(_)
            | Ast::Sub(_)
            | Ast::Paren(_)
            | Ast::Array(_)
            | Ast::ArrayLiteral(_) => self.all_children(node),
            _ => false,
        }
    }

    fn is_constant_pipeline(&mut self, pipeline: &PipelineAst) -> bool {
        match &pipeline.pipeline_elements[..] {
            [PipelineElement::Expression(expression)] if expression.redirections.is_empty() => {
                self.is_constant((&expression.expression).into())
            }
            [PipelineElement::Command(command)] if command.redirections.is_empty() => {
                self.is_constant(Ast::Command(command))
            }
            _ => false,
        }
    }

    fn all_children(&mut self, node: Ast<'_>) -> bool {
        let mut all = true;
        node.for_each_child(&mut |child| all = all && self.is_constant(child));
        all
    }
}

/// Types that a conversion to runs no code of.
fn is_plain(name: &str) -> bool {
    const PLAIN: [&str; 20] = [
        "bool", "byte", "char", "datetime", "decimal", "double", "float", "single", "int", "int16", "int32",
        "int64", "long", "sbyte", "short", "string", "uint16", "uint32", "uint64", "timespan",
    ];
    let name = name.to_ascii_lowercase();
    PLAIN.contains(&name.strip_prefix("system.").unwrap_or(&name))
}
