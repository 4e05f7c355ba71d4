//! What the client says about its host ([MS-PSRP] 2.2.3.14).

use clixml::Text;
use clixml::tree::{FromValue, Object, ObjectRef, Value};

use super::{Coordinates, HASHTABLE, Size};
use crate::message::BodyError;

/// Which parts a host has, and the state of its screen.
///
/// ```xml
/// <Obj><MS>
///   <B N="_isHostUINull" /> <B N="_isHostRawUINull" /> <B N="_isHostNull" />
///   <Obj N="_hostDefaultData"> <MS> <Obj N="data"> <DCT /> </Obj> </MS> </Obj>       with a raw user interface
///   <B N="_useRunspaceHost" />
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct HostInfo {
    /// There is no user interface.
    pub is_host_ui_null: bool,
    /// There is no raw user interface.
    pub is_host_raw_ui_null: bool,
    /// There is no host at all.
    pub is_host_null: bool,
    /// The screen's state, of a host with a raw user interface.
    pub default_data: Option<HostDefaultData>,
    /// A pipeline without a host of its own: that of the pool counts, whatever else stands here.
    pub use_runspace_host: bool,
}

impl HostInfo {
    /// No host.
    pub const NONE: Self = Self {
        is_host_ui_null: true,
        is_host_raw_ui_null: true,
        is_host_null: true,
        default_data: None,
        use_runspace_host: false,
    };

    /// The host of the pool, for a pipeline.
    pub const OF_RUNSPACE: Self = Self { use_runspace_host: true, ..Self::NONE };

    /// The host that counts for a pipeline that said this, in a pool that said `pool`.
    pub fn or_of_pool<'a>(&'a self, pool: &'a Self) -> &'a Self {
        if self.use_runspace_host { pool } else { self }
    }

    /// Reads the object.
    ///
    /// # Errors
    /// If a member is missing or has the wrong type.
    pub fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            is_host_ui_null: object.required("_isHostUINull")?,
            is_host_raw_ui_null: object.required("_isHostRawUINull")?,
            is_host_null: object.required("_isHostNull")?,
            default_data: object
                .optional("_hostDefaultData")?
                .map(HostDefaultData::from_value)
                .transpose()?,
            use_runspace_host: object.required("_useRunspaceHost")?,
        })
    }

    /// The object.
    pub fn to_value(&self) -> Value {
        Object::new()
            .with_member("_isHostUINull", self.is_host_ui_null)
            .with_member("_isHostRawUINull", self.is_host_raw_ui_null)
            .with_member("_isHostNull", self.is_host_null)
            .with_optional("_hostDefaultData", self.default_data.as_ref().map(HostDefaultData::to_value))
            .with_member("_useRunspaceHost", self.use_runspace_host)
            .into()
    }
}

/// The state of a screen. A host may fail to tell a part of it; then that is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HostDefaultData {
    /// The ConsoleColor of text.
    pub foreground_color: Option<i32>,
    /// The ConsoleColor behind text.
    pub background_color: Option<i32>,
    /// The cursor's place in the buffer.
    pub cursor_position: Option<Coordinates>,
    /// The window's place in the buffer.
    pub window_position: Option<Coordinates>,
    /// The cursor's size in percent of a cell.
    pub cursor_size: Option<i32>,
    /// The buffer's size.
    pub buffer_size: Option<Size>,
    /// The window's size.
    pub window_size: Option<Size>,
    /// The size that the window can have with this buffer.
    pub max_window_size: Option<Size>,
    /// The size that the window can have on this display.
    pub max_physical_window_size: Option<Size>,
    /// The window's title.
    pub window_title: Option<Text>,
}

const COLOR: &str = "System.ConsoleColor";
const COORDINATES: &str = "System.Management.Automation.Host.Coordinates";
const INTEGER: &str = "System.Int32";
const SIZE: &str = "System.Management.Automation.Host.Size";
const STRING: &str = "System.String";

impl HostDefaultData {
    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let entries: &[(Value, Value)] = object.required("data")?;
        let mut data = Self::default();
        for (key, value) in entries {
            match key.to()? {
                0 => data.foreground_color = Some(entry(value)?),
                1 => data.background_color = Some(entry(value)?),
                2 => data.cursor_position = Some(entry(value)?),
                3 => data.window_position = Some(entry(value)?),
                4 => data.cursor_size = Some(entry(value)?),
                5 => data.buffer_size = Some(entry(value)?),
                6 => data.window_size = Some(entry(value)?),
                7 => data.max_window_size = Some(entry(value)?),
                8 => data.max_physical_window_size = Some(entry(value)?),
                9 => data.window_title = Some(entry(value)?),
                _ => {}
            }
        }
        Ok(data)
    }

    fn to_value(&self) -> Value {
        fn entry(key: i32, type_name: &str, value: Option<impl Into<Value>>) -> Option<(i32, Object)> {
            let value = value?.into();
            Some((key, Object::new().with_member("T", type_name).with_member("V", value)))
        }
        // the order in which .NET's hash table gives them
        let entries = [
            entry(9, STRING, self.window_title.as_ref()),
            entry(8, SIZE, self.max_physical_window_size),
            entry(7, SIZE, self.max_window_size),
            entry(6, SIZE, self.window_size),
            entry(5, SIZE, self.buffer_size),
            entry(4, INTEGER, self.cursor_size),
            entry(3, COORDINATES, self.window_position),
            entry(2, COORDINATES, self.cursor_position),
            entry(1, COLOR, self.background_color),
            entry(0, COLOR, self.foreground_color),
        ];
        let data = Object::of_types(HASHTABLE).with_dictionary(entries.into_iter().flatten());
        Object::new().with_member("data", data).into()
    }
}

fn entry<'a, T: FromValue<'a>>(value: &'a Value) -> Result<T, BodyError> {
    let object: &ObjectRef = value.to()?;
    Ok(object.required("V")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipeline_without_a_host_of_its_own_has_that_of_the_pool() {
        let pool = HostInfo { is_host_null: false, ..HostInfo::NONE };
        assert_eq!(HostInfo::OF_RUNSPACE.or_of_pool(&pool), &pool);
        assert_eq!(HostInfo::NONE.or_of_pool(&pool), &HostInfo::NONE);
    }

    #[test]
    fn a_host_that_tells_only_a_part_of_its_screen_is_taken() {
        let data =
            HostDefaultData { window_size: Some(Size { width: 80, height: 25 }), ..Default::default() };
        let host = HostInfo { is_host_null: false, default_data: Some(data), ..HostInfo::NONE };
        assert_eq!(HostInfo::from_value(&host.to_value()), Ok(host));
    }
}
