//! The states of pools and pipelines.

use super::enumeration;

enumeration! {
    /// The state of a runspace pool ([MS-PSRP] 2.2.3.4).
    RunspacePoolState("System.Management.Automation.Runspaces.RunspacePoolState") {
        /// Not opened yet.
        BEFORE_OPEN = 0, "BeforeOpen";
        /// Being opened.
        OPENING = 1, "Opening";
        /// Ready for pipelines.
        OPENED = 2, "Opened";
        /// Closed; the end.
        CLOSED = 3, "Closed";
        /// Being closed.
        CLOSING = 4, "Closing";
        /// Failed; the end.
        BROKEN = 5, "Broken";
        /// The client waits for the server's capability.
        NEGOTIATION_SENT = 6, "NegotiationSent";
        /// Both ends agreed on a version.
        NEGOTIATION_SUCCEEDED = 7, "NegotiationSucceeded";
        /// A client connects to a pool that another one made.
        CONNECTING = 8, "Connecting";
        /// No client is connected.
        DISCONNECTED = 9, "Disconnected";
    }
}

enumeration! {
    /// The state of a pipeline ([MS-PSRP] 2.2.3.5, PSInvocationState).
    PipelineState("System.Management.Automation.PSInvocationState") {
        /// Not started yet.
        NOT_STARTED = 0, "NotStarted";
        /// Running.
        RUNNING = 1, "Running";
        /// Being stopped.
        STOPPING = 2, "Stopping";
        /// Stopped on request; the end.
        STOPPED = 3, "Stopped";
        /// Ran to its end.
        COMPLETED = 4, "Completed";
        /// Ended by a terminating error.
        FAILED = 5, "Failed";
        /// Runs on, but its client is not connected.
        DISCONNECTED = 6, "Disconnected";
    }
}

impl PipelineState {
    /// Whether nothing comes after this state.
    pub fn is_final(self) -> bool {
        matches!(self, Self::STOPPED | Self::COMPLETED | Self::FAILED)
    }
}
