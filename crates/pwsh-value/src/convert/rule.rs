//! How a value of one type becomes one of another, and how good that is.

use crate::context::Context;
use crate::error::Result;
use crate::ty::{Callable, Passing, Type, known};
use crate::value::Value;

/// How good a conversion is: `ConversionRank` by its numbers. The choice of an overload prefers the higher;
/// 8 less marks a scalar that becomes an array of one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Rank(pub u16);

#[allow(missing_docs, reason = "the names are PowerShell's")]
impl Rank {
    pub const NONE: Rank = Rank(0);
    pub const UNRELATED_ARRAYS: Rank = Rank(0x0F);
    pub const TO_STRING: Rank = Rank(0x1F);
    pub const CUSTOM: Rank = Rank(0x2F);
    pub const CONVERTIBLE: Rank = Rank(0x3F);
    pub const IMPLICIT_CAST: Rank = Rank(0x4F);
    pub const EXPLICIT_CAST: Rank = Rank(0x5F);
    pub const CONSTRUCTOR: Rank = Rank(0x6F);
    pub const PARSE: Rank = Rank(0x7F);
    pub const PSOBJECT: Rank = Rank(0x8F);
    pub const LANGUAGE: Rank = Rank(0x9F);
    pub const NULL_TO_VALUE: Rank = Rank(0xAF);
    pub const NULL_TO_REF: Rank = Rank(0xBF);
    pub const NUMERIC_EXPLICIT: Rank = Rank(0xCF);
    pub const NUMERIC_EXPLICIT_1: Rank = Rank(0xDF);
    pub const NUMERIC_STRING: Rank = Rank(0xEF);
    pub const NUMERIC_IMPLICIT: Rank = Rank(0xFF);
    pub const ASSIGNABLE: Rank = Rank(0x10F);
    pub const STRING_TO_CHAR_ARRAY: Rank = Rank(0x11A);
    pub const IDENTITY: Rank = Rank(0x11F);

    fn of_one_element(self) -> Rank {
        Rank(self.0 & 0xFFF7)
    }
}

/// A conversion that a facade type declares for itself.
pub type Hook = fn(&mut dyn Context, &Type, &Value) -> Result<Option<Value>>;

/// The ways in which a value becomes one of another type.
#[derive(Clone)]
pub enum Rule {
    /// Not at all.
    None,
    /// It is one already.
    Assign,
    /// Null to what the type has for it, or to an error.
    Null,
    /// Anything to `void`.
    Nothing,
    /// PowerShell's truth.
    Bool,
    /// The text that `"$value"` has.
    Text,
    /// Truth as a SwitchParameter.
    Switch,
    /// A `[ref]` to the value.
    Reference,
    /// A number, char, bool or enum to a number or char.
    Numeric,
    /// A string to a number.
    NumberInText,
    /// A string to a char.
    CharInText,
    /// A number by way of its text.
    TextOfNumber,
    /// `IConvertible`, which has no such conversion and says so.
    Convertible,
    /// Names to an enum.
    EnumFromText,
    /// A list of names or numbers to an enum.
    EnumFromList,
    /// A number to an enum.
    EnumFromNumber,
    /// A string to a `char[]`.
    Chars,
    /// An enumerable to an array, each element converted.
    Elements,
    /// A scalar to an array of one, by the rule for its element.
    OneElement(Box<Rule>),
    /// A script block to a delegate.
    Delegate,
    /// A name to the type of that name.
    TypeName,
    /// A dictionary to a `Hashtable`.
    Table,
    /// A dictionary to a `PSCustomObject`.
    CustomObject,
    /// What the type says of itself.
    Hook(Hook),
    /// A static `Parse`.
    Parse(MemberOf),
    /// A constructor with one parameter.
    Constructor(MemberOf),
    /// `op_Implicit` or `op_Explicit` of either type.
    Cast(MemberOf),
    /// The constructor of a script's class that takes one argument.
    ScriptClass,
    /// A generic collection, filled with the elements.
    Collection,
    /// The parameterless constructor, then one property for each entry or property.
    Properties,
}

/// How a value of type `from` (`None`: null) becomes one of type `to`.
pub fn figure(from: Option<&Type>, to: &Type) -> (Rule, Rank) {
    if let Some(from) = from
        && !to.is_assignable_from(from)
        && let Some(hook) = own_hook(to)
    {
        let (_, rank) = figure_without_hook(Some(from), to);
        return (Rule::Hook(hook), if rank == Rank::NONE { Rank::CUSTOM } else { rank });
    }
    figure_without_hook(from, to)
}

/// The hook of the type itself; a base's makes values of the base.
fn own_hook(to: &Type) -> Option<Hook> {
    to.facade().and_then(|facade| facade.hooks.convert_from)
}

/// The same without asking the target's own hook.
pub(super) fn figure_without_hook(from: Option<&Type>, to: &Type) -> (Rule, Rank) {
    let k = known();
    let Some(from) = from else { return figure_null(to) };
    if to.is_assignable_from(from) {
        return (Rule::Assign, if from == to { Rank::IDENTITY } else { Rank::ASSIGNABLE });
    }
    if *to == k.psobject || *from == k.pscustomobject && to.name().is("System.IComparable") {
        return (Rule::Assign, Rank::PSOBJECT);
    }
    if let Some(inner) = nullable(to) {
        return match figure(Some(from), &inner) {
            (rule, Rank::IDENTITY) => (rule, Rank::ASSIGNABLE),
            other => other,
        };
    }
    figure_language(from, to)
        .or_else(|| figure_numeric(from, to))
        .or_else(|| figure_members(from, to))
        .unwrap_or((Rule::None, Rank::NONE))
}

fn figure_null(to: &Type) -> (Rule, Rank) {
    let k = known();
    let rank = if *to == k.string {
        Rank::TO_STRING
    } else if nullable(to).is_some()
        || is_number(to)
        || [&k.boolean, &k.char, &k.switch_parameter].contains(&to)
    {
        Rank::NULL_TO_VALUE
    } else if to.is_value_type() {
        Rank::NONE
    } else {
        Rank::NULL_TO_REF
    };
    (Rule::Null, rank)
}

/// The `T` of a `Nullable<T>`.
pub fn nullable(ty: &Type) -> Option<Type> {
    let inner = ty.arguments().first()?;
    (ty.arguments().len() == 1 && ty.name().to_str().starts_with("System.Nullable`1")).then(|| inner.clone())
}

/// What the language itself converts, whatever members the types have.
fn figure_language(from: &Type, to: &Type) -> Option<(Rule, Rank)> {
    let k = known();
    if *to == k.void {
        return Some((Rule::Nothing, Rank::LANGUAGE));
    }
    if *to == k.boolean {
        return Some((Rule::Bool, Rank::LANGUAGE));
    }
    if *to == k.string {
        let rank = if is_number(from) { Rank::NUMERIC_STRING } else { Rank::TO_STRING };
        return Some((Rule::Text, rank));
    }
    if let Some(element) = to.element()
        && to.rank() == 1
    {
        return figure_array(from, to, element);
    }
    if *to == k.array {
        return figure_array(from, &k.object_array, &k.object);
    }
    if *to == k.psreference {
        return Some((Rule::Reference, Rank::LANGUAGE));
    }
    if *to == k.switch_parameter && *from == k.boolean {
        return Some((Rule::Switch, Rank::CONSTRUCTOR));
    }
    if is_delegate(to) && *from == k.script_block {
        return Some((Rule::Delegate, Rank::LANGUAGE));
    }
    if *to == k.pscustomobject {
        // [pscustomobject] stands for PSObject, which every value is.
        let rule = if is_dictionary(from) { Rule::CustomObject } else { Rule::Assign };
        return Some((rule, Rank::LANGUAGE));
    }
    if *to == k.hashtable && is_dictionary(from) {
        return Some((Rule::Table, Rank::LANGUAGE));
    }
    if to.name().is("System.Type") && *from == k.string {
        return Some((Rule::TypeName, Rank::LANGUAGE));
    }
    if to.is_enum() {
        if *from == k.string {
            return Some((Rule::EnumFromText, Rank::PARSE));
        }
        if is_integral(from) {
            return Some((Rule::EnumFromNumber, Rank::LANGUAGE));
        }
        if from.is_enum() {
            return Some((Rule::EnumFromNumber, Rank::LANGUAGE));
        }
        if is_floating(from) {
            return Some((Rule::TextOfNumber, Rank::CONVERTIBLE));
        }
        if is_enumerable(from) {
            return Some((Rule::EnumFromList, Rank::PARSE));
        }
    }
    None
}

fn figure_array(from: &Type, to: &Type, element: &Type) -> Option<(Rule, Rank)> {
    let k = known();
    if from.element().is_some() {
        return Some((Rule::Elements, Rank::UNRELATED_ARRAYS));
    }
    if *from == k.string && *to == k.char_array {
        return Some((Rule::Chars, Rank::STRING_TO_CHAR_ARRAY));
    }
    if is_enumerable(from) {
        return Some((Rule::Elements, Rank::LANGUAGE));
    }
    match figure(Some(from), element) {
        (_, Rank::NONE) => None,
        // The engine looks for IConvertible's and constructors' conversions of these before it does for elements.
        (Rule::Convertible, _) if *from == k.boolean || *from == k.datetime => {
            Some((Rule::Convertible, Rank::CONVERTIBLE))
        }
        (rule, rank) if rank < Rank::ASSIGNABLE && (*from == k.boolean || *from == k.datetime) => {
            Some((Rule::OneElement(Box::new(rule)), Rank::CONVERTIBLE))
        }
        (rule, rank)
            if rank < Rank::ASSIGNABLE && rank != Rank::LANGUAGE && (*from == k.char || from.is_enum()) =>
        {
            Some((Rule::OneElement(Box::new(rule)), Rank::CONSTRUCTOR))
        }
        (rule, rank) => Some((Rule::OneElement(Box::new(rule)), rank.of_one_element())),
    }
}

fn figure_numeric(from: &Type, to: &Type) -> Option<(Rule, Rank)> {
    let k = known();
    let to_number = is_number(to);
    if *from == k.string {
        if to_number {
            return Some((Rule::NumberInText, Rank::NUMERIC_STRING));
        }
        return (*to == k.char).then_some((Rule::CharInText, Rank::PARSE));
    }
    if *to == k.char {
        if is_integral(from) {
            return Some((Rule::Numeric, Rank::NUMERIC_STRING));
        }
        if from.is_enum() {
            return Some((Rule::Numeric, Rank::CONVERTIBLE));
        }
        return is_number(from).then_some((Rule::Convertible, Rank::NUMERIC_STRING));
    }
    if !to_number {
        return None;
    }
    if is_number(from) {
        return Some((Rule::Numeric, numeric_rank(from, to)));
    }
    let rank = if *from == k.char {
        if *to == k.single || *to == k.double {
            Rank::LANGUAGE
        } else if *to == k.decimal || *to == k.big_integer {
            Rank::IMPLICIT_CAST
        } else {
            Rank::CONVERTIBLE
        }
    } else if *from == k.boolean {
        if *to == k.big_integer { Rank::LANGUAGE } else { Rank::CONVERTIBLE }
    } else if from.is_enum() {
        if *to == k.decimal || *to == k.big_integer { Rank::CONSTRUCTOR } else { Rank::CONVERTIBLE }
    } else {
        return None;
    };
    Some((Rule::Numeric, rank))
}

/// The order of the number types in the tables below.
fn number_index(ty: &Type) -> Option<usize> {
    let k = known();
    [
        &k.sbyte,
        &k.byte,
        &k.int16,
        &k.uint16,
        &k.int32,
        &k.uint32,
        &k.int64,
        &k.uint64,
        &k.single,
        &k.double,
        &k.decimal,
        &k.big_integer,
    ]
    .iter()
    .position(|known| *known == ty)
}

/// I: implicit, E: explicit, 1: explicit by the better rank, C: constructor, X: explicit cast, M: implicit cast.
/// Rows and columns are ordered as in [`number_index`].
const NUMERIC: [&[u8; 12]; 12] = [
    b"=1I1I1I1IIIC",
    b"E=IIIIIIIIIM",
    b"EE=1I1I1IIIC",
    b"EEE=IIIIIIIM",
    b"EEEE=1I1IIIC",
    b"EEEEE=IIIIIC",
    b"EEEEEE=1IIIC",
    b"EEEEEEE=IIIC",
    b"EEEEEEEE=IEC",
    b"EEEEEEEEE=EC",
    b"EEEEEEEE11=C",
    b"XXXXXXXXXXX=",
];

fn numeric_rank(from: &Type, to: &Type) -> Rank {
    let (Some(row), Some(column)) = (number_index(from), number_index(to)) else { return Rank::NONE };
    match NUMERIC[row][column] {
        b'I' => Rank::NUMERIC_IMPLICIT,
        b'E' => Rank::NUMERIC_EXPLICIT,
        b'1' => Rank::NUMERIC_EXPLICIT_1,
        b'C' => Rank::CONSTRUCTOR,
        b'X' => Rank::EXPLICIT_CAST,
        b'M' => Rank::IMPLICIT_CAST,
        _ => Rank::IDENTITY,
    }
}

/// What the members of the types offer, then what remains.
fn figure_members(from: &Type, to: &Type) -> Option<(Rule, Rank)> {
    let k = known();
    if *from == k.string
        && let Some(parse) = parse_method(to)
    {
        return Some((Rule::Parse(parse), Rank::PARSE));
    }
    if let Some(constructor) = constructor_for(from, to) {
        return Some((Rule::Constructor(constructor), Rank::CONSTRUCTOR));
    }
    if let Some((cast, rank)) = cast_method(from, to) {
        return Some((Rule::Cast(cast), rank));
    }
    let is_class = to.defined().is_some_and(|defined| defined.enumeration.is_none());
    if is_number(from) && *from != k.big_integer {
        let (_, rank) = figure(Some(&k.string), to);
        if rank != Rank::NONE && to.element().is_none() {
            return Some((Rule::TextOfNumber, Rank::CONVERTIBLE));
        }
    } else if [&k.boolean, &k.char, &k.datetime].contains(&from) || from.is_enum() {
        return Some(if is_class {
            (Rule::ScriptClass, Rank::CONSTRUCTOR)
        } else {
            (Rule::Convertible, Rank::CONVERTIBLE)
        });
    } else if is_dictionary(from) {
        let empty = to.members().constructors.iter().any(|c| c.parameters.is_empty());
        if empty || is_class || to.is_value_type() && !is_primitive(to) {
            return Some((Rule::Properties, Rank::CONSTRUCTOR));
        }
    }
    if is_generic_collection(to) {
        let of_itself = to.arguments().first() == Some(from);
        let rank = if of_itself { Rank::CONSTRUCTOR.of_one_element() } else { Rank::CONSTRUCTOR };
        return Some((Rule::Collection, rank));
    }
    if is_class {
        let by_properties = *from == k.pscustomobject;
        return Some((if by_properties { Rule::Properties } else { Rule::ScriptClass }, Rank::CONSTRUCTOR));
    }
    if *from == k.pscustomobject {
        let empty = to.members().constructors.iter().any(|c| c.parameters.is_empty());
        if empty || to.is_value_type() && !is_primitive(to) {
            return Some((Rule::Properties, Rank::CONSTRUCTOR));
        }
    }
    None
}

/// A member of a type, by its place in the type's table.
#[derive(Clone)]
pub struct MemberOf {
    ty: Type,
    /// The method's name, empty for constructors.
    name: &'static str,
    index: usize,
}

impl MemberOf {
    /// The member.
    pub fn callable(&self) -> &Callable {
        &group(&self.ty, self.name)[self.index]
    }

    /// The type whose member it is.
    pub fn owner(&self) -> &Type {
        &self.ty
    }
}

fn group<'a>(ty: &'a Type, name: &str) -> &'a [Callable] {
    if name.is_empty() { &ty.members().constructors } else { ty.members().methods(name, true) }
}

fn find(ty: &Type, name: &'static str, accepts: impl Fn(&Callable) -> bool) -> Option<MemberOf> {
    let index = group(ty, name).iter().position(accepts)?;
    Some(MemberOf { ty: ty.clone(), name, index })
}

fn parse_method(to: &Type) -> Option<MemberOf> {
    let takes = |callable: &Callable, count: usize| {
        callable.parameters.len() == count
            && callable.parameters[0] == known().string
            && callable.result.is_assignable_from(to)
    };
    find(to, "Parse", |m| takes(m, 2) && m.parameters[1].name().is("System.IFormatProvider"))
        .or_else(|| find(to, "Parse", |m| takes(m, 1)))
}

fn constructor_for(from: &Type, to: &Type) -> Option<MemberOf> {
    if is_integral(from) && (is_enumerable(to) || is_dictionary(to)) {
        return None;
    }
    let single =
        |c: &Callable| c.parameters.len() == 1 && c.signature.parameters[0].passing == Passing::Value;
    find(to, "", |c| single(c) && c.parameters[0] == *from).or_else(|| {
        find(to, "", |c| {
            single(c)
                && (c.parameters[0].is_assignable_from(from) && c.parameters[0] != known().object
                    || widens(from, &c.parameters[0]))
        })
    })
}

/// Whether .NET's binder passes a `from` for a parameter of another number type without a cast.
fn widens(from: &Type, to: &Type) -> bool {
    let k = known();
    let from = if *from == k.char {
        // A char widens to what a ushort widens to, and to a ushort.
        if *to == k.uint16 {
            return true;
        }
        k.uint16.clone()
    } else {
        match from.enum_underlying() {
            Some(underlying) if underlying == *to => return true,
            Some(underlying) => underlying,
            None => from.clone(),
        }
    };
    is_number(&from) && *to != k.decimal && numeric_rank(&from, to) == Rank::NUMERIC_IMPLICIT
}

fn cast_method(from: &Type, to: &Type) -> Option<(MemberOf, Rank)> {
    for (name, rank) in [("op_Implicit", Rank::IMPLICIT_CAST), ("op_Explicit", Rank::EXPLICIT_CAST)] {
        for ty in [to, from] {
            let found = find(ty, name, |m| {
                m.parameters.len() == 1
                    && to.is_assignable_from(&m.result)
                    && m.parameters[0].is_assignable_from(from)
            });
            if let Some(found) = found {
                return Some((found, rank));
            }
        }
    }
    None
}

/// Whether it is one of .NET's number types, `BigInteger` included.
pub fn is_number(ty: &Type) -> bool {
    number_index(ty).is_some()
}

/// Whether it is one of the eight integer types.
pub fn is_integral(ty: &Type) -> bool {
    number_index(ty).is_some_and(|index| index < 8)
}

fn is_floating(ty: &Type) -> bool {
    number_index(ty).is_some_and(|index| (8..11).contains(&index))
}

/// .NET's `IsPrimitive`.
pub fn is_primitive(ty: &Type) -> bool {
    let k = known();
    number_index(ty).is_some_and(|index| index < 10) || *ty == k.boolean || *ty == k.char
}

fn is_delegate(ty: &Type) -> bool {
    ty.hierarchy().any(|base| base.name().is("System.Delegate") || base.name().is("System.MulticastDelegate"))
}

fn implements(ty: &Type, interface: &str) -> bool {
    crate::ty::lookup(interface).is_some_and(|interface| interface.is_assignable_from(ty))
}

/// Whether it is a dictionary.
pub fn is_dictionary(ty: &Type) -> bool {
    let k = known();
    *ty == k.hashtable || *ty == k.ordered || implements(ty, "System.Collections.IDictionary")
}

/// Whether PowerShell enumerates it: not strings, dictionaries and XML nodes.
pub fn is_enumerable(ty: &Type) -> bool {
    let k = known();
    if ty.element().is_some() || *ty == k.array_list {
        return true;
    }
    if *ty == k.string || is_dictionary(ty) || ty.hierarchy().any(|base| base.name().is("System.Xml.XmlNode"))
    {
        return false;
    }
    ty.hook(|h| h.enumerate).is_some() || implements(ty, "System.Collections.IEnumerable")
}

/// `List<T>`, `HashSet<T>` and their kin: what has a constructor that takes an `IEnumerable<T>`.
fn is_generic_collection(ty: &Type) -> bool {
    ty.arguments().len() == 1
        && ty.members().constructors.iter().any(|c| {
            let [parameter] = &c.parameters[..] else { return false };
            let name = parameter.name().to_str().into_owned();
            name.starts_with("System.Collections.Generic.IEnumerable`1")
                || name.starts_with("System.Collections.Generic.IList`1")
                || name.starts_with("System.Collections.Generic.ICollection`1")
        })
}
