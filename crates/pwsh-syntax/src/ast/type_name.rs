//! Names of types as they stand between brackets.

use crate::Extent;

/// A type's name (`ITypeName`): plain, generic or array.
#[derive(Clone, PartialEq, Debug)]
pub enum TypeName {
    /// `int`, `System.Text.StringBuilder`
    Simple(SimpleTypeName),
    /// `List[int]`
    Generic(Box<GenericTypeName>),
    /// `int[]`, `int[,]`
    Array(Box<ArrayTypeName>),
}

/// A plain type name (`TypeName`).
#[derive(Clone, PartialEq, Debug)]
pub struct SimpleTypeName {
    /// Where the name stands.
    pub extent: Extent,
    /// The name without its assembly; the parts of a nested type are joined by `+`.
    pub name: Box<str>,
    /// The assembly after the comma of `[name, assembly]`.
    pub assembly: Option<Box<str>>,
}

/// A generic type with its arguments (`GenericTypeName`).
#[derive(Clone, PartialEq, Debug)]
pub struct GenericTypeName {
    /// Where the name with its arguments stands.
    pub extent: Extent,
    /// The generic type; its name has no `` `n ``.
    pub generic_type: SimpleTypeName,
    /// The arguments, at least one.
    pub generic_arguments: Vec<TypeName>,
}

/// An array type (`ArrayTypeName`).
#[derive(Clone, PartialEq, Debug)]
pub struct ArrayTypeName {
    /// Where the name with its brackets stands.
    pub extent: Extent,
    /// The type of the elements.
    pub element_type: TypeName,
    /// The number of dimensions, at least 1.
    pub rank: u32,
}

impl TypeName {
    /// Where the name stands.
    pub fn extent(&self) -> Extent {
        match self {
            Self::Simple(name) => name.extent,
            Self::Generic(name) => name.extent,
            Self::Array(name) => name.extent,
        }
    }

    /// The name without assemblies: `List[int]`, `int[]` (`ITypeName.Name`).
    pub fn name(&self) -> String {
        self.text(false)
    }

    /// The name with assemblies (`ITypeName.FullName`).
    pub fn full_name(&self) -> String {
        self.text(true)
    }

    /// The name of a plain type, without its assembly.
    pub fn simple_name(&self) -> Option<&str> {
        match self {
            Self::Simple(simple) => Some(&simple.name),
            _ => None,
        }
    }

    fn text(&self, with_assembly: bool) -> String {
        match self {
            Self::Simple(simple) => simple.text(with_assembly),
            Self::Generic(generic) => {
                let arguments: Vec<_> =
                    generic.generic_arguments.iter().map(|argument| argument.text(with_assembly)).collect();
                let mut text = format!("{}[{}]", generic.generic_type.name, arguments.join(","));
                if let Some(assembly) = generic.generic_type.assembly.as_ref().filter(|_| with_assembly) {
                    text.push(',');
                    text.push_str(assembly);
                }
                text
            }
            Self::Array(array) => {
                let commas = ",".repeat(array.rank as usize - 1);
                format!("{}[{commas}]", array.element_type.text(with_assembly))
            }
        }
    }
}

impl SimpleTypeName {
    fn text(&self, with_assembly: bool) -> String {
        match &self.assembly {
            Some(assembly) if with_assembly => format!("{},{assembly}", self.name),
            _ => self.name.to_string(),
        }
    }
}
