//! The way from one item to another.

use pwsh_runtime::provider::ItemPath;
use pwsh_value::PsString;

/// The path of `item` as seen from `base`, beginning with `.` or `..`; the whole path where no way leads there.
pub fn relative(base: &ItemPath, item: &ItemPath) -> PsString {
    if base.provider != item.provider {
        return item.shown();
    }
    way(&base.path, &item.path).into()
}

fn way(base: &str, path: &str) -> String {
    let parts = |path: &str| -> Vec<String> {
        path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (base, path) = (parts(base), parts(path));
    let common = base.iter().zip(&path).take_while(|(a, b)| a == b).count();
    if common == base.len() && common == path.len() {
        return match path.last() {
            Some(name) => format!("../{name}"),
            None => ".".to_owned(),
        };
    }
    let mut way: Vec<&str> = vec![".."; base.len() - common];
    if way.is_empty() {
        way.push(".");
    }
    way.extend(path[common..].iter().map(String::as_str));
    let way = way.join("/");
    if path.is_empty() { format!("{way}/") } else { way }
}

#[cfg(test)]
mod tests {
    use super::way;

    #[test]
    fn a_way_leads_down_or_first_up() {
        assert_eq!(way("/a/b", "/a/b/c/d"), "./c/d");
        assert_eq!(way("/a/b", "/a/x"), "../x");
        assert_eq!(way("/a/b", "/a/b"), "../b");
        assert_eq!(way("/", "/etc"), "./etc");
        assert_eq!(way("/a/b", "/"), "../../");
    }
}
