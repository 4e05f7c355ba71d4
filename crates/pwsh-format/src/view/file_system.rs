//! The views of files and folders.

use super::Alignment::{Left, Right};
use super::{Built, Token, column, entry, frame, grouped, item, prop, script, text, value, wide};

const FOLDER: &[Token] = &[frame(
    4,
    &[text("Directory: "), value(script("$_.PSParentPath.Replace('Microsoft.PowerShell.Core\\FileSystem::', '')"))],
)];

pub(super) static VIEWS: &[Built] = &[
    Built::table("childrenWithUnixStat", &["System.IO.DirectoryInfo", "System.IO.FileInfo"], grouped(prop("PSParentPath"), "", FOLDER), true, false, &[
            column("UnixMode", 10, Left, prop("UnixMode")),
            column("User", 10, Right, prop("User")),
            column("Group", 10, Left, prop("Group")),
            column("LastWriteTime", 16, Right, script("'{0:d} {0:HH}:{0:mm}' -f $_.LastWriteTime")),
            column("Size", 12, Right, prop("Size")),
            column("Name", 0, Left, prop("NameString")),
        ]),
    Built::table("children", &["System.IO.DirectoryInfo", "System.IO.FileInfo"], grouped(prop("PSParentPath"), "", FOLDER), true, false, &[
            column("Mode", 7, Left, prop("ModeWithoutHardLink")),
            column("LastWriteTime", 26, Right, prop("LastWriteTimeString")),
            column("Length", 14, Right, prop("LengthString")),
            column("Name", 0, Left, prop("NameString")),
        ]),
    Built::table("childrenWithHardlink", &["System.IO.DirectoryInfo", "System.IO.FileInfo"], grouped(prop("PSParentPath"), "", FOLDER), true, false, &[
            column("Mode", 7, Left, prop("Mode")),
            column("LastWriteTime", 26, Right, prop("LastWriteTimeString")),
            column("Length", 14, Right, prop("LengthString")),
            column("Name", 0, Left, prop("NameString")),
        ]),
    Built::list("children", &["System.IO.DirectoryInfo", "System.IO.FileInfo"], grouped(prop("PSParentPath"), "", FOLDER), &[
            entry(&["System.IO.FileInfo"], &[
                item("Name", prop("Name")),
                item("Length", prop("LengthString")),
                item("CreationTime", prop("CreationTime")),
                item("LastWriteTime", prop("LastWriteTime")),
                item("LastAccessTime", prop("LastAccessTime")),
                item("Mode", prop("Mode")),
                item("LinkType", prop("LinkType")),
                item("Target", prop("Target")),
                item("VersionInfo", prop("VersionInfo")),
            ]),
            entry(&[], &[
                item("Name", prop("Name")),
                item("CreationTime", prop("CreationTime")),
                item("LastWriteTime", prop("LastWriteTime")),
                item("LastAccessTime", prop("LastAccessTime")),
                item("Mode", prop("Mode")),
                item("LinkType", prop("LinkType")),
                item("Target", prop("Target")),
            ]),
        ]),
    Built::wide("children", &["System.IO.DirectoryInfo", "System.IO.FileInfo"], grouped(prop("PSParentPath"), "", FOLDER), &[
            wide(&[], prop("Name"), ""),
            wide(&["System.IO.DirectoryInfo"], prop("Name"), "[{0}]"),
        ]),
];
