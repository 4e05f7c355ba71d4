//! `System.Management.Automation.Host.KeyInfo`.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, named, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

const NAME: &str = "System.Management.Automation.Host.KeyInfo";
const STATES: &str = "System.Management.Automation.Host.ControlKeyStates";

/// A key that a user pressed or released.
pub struct KeyInfo(Mutex<Key>);

/// What is known of a key.
#[derive(Clone, Copy)]
pub struct Key {
    /// Its code, of no keyboard in particular.
    pub code: i32,
    /// The UTF-16 unit that it makes; 0 if none.
    pub character: u16,
    /// The flags of `ControlKeyStates`.
    pub states: i32,
    /// Whether it was pressed.
    pub down: bool,
}

impl Payload for KeyInfo {}

impl KeyInfo {
    /// A key as a value.
    pub fn value(key: Key) -> Value {
        Value::Object(Obj::new(named(NAME), KeyInfo(Mutex::new(key))))
    }
}

pub(in crate::facade) static KEY_INFO: FacadeType = FacadeType {
    kind: Kind::Struct,
    base: "System.ValueType",
    members: &[
        constructor(
            "new(int virtualKeyCode, char ch, System.Management.Automation.Host.ControlKeyStates controlKeyState, \
             bool keyDown)",
            new,
        ),
        property_rw(
            "int VirtualKeyCode {get;set;}",
            |call| Ok(key(call).code.into()),
            |call| {
                let code = call.int(0);
                change(call, |key| key.code = code)
            },
        ),
        property_rw(
            "char Character {get;set;}",
            |call| Ok(Value::Char(key(call).character)),
            |call| {
                let character = call.char(0);
                change(call, |key| key.character = character)
            },
        ),
        property_rw(
            "System.Management.Automation.Host.ControlKeyStates ControlKeyState {get;set;}",
            |call| Ok(states(key(call))),
            |call| {
                let number = call.number(0) as i32;
                change(call, |key| key.states = number)
            },
        ),
        property_rw(
            "bool KeyDown {get;set;}",
            |call| Ok(key(call).down.into()),
            |call| {
                let down = call.bool(0);
                change(call, |key| key.down = down)
            },
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class(NAME)
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(KeyInfo::value(Key {
        code: call.int(0),
        character: call.char(1),
        states: call.number(2) as i32,
        down: call.bool(3),
    }))
}

fn key(call: &mut Call<'_>) -> Key {
    *call.this::<KeyInfo>().0.lock()
}

fn states(key: Key) -> Value {
    Value::enumeration(&named(STATES), key.states.into())
}

fn change(call: &mut Call<'_>, work: impl FnOnce(&mut Key)) -> Result<Value> {
    work(&mut call.this::<KeyInfo>().0.lock());
    Ok(Value::Void)
}

fn to_string(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let Some(key) = this.cell().and_then(|obj| obj.get::<KeyInfo>()).map(|key| *key.0.lock()) else {
        return Ok(PsString::empty());
    };
    let character = cx.to_text(&Value::Char(key.character))?;
    let states = cx.to_text(&states(key))?;
    let down = cx.to_text(&Value::Bool(key.down))?;
    Ok(format!("{},{character},{states},{down}", key.code).into())
}
