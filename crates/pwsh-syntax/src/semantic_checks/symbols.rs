//! Types that a script defines, and properties of a class that its methods name like variables.

use std::collections::HashMap;

use super::constant::pure_expression;
use super::*;

/// The types that are there when a script is parsed. Without them, types in classes go unchecked.
pub trait KnownTypes {
    /// Whether there is a type of this name. An attribute's name may lack `Attribute`; a generic type is asked
    /// for by its plain name and the number of its arguments, and each argument by itself.
    fn has_type(&self, name: &SimpleTypeName, generic_arguments: usize, is_attribute: bool) -> bool;
}

/// Reports types defined twice in one scope, types in classes that are not there, and assignments in methods to
/// what is a property of the class.
pub(crate) fn resolve(script_block: &ScriptBlockAst, types: Option<&dyn KnownTypes>, errors: &mut ErrorList) {
    let root = Ast::ScriptBlock(script_block);
    let mut symbols = Symbols { errors, known: types, scopes: Vec::new() };
    symbols.open(root, Scope::default());
    walk(root, &mut symbols);
}

#[derive(Default)]
struct Scope<'a> {
    /// The properties of a class, by their names in lower case.
    properties: HashMap<String, &'a PropertyMemberAst>,
    /// The types defined in the scope, by their names in lower case.
    types: HashSet<String>,
    class: Option<&'a TypeDefinitionAst>,
    is_method: bool,
}

struct Symbols<'a, 'c> {
    errors: &'c mut ErrorList,
    known: Option<&'c dyn KnownTypes>,
    scopes: Vec<Scope<'a>>,
}

impl<'a> Symbols<'a, '_> {
    fn open(&mut self, node: Ast<'a>, mut scope: Scope<'a>) {
        let mut types = TypesOfScope { root: node, names: HashSet::new(), duplicates: Vec::new() };
        walk(node, &mut types);
        for ast in types.duplicates {
            self.errors.add(ast.extent, E::MemberAlreadyDefined, &[&ast.name], false);
        }
        scope.types = types.names;
        self.scopes.push(scope);
    }

    fn check_type(&mut self, name: &TypeName, is_attribute: bool) {
        if self.known.is_none() || !self.scopes.iter().any(|scope| scope.class.is_some()) {
            return;
        }
        let mut names = vec![name];
        while let Some(name) = names.pop() {
            match name {
                TypeName::Simple(name) => self.check_simple_type(name, 0, is_attribute),
                TypeName::Array(array) => names.push(&array.element_type),
                TypeName::Generic(generic) => {
                    self.check_simple_type(&generic.generic_type, generic.generic_arguments.len(), false);
                    names.extend(generic.generic_arguments.iter().rev());
                }
            }
        }
    }

    fn check_simple_type(&mut self, name: &SimpleTypeName, generic_arguments: usize, is_attribute: bool) {
        let lower = name.name.to_lowercase();
        let is_defined = generic_arguments == 0
            && name.assembly.is_none()
            && self.scopes.iter().any(|scope| scope.types.contains(&lower));
        let is_known = is_defined
            || self.known.is_none_or(|known| known.has_type(name, generic_arguments, is_attribute));
        if !is_known && lower != "ordered" {
            let id = if is_attribute { E::CustomAttributeTypeNotFound } else { E::TypeNotFound };
            self.errors.add(name.extent, id, &[&name.name], false);
        }
    }

    fn check_assignment(&mut self, ast: &'a AssignmentStatementAst) {
        if !self.scopes.last().is_some_and(|scope| scope.is_method) {
            return;
        }
        for target in assignment_targets(&ast.left) {
            let mut target = target;
            while let Expression::Convert(convert) = target {
                target = &convert.child;
            }
            let Expression::Variable(variable) = target else { continue };
            let path = &variable.variable_path;
            let name = path.user_path().to_lowercase();
            let property = self.scopes.iter().rev().find_map(|scope| scope.properties.get(&name));
            let Some(property) = property.filter(|_| path.is_variable()) else { continue };
            let class = self.scopes.iter().rev().find_map(|scope| scope.class);
            if property.flags.is_static {
                let prefix = format!("[{}]::", class.map_or("", |class| &class.name));
                let id = E::MissingTypeInStaticPropertyAssignment;
                self.errors.add(variable.extent, id, &[&prefix, &property.name], false);
            } else {
                self.errors.add(variable.extent, E::MissingThis, &["$this.", &property.name], false);
            }
        }
    }
}

impl<'a> Visitor<'a> for Symbols<'a, '_> {
    fn enter(&mut self, node: Ast<'a>) -> bool {
        match node {
            Ast::TypeDefinition(ast) => {
                let mut properties = HashMap::new();
                for member in &ast.members {
                    if let Member::Property(property) = member {
                        properties.entry(property.name.to_lowercase()).or_insert(property);
                    }
                }
                // types are added for the scope around, not again for the class
                self.scopes.push(Scope { properties, class: Some(ast), ..Scope::default() });
            }
            Ast::ScriptBlockExpression(ast) => {
                self.open(Ast::ScriptBlock(&ast.script_block), Scope::default())
            }
            Ast::FunctionMember(ast) => {
                let scope = Scope { is_method: true, ..Scope::default() };
                self.open(Ast::ScriptBlock(&ast.function.body), scope);
            }
            Ast::FunctionDefinition(ast) => {
                if self.is_method_body(ast) {
                    return true;
                }
                self.open(Ast::ScriptBlock(&ast.body), Scope::default());
            }
            Ast::Assignment(ast) => self.check_assignment(ast),
            Ast::Type(ast) => self.check_type(&ast.type_name, false),
            Ast::TypeConstraint(ast) => self.check_type(&ast.type_name, false),
            Ast::Attribute(ast) => self.check_type(&ast.type_name, true),
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: Ast<'a>) {
        let closes = match node {
            Ast::TypeDefinition(_) | Ast::ScriptBlockExpression(_) | Ast::FunctionMember(_) => true,
            Ast::FunctionDefinition(ast) => !self.is_method_body(ast),
            _ => false,
        };
        if closes {
            self.scopes.pop();
        }
    }
}

impl Symbols<'_, '_> {
    /// Whether the function is that of the member whose scope is open.
    fn is_method_body(&self, ast: &FunctionDefinitionAst) -> bool {
        self.scopes.iter().rev().find_map(|scope| scope.class).is_some_and(|class| {
            class.members.iter().any(
                |member| matches!(member, Member::Function(function) if std::ptr::eq(&function.function, ast)),
            )
        })
    }
}

/// The types defined in a block, but not in blocks inside it.
struct TypesOfScope<'a> {
    root: Ast<'a>,
    names: HashSet<String>,
    duplicates: Vec<&'a TypeDefinitionAst>,
}

impl<'a> Visitor<'a> for TypesOfScope<'a> {
    fn enter(&mut self, node: Ast<'a>) -> bool {
        match node {
            Ast::TypeDefinition(ast) => {
                if !self.names.insert(ast.name.to_lowercase()) {
                    self.duplicates.push(ast);
                }
                false
            }
            Ast::ScriptBlock(_) => node.is_same(self.root),
            _ => true,
        }
    }
}

fn assignment_targets(left: &Expression) -> Vec<&Expression> {
    let mut found = Vec::new();
    let mut open = vec![left];
    while let Some(target) = open.pop() {
        match target {
            Expression::ArrayLiteral(array) => open.extend(array.elements.iter().rev()),
            Expression::Paren(paren) => open.extend(pure_expression(&paren.pipeline)),
            other => found.push(other),
        }
    }
    found
}
