//! The views of files and folders.

use super::Alignment::{Left, Right};
use super::{
    Token, View, aligned, column, entry, frame, grouped, item, lines, own_item, prop, script, text, value,
    wide,
};

fn folder() -> Vec<Token> {
    vec![frame(
        4,
        vec![
            text("Directory: "),
            value(script("$_.PSParentPath.Replace('Microsoft.PowerShell.Core\\FileSystem::', '')")),
        ],
    )]
}

pub(super) fn views() -> Vec<View> {
    vec![
        View::table(
            "childrenWithUnixStat",
            &["System.IO.DirectoryInfo", "System.IO.FileInfo"],
            grouped(prop("PSParentPath"), "", folder()),
            true,
            false,
            vec![
                aligned("UnixMode", 10, Left),
                aligned("User", 10, Right),
                aligned("Group", 10, Left),
                column("LastWriteTime", 16, Right, script("'{0:d} {0:HH}:{0:mm}' -f $_.LastWriteTime")),
                aligned("Size", 12, Right),
                column("Name", 0, Left, prop("NameString")),
            ],
        ),
        View::table(
            "children",
            &["System.IO.DirectoryInfo", "System.IO.FileInfo"],
            grouped(prop("PSParentPath"), "", folder()),
            true,
            false,
            vec![
                column("Mode", 7, Left, prop("ModeWithoutHardLink")),
                column("LastWriteTime", 26, Right, prop("LastWriteTimeString")),
                column("Length", 14, Right, prop("LengthString")),
                column("Name", 0, Left, prop("NameString")),
            ],
        ),
        View::table(
            "childrenWithHardlink",
            &["System.IO.DirectoryInfo", "System.IO.FileInfo"],
            grouped(prop("PSParentPath"), "", folder()),
            true,
            false,
            vec![
                aligned("Mode", 7, Left),
                column("LastWriteTime", 26, Right, prop("LastWriteTimeString")),
                column("Length", 14, Right, prop("LengthString")),
                column("Name", 0, Left, prop("NameString")),
            ],
        ),
        View::list(
            "children",
            &["System.IO.DirectoryInfo", "System.IO.FileInfo"],
            grouped(prop("PSParentPath"), "", folder()),
            vec![
                entry(
                    &["System.IO.FileInfo"],
                    vec![
                        own_item("Name"),
                        item("Length", prop("LengthString")),
                        own_item("CreationTime"),
                        own_item("LastWriteTime"),
                        own_item("LastAccessTime"),
                        own_item("Mode"),
                        own_item("LinkType"),
                        own_item("Target"),
                        own_item("VersionInfo"),
                    ],
                ),
                entry(
                    &[],
                    lines(&[
                        "Name",
                        "CreationTime",
                        "LastWriteTime",
                        "LastAccessTime",
                        "Mode",
                        "LinkType",
                        "Target",
                    ]),
                ),
            ],
        ),
        View::wide(
            "children",
            &["System.IO.DirectoryInfo", "System.IO.FileInfo"],
            grouped(prop("PSParentPath"), "", folder()),
            vec![wide(&[], prop("Name"), ""), wide(&["System.IO.DirectoryInfo"], prop("Name"), "[{0}]")],
        ),
    ]
}
