//! Names of types: plain, generic, arrays, with assemblies.

use super::*;

/// The most dimensions an array may have.
const MAX_DIMENSIONS: u32 = 32;

impl Parser<'_> {
    /// A type's name, and where its first word stands.
    pub(super) fn type_name(&mut self, allow_assembly: bool) -> Option<(TypeName, Extent)> {
        self.in_mode(Mode::TypeName, |parser| {
            let token = parser.take_if(K::Identifier)?;
            let extent = token.extent;
            Some((parser.finish_type_name(&token, false, allow_assembly), extent))
        })
    }

    /// What follows the first word. An argument of a generic type without brackets of its own takes no assembly.
    fn finish_type_name(&mut self, name: &Token, bare_argument: bool, allow_assembly: bool) -> TypeName {
        let simple = SimpleTypeName { extent: name.extent, name: self.text_of(name).into(), assembly: None };
        match self.peek_kind() {
            K::LBracket => {
                let bracket = self.next();
                self.skip_newlines();
                let token = self.next();
                match token.kind {
                    K::RBracket | K::Comma => {
                        self.array_type_name(TypeName::Simple(simple), token, bare_argument)
                    }
                    K::LBracket | K::Identifier => self.generic_type_name(simple, token, bare_argument),
                    K::EndOfInput => {
                        self.unget(token);
                        self.report_incomplete(after(bracket.extent), E::MissingTypename, &[]);
                        TypeName::Simple(simple)
                    }
                    _ => {
                        let text = self.text_of(&token);
                        self.report(token.extent, E::UnexpectedToken, &[text]);
                        self.sync_on_error(true, &[K::RBracket]);
                        TypeName::Simple(simple)
                    }
                }
            }
            K::Comma if allow_assembly && !bare_argument => {
                let mut name = TypeName::Simple(simple);
                self.assembly_name(&mut name);
                name
            }
            _ => TypeName::Simple(simple),
        }
    }

    /// The comma and the assembly's name after it.
    fn assembly_name(&mut self, name: &mut TypeName) {
        let comma = self.next();
        let assembly = if self.stopped { String::new() } else { self.tk.assembly_name_spec() };
        if assembly.trim().is_empty() {
            self.report(after(comma.extent), E::MissingAssemblyNameSpecification, &[]);
            return;
        }
        let end = self.tk.current_extent();
        let mut innermost = name;
        loop {
            match innermost {
                TypeName::Array(array) => innermost = &mut array.element_type,
                TypeName::Generic(generic) => {
                    generic.generic_type.assembly = Some(assembly.into());
                    return;
                }
                TypeName::Simple(simple) => {
                    let trailing = self.source.slice(end).len() - self.source.slice(end).trim_end().len();
                    simple.extent = simple.extent.to(Extent::new(end.start, end.end - trailing as u32));
                    simple.assembly = Some(assembly.into());
                    return;
                }
            }
        }
    }

    fn generic_type_name(
        &mut self,
        generic_type: SimpleTypeName,
        first: Token,
        bare_argument: bool,
    ) -> TypeName {
        let start = generic_type.extent;
        let first_extent = first.extent;
        let (generic_arguments, last) = self.generic_type_arguments(first);
        let mut end = generic_arguments.last().map_or(first_extent, TypeName::extent);
        if last.kind == K::RBracket {
            end = last.extent;
        } else {
            let place = self.before(last.extent);
            self.unget(last);
            self.report_incomplete(place, E::EndSquareBracketExpectedAtEndOfAttribute, &[]);
        }
        let mut name = TypeName::Generic(Box::new(GenericTypeName {
            extent: start.to(end),
            generic_type,
            generic_arguments,
        }));
        match self.peek_kind() {
            K::LBracket => {
                self.skip_token();
                let token = self.next();
                self.array_type_name(name, token, bare_argument)
            }
            K::Comma if !bare_argument => {
                self.assembly_name(&mut name);
                name
            }
            _ => name,
        }
    }

    /// The arguments of a generic type, and the token after them.
    pub(super) fn generic_type_arguments(&mut self, first: Token) -> (Vec<TypeName>, Token) {
        if !self.enter() {
            return (vec![], self.next());
        }
        let mut arguments = vec![self.generic_argument(first)];
        let last = loop {
            self.skip_newlines();
            let comma = self.next();
            if comma.kind != K::Comma {
                break comma;
            }
            self.skip_newlines();
            if matches!(self.peek_kind(), K::Identifier | K::LBracket) {
                let token = self.next();
                arguments.push(self.generic_argument(token));
            } else {
                self.report_incomplete(after(comma.extent), E::MissingTypename, &[]);
                arguments.push(error_type_name(comma.extent));
            }
        };
        self.leave();
        (arguments, last)
    }

    fn generic_argument(&mut self, first: Token) -> TypeName {
        if first.kind == K::Identifier {
            return self.finish_type_name(&first, true, true);
        }
        let token = self.next();
        if token.kind != K::Identifier {
            let place = after(token.extent);
            self.unget(token);
            self.report_incomplete(place, E::MissingTypename, &[]);
            return error_type_name(first.extent);
        }
        let name = self.finish_type_name(&token, false, true);
        let bracket = self.next();
        if bracket.kind != K::RBracket {
            let place = self.before(bracket.extent);
            self.unget(bracket);
            self.report_incomplete(place, E::EndSquareBracketExpectedAtEndOfType, &[]);
        }
        name
    }

    /// The brackets of an array, of which `first` is the token after the first `[`.
    fn array_type_name(&mut self, mut element: TypeName, mut first: Token, bare_argument: bool) -> TypeName {
        let mut levels = 0;
        loop {
            match first.kind {
                K::Comma => {
                    let (dimensions, last_comma, token) = self.array_dimensions(&first);
                    if dimensions > MAX_DIMENSIONS {
                        let extent = first.extent.to(last_comma);
                        let text = dimensions.to_string();
                        if token.kind != K::RBracket {
                            self.unget(token);
                        }
                        self.report(extent, E::ArrayHasTooManyDimensions, &[&text]);
                    } else {
                        let mut end = token.extent;
                        if token.kind != K::RBracket {
                            end = self.before(token.extent);
                            self.unget(token);
                            self.report(after(last_comma), E::EndSquareBracketExpectedAtEndOfAttribute, &[]);
                        }
                        element = array_of(element, end, dimensions);
                    }
                }
                K::RBracket => element = array_of(element, first.extent, 1),
                K::EndOfInput => {
                    let place = self.before(first.extent);
                    self.unget(first);
                    self.report(place, E::EndSquareBracketExpectedAtEndOfAttribute, &[]);
                }
                _ => {
                    let text = self.text_of(&first);
                    self.report(first.extent, E::UnexpectedToken, &[text]);
                    self.sync_on_error(true, &[K::RBracket]);
                }
            }
            match self.peek_kind() {
                K::Comma if !bare_argument => {
                    self.assembly_name(&mut element);
                    return element;
                }
                K::LBracket => {
                    levels += 1;
                    if levels >= MAX_DEPTH {
                        self.stop();
                        return element;
                    }
                    self.skip_token();
                    first = self.next();
                }
                _ => return element,
            }
        }
    }

    fn array_dimensions(&mut self, first_comma: &Token) -> (u32, Extent, Token) {
        let mut dimensions = 1;
        let mut last_comma = first_comma.extent;
        loop {
            dimensions += 1;
            let token = self.next();
            if token.kind != K::Comma {
                return (dimensions, last_comma, token);
            }
            last_comma = token.extent;
        }
    }
}

fn array_of(element_type: TypeName, end: Extent, rank: u32) -> TypeName {
    let extent = element_type.extent().to(end);
    TypeName::Array(Box::new(ArrayTypeName { extent, element_type, rank }))
}

fn error_type_name(extent: Extent) -> TypeName {
    TypeName::Simple(SimpleTypeName { extent, name: ":ErrorTypeName:".into(), assembly: None })
}
