//! The flow through a method: which variables are read where no assignment is sure to have come before, and
//! whether the end can be reached without a `return`.

use std::collections::{HashMap, HashSet};

use super::constant::{is_constant_variable, pure_expression};
use super::type_identity::identity;
use super::{Visitor, walk};
use crate::Extent;
use crate::ast::*;

/// What the flow through a method shows.
pub(super) struct MethodFlow {
    /// The variables that are errors where they stand.
    pub not_local: HashSet<Extent>,
    /// Whether the end of the body can be reached.
    pub end_is_reachable: bool,
}

/// Variables of the engine that methods see without assigning them.
const AUTOMATIC: &[&str] = &[
    "_",
    "psitem",
    "args",
    "this",
    "input",
    "pscmdlet",
    "psboundparameters",
    "myinvocation",
    "psscriptroot",
    "pscommandpath",
    "?",
];

/// Variables of the session that methods may read.
const ACCESSIBLE: &[&str] = &[
    "lastexitcode",
    "error",
    "stacktrace",
    "outputencoding",
    "nestedpromptlevel",
    "pwd",
    "matches",
    "psapplicationoutputencoding",
];

/// Variables that every scope shares: an assignment makes no local of them.
const ALL_SCOPE: &[&str] = &[
    "?",
    "executioncontext",
    "false",
    "home",
    "host",
    "pid",
    "psculture",
    "pshome",
    "psuiculture",
    "psversiontable",
    "psedition",
    "shellid",
    "true",
    "enabledexperimentalfeatures",
];

/// Commands that touch variables by name, so that none is kept as a local.
const PESSIMIZING_COMMANDS: &[&str] =
    &["new-variable", "remove-variable", "set-variable", "set-psbreakpoint", "nv", "rv", "sbp", "sv", "set"];

/// Which variables are assigned for sure; `None` where the code cannot be reached.
type State = Option<HashSet<String>>;

pub(super) fn analyze(member: &FunctionMemberAst) -> MethodFlow {
    let body = &member.function.body;
    let mut flow = Flow {
        loops: Vec::new(),
        reads: Vec::new(),
        assigned_somewhere: HashSet::new(),
        dynamic: HashMap::new(),
        state: Some(HashSet::new()),
    };
    for parameter in member.function.parameters.as_deref().into_iter().flatten() {
        flow.assign(parameter.name.variable_path.name().to_lowercase());
    }
    let mut pessimizing = Pessimizing { found: false, body };
    walk(Ast::ScriptBlock(body), &mut pessimizing);
    let blocks = [&body.dynamic_param_block, &body.begin_block, &body.process_block, &body.end_block];
    for block in blocks.into_iter().flatten().chain(&body.clean_block) {
        flow.statements(&block.statements);
    }
    let end_is_reachable = flow.state.is_some();
    let not_local = flow.not_local(pessimizing.found);
    MethodFlow { not_local, end_is_reachable }
}

/// Where a loop's jumps go, with what is assigned at them.
struct Loop {
    label: String,
    at_break: Option<State>,
    at_continue: Option<State>,
}

struct Flow {
    loops: Vec<Loop>,
    /// Each read of a variable: its place, its name, whether it is assigned there.
    reads: Vec<(Extent, String, bool)>,
    assigned_somewhere: HashSet<String>,
    /// The types each variable is assigned with; more than one makes it no local.
    dynamic: HashMap<String, HashSet<String>>,
    state: State,
}

impl Flow {
    fn not_local(&self, pessimizing: bool) -> HashSet<Extent> {
        let is_error = |(_, name, assigned): &&(Extent, String, bool)| {
            let is_dynamic = pessimizing
                || ALL_SCOPE.contains(&name.as_str())
                || self.dynamic.get(name).is_some_and(|types| types.len() > 1);
            !(*assigned || is_dynamic && self.assigned_somewhere.contains(name))
        };
        self.reads.iter().filter(is_error).map(|read| read.0).collect()
    }

    fn assign(&mut self, name: String) {
        if let Some(state) = &mut self.state {
            state.insert(name);
        }
    }

    fn statements(&mut self, statements: &[Statement]) {
        statements.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Assignment(ast) => self.assignment(ast),
            Statement::If(ast) => self.if_statement(ast),
            Statement::Switch(ast) => self.switch_statement(ast),
            Statement::For(ast) => {
                self.optional(&ast.initializer);
                // the first turn comes before the iterator, which assigns nothing for sure
                let body = |flow: &mut Self| flow.statements(&ast.body.statements);
                let iterator = |flow: &mut Self| flow.optional(&ast.iterator);
                let condition = |flow: &mut Self| flow.optional(&ast.condition);
                let entry = self.state.clone();
                iterator(self);
                self.state = entry;
                self.while_loop(&ast.label, ast.condition.is_some(), condition, body);
            }
            Statement::ForEach(ast) => {
                // the variable counts as assigned with the condition, even where there is nothing to enumerate
                let name = ast.variable.variable_path.name().to_lowercase();
                let condition = |flow: &mut Self| {
                    flow.statement(&ast.condition);
                    flow.assigned_somewhere.insert(name.clone());
                    flow.assign(name);
                    flow.assign("foreach".to_owned());
                };
                let body = |flow: &mut Self| flow.statements(&ast.body.statements);
                self.while_loop(&ast.label, true, condition, body);
            }
            Statement::While(ast) => {
                let condition = |flow: &mut Self| flow.statement(&ast.condition);
                let body = |flow: &mut Self| flow.statements(&ast.body.statements);
                self.while_loop(&ast.label, true, condition, body);
            }
            Statement::DoWhile(ast) => self.do_loop(&ast.label, &ast.body, &ast.condition),
            Statement::DoUntil(ast) => self.do_loop(&ast.label, &ast.body, &ast.condition),
            Statement::Try(ast) => self.try_statement(ast),
            Statement::Data(ast) => {
                self.statements(&ast.body.statements);
                if let Some(name) = &ast.variable {
                    self.assigned_somewhere.insert(name.to_lowercase());
                    self.assign(name.to_lowercase());
                }
            }
            Statement::Throw(ast) => self.leave(&ast.pipeline),
            Statement::Return(ast) => self.leave(&ast.pipeline),
            Statement::Exit(ast) => self.leave(&ast.pipeline),
            Statement::Break(ast) => self.jump(ast.label.as_ref(), |target| &mut target.at_break),
            Statement::Continue(ast) => self.jump(ast.label.as_ref(), |target| &mut target.at_continue),
            Statement::PipelineChain(ast) => {
                self.statement(&ast.lhs_pipeline_chain);
                let left = self.state.clone();
                self.pipeline(&ast.rhs_pipeline);
                self.state = join(left, self.state.take());
            }
            Statement::Pipeline(ast) => self.pipeline(ast),
            Statement::CommandExpression(ast) => self.reads_of(Ast::CommandExpression(ast)),
            // these have scopes of their own
            Statement::FunctionDefinition(_) | Statement::TypeDefinition(_) | Statement::Trap(_) => {}
            Statement::Using(_) | Statement::Error(_) => {}
        }
    }

    fn optional(&mut self, statement: &Option<Statement>) {
        if let Some(statement) = statement {
            self.statement(statement);
        }
    }

    fn pipeline(&mut self, ast: &PipelineAst) {
        ast.pipeline_elements.iter().for_each(|element| self.reads_of(element.into()));
    }

    /// Reads in the order of the walk, and the statements of subexpressions in theirs.
    fn reads_of(&mut self, node: Ast<'_>) {
        match node {
            Ast::Variable(variable) => self.read(variable),
            Ast::Sub(ast) => self.statements(&ast.sub_expression.statements),
            Ast::Array(ast) => self.statements(&ast.sub_expression.statements),
            Ast::Paren(ast) => self.statement(&ast.pipeline),
            Ast::Hashtable(ast) => {
                for (key, value) in &ast.key_value_pairs {
                    self.reads_of(key.into());
                    self.statement(value);
                }
            }
            Ast::Binary(ast) if matches!(ast.operator, BinaryOperator::And | BinaryOperator::Or) => {
                self.reads_of((&ast.left).into());
                let left = self.state.clone();
                self.reads_of((&ast.right).into());
                self.state = join(left, self.state.take());
            }
            Ast::Ternary(ast) => {
                self.reads_of((&ast.condition).into());
                let condition = self.state.clone();
                self.reads_of((&ast.if_true).into());
                let if_true = std::mem::replace(&mut self.state, condition);
                self.reads_of((&ast.if_false).into());
                self.state = join(if_true, self.state.take());
            }
            // these have scopes of their own, or are replaced by values
            Ast::ScriptBlockExpression(_) | Ast::UsingExpression(_) | Ast::FunctionDefinition(_) => {}
            other => other.for_each_child(&mut |child| self.reads_of(child)),
        }
    }

    fn read(&mut self, variable: &VariableExpressionAst) {
        let path = &variable.variable_path;
        let may_be_error = matches!(
            path.scope(),
            VariableScope::Unscoped | VariableScope::Local | VariableScope::Private | VariableScope::Variable
        );
        let name = path.name().to_lowercase();
        if !may_be_error
            || is_constant_variable(variable)
            || AUTOMATIC.contains(&name.as_str())
            || ACCESSIBLE.contains(&path.user_path().to_lowercase().as_str())
        {
            return;
        }
        // code that cannot be reached is not looked at
        if let Some(state) = &self.state {
            let is_assigned = state.contains(&name);
            self.reads.push((variable.extent, name, is_assigned));
        }
    }

    fn assignment(&mut self, ast: &AssignmentStatementAst) {
        self.statement(&ast.right);
        let mut targets = vec![&ast.left];
        while let Some(target) = targets.pop() {
            match target {
                Expression::ArrayLiteral(array) => targets.extend(array.elements.iter().rev()),
                Expression::Paren(paren) if pure_expression(&paren.pipeline).is_some() => {
                    targets.extend(pure_expression(&paren.pipeline));
                }
                _ => self.assign_target(target),
            }
        }
    }

    fn assign_target(&mut self, target: &Expression) {
        let mut inner = target;
        let mut converts = 0;
        let mut has_attributes = false;
        let mut type_name = "object".to_owned();
        loop {
            inner = match inner {
                Expression::Convert(convert) => {
                    type_name = identity(&convert.type_constraint.type_name);
                    converts += 1;
                    &convert.child
                }
                Expression::Attributed(attributed) => {
                    has_attributes = true;
                    converts += 1;
                    &attributed.child
                }
                _ => break,
            };
        }
        let Expression::Variable(variable) = inner else {
            self.reads_of(target.into());
            return;
        };
        if !variable.variable_path.is_variable() || has_attributes || converts > 1 {
            return;
        }
        let name = variable.variable_path.name().to_lowercase();
        let assigned_here = self.state.as_ref().is_some_and(|state| state.contains(&name));
        // an assignment without a type keeps the one before, if there is one for sure
        if converts > 0 || !assigned_here {
            self.dynamic.entry(name.clone()).or_default().insert(type_name);
        }
        self.assigned_somewhere.insert(name.clone());
        self.assign(name);
    }

    fn if_statement(&mut self, ast: &IfStatementAst) {
        let mut after = None;
        for (condition, body) in &ast.clauses {
            self.statement(condition);
            let next = self.state.clone();
            self.statements(&body.statements);
            after = join(after, std::mem::replace(&mut self.state, next));
        }
        if let Some(body) = &ast.else_clause {
            self.statements(&body.statements);
        }
        self.state = join(after, self.state.take());
    }

    fn switch_statement(&mut self, ast: &SwitchStatementAst) {
        let condition = |flow: &mut Self| {
            flow.statement(&ast.condition);
            flow.assign("switch".to_owned());
        };
        let body = |flow: &mut Self| {
            for (condition, body) in &ast.clauses {
                flow.reads_of(condition.into());
                let next = flow.state.clone();
                flow.statements(&body.statements);
                flow.state = join(next, flow.state.take());
            }
            if let Some(default) = &ast.default {
                let over = flow.state.clone();
                flow.statements(&default.statements);
                flow.state = join(over, flow.state.take());
            }
        };
        self.while_loop(&ast.label, true, condition, body);
    }

    /// A loop tested first. What its body assigns is not sure at the next turn, since that may be the first.
    fn while_loop(
        &mut self,
        label: &Option<Box<str>>,
        may_end: bool,
        condition: impl FnOnce(&mut Self),
        body: impl FnOnce(&mut Self),
    ) {
        condition(self);
        let at_end = may_end.then(|| self.state.clone()).flatten();
        self.loops.push(Loop::new(label));
        body(self);
        let target = self.loops.pop();
        self.state = join(at_end, target.and_then(|target| target.at_break).flatten());
    }

    fn do_loop(&mut self, label: &Option<Box<str>>, body: &StatementBlockAst, condition: &Statement) {
        self.loops.push(Loop::new(label));
        self.statements(&body.statements);
        let target = self.loops.pop();
        let (at_break, at_continue) =
            target.map_or((None, None), |target| (target.at_break.flatten(), target.at_continue.flatten()));
        self.state = join(self.state.take(), at_continue);
        self.statement(condition);
        self.state = join(self.state.take(), at_break);
    }

    fn try_statement(&mut self, ast: &TryStatementAst) {
        let before = self.state.clone();
        self.statements(&ast.body.statements);
        let mut after = self.state.take();
        let mut catches_all = false;
        for clause in &ast.catch_clauses {
            catches_all |= clause.catch_types.is_empty();
            // any statement of the body may have thrown, even the first
            self.state = before.clone();
            self.statements(&clause.body.statements);
            after = join(after, self.state.take());
        }
        let is_reachable = after.is_some();
        self.state = after;
        if let Some(finally) = &ast.finally {
            if !catches_all {
                self.state = join(self.state.take(), before);
            }
            self.statements(&finally.statements);
        }
        if !is_reachable {
            // what reaches only the `finally` is thrown on after it
            self.state = None;
        }
    }

    fn leave(&mut self, pipeline: &Option<Statement>) {
        self.optional(pipeline);
        self.state = None;
    }

    fn jump(&mut self, label: Option<&Expression>, field: fn(&mut Loop) -> &mut Option<State>) {
        if let Some(label) = label {
            self.reads_of(label.into());
        }
        let state = self.state.take();
        let target = match label {
            None => self.loops.last_mut(),
            Some(Expression::StringConstant(text)) => {
                self.loops.iter_mut().rev().find(|target| target.label.eq_ignore_ascii_case(&text.value))
            }
            Some(_) => None,
        };
        if let Some(target) = target {
            let place = field(target);
            *place = Some(match place.take() {
                Some(known) => join(known, state),
                None => state,
            });
        }
    }
}

impl Loop {
    fn new(label: &Option<Box<str>>) -> Self {
        Self { label: label.as_deref().unwrap_or("").to_owned(), at_break: None, at_continue: None }
    }
}

/// What is sure where two ways meet.
fn join(first: State, second: State) -> State {
    match (first, second) {
        (None, state) | (state, None) => state,
        (Some(first), Some(second)) => Some(first.intersection(&second).cloned().collect()),
    }
}

/// Looks for commands that touch variables by name.
struct Pessimizing<'a> {
    found: bool,
    body: &'a ScriptBlockAst,
}

impl<'a> Visitor<'a> for Pessimizing<'a> {
    fn enter(&mut self, node: Ast<'a>) -> bool {
        match node {
            Ast::Command(command) => {
                let name = command.command_name().unwrap_or("").to_lowercase();
                let name = name.strip_prefix("microsoft.powershell.utility\\").unwrap_or(&name);
                self.found |= command.invocation_operator == InvocationOperator::Dot
                    || PESSIMIZING_COMMANDS.contains(&name);
                true
            }
            Ast::Variable(variable) => {
                self.found |= variable.variable_path.scope() == VariableScope::Private;
                false
            }
            Ast::ScriptBlock(block) => std::ptr::eq(block, self.body),
            Ast::FunctionDefinition(_) | Ast::Trap(_) => false,
            _ => true,
        }
    }
}
