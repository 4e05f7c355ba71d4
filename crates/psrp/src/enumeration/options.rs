//! The options of pools, pipelines, commands and records.

use super::enumeration;

enumeration! {
    /// On which thread pipelines run ([MS-PSRP] 2.2.3.6).
    PsThreadOptions("System.Management.Automation.Runspaces.PSThreadOptions") {
        /// The server decides.
        DEFAULT = 0, "Default";
        /// A new thread for each pipeline.
        USE_NEW_THREAD = 1, "UseNewThread";
        /// One thread for all pipelines of a runspace.
        REUSE_THREAD = 2, "ReuseThread";
        /// The thread that asks for it.
        USE_CURRENT_THREAD = 3, "UseCurrentThread";
    }
}

enumeration! {
    /// The COM apartment of a pipeline's thread ([MS-PSRP] 2.2.3.7).
    ApartmentState("System.Threading.ApartmentState") {
        /// Single-threaded.
        STA = 0, "STA";
        /// Multi-threaded.
        MTA = 1, "MTA";
        /// The server decides.
        UNKNOWN = 2, "Unknown";
    }
}

enumeration! {
    /// Which records carry the information about the command that wrote them ([MS-PSRP] 2.2.3.8).
    RemoteStreamOptions("System.Management.Automation.RemoteStreamOptions", flags) {
        /// Error records.
        ERROR = 1, "AddInvocationInfoToErrorRecord";
        /// Warning records.
        WARNING = 2, "AddInvocationInfoToWarningRecord";
        /// Debug records.
        DEBUG = 4, "AddInvocationInfoToDebugRecord";
        /// Verbose records.
        VERBOSE = 8, "AddInvocationInfoToVerboseRecord";
        /// All of them.
        ALL = 15, "AddInvocationInfo";
    }
}

impl RemoteStreamOptions {
    /// Whether all flags of `other` are set.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

enumeration! {
    /// The kinds of command that GET_COMMAND_METADATA asks for ([MS-PSRP] 2.2.3.19).
    CommandTypes("System.Management.Automation.CommandTypes", flags) {
        /// An alias.
        ALIAS = 1, "Alias";
        /// A function.
        FUNCTION = 2, "Function";
        /// A filter.
        FILTER = 4, "Filter";
        /// A cmdlet.
        CMDLET = 8, "Cmdlet";
        /// A script file.
        EXTERNAL_SCRIPT = 16, "ExternalScript";
        /// A native program.
        APPLICATION = 32, "Application";
        /// A script block.
        SCRIPT = 64, "Script";
        /// A configuration of Desired State Configuration.
        CONFIGURATION = 256, "Configuration";
        /// All of them.
        ALL = 383, "All";
    }
}

enumeration! {
    /// A stream of a command, as what is merged or where it is merged to ([MS-PSRP] 2.2.3.31).
    PipelineResultTypes("System.Management.Automation.Runspaces.PipelineResultTypes", flags) {
        /// No stream.
        NONE = 0, "None";
        /// Output.
        OUTPUT = 1, "Output";
        /// Errors.
        ERROR = 2, "Error";
        /// Warnings.
        WARNING = 3, "Warning";
        /// Verbose messages.
        VERBOSE = 4, "Verbose";
        /// Debug messages.
        DEBUG = 5, "Debug";
        /// Information records.
        INFORMATION = 6, "Information";
        /// Every stream.
        ALL = 7, "All";
        /// Discarded.
        NULL = 8, "Null";
    }
}

enumeration! {
    /// Whether a progress record shows or ends a progress bar ([MS-PSRP] 2.2.2.25).
    ProgressRecordType("System.Management.Automation.ProgressRecordType") {
        /// The activity goes on.
        PROCESSING = 0, "Processing";
        /// The activity has ended.
        COMPLETED = 1, "Completed";
    }
}
