//! The views of `$PSStyle` and its parts: each style as it looks and as it is written.

use super::{ListEntry, View, entry, item, own_item, script};

/// A line that shows a style: applied, then spelled out.
macro_rules! styled {
    ($path:literal) => {
        item(
            $path,
            script(concat!("\"$($_.", $path, ")$($_.", $path, ".Replace(\"`e\",'`e'))$($PSStyle.Reset)\"")),
        )
    };
}

/// A list of styles.
macro_rules! styles {
    ($($path:literal),* $(,)?) => {
        vec![entry(&[], vec![$(styled!($path)),*])]
    };
}

pub(super) fn views() -> Vec<View> {
    vec![
        View::list(
            "System.Management.Automation.PSStyle",
            &["System.Management.Automation.PSStyle"],
            None,
            vec![entry(
                &[],
                vec![
                    styled!("Reset"),
                    styled!("BlinkOff"),
                    styled!("Blink"),
                    styled!("BoldOff"),
                    styled!("Bold"),
                    styled!("DimOff"),
                    styled!("Dim"),
                    styled!("Hidden"),
                    styled!("HiddenOff"),
                    styled!("Reverse"),
                    styled!("ReverseOff"),
                    styled!("ItalicOff"),
                    styled!("Italic"),
                    styled!("UnderlineOff"),
                    styled!("Underline"),
                    styled!("StrikethroughOff"),
                    styled!("Strikethrough"),
                    own_item("OutputRendering"),
                    styled!("Formatting.FormatAccent"),
                    styled!("Formatting.ErrorAccent"),
                    styled!("Formatting.Error"),
                    styled!("Formatting.Warning"),
                    styled!("Formatting.Verbose"),
                    styled!("Formatting.Debug"),
                    styled!("Formatting.TableHeader"),
                    styled!("Formatting.CustomTableHeaderLabel"),
                    styled!("Formatting.FeedbackName"),
                    styled!("Formatting.FeedbackText"),
                    styled!("Formatting.FeedbackAction"),
                    styled!("Progress.Style"),
                    item("Progress.MaxWidth", script("$_.Progress.MaxWidth")),
                    item("Progress.View", script("$_.Progress.View")),
                    item("Progress.UseOSCIndicator", script("$_.Progress.UseOSCIndicator")),
                    styled!("FileInfo.Directory"),
                    styled!("FileInfo.SymbolicLink"),
                    styled!("FileInfo.Executable"),
                    item("FileInfo.Extension", script("[string]::Join(',',$_.FileInfo.Extension.Keys)")),
                    styled!("Foreground.Black"),
                    styled!("Foreground.BrightBlack"),
                    styled!("Foreground.White"),
                    styled!("Foreground.BrightWhite"),
                    styled!("Foreground.Red"),
                    styled!("Foreground.BrightRed"),
                    styled!("Foreground.Magenta"),
                    styled!("Foreground.BrightMagenta"),
                    styled!("Foreground.Blue"),
                    styled!("Foreground.BrightBlue"),
                    styled!("Foreground.Cyan"),
                    styled!("Foreground.BrightCyan"),
                    styled!("Foreground.Green"),
                    styled!("Foreground.BrightGreen"),
                    styled!("Foreground.Yellow"),
                    styled!("Foreground.BrightYellow"),
                    styled!("Background.Black"),
                    styled!("Background.BrightBlack"),
                    styled!("Background.White"),
                    styled!("Background.BrightWhite"),
                    styled!("Background.Red"),
                    styled!("Background.BrightRed"),
                    styled!("Background.Magenta"),
                    styled!("Background.BrightMagenta"),
                    styled!("Background.Blue"),
                    styled!("Background.BrightBlue"),
                    styled!("Background.Cyan"),
                    styled!("Background.BrightCyan"),
                    styled!("Background.Green"),
                    styled!("Background.BrightGreen"),
                    styled!("Background.Yellow"),
                    styled!("Background.BrightYellow"),
                ],
            )],
        ),
        View::list(
            "System.Management.Automation.PSStyle+FormattingData",
            &["System.Management.Automation.PSStyle+FormattingData"],
            None,
            styles!(
                "FormatAccent",
                "ErrorAccent",
                "Error",
                "Warning",
                "Verbose",
                "Debug",
                "TableHeader",
                "CustomTableHeaderLabel",
                "FeedbackName",
                "FeedbackText",
                "FeedbackAction",
            ),
        ),
        View::list(
            "System.Management.Automation.PSStyle+ForegroundColor",
            &["System.Management.Automation.PSStyle+ForegroundColor"],
            None,
            colors(),
        ),
        View::list(
            "System.Management.Automation.PSStyle+BackgroundColor",
            &["System.Management.Automation.PSStyle+BackgroundColor"],
            None,
            colors(),
        ),
    ]
}

fn colors() -> Vec<ListEntry> {
    styles!(
        "Black",
        "BrightBlack",
        "White",
        "BrightWhite",
        "Red",
        "BrightRed",
        "Magenta",
        "BrightMagenta",
        "Blue",
        "BrightBlue",
        "Cyan",
        "BrightCyan",
        "Green",
        "BrightGreen",
        "Yellow",
        "BrightYellow",
    )
}
