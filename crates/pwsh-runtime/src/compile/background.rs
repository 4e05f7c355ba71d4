//! `pipeline &`: the text that the job runs.

use pwsh_syntax::ast::{Ast, VariableScope};
use pwsh_syntax::{Extent, Source};
use pwsh_value::PsString;

/// Variables that the job's session has of its own.
const OWN: [&str; 8] = ["PID", "PSVersionTable", "PSEdition", "PSHOME", "HOST", "TRUE", "FALSE", "NULL"];

/// The text of a background pipeline or chain without its `&`. The job has none of its caller's variables: each one
/// that is named becomes a `$using:` expression.
pub(super) fn text(source: &Source, statement: Ast<'_>, extent: Extent) -> PsString {
    let mut variables = Vec::new();
    collect(statement, &mut variables);
    variables.sort_by_key(|(extent, _)| extent.start);
    let mut text = String::new();
    let mut done = extent.start;
    for (place, name) in variables {
        if place.start < done || place.end > extent.end {
            continue;
        }
        text.push_str(source.slice(Extent { start: done, end: place.start }));
        text.push_str(&format!("${{using:{name}}}"));
        done = place.end;
    }
    text.push_str(source.slice(Extent { start: done, end: extent.end }));
    text.trim_end().trim_end_matches('&').trim().into()
}

fn collect(ast: Ast<'_>, variables: &mut Vec<(Extent, String)>) {
    match ast {
        // it is one already
        Ast::UsingExpression(_) => return,
        Ast::Variable(variable) if !variable.splatted => {
            let path = &variable.variable_path;
            let own = OWN.iter().any(|own| own.eq_ignore_ascii_case(path.name()));
            let automatic = matches!(path.name(), "_" | "args" | "input" | "this" | "?" | "^" | "$");
            if path.scope() == VariableScope::Unscoped && !own && !automatic {
                variables.push((variable.extent, path.name().to_owned()));
            }
        }
        _ => {}
    }
    ast.for_each_child(&mut |child| collect(child, variables));
}
