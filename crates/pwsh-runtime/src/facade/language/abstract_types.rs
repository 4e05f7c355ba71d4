//! The classes that nodes derive from: `Ast` with what every node has, and the kinds of nodes.

use super::Node;
use crate::command::type_named;
use crate::facade::runspace;
use pwsh_syntax::ast::Ast;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, method, property};
use pwsh_value::{Context, Obj, PsString, Result, Value, convert};

pub(super) const TYPES: &[&FacadeType] = &[
    &AST,
    &STATEMENT_AST,
    &PIPELINE_BASE_AST,
    &CHAINABLE_AST,
    &COMMAND_ELEMENT_AST,
    &COMMAND_BASE_AST,
    &EXPRESSION_AST,
    &ATTRIBUTE_BASE_AST,
    &REDIRECTION_AST,
    &LABELED_STATEMENT_AST,
    &LOOP_STATEMENT_AST,
    &MEMBER_AST,
];

static AST: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("System.Management.Automation.Language.IScriptExtent Extent {get;}", |call| {
            let node = call.this::<Node>();
            Ok(node.extent(node.get().extent()))
        }),
        property("System.Management.Automation.Language.Ast Parent {get;}", |call| {
            Ok(call.this::<Node>().parent())
        }),
        method(
            "System.Management.Automation.Language.Ast Find(System.Func[System.Management.Automation.Language.Ast,bool] predicate, bool searchNestedScriptBlocks)",
            find,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.Management.Automation.Language.Ast] FindAll(System.Func[System.Management.Automation.Language.Ast,bool] predicate, bool searchNestedScriptBlocks)",
            find_all,
        ),
        method("System.Management.Automation.Language.Ast Copy()", |call| Ok(call.this.clone())),
        method("System.Object SafeGetValue()", |call| {
            let node = call.this::<Node>().payload().clone();
            super::safe_value::get(runspace(call.cx), &node)
        }),
    ],
    hooks: Hooks { to_string: Some(to_string), equals: Some(equals), ..Hooks::NONE },
    ..FacadeType::class(language!("Ast"))
};

/// A class of nodes without instances of its own.
const fn kind_of_node(name: &'static str, base: &'static str) -> FacadeType {
    FacadeType { kind: Kind::AbstractClass, base, ..FacadeType::class(name) }
}

static STATEMENT_AST: FacadeType = kind_of_node(language!("StatementAst"), language!("Ast"));
static PIPELINE_BASE_AST: FacadeType = FacadeType {
    members: &[method("System.Management.Automation.Language.ExpressionAst GetPureExpression()", |call| {
        let node = call.this::<Node>();
        let Ast::Pipeline(pipeline) = node.get() else { return Ok(Value::Null) };
        match &pipeline.pipeline_elements[..] {
            [pwsh_syntax::ast::PipelineElement::Expression(one)] if one.redirections.is_empty() => {
                Ok(node.child(&one.expression))
            }
            _ => Ok(Value::Null),
        }
    })],
    ..kind_of_node(language!("PipelineBaseAst"), language!("StatementAst"))
};
static CHAINABLE_AST: FacadeType = kind_of_node(language!("ChainableAst"), language!("PipelineBaseAst"));
static COMMAND_ELEMENT_AST: FacadeType = kind_of_node(language!("CommandElementAst"), language!("Ast"));
static COMMAND_BASE_AST: FacadeType = FacadeType {
    members: &[property(
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.Language.RedirectionAst] Redirections {get;}",
        |call| {
            let node = call.this::<Node>();
            let redirections = match node.get() {
                Ast::Command(command) => &command.redirections[..],
                Ast::CommandExpression(expression) => &expression.redirections[..],
                _ => &[],
            };
            Ok(node.children("RedirectionAst", redirections.iter().map(Ast::from)))
        },
    )],
    ..kind_of_node(language!("CommandBaseAst"), language!("StatementAst"))
};
static EXPRESSION_AST: FacadeType = FacadeType {
    members: &[property("type StaticType {get;}", static_type)],
    ..kind_of_node(language!("ExpressionAst"), language!("CommandElementAst"))
};
static ATTRIBUTE_BASE_AST: FacadeType = FacadeType {
    members: &[property("System.Management.Automation.Language.ITypeName TypeName {get;}", |call| {
        let node = call.this::<Node>();
        Ok(match node.get() {
            Ast::Attribute(attribute) => super::type_name_value(node.source(), &attribute.type_name),
            Ast::TypeConstraint(constraint) => super::type_name_value(node.source(), &constraint.type_name),
            _ => Value::Null,
        })
    })],
    ..kind_of_node(language!("AttributeBaseAst"), language!("Ast"))
};
static REDIRECTION_AST: FacadeType = FacadeType {
    members: &[property(
        "System.Management.Automation.Language.RedirectionStream FromStream {get;}",
        |call| {
            let node = call.this::<Node>();
            let stream = match node.get() {
                Ast::MergingRedirection(redirection) => redirection.from_stream,
                Ast::FileRedirection(redirection) => redirection.from_stream,
                _ => return Ok(Value::Null),
            };
            Ok(super::command::stream(stream))
        },
    )],
    ..kind_of_node(language!("RedirectionAst"), language!("Ast"))
};
static LABELED_STATEMENT_AST: FacadeType = FacadeType {
    members: &[
        property("string Label {get;}", |call| {
            let node = call.this::<Node>();
            let label = match node.get() {
                Ast::Switch(ast) => &ast.label,
                Ast::For(ast) => &ast.label,
                Ast::ForEach(ast) => &ast.label,
                Ast::While(ast) => &ast.label,
                Ast::DoWhile(ast) => &ast.label,
                Ast::DoUntil(ast) => &ast.label,
                _ => &None,
            };
            Ok(label.as_deref().map(PsString::from).into())
        }),
        property("System.Management.Automation.Language.PipelineBaseAst Condition {get;}", |call| {
            let node = call.this::<Node>();
            Ok(match node.get() {
                Ast::Switch(ast) => node.child(&ast.condition),
                Ast::For(ast) => node.maybe(ast.condition.as_ref()),
                Ast::ForEach(ast) => node.child(&ast.condition),
                Ast::While(ast) => node.child(&ast.condition),
                Ast::DoWhile(ast) => node.child(&ast.condition),
                Ast::DoUntil(ast) => node.child(&ast.condition),
                _ => Value::Null,
            })
        }),
    ],
    ..kind_of_node(language!("LabeledStatementAst"), language!("StatementAst"))
};
static LOOP_STATEMENT_AST: FacadeType = FacadeType {
    members: &[property("System.Management.Automation.Language.StatementBlockAst Body {get;}", |call| {
        let node = call.this::<Node>();
        Ok(match node.get() {
            Ast::For(ast) => node.child(Ast::StatementBlock(&ast.body)),
            Ast::ForEach(ast) => node.child(Ast::StatementBlock(&ast.body)),
            Ast::While(ast) => node.child(Ast::StatementBlock(&ast.body)),
            Ast::DoWhile(ast) => node.child(Ast::StatementBlock(&ast.body)),
            Ast::DoUntil(ast) => node.child(Ast::StatementBlock(&ast.body)),
            _ => Value::Null,
        })
    })],
    ..kind_of_node(language!("LoopStatementAst"), language!("LabeledStatementAst"))
};
static MEMBER_AST: FacadeType = FacadeType {
    members: &[property("string Name {get;}", |call| {
        let node = call.this::<Node>();
        Ok(match node.get() {
            Ast::PropertyMember(property) => (&*property.name).into(),
            Ast::FunctionMember(function) => (&*function.function.name).into(),
            _ => Value::Null,
        })
    })],
    ..kind_of_node(language!("MemberAst"), language!("Ast"))
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    Ok(this.cell().and_then(|obj| obj.get::<Node>()).map_or_else(PsString::empty, |node| node.text().into()))
}

/// Objects are made when they are asked for: two of the same node are one.
fn equals(_: &mut dyn Context, this: &Value, other: &Value) -> Result<bool> {
    let node = |value: &Value| value.cell().and_then(|obj| Some(obj.get::<Node>()?.payload().clone()));
    Ok(match (node(this), node(other)) {
        (Some(a), Some(b)) => a.get().is_same(b.get()),
        _ => false,
    })
}

fn static_type(call: &mut Call<'_>) -> Result<Value> {
    let node = call.this::<Node>().payload().clone();
    let rs = runspace(call.cx);
    let ty = match node.get() {
        Ast::Constant(constant) => rs.type_by_name(constant.value.type_name()),
        Ast::StringConstant(_) | Ast::ExpandableString(_) => rs.type_by_name("System.String"),
        Ast::Convert(convert) => rs.type_by_name(&convert.type_constraint.type_name.full_name()),
        Ast::Type(_) => rs.type_by_name("System.Type"),
        Ast::Hashtable(_) => rs.type_by_name("System.Collections.Hashtable"),
        Ast::Array(_) | Ast::ArrayLiteral(_) => rs.type_by_name("System.Object[]"),
        Ast::ScriptBlockExpression(_) => rs.type_by_name("System.Management.Automation.ScriptBlock"),
        _ => None,
    };
    Ok(Value::from(ty.unwrap_or_else(|| pwsh_value::ty::known().object.clone())))
}

/// Whether a search that leaves nested script blocks out passes the node's children by.
fn hides_a_script_block(node: Ast<'_>) -> bool {
    matches!(node, Ast::FunctionDefinition(_) | Ast::ScriptBlockExpression(_))
}

/// Walks the node and all below it, outer ones first; `Ok(true)` from `found` ends the walk.
fn search(call: &mut Call<'_>, found: &mut dyn FnMut(Value) -> bool) -> Result<()> {
    let nested = call.bool(1);
    let mut waiting = vec![call.this::<Node>().payload().clone()];
    while let Some(node) = waiting.pop() {
        let value = node.clone().value();
        let wanted = call.cx.invoke(&call.args[0], vec![value.clone()])?;
        if convert::to_bool(&wanted) && found(value) {
            return Ok(());
        }
        if nested || !hides_a_script_block(node.get()) {
            waiting.extend(node.nodes_below().into_iter().rev());
        }
    }
    Ok(())
}

fn find(call: &mut Call<'_>) -> Result<Value> {
    let mut first = Value::Null;
    search(call, &mut |node| {
        first = node;
        true
    })?;
    Ok(first)
}

fn find_all(call: &mut Call<'_>) -> Result<Value> {
    let mut all = Vec::new();
    search(call, &mut |node| {
        all.push(node);
        false
    })?;
    let ty = type_named("System.Collections.Generic.List[System.Management.Automation.Language.Ast]");
    Ok(Value::Object(Obj::new(ty, List::of_values(all))))
}
