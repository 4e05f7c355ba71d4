//! Paths as texts: their parts and how they are put together, whatever they name.

/// The drive or provider with its colon, and what stands behind it.
pub fn qualified(path: &str) -> (&str, &str) {
    match path.find(':').filter(|at| *at > 0 && !path[..*at].contains(['/', '\\'])) {
        Some(at) => {
            let end = if path[at..].starts_with("::") { at + 2 } else { at + 1 };
            path.split_at(end)
        }
        None => ("", path),
    }
}

/// The last part of a path.
pub fn leaf(path: &str) -> String {
    let path = path.replace('\\', "/");
    let (_, rest) = qualified(&path);
    match rest.trim_end_matches('/') {
        "" => path.clone(),
        rest => rest.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

/// A path without its last part, empty for none.
pub fn parent(path: &str) -> String {
    let path = path.replace('\\', "/");
    let (qualifier, rest) = qualified(&path);
    let parent = match rest.trim_end_matches('/').rsplit_once('/') {
        None => "",
        Some(("", _)) => "/",
        Some((parent, _)) => parent,
    };
    format!("{qualifier}{parent}")
}

/// `child` below `parent`, with one separator between.
pub fn joined(parent: &str, child: &str) -> String {
    let child = child.replace('\\', "/");
    let trimmed = parent.strip_suffix('/').unwrap_or(parent);
    format!("{trimmed}/{}", child.strip_prefix('/').unwrap_or(&child))
}

#[cfg(test)]
mod tests {
    use super::{joined, leaf, parent, qualified};

    #[test]
    fn a_path_has_a_parent_and_a_leaf() {
        assert_eq!((parent("/a/b/c.txt"), leaf("/a/b/c.txt")), ("/a/b".into(), "c.txt".into()));
        assert_eq!((parent("/a"), leaf("a/b/")), ("/".into(), "b".into()));
        assert_eq!(parent("a"), "");
        assert_eq!(qualified("env:/PATH"), ("env:", "/PATH"));
    }

    #[test]
    fn one_separator_stands_between() {
        assert_eq!(joined("a/", "/b"), "a/b");
        assert_eq!(joined("/", "etc"), "/etc");
        assert_eq!(joined("a", ""), "a/");
    }
}
