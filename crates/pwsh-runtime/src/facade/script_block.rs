//! `System.Management.Automation.ScriptBlock`.

use super::language::{self, Node};
use super::{ModuleObject, runspace};
use crate::binder::Given;
use crate::command::ScriptBlock;
use crate::scope::{ScopeKind, Slot};
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};
use std::sync::Arc;

pub(super) static SCRIPT_BLOCK: FacadeType = FacadeType {
    members: &[
        method("static scriptblock Create(string script)", create),
        method(
            "System.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)",
            invoke,
        ),
        method("System.Object InvokeReturnAsIs(Params System.Object[] args)", invoke_as_is),
        method("scriptblock GetNewClosure()", closure),
        method(
            "System.Management.Automation.SteppablePipeline GetSteppablePipeline()",
            super::steppable_pipeline::of_block,
        ),
        method(
            "System.Management.Automation.SteppablePipeline GetSteppablePipeline(System.Management.Automation.CommandOrigin commandOrigin)",
            super::steppable_pipeline::of_block,
        ),
        method(
            "void CheckRestrictedLanguage(System.Collections.Generic.IEnumerable[string] allowedCommands, System.Collections.Generic.IEnumerable[string] allowedVariables, bool allowEnvironmentVariables)",
            check_restricted_language,
        ),
        property("System.Management.Automation.Language.Ast Ast {get;}", ast),
        property("bool IsFilter {get;}", is_filter),
        property("bool IsConfiguration {get;}", |_| Ok(Value::Bool(false))),
        property("string File {get;}", file),
        property("psmoduleinfo Module {get;}", module),
        property("System.Management.Automation.PSToken StartPosition {get;}", |call| {
            let block = call.this::<ScriptBlock>().block.clone();
            Ok(language::ps_token(block.source(), block.ast.extent))
        }),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.ScriptBlock")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let block = this.cell().and_then(|o| o.get::<ScriptBlock>());
    Ok(block.map_or_else(PsString::empty, |b| b.block.text().into_owned().into()))
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    let block = runspace(call.cx).parse(&text.to_str())?;
    Ok(Value::Object(ScriptBlock::object(block)))
}

fn run(call: &mut Call<'_>) -> Result<Vec<Value>> {
    let block = call.this::<ScriptBlock>().owner().clone();
    let arguments = call.cx.enumerate(&call.args[0])?.unwrap_or_default();
    let given = arguments.into_iter().map(|value| Given::Value { value, bare: false }).collect();
    let rs = runspace(call.cx);
    rs.capture_items(|rs| {
        let streams = rs.cur.streams;
        rs.run_script_block(&block, true, given, streams)
    })
}

fn invoke(call: &mut Call<'_>) -> Result<Value> {
    let items = run(call)?;
    let ty = call.cx.find_type("System.Collections.ObjectModel.Collection[psobject]");
    Ok(match ty {
        Some(ty) => Value::Object(Obj::new(ty, List::of_values(items))),
        None => Value::Object(Obj::array(items)),
    })
}

fn invoke_as_is(call: &mut Call<'_>) -> Result<Value> {
    let mut items = run(call)?;
    Ok(match items.len() {
        0 => Value::Null,
        1 => items.swap_remove(0),
        _ => Value::Object(Obj::array(items)),
    })
}

/// A block that carries copies of the variables it can see now, in a module scope of its own.
fn closure(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<ScriptBlock>().payload();
    let (block, home) = (this.block.clone(), this.home);
    let rs = runspace(call.cx);
    let current = rs.cur.scope;
    let seen: Vec<_> =
        rs.scopes.variables(current).into_iter().map(|(name, slot)| (name, slot.value())).collect();
    let parent = home.unwrap_or_else(|| rs.scopes.script_scope(current));
    let scope = rs.scopes.push(Some(parent), ScopeKind::Script, Arc::default());
    rs.scopes.get_mut(scope).is_module = true;
    for (name, value) in seen {
        *rs.scopes.place_in(scope, name) = Slot::Value(value);
    }
    Ok(Value::Object(ScriptBlock::at_home(block, Some(scope))))
}

/// The tree: a function's is its definition.
fn ast(call: &mut Call<'_>) -> Result<Value> {
    let block = call.this::<ScriptBlock>().block.clone();
    Ok(match &block.definition {
        Some((owner, extent)) => {
            Node::at(owner, *extent, |node| matches!(node, pwsh_syntax::ast::Ast::FunctionDefinition(_)))
        }
        None => Node::of_root(block.ast.clone()),
    })
}

fn check_restricted_language(call: &mut Call<'_>) -> Result<Value> {
    let mut names = |at: usize| -> Result<Option<Vec<String>>> {
        if call.args[at].is_null() {
            return Ok(None);
        }
        let items = call.cx.enumerate(&call.args[at])?.unwrap_or_default();
        items.iter().map(|item| Ok(call.cx.to_text(item)?.to_string())).collect::<Result<_>>().map(Some)
    };
    let language = pwsh_syntax::RestrictedLanguage {
        allowed_commands: names(0)?,
        allowed_variables: names(1)?.unwrap_or_default(),
        allow_environment_variables: call.bool(2),
    };
    let block = call.this::<ScriptBlock>().block.clone();
    let errors = language.check(&block.ast);
    if errors.is_empty() {
        return Ok(Value::Void);
    }
    let parsed = pwsh_syntax::ParsedScript { script_block: block.ast.clone(), errors };
    Err(crate::eval::parse_error(&parsed))
}

fn is_filter(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ScriptBlock>().block.is_filter.into())
}

fn file(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ScriptBlock>().block.source().file().map(|f| PsString::from(&**f)).into())
}

fn module(call: &mut Call<'_>) -> Result<Value> {
    let home = call.this::<ScriptBlock>().home;
    let rs = runspace(call.cx);
    let module = home.and_then(|home| rs.modules.of_scope(home)).cloned();
    Ok(module.map_or(Value::Null, ModuleObject::object))
}
