//! `System.Management.Automation.Host.BufferCell`.

use super::color;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, named, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

const NAME: &str = "System.Management.Automation.Host.BufferCell";
const CELL_TYPE: &str = "System.Management.Automation.Host.BufferCellType";

/// A cell of the screen.
pub struct BufferCell(Mutex<Cell>);

/// What is in a cell.
#[derive(Clone, Copy)]
pub struct Cell {
    /// The UTF-16 unit.
    pub character: u16,
    /// The `ConsoleColor` of the character.
    pub foreground: i32,
    /// The `ConsoleColor` behind it.
    pub background: i32,
    /// `BufferCellType`: 0 for a whole character, 1 and 2 for the left and right half of a wide one.
    pub half: i32,
}

impl Payload for BufferCell {}

impl BufferCell {
    /// A cell as a value.
    pub fn value(cell: Cell) -> Value {
        Value::Object(Obj::new(named(NAME), BufferCell(Mutex::new(cell))))
    }

    /// What is in it.
    pub fn cell(&self) -> Cell {
        *self.0.lock()
    }
}

pub(in crate::facade) static BUFFER_CELL: FacadeType = FacadeType {
    kind: Kind::Struct,
    base: "System.ValueType",
    members: &[
        constructor(
            "new(char character, System.ConsoleColor foreground, System.ConsoleColor background, \
             System.Management.Automation.Host.BufferCellType bufferCellType)",
            new,
        ),
        property_rw(
            "char Character {get;set;}",
            |call| Ok(Value::Char(cell(call).character)),
            |call| {
                let character = call.char(0);
                change(call, |cell| cell.character = character)
            },
        ),
        property_rw(
            "System.ConsoleColor ForegroundColor {get;set;}",
            |call| Ok(color(cell(call).foreground)),
            |call| {
                let number = call.number(0) as i32;
                change(call, |cell| cell.foreground = number)
            },
        ),
        property_rw(
            "System.ConsoleColor BackgroundColor {get;set;}",
            |call| Ok(color(cell(call).background)),
            |call| {
                let number = call.number(0) as i32;
                change(call, |cell| cell.background = number)
            },
        ),
        property_rw(
            "System.Management.Automation.Host.BufferCellType BufferCellType {get;set;}",
            |call| Ok(Value::enumeration(&named(CELL_TYPE), cell(call).half.into())),
            |call| {
                let number = call.number(0) as i32;
                change(call, |cell| cell.half = number)
            },
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class(NAME)
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(BufferCell::value(Cell {
        character: call.char(0),
        foreground: call.number(1) as i32,
        background: call.number(2) as i32,
        half: call.number(3) as i32,
    }))
}

fn cell(call: &mut Call<'_>) -> Cell {
    call.this::<BufferCell>().cell()
}

fn change(call: &mut Call<'_>, work: impl FnOnce(&mut Cell)) -> Result<Value> {
    work(&mut call.this::<BufferCell>().0.lock());
    Ok(Value::Void)
}

fn to_string(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let Some(cell) = this.cell().and_then(|obj| obj.get::<BufferCell>()).map(|cell| cell.cell()) else {
        return Ok(PsString::empty());
    };
    let half = Value::enumeration(&named(CELL_TYPE), cell.half.into());
    let mut parts = Vec::new();
    for part in [Value::Char(cell.character), color(cell.foreground), color(cell.background), half] {
        parts.push(cx.to_text(&part)?);
    }
    Ok(format!("'{}' {} {} {}", parts[0], parts[1], parts[2], parts[3]).into())
}
