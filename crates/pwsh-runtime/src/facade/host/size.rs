//! `System.Management.Automation.Host.Size`.

super::int_structure! {
    /// A width and a height, in cells.
    Size, SIZE: "System.Management.Automation.Host.Size",
    "new(int width, int height)", "{width},{height}",
    { width: "int Width {get;set;}", height: "int Height {get;set;}" }
}
