//! Values through a document and back: extremes of every primitive, every kind of container, cycles, secrets.

use std::sync::Arc;

use clixml::tree::Container;
use clixml::{
    DateTime, DateTimeKind, Flavour, KeyError, NoKey, Object, ObjectRef, ProgressRecord, Reader,
    SecureString, SecureStringKey, Text, TimeSpan, Value, Version, Writer, tree,
};
use zeroize::Zeroizing;

fn through(value: &Value) -> Value {
    let wire = tree::to_wire(value, &NoKey).unwrap();
    let mut writer = Writer::new(Flavour::Serializer);
    tree::write(&mut writer, std::slice::from_ref(value), &NoKey).unwrap();
    let read = tree::read(Reader::new(&wire)).unwrap();
    assert_eq!(tree::read(Reader::new(&writer.into_bytes())).unwrap(), read);
    read
}

fn check(values: impl IntoIterator<Item = impl Into<Value>>) {
    for value in values {
        let value = value.into();
        assert_eq!(through(&value), value);
        let member = Value::from(Object::new().with_member("m", value));
        assert_eq!(through(&member), member);
    }
}

#[test]
fn numbers() {
    check([i8::MIN, -1, 0, i8::MAX]);
    check([u8::MIN, u8::MAX]);
    check([i16::MIN, i16::MAX]);
    check([u16::MIN, u16::MAX]);
    check([i32::MIN, -1, 0, i32::MAX]);
    check([u32::MIN, u32::MAX]);
    check([i64::MIN, i64::MAX]);
    check([u64::MIN, u64::MAX]);
    check([f32::MIN, f32::MAX, f32::MIN_POSITIVE, 1e-45, -0.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY]);
    check([f64::MIN, f64::MAX, f64::MIN_POSITIVE, 5e-324, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY]);
    check([0.1, 1.0 / 3.0, 1e15, 1e16, 1e17, 123456789.125, 1e-5, 9007199254740993.0]);
    let decimals = ["0", "-0.00", "1.50", "79228162514264337593543950335", "-79228162514264337593543950335"];
    check(decimals.map(|text| text.parse::<rust_decimal::Decimal>().unwrap()));
    check(["0.0000000000000000000000000001".parse::<rust_decimal::Decimal>().unwrap()]);
    check([true, false]);
    check([0, 10, 0xD800, 0xFFFE, 0xFFFF].map(Value::Char));
    check([Value::Null]);
}

#[test]
fn times_and_names() {
    let kinds = [
        DateTimeKind::Unspecified,
        DateTimeKind::Utc,
        DateTimeKind::Local { offset: 840 },
        DateTimeKind::Local { offset: -570 },
    ];
    for ticks in [0, 1, 638_448_092_551_200_000, 3_155_378_975_999_999_999] {
        check(kinds.map(|kind| DateTime { ticks, kind }));
    }
    check([i64::MIN, -1, 0, 1, 864_000_000_000, i64::MAX].map(|ticks| TimeSpan { ticks }));
    check([uuid::Uuid::nil(), uuid::Uuid::max(), uuid::uuid!("00112233-4455-6677-8899-aabbccddeeff")]);
    check([
        Version::new(0, 0),
        Version { major: 1, minor: 2, build: Some(3), revision: Some(i32::MAX as u32) },
    ]);
}

#[test]
fn texts() {
    let every_unit: Vec<u16> = (0..=0xFFFF).collect();
    let texts = [
        Text::default(),
        Text::from_utf16(&every_unit),
        "  lead and trail \t\r\n".into(),
        "<a b='1' c=\"2\">&amp;</a>]]>".into(),
        "_x000A_ _x005F_ _X _x __x0041_".into(),
        Text::from_utf16(&[0xDE00, 0xD83D, 0xDE00, 0xD83D]),
    ];
    for text in texts {
        check([text.clone()]);
        check([Value::Uri(text.clone()), Value::XmlDocument(text.clone()), Value::ScriptBlock(text.clone())]);
        let object =
            Object::of_types([&text]).with_to_string(&text).with_member(&text, 1).with_property(&text, 2);
        check([object.with_dictionary([(text.clone(), &text)])]);
        let record = ProgressRecord {
            activity: text.clone(),
            activity_id: i32::MIN,
            current_operation: Some(text.clone()),
            parent_activity_id: -1,
            percent_complete: 100,
            kind: "Completed".into(),
            seconds_remaining: i32::MAX,
            status_description: text,
        };
        check([ProgressRecord { current_operation: None, ..record.clone() }, record]);
    }
}

#[test]
fn bytes_and_secrets() {
    let all: Vec<u8> = (0..=255).collect();
    check([0, 1, 2, 3, 256].map(|length| Value::ByteArray(all[..length].into())));
    check(["", "p\u{20AC}\u{1F600}"].map(|text| SecureString::from_text(&text.into())));
    let holder = Object::new().with_member("secret", SecureString::from_text(&"hidden".into()));
    assert_eq!(
        format!("{:?}", ObjectRef::new(holder)),
        "<Obj RefId=\"0\"><MS><SS N=\"secret\"></SS></MS></Obj>"
    );
}

#[test]
fn a_key_stands_between_secrets_and_the_wire() {
    struct Mirror;
    impl SecureStringKey for Mirror {
        fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, KeyError> {
            Ok(secret.iter().rev().copied().collect())
        }
        fn open(&self, wire: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
            self.seal(wire).map(Zeroizing::new)
        }
    }
    let secret = Value::from(SecureString::from_text(&"ab".into()));
    let wire = tree::to_wire(&secret, &Mirror).unwrap();
    assert_eq!(wire, b"<SS>AGIAYQ==</SS>");
    assert_eq!(tree::read(Reader::new(&wire).with_key(&Mirror)), Ok(secret));
}

#[test]
fn objects_of_every_kind() {
    let items = || vec![Value::from(1), Value::Null, Value::from("x")];
    check([
        Object::new(),
        Object::of_types::<&str>([]),
        Object::of_types(["A", "B"]).with_to_string(""),
        Object::enumeration("System.DayOfWeek", "Friday", 5).with_member("N", 1),
        Object::new().with_container(Container::List(items())),
        Object::new().with_container(Container::Enumerable(items())).with_property("Count", 3),
        Object::new().with_container(Container::Stack(items())),
        Object::new().with_container(Container::Queue(items())),
        Object::new().with_container(Container::Dictionary(Vec::new())),
        Object::new()
            .with_dictionary([(Value::from(1), Value::Null), (Value::from(1), Value::from("twice"))]),
        Object::new().with_member(
            "Set",
            Value::MemberSet(ObjectRef::new(
                Object::new().with_member("X", 5).with_member("O", Object::new()),
            )),
        ),
    ]);
    let mut empty = Object::new();
    empty.properties = Some(Default::default());
    empty.members = Some(Default::default());
    check([empty]);
}

#[test]
fn shared_and_cyclic_objects_stay_so() {
    let shared = ObjectRef::new(Object::new().with_list(["s"]));
    let outer = ObjectRef::cyclic(|outer| {
        let middle = ObjectRef::cyclic(|middle| {
            Object::new().with_member("outer", outer.clone()).with_member("self", middle.clone())
        });
        Object::new().with_list([middle.clone(), middle, shared.clone()]).with_member("again", shared)
    });
    let value = Value::from(outer);
    let read = through(&value);
    assert_eq!(read, value);

    let read = read.object().unwrap();
    let items = read.container.as_ref().and_then(Container::items).unwrap();
    let [first, second, third] = [0, 1, 2].map(|index| items[index].object().unwrap());
    assert!(first.is_same(&second));
    assert!(third.is_same(&read.get("again").and_then(Value::object).unwrap()));
    assert!(first.get("outer").and_then(Value::object).unwrap().is_same(&read));
    assert!(first.get("self").and_then(Value::object).unwrap().is_same(&first));
}

#[test]
fn references_that_double_cost_no_time() {
    // each list mentions the one before it twice: 2^80 paths
    let mut document = String::from("<Obj><LST><Obj RefId=\"0\" />");
    for id in 1..80 {
        let last = id - 1;
        document +=
            &format!("<Obj RefId=\"{id}\"><LST><Ref RefId=\"{last}\" /><Ref RefId=\"{last}\" /></LST></Obj>");
    }
    document += "</LST></Obj>";
    let value = tree::read(Reader::new(document.as_bytes())).unwrap();
    assert_eq!(through(&value), value);
}

#[test]
fn a_chain_of_references_is_no_recursion() {
    let mut document = String::from("<Obj><LST><Obj RefId=\"0\" />");
    for id in 1..100_000 {
        document += &format!("<Obj RefId=\"{id}\"><LST><Ref RefId=\"{}\" /></LST></Obj>", id - 1);
    }
    document += "</LST></Obj>";
    let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || {
        let value = tree::read(Reader::new(document.as_bytes())).unwrap();
        let items: &[Value] = value.to().unwrap();
        let last = items.last().unwrap().clone();
        drop(value);
        // nested a hundred thousand deep now
        assert!(tree::to_wire(&last, &NoKey).unwrap().len() > 1_000_000);
        assert_eq!(last, last.clone());
    });
    thread.unwrap().join().unwrap();
}

#[test]
fn other_writers_forms_are_read() {
    for (document, value) in [
        ("\u{FEFF}<S>a</S>", Value::from("a")),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<I32> 5\r\n</I32>\r\n", Value::from(5)),
        ("<Objs>\n  <I32>+5</I32>\n</Objs>\n", Value::from(5)),
        ("<!-- c --><S>a<!--c-->b</S>", Value::from("ab")),
        ("<S>a<![CDATA[<&_x0041_]]>b\r\nc\rd</S>", Value::from("a<&Ab\nc\nd")),
        ("<S>&lt;&gt;&amp;&apos;&quot;&#65;&#x1F600;</S>", Value::from("<>&'\"A\u{1F600}")),
        ("<S/>", Value::from("")),
        ("<S N='ignored here'>a</S>", Value::from("a")),
        ("<B>1</B>", Value::from(true)),
        ("<Db> -Infinity </Db>", Value::from(f64::NEG_INFINITY)),
        (
            "<G>{00112233-4455-6677-8899-AABBCCDDEEFF}</G>",
            uuid::uuid!("00112233-4455-6677-8899-aabbccddeeff").into(),
        ),
        ("<BA> AQ\nI= </BA>", Value::ByteArray(Arc::from([1, 2]))),
        ("<Nil></Nil>", Value::Null),
        (
            "<Obj xml:space='preserve' X='1'><MS><S N='a&quot;\tb_x0041_'>v</S></MS></Obj>",
            Object::new().with_member("a\" bA", "v").into(),
        ),
        (
            "<Obj><LST /><MS /><TN><T>A</T></TN><Props /></Obj>",
            tree::read(Reader::new(b"<Obj><TN RefId='5'><T>A</T></TN><LST /><Props /><MS /></Obj>")).unwrap(),
        ),
    ] {
        assert_eq!(tree::read(Reader::new(document.as_bytes())), Ok(value), "{document}");
    }
}
