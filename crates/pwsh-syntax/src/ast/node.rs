//! Any node by reference, with its children: what `Ast.Find`, the checks after parsing and dumps walk over.

use super::*;
use crate::Extent;

macro_rules! nodes {
    (
        others { $($other:ident($other_type:ty),)* }
        statements { $($statement:ident($statement_type:ty),)* }
        expressions { $($expression:ident($expression_type:ty),)* }
    ) => {
        /// A node of any kind (`Ast`).
        #[derive(Clone, Copy, Debug)]
        #[expect(missing_docs, reason = "each variant is named after the type it refers to, which is documented")]
        pub enum Ast<'a> {
            $($other(&'a $other_type),)*
            $($statement(&'a $statement_type),)*
            $($expression(&'a $expression_type),)*
        }

        impl<'a> Ast<'a> {
            /// Where the node stands.
            pub fn extent(self) -> Extent {
                match self {
                    $(Self::$other(ast) => ast.extent,)*
                    $(Self::$statement(ast) => ast.extent,)*
                    $(Self::$expression(ast) => ast.extent,)*
                }
            }

            /// The name of the node's class: `BinaryExpressionAst`.
            pub fn class_name(self) -> &'static str {
                match self {
                    $(Self::$other(_) => stringify!($other_type),)*
                    $(Self::$statement(_) => stringify!($statement_type),)*
                    $(Self::$expression(_) => stringify!($expression_type),)*
                }
            }

            /// Whether both refer to the same node.
            pub fn is_same(self, other: Ast<'_>) -> bool {
                self.address() == other.address()
            }

            fn address(self) -> (*const (), &'static str) {
                let address = match self {
                    $(Self::$other(ast) => std::ptr::from_ref(ast).cast(),)*
                    $(Self::$statement(ast) => std::ptr::from_ref(ast).cast(),)*
                    $(Self::$expression(ast) => std::ptr::from_ref(ast).cast(),)*
                };
                // a node and its first field may share an address
                (address, self.class_name())
            }
        }

        impl<'a> From<&'a Statement> for Ast<'a> {
            fn from(statement: &'a Statement) -> Self {
                match statement {
                    $(Statement::$statement(ast) => Self::$statement(ast),)*
                    Statement::CommandExpression(ast) => Self::CommandExpression(ast),
                    Statement::Error(ast) => Self::ErrorStatement(ast),
                }
            }
        }

        impl<'a> From<&'a Expression> for Ast<'a> {
            fn from(expression: &'a Expression) -> Self {
                match expression {
                    $(Expression::$expression(ast) => Self::$expression(ast),)*
                    Expression::ScriptBlock(ast) => Self::ScriptBlockExpression(ast),
                    Expression::Using(ast) => Self::UsingExpression(ast),
                    Expression::Error(ast) => Self::ErrorExpression(ast),
                }
            }
        }
    };
}

nodes! {
    others {
        ScriptBlock(ScriptBlockAst),
        ParamBlock(ParamBlockAst),
        NamedBlock(NamedBlockAst),
        Parameter(ParameterAst),
        Attribute(AttributeAst),
        NamedAttributeArgument(NamedAttributeArgumentAst),
        TypeConstraint(TypeConstraintAst),
        StatementBlock(StatementBlockAst),
        CatchClause(CatchClauseAst),
        Command(CommandAst),
        CommandExpression(CommandExpressionAst),
        CommandParameter(CommandParameterAst),
        MergingRedirection(MergingRedirectionAst),
        FileRedirection(FileRedirectionAst),
        PropertyMember(PropertyMemberAst),
        FunctionMember(FunctionMemberAst),
        ErrorStatement(ErrorStatementAst),
        ErrorExpression(ErrorExpressionAst),
        ScriptBlockExpression(ScriptBlockExpressionAst),
        UsingExpression(UsingExpressionAst),
    }
    statements {
        Pipeline(PipelineAst),
        PipelineChain(PipelineChainAst),
        Assignment(AssignmentStatementAst),
        If(IfStatementAst),
        Switch(SwitchStatementAst),
        For(ForStatementAst),
        ForEach(ForEachStatementAst),
        While(WhileStatementAst),
        DoWhile(DoWhileStatementAst),
        DoUntil(DoUntilStatementAst),
        Try(TryStatementAst),
        Trap(TrapStatementAst),
        Throw(ThrowStatementAst),
        Return(ReturnStatementAst),
        Exit(ExitStatementAst),
        Break(BreakStatementAst),
        Continue(ContinueStatementAst),
        Data(DataStatementAst),
        FunctionDefinition(FunctionDefinitionAst),
        TypeDefinition(TypeDefinitionAst),
        Using(UsingStatementAst),
    }
    expressions {
        Binary(BinaryExpressionAst),
        Unary(UnaryExpressionAst),
        Ternary(TernaryExpressionAst),
        Convert(ConvertExpressionAst),
        Attributed(AttributedExpressionAst),
        Type(TypeExpressionAst),
        Constant(ConstantExpressionAst),
        StringConstant(StringConstantExpressionAst),
        ExpandableString(ExpandableStringExpressionAst),
        Variable(VariableExpressionAst),
        Member(MemberExpressionAst),
        InvokeMember(InvokeMemberExpressionAst),
        BaseCtorInvokeMember(BaseCtorInvokeMemberExpressionAst),
        Index(IndexExpressionAst),
        Sub(SubExpressionAst),
        Paren(ParenExpressionAst),
        Array(ArrayExpressionAst),
        ArrayLiteral(ArrayLiteralAst),
        Hashtable(HashtableAst),
    }
}

impl<'a> Ast<'a> {
    /// Calls `visit` for each child, in PowerShell's order.
    pub fn for_each_child(self, visit: &mut dyn FnMut(Ast<'a>)) {
        match self {
            Self::ScriptBlock(ast) => {
                ast.using_statements.iter().for_each(|using| visit(Ast::Using(using)));
                ast.param_block.iter().for_each(|block| visit(Ast::ParamBlock(block)));
                let blocks = [
                    &ast.dynamic_param_block,
                    &ast.begin_block,
                    &ast.process_block,
                    &ast.end_block,
                    &ast.clean_block,
                ];
                blocks.into_iter().flatten().for_each(|block| visit(Ast::NamedBlock(block)));
            }
            Self::ParamBlock(ast) => {
                ast.attributes.iter().for_each(|attribute| visit(Ast::Attribute(attribute)));
                ast.parameters.iter().for_each(|parameter| visit(Ast::Parameter(parameter)));
            }
            Self::NamedBlock(ast) => visit_statements(&ast.traps, &ast.statements, visit),
            Self::StatementBlock(ast) => visit_statements(&ast.traps, &ast.statements, visit),
            Self::Parameter(ast) => {
                ast.attributes.iter().for_each(|attribute| visit(attribute.into()));
                visit(Ast::Variable(&ast.name));
                visit_option(&ast.default_value, visit);
            }
            Self::Attribute(ast) => {
                visit_all(&ast.positional_arguments, visit);
                ast.named_arguments.iter().for_each(|argument| visit(Ast::NamedAttributeArgument(argument)));
            }
            Self::NamedAttributeArgument(ast) => visit((&ast.argument).into()),
            Self::CatchClause(ast) => {
                ast.catch_types.iter().for_each(|constraint| visit(Ast::TypeConstraint(constraint)));
                visit(Ast::StatementBlock(&ast.body));
            }
            Self::PropertyMember(ast) => {
                ast.property_type.iter().for_each(|constraint| visit(Ast::TypeConstraint(constraint)));
                ast.attributes.iter().for_each(|attribute| visit(Ast::Attribute(attribute)));
                visit_option(&ast.initial_value, visit);
            }
            Self::FunctionMember(ast) => {
                ast.attributes.iter().for_each(|attribute| visit(Ast::Attribute(attribute)));
                ast.return_type.iter().for_each(|constraint| visit(Ast::TypeConstraint(constraint)));
                visit(Ast::FunctionDefinition(&ast.function));
            }
            Self::ErrorStatement(ast) => {
                visit_all(&ast.nested, visit);
                visit_all(&ast.conditions, visit);
                ast.bodies.iter().for_each(|body| visit(Ast::StatementBlock(body)));
            }
            Self::ErrorExpression(ast) => visit_all(&ast.nested, visit),
            Self::TypeConstraint(_)
            | Self::MergingRedirection(_)
            | Self::Type(_)
            | Self::Constant(_)
            | Self::StringConstant(_)
            | Self::Variable(_) => {}
            other => other.for_each_child_of_code(visit),
        }
    }

    /// The children of commands, statements and expressions.
    fn for_each_child_of_code(self, visit: &mut dyn FnMut(Ast<'a>)) {
        match self {
            Self::Command(ast) => {
                ast.command_elements.iter().for_each(|element| visit(element.into()));
                ast.redirections.iter().for_each(|redirection| visit(redirection.into()));
            }
            Self::CommandExpression(ast) => {
                visit((&ast.expression).into());
                ast.redirections.iter().for_each(|redirection| visit(redirection.into()));
            }
            Self::CommandParameter(ast) => visit_option(&ast.argument, visit),
            Self::FileRedirection(ast) => visit((&ast.location).into()),
            Self::Pipeline(ast) => ast.pipeline_elements.iter().for_each(|element| visit(element.into())),
            Self::PipelineChain(ast) => {
                visit((&ast.lhs_pipeline_chain).into());
                visit(Ast::Pipeline(&ast.rhs_pipeline));
            }
            Self::Assignment(ast) => {
                visit((&ast.left).into());
                visit((&ast.right).into());
            }
            Self::If(ast) => {
                for (condition, body) in &ast.clauses {
                    visit(condition.into());
                    visit(Ast::StatementBlock(body));
                }
                ast.else_clause.iter().for_each(|body| visit(Ast::StatementBlock(body)));
            }
            Self::Switch(ast) => {
                visit((&ast.condition).into());
                for (condition, body) in &ast.clauses {
                    visit(condition.into());
                    visit(Ast::StatementBlock(body));
                }
                ast.default.iter().for_each(|body| visit(Ast::StatementBlock(body)));
            }
            Self::For(ast) => {
                visit_option(&ast.initializer, visit);
                visit_option(&ast.condition, visit);
                visit_option(&ast.iterator, visit);
                visit(Ast::StatementBlock(&ast.body));
            }
            Self::ForEach(ast) => {
                visit(Ast::Variable(&ast.variable));
                visit((&ast.condition).into());
                visit(Ast::StatementBlock(&ast.body));
            }
            Self::While(ast) => visit_loop(&ast.condition, &ast.body, visit),
            Self::DoWhile(ast) => visit_loop(&ast.condition, &ast.body, visit),
            Self::DoUntil(ast) => visit_loop(&ast.condition, &ast.body, visit),
            Self::Try(ast) => {
                visit(Ast::StatementBlock(&ast.body));
                ast.catch_clauses.iter().for_each(|clause| visit(Ast::CatchClause(clause)));
                ast.finally.iter().for_each(|body| visit(Ast::StatementBlock(body)));
            }
            Self::Trap(ast) => {
                ast.trap_type.iter().for_each(|constraint| visit(Ast::TypeConstraint(constraint)));
                visit(Ast::StatementBlock(&ast.body));
            }
            Self::Throw(ast) => visit_option(&ast.pipeline, visit),
            Self::Return(ast) => visit_option(&ast.pipeline, visit),
            Self::Exit(ast) => visit_option(&ast.pipeline, visit),
            Self::Break(ast) => visit_option(&ast.label, visit),
            Self::Continue(ast) => visit_option(&ast.label, visit),
            Self::Data(ast) => visit(Ast::StatementBlock(&ast.body)),
            Self::FunctionDefinition(ast) => {
                ast.parameters
                    .as_deref()
                    .into_iter()
                    .flatten()
                    .for_each(|parameter| visit(Ast::Parameter(parameter)));
                visit(Ast::ScriptBlock(&ast.body));
            }
            Self::TypeDefinition(ast) => {
                ast.attributes.iter().for_each(|attribute| visit(Ast::Attribute(attribute)));
                ast.base_types.iter().for_each(|base| visit(Ast::TypeConstraint(base)));
                ast.members.iter().for_each(|member| visit(member.into()));
            }
            Self::Using(ast) => {
                ast.name.iter().for_each(|name| visit(Ast::StringConstant(name)));
                ast.module_specification.iter().for_each(|table| visit(Ast::Hashtable(table)));
                ast.alias.iter().for_each(|alias| visit(Ast::StringConstant(alias)));
            }
            other => other.for_each_child_of_expression(visit),
        }
    }

    fn for_each_child_of_expression(self, visit: &mut dyn FnMut(Ast<'a>)) {
        match self {
            Self::Binary(ast) => {
                visit((&ast.left).into());
                visit((&ast.right).into());
            }
            Self::Unary(ast) => visit((&ast.child).into()),
            Self::Ternary(ast) => {
                visit((&ast.condition).into());
                visit((&ast.if_true).into());
                visit((&ast.if_false).into());
            }
            Self::Convert(ast) => {
                visit(Ast::TypeConstraint(&ast.type_constraint));
                visit((&ast.child).into());
            }
            Self::Attributed(ast) => {
                visit(Ast::Attribute(&ast.attribute));
                visit((&ast.child).into());
            }
            Self::ExpandableString(ast) => ast.nested_expressions().for_each(|nested| visit(nested.into())),
            Self::Member(ast) => {
                visit((&ast.expression).into());
                visit((&ast.member).into());
            }
            Self::InvokeMember(ast) => {
                visit((&ast.expression).into());
                visit((&ast.member).into());
                visit_all(&ast.arguments, visit);
            }
            Self::BaseCtorInvokeMember(ast) => visit_all(&ast.arguments, visit),
            Self::Index(ast) => {
                visit((&ast.target).into());
                visit((&ast.index).into());
            }
            Self::Sub(ast) => visit(Ast::StatementBlock(&ast.sub_expression)),
            Self::Array(ast) => visit(Ast::StatementBlock(&ast.sub_expression)),
            Self::Paren(ast) => visit((&ast.pipeline).into()),
            Self::ArrayLiteral(ast) => visit_all(&ast.elements, visit),
            Self::Hashtable(ast) => {
                for (key, value) in &ast.key_value_pairs {
                    visit(key.into());
                    visit(value.into());
                }
            }
            Self::ScriptBlockExpression(ast) => visit(Ast::ScriptBlock(&ast.script_block)),
            Self::UsingExpression(ast) => visit((&ast.sub_expression).into()),
            _ => {}
        }
    }
}

fn visit_statements<'a>(
    traps: &'a [TrapStatementAst],
    statements: &'a [Statement],
    visit: &mut dyn FnMut(Ast<'a>),
) {
    traps.iter().for_each(|trap| visit(Ast::Trap(trap)));
    visit_all(statements, visit);
}

fn visit_loop<'a>(condition: &'a Statement, body: &'a StatementBlockAst, visit: &mut dyn FnMut(Ast<'a>)) {
    visit(condition.into());
    visit(Ast::StatementBlock(body));
}

fn visit_all<'a, T>(asts: &'a [T], visit: &mut dyn FnMut(Ast<'a>))
where
    Ast<'a>: From<&'a T>,
{
    asts.iter().for_each(|ast| visit(ast.into()));
}

fn visit_option<'a, T>(ast: &'a Option<T>, visit: &mut dyn FnMut(Ast<'a>))
where
    Ast<'a>: From<&'a T>,
{
    ast.iter().for_each(|ast| visit(ast.into()));
}

impl<'a> From<&'a AttributeBase> for Ast<'a> {
    fn from(attribute: &'a AttributeBase) -> Self {
        match attribute {
            AttributeBase::Attribute(attribute) => Self::Attribute(attribute),
            AttributeBase::TypeConstraint(constraint) => Self::TypeConstraint(constraint),
        }
    }
}

impl<'a> From<&'a PipelineElement> for Ast<'a> {
    fn from(element: &'a PipelineElement) -> Self {
        match element {
            PipelineElement::Command(command) => Self::Command(command),
            PipelineElement::Expression(expression) => Self::CommandExpression(expression),
        }
    }
}

impl<'a> From<&'a CommandElement> for Ast<'a> {
    fn from(element: &'a CommandElement) -> Self {
        match element {
            CommandElement::Parameter(parameter) => Self::CommandParameter(parameter),
            CommandElement::Expression(expression) => expression.into(),
        }
    }
}

impl<'a> From<&'a Redirection> for Ast<'a> {
    fn from(redirection: &'a Redirection) -> Self {
        match redirection {
            Redirection::Merging(merging) => Self::MergingRedirection(merging),
            Redirection::File(file) => Self::FileRedirection(file),
        }
    }
}

impl<'a> From<&'a Member> for Ast<'a> {
    fn from(member: &'a Member) -> Self {
        match member {
            Member::Property(property) => Self::PropertyMember(property),
            Member::Function(function) => Self::FunctionMember(function),
        }
    }
}
