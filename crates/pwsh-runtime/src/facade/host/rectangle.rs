//! `System.Management.Automation.Host.Rectangle`.

super::int_structure! {
    /// A part of the screen; its borders belong to it.
    Rectangle, RECTANGLE: "System.Management.Automation.Host.Rectangle",
    "new(int left, int top, int right, int bottom)", "{left},{top} ; {right},{bottom}",
    {
        left: "int Left {get;set;}",
        top: "int Top {get;set;}",
        right: "int Right {get;set;}",
        bottom: "int Bottom {get;set;}",
    }
}
