//! What a user is asked, and how the answer is read.

use std::io;

use clixml::{SecureString, Text};
use psrp::host::{ChoicePrompt, CredentialPrompt, FieldDescription, PsCredential};

use super::terminal::Terminal;

/// Shows what a prompt is about.
pub fn heading(terminal: &mut Terminal, caption: Option<&Text>, message: Option<&Text>) -> io::Result<()> {
    for text in [caption, message].into_iter().flatten().filter(|text| !text.is_empty()) {
        terminal.write(&format!("{text}\n"))?;
    }
    Ok(())
}

/// A secret, or none at the end of the input.
pub fn secret(terminal: &mut Terminal) -> io::Result<Option<SecureString>> {
    let line = terminal.read_secret()?;
    Ok(line.map(|line| SecureString::from_text(&Text::from(line))))
}

/// The value of one field as text; an empty line stands for its default.
pub fn field(terminal: &mut Terminal, field: &FieldDescription) -> io::Result<Option<String>> {
    let name = field.name.as_ref().map(Text::to_string).unwrap_or_default();
    terminal.write(&format!("{name}: "))?;
    terminal.read_line()
}

/// A user name, unless one was given, and a password.
pub fn credential(terminal: &mut Terminal, prompt: &CredentialPrompt) -> io::Result<Option<PsCredential>> {
    heading(terminal, prompt.caption.as_ref(), prompt.message.as_ref())?;
    let user_name = match prompt.user_name.as_ref().filter(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => {
            terminal.write("User: ")?;
            match terminal.read_line()?.filter(|name| !name.is_empty()) {
                Some(name) => name.into(),
                None => return Ok(None),
            }
        }
    };
    terminal.write(&format!("Password for user {user_name}: "))?;
    Ok(secret(terminal)?.map(|password| PsCredential { user_name, password }))
}

/// The index of the chosen answer; `default` for an empty line or at the end of the input. Asks again until
/// the answer is one.
pub fn choice(
    terminal: &mut Terminal,
    prompt: &ChoicePrompt,
    default: Option<i32>,
) -> io::Result<Option<i32>> {
    let labels: Vec<(String, String)> = prompt
        .choices
        .iter()
        .map(|choice| key_and_label(&choice.label.as_ref().map(Text::to_string).unwrap_or_default()))
        .collect();
    loop {
        for (key, label) in &labels {
            terminal.write(&format!("[{key}] {label}  "))?;
        }
        let default_key = default.and_then(|index| labels.get(usize::try_from(index).ok()?));
        let hint = default_key.map(|(key, _)| format!(" (default is \"{key}\")")).unwrap_or_default();
        terminal.write(&format!("[?] Help{hint}: "))?;
        let Some(answer) = terminal.read_line()?.filter(|answer| !answer.is_empty()) else {
            return Ok(default);
        };
        if answer == "?" {
            for ((key, _), choice) in labels.iter().zip(&prompt.choices) {
                let help = choice.help_message.as_ref().map(Text::to_string).unwrap_or_default();
                terminal.write(&format!("{key} - {help}\n"))?;
            }
            continue;
        }
        if let Some(index) = find(&labels, &answer) {
            return Ok(i32::try_from(index).ok());
        }
    }
}

fn find(labels: &[(String, String)], answer: &str) -> Option<usize> {
    let is = |text: &str| text.to_lowercase() == answer.trim().to_lowercase();
    labels.iter().position(|(key, label)| is(key) || is(label))
}

/// The hot key of a label, which stands after `&`, or the whole label; and the label without the mark.
fn key_and_label(label: &str) -> (String, String) {
    let plain = label.replacen('&', "", 1);
    let key = label.split_once('&').and_then(|(_, after)| after.chars().next());
    match key {
        Some(key) => (key.to_uppercase().to_string(), plain),
        None => (plain.clone(), plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_hot_key_or_a_label() {
        let labels = ["&Yes", "Yes to &All", "Plain"].map(key_and_label);
        assert_eq!(labels[1], ("A".into(), "Yes to All".into()));
        assert_eq!(find(&labels, "y"), Some(0));
        assert_eq!(find(&labels, "yes to all"), Some(1));
        assert_eq!(find(&labels, "PLAIN"), Some(2));
        assert_eq!(find(&labels, "no"), None);
    }
}
