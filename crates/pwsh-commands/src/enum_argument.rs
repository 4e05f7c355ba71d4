//! Enum arguments of cmdlets.

use pwsh_value::Value;
use pwsh_value::payload::EnumNumber;

/// The number of an enum value; 0, each enum's default, where the parameter was not given.
pub fn number_of(value: &Value) -> i64 {
    value.as_object().and_then(|obj| obj.get::<EnumNumber>()).map_or(0, |number| number.payload().0)
}
