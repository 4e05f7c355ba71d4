//! The name of a variable, taken apart: `$global:x`, `$env:PATH`, `${a b}`.

/// Where a [`VariablePath`] looks for its variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum VariableScope {
    /// No prefix: the nearest scope that has it.
    Unscoped,
    /// `$local:x`
    Local,
    /// `$global:x`
    Global,
    /// `$script:x`
    Script,
    /// `$private:x`
    Private,
    /// `$using:x`, a value of the caller that sends the block elsewhere.
    Using,
    /// `$variable:x`, a path of the variable provider: looked up as an unscoped variable.
    Variable,
    /// `$function:x`, `$env:x`, `$c:\x`: an item of a drive.
    Drive,
}

/// A variable's name with its scope or drive (`VariablePath`).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct VariablePath {
    user_path: Box<str>,
    /// Bytes of `user_path` before the name proper, including the colon.
    prefix_len: u32,
    scope: VariableScope,
}

impl VariablePath {
    /// Takes a name as it is written after `$` (without braces, escapes already undone) apart.
    pub fn parse(path: &str) -> Self {
        let colon = match path.find(':') {
            None => return Self { user_path: path.into(), prefix_len: 0, scope: VariableScope::Unscoped },
            // an empty scope is none
            Some(0) => return Self { user_path: path.into(), prefix_len: 1, scope: VariableScope::Unscoped },
            Some(colon) => colon,
        };
        let scope = match path[..colon].to_ascii_lowercase().as_str() {
            "local" => VariableScope::Local,
            "global" => VariableScope::Global,
            "script" => VariableScope::Script,
            "private" => VariableScope::Private,
            "using" => VariableScope::Using,
            "variable" => VariableScope::Variable,
            _ => VariableScope::Drive,
        };
        Self { user_path: path.into(), prefix_len: colon as u32 + 1, scope }
    }

    /// The whole path as written: `global:x`.
    pub fn user_path(&self) -> &str {
        &self.user_path
    }

    /// The name without scope or drive: `x`.
    pub fn name(&self) -> &str {
        &self.user_path[self.prefix_len as usize..]
    }

    /// The scope.
    pub fn scope(&self) -> VariableScope {
        self.scope
    }

    /// The drive's name for [`VariableScope::Drive`] and [`VariableScope::Variable`].
    pub fn drive_name(&self) -> Option<&str> {
        matches!(self.scope, VariableScope::Drive | VariableScope::Variable)
            .then(|| &self.user_path[..self.prefix_len as usize - 1])
    }

    /// Whether the path names a variable, and no item of another drive.
    pub fn is_variable(&self) -> bool {
        self.scope != VariableScope::Drive
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_told_apart() {
        let path = VariablePath::parse("Global:x");
        assert_eq!((path.name(), path.scope()), ("x", VariableScope::Global));
        let path = VariablePath::parse("env:PATH");
        assert_eq!((path.name(), path.drive_name()), ("PATH", Some("env")));
        assert_eq!(VariablePath::parse("x?").name(), "x?");
        assert_eq!(VariablePath::parse(":x").scope(), VariableScope::Unscoped);
    }
}
