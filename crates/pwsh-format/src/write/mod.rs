//! Format data to lines.

mod complex;
mod list;
mod table;
mod widths;

use crate::data::{Entry, EntryInfo, Packet, Piece, Row, Shape, Stream, TableHeader};
use crate::formatter::{Formatter, Parameters};
use crate::{cells, read};
use pwsh_runtime::Runspace;
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::collections::VecDeque;
use table::TableWriter;

/// The width of a table where lines may be of any length and there is no screen.
const DEFAULT_WIDTH: usize = 80;

/// Where lines go.
pub trait LineOutput {
    /// How many cells a line has; `None`: as many as it needs.
    fn width(&self) -> Option<usize>;

    /// Takes a line that was made of format data, from an object of that stream.
    fn line(&mut self, rs: &mut Runspace, text: &str, stream: Stream) -> Result<()>;

    /// Takes the text of an object that is shown as its text; it may have line ends.
    fn raw(&mut self, rs: &mut Runspace, text: &PsString, stream: Stream) -> Result<()>;
}

/// Where the format data stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Outside,
    Started,
    InGroup,
}

/// Makes lines of format data; other objects are formatted first.
pub struct Writer {
    formatter: Option<Formatter>,
    state: State,
    shape: Option<Shape>,
    caching: bool,
    cached: VecDeque<Packet>,
    group: Option<Group>,
}

/// The group whose entries are being written.
enum Group {
    Table(Box<TableWriter>),
    List,
    Wide { writer: Box<TableWriter>, row: Vec<PsString>, per_row: usize },
    Complex,
}

impl Default for Writer {
    fn default() -> Writer {
        Writer {
            formatter: None,
            state: State::Outside,
            shape: None,
            caching: false,
            cached: VecDeque::new(),
            group: None,
        }
    }
}

impl Writer {
    /// Takes an object of the pipeline.
    pub fn process(&mut self, rs: &mut Runspace, value: &Value, out: &mut dyn LineOutput) -> Result<()> {
        if value.is_null() {
            return Ok(());
        }
        if let Some(packet) = read::packet(rs, value)? {
            return self.packet(rs, packet, out);
        }
        let mut formatter = match self.formatter.take() {
            Some(formatter) => formatter,
            None => Formatter::new(rs, Parameters::of(None)),
        };
        let result = formatter.process(rs, value, &mut |rs, data| self.formatted(rs, &data, out));
        self.formatter = Some(formatter);
        result
    }

    /// After the last object.
    pub fn end(&mut self, rs: &mut Runspace, out: &mut dyn LineOutput) -> Result<()> {
        if let Some(mut formatter) = self.formatter.take() {
            formatter.end(rs, &mut |rs, data| self.formatted(rs, &data, out))?;
        }
        self.drain(rs, out)
    }

    fn formatted(&mut self, rs: &mut Runspace, data: &Value, out: &mut dyn LineOutput) -> Result<()> {
        match read::packet(rs, data)? {
            Some(packet) => self.packet(rs, packet, out),
            None => Ok(()),
        }
    }

    fn packet(&mut self, rs: &mut Runspace, packet: Packet, out: &mut dyn LineOutput) -> Result<()> {
        match &packet {
            Packet::Entry(entry) if entry.out_of_band => {}
            Packet::Entry(_) => self.expect(State::InGroup, &packet)?,
            Packet::FormatStart(start) => {
                if self.state == State::InGroup {
                    self.end(rs, out)?;
                }
                self.expect(State::Outside, &packet)?;
                self.state = State::Started;
                let computed = match &start.shape {
                    Shape::Table(header) => header.columns.first().is_some_and(|column| column.width == 0),
                    _ => false,
                };
                self.caching = start.auto_size || computed;
            }
            Packet::FormatEnd => {
                self.expect(State::Started, &packet)?;
                self.state = State::Outside;
            }
            Packet::GroupStart(_) => {
                self.expect(State::Started, &packet)?;
                self.state = State::InGroup;
            }
            Packet::GroupEnd => {
                self.expect(State::InGroup, &packet)?;
                self.state = State::Started;
            }
        }
        let starts = self.caching && matches!(packet, Packet::GroupStart(_));
        let ends = matches!(packet, Packet::GroupEnd);
        if starts || !self.cached.is_empty() {
            self.cached.push_back(packet);
            return if ends { self.drain(rs, out) } else { Ok(()) };
        }
        self.write(rs, packet, out)
    }

    fn expect(&self, state: State, packet: &Packet) -> Result<()> {
        if self.state == state {
            return Ok(());
        }
        let class = match packet {
            Packet::FormatStart(_) => "FormatStartData",
            Packet::FormatEnd => "FormatEndData",
            Packet::GroupStart(_) => "GroupStartData",
            Packet::GroupEnd => "GroupEndData",
            Packet::Entry(_) => "FormatEntryData",
        };
        let message = format!(
            "The object of type \"Microsoft.PowerShell.Commands.Internal.Format.{class}\" is not valid or not in the correct sequence. This is likely caused by a user-specified \"format-*\" command which is conflicting with the default formatting."
        );
        let error = Error::new(
            "System.InvalidOperationException",
            "Operation is not valid due to the current state of the object.",
        );
        Err(error.id("ConsoleLineOutputOutOfSequencePacket").category(Category::InvalidData).details(message))
    }

    /// Writes what waited for the end of its group.
    fn drain(&mut self, rs: &mut Runspace, out: &mut dyn LineOutput) -> Result<()> {
        while let Some(packet) = self.cached.pop_front() {
            self.write(rs, packet, out)?;
        }
        Ok(())
    }

    fn write(&mut self, rs: &mut Runspace, packet: Packet, out: &mut dyn LineOutput) -> Result<()> {
        match packet {
            Packet::FormatStart(start) => {
                self.shape = Some(start.shape);
                out.line(rs, "", Stream::None)
            }
            Packet::FormatEnd => match self.shape.take() {
                Some(Shape::List) => Ok(()),
                _ => out.line(rs, "", Stream::None),
            },
            Packet::GroupStart(heading) => self.group_start(rs, heading.as_deref(), out),
            Packet::GroupEnd => match self.group.take() {
                Some(Group::Wide { writer, row, per_row }) if !row.is_empty() => {
                    writer.wide_row(rs, row, per_row, out)
                }
                _ => Ok(()),
            },
            Packet::Entry(entry) if entry.out_of_band => alone(rs, &entry, out),
            Packet::Entry(entry) => self.entry(rs, &entry, out),
        }
    }

    fn group_start(
        &mut self,
        rs: &mut Runspace,
        heading: Option<&[Piece]>,
        out: &mut dyn LineOutput,
    ) -> Result<()> {
        if let Some(pieces) = heading {
            complex::write(rs, pieces, out.width(), Stream::None, out)?;
            out.line(rs, "", Stream::None)?;
        }
        let width = out.width().unwrap_or(DEFAULT_WIDTH);
        self.group = Some(match &self.shape {
            Some(Shape::List) => Group::List,
            Some(Shape::Complex) => Group::Complex,
            Some(Shape::Wide(columns)) => {
                let per_row = match usize::try_from(*columns) {
                    Ok(columns) if columns > 0 => columns,
                    _ => wide_columns(&self.cached, width),
                };
                let writer = Box::new(TableWriter::wide(per_row, width));
                Group::Wide { writer, row: Vec::new(), per_row }
            }
            Some(Shape::Table(header)) => {
                let widths = table_widths(header, &self.cached);
                let writer = Box::new(TableWriter::new(header, widths, width));
                writer.header(rs, header, out)?;
                Group::Table(writer)
            }
            None => return Ok(()),
        });
        Ok(())
    }

    fn entry(&mut self, rs: &mut Runspace, entry: &Entry, out: &mut dyn LineOutput) -> Result<()> {
        match (&mut self.group, &entry.info) {
            (Some(Group::Table(writer)), EntryInfo::Row(row)) => writer.row(rs, row, entry.stream, out),
            (Some(Group::List), EntryInfo::List(fields)) => {
                list::write(rs, fields, entry.stream, out)?;
                out.line(rs, "", entry.stream)
            }
            (Some(Group::Wide { writer, row, per_row }), EntryInfo::Wide(field)) => {
                row.push(field.text.clone());
                if row.len() == *per_row {
                    return writer.wide_row(rs, std::mem::take(row), *per_row, out);
                }
                Ok(())
            }
            (Some(Group::Complex), EntryInfo::Complex(pieces)) => {
                complex::write(rs, pieces, out.width(), entry.stream, out)
            }
            _ => Ok(()),
        }
    }
}

/// Writes what stands on its own.
fn alone(rs: &mut Runspace, entry: &Entry, out: &mut dyn LineOutput) -> Result<()> {
    match &entry.info {
        EntryInfo::Raw(text) => out.raw(rs, text, entry.stream),
        EntryInfo::Complex(pieces) => complex::write(rs, pieces, None, entry.stream, out),
        EntryInfo::List(fields) => {
            out.line(rs, "", entry.stream)?;
            list::write(rs, fields, entry.stream, out)?;
            out.line(rs, "", entry.stream)
        }
        EntryInfo::Row(_) | EntryInfo::Wide(_) => Ok(()),
    }
}

/// The widths that the rows need, for a table whose rows were waited for.
fn table_widths(header: &TableHeader, rows: &VecDeque<Packet>) -> Option<Vec<usize>> {
    if rows.is_empty() {
        return None;
    }
    let mut widths: Vec<usize> = header.columns.iter().map(|column| cells::width(column.header())).collect();
    for packet in rows {
        if let Packet::Entry(Entry { info: EntryInfo::Row(Row { fields, .. }), .. }) = packet {
            for (width, field) in widths.iter_mut().zip(fields) {
                *width = (*width).max(cells::width(&field.text.to_str()));
            }
        }
    }
    Some(widths)
}

/// How many of the longest value fit on a line; two where nothing was waited for.
fn wide_columns(entries: &VecDeque<Packet>, width: usize) -> usize {
    let longest = entries.iter().filter_map(|packet| match packet {
        Packet::Entry(Entry { info: EntryInfo::Wide(field), .. }) => Some(cells::width(&field.text.to_str())),
        _ => None,
    });
    match longest.max() {
        Some(longest) if longest > 0 => ((width.saturating_sub(1)) / (longest + 1)).max(1),
        _ => 2,
    }
}
