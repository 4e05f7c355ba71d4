//! Members of classes: properties, methods, constructors.

use super::type_definition::MemberScan;
use super::*;

/// What stands before a member's name.
#[derive(Default)]
struct MemberHead {
    start: Option<Extent>,
    attributes: Vec<AttributeAst>,
    constraint: Option<TypeConstraintAst>,
    flags: MemberFlags,
    /// The last attribute or word.
    last: Option<Extent>,
}

impl Parser<'_> {
    pub(super) fn class_member(&mut self, class_name: &str) -> MemberScan {
        let head = self.member_head();
        let token = self.next();
        let start = head.start.unwrap_or(token.extent);
        if token.kind == K::Variable {
            return self.property_member(head, start, token);
        }
        if token.kind == K::Identifier || token.flags.intersects(TokenFlags::KEYWORD) {
            self.tk.mark(token.extent, TokenFlags::NONE, TokenFlags::KEYWORD);
            return self.method_member(head, start, &token, class_name);
        }
        self.unget(token);
        let Some(last) = head.last else { return MemberScan::None };
        self.report_incomplete(after(last), E::IncompleteMemberDefinition, &[]);
        match head.attributes.last().map(|attribute| attribute.extent) {
            Some(extent) => MemberScan::Error(extent),
            None => {
                head.constraint.map_or(MemberScan::None, |constraint| MemberScan::Error(constraint.extent))
            }
        }
    }

    fn member_head(&mut self) -> MemberHead {
        let mut head = MemberHead::default();
        loop {
            self.skip_newlines();
            if let Some(attribute) = self.attribute() {
                let extent = attribute.extent();
                head.last = Some(extent);
                head.start.get_or_insert(extent);
                match attribute {
                    AttributeBase::Attribute(attribute) => head.attributes.push(*attribute),
                    AttributeBase::TypeConstraint(constraint) if head.constraint.is_none() => {
                        head.constraint = Some(constraint);
                    }
                    AttributeBase::TypeConstraint(_) => self.report(extent, E::TooManyTypes, &[]),
                }
                continue;
            }
            let flag = match self.peek_kind() {
                K::Hidden => &mut head.flags.is_hidden,
                K::Static => &mut head.flags.is_static,
                _ => return head,
            };
            let is_duplicate = std::mem::replace(flag, true);
            let token = self.next();
            if is_duplicate {
                let text = self.text_of(&token);
                self.report(token.extent, E::DuplicateQualifier, &[text]);
            }
            head.start.get_or_insert(token.extent);
            head.last = Some(token.extent);
        }
    }

    fn property_member(&mut self, head: MemberHead, start: Extent, variable: Token) -> MemberScan {
        let mut initial_value = None;
        if self.take_if(K::Equals).is_some() {
            self.skip_newlines();
            initial_value = self.expression(false);
        }
        let mut end = initial_value.as_ref().map_or(variable.extent, Expression::extent);
        let terminator = self.peek();
        let (kind, extent) = (terminator.kind, terminator.extent);
        if !matches!(kind, K::NewLine | K::Semi | K::RCurly) {
            self.report_incomplete(after(end), E::MissingPropertyTerminator, &[]);
        }
        self.skip_newlines_and_semicolons();
        if kind == K::Semi {
            end = extent;
        }
        let name = self.variable_of(variable);
        let path = &name.variable_path;
        if path.name().is_empty() {
            // the tokenizer has reported the name
            return MemberScan::Error(start.to(end));
        }
        MemberScan::Member(Box::new(Member::Property(PropertyMemberAst {
            extent: start.to(end),
            name: path.name().into(),
            name_extent: name.extent,
            property_type: head.constraint,
            attributes: head.attributes,
            flags: head.flags,
            initial_value,
        })))
    }

    fn method_member(
        &mut self,
        head: MemberHead,
        start: Extent,
        name: &Token,
        class_name: &str,
    ) -> MemberScan {
        let is_named_as_class = self.text_of(name).eq_ignore_ascii_case(class_name);
        let calls_base = is_named_as_class && !head.flags.is_static;
        match self.method_declaration(name, calls_base) {
            Ok(function) => MemberScan::Member(Box::new(Member::Function(FunctionMemberAst {
                extent: start.to(function.extent),
                function,
                return_type: head.constraint,
                attributes: head.attributes,
                flags: head.flags,
                is_constructor: is_named_as_class,
            }))),
            Err(_) => {
                self.sync_on_error(false, &[K::RCurly]);
                match head.attributes.last().map(|attribute| attribute.extent) {
                    Some(extent) => MemberScan::Error(extent),
                    None => head
                        .constraint
                        .map_or(MemberScan::None, |constraint| MemberScan::Error(constraint.extent)),
                }
            }
        }
    }

    /// A method from its parameters on; the error is the extent of what was read.
    fn method_declaration(
        &mut self,
        name: &Token,
        calls_base: bool,
    ) -> Result<FunctionDefinitionAst, Extent> {
        let mut error_end = None;
        let mut r_paren = None;
        let mut parameters = Vec::new();
        if self.peek_kind() == K::LParen {
            let head = self.function_parameters();
            parameters = head.parameters.unwrap_or_default();
            (error_end, r_paren) = (head.error_end, head.r_paren);
        } else {
            self.report_incomplete(after(name.extent), E::MissingMethodParameterList, &[]);
        }
        let mut base_call = None;
        if calls_base {
            self.skip_newlines();
            base_call = self.in_mode(Mode::Signature, |parser| parser.base_constructor_call(&mut error_end));
        }
        let l_curly = self.next();
        if l_curly.kind != K::LCurly {
            self.unget(l_curly);
            if error_end.is_none() {
                let end = r_paren.unwrap_or(name.extent);
                error_end = Some(end);
                self.report_incomplete(after(end), E::MissingFunctionBody, &[]);
            }
            return Err(name.extent.to(error_end.unwrap_or(name.extent)));
        }
        if let Some(end) = error_end {
            return Err(name.extent.to(end));
        }
        let first_statement = calls_base.then(|| {
            // where no call is written, the constructor without parameters is called
            let call = base_call.unwrap_or(BaseCtorInvokeMemberExpressionAst {
                extent: Extent::empty_at(l_curly.extent.end),
                arguments: vec![],
            });
            let extent = call.extent;
            CommandExpressionAst { extent, expression: call.into(), redirections: vec![] }.into()
        });
        if !self.enter() {
            return Err(name.extent);
        }
        let body =
            self.in_mode(Mode::Command, |parser| parser.script_block(Some(&l_curly), false, first_statement));
        self.leave();
        Ok(FunctionDefinitionAst {
            extent: name.extent.to(body.extent),
            is_filter: false,
            is_workflow: false,
            name: self.text_of(name).into(),
            name_extent: name.extent,
            parameters: Some(parameters.into()),
            body: Arc::new(body),
        })
    }

    /// `: base(...)` after the parameters of a constructor.
    fn base_constructor_call(
        &mut self,
        error_end: &mut Option<Extent>,
    ) -> Option<BaseCtorInvokeMemberExpressionAst> {
        let colon = self.take_if(K::Colon)?;
        self.skip_newlines();
        let Some(base) = self.take_if(K::Base) else {
            *error_end = Some(colon.extent);
            self.report_incomplete(after(colon.extent), E::MissingBaseCtorCall, &[]);
            return None;
        };
        self.skip_newlines();
        let Some(l_paren) = self.take_if(K::LParen) else {
            *error_end = Some(base.extent);
            self.report_incomplete(after(base.extent), E::MissingMethodParameterList, &[]);
            return None;
        };
        let (arguments, last) = self.argument_list(&l_paren);
        self.skip_newlines();
        Some(BaseCtorInvokeMemberExpressionAst { extent: base.extent.to(last), arguments })
    }
}
