//! The raw user interface's values: places, sizes, keys and cells. They travel as objects without type names.

use clixml::tree::{FromValue, Object, ObjectRef, Value};

use super::list;
use crate::message::BodyError;

/// Defines a structure of `I32`s, with its members' names on the wire.
macro_rules! screen_structure {
    ($(#[$doc:meta])* $type:ident { $($(#[$field_doc:meta])* $field:ident: $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $type {
            $($(#[$field_doc])* pub $field: i32,)*
        }

        impl FromValue<'_> for $type {
            const EXPECTED: &'static str = concat!("an Obj with ", $($name, " ",)*);

            fn from_value(value: &Value) -> Option<Self> {
                let object: &ObjectRef = value.to().ok()?;
                Some(Self { $($field: object.required($name).ok()?,)* })
            }
        }

        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Object::new()$(.with_member($name, value.$field))*.into()
            }
        }
    };
}

screen_structure! {
    /// A place in the screen buffer ([MS-PSRP] 2.2.3.1), counted from 0.
    Coordinates {
        /// The column.
        x: "x",
        /// The row.
        y: "y",
    }
}

screen_structure! {
    /// A size in cells ([MS-PSRP] 2.2.3.2).
    Size {
        /// Columns.
        width: "width",
        /// Rows.
        height: "height",
    }
}

screen_structure! {
    /// A part of the screen buffer; all four borders belong to it.
    Rectangle {
        /// The first column.
        left: "left",
        /// The first row.
        top: "top",
        /// The last column.
        right: "right",
        /// The last row.
        bottom: "bottom",
    }
}

/// A key that was pressed or released ([MS-PSRP] 2.2.3.26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyInfo {
    /// The key's code, of no keyboard in particular.
    pub virtual_key_code: i32,
    /// The UTF-16 unit that it makes; 0 if none.
    pub character: u16,
    /// The flags of shift, control and the like.
    pub control_key_state: i32,
    /// It was pressed.
    pub key_down: bool,
}

impl FromValue<'_> for KeyInfo {
    const EXPECTED: &'static str = "an Obj of a key";

    fn from_value(value: &Value) -> Option<Self> {
        let object: &ObjectRef = value.to().ok()?;
        Some(Self {
            virtual_key_code: object.required("virtualKeyCode").ok()?,
            character: unit(object.get("character")?)?,
            control_key_state: object.required("controlKeyState").ok()?,
            key_down: object.required("keyDown").ok()?,
        })
    }
}

impl From<KeyInfo> for Value {
    fn from(key: KeyInfo) -> Self {
        Object::new()
            .with_member("virtualKeyCode", key.virtual_key_code)
            .with_member("character", Value::Char(key.character))
            .with_member("controlKeyState", key.control_key_state)
            .with_member("keyDown", key.key_down)
            .into()
    }
}

/// One cell of the screen buffer ([MS-PSRP] 2.2.3.28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BufferCell {
    /// The UTF-16 unit in it.
    pub character: u16,
    /// The ConsoleColor of the character.
    pub foreground: i32,
    /// The ConsoleColor behind it.
    pub background: i32,
    /// 0 for a whole character, 1 and 2 for the left and right half of a wide one.
    pub cell_type: i32,
}

impl FromValue<'_> for BufferCell {
    const EXPECTED: &'static str = "an Obj of a buffer cell";

    fn from_value(value: &Value) -> Option<Self> {
        let object: &ObjectRef = value.to().ok()?;
        Some(Self {
            character: unit(object.get("character")?)?,
            foreground: object.required("foregroundColor").ok()?,
            background: object.required("backgroundColor").ok()?,
            cell_type: object.required("bufferCellType").ok()?,
        })
    }
}

impl From<BufferCell> for Value {
    fn from(cell: BufferCell) -> Self {
        Object::new()
            .with_member("character", Value::Char(cell.character))
            .with_member("foregroundColor", cell.foreground)
            .with_member("backgroundColor", cell.background)
            .with_member("bufferCellType", cell.cell_type)
            .into()
    }
}

fn unit(value: &Value) -> Option<u16> {
    match value.base() {
        Value::Char(unit) => Some(*unit),
        _ => None,
    }
}

/// The cells of a part of the screen buffer, row by row.
///
/// ```xml
/// <Obj><MS> <Obj N="mae"> <LST> cells </LST> </Obj> <Obj N="mal"> <LST> <I32 /> <I32 /> </LST> </Obj> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BufferCells {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    /// `rows` times `columns` cells.
    pub cells: Vec<BufferCell>,
}

const LENGTHS: [&str; 3] = ["System.Int32[]", "System.Array", "System.Object"];

impl BufferCells {
    pub(super) fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let lengths: &[Value] = object.required("mal")?;
        let [rows, columns] = lengths else {
            return Err(BodyError::Array { expected: 2, found: lengths.len() });
        };
        let length = |value: &Value| -> Result<usize, BodyError> {
            let length: i32 = value.to()?;
            usize::try_from(length).map_err(|_| BodyError::Array { expected: 0, found: 0 })
        };
        let (rows, columns) = (length(rows)?, length(columns)?);
        let cells: &[Value] = object.required("mae")?;
        if rows.checked_mul(columns) != Some(cells.len()) {
            return Err(BodyError::Array { expected: rows.saturating_mul(columns), found: cells.len() });
        }
        Ok(Self { rows, columns, cells: cells.iter().map(Value::to).collect::<Result<_, _>>()? })
    }

    pub(super) fn to_value(&self) -> Value {
        let lengths = [self.rows, self.columns].map(|length| i32::try_from(length).unwrap_or(i32::MAX));
        Object::new()
            .with_member("mae", list(self.cells.iter().copied()))
            .with_member("mal", Object::of_types(LENGTHS).with_list(lengths))
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_whose_lengths_do_not_match_its_cells_is_refused() {
        let cell = BufferCell { character: 65, foreground: 1, background: 2, cell_type: 0 };
        let good = BufferCells { rows: 1, columns: 2, cells: vec![cell; 2] };
        assert_eq!(BufferCells::from_value(&good.to_value()), Ok(good.clone()));
        let bad = BufferCells { rows: 2, ..good };
        let error = BodyError::Array { expected: 4, found: 2 };
        assert_eq!(BufferCells::from_value(&bad.to_value()), Err(error));
    }

    #[test]
    fn a_structure_with_a_member_of_another_type_is_refused() {
        let value: Value = Object::new().with_member("x", 1).with_member("y", "2").into();
        let error = value.to::<Coordinates>().expect_err("y is a string");
        assert_eq!(error.to_string(), "expected an Obj with x y , found Obj");
    }
}
