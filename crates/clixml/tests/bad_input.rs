//! Documents that must be refused, each with its error and position; and the limits.

use clixml::{KeyError, LimitKind, Limits, ReadErrorKind, Reader, RefId, SecureStringKey, tree};

fn refusal(document: &str) -> (usize, String) {
    match tree::read(Reader::new(document.as_bytes())) {
        Ok(value) => panic!("{document} was read as {value:?}"),
        Err(error) => (error.position, error.kind.to_string()),
    }
}

fn check(cases: &[(&str, usize, &str)]) {
    for (document, position, message) in cases {
        assert_eq!(refusal(document), (*position, (*message).to_string()), "{document}");
    }
}

#[test]
fn elements_out_of_place() {
    check(&[
        ("", 0, "expected a value, found the end of the document"),
        ("<Foo>1</Foo>", 0, "expected a value, found element Foo"),
        ("<i32>5</i32>", 0, "expected a value, found element i32"),
        ("<LST />", 0, "expected a value, found element LST"),
        ("<I32>1</I32><I32>2</I32>", 12, "expected the end of the document, found element I32"),
        ("<Obj><I32>1</I32><Obj /></Obj>", 17, "expected a part of an object, found element Obj"),
        ("<Obj RefId=\"0\"><Ref RefId=\"0\" /></Obj>", 15, "expected a part of an object, found element Ref"),
        ("<Obj><MS><LST /></MS></Obj>", 9, "expected attribute N in element LST"),
        ("<Obj><Props><MS N=\"a\" /></Props></Obj>", 12, "expected a value, found element MS"),
        ("<Obj><TN><S>x</S></TN></Obj>", 9, "expected T, found element S"),
        ("<Obj><DCT><S>x</S></DCT></Obj>", 10, "expected En, found element S"),
        ("<S>a<I32>1</I32></S>", 4, "expected text, found element I32"),
        ("<Nil><Nil /></Nil>", 5, "expected an end tag, found element Nil"),
        ("<Objs><S></S></Objs><S></S>", 20, "expected the end of the document, found element S"),
        ("<PR><XX /></PR>", 4, "expected a part of a progress record, found element XX"),
        ("<PR><AV>a</AV></PR>", 14, "expected AI, found the end of PR"),
    ]);
}

#[test]
fn entries_and_attributes() {
    check(&[
        ("<Obj><DCT><En></En></DCT></Obj>", 14, "expected a key, found the end of En"),
        ("<Obj><DCT><En><S N=\"Key\">a</S></En></DCT></Obj>", 30, "expected a value, found the end of En"),
        ("<Obj><DCT><En><S>a</S></En></DCT></Obj>", 14, "expected attribute N=\"Key\" in element S"),
        (
            "<Obj><DCT><En><S N=\"Value\">a</S></En></DCT></Obj>",
            14,
            "expected attribute N=\"Key\" in element S",
        ),
        (
            "<Obj><DCT><En><S N=\"Key\" /><S N=\"Key\" /></En></DCT></Obj>",
            27,
            "expected attribute N=\"Value\" in element S",
        ),
        (
            "<Obj><DCT><En><S N=\"Key\" /><S N=\"Value\" /><S /></En></DCT></Obj>",
            42,
            "expected the end of En, found element S",
        ),
        ("<Obj><MS><I32>1</I32></MS></Obj>", 9, "expected attribute N in element I32"),
        ("<Obj RefId=\"x\" />", 0, "expected attribute RefId with a number in element Obj"),
        ("<Obj><LST><Ref /></LST></Obj>", 10, "expected attribute RefId in element Ref"),
        ("<Objs Version=\"2.0\" />", 0, "expected attribute Version 1 in element Objs"),
        ("<Objs xmlns=\"urn:x\" />", 0, "expected attribute xmlns of CLIXML in element Objs"),
    ]);
}

#[test]
fn references_to_nothing_and_repeated_parts() {
    check(&[
        ("<Ref RefId=\"0\" />", 0, "expected the number of an earlier element in Ref, found 0"),
        (
            "<Obj><TNRef RefId=\"7\" /></Obj>",
            5,
            "expected the number of an earlier element in TNRef, found 7",
        ),
        (
            "<Obj RefId=\"0\"><LST><Obj RefId=\"0\" /></LST></Obj>",
            20,
            "expected another number for each Obj, found 0 again",
        ),
        (
            "<Obj><TN RefId=\"0\" /><LST><Obj><TN RefId=\"0\" /></Obj></LST></Obj>",
            31,
            "expected another number for each TN, found 0 again",
        ),
        ("<Obj><TN /><TN /></Obj>", 11, "expected one TN in an object, found two"),
        ("<Obj><ToString /><ToString /></Obj>", 17, "expected one ToString in an object, found two"),
        ("<Obj><I32>1</I32><I32>2</I32></Obj>", 17, "expected one primitive in an object, found two"),
        ("<Obj><MS /><MS /></Obj>", 11, "expected one MS in an object, found two"),
        ("<Obj><LST /><DCT /></Obj>", 12, "expected one container in an object, found two"),
    ]);
}

#[test]
fn primitives_of_wrong_form() {
    for (element, text, reason) in [
        ("I32", "", "expected a 32-bit integer, found \"\""),
        ("I32", "2147483648", "expected a 32-bit integer, found \"2147483648\""),
        ("I32", "1.0", "expected a 32-bit integer, found \"1.0\""),
        ("By", "-1", "expected a byte, found \"-1\""),
        ("SB", "128", "expected a signed byte, found \"128\""),
        (
            "U64",
            "18446744073709551616",
            "expected an unsigned 64-bit integer, found \"18446744073709551616\"",
        ),
        ("C", "a", "expected the number of a UTF-16 unit, found \"a\""),
        ("C", "65536", "expected the number of a UTF-16 unit, found \"65536\""),
        ("B", "True", "expected true or false, found \"True\""),
        ("Db", "inf", "expected a number, found \"inf\""),
        ("Sg", "1,5", "expected a number, found \"1,5\""),
        ("D", "1e5", "expected a decimal of at most 29 digits, found \"1e5\""),
        (
            "D",
            "79228162514264337593543950336",
            "expected a decimal of at most 29 digits, found \"79228162514264337593543950336\"",
        ),
        ("DT", "2024-02-30T00:00:00", "expected a date and time, found \"2024-02-30T00:00:00\""),
        ("TS", "1", "expected a duration, found \"1\""),
        ("G", "00112233", "expected a guid, found \"00112233\""),
        ("Version", "1", "expected a version, found \"1\""),
        ("BA", "AQI", "expected base64, found \"AQI\""),
        ("SS", "*", "expected base64, found \"*\""),
    ] {
        let document = format!("<Obj><LST><{element}>{text}</{element}></LST></Obj>");
        assert_eq!(refusal(&document), (10, format!("{reason} in element {element}")));
    }
}

#[test]
fn what_no_clixml_has() {
    check(&[
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><S>&b;</S>", 0, "expected no document type"),
        ("<S>&b;</S>", 3, "expected no entity &b;"),
        ("<S>&#xD800;</S>", 3, "expected no entity &#xD800;"),
        ("<S>&#+65;</S>", 3, "expected no entity &#+65;"),
        ("<Obj><MS><S N=\"&b;\" /></MS></Obj>", 9, "expected no entity &b;"),
        ("<?x y?><S></S>", 0, "expected no processing instruction"),
        ("<S>a<?x y?></S>", 4, "expected no processing instruction"),
        ("<S></S><?xml version=\"1.0\"?>", 7, "expected no xml declaration within the document"),
        ("<?xml version=\"1.0\" encoding=\"utf-16\"?><S></S>", 0, "expected no encoding utf-16"),
        ("x<S></S>", 0, "expected a value, found text \"x\""),
        ("<Obj>x</Obj>", 5, "expected a part of an object, found text \"x\""),
        ("<Obj>&amp;</Obj>", 5, "expected a part of an object, found text \"&amp;\""),
        ("<Obj><![CDATA[x]]></Obj>", 5, "expected a part of an object, found text \"x\""),
        ("<Nil>x</Nil>", 5, "expected an end tag, found text \"x\""),
    ]);
}

#[test]
fn what_is_no_xml() {
    for (document, position) in [
        ("<S", 0),
        ("<S>a</I32>", 4),
        ("</S>", 0),
        ("<S>a & b</S>", 5),
        ("<S>a<![CDATA[b</S>", 4),
        ("<S><!-- a</S>", 3),
        ("<Obj><MS><S N=\"a<\" /></MS></Obj>", 9),
        ("<Obj><MS><S N=a /></MS></Obj>", 9),
        ("<Obj><MS><S N=\"a\" N=\"b\" /></MS></Obj>", 9),
    ] {
        let error = tree::read(Reader::new(document.as_bytes())).unwrap_err();
        assert!(matches!(error.kind, ReadErrorKind::NotXml { .. }), "{document}: {error}");
        assert_eq!(error.position, position, "{document}: {error}");
    }
    for (document, position, ended) in [
        ("<S>abc", 6, "S"),
        ("<Obj>", 5, "the document"),
        ("<Nil>", 5, "Nil"),
        ("<Objs><S></S>", 13, "the document"),
        ("<Obj><TN>", 9, "TN"),
    ] {
        let error = tree::read(Reader::new(document.as_bytes())).unwrap_err();
        assert!(
            matches!(error.kind, ReadErrorKind::UnexpectedEnd { ended: e, .. } if e == ended),
            "{document}: {error}"
        );
        assert_eq!(error.position, position, "{document}: {error}");
    }
    let error = tree::read(Reader::new(b"<S>ab\xFF</S>")).unwrap_err();
    assert_eq!((error.position, error.kind), (5, ReadErrorKind::NotUtf8));
}

#[test]
fn a_byte_order_mark_counts_in_positions() {
    let error = tree::read(Reader::new(b"\xEF\xBB\xBF<Foo />")).unwrap_err();
    assert_eq!(error.position, 3);
    assert_eq!(error.to_string(), "expected a value, found element Foo (at byte 3)");
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    let document = include_str!("../../../fixtures/clixml/wire.txt")
        .lines()
        .filter(|line| line.len() < 8_000)
        .max_by_key(|line| line.len());
    let document = document.unwrap();
    for end in 0..document.len() {
        assert!(tree::read(Reader::new(&document.as_bytes()[..end])).is_err(), "{end}");
    }
}

#[test]
fn limits_are_kept() {
    let limited = |document: &str, limits| {
        let result = tree::read(Reader::new(document.as_bytes()).with_limits(limits));
        result.map(drop).map_err(|error| (error.position, error.kind))
    };
    let limit = |what, bound| ReadErrorKind::Limit { what, bound };
    let default = Limits::default();

    let nested = |depth: usize| format!("{}{}", "<Obj><LST>".repeat(depth), "</LST></Obj>".repeat(depth));
    assert_eq!(limited(&nested(100), default), Ok(()));
    assert_eq!(limited(&nested(101), default), Err((1_000, limit(LimitKind::Depth, 100))));
    assert_eq!(limited(&nested(1_000_000), default), Err((1_000, limit(LimitKind::Depth, 100))));
    let sets = format!("<Obj><MS>{}", "<MS N=\"a\">".repeat(200));
    assert_eq!(limited(&sets, default), Err((9 + 99 * 10, limit(LimitKind::Depth, 100))));

    let ten = Limits { elements: 10, ..default };
    let list = |items: usize| format!("<Obj><LST>{}</LST></Obj>", "<Nil />".repeat(items));
    assert_eq!(limited(&list(8), ten), Ok(()));
    assert_eq!(limited(&list(9), ten), Err((66, limit(LimitKind::Elements, 10))));
    let types = format!("<Obj><TN>{}</TN></Obj>", "<T>a</T>".repeat(9));
    assert_eq!(limited(&types, ten), Err((73, limit(LimitKind::Elements, 10))));

    let small = Limits { bytes: 7, ..default };
    assert_eq!(limited("<S></S>", small), Ok(()));
    assert_eq!(limited("<S>a</S>", small), Err((0, limit(LimitKind::Bytes, 7))));
}

#[test]
fn a_key_that_refuses_is_an_error_with_its_reason() {
    struct NotYet;

    impl SecureStringKey for NotYet {
        fn seal(&self, _: &[u8]) -> Result<Vec<u8>, KeyError> {
            Err(KeyError::Missing)
        }
        fn open(&self, _: &[u8]) -> Result<zeroize::Zeroizing<Vec<u8>>, KeyError> {
            Err(KeyError::Missing)
        }
    }
    let error = tree::read(Reader::new(b"<SS>YQA=</SS>").with_key(&NotYet)).unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::SecureString { reason: KeyError::Missing });
    let unknown = tree::read(Reader::new(b"<Ref RefId=\"3\" />")).unwrap_err();
    assert!(matches!(unknown.kind, ReadErrorKind::UnknownReference { id, .. } if id == RefId::from(3)));
}
