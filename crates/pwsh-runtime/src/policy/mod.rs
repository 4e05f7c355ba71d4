//! What a session's configuration lets its client do: in which language it may write, and which commands it sees.
//!
//! The configuration binds whom it is made for: text and commands from outside. Functions that the configuration
//! itself defines, and modules that it imports, run in scopes of their own ([`Policy::trust`]) and may do anything.

mod language;

use crate::command::CommandInfo;
use crate::runspace::Runspace;
use crate::scope::ScopeId;
use pwsh_value::PsString;
use pwsh_value::wildcard::Wildcard;

/// `PSLanguageMode`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LanguageMode {
    /// Everything.
    #[default]
    Full = 0,
    /// Commands, and expressions over constants.
    Restricted = 1,
    /// Commands by their names alone, no text.
    No = 2,
    /// The whole language over the core types only.
    Constrained = 3,
}

/// Patterns of names that may be called, each with the module that stands before it in `Module\Name`.
#[derive(Clone, Debug)]
pub struct Visible(Vec<(Option<PsString>, Wildcard)>);

/// The policy of a runspace; the default binds nobody.
#[derive(Clone, Default)]
pub struct Policy {
    /// The language of text from outside.
    pub language: LanguageMode,
    /// The aliases that may be called; `None`: all.
    pub aliases: Option<Visible>,
    /// The cmdlets.
    pub cmdlets: Option<Visible>,
    /// The functions.
    pub functions: Option<Visible>,
    /// Programs and script files, by name or path.
    pub externals: Option<Visible>,
    trusted: Vec<ScopeId>,
}

impl Visible {
    /// The names that match these patterns; `*` matches all.
    ///
    /// # Errors
    /// A pattern that is none.
    pub fn new(patterns: &[PsString]) -> pwsh_value::Result<Visible> {
        let mut list = Vec::with_capacity(patterns.len());
        for pattern in patterns {
            let text = pattern.to_str();
            let (module, name) = match text.rsplit_once('\\') {
                Some((module, name)) => (Some(module.into()), name),
                None => (None, &*text),
            };
            list.push((module, Wildcard::new(&name.into(), pwsh_value::ops::Case::Ignore)?));
        }
        Ok(Visible(list))
    }

    fn shows(&self, module: &PsString, name: &PsString) -> bool {
        let is_of = |wanted: &Option<PsString>| wanted.as_ref().is_none_or(|m| m.eq_ignore_case(module));
        self.0.iter().any(|(wanted, pattern)| is_of(wanted) && pattern.matches(name))
    }
}

impl Policy {
    /// Lets code whose home is this scope do anything.
    pub fn trust(&mut self, scope: ScopeId) {
        self.trusted.push(scope);
    }

    /// Whether code whose home is this scope may do anything.
    pub(crate) fn trusts(&self, scope: ScopeId) -> bool {
        self.trusted.contains(&scope)
    }

    /// The policy of a runspace beside this one: the same, but it trusts no scope, for its scopes are others.
    pub(crate) fn of_sibling(&self) -> Policy {
        Policy { trusted: Vec::new(), ..self.clone() }
    }

    /// Whether some commands are hidden.
    pub fn hides_commands(&self) -> bool {
        let kinds = [&self.aliases, &self.cmdlets, &self.functions, &self.externals];
        kinds.into_iter().any(Option::is_some)
    }

    /// Whether a command may be called from outside.
    pub fn shows(&self, info: &CommandInfo) -> bool {
        use crate::command::CommandRef::{Block, Cmdlet, Function, Native, Script};
        let (visible, name) = match info {
            CommandInfo::Alias(alias) => (&self.aliases, alias.name.clone()),
            CommandInfo::Command(Cmdlet(cmdlet)) => (&self.cmdlets, cmdlet.name.into()),
            CommandInfo::Command(Function(function)) => (&self.functions, function.name.clone()),
            CommandInfo::Command(Native(path) | Script(path)) => {
                let Some(visible) = &self.externals else { return true };
                let names = [path.file_name(), path.file_stem(), Some(path.as_os_str())];
                let mut names = names.into_iter().flatten().map(|name| name.to_string_lossy().into());
                return names.any(|name: PsString| visible.shows(&PsString::empty(), &name));
            }
            CommandInfo::Command(Block) => return true,
        };
        visible.as_ref().is_none_or(|visible| visible.shows(&info.module_name(), &name))
    }
}

impl Runspace {
    /// Whether the running code is bound by the policy: it came from outside.
    pub fn is_bound_by_policy(&self) -> bool {
        match self.home_of_current() {
            Some(home) => !self.policy.trusts(home),
            None => true,
        }
    }

    /// Refuses background jobs to code that the policy binds: they run on sessions that it does not reach.
    ///
    /// # Errors
    /// `JobsNotAllowed`.
    pub fn check_jobs_allowed(&self) -> pwsh_value::Result<()> {
        let restricts = self.policy.language != LanguageMode::Full || self.policy.hides_commands();
        if !restricts || !self.is_bound_by_policy() {
            return Ok(());
        }
        let text = "Cannot start a job. The session's configuration restricts it, and a job's session would not be restricted.";
        Err(pwsh_value::Error::new("System.Management.Automation.PSInvalidOperationException", text)
            .id("JobsNotAllowed")
            .category(pwsh_value::Category::PermissionDenied))
    }

    /// Whether the running code may call a command.
    pub(crate) fn may_call(&self, info: &CommandInfo) -> bool {
        !self.policy.hides_commands() || self.policy.shows(info) || !self.is_bound_by_policy()
    }
}

#[cfg(test)]
mod tests {
    use super::Visible;

    #[test]
    fn a_module_before_the_name_counts() {
        let visible = Visible::new(&["Get-*".into(), "Some\\Set-X".into()]).unwrap();
        assert!(visible.shows(&"Other".into(), &"get-date".into()));
        assert!(visible.shows(&"some".into(), &"Set-X".into()));
        assert!(!visible.shows(&"Other".into(), &"Set-X".into()));
    }
}
