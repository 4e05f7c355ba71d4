//! What encodings are called.

use super::Encoding;

/// An encoding's names and number, as .NET's Encoding shows them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EncodingName {
    /// The encoding.
    pub encoding: Encoding,
    /// `WebName`, `BodyName` and `HeaderName`.
    pub web_name: &'static str,
    /// `EncodingName`.
    pub english_name: &'static str,
    /// `CodePage`.
    pub code_page: u32,
    /// The Windows code page that stands in for it: `WindowsCodePage`.
    pub windows_code_page: u32,
    /// Other names that .NET's GetEncoding takes.
    aliases: &'static [&'static str],
}

static NAMES: [EncodingName; 8] = [
    EncodingName {
        encoding: Encoding::Utf8,
        web_name: "utf-8",
        english_name: "Unicode (UTF-8)",
        code_page: 65001,
        windows_code_page: 1200,
        aliases: &["unicode-1-1-utf-8", "unicode-2-0-utf-8", "x-unicode-1-1-utf-8", "x-unicode-2-0-utf-8"],
    },
    EncodingName {
        encoding: Encoding::Utf16,
        web_name: "utf-16",
        english_name: "Unicode",
        code_page: 1200,
        windows_code_page: 1200,
        aliases: &["utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2"],
    },
    EncodingName {
        encoding: Encoding::Utf16BigEndian,
        web_name: "utf-16BE",
        english_name: "Unicode (Big-Endian)",
        code_page: 1201,
        windows_code_page: 1200,
        aliases: &["unicodefffe"],
    },
    EncodingName {
        encoding: Encoding::Utf32,
        web_name: "utf-32",
        english_name: "Unicode (UTF-32)",
        code_page: 12000,
        windows_code_page: 1200,
        aliases: &["utf-32le"],
    },
    EncodingName {
        encoding: Encoding::Utf32BigEndian,
        web_name: "utf-32BE",
        english_name: "Unicode (UTF-32 Big-Endian)",
        code_page: 12001,
        windows_code_page: 1200,
        aliases: &[],
    },
    EncodingName {
        encoding: Encoding::Ascii,
        web_name: "us-ascii",
        english_name: "US-ASCII",
        code_page: 20127,
        windows_code_page: 1252,
        aliases: &[
            "ascii",
            "us",
            "ansi_x3.4-1968",
            "ansi_x3.4-1986",
            "cp367",
            "csascii",
            "ibm367",
            "iso-ir-6",
            "iso646-us",
            "iso_646.irv:1991",
        ],
    },
    EncodingName {
        encoding: Encoding::Latin1,
        web_name: "iso-8859-1",
        english_name: "Western European (ISO)",
        code_page: 28591,
        windows_code_page: 1252,
        aliases: &[
            "latin1",
            "l1",
            "cp819",
            "csisolatin1",
            "ibm819",
            "iso-ir-100",
            "iso8859-1",
            "iso_8859-1",
            "iso_8859-1:1987",
        ],
    },
    EncodingName {
        encoding: Encoding::Windows1252,
        web_name: "windows-1252",
        english_name: "Western European (Windows)",
        code_page: 1252,
        windows_code_page: 1252,
        aliases: &["x-ansi", "cp1252"],
    },
];

impl EncodingName {
    /// The names of all encodings that there are.
    pub fn all() -> &'static [EncodingName] {
        &NAMES
    }

    /// The names of an encoding.
    pub fn of(encoding: Encoding) -> Self {
        NAMES[encoding as usize]
    }

    /// The encoding of that name, in any casing; `None` where .NET says that it is not supported.
    pub fn find(name: &str) -> Option<Self> {
        NAMES.into_iter().find(|known| {
            known.web_name.eq_ignore_ascii_case(name)
                || known.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
        })
    }

    /// The encoding of that code page; 0 is the default, UTF-8.
    pub fn find_code_page(code_page: u32) -> Option<Self> {
        let code_page = if code_page == 0 { 65001 } else { code_page };
        NAMES.into_iter().find(|known| known.code_page == code_page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_stands_at_its_own_place() {
        for known in NAMES {
            assert_eq!(EncodingName::of(known.encoding), known);
            assert_eq!(EncodingName::find(known.web_name), Some(known));
            assert_eq!(EncodingName::find_code_page(known.code_page), Some(known));
        }
        assert_eq!(EncodingName::find("UTF-8").map(|known| known.code_page), Some(65001));
        assert_eq!(EncodingName::find("utf8"), None);
    }
}
