//! `$Host.UI.RawUI`: `System.Management.Automation.Host.PSHostRawUserInterface`.

use super::buffer_cell::{BufferCell, Cell};
use super::size::Size;
use super::{asked, host};
use crate::facade::runspace;
use pwsh_value::payload::{Array, Elements};
use pwsh_value::ty::{Call, FacadeType, array_of, method, named, property, property_rw};
use pwsh_value::{Error, Obj, Result, Value};

/// `ReadKeyOptions.IncludeKeyDown`.
const INCLUDE_KEY_DOWN: i64 = 4;
/// `BufferCellType.Complete`.
const COMPLETE: i32 = 0;

macro_rules! both {
    ($signature:literal, $name:literal) => {
        property_rw($signature, |call| get(call, $name), |call| set(call, $name))
    };
}

pub(in crate::facade) static RAW_USER_INTERFACE: FacadeType = FacadeType {
    members: &[
        both!("System.ConsoleColor ForegroundColor {get;set;}", "ForegroundColor"),
        both!("System.ConsoleColor BackgroundColor {get;set;}", "BackgroundColor"),
        both!("System.Management.Automation.Host.Coordinates CursorPosition {get;set;}", "CursorPosition"),
        both!("System.Management.Automation.Host.Coordinates WindowPosition {get;set;}", "WindowPosition"),
        both!("int CursorSize {get;set;}", "CursorSize"),
        both!("System.Management.Automation.Host.Size BufferSize {get;set;}", "BufferSize"),
        both!("System.Management.Automation.Host.Size WindowSize {get;set;}", "WindowSize"),
        property("System.Management.Automation.Host.Size MaxWindowSize {get;}", |call| {
            get(call, "MaxWindowSize")
        }),
        property("System.Management.Automation.Host.Size MaxPhysicalWindowSize {get;}", |call| {
            get(call, "MaxPhysicalWindowSize")
        }),
        both!("string WindowTitle {get;set;}", "WindowTitle"),
        method("void FlushInputBuffer()", |call| forward(call, "FlushInputBuffer")),
        method("System.Management.Automation.Host.KeyInfo ReadKey()", |call| {
            let options = Value::enumeration(
                &named("System.Management.Automation.Host.ReadKeyOptions"),
                INCLUDE_KEY_DOWN,
            );
            asked(call)?.call(runspace(call.cx), "ReadKey", &[options])
        }),
        method(
            "System.Management.Automation.Host.KeyInfo ReadKey(System.Management.Automation.Host.ReadKeyOptions options)",
            |call| forward(call, "ReadKey"),
        ),
        method(
            "void SetBufferContents(System.Management.Automation.Host.Rectangle rectangle, \
             System.Management.Automation.Host.BufferCell fill)",
            |call| forward(call, "FillBufferContents"),
        ),
        method(
            "void SetBufferContents(System.Management.Automation.Host.Coordinates origin, \
             System.Management.Automation.Host.BufferCell[,] contents)",
            |call| forward(call, "SetBufferContents"),
        ),
        method(
            "System.Management.Automation.Host.BufferCell[,] \
             GetBufferContents(System.Management.Automation.Host.Rectangle rectangle)",
            |call| forward(call, "GetBufferContents"),
        ),
        method(
            "void ScrollBufferContents(System.Management.Automation.Host.Rectangle source, \
             System.Management.Automation.Host.Coordinates destination, \
             System.Management.Automation.Host.Rectangle clip, System.Management.Automation.Host.BufferCell fill)",
            |call| forward(call, "ScrollBufferContents"),
        ),
        method("int LengthInBufferCells(string source)", |call| Ok((call.str(0).len() as i32).into())),
        method("int LengthInBufferCells(char source)", |_| Ok(Value::Int32(1))),
        method(
            "System.Management.Automation.Host.BufferCell[,] NewBufferCellArray(string[] contents, \
             System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor)",
            cells_of_lines,
        ),
        method(
            "System.Management.Automation.Host.BufferCell[,] NewBufferCellArray(int width, int height, \
             System.Management.Automation.Host.BufferCell contents)",
            |call| {
                let (width, height) = (call.int(0), call.int(1));
                filled_cells(call, width, height, 2)
            },
        ),
        method(
            "System.Management.Automation.Host.BufferCell[,] NewBufferCellArray(\
             System.Management.Automation.Host.Size size, System.Management.Automation.Host.BufferCell contents)",
            |call| {
                let [width, height] = call.payload::<Size>(0).map_or([0, 0], |size| size.parts());
                filled_cells(call, width, height, 1)
            },
        ),
    ],
    ..FacadeType::class("System.Management.Automation.Internal.Host.InternalHostRawUserInterface")
};

fn get(call: &mut Call<'_>, property: &str) -> Result<Value> {
    match host(call) {
        Some(host) => host.raw_get(runspace(call.cx), property),
        None => Ok(Value::Null),
    }
}

fn set(call: &mut Call<'_>, property: &str) -> Result<Value> {
    let value = call.arg(0).clone();
    asked(call)?.raw_set(runspace(call.cx), property, value)?;
    Ok(Value::Void)
}

/// Has the host do what it is asked, with the call's own arguments.
fn forward(call: &mut Call<'_>, method: &str) -> Result<Value> {
    let arguments = call.args;
    asked(call)?.call(runspace(call.cx), method, arguments)
}

/// Lines as cells, the shorter ones filled with blanks.
fn cells_of_lines(call: &mut Call<'_>) -> Result<Value> {
    let lines = call.cx.enumerate(call.arg(0))?.unwrap_or_default();
    let lines: Vec<Vec<u16>> =
        lines.iter().filter_map(|line| Some(line.as_string()?.units().into_owned())).collect();
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    let (foreground, background) = (call.number(1) as i32, call.number(2) as i32);
    let blank = u16::from(b' ');
    let cells = lines.iter().flat_map(|line| {
        let filled = line.iter().copied().chain(std::iter::repeat(blank)).take(width);
        filled.map(|character| Cell { character, foreground, background, half: COMPLETE })
    });
    Ok(cell_array(lines.len(), width, cells.map(BufferCell::value).collect()))
}

/// `height` rows of `width` cells, all like the argument at `contents`.
fn filled_cells(call: &mut Call<'_>, width: i32, height: i32, contents: usize) -> Result<Value> {
    let sides = usize::try_from(height).ok().zip(usize::try_from(width).ok());
    let Some((rows, columns)) = sides.filter(|(rows, columns)| *rows > 0 && *columns > 0) else {
        return Err(Error::argument("Width and height must be greater than zero.", "width"));
    };
    let Some(cell) = call.payload::<BufferCell>(contents).map(|cell| cell.cell()) else {
        return Err(Error::argument("Value cannot be null.", "contents"));
    };
    let mut cells = Vec::new();
    rows.checked_mul(columns).filter(|&count| cells.try_reserve_exact(count).is_ok()).ok_or_else(|| {
        Error::new(
            "System.OutOfMemoryException",
            "Insufficient memory to continue the execution of the program.",
        )
    })?;
    cells.extend((0..rows * columns).map(|_| BufferCell::value(cell)));
    Ok(cell_array(rows, columns, cells))
}

/// A `BufferCell[,]`.
fn cell_array(rows: usize, columns: usize, cells: Vec<Value>) -> Value {
    let ty = array_of(&named("System.Management.Automation.Host.BufferCell"), 2);
    Value::Object(Obj::new(ty, Array::multi(vec![rows, columns], Elements::Values(cells))))
}
