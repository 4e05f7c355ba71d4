//! What must hold for any text, called by the fuzz target of the same name and by a test over old finds.

use crate::ast::{Ast, Expression};
use crate::{Extent, Source, parse_input, parse_input_with_tokens, position_message};

/// Parses any bytes as text: nothing panics, every node lies within the text (and where there are no errors within
/// its parent), saved tokens change no result, and every error's position can be shown.
pub fn pwsh_parser(input: &[u8]) {
    let source = Source::new(String::from_utf8_lossy(input).into_owned(), None);
    let parsed = parse_input(&source);
    let (with_tokens, tokens) = parse_input_with_tokens(&source, None);
    assert_eq!(parsed.errors, with_tokens.errors, "saved tokens change the errors");
    let end = source.text().len() as u32 + 1;
    for error in &parsed.errors {
        assert!(
            error.extent.start <= error.extent.end && error.extent.end <= end,
            "{error:?} is out of bounds"
        );
        position_message(&source, error.extent);
    }
    for token in &tokens {
        assert!(
            token.extent.start <= token.extent.end && token.extent.end <= end,
            "{token:?} is out of bounds"
        );
    }
    let whole = Extent::new(0, source.text().len() as u32);
    let mut nodes = vec![(whole, Ast::ScriptBlock(&parsed.script_block))];
    while let Some((outer, node)) = nodes.pop() {
        let extent = node.extent();
        let outer = if parsed.errors.is_empty() { outer } else { whole };
        assert!(outer.contains(extent), "{} {extent:?} lies outside of {outer:?}", node.class_name());
        let is_text = source.text().get(extent.start as usize..extent.end as usize).is_some();
        assert!(is_text, "{} {extent:?} cuts a character", node.class_name());
        node.for_each_child(&mut |child| {
            let outer = if stands_before_its_parent(node, child) { whole } else { extent };
            nodes.push((outer, child));
        });
    }
}

/// What PowerShell's own extents leave outside: attributes before `param`, and the call of the base constructor, which is written before the body.
fn stands_before_its_parent(parent: Ast<'_>, child: Ast<'_>) -> bool {
    match (parent, child) {
        (Ast::ParamBlock(_), Ast::Attribute(_)) => true,
        (_, Ast::CommandExpression(call)) => matches!(call.expression, Expression::BaseCtorInvokeMember(_)),
        _ => false,
    }
}
