//! The text form of a tree that `record.ps1` in `test_data` prints with the real engine.

use std::fmt::Write;

use pwsh_syntax::ast::*;
use pwsh_syntax::{Extent, ParseError, ParsedScript, Source, Token, TokenKind};

/// Errors and tree: a line an error, a line a node, children indented.
pub fn dump(parsed: &ParsedScript, source: &Source) -> String {
    let mut text: String = parsed.errors.iter().map(|error| error_line(error, source)).collect();
    dump_node(Ast::ScriptBlock(&parsed.script_block), None, source, 0, &mut text);
    text
}

/// Errors only, each with its position message on the line after it.
pub fn dump_errors(parsed: &ParsedScript, source: &Source) -> String {
    let lines = parsed.errors.iter().map(|error| {
        format!("{}  {}\n", error_line(error, source), escape(&error.text_with_position(source)))
    });
    lines.collect()
}

/// Kind, place and flags, a line a token; the tokens inside a string are indented after it.
pub fn dump_tokens(tokens: &[Token], source: &Source) -> String {
    let line = |token: &Token| {
        let (start, end) = (source.utf16_offset(token.extent.start), source.utf16_offset(token.extent.end));
        format!("{} {start}..{end} {}\n", token.kind.name(), token.flags.0)
    };
    let mut text = String::new();
    for token in tokens {
        text.push_str(&line(token));
        for inner in &token.nested_tokens {
            text.push(' ');
            text.push_str(&line(inner));
        }
    }
    text
}

fn error_line(error: &ParseError, source: &Source) -> String {
    let (start, end) = (source.utf16_offset(error.extent.start), source.utf16_offset(error.extent.end));
    let incomplete = dotnet_bool(error.incomplete_input);
    format!("! {} {start}..{end} {incomplete} {}\n", error.error_id, escape(&error.message))
}

fn dump_node(node: Ast<'_>, parent: Option<Ast<'_>>, source: &Source, depth: usize, text: &mut String) {
    if matches!(node, Ast::BaseCtorInvokeMember(_)) {
        // the engine's search does not come to the call of a base constructor
        return;
    }
    let extent = node.extent();
    let (start, end) = (source.utf16_offset(extent.start), source.utf16_offset(extent.end));
    let place = if has_no_extent(node, parent) { "-".to_owned() } else { format!("{start}..{end}") };
    let details = details(node, source);
    let space = if details.is_empty() { "" } else { " " };
    writeln!(text, "{}{} {place}{space}{details}", " ".repeat(depth), node.class_name()).unwrap();
    node.for_each_child(&mut |child| dump_node(child, Some(node), source, depth + 1, text));
}

/// Nodes that PowerShell gives `PositionUtilities.EmptyExtent`: lists without statements, unwritten calls.
fn has_no_extent(node: Ast<'_>, parent: Option<Ast<'_>>) -> bool {
    match (node, parent) {
        (Ast::NamedBlock(ast), Some(Ast::ScriptBlock(block))) => {
            ast.unnamed && ast.extent == Extent::empty_at(block.extent.start)
        }
        (Ast::StatementBlock(ast), _) => ast.extent.is_empty(),
        (Ast::BaseCtorInvokeMember(ast), _) => ast.extent.is_empty(),
        (Ast::CommandExpression(ast), _) => {
            matches!(ast.expression, Expression::BaseCtorInvokeMember(_)) && ast.extent.is_empty()
        }
        _ => false,
    }
}

fn details(node: Ast<'_>, source: &Source) -> String {
    let flag = dotnet_bool;
    match node {
        Ast::StringConstant(ast) => format!("{} {}", ast.string_constant_type.name(), escape(&ast.value)),
        Ast::ExpandableString(ast) => format!("{} {}", ast.string_constant_type.name(), escape(&ast.value)),
        Ast::Constant(ast) => {
            format!("{} {}", ast.value.type_name().rsplit('.').next().unwrap_or(""), ast.value)
        }
        Ast::Variable(ast) => format!("{} splat={}", ast.variable_path.user_path(), flag(ast.splatted)),
        Ast::Binary(ast) => {
            format!("{} {}", ast.operator.name(), source.utf16_offset(ast.error_position.start))
        }
        Ast::Unary(ast) => ast.operator.name().to_owned(),
        Ast::Assignment(ast) => ast.operator.name().to_owned(),
        Ast::Command(ast) => match ast.invocation_operator {
            InvocationOperator::None => TokenKind::Unknown.name().to_owned(),
            InvocationOperator::Ampersand => TokenKind::Ampersand.name().to_owned(),
            InvocationOperator::Dot => TokenKind::Dot.name().to_owned(),
        },
        Ast::CommandParameter(ast) => ast.parameter_name.to_string(),
        Ast::Member(ast) => format!("static={} null={}", flag(ast.is_static), flag(ast.null_conditional)),
        Ast::InvokeMember(ast) => {
            let generic: Vec<_> = ast.generic_type_arguments.iter().map(TypeName::full_name).collect();
            let (is_static, null) = (flag(ast.is_static), flag(ast.null_conditional));
            format!("static={is_static} null={null} generic={}", generic.join(";"))
        }
        Ast::Index(ast) => format!("null={}", flag(ast.null_conditional)),
        Ast::TypeConstraint(ast) => ast.type_name.full_name(),
        Ast::Type(ast) => ast.type_name.full_name(),
        Ast::Attribute(ast) => ast.type_name.full_name(),
        Ast::NamedAttributeArgument(ast) => {
            format!("{} omitted={}", ast.argument_name, flag(ast.expression_omitted))
        }
        Ast::NamedBlock(ast) => format!("{} unnamed={}", ast.block_kind.name(), flag(ast.unnamed)),
        Ast::Pipeline(ast) => format!("background={}", flag(ast.background)),
        Ast::PipelineChain(ast) => format!("{} background={}", ast.operator.name(), flag(ast.background)),
        Ast::FunctionDefinition(ast) => format!("{} filter={}", ast.name, flag(ast.is_filter)),
        Ast::FileRedirection(ast) => format!("{} append={}", ast.from_stream.name(), flag(ast.append)),
        Ast::MergingRedirection(ast) => format!("{} {}", ast.from_stream.name(), ast.to_stream.name()),
        Ast::Switch(ast) => format!("label={} {}", label(&ast.label), switch_flags(ast.flags)),
        Ast::ForEach(ast) => format!("label={}", label(&ast.label)),
        Ast::For(ast) => format!("label={}", label(&ast.label)),
        Ast::While(ast) => format!("label={}", label(&ast.label)),
        Ast::DoWhile(ast) => format!("label={}", label(&ast.label)),
        Ast::DoUntil(ast) => format!("label={}", label(&ast.label)),
        Ast::Data(ast) => label(&ast.variable).to_owned(),
        Ast::Throw(ast) => format!("rethrow={}", flag(ast.is_rethrow)),
        Ast::TypeDefinition(ast) => format!("{} {}", ast.name, ast.kind.name()),
        Ast::PropertyMember(ast) => {
            format!("{} static={} hidden={}", ast.name, flag(ast.flags.is_static), flag(ast.flags.is_hidden))
        }
        Ast::FunctionMember(ast) => format!(
            "{} static={} hidden={} ctor={}",
            ast.function.name,
            flag(ast.flags.is_static),
            flag(ast.flags.is_hidden),
            flag(ast.is_constructor)
        ),
        Ast::Using(ast) => ast.kind.name().to_owned(),
        _ => String::new(),
    }
}

fn label(label: &Option<Box<str>>) -> &str {
    label.as_deref().unwrap_or("")
}

fn switch_flags(flags: SwitchFlags) -> String {
    let names = [
        (flags.file, "File"),
        (flags.regex, "Regex"),
        (flags.wildcard, "Wildcard"),
        (flags.exact, "Exact"),
        (flags.case_sensitive, "CaseSensitive"),
        (flags.parallel, "Parallel"),
    ];
    let set: Vec<_> = names.iter().filter(|flag| flag.0).map(|flag| flag.1).collect();
    if set.is_empty() { "None".to_owned() } else { set.join(", ") }
}

fn dotnet_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// Text on one line, as `record.ps1` writes it.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\r', "\\r").replace('\n', "\\n").replace('\t', "\\t")
}

/// Undoes [`escape`].
pub fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.push(match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('r') => '\r',
                Some('n') => '\n',
                Some('t') => '\t',
                other => other.unwrap_or('\\'),
            },
            (c, false) => c,
        });
    }
    plain
}
