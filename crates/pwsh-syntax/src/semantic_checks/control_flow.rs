//! `break`, `continue` and `return`, and the order of `catch`.

use super::class_member::returns_nothing;
use super::type_identity::identity;
use super::*;

impl<'a> Checks<'a, '_> {
    pub(super) fn check_jump(&mut self, extent: Extent, label: Option<&Expression>) {
        // `None` is a label that is known only when the script runs
        let label = match label {
            None => Some(""),
            Some(Expression::StringConstant(text)) => Some(text.value.as_str()),
            Some(_) => None,
        };
        self.check_leaves_finally(extent, label);
        if let Some(label) = label.filter(|label| !label.is_empty()) {
            self.check_label_exists(extent, label);
        }
    }

    pub(super) fn check_return(&mut self, ast: &ReturnStatementAst) {
        self.check_leaves_finally(ast.extent, None);
        let Some(Ast::FunctionMember(member)) = self.member_scope() else { return };
        match (ast.pipeline.is_some(), returns_nothing(member)) {
            (true, true) => self.report(ast.extent, E::VoidMethodHasReturn, &[]),
            (false, false) => self.report(ast.extent, E::NonVoidMethodMissingReturnValue, &[]),
            _ => {}
        }
    }

    /// A jump may not leave a `finally`. What runs in a block or trap of its own leaves only that.
    fn check_leaves_finally(&mut self, extent: Extent, label: Option<&str>) {
        let mut inner: Option<Ast<'a>> = None;
        for &node in self.path.iter().rev().skip(1) {
            match node {
                Ast::NamedBlock(_) | Ast::Trap(_) | Ast::ScriptBlock(_) => return,
                Ast::Try(try_ast) => {
                    let in_finally = try_ast
                        .finally
                        .as_ref()
                        .zip(inner)
                        .is_some_and(|(finally, inner)| Ast::StatementBlock(finally).is_same(inner));
                    if in_finally {
                        self.report(extent, E::ControlLeavingFinally, &[]);
                        return;
                    }
                }
                _ => {
                    if label.is_some_and(|label| label_of(node, true).is_some_and(|own| matches(label, own)))
                    {
                        return;
                    }
                }
            }
            inner = Some(node);
        }
    }

    /// In a method a label has to be there.
    fn check_label_exists(&mut self, extent: Extent, label: &str) {
        for (index, &node) in self.path.iter().enumerate().rev().skip(1) {
            if matches!(node, Ast::FunctionDefinition(_)) {
                let is_method = index
                    .checked_sub(1)
                    .is_some_and(|outer| matches!(self.path[outer], Ast::FunctionMember(_)));
                if is_method {
                    self.report(extent, E::LabelNotFound, &[label]);
                }
                return;
            }
            if label_of(node, false).is_some_and(|own| matches(label, own)) {
                return;
            }
        }
    }

    /// A `catch` of everything is the last, and no type is caught twice.
    pub(super) fn check_catches(&mut self, ast: &TryStatementAst) {
        for (index, first) in ast.catch_clauses.iter().enumerate() {
            for second in &ast.catch_clauses[index + 1..] {
                if first.catch_types.is_empty() {
                    let before = Extent::empty_at(second.extent.start.saturating_sub(1));
                    self.report(before, E::EmptyCatchNotLast, &[]);
                    break;
                }
                for one in &first.catch_types {
                    for other in &second.catch_types {
                        if let Some(name) = caught_already(&one.type_name, &other.type_name) {
                            self.report(other.extent, E::ExceptionTypeAlreadyCaught, &[&name]);
                        }
                    }
                }
            }
        }
    }
}

/// The label of a loop (or `switch`); the empty string where it has none.
fn label_of<'a>(node: Ast<'a>, with_switch: bool) -> Option<&'a str> {
    let label = match node {
        Ast::For(ast) => &ast.label,
        Ast::ForEach(ast) => &ast.label,
        Ast::While(ast) => &ast.label,
        Ast::DoWhile(ast) => &ast.label,
        Ast::DoUntil(ast) => &ast.label,
        Ast::Switch(ast) if with_switch => &ast.label,
        _ => return None,
    };
    Some(label.as_deref().unwrap_or(""))
}

fn matches(label: &str, loop_label: &str) -> bool {
    label.is_empty() || label.eq_ignore_ascii_case(loop_label)
}

/// The full name of the second type, where the first catches it too.
fn caught_already(first: &TypeName, second: &TypeName) -> Option<String> {
    let first = identity(first);
    let second_identity = identity(second);
    let mut base = second_identity.as_str();
    while base != first {
        base = EXCEPTION_BASES.iter().find(|(name, _)| *name == base)?.1;
    }
    let known = EXCEPTION_NAMES.iter().find(|name| name.to_ascii_lowercase() == second_identity);
    known.map(|name| format!("System.{name}"))
}

/// Exceptions that scripts catch, each with the one it derives from.
const EXCEPTION_BASES: &[(&str, &str)] = &[
    ("systemexception", "exception"),
    ("applicationexception", "exception"),
    ("argumentexception", "systemexception"),
    ("argumentnullexception", "argumentexception"),
    ("argumentoutofrangeexception", "argumentexception"),
    ("arithmeticexception", "systemexception"),
    ("dividebyzeroexception", "arithmeticexception"),
    ("overflowexception", "arithmeticexception"),
    ("formatexception", "systemexception"),
    ("indexoutofrangeexception", "systemexception"),
    ("invalidcastexception", "systemexception"),
    ("invalidoperationexception", "systemexception"),
    ("notimplementedexception", "systemexception"),
    ("notsupportedexception", "systemexception"),
    ("nullreferenceexception", "systemexception"),
    ("outofmemoryexception", "systemexception"),
    ("timeoutexception", "systemexception"),
    ("unauthorizedaccessexception", "systemexception"),
    ("io.ioexception", "systemexception"),
    ("io.filenotfoundexception", "io.ioexception"),
    ("io.directorynotfoundexception", "io.ioexception"),
    ("management.automation.runtimeexception", "systemexception"),
    ("management.automation.itemnotfoundexception", "management.automation.sessionstateexception"),
    ("management.automation.sessionstateexception", "management.automation.runtimeexception"),
    ("management.automation.commandnotfoundexception", "management.automation.runtimeexception"),
    ("management.automation.parameterbindingexception", "management.automation.runtimeexception"),
    ("management.automation.methodinvocationexception", "management.automation.runtimeexception"),
];

/// The names of those exceptions, without `System.` before them.
const EXCEPTION_NAMES: &[&str] = &[
    "Exception",
    "SystemException",
    "ApplicationException",
    "ArgumentException",
    "ArgumentNullException",
    "ArgumentOutOfRangeException",
    "ArithmeticException",
    "DivideByZeroException",
    "OverflowException",
    "FormatException",
    "IndexOutOfRangeException",
    "InvalidCastException",
    "InvalidOperationException",
    "NotImplementedException",
    "NotSupportedException",
    "NullReferenceException",
    "OutOfMemoryException",
    "TimeoutException",
    "UnauthorizedAccessException",
    "IO.IOException",
    "IO.FileNotFoundException",
    "IO.DirectoryNotFoundException",
    "Management.Automation.RuntimeException",
    "Management.Automation.ItemNotFoundException",
    "Management.Automation.SessionStateException",
    "Management.Automation.CommandNotFoundException",
    "Management.Automation.ParameterBindingException",
    "Management.Automation.MethodInvocationException",
];
