//! Paths as text: what `Path` works out without looking at the disk.

use crate::fault;
use pwsh_value::{Context, PsString, Result};
use std::path::PathBuf;

/// A full path: against the session's directory, without `.`, `..` and doubled separators.
///
/// # Errors
/// `ArgumentNullException` and `ArgumentException` for no path.
pub fn full(cx: &dyn Context, path: Option<&PsString>) -> Result<PathBuf> {
    full_for(cx, path, "path")
}

/// The same for an argument of another name.
///
/// # Errors
/// As [`full`].
pub fn full_for(cx: &dyn Context, path: Option<&PsString>, parameter: &str) -> Result<PathBuf> {
    let Some(path) = path else { return Err(fault::null(parameter)) };
    if path.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", parameter));
    }
    let text = path.to_str();
    if text.contains('\0') {
        return Err(fault::argument("Null character in path.", parameter));
    }
    Ok(normalized(&cx.process().directory().to_string_lossy(), &text).into())
}

/// `path` against `base`, without `.`, `..` and doubled separators; a separator at the end stays.
pub fn normalized(base: &str, path: &str) -> String {
    let joined = if path.starts_with('/') { path.to_owned() } else { format!("{base}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    let end = if joined.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    format!("/{}{end}", parts.join("/"))
}

/// The part after the last separator.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// The extension with its point, empty for none.
pub fn extension(path: &str) -> &str {
    let name = file_name(path);
    match name.rfind('.') {
        Some(dot) if dot + 1 < name.len() => &name[dot..],
        _ => "",
    }
}

/// The name without extension.
pub fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rfind('.').map_or(name, |dot| &name[..dot])
}

/// The directory of a path; `None` for a root or an empty path.
pub fn directory(path: &str) -> Option<String> {
    if path.is_empty() || path == "/" {
        return None;
    }
    let Some(slash) = path.rfind('/') else { return Some(String::new()) };
    let directory = path[..slash].trim_end_matches('/');
    let rooted = directory.is_empty() && path.starts_with('/');
    let collapsed: Vec<&str> = directory
        .split('/')
        .enumerate()
        .filter(|(at, part)| *at == 0 || !part.is_empty())
        .map(|(_, part)| part)
        .collect();
    Some(if rooted { "/".to_owned() } else { collapsed.join("/") })
}

/// Paths one after the other; a rooted one starts anew where `rooting` is set.
pub fn joined<'a>(paths: impl IntoIterator<Item = &'a str>, rooting: bool) -> String {
    let mut out = String::new();
    for path in paths {
        if path.is_empty() {
            continue;
        }
        if rooting && path.starts_with('/') {
            out.clear();
        }
        if !out.is_empty() && !out.ends_with('/') && !path.starts_with('/') {
            out.push('/');
        }
        out.push_str(path);
    }
    out
}

/// Whether a name fits a pattern of `*` and `?`, as `Directory.GetFiles` reads it.
pub fn fits(pattern: &str, name: &str) -> bool {
    if matches!(pattern, "*" | "*.*") {
        return true;
    }
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n, mut star) = (0, 0, None);
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || *c == name[n] => {
                p += 1;
                n += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    n = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_paths() {
        assert_eq!((extension("a.b/c.tar.gz"), stem("/x/c.tar.gz")), (".gz", "c.tar"));
        assert_eq!(directory("/a/b"), Some("/a".to_owned()));
        assert_eq!(directory("/a"), Some("/".to_owned()));
        assert_eq!((directory("a"), directory("/")), (Some(String::new()), None));
        assert_eq!(normalized("/home/u", "../x/./y//z/"), "/home/x/y/z/");
        assert_eq!(joined(["a", "/b", "c"], true), "/b/c");
    }

    #[test]
    fn patterns() {
        assert!(fits("*.txt", "a.b.txt") && fits("a?c*", "abcd") && !fits("*.txt", "a.txt2"));
    }
}
