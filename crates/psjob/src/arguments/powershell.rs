//! The arguments of `pwsh` that psjob takes in its place.
//!
//! Names are those of PowerShell's own command line: without case, after one dash or two, and any
//! beginning of a name that is long enough to be no other.

use std::ffi::OsString;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// What a process in the place of `pwsh` is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// `-s`: sessions on stdin and stdout, errors on stderr.
    Server,
    /// `-sshs`: sessions on stdin and stdout, errors among the lines.
    SshServer,
    /// `-Command`: run this text, and be entered meanwhile.
    Command(String),
    /// `-Version`: tell psjob's version.
    Version,
}

/// The arguments, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arguments {
    /// What is asked for.
    pub mode: Mode,
    /// `-WorkingDirectory`.
    pub working_directory: Option<PathBuf>,
    /// `-EncodedCommand` of a server, decoded.
    pub start_script: Option<String>,
    /// `-ConfigurationFile`.
    pub configuration_file: Option<PathBuf>,
    /// `-CustomPipeName`.
    pub custom_pipe: Option<String>,
}

/// Arguments that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadArguments {
    /// No option of `pwsh` that is known here.
    #[error("expected an option of pwsh that psjob knows, found `{found}`")]
    Unknown {
        /// As it was given.
        found: String,
    },
    /// The option's value lacks.
    #[error("expected a value after -{option}, found the end")]
    MissingValue {
        /// The option's full name.
        option: &'static str,
    },
    /// `-EncodedCommand` with something else.
    #[error("expected base64 of UTF-16 text after -EncodedCommand, found something else")]
    BadEncoding,
    /// Neither a server nor a command.
    #[error("expected -s, -sshs or -Command, found neither")]
    NoMode,
    /// Text where the system has other bytes.
    #[error("expected an argument in UTF-8, found `{found}`")]
    NotUtf8 {
        /// The argument, as far as it can be shown.
        found: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Server,
    SshServer,
    Version,
    /// Taken and of no consequence: what they switch off is not there.
    Switch,
    WorkingDirectory,
    EncodedCommand,
    ConfigurationFile,
    /// Taken with its value; `pwsh` ignores it in these modes too.
    ConfigurationName,
    CustomPipeName,
    Command,
}

/// Full name, shortest abbreviation that is taken, other short name, meaning.
const OPTIONS: [(&str, &str, &str, Meaning); 13] = [
    ("ServerMode", "s", "", Meaning::Server),
    ("SSHServerMode", "sshs", "", Meaning::SshServer),
    ("Version", "v", "", Meaning::Version),
    ("NoLogo", "nol", "", Meaning::Switch),
    ("NoProfile", "nop", "", Meaning::Switch),
    ("NonInteractive", "noni", "", Meaning::Switch),
    ("Login", "l", "", Meaning::Switch),
    ("WorkingDirectory", "wo", "wd", Meaning::WorkingDirectory),
    ("EncodedCommand", "e", "ec", Meaning::EncodedCommand),
    ("ConfigurationFile", "configurationf", "", Meaning::ConfigurationFile),
    ("ConfigurationName", "config", "", Meaning::ConfigurationName),
    ("CustomPipeName", "cus", "", Meaning::CustomPipeName),
    ("Command", "c", "", Meaning::Command),
];

/// Reads arguments, without the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, BadArguments> {
    let mut rest = arguments.into_iter().map(|argument| {
        argument
            .into_string()
            .map_err(|bytes| BadArguments::NotUtf8 { found: bytes.to_string_lossy().into() })
    });
    let mut mode = None;
    let mut command = None;
    let mut read = Arguments {
        mode: Mode::Version,
        working_directory: None,
        start_script: None,
        configuration_file: None,
        custom_pipe: None,
    };
    while let Some(argument) = rest.next() {
        let argument = argument?;
        let Some((name, option)) = find(&argument) else {
            return Err(BadArguments::Unknown { found: argument });
        };
        let mut value = || rest.next().unwrap_or(Err(BadArguments::MissingValue { option: name }));
        match option {
            Meaning::Switch => {}
            Meaning::Server => mode = Some(Mode::Server),
            Meaning::SshServer => mode = Some(Mode::SshServer),
            Meaning::Version => mode = Some(Mode::Version),
            Meaning::WorkingDirectory => read.working_directory = Some(value()?.into()),
            Meaning::EncodedCommand => read.start_script = Some(decode(&value()?)?),
            Meaning::ConfigurationFile => read.configuration_file = Some(value()?.into()),
            Meaning::ConfigurationName => _ = value()?,
            Meaning::CustomPipeName => read.custom_pipe = Some(value()?),
            Meaning::Command => {
                let mut text = value()?;
                // whatever follows belongs to the command's text, as words
                for word in rest.by_ref() {
                    text.push(' ');
                    text.push_str(&word?);
                }
                command = Some(text);
            }
        }
    }
    read.mode = match (mode, command) {
        (Some(mode), None) => mode,
        (Some(mode), Some(text)) => {
            read.start_script = Some(text);
            mode
        }
        (None, Some(text)) => Mode::Command(text),
        (None, None) => Mode::Command(read.start_script.take().ok_or(BadArguments::NoMode)?),
    };
    Ok(read)
}

fn find(argument: &str) -> Option<(&'static str, Meaning)> {
    let given = argument.strip_prefix("--").or_else(|| argument.strip_prefix('-'))?.to_ascii_lowercase();
    OPTIONS.iter().find_map(|(name, shortest, other, option)| {
        let abbreviated = name.to_ascii_lowercase().starts_with(&given) && given.starts_with(shortest);
        (abbreviated || (!other.is_empty() && given == *other)).then_some((*name, *option))
    })
}

fn decode(value: &str) -> Result<String, BadArguments> {
    let bytes = STANDARD.decode(value).map_err(|_| BadArguments::BadEncoding)?;
    let (units, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(BadArguments::BadEncoding);
    }
    let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    String::from_utf16(&units).map_err(|_| BadArguments::BadEncoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, BadArguments> {
        parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_start_script_is_utf16_in_base64() {
        let read = read("-s -NoLogo -NoProfile -wd /tmp -EncodedCommand JwDkACcA").unwrap();
        assert_eq!(read.mode, Mode::Server);
        assert_eq!(read.working_directory, Some("/tmp".into()));
        assert_eq!(read.start_script.as_deref(), Some("'ä'"));
        assert_eq!(super::decode("JwA"), Err(BadArguments::BadEncoding));
        assert_eq!(super::decode("ANg="), Err(BadArguments::BadEncoding));
    }

    #[test]
    fn names_are_taken_without_case_and_abbreviated() {
        for line in ["-s", "--s", "-S", "-servermode", "--ServerMode", "-serv -nol -NOP -noni -l"] {
            assert_eq!(read(line).map(|read| read.mode), Ok(Mode::Server), "{line}");
        }
        for line in ["-sshs", "-SSHServerMode", "--sshserver -NoLogo"] {
            assert_eq!(read(line).map(|read| read.mode), Ok(Mode::SshServer), "{line}");
        }
        for line in ["-wd /x -s", "-wo /x -s", "-s -WorkingDirectory /x"] {
            assert_eq!(read(line).unwrap().working_directory, Some("/x".into()), "{line}");
        }
        for unknown in ["-ssh -s", "-no -s", "-x", "s", "-", "--"] {
            assert!(matches!(read(unknown), Err(BadArguments::Unknown { .. })), "{unknown}");
        }
    }

    #[test]
    fn a_configuration_is_read_from_a_file_and_its_name_ignored() {
        let read = read("-s -ConfigurationName no.such -ConfigurationFile /r.pssc").unwrap();
        assert_eq!(read.configuration_file, Some("/r.pssc".into()));
        assert_eq!(read.mode, Mode::Server);
    }

    #[test]
    fn the_rest_of_the_line_is_the_command() {
        let read = read("-NoLogo -CustomPipeName rec1 -Command while (1) { Start-Sleep 1 } -s").unwrap();
        assert_eq!(read.mode, Mode::Command("while (1) { Start-Sleep 1 } -s".into()));
        assert_eq!(read.custom_pipe.as_deref(), Some("rec1"));
    }

    #[test]
    fn what_lacks_is_named() {
        assert_eq!(read("-NoLogo"), Err(BadArguments::NoMode));
        assert_eq!(read("-s -wd"), Err(BadArguments::MissingValue { option: "WorkingDirectory" }));
    }
}
