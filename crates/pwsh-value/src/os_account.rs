//! Names of the system's accounts, from its files.

/// The name of a user.
pub fn user_name(id: u32) -> Option<String> {
    name_in("/etc/passwd", id)
}

/// The name of a group.
pub fn group_name(id: u32) -> Option<String> {
    name_in("/etc/group", id)
}

fn name_in(file: &str, id: u32) -> Option<String> {
    let list = std::fs::read_to_string(file).ok()?;
    list.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(id)).then(|| name.to_owned())
    })
}
