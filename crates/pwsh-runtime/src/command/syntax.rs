//! A command's parameter sets, and its syntax as Get-Command -Syntax writes it.

use super::metadata::{CommandMeta, ParameterMeta, SetMember, Validation};
use crate::binder::common_parameters;
use pwsh_value::ty::{display_name, known};
use pwsh_value::{PsString, Type};

/// The name that stands for all parameter sets.
pub const ALL_SETS: &str = "__AllParameterSets";

/// A parameter set: what can be given together.
#[derive(Clone)]
pub struct ParameterSet {
    /// Its name.
    pub name: PsString,
    /// Whether it is the one used where the arguments leave several open.
    pub is_default: bool,
    /// Its parameters in declared order, the common ones last, each with its part in the set.
    pub parameters: Vec<(ParameterMeta, SetMember)>,
}

impl CommandMeta {
    /// The declared parameters, then the common ones if the command has them.
    pub fn all_parameters(&self) -> Vec<ParameterMeta> {
        let mut all = self.parameters.clone();
        if self.cmdlet_binding {
            all.extend(common_parameters(self.should_process));
        }
        all
    }

    /// The parameter sets, the default one first.
    pub fn parameter_sets(&self) -> Vec<ParameterSet> {
        let all = self.all_parameters();
        let default = self.default_set.clone().filter(|name| !name.is_empty() && !name.is(ALL_SETS));
        let mut names: Vec<PsString> = default.iter().cloned().collect();
        for name in self.set_names() {
            if !names.iter().any(|n| n.eq_ignore_case(&name)) {
                names.push(name);
            }
        }
        if names.is_empty() {
            let parameters = members_of(&all, None);
            return vec![ParameterSet { name: ALL_SETS.into(), is_default: false, parameters }];
        }
        names
            .into_iter()
            .map(|name| ParameterSet {
                is_default: default.as_ref().is_some_and(|d| d.eq_ignore_case(&name)),
                parameters: members_of(&all, Some(&name)),
                name,
            })
            .collect()
    }

    /// `Definition` of a cmdlet: for each parameter set an empty line and the command with its parameters.
    pub fn syntax(&self) -> String {
        let sets = self.parameter_sets();
        sets.iter().map(|set| format!("\n{} {}\n", self.name, set.syntax())).collect()
    }
}

fn members_of(all: &[ParameterMeta], set: Option<&PsString>) -> Vec<(ParameterMeta, SetMember)> {
    let part = |parameter: &ParameterMeta| {
        let of_set = parameter.sets.iter().find(|member| match (&member.set, set) {
            (Some(name), Some(set)) => name.eq_ignore_case(set),
            _ => false,
        });
        of_set.or_else(|| parameter.sets.iter().find(|member| member.set.is_none())).cloned()
    };
    all.iter().filter_map(|parameter| Some((parameter.clone(), part(parameter)?))).collect()
}

impl ParameterSet {
    /// The parameters as one writes them: by position, then those that must be given, then the others; the common
    /// ones as one word.
    pub fn syntax(&self) -> String {
        let common = common_parameters(false);
        let is_common = |parameter: &ParameterMeta| common.iter().any(|c| c.name == parameter.name);
        let mut placed: Vec<_> = self.parameters.iter().filter(|(_, m)| m.position.is_some()).collect();
        placed.sort_by_key(|(_, member)| member.position);
        let named = self.parameters.iter().filter(|(_, member)| member.position.is_none());
        let (mandatory, others): (Vec<_>, Vec<_>) = named.partition(|(_, member)| member.mandatory);
        let mut words: Vec<String> = placed
            .into_iter()
            .chain(mandatory)
            .chain(others.into_iter().filter(|(parameter, _)| !is_common(parameter)))
            .map(|(parameter, member)| word(parameter, member))
            .collect();
        if self.parameters.iter().any(|(parameter, _)| is_common(parameter)) {
            words.push("[<CommonParameters>]".to_owned());
        }
        words.join(" ")
    }
}

fn word(parameter: &ParameterMeta, member: &SetMember) -> String {
    let name = &parameter.name;
    if parameter.ty == known().switch_parameter {
        return if member.mandatory { format!("-{name}") } else { format!("[-{name}]") };
    }
    let named = parameter.validations.iter().find_map(|validation| match validation {
        Validation::TypeName(name) => Some(name.to_str().rsplit('.').next().unwrap_or_default().to_owned()),
        _ => None,
    });
    let ty = named.unwrap_or_else(|| type_word(&parameter.ty));
    match (member.mandatory, member.position.is_some()) {
        (true, true) => format!("[-{name}] <{ty}>"),
        (true, false) => format!("-{name} <{ty}>"),
        (false, true) => format!("[[-{name}] <{ty}>]"),
        (false, false) => format!("[-{name} <{ty}>]"),
    }
}

/// A type as syntax shows it: by its accelerator, without namespace.
fn type_word(ty: &Type) -> String {
    let is_nullable = ty.name().to_str().starts_with("System.Nullable`1");
    let ty = ty.arguments().first().filter(|_| is_nullable).unwrap_or(ty);
    if let Some(element) = ty.element() {
        return format!("{}[]", type_word(element));
    }
    let shown = display_name(ty);
    let text = shown.to_str();
    let head = text.split_once('[').map_or(&*text, |(head, _)| head);
    let start = head.rfind('.').map_or(0, |dot| dot + 1);
    text[start..].to_owned()
}
