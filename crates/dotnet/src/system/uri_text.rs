//! A URI's parts, read and put together as .NET's `Uri` does.

use crate::fault;
use crate::net::percent;
use pwsh_value::{Error, Result};
use std::net::{Ipv4Addr, Ipv6Addr};

/// The parts of an absolute URI, escaped.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parts {
    /// In lower case.
    pub scheme: String,
    /// Empty for none.
    pub user_info: String,
    /// In lower case; empty for none.
    pub host: String,
    /// -1 for none.
    pub port: i32,
    /// Whether an authority (`//`) stands in it.
    pub has_authority: bool,
    /// From the first `/` on.
    pub path: String,
    /// With its `?`, empty for none.
    pub query: String,
    /// With its `#`, empty for none.
    pub fragment: String,
}

/// The port that a scheme has by itself.
pub fn default_port(scheme: &str) -> i32 {
    match scheme {
        "http" | "ws" => 80,
        "https" | "wss" => 443,
        "ftp" => 21,
        "ssh" | "sftp" => 22,
        "telnet" => 23,
        "ldap" => 389,
        "mailto" => 25,
        "net.tcp" => 808,
        _ => -1,
    }
}

/// Whether a scheme is one.
pub fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

fn invalid(what: &str) -> Error {
    Error::new("System.UriFormatException", format!("Invalid URI: {what}"))
}

/// Reads an absolute URI, or a full path of a file.
///
/// # Errors
/// `UriFormatException`.
pub fn read(text: &str) -> Result<Parts> {
    let text = text.trim();
    if text.is_empty() {
        return Err(invalid("The URI is empty."));
    }
    if text.starts_with('/') && !text.starts_with("//") {
        return read(&format!("file://{}", percent::encode(text, "-_.~!$&'()*+,;=:@/%")));
    }
    let Some((scheme, rest)) = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
        return Err(invalid("The format of the URI could not be determined."));
    };
    let scheme = scheme.to_ascii_lowercase();
    let (rest, fragment) = split(rest, '#');
    let (rest, query) = split(rest, '?');
    let mut parts = Parts { port: -1, ..Parts::default() };
    let path = match rest.strip_prefix("//") {
        Some(rest) => {
            parts.has_authority = true;
            let end = rest.find(['/', '\\']).unwrap_or(rest.len());
            authority(&mut parts, &rest[..end], &scheme)?;
            &rest[end..]
        }
        None if matches!(&*scheme, "http" | "https" | "ftp" | "ws" | "wss") => {
            return Err(invalid("The hostname could not be parsed."));
        }
        None => rest,
    };
    let slashed = path.replace('\\', "/");
    let escaped = escape(&slashed, "/");
    parts.path = if parts.has_authority {
        without_dots(if escaped.is_empty() { "/" } else { &escaped })
    } else {
        escaped
    };
    parts.query = escape(query, "?/");
    parts.fragment = escape(fragment, "#?/");
    if parts.port == -1 {
        parts.port = default_port(&scheme);
    }
    parts.scheme = scheme;
    Ok(parts)
}

/// A text before a mark, and the mark with what follows.
fn split(text: &str, mark: char) -> (&str, &str) {
    text.find(mark).map_or((text, ""), |at| text.split_at(at))
}

fn authority(parts: &mut Parts, text: &str, scheme: &str) -> Result<()> {
    let host = match text.rsplit_once('@') {
        Some((user, host)) => {
            parts.user_info = escape(user, "");
            host
        }
        None => text,
    };
    let (name, port) = if host.starts_with('[') {
        let end = host.find(']').ok_or_else(|| invalid("The hostname could not be parsed."))?;
        let name = &host[..=end];
        if name[1..end].split('%').next().is_none_or(|address| address.parse::<Ipv6Addr>().is_err()) {
            return Err(invalid("The hostname could not be parsed."));
        }
        (name, host[end + 1..].strip_prefix(':'))
    } else {
        host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)))
    };
    let valid = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '[' | ']' | ':');
    if name.is_empty() && scheme != "file" || !name.chars().all(valid) {
        return Err(invalid("The hostname could not be parsed."));
    }
    parts.host = name.to_lowercase();
    if let Some(port) = port.filter(|port| !port.is_empty()) {
        let number = port.parse::<u16>().map_err(|_| invalid("Invalid port specified."))?;
        parts.port = number.into();
    }
    Ok(())
}

/// Escapes what may not stand in a URI; escapes that are there stay.
pub fn escape(text: &str, also: &str) -> String {
    const KEPT: &str = "-_.~!$&'()*+,;=:@[]";
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_escape = c == '%'
            && text.as_bytes().get(at + 1..at + 3).is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit));
        if is_escape || c.is_ascii_alphanumeric() || KEPT.contains(c) || also.contains(c) {
            out.push(c);
        } else {
            out.push_str(&percent::encode(c.encode_utf8(&mut [0; 4]), ""));
        }
    }
    out
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let pieces: Vec<&str> = path.split('/').skip(1).collect();
    for (at, piece) in pieces.iter().enumerate() {
        let last = at + 1 == pieces.len();
        match *piece {
            "." if last => parts.push(""),
            "." => {}
            ".." => {
                parts.pop();
                if last {
                    parts.push("");
                }
            }
            name => parts.push(name),
        }
    }
    format!("/{}", parts.join("/"))
}

impl Parts {
    /// Host and port, the port only where it is not the scheme's own.
    pub fn authority(&self) -> String {
        if self.port == default_port(&self.scheme) || self.port == -1 {
            self.host.clone()
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }

    /// The whole, escaped.
    pub fn absolute(&self) -> String {
        let user = if self.user_info.is_empty() { String::new() } else { format!("{}@", self.user_info) };
        let authority =
            if self.has_authority { format!("//{user}{}", self.authority()) } else { String::new() };
        format!("{}:{authority}{}{}{}", self.scheme, self.path, self.query, self.fragment)
    }

    /// The whole as people read it: what is escaped is unescaped where that changes no meaning.
    pub fn shown(&self) -> String {
        unescaped(&self.absolute())
    }

    /// A reference against this URI.
    ///
    /// # Errors
    /// `UriFormatException`.
    pub fn join(&self, reference: &str) -> Result<Parts> {
        let has_scheme = reference.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme));
        if has_scheme {
            return read(reference);
        }
        if let Some(rest) = reference.strip_prefix("//") {
            return read(&format!("{}://{rest}", self.scheme));
        }
        let (rest, fragment) = split(reference, '#');
        let (path, query) = split(rest, '?');
        let mut joined = self.clone();
        joined.fragment = escape(fragment, "#?/");
        if path.is_empty() {
            if !query.is_empty() {
                joined.query = escape(query, "?/");
            }
            return Ok(joined);
        }
        joined.query = escape(query, "?/");
        let path = escape(path, "/");
        let base = &self.path[..self.path.rfind('/').map_or(0, |slash| slash + 1)];
        joined.path = without_dots(&if path.starts_with('/') { path } else { format!("{base}{path}") });
        Ok(joined)
    }

    /// `UriHostNameType` by its number.
    pub fn host_type(&self) -> i64 {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        if self.host.is_empty() {
            1
        } else if bare.parse::<Ipv4Addr>().is_ok() {
            3
        } else if bare.parse::<Ipv6Addr>().is_ok() {
            4
        } else {
            2
        }
    }
}

/// Text with its escapes read, but for those of reserved characters and controls.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String| {
        let decoded = percent::decode(run, false);
        let safe =
            !decoded.contains(|c: char| c.is_control() || c == '\u{FFFD}' || "%/?#:@\\&=+$,;".contains(c));
        out.push_str(if safe { &decoded } else { run });
        run.clear();
    };
    let mut rest = text;
    while !rest.is_empty() {
        let escape = rest
            .as_bytes()
            .get(..3)
            .is_some_and(|d| d[0] == b'%' && d[1..].iter().all(u8::is_ascii_hexdigit));
        if escape {
            run.push_str(&rest[..3]);
            rest = &rest[3..];
        } else {
            flush(&mut run, &mut out);
            let c = rest.chars().next().expect("not empty");
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    flush(&mut run, &mut out);
    out
}

/// `ArgumentNullException` for a URI's text.
pub fn required(text: Option<&pwsh_value::PsString>, parameter: &str) -> Result<String> {
    text.map(ToString::to_string).ok_or_else(|| fault::null(parameter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_put_in_its_canonical_form() {
        let uri = read("HTTP://User:pw@Example.COM:80/a/../b c/é?q=1 2#f").unwrap();
        assert_eq!(uri.absolute(), "http://User:pw@example.com/b%20c/%C3%A9?q=1%202#f");
        assert_eq!(uri.shown(), "http://User:pw@example.com/b c/é?q=1 2#f");
        assert_eq!(read("http://h/a/b?x").unwrap().join("../c").unwrap().absolute(), "http://h/c");
        assert!(
            format!("{:?}", read("abc").unwrap_err())
                .ends_with("The format of the URI could not be determined.")
        );
    }
}
