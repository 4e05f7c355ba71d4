//! `System.Management.Automation.Host.Coordinates`.

super::int_structure! {
    /// A place on the screen: column and row.
    Coordinates, COORDINATES: "System.Management.Automation.Host.Coordinates",
    "new(int x, int y)", "{x},{y}",
    { x: "int X {get;set;}", y: "int Y {get;set;}" }
}
