//! The providers, and the drives of a session.

use super::failure::drive_not_found;
use parking_lot::Mutex;
use pwsh_value::ty::named;
use pwsh_value::{Obj, Payload, PsString, Result};
use std::collections::HashMap;

/// A provider.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Provider {
    /// Aliases.
    Alias,
    /// The environment.
    Environment,
    /// Files and folders.
    FileSystem,
    /// Functions.
    Function,
    /// Variables.
    Variable,
}

impl Provider {
    /// All, in the order in which Get-PSProvider shows them.
    pub const ALL: [Provider; 5] = [
        Provider::Alias,
        Provider::Environment,
        Provider::FileSystem,
        Provider::Function,
        Provider::Variable,
    ];

    /// `Name`.
    pub fn name(self) -> &'static str {
        match self {
            Provider::Alias => "Alias",
            Provider::Environment => "Environment",
            Provider::FileSystem => "FileSystem",
            Provider::Function => "Function",
            Provider::Variable => "Variable",
        }
    }

    /// The name with its module, as PSPath begins: `Microsoft.PowerShell.Core\FileSystem`.
    pub fn full_name(self) -> String {
        format!("Microsoft.PowerShell.Core\\{}", self.name())
    }

    /// The provider of that name, with or without its module.
    pub fn find(name: &str) -> Option<Provider> {
        let bare = match name.split_once('\\') {
            Some((module, bare)) if module.eq_ignore_ascii_case("Microsoft.PowerShell.Core") => bare,
            Some(_) => return None,
            None => name,
        };
        Provider::ALL.into_iter().find(|provider| provider.name().eq_ignore_ascii_case(bare))
    }

    /// `Capabilities`, by the numbers of `ProviderCapabilities`.
    pub fn capabilities(self) -> i64 {
        const FILTER: i64 = 4;
        const SHOULD_PROCESS: i64 = 16;
        const CREDENTIALS: i64 = 32;
        match self {
            Provider::FileSystem => FILTER | SHOULD_PROCESS | CREDENTIALS,
            _ => SHOULD_PROCESS,
        }
    }
}

/// The payload of a `PSDriveInfo`.
pub struct Drive {
    /// The name, without colon.
    pub name: PsString,
    /// The provider.
    pub provider: Provider,
    /// The folder that a drive of files begins at; empty for other drives.
    pub root: PsString,
    /// What it is for.
    pub description: PsString,
    /// Where one was in it last, relative to the root and without a separator at the start.
    pub current: Mutex<PsString>,
}

impl Payload for Drive {}

impl Drive {
    /// A new drive as the object that script sees.
    pub fn object(name: &str, provider: Provider, root: &str, description: &str) -> Obj {
        let drive = Drive {
            name: name.into(),
            provider,
            root: root.into(),
            description: description.into(),
            current: Mutex::new(PsString::empty()),
        };
        Obj::new(named("System.Management.Automation.PSDriveInfo"), drive)
    }
}

/// The payload of a `ProviderInfo`.
pub(super) struct ProviderInfo(pub Provider);

impl Payload for ProviderInfo {}

/// The drives, providers and location stacks of a runspace.
pub struct Places {
    /// The drives: objects whose payload is a [`Drive`].
    pub drives: Vec<Obj>,
    providers: [Obj; 5],
    /// The locations that were pushed, by the stack's name.
    pub stacks: HashMap<String, Vec<PsString>>,
    /// The stack that is used where none is named.
    pub default_stack: String,
    /// Where one was before, for `Set-Location -`, and what was left by it, for `+`.
    pub back: Vec<PsString>,
    /// See [`back`](Self::back).
    pub forward: Vec<PsString>,
    /// The last location among files while the location is elsewhere.
    pub files: PsString,
}

impl Places {
    /// The drives that a session begins with; it stands in folder `location`.
    pub fn new(location: PsString) -> Places {
        let provider_type = named("System.Management.Automation.ProviderInfo");
        Places {
            drives: vec![
                Drive::object("/", Provider::FileSystem, "/", ""),
                Drive::object(
                    "Alias",
                    Provider::Alias,
                    "",
                    "Drive that contains a view of the aliases stored in a session state",
                ),
                Drive::object(
                    "Env",
                    Provider::Environment,
                    "",
                    "Drive that contains a view of the environment variables for the process",
                ),
                Drive::object(
                    "Function",
                    Provider::Function,
                    "",
                    "Drive that contains a view of the functions stored in a session state",
                ),
                Drive::object(
                    "Temp",
                    Provider::FileSystem,
                    "/tmp/",
                    "Drive that maps to the temporary directory path for the current user",
                ),
                Drive::object(
                    "Variable",
                    Provider::Variable,
                    "",
                    "Drive that contains a view of those variables stored in a session state",
                ),
            ],
            providers: Provider::ALL.map(|provider| Obj::new(provider_type.clone(), ProviderInfo(provider))),
            stacks: HashMap::new(),
            default_stack: super::location::DEFAULT_STACK.into(),
            back: Vec::new(),
            forward: Vec::new(),
            files: location,
        }
    }

    /// The drive of that name.
    pub fn drive(&self, name: &str) -> Option<&Obj> {
        self.drives.iter().find(|drive| drive_of(drive).name.is(name))
    }

    /// The drive of that name, or the error that there is none.
    pub fn require_drive(&self, name: &str) -> Result<Obj> {
        self.drive(name).cloned().ok_or_else(|| drive_not_found(name))
    }

    /// The object of a provider.
    pub fn provider(&self, provider: Provider) -> &Obj {
        &self.providers[provider as usize]
    }
}

/// The drive behind its object.
pub(super) fn drive_of(obj: &Obj) -> &Drive {
    obj.get::<Drive>().expect("the list holds drives only").payload()
}
