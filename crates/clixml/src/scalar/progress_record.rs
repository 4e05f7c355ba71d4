//! Progress records that travel as primitives ([MS-PSRP] 2.2.5.1.25).

use crate::Text;

/// What `<PR>` holds: a progress record within other data. (The PROGRESS_RECORD message is an ordinary object.)
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProgressRecord {
    /// Title of the activity (`AV`).
    pub activity: Text,
    /// Number that tells activities apart (`AI`).
    pub activity_id: i32,
    /// What is being worked on, if it was said (`S`).
    pub current_operation: Option<Text>,
    /// The activity that this one is a part of, or -1 (`PI`).
    pub parent_activity_id: i32,
    /// 0 to 100, or -1 where it is not known (`PC`).
    pub percent_complete: i32,
    /// `Processing` or `Completed` (`T`).
    pub kind: Text,
    /// Estimate of the seconds left, or -1 (`SR`).
    pub seconds_remaining: i32,
    /// Where the activity stands (`SD`).
    pub status_description: Text,
}
