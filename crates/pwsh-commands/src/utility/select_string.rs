//! `Select-String`.

use crate::encoding_argument::encoding_argument;
use crate::matching::{Around, Patterns, Tracker, without_display};
use crate::types::match_info::{MATCH_INFO_NAME, context_object, place};
use crate::types::{Fields, field, set_field};
use psjob_dotnet::io::file_system_info::DiskEntry;
use psjob_dotnet::io::{failure, text_file};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::ops::Case;
use pwsh_value::text::culture::Culture;
use pwsh_value::ty::named;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, Obj, PsString, Result, Value, convert};

/// Finds lines by patterns, in text and in files.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Select-String",
    module = "Microsoft.PowerShell.Utility",
    aliases("sls"),
    default_set = "File",
    output("System.Boolean", "Microsoft.PowerShell.Commands.MatchInfo", "System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097119"
)]
pub struct SelectString {
    #[parameter]
    #[validate(not_null)]
    culture: Option<PsString>,
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, pipeline, set = "Object")]
    #[parameter(mandatory, pipeline, set = "ObjectRaw")]
    #[validate(allow_null, allow_empty_string)]
    input_object: Value,
    #[parameter(mandatory, position = 0)]
    pattern: Vec<PsString>,
    #[parameter(mandatory, position = 1, pipeline_by_name, set = "File")]
    #[parameter(mandatory, position = 1, pipeline_by_name, set = "FileRaw")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "LiteralFile", alias("PSPath", "LP"))]
    #[parameter(mandatory, pipeline_by_name, set = "LiteralFileRaw")]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, set = "ObjectRaw")]
    #[parameter(mandatory, set = "FileRaw")]
    #[parameter(mandatory, set = "LiteralFileRaw")]
    raw: Switch,
    #[parameter]
    simple_match: Switch,
    #[parameter]
    case_sensitive: Switch,
    #[parameter(set = "Object")]
    #[parameter(set = "File")]
    #[parameter(set = "LiteralFile")]
    quiet: Switch,
    #[parameter]
    list: Switch,
    #[parameter]
    no_emphasis: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    include: Vec<PsString>,
    #[parameter]
    #[validate(not_null_or_empty)]
    exclude: Vec<PsString>,
    #[parameter]
    not_match: Switch,
    #[parameter]
    all_matches: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    encoding: Value,
    #[parameter]
    #[validate(not_null_or_empty, count(1, 2), range(0, 2147483647))]
    context: Vec<i32>,
    search: Option<Search>,
    tracker: Tracker,
    /// How many objects came.
    count: u64,
    done: bool,
}

/// What is looked for.
struct Search {
    patterns: Patterns,
    around: Around,
    include: Vec<Wildcard>,
    exclude: Vec<Wildcard>,
}

impl Cmdlet for SelectString {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if let Some(culture) = &self.culture {
            check_culture(culture, self.simple_match.0)?;
        }
        let wildcards = |texts: &[PsString]| {
            texts.iter().map(|text| Wildcard::new(text, Case::Ignore)).collect::<Result<Vec<_>>>()
        };
        let count =
            |at: usize| self.context.get(at).or(self.context.first()).map_or(0, |count| *count as usize);
        let around =
            if self.raw.0 { Around::default() } else { Around { before: count(0), behind: count(1) } };
        let patterns = Patterns::new(io.rs, &self.pattern, self.simple_match.0, self.case_sensitive.0)?;
        let (include, exclude) = (wildcards(&self.include)?, wildcards(&self.exclude)?);
        self.search = Some(Search { patterns, around, include, exclude });
        self.tracker = Tracker::new(around);
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.done {
            return Ok(());
        }
        if !self.path.is_empty() || !self.literal_path.is_empty() {
            let files = self.files(io)?;
            return self.search_files(io, files);
        }
        let info = self
            .input_object
            .as_object()
            .and_then(|obj| obj.get::<DiskEntry>())
            .map(|entry| entry.path().to_owned());
        if let Some(path) = info.filter(|path| !path.is_dir()) {
            let path = path.to_string_lossy().into_owned();
            let item = io.rs.item_path(&path)?;
            return self.search_files(io, vec![item]);
        }
        self.search_object(io)
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.tracker.ended();
        if self.done {
            return Ok(());
        }
        let found = self.tracker.take();
        self.put_out(io, found)
    }
}

impl SelectString {
    fn files(&self, io: &mut Io<'_>) -> Result<Vec<ItemPath>> {
        let literal = self.path.is_empty();
        let mut files = Vec::new();
        for path in if literal { &self.literal_path } else { &self.path } {
            let found = match literal {
                true => vec![io.rs.item_path(&path.to_str())?],
                false => io.rs.glob(&path.to_str(), false)?,
            };
            for item in found {
                if !item.is_file_system() {
                    let provider = item.provider.full_name();
                    let text = format!(
                        "Cannot open the file because the current provider ({provider}) cannot open files."
                    );
                    io.write_error(refused(text, "ProcessingFile"))?;
                } else if !literal && !item.file().exists() {
                    return Err(pwsh_runtime::provider::item_not_found(&item.shown()));
                } else if !item.file().is_dir() {
                    files.push(item);
                }
            }
        }
        Ok(files)
    }

    fn search_files(&mut self, io: &mut Io<'_>, files: Vec<ItemPath>) -> Result<()> {
        for file in files {
            let found = match self.search_file(io, &file) {
                Ok(found) => found,
                Err(error) if error.thrown().is_some() => {
                    io.write_error(error)?;
                    continue;
                }
                Err(error) => return Err(error),
            };
            if found && self.quiet.0 {
                return Ok(());
            }
        }
        match (self.quiet.0, self.list.0) {
            (true, true) => io.write(Value::Null),
            (true, false) => io.write(false),
            _ => Ok(()),
        }
    }

    /// Looks through a file and puts out what it finds; says whether it found anything.
    fn search_file(&self, io: &mut Io<'_>, file: &ItemPath) -> Result<bool> {
        let Some(search) = &self.search else { return Ok(false) };
        let name: PsString = file.path.as_str().into();
        let named = |list: &[Wildcard]| list.iter().any(|pattern| pattern.matches(&name));
        if (!search.include.is_empty() && !named(&search.include)) || named(&search.exclude) {
            return Ok(false);
        }
        let bytes = std::fs::read(file.file()).map_err(|error| {
            let cause = failure::of(&error, file.file()).message();
            refused(format!("The file {name} cannot be read: {cause}"), "ProcessingFile")
        })?;
        let (encoding, _) = encoding_argument(io.rs, &self.encoding)?;
        let text = text_file::decoded(&bytes, encoding);
        let mut tracker = Tracker::new(search.around);
        let mut found = false;
        for (number, line) in text_file::lines(&text).into_iter().enumerate() {
            io.poll()?;
            let line: PsString = line.into();
            match self.find(io, search, &line)? {
                Some(info) => {
                    set_field(&info, place::PATH, name.clone().into());
                    set_field(&info, place::LINE_NUMBER, Value::UInt64(number as u64 + 1));
                    tracker.found(info);
                }
                None => tracker.line(line),
            }
            let ready = tracker.take();
            if ready.is_empty() {
                continue;
            }
            found = true;
            self.put_out(io, ready)?;
            if self.quiet.0 || self.list.0 {
                return Ok(true);
            }
        }
        tracker.ended();
        let rest = tracker.take();
        found |= !rest.is_empty();
        self.put_out(io, rest)?;
        Ok(found)
    }

    fn search_object(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.count += 1;
        let input = self.input_object.clone();
        let Some(search) = &self.search else { return Ok(()) };
        let is_match = input.ty().is_some_and(|ty| *ty == named(MATCH_INFO_NAME));
        if is_match && search.around.any() {
            io.warning("The option \"Context\" is not valid when searching results that are piped from Select-String output.")?;
            self.tracker = Tracker::default();
            self.search = self.search.take().map(|search| Search { around: Around::default(), ..search });
        }
        let Some(search) = &self.search else { return Ok(()) };
        let text = if is_match { field(&input, place::LINE) } else { input.clone() };
        let line = convert::to_text(io.rs, &text)?;
        match self.find(io, search, &line)? {
            Some(_) if is_match => self.tracker.found(filtered(&input)),
            Some(info) => {
                set_field(&info, place::LINE_NUMBER, Value::UInt64(self.count));
                self.tracker.found(info);
            }
            None => self.tracker.line(line),
        }
        let ready = self.tracker.take();
        self.done = self.quiet.0 && !ready.is_empty();
        self.put_out(io, ready)
    }

    /// The MatchInfo of a line that is wanted, without its place.
    fn find(&self, io: &mut Io<'_>, search: &Search, line: &PsString) -> Result<Option<Value>> {
        let all = self.all_matches.0 && !self.not_match.0;
        let found = search.patterns.find(io.rs, line, all)?;
        let (pattern, matches) = match (found, self.not_match.0) {
            (Some(found), false) => found,
            (None, true) => (search.patterns.first(), Vec::new()),
            _ => return Ok(None),
        };
        let context = match search.around.any() {
            true => context_object(Vec::new(), Vec::new(), Default::default()),
            false => Value::Null,
        };
        let matches = Obj::typed_array(&named("System.Text.RegularExpressions.Match"), matches);
        Ok(Some(Fields::object(
            MATCH_INFO_NAME,
            vec![
                (!self.case_sensitive.0).into(),
                Value::UInt64(0),
                line.clone().into(),
                Value::Null,
                pattern.into(),
                context,
                matches.into(),
            ],
        )))
    }

    fn put_out(&self, io: &mut Io<'_>, found: Vec<Value>) -> Result<()> {
        if found.is_empty() {
            return Ok(());
        }
        if self.quiet.0 && !self.list.0 && !self.raw.0 {
            return io.write(true);
        }
        let count = if self.list.0 && !self.raw.0 { 1 } else { found.len() };
        for info in found.into_iter().take(count) {
            io.write(if self.raw.0 { field(&info, place::LINE) } else { info })?;
        }
        Ok(())
    }
}

/// A match that was found before: as it is, or a copy that shows no lines around it, which others may stand between.
fn filtered(info: &Value) -> Value {
    let context = field(info, place::CONTEXT);
    if context.is_null() {
        return info.clone();
    }
    let mut fields: Vec<Value> = (place::IGNORE_CASE..=place::MATCHES).map(|at| field(info, at)).collect();
    fields[place::CONTEXT] = without_display(&context);
    Fields::object(MATCH_INFO_NAME, fields)
}

fn check_culture(culture: &PsString, simple: bool) -> Result<()> {
    if !simple {
        let text = "You must specify -Culture parameter only with -SimpleMatch parameter.";
        return Err(Error::new("System.InvalidOperationException", text)
            .id("CannotSpecifyCultureWithoutSimpleMatch")
            .category(Category::InvalidData));
    }
    let named = ["Ordinal", "Invariant", "Current"].iter().any(|name| culture.is(name));
    match Culture::get(&culture.to_str()) {
        Err(error) if !named => Err(psjob_dotnet::globalization::culture_info::not_found(&error)),
        _ => Ok(()),
    }
}

fn refused(text: String, id: &str) -> Error {
    Error::new("System.ArgumentException", text).id(id).category(Category::InvalidArgument)
}
