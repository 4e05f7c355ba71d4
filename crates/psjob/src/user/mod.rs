//! `psjob user`: the service's accounts.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};

use psjob_auth::Password;
use psjob_auth::accounts::Accounts;
use zeroize::Zeroizing;

use crate::arguments::{User, UserAction};
use crate::serve::State;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Does what was asked, and gives the exit code.
pub fn run(user: User) -> i32 {
    match act(user) {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("psjob user: {error}");
            1
        }
    }
}

fn act(user: User) -> Result<(), Failure> {
    let state = State::open(user.state)?;
    let mut accounts = Accounts::read(&state.accounts())?;
    match user.action {
        UserAction::Add { name, os_account } => {
            let os_account = os_account_of(os_account)?;
            accounts.add(&name, &os_account, &ask_password()?)?;
        }
        UserAction::Passwd { name } => accounts.set_password(&name, &ask_password()?)?,
        UserAction::Remove { name } => accounts.remove(&name)?,
        UserAction::List => {
            for account in accounts.list() {
                println!("{}\t{}", account.name, account.os_account);
            }
        }
    }
    Ok(())
}

/// The caller's own account unless another is named; root only by name.
fn os_account_of(named: Option<String>) -> Result<String, Failure> {
    match named {
        Some(name) => Ok(name),
        None if rustix::process::geteuid().is_root() => {
            Err("sessions of this account would run as root: say --as root if that is meant, or --as another"
                .into())
        }
        None => Ok(own_name()),
    }
}

/// The name of the account that this process runs as; its number where it has no name.
pub fn own_name() -> String {
    let own = rustix::process::geteuid().as_raw();
    let passwd = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let mut lines = passwd.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let found = lines.find(|fields| fields.get(2).and_then(|id| id.parse().ok()) == Some(own));
    found.map_or_else(|| own.to_string(), |fields| fields[0].to_owned())
}

/// Asks at a terminal, twice; else the password is the first line of standard input.
fn ask_password() -> Result<Password, Failure> {
    let input = io::stdin();
    if !input.is_terminal() {
        let mut line = Zeroizing::new(Vec::new());
        input.lock().take(4096).read_until(b'\n', &mut line)?;
        let end = line.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
        return Ok(Password::new(line[..end].to_vec()));
    }
    let first = read_hidden("Password: ")?;
    if *first != *read_hidden("Again: ")? {
        return Err("the two are not the same".into());
    }
    Ok(Password::new(first.to_vec()))
}

/// Reads a line that the terminal does not show.
fn read_hidden(prompt: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

    let input = io::stdin();
    let shown = tcgetattr(&input)?;
    let mut hidden = shown.clone();
    hidden.local_modes &= !LocalModes::ECHO;
    eprint!("{prompt}");
    io::stderr().flush()?;
    tcsetattr(&input, OptionalActions::Flush, &hidden)?;
    let mut line = Zeroizing::new(Vec::new());
    let read = input.lock().read_until(b'\n', &mut line);
    tcsetattr(&input, OptionalActions::Flush, &shown)?;
    eprintln!();
    read?;
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    Ok(line)
}
