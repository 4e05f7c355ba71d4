//! Classes and enums.

use super::*;

/// The types that an enum may be made of; the first part of each pair is another name of the second.
const ENUM_TYPES: &[&str] = &[
    "byte", "int16", "short", "int", "int32", "long", "int64", "sbyte", "uint16", "ushort", "uint", "uint32",
    "ulong", "uint64",
];

impl Parser<'_> {
    pub(super) fn class_definition(&mut self, attributes: Vec<AttributeBase>, keyword: &Token) -> Statement {
        self.skip_newlines();
        let Some(name) = self.simple_name() else {
            let word = self.text_of(keyword);
            self.report_incomplete(after(keyword.extent), E::MissingNameAfterKeyword, &[word]);
            return error_statement(keyword.extent);
        };
        self.tk.mark(name.extent, TokenFlags::TYPE_NAME, TokenFlags::MEMBER_NAME);
        self.skip_newlines();
        // a class takes more of the stack than other statements
        if !self.enter() {
            return error_statement(keyword.extent);
        }
        let class =
            self.in_mode(Mode::Signature, |parser| parser.class_after_name(attributes, keyword, name));
        self.leave();
        class
    }

    fn class_after_name(
        &mut self,
        attributes: Vec<AttributeBase>,
        keyword: &Token,
        name: StringConstantExpressionAst,
    ) -> Statement {
        let base_types = self.base_types();
        let l_curly = self.next();
        if l_curly.kind != K::LCurly {
            self.unget(l_curly);
            let last = base_types.last().map_or(name.extent, |base| base.extent);
            self.report_incomplete(after(last), E::MissingTypeBody, &[keyword.kind.text()]);
            return error_statement(keyword.extent.to(last));
        }
        let mut last = l_curly.extent;
        let mut members = Vec::new();
        let mut is_error = false;
        loop {
            match self.class_member(name.value.as_str()) {
                MemberScan::Member(member) => {
                    last = member.extent();
                    members.push(*member);
                }
                MemberScan::Error(extent) => {
                    is_error = true;
                    last = extent;
                }
                MemberScan::None => break,
            }
            if self.stopped {
                break;
            }
        }
        last = self.type_end(&l_curly).unwrap_or(last);
        self.type_definition(TypeKind::Class, attributes, keyword, name, base_types, members, last, is_error)
    }

    fn base_types(&mut self) -> Vec<TypeConstraintAst> {
        let mut base_types = Vec::new();
        let Some(colon) = self.take_if(K::Colon) else { return base_types };
        self.skip_newlines();
        let mut separator = colon.extent;
        loop {
            let Some((type_name, _)) = self.type_name(false) else {
                self.report_incomplete(after(separator), E::TypeNameExpected, &[]);
                return base_types;
            };
            base_types.push(TypeConstraintAst { extent: type_name.extent(), type_name });
            self.skip_newlines();
            let Some(comma) = self.take_if(K::Comma) else { return base_types };
            separator = comma.extent;
            self.skip_newlines();
        }
    }

    /// The closing brace, or an error where it is missing.
    fn type_end(&mut self, l_curly: &Token) -> Option<Extent> {
        let r_curly = self.next();
        if r_curly.kind == K::RCurly {
            return Some(r_curly.extent);
        }
        let detected = r_curly.extent;
        self.unget(r_curly);
        self.report_incomplete_at(after(l_curly.extent), detected, E::MissingEndCurlyBrace, &[]);
        None
    }

    #[expect(clippy::too_many_arguments, reason = "each is a part of the one node made here")]
    fn type_definition(
        &mut self,
        kind: TypeKind,
        attributes: Vec<AttributeBase>,
        keyword: &Token,
        name: StringConstantExpressionAst,
        base_types: Vec<TypeConstraintAst>,
        members: Vec<Member>,
        end: Extent,
        is_error: bool,
    ) -> Statement {
        self.defines_types = true;
        let start = attributes.first().map_or(keyword.extent, AttributeBase::extent);
        let extent = start.to(end);
        let count = attributes.len();
        let attributes: Vec<AttributeAst> = attributes
            .into_iter()
            .filter_map(|attribute| match attribute {
                AttributeBase::Attribute(attribute) => Some(*attribute),
                AttributeBase::TypeConstraint(_) => None,
            })
            .collect();
        // a type before the keyword has been reported with the statement
        if is_error || attributes.len() < count {
            return error_statement(extent);
        }
        TypeDefinitionAst {
            extent,
            kind,
            name: name.value.as_str().into(),
            name_extent: name.extent,
            attributes,
            base_types,
            members,
        }
        .into()
    }

    pub(super) fn enum_definition(&mut self, attributes: Vec<AttributeBase>, keyword: &Token) -> Statement {
        self.skip_newlines();
        let Some(name) = self.simple_name() else {
            let word = self.text_of(keyword);
            self.report_incomplete(after(keyword.extent), E::MissingNameAfterKeyword, &[word]);
            return error_statement(keyword.extent);
        };
        self.in_mode(Mode::Signature, |parser| parser.enum_after_name(attributes, keyword, name))
    }

    fn enum_after_name(
        &mut self,
        attributes: Vec<AttributeBase>,
        keyword: &Token,
        name: StringConstantExpressionAst,
    ) -> Statement {
        let mut base_types = Vec::new();
        if let Some(colon) = self.take_if(K::Colon) {
            self.skip_newlines();
            match self.type_name(false) {
                None => {
                    self.report_incomplete(after(colon.extent), E::TypeNameExpected, &[]);
                }
                Some((type_name, _)) => {
                    if !is_enum_type(&type_name) {
                        let text = type_name.name();
                        self.report(type_name.extent(), E::InvalidUnderlyingType, &[&text]);
                    }
                    base_types.push(TypeConstraintAst { extent: type_name.extent(), type_name });
                }
            }
        }
        self.skip_newlines();
        let l_curly = self.next();
        if l_curly.kind != K::LCurly {
            self.unget(l_curly);
            self.report_incomplete(after(name.extent), E::MissingTypeBody, &[keyword.kind.text()]);
            return error_statement(keyword.extent.to(name.extent));
        }
        let mut last = l_curly.extent;
        let mut members = Vec::new();
        while let Some(member) = self.enum_member() {
            last = member.extent;
            members.push(Member::Property(member));
        }
        last = self.type_end(&l_curly).unwrap_or(last);
        self.type_definition(TypeKind::Enum, attributes, keyword, name, base_types, members, last, false)
    }

    fn enum_member(&mut self) -> Option<PropertyMemberAst> {
        self.skip_newlines();
        let name = self.simple_name()?;
        let mut end = name.extent;
        let mut missing_value = false;
        let initial_value = self.in_mode(Mode::Expression, |parser| {
            let equals = parser.take_if(K::Equals)?;
            let value = parser.expression(false);
            match &value {
                Some(value) => end = value.extent(),
                None => {
                    let arguments = [K::Equals.text()];
                    parser.report(after(equals.extent), E::ExpectedValueExpression, &arguments);
                    end = equals.extent;
                    missing_value = true;
                }
            }
            value
        });
        let terminator = self.peek();
        let (kind, extent) = (terminator.kind, terminator.extent);
        if !matches!(kind, K::NewLine | K::Semi | K::RCurly) && !missing_value {
            self.report_incomplete(after(end), E::MissingPropertyTerminator, &[]);
        }
        self.skip_newlines_and_semicolons();
        if kind == K::Semi {
            end = extent;
        }
        Some(PropertyMemberAst {
            extent: name.extent.to(end),
            name: name.value.as_str().into(),
            name_extent: name.extent,
            property_type: None,
            attributes: vec![],
            flags: MemberFlags { is_static: true, is_hidden: false },
            initial_value,
        })
    }
}

fn is_enum_type(name: &TypeName) -> bool {
    let Some(name) = name.simple_name() else { return false };
    let lower = name.to_ascii_lowercase();
    ENUM_TYPES.contains(&lower.strip_prefix("system.").unwrap_or(&lower))
}

/// What the scan of a class member found.
pub(super) enum MemberScan {
    Member(Box<Member>),
    /// A member that could not be read, with the extent of what was.
    Error(Extent),
    /// No further member.
    None,
}
