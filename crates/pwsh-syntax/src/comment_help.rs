//! Comment-based help: comments with directives such as `.SYNOPSIS` before a function, at the start of its body or
//! at the end of it; at the start or end of a script.

use std::sync::Arc;

use crate::ast::FunctionDefinitionAst;
use crate::{Extent, Source, Token, TokenKind, parse_input_with_tokens};

/// The directives of help comments, in upper case.
const DIRECTIVES: &[&str] = &[
    "SYNOPSIS",
    "DESCRIPTION",
    "PARAMETER",
    "EXAMPLE",
    "INPUTS",
    "OUTPUTS",
    "NOTES",
    "LINK",
    "COMPONENT",
    "ROLE",
    "FUNCTIONALITY",
    "FORWARDHELPTARGETNAME",
    "FORWARDHELPCATEGORY",
    "REMOTEHELPRUNSPACE",
    "EXTERNALHELP",
];

/// How many lines may lie between the comment before a function and the function: one of them may be empty.
const PROXIMITY: u32 = 2;

/// One directive of a help comment with its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HelpSection {
    /// The directive in upper case, without its point: `SYNOPSIS`.
    pub directive: &'static str,
    /// What stands behind the directive on its line: a parameter's name.
    pub argument: Option<String>,
    /// The lines up to the next directive, without the white space around them all, joined by LF.
    pub text: String,
}

/// The help of a function of `source`; empty where it has none.
pub fn function_help(source: &Arc<Source>, function: &FunctionDefinitionAst) -> Vec<HelpSection> {
    let (_, tokens) = parse_input_with_tokens(source, None);
    let before = comments_before(source, &tokens, function.extent.start);
    let sections = help_sections(source, &before);
    if !sections.is_empty() {
        return sections;
    }
    // without the braces
    let body = function.body.extent;
    let inside = Extent::new(body.start + 1, body.end.saturating_sub(1).max(body.start + 1));
    body_help(source, &tokens, inside)
}

/// The help of a whole script; empty where it has none.
pub fn script_help(source: &Arc<Source>) -> Vec<HelpSection> {
    let (_, tokens) = parse_input_with_tokens(source, None);
    body_help(source, &tokens, Extent::new(0, source.text().len() as u32))
}

fn body_help(source: &Source, tokens: &[Token], inside: Extent) -> Vec<HelpSection> {
    let inner: Vec<&Token> = tokens.iter().filter(|token| inside.contains(token.extent)).collect();
    let is_filler = |token: &&&Token| {
        matches!(token.kind, TokenKind::NewLine | TokenKind::Comment | TokenKind::LineContinuation)
    };
    let first: Vec<&Token> = inner.iter().take_while(is_filler).copied().collect();
    let sections = help_sections(source, &first_block(source, &first));
    if !sections.is_empty() {
        return sections;
    }
    let mut last: Vec<&Token> = inner.iter().rev().take_while(is_filler).copied().collect();
    last.reverse();
    help_sections(source, &last_block(source, &last))
}

/// The comments in a row that end near `offset`.
fn comments_before<'t>(source: &Source, tokens: &'t [Token], offset: u32) -> Vec<&'t Token> {
    let end = tokens.partition_point(|token| token.extent.end <= offset);
    let filler = tokens[..end]
        .iter()
        .rev()
        .take_while(|token| matches!(token.kind, TokenKind::NewLine | TokenKind::Comment));
    let mut filler: Vec<&Token> = filler.collect();
    filler.reverse();
    let block = last_block(source, &filler);
    let is_near = block
        .last()
        .is_some_and(|comment| source.line_of(offset) - source.line_of(comment.extent.end) <= PROXIMITY);
    if is_near { block } else { Vec::new() }
}

/// The first comments that follow each other line by line.
fn first_block<'t>(source: &Source, tokens: &[&'t Token]) -> Vec<&'t Token> {
    let mut block: Vec<&Token> = Vec::new();
    for &token in tokens.iter().filter(|token| token.kind == TokenKind::Comment) {
        if block.last().is_some_and(|last| !follows(source, last, token)) {
            break;
        }
        block.push(token);
    }
    block
}

/// The last comments that follow each other line by line.
fn last_block<'t>(source: &Source, tokens: &[&'t Token]) -> Vec<&'t Token> {
    let mut block: Vec<&Token> = Vec::new();
    for &token in tokens.iter().rev().filter(|token| token.kind == TokenKind::Comment) {
        if block.last().is_some_and(|next| !follows(source, token, next)) {
            break;
        }
        block.push(token);
    }
    block.reverse();
    block
}

fn follows(source: &Source, first: &Token, second: &Token) -> bool {
    source.line_of(second.extent.start) - source.line_of(first.extent.end) <= 1
}

/// The directives of comments, or nothing where the first line with text is none.
fn help_sections(source: &Source, comments: &[&Token]) -> Vec<HelpSection> {
    let mut sections: Vec<HelpSection> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in comments.iter().flat_map(|comment| comment_lines(source.slice(comment.extent))) {
        if let Some((directive, argument)) = directive_of(line) {
            finish_section(&mut sections, &mut lines);
            sections.push(HelpSection { directive, argument, text: String::new() });
        } else if sections.is_empty() {
            if !line.trim().is_empty() {
                return Vec::new();
            }
        } else {
            lines.push(line);
        }
    }
    finish_section(&mut sections, &mut lines);
    sections
}

fn finish_section(sections: &mut [HelpSection], lines: &mut Vec<&str>) {
    if let Some(section) = sections.last_mut() {
        let indent = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indent_of(line)).min();
        let indent = indent.unwrap_or(0);
        let texts: Vec<&str> = lines.iter().map(|line| line.get(indent..).unwrap_or("").trim_end()).collect();
        section.text = texts.join("\n").trim_matches('\n').to_owned();
    }
    lines.clear();
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The lines of a comment without its marks.
fn comment_lines(comment: &str) -> Vec<&str> {
    match comment.strip_prefix("<#") {
        Some(block) => block.strip_suffix("#>").unwrap_or(block).lines().collect(),
        None => vec![comment.trim_start_matches('#')],
    }
}

fn directive_of(line: &str) -> Option<(&'static str, Option<String>)> {
    let rest = line.trim().strip_prefix('.')?;
    let (word, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let directive = DIRECTIVES.iter().find(|known| known.eq_ignore_ascii_case(word))?;
    let argument = Some(argument.trim()).filter(|argument| !argument.is_empty());
    Some((directive, argument.map(str::to_owned)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast::Statement;

    fn help_of(text: &str) -> Vec<HelpSection> {
        let source = Source::new(text, None);
        let (parsed, _) = parse_input_with_tokens(&source, None);
        let block = parsed.script_block.end_block.as_ref().expect("a script has statements");
        let Some(Statement::FunctionDefinition(function)) = block.statements.first() else {
            panic!("a function comes first")
        };
        function_help(&source, function)
    }

    #[test]
    fn help_stands_before_a_function_or_in_it() {
        let expected =
            |text: &str| vec![HelpSection { directive: "SYNOPSIS", argument: None, text: text.to_owned() }];
        assert_eq!(
            help_of("<#\n.SYNOPSIS\n  Does it.\n  Well.\n#>\nfunction f { }"),
            expected("Does it.\nWell.")
        );
        assert_eq!(help_of("# .synopsis\n# Does it.\n\nfunction f { }"), expected("Does it."));
        assert_eq!(help_of("function f {\n<#\n.SYNOPSIS\nIn.\n#>\nparam($x) }"), expected("In."));
        assert_eq!(help_of("function f {\n1\n<#\n.SYNOPSIS\nEnd.\n#>\n}"), expected("End."));
        assert_eq!(help_of("# a comment\nfunction f { }"), vec![]);
        assert_eq!(help_of("# .SYNOPSIS\n# Far.\n\n\nfunction f { }"), vec![]);
    }

    #[test]
    fn directives_carry_arguments() {
        let sections = help_of("<#\n.PARAMETER Name\nThe name.\n.EXAMPLE\nf 1\n#>\nfunction f { }");
        assert_eq!(sections[0].argument.as_deref(), Some("Name"));
        assert_eq!((sections[1].directive, sections[1].text.as_str()), ("EXAMPLE", "f 1"));
    }
}
