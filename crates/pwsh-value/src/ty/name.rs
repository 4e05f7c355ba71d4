//! The names of types: from the text in `[...]` to the type, and from a type to the text that PowerShell shows.

use super::accelerators::accelerator_of;
use super::{Type, accelerator, array_of, close_generic, lookup};
use crate::string::PsString;

/// The type that the text between `[` and `]` names (`int[]`, `System.Collections.Generic.List[string]`).
///
/// `find` knows the session's classes and its `using namespace` list; it is asked first, with one plain name
/// at a time, ``Name`2`` for a generic type. Accelerators, full names and names without `System.` follow.
/// What follows the name of an assembly-qualified type is not looked at.
pub fn parse_name(text: &str, find: &mut dyn FnMut(&str) -> Option<Type>) -> Option<Type> {
    let mut reader = Reader { rest: text.trim() };
    let ty = reader.ty(find)?;
    let rest = reader.rest.trim_start();
    (rest.is_empty() || rest.starts_with(',')).then_some(ty)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn ty(&mut self, find: &mut dyn FnMut(&str) -> Option<Type>) -> Option<Type> {
        if crate::stack::exhausted() {
            return None;
        }
        self.skip_white();
        let end = self.rest.find(['[', ']', ',']).unwrap_or(self.rest.len());
        let name = self.rest[..end].trim();
        self.rest = &self.rest[end..];
        let mut arguments = Vec::new();
        if self.opens_arguments() {
            self.rest = &self.rest[1..];
            loop {
                arguments.push(self.argument(find)?);
                self.skip_white();
                match self.take()? {
                    ',' => {}
                    ']' => break,
                    _ => return None,
                }
            }
        }
        let mut ty = if arguments.is_empty() {
            plain(name, find)?
        } else {
            let head = name.split('`').next().unwrap_or(name);
            let definition = plain(&format!("{head}`{}", arguments.len()), find)?;
            close_generic(&definition, arguments)
        };
        while let Some(rank) = self.dimensions() {
            ty = array_of(&ty, rank);
        }
        Some(ty)
    }

    /// One argument of a generic type; in its own brackets it may be assembly-qualified.
    fn argument(&mut self, find: &mut dyn FnMut(&str) -> Option<Type>) -> Option<Type> {
        self.skip_white();
        if !self.rest.starts_with('[') {
            return self.ty(find);
        }
        self.rest = &self.rest[1..];
        let ty = self.ty(find)?;
        let close = self.rest.find(']')?;
        self.rest = &self.rest[close + 1..];
        Some(ty)
    }

    fn skip_white(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self) -> Option<char> {
        let first = self.rest.chars().next()?;
        self.rest = &self.rest[first.len_utf8()..];
        Some(first)
    }

    /// Whether `[` begins type arguments and not dimensions.
    fn opens_arguments(&self) -> bool {
        self.rest.strip_prefix('[').is_some_and(|inner| !inner.trim_start().starts_with([']', ',', '*']))
    }

    fn dimensions(&mut self) -> Option<u32> {
        let inner = self.rest.trim_start().strip_prefix('[')?;
        let close = inner.find(']')?;
        let commas = &inner[..close];
        if !commas.chars().all(|c| c == ',' || c == ' ') {
            return None;
        }
        self.rest = &inner[close + 1..];
        Some(commas.matches(',').count() as u32 + 1)
    }
}

fn plain(name: &str, find: &mut dyn FnMut(&str) -> Option<Type>) -> Option<Type> {
    find(name)
        .or_else(|| accelerator(name))
        .or_else(|| lookup(name))
        .or_else(|| lookup(&format!("System.{name}")))
}

/// How PowerShell shows a type: its accelerator where there is one (`int`, `string[]`), else the full name,
/// with the arguments of a generic type in brackets.
pub fn display_name(ty: &Type) -> PsString {
    display(ty).into()
}

fn display(ty: &Type) -> String {
    if let Some(element) = ty.element() {
        return format!("{}[{}]", display(element), ",".repeat(ty.rank() as usize - 1));
    }
    let full = ty.name().to_str();
    if !ty.arguments().is_empty() {
        let head = full.split('`').next().unwrap_or(&full);
        return format!("{head}[{}]", join(ty.arguments(), &display));
    }
    match ty.defined() {
        Some(_) => full.into_owned(),
        None => accelerator_of(&full).map_or_else(|| reflection(ty), str::to_owned),
    }
}

/// .NET's `Type.ToString()`: the full name, arguments of a generic type in single brackets.
pub fn reflection_name(ty: &Type) -> PsString {
    if ty.arguments().is_empty() && ty.element().is_none() && !ty.is_generic_definition() {
        return ty.name().clone();
    }
    reflection(ty).into()
}

fn reflection(ty: &Type) -> String {
    if let Some(element) = ty.element() {
        return format!("{}[{}]", reflection(element), ",".repeat(ty.rank() as usize - 1));
    }
    let full = ty.name().to_str();
    if !ty.arguments().is_empty() {
        let head = full.split_once('[').map_or(&*full, |(head, _)| head);
        return format!("{head}[{}]", join(ty.arguments(), &reflection));
    }
    if let (true, Some(facade)) = (ty.is_generic_definition(), ty.facade()) {
        return format!("{full}[{}]", facade.generic.join(","));
    }
    full.into_owned()
}

fn join(types: &[Type], show: &dyn Fn(&Type) -> String) -> String {
    types.iter().map(show).collect::<Vec<_>>().join(",")
}
