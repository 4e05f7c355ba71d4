//! The form that the screen's structures of `int`s have in common: sizes, places, parts.

/// Defines the payload and the type table of such a structure: its fields in the constructor's order, and the text
/// that `ToString` fills with them.
macro_rules! int_structure {
    (
        $(#[$doc:meta])*
        $type:ident, $table:ident: $name:literal, $constructor:literal, $text:literal,
        { $($field:ident: $property:literal),+ $(,)? }
    ) => {
        use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, named, property_rw};
        use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
        use std::sync::atomic::{AtomicI32, Ordering};

        $(#[$doc])*
        pub struct $type {
            $($field: AtomicI32,)+
        }

        impl Payload for $type {}

        impl $type {
            /// The structure as a value.
            pub fn value($($field: i32),+) -> Value {
                Value::Object(Obj::new(named($name), $type { $($field: $field.into()),+ }))
            }

            /// Its fields, in the constructor's order.
            pub fn parts(&self) -> [i32; [$(stringify!($field)),+].len()] {
                [$(self.$field.load(Ordering::Relaxed)),+]
            }
        }

        pub(in crate::facade) static $table: FacadeType = FacadeType {
            kind: Kind::Struct,
            base: "System.ValueType",
            members: &[
                constructor($constructor, new),
                $(property_rw(
                    $property,
                    |call| Ok(call.this::<$type>().$field.load(Ordering::Relaxed).into()),
                    |call| {
                        call.this::<$type>().$field.store(call.int(0), Ordering::Relaxed);
                        Ok(Value::Void)
                    },
                ),)+
            ],
            hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
            ..FacadeType::class($name)
        };

        fn new(call: &mut Call<'_>) -> Result<Value> {
            let mut arguments = (0..call.args.len()).map(|index| call.int(index));
            $(let $field = arguments.next().unwrap_or_default();)+
            Ok($type::value($($field),+))
        }

        fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
            let Some(this) = this.cell().and_then(|obj| obj.get::<$type>()) else { return Ok(PsString::empty()) };
            let [$($field),+] = this.parts();
            Ok(format!($text).into())
        }
    };
}

pub(super) use int_structure;
