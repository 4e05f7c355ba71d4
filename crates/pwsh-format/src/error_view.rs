//! How an error record is shown: `$ErrorView` (about_Preference_Variables).

use pwsh_runtime::Runspace;
use pwsh_value::{Context, Name, PsString, Result, Value, convert, stack};
use std::sync::LazyLock;

static ERROR_VIEW: LazyLock<Name> = LazyLock::new(|| Name::intern("ErrorView"));

/// The width at which a message is broken where there is no screen.
const DEFAULT_WIDTH: usize = 120;

/// The text of an error record in the view that `$ErrorView` names.
pub fn message(rs: &mut Runspace, record: &Value) -> Result<Value> {
    let view = rs.lookup(*ERROR_VIEW);
    let view = rs.to_text(&view)?;
    let error = Error::of(rs, record)?;
    let id = error.text(rs, &["FullyQualifiedErrorId"])?;
    if id == "NativeCommandErrorMessage" || id == "NativeCommandError" {
        return Ok(error.text(rs, &["Exception", "Message"])?.into());
    }
    if view.is("DetailedView") {
        return rs.invoke_text("Get-Error | Out-String");
    }
    if view.is("CategoryView") {
        let category = error.get(rs, &["CategoryInfo"])?;
        return rs.call_method(&category, "GetMessage", Vec::new());
    }
    if view.is("ConciseView") { error.concise(rs) } else { error.normal(rs, &id) }.map(Value::from)
}

/// All of an error record or exception, as Get-Error shows it.
pub fn details(rs: &mut Runspace, record: &Value) -> Result<Value> {
    let text = Details { accent: String::new() }.object(rs, record, 0, 1)?;
    Ok(text.into())
}

/// An error and the invocation that it came from.
struct Error {
    record: Value,
    shown: Value,
    invocation: Value,
}

fn is_set(value: &Value) -> bool {
    convert::to_bool(value)
}

impl Error {
    fn of(rs: &mut Runspace, shown: &Value) -> Result<Error> {
        let invocation = rs.get_property(shown, "InvocationInfo")?;
        if !is_set(&invocation) {
            let inner = rs.get_property(shown, "ErrorRecord")?;
            if is_set(&inner) {
                let invocation = rs.get_property(&inner, "InvocationInfo")?;
                if is_set(&invocation) {
                    return Ok(Error { record: inner, shown: shown.clone(), invocation });
                }
            }
        }
        Ok(Error { record: shown.clone(), shown: shown.clone(), invocation })
    }

    fn get(&self, rs: &mut Runspace, path: &[&str]) -> Result<Value> {
        walk(rs, &self.record, path)
    }

    fn text(&self, rs: &mut Runspace, path: &[&str]) -> Result<String> {
        let value = self.get(rs, path)?;
        text(rs, &value)
    }

    fn invoked(&self, rs: &mut Runspace, path: &[&str]) -> Result<Value> {
        walk(rs, &self.invocation, path)
    }

    fn normal(&self, rs: &mut Runspace, id: &str) -> Result<String> {
        let mut out = self.command_prefix(rs)?;
        let details = self.text(rs, &["ErrorDetails", "Message"])?;
        out.push_str(&if details.is_empty() { self.text(rs, &["Exception", "Message"])? } else { details });
        let more = self.text(rs, &["PSMessageDetails"])?;
        if !more.is_empty() {
            out.push_str(&format!(" : {more}"));
        }
        let parser = self.text(rs, &["CategoryInfo", "Category"])? == "ParserError";
        let command = self.invoked(rs, &["MyCommand"])?;
        if is_set(&self.invocation) && (is_set(&command) || !parser) {
            let position = self.invoked(rs, &["PositionMessage"])?;
            let position = text(rs, &position)?;
            if !position.is_empty() {
                out.push_str(&format!("\n{position}"));
            }
        }
        let mut category = self.text(rs, &["ErrorCategory_Message"])?;
        if category.is_empty() {
            category = self.text(rs, &["CategoryInfo"])?;
        }
        out.push_str(&format!("\n+ CategoryInfo          : {category}\n+ FullyQualifiedErrorId : {id}"));
        let computer = self.text(rs, &["OriginInfo", "PSComputerName"])?;
        if !computer.is_empty() {
            out.push_str(&format!("\n+ PSComputerName        : {computer}"));
        }
        Ok(out)
    }

    /// `name : `, the command that reported it.
    fn command_prefix(&self, rs: &mut Runspace) -> Result<String> {
        let command = self.invoked(rs, &["MyCommand"])?;
        let called = self.invoked(rs, &["InvocationName"])?;
        let called = text(rs, &called)?;
        let name = if !is_set(&command) {
            called
        } else {
            let kind = walk(rs, &command, &["CommandType"])?;
            let part = match &*text(rs, &kind)? {
                "ExternalScript" => Some("Path"),
                "Script" => Some("ScriptBlock"),
                _ if matches!(&*called, "" | "&" | ".") => Some("Name"),
                _ => None,
            };
            match part {
                Some(part) => {
                    let value = walk(rs, &command, &[part])?;
                    text(rs, &value)?
                }
                None => called,
            }
        };
        Ok(if name.is_empty() { name } else { format!("{name} : ") })
    }

    fn concise(&self, rs: &mut Runspace) -> Result<String> {
        let line_number = self.invoked(rs, &["ScriptLineNumber"])?;
        let line_number = text(rs, &line_number)?;
        let script = self.invoked(rs, &["ScriptName"])?;
        let script = text(rs, &script)?;
        let parser = self.text(rs, &["CategoryInfo", "Category"])? == "ParserError";
        let nested = "System.Management.Automation.ParentContainsErrorRecordException";
        let exception = self.get(rs, &["Exception"])?;
        let parse_error = parser && exception.ty().is_some_and(|ty| ty.name().is(nested));
        let far = !script.is_empty() || line_number.parse::<i64>().is_ok_and(|line| line > 1);
        let mut out = String::new();
        let mut prefix = String::new();
        if (parse_error || far) && !script.to_lowercase().ends_with(".psm1") {
            (out, prefix) = self.source_line(rs, &script, &line_number)?;
        }
        let mut message = self.concise_message(rs, parser)?;
        if !script.is_empty() && is_set(&self.invocation) || parser {
            message = broken(rs, &message, &prefix);
            message.push('\n');
        }
        let reason = self.reason(rs)?;
        out.insert_str(0, &format!("{reason}: "));
        out.push_str(&prefix);
        out.push_str(&message);
        let more = self.text(rs, &["PSMessageDetails"])?;
        if !more.is_empty() {
            out.insert_str(0, &format!(" : {more}"));
        }
        let advice = walk(rs, &self.shown, &["ErrorDetails", "RecommendedAction"])?;
        let advice = text(rs, &advice)?;
        if !advice.trim().is_empty() {
            out.push_str(&format!("\n  Recommendation: {advice}"));
        }
        Ok(out)
    }

    /// The line of source with the place underlined, and what stands before the message below it.
    fn source_line(&self, rs: &mut Runspace, script: &str, number: &str) -> Result<(String, String)> {
        let wide = " ".repeat(number.len().saturating_sub(4));
        let pad = " ".repeat(4usize.saturating_sub(number.len()));
        let mut out = if script.is_empty() { "\n".to_owned() } else { format!("{script}:{number}\n") };
        let position = self.invoked(rs, &["PositionMessage"])?;
        let position = text(rs, &position)?;
        let lines: Vec<&str> = position.split('\n').collect();
        let line = lines.get(1).and_then(|line| line.get(1..)).unwrap_or("");
        let mark = lines.last().and_then(|line| line.get(1..)).unwrap_or("");
        let prefix = format!("{wide}     | ");
        out.push_str(&format!("{wide}Line |\n{pad}{number} | {line}\n"));
        if !mark.is_empty() {
            out.push_str(&format!("{prefix}{mark}\n"));
        }
        Ok((out, prefix))
    }

    fn concise_message(&self, rs: &mut Runspace, parser: bool) -> Result<String> {
        let details = self.text(rs, &["ErrorDetails", "Message"])?;
        if !details.is_empty() {
            return Ok(details);
        }
        let message = self.text(rs, &["Exception", "Message"])?;
        if parser && let Some((_, rest)) = message.split_once("~\n") {
            return Ok(rest.split("\n\n").next().unwrap_or(rest).to_owned());
        }
        if is_set(&self.get(rs, &["Exception"])?) {
            return Ok(message);
        }
        let own = self.text(rs, &["Message"])?;
        if own.is_empty() { text(rs, &self.record) } else { Ok(own) }
    }

    /// What stands before the colon.
    fn reason(&self, rs: &mut Runspace) -> Result<String> {
        if is_set(&self.get(rs, &["Exception", "WasThrownFromThrowStatement"])?) {
            return Ok("Exception".into());
        }
        let command = self.invoked(rs, &["MyCommand"])?;
        let name = walk(rs, &command, &["Name"])?;
        let name = text(rs, &name)?;
        if !name.is_empty() && rs.resolve_command(&PsString::from(&*name)).is_ok() {
            return text(rs, &command);
        }
        let activity = self.text(rs, &["CategoryInfo", "Activity"])?;
        if !activity.is_empty() {
            return Ok(activity);
        }
        if is_set(&command) {
            return text(rs, &command);
        }
        let called = self.invoked(rs, &["InvocationName"])?;
        if is_set(&called) {
            return text(rs, &called);
        }
        let category = self.get(rs, &["CategoryInfo", "Category"])?;
        if is_set(&category) {
            return text(rs, &category);
        }
        let reason = self.text(rs, &["CategoryInfo", "Reason"])?;
        Ok(if reason.is_empty() { "Error".into() } else { reason })
    }
}

fn walk(rs: &mut Runspace, value: &Value, path: &[&str]) -> Result<Value> {
    let mut value = value.clone();
    for name in path {
        if value.is_null() {
            break;
        }
        value = rs.get_property(&value, name)?;
    }
    Ok(value)
}

fn text(rs: &mut Runspace, value: &Value) -> Result<String> {
    Ok(rs.to_text(value)?.to_str().into_owned())
}

/// A message in one line, broken between words where the screen ends.
fn broken(rs: &Runspace, message: &str, prefix: &str) -> String {
    let message = message.replace(['\n', '\t'], " ");
    let width = rs.host.as_ref().map_or(Some(DEFAULT_WIDTH), |host| host.width()).unwrap_or(DEFAULT_WIDTH);
    let mut rest = message.as_str();
    let mut lines = Vec::new();
    loop {
        let room = if lines.is_empty() { width } else { width.saturating_sub(prefix.chars().count()) };
        let end = rest.char_indices().nth(room).map(|(at, _)| at);
        let cut = end.and_then(|end| rest[..end].rfind(char::is_whitespace)).filter(|cut| *cut > 0);
        let Some(cut) = cut else { break };
        lines.push(&rest[..cut]);
        rest = rest[cut..].trim();
    }
    lines.push(rest);
    lines.join(&format!("\n{prefix}"))
}

/// Shows the properties of an error, those of what lies inside indented.
struct Details {
    accent: String,
}

/// How deep errors inside errors are shown.
const MAXIMUM_DEPTH: usize = 10;

impl Details {
    fn object(&self, rs: &mut Runspace, value: &Value, indent: usize, depth: usize) -> Result<String> {
        stack::check()?;
        let mut properties = Vec::new();
        for property in rs.properties(value, pwsh_runtime::member::PropertyView::All)? {
            let name = property.name.to_str().into_owned();
            let value = property.value(rs, value)?;
            if name != "PSErrorIndex" && self.is_shown(rs, &value)? {
                properties.push((name, value));
            }
        }
        if is_exception(value)
            && let Some(ty) = value.ty()
        {
            properties.insert(0, ("Type".to_owned(), ty.name().clone().into()));
        }
        let longest = properties.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let mut lines = Vec::new();
        for (name, value) in &properties {
            let label = format!("{}{}{name:longest$} : ", " ".repeat(indent), self.accent);
            let shown = self.property(rs, name, value, indent, longest, depth)?;
            lines.push(format!("{label}{shown}"));
        }
        Ok(lines.join("\n"))
    }

    fn is_shown(&self, rs: &mut Runspace, value: &Value) -> Result<bool> {
        if value.is_null() || value.as_string().is_some_and(PsString::is_empty) {
            return Ok(false);
        }
        let items = crate::value_text::items_of(rs, value)?;
        Ok(items.is_none_or(|items| !items.is_empty()))
    }

    fn property(
        &self,
        rs: &mut Runspace,
        name: &str,
        value: &Value,
        indent: usize,
        longest: usize,
        depth: usize,
    ) -> Result<String> {
        if name == "StackTrace" {
            return Ok(format!("\n{}", text(rs, value)?));
        }
        let invocation = "System.Management.Automation.InvocationInfo";
        let nested = is_exception(value)
            || value.ty().is_some_and(|ty| {
                ty.name().is("System.Management.Automation.ErrorRecord") || ty.name().is(invocation)
            });
        if nested {
            return Ok(if depth >= MAXIMUM_DEPTH {
                crate::value_text::ELLIPSIS.to_owned()
            } else {
                format!("\n{}", self.object(rs, value, indent + 4, depth + 1)?)
            });
        }
        let shown = text(rs, value)?;
        let margin = format!("\n{}", " ".repeat(indent + longest + 3));
        Ok(shown.split('\n').map(str::trim).collect::<Vec<_>>().join(&margin))
    }
}

fn is_exception(value: &Value) -> bool {
    value.as_object().is_some_and(|obj| obj.get::<pwsh_value::payload::Exception>().is_some())
}
