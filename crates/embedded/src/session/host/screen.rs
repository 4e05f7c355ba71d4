//! The raw user interface: the client's screen and keyboard.

use super::{ClientHost, string, text};
use psrp::host::{BufferCells, HostCall, HostReturn};
use pwsh_runtime::Runspace;
use pwsh_runtime::facade::host::{BufferCell, Coordinates, Key, KeyInfo, Rectangle, Size};
use pwsh_value::payload::{Array, EnumNumber};
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, Result, Value};

impl ClientHost {
    /// A property of the screen, from what the client told when the pipeline came.
    pub(super) fn screen_property(&self, property: &str) -> Result<Value> {
        let screen = self.screen.lock();
        Ok(match &*property.to_ascii_lowercase() {
            "foregroundcolor" => screen.foreground_color.map_or(Value::Null, color),
            "backgroundcolor" => screen.background_color.map_or(Value::Null, color),
            "cursorsize" => screen.cursor_size.into(),
            "windowtitle" => screen.window_title.as_ref().map(string).into(),
            "cursorposition" => place(screen.cursor_position),
            "windowposition" => place(screen.window_position),
            "buffersize" => size(screen.buffer_size),
            "windowsize" => size(screen.window_size),
            "maxwindowsize" => size(screen.max_window_size),
            "maxphysicalwindowsize" => size(screen.max_physical_window_size),
            _ => return Err(not_implemented(property)),
        })
    }

    /// Sets a property of the screen, here and at the client.
    pub(super) fn set_screen_property(&self, rs: &mut Runspace, property: &str, value: Value) -> Result<()> {
        let number = |rs: &mut Runspace| pwsh_value::convert::to_int(rs, &value);
        let call = match &*property.to_ascii_lowercase() {
            "foregroundcolor" => {
                let color = number(rs)?;
                self.screen.lock().foreground_color = Some(color);
                HostCall::SetForegroundColor { color }
            }
            "backgroundcolor" => {
                let color = number(rs)?;
                self.screen.lock().background_color = Some(color);
                HostCall::SetBackgroundColor { color }
            }
            "cursorsize" => {
                let percent = number(rs)?;
                self.screen.lock().cursor_size = Some(percent);
                HostCall::SetCursorSize { percent }
            }
            "windowtitle" => {
                let title = text(&pwsh_value::convert::to_text(rs, &value)?);
                self.screen.lock().window_title.clone_from(&title);
                HostCall::SetWindowTitle { title }
            }
            "cursorposition" => {
                let position = place_of(&value)?;
                self.screen.lock().cursor_position = Some(position);
                HostCall::SetCursorPosition { position }
            }
            "windowposition" => {
                let position = place_of(&value)?;
                self.screen.lock().window_position = Some(position);
                HostCall::SetWindowPosition { position }
            }
            "buffersize" => {
                let size = size_of(&value)?;
                self.screen.lock().buffer_size = Some(size);
                HostCall::SetBufferSize { size }
            }
            "windowsize" => {
                let size = size_of(&value)?;
                self.screen.lock().window_size = Some(size);
                HostCall::SetWindowSize { size }
            }
            _ => return Err(not_implemented(property)),
        };
        self.ask(&call).map(drop)
    }

    /// Calls a method of the screen or the keyboard, by its name in the protocol.
    pub(super) fn call_screen(&self, method: &str, arguments: &[Value]) -> Result<Value> {
        let argument = |index: usize| arguments.get(index).unwrap_or(&Value::Null);
        let call = match method {
            "ReadKey" => HostCall::ReadKey { options: number_of(argument(0)) },
            "FlushInputBuffer" => HostCall::FlushInputBuffer,
            "FillBufferContents" => HostCall::FillBufferContents {
                rectangle: rectangle_of(argument(0))?,
                fill: cell_of(argument(1))?,
            },
            "SetBufferContents" => HostCall::SetBufferContents {
                origin: place_of(argument(0))?,
                contents: cells_of(argument(1))?,
            },
            "ScrollBufferContents" => HostCall::ScrollBufferContents {
                source: rectangle_of(argument(0))?,
                destination: place_of(argument(1))?,
                clip: rectangle_of(argument(2))?,
                fill: cell_of(argument(3))?,
            },
            other => return Err(not_implemented(other)),
        };
        Ok(match self.ask(&call)? {
            HostReturn::Key(key) => KeyInfo::value(Key {
                code: key.virtual_key_code,
                character: key.character,
                states: key.control_key_state,
                down: key.key_down,
            }),
            _ => Value::Null,
        })
    }
}

/// What PowerShell's remote host cannot do, although the protocol has a number for it.
pub(super) fn not_implemented(what: &str) -> Error {
    Error::new(
        "System.Management.Automation.PSNotImplementedException",
        format!("Remote host method {what} is not implemented."),
    )
    .id("RemoteHostMethodNotImplemented")
    .category(Category::NotImplemented)
}

fn color(number: i32) -> Value {
    Value::enumeration(&named("System.ConsoleColor"), i64::from(number))
}

fn size(size: Option<psrp::host::Size>) -> Value {
    size.map_or(Value::Null, |size| Size::value(size.width, size.height))
}

fn place(place: Option<psrp::host::Coordinates>) -> Value {
    place.map_or(Value::Null, |place| Coordinates::value(place.x, place.y))
}

fn place_of(value: &Value) -> Result<psrp::host::Coordinates> {
    let parts = value.as_object().and_then(|obj| obj.get::<Coordinates>()).map(|place| place.parts());
    let [x, y] = parts.ok_or_else(|| Error::argument("expected coordinates", "value"))?;
    Ok(psrp::host::Coordinates { x, y })
}

fn size_of(value: &Value) -> Result<psrp::host::Size> {
    let parts = value.as_object().and_then(|obj| obj.get::<Size>()).map(|size| size.parts());
    let [width, height] = parts.ok_or_else(|| Error::argument("expected a size", "value"))?;
    Ok(psrp::host::Size { width, height })
}

fn number_of(value: &Value) -> i32 {
    value.as_object().and_then(|obj| obj.get::<EnumNumber>()).map_or(0, |number| number.0 as i32)
}

fn rectangle_of(value: &Value) -> Result<psrp::host::Rectangle> {
    let parts = value.as_object().and_then(|obj| obj.get::<Rectangle>()).map(|part| part.parts());
    let [left, top, right, bottom] =
        parts.ok_or_else(|| Error::argument("expected a rectangle", "rectangle"))?;
    Ok(psrp::host::Rectangle { left, top, right, bottom })
}

fn cell_of(value: &Value) -> Result<psrp::host::BufferCell> {
    let cell = value.as_object().and_then(|obj| obj.get::<BufferCell>()).map(|cell| cell.cell());
    let cell = cell.ok_or_else(|| Error::argument("expected a buffer cell", "fill"))?;
    Ok(psrp::host::BufferCell {
        character: cell.character,
        foreground: cell.foreground,
        background: cell.background,
        cell_type: cell.half,
    })
}

fn cells_of(value: &Value) -> Result<BufferCells> {
    let array = value.as_object().and_then(|obj| obj.get::<Array>());
    let Some((array, [rows, columns])) = array.and_then(|array| {
        let lengths: [usize; 2] = array.lengths().try_into().ok()?;
        Some((array, lengths))
    }) else {
        return Err(Error::argument("expected an array of two dimensions", "contents"));
    };
    let cells = array.to_vec().iter().map(cell_of).collect::<Result<Vec<_>>>()?;
    Ok(BufferCells { rows, columns, cells })
}
