//! Objects to format data, as the format cmdlets do it.

use crate::data::{Entry, EntryInfo, Packet, Piece, Stream};
use crate::generate::Generator;
use crate::parameter::Parameter;
use crate::value_text::{enumeration_limit, items_of, plain};
use crate::view::{Shape, ViewTable, without_prefix};
use crate::{object, read};
use pwsh_runtime::Runspace;
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::member::PropertyView;
use pwsh_runtime::record::TextRecord;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Error, PsString, Result, Value};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// What a format cmdlet was told.
#[derive(Clone)]
pub struct Parameters {
    /// The shape; `None`: what suits the objects.
    pub shape: Option<Shape>,
    /// -Property
    pub properties: Vec<Parameter>,
    /// -ExcludeProperty
    pub exclude: Vec<Wildcard>,
    /// -GroupBy
    pub group_by: Option<Parameter>,
    /// -View
    pub view: Option<PsString>,
    /// -AutoSize
    pub auto_size: Option<bool>,
    /// -Wrap
    pub wrap: Option<bool>,
    /// -HideTableHeaders
    pub hide_headers: Option<bool>,
    /// -RepeatHeader
    pub repeat_header: bool,
    /// -Column
    pub columns: Option<i32>,
    /// -Depth
    pub depth: i32,
    /// -Expand
    pub expand: Expand,
    /// -Force: errors, strings and their like get the shape too.
    pub force: bool,
    /// -ShowError: what failed follows as an error.
    pub show_error: bool,
    /// -DisplayError: what failed shows as `#ERR`.
    pub display_error: bool,
}

/// What is shown of a collection.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Expand {
    /// Its items.
    #[default]
    EnumOnly,
    /// Itself.
    CoreOnly,
    /// Both.
    Both,
}

impl Parameters {
    /// Nothing said but the shape.
    pub fn of(shape: Option<Shape>) -> Parameters {
        Parameters {
            shape,
            properties: Vec::new(),
            exclude: Vec::new(),
            group_by: None,
            view: None,
            auto_size: None,
            wrap: None,
            hide_headers: None,
            repeat_header: false,
            columns: None,
            depth: 5,
            expand: Expand::EnumOnly,
            force: false,
            show_error: false,
            display_error: false,
        }
    }
}

/// Where format data goes.
pub type Sink<'a> = &'a mut dyn FnMut(&mut Runspace, Value) -> Result<()>;

/// A running format cmdlet.
pub struct Formatter {
    parameters: Arc<Parameters>,
    limit: i32,
    generator: Option<Generator>,
    in_group: bool,
}

impl Formatter {
    /// A formatter that has seen no object.
    pub fn new(rs: &mut Runspace, parameters: Parameters) -> Formatter {
        let limit = enumeration_limit(rs);
        Formatter { parameters: Arc::new(parameters), limit, generator: None, in_group: false }
    }

    /// Takes an object of the pipeline.
    ///
    /// # Errors
    /// A view that does not exist, or what the sink says. What fails in the object shows as nothing.
    pub fn process(&mut self, rs: &mut Runspace, value: &Value, out: Sink<'_>) -> Result<()> {
        if value.is_null() {
            return Ok(());
        }
        let Some(items) = items_of(rs, value)? else { return self.object(rs, value, out) };
        match self.parameters.expand {
            Expand::CoreOnly => return self.object(rs, value, out),
            Expand::EnumOnly => {}
            Expand::Both => {
                self.comment(rs, "The following object supports IEnumerable:", out)?;
                self.out_of_band(rs, value, true, out)?;
                let count = match items.len() {
                    0 => "The IEnumerable contains no objects.".to_owned(),
                    1 => "The IEnumerable contains the following object:".to_owned(),
                    n => format!("The IEnumerable contains the following {n} objects:"),
                };
                self.comment(rs, &count, out)?;
            }
        }
        for item in &items {
            let item = if item.is_null() { &Value::String(PsString::empty()) } else { item };
            self.object(rs, item, out)?;
        }
        Ok(())
    }

    /// After the last object.
    pub fn end(&mut self, rs: &mut Runspace, out: Sink<'_>) -> Result<()> {
        if std::mem::take(&mut self.in_group) {
            out(rs, object::object(Packet::GroupEnd))?;
        }
        if self.generator.take().is_some() {
            out(rs, object::object(Packet::FormatEnd))?;
        }
        Ok(())
    }

    fn object(&mut self, rs: &mut Runspace, value: &Value, out: Sink<'_>) -> Result<()> {
        if read::packet(rs, value)?.is_some() {
            return out(rs, value.clone());
        }
        let alone = self.parameters.shape.is_none() || !self.parameters.force;
        if alone && self.out_of_band(rs, value, false, out)? {
            return Ok(());
        }
        let mut generator = match self.generator.take() {
            Some(generator) => generator,
            None => {
                let generator = Generator::new(rs, value, self.parameters.clone(), self.limit)?;
                let start = generator.start(rs, value)?;
                out(rs, object::object(Packet::FormatStart(start)))?;
                generator
            }
        };
        let result = self.entry(rs, &mut generator, value, alone, out);
        self.generator = Some(generator);
        result
    }

    fn entry(
        &mut self,
        rs: &mut Runspace,
        generator: &mut Generator,
        value: &Value,
        alone: bool,
        out: Sink<'_>,
    ) -> Result<()> {
        if alone
            && !generator.is_applicable(&rs.type_names(value))
            && self.out_of_band(rs, value, true, out)?
        {
            return Ok(());
        }
        let changed = generator.update_group(rs, value)?;
        if !self.in_group || changed {
            if self.in_group {
                let pieces = vec![Piece::Group(None, Vec::new())];
                out(rs, object::object(Packet::Entry(alone_entry(EntryInfo::Complex(pieces)))))?;
                out(rs, object::object(Packet::GroupEnd))?;
            }
            let heading = generator.heading(rs, value)?;
            out(rs, object::object(Packet::GroupStart(heading)))?;
            self.in_group = true;
        }
        let (info, errors) = generator.entry(rs, value)?;
        let entry = Entry { info, out_of_band: false, stream: stream_of(value) };
        out(rs, object::object(Packet::Entry(entry)))?;
        self.report(rs, errors, out)
    }

    /// Shows what failed, if that was asked for.
    fn report(&mut self, rs: &mut Runspace, errors: Vec<Error>, out: Sink<'_>) -> Result<()> {
        if self.parameters.show_error {
            for error in errors {
                let record = Value::Object(rs.record_of(&error, None).object());
                self.out_of_band(rs, &record, true, out)?;
            }
        }
        Ok(())
    }

    fn comment(&mut self, rs: &mut Runspace, text: &str, out: Sink<'_>) -> Result<()> {
        out(rs, object::object(Packet::Entry(alone_entry(EntryInfo::Raw(text.into())))))
    }

    /// Shows an object on its own, if it is one of those: by its view, as text, or - `fallback` - as a list.
    fn out_of_band(
        &mut self,
        rs: &mut Runspace,
        value: &Value,
        fallback: bool,
        out: Sink<'_>,
    ) -> Result<bool> {
        let names = rs.type_names(value);
        if names.is_empty() && !fallback {
            return Ok(false);
        }
        let view = ViewTable::find(rs, &names, |view| view.out_of_band);
        let (info, errors) = if let Some(view) = view {
            Generator::of_view(rs, view, Arc::new(Parameters::of(None)), self.limit)?.entry(rs, value)?
        } else if is_scalar(&names) || !has_properties(rs, value)? {
            let text = plain(rs, value);
            (EntryInfo::Raw(text.unwrap_or_default()), Vec::new())
        } else if !fallback {
            return Ok(false);
        } else {
            Generator::of_properties(Shape::List, Arc::new(Parameters::of(None)), self.limit)
                .entry(rs, value)?
        };
        let mut entry = alone_entry(info);
        entry.stream = stream_of(value);
        out(rs, object::object(Packet::Entry(entry)))?;
        self.report(rs, errors, out)?;
        Ok(true)
    }
}

fn alone_entry(info: EntryInfo) -> Entry {
    Entry { info, out_of_band: true, stream: Stream::None }
}

/// The stream that a record was written to, however it came here.
fn stream_of(value: &Value) -> Stream {
    let Some(obj) = value.cell() else { return Stream::None };
    if obj.get::<ErrorRecord>().is_some_and(|record| record.from_stream.load(Ordering::Relaxed)) {
        return Stream::Error;
    }
    if !obj.get::<TextRecord>().is_some_and(|record| record.from_stream) {
        return Stream::None;
    }
    match &*obj.ty().name().to_str() {
        "System.Management.Automation.WarningRecord" => Stream::Warning,
        "System.Management.Automation.VerboseRecord" => Stream::Verbose,
        "System.Management.Automation.DebugRecord" => Stream::Debug,
        _ => Stream::None,
    }
}

/// Types whose values are shown as their text.
const SCALARS: [&str; 17] = [
    "System.String",
    "System.SByte",
    "System.Byte",
    "System.Int16",
    "System.UInt16",
    "System.Int32",
    "System.UInt32",
    "System.Int64",
    "System.UInt64",
    "System.Char",
    "System.Single",
    "System.Double",
    "System.Boolean",
    "System.Decimal",
    "System.IntPtr",
    "System.Security.SecureString",
    "System.Numerics.BigInteger",
];

/// Whether a value of these type names is shown as its text.
pub(crate) fn is_scalar(names: &[PsString]) -> bool {
    let Some(first) = names.first() else { return false };
    if names.get(1).is_some_and(|base| base.is("System.Enum")) {
        return true;
    }
    let plain = without_prefix(std::slice::from_ref(first));
    let first = plain.as_ref().map_or(first, |names| &names[0]);
    SCALARS.iter().any(|scalar| first.is(scalar))
}

/// Whether an object has properties besides those that remoting adds.
fn has_properties(rs: &mut Runspace, value: &Value) -> Result<bool> {
    let remoting = ["PSComputerName", "PSShowComputerName", "RunspaceId", "PSSourceJobInstanceId"];
    let properties = rs.properties(value, PropertyView::All)?;
    Ok(properties.iter().any(|property| !remoting.iter().any(|name| property.name.is(name))))
}
