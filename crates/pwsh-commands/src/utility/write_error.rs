//! `Write-Error`.

use parking_lot::Mutex;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::error_record::{CategoryNames, ErrorRecord};
use pwsh_runtime::facade::ErrorDetails;
use pwsh_value::payload::{EnumNumber, Exception};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Writes an error record.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Error",
    module = "Microsoft.PowerShell.Utility",
    default_set = "NoException",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097039"
)]
pub struct WriteError {
    #[parameter(ty = "System.Exception", mandatory, position = 0, set = "WithException")]
    exception: Value,
    #[parameter(mandatory, position = 0, pipeline, alias("Msg"), set = "NoException")]
    #[parameter(set = "WithException")]
    #[validate(allow_null, allow_empty_string)]
    message: PsString,
    #[parameter(
        ty = "System.Management.Automation.ErrorRecord",
        mandatory,
        position = 0,
        set = "ErrorRecord"
    )]
    error_record: Value,
    #[parameter(ty = "System.Management.Automation.ErrorCategory", set = "NoException")]
    #[parameter(set = "WithException")]
    category: Value,
    #[parameter(set = "NoException")]
    #[parameter(set = "WithException")]
    error_id: PsString,
    #[parameter(set = "NoException")]
    #[parameter(set = "WithException")]
    target_object: Value,
    #[parameter]
    recommended_action: PsString,
    #[parameter(alias("Activity"))]
    category_activity: PsString,
    #[parameter(alias("Reason"))]
    category_reason: PsString,
    #[parameter(alias("TargetName"))]
    category_target_name: PsString,
    #[parameter(alias("TargetType"))]
    category_target_type: PsString,
}

impl Cmdlet for WriteError {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let given = self.error_record.as_object().and_then(|o| o.get::<ErrorRecord>());
        let record = match given {
            Some(record) => record.payload().clone(),
            None => self.make(io),
        };
        self.name(io, given.is_none(), &mut record.names.lock());
        if !self.recommended_action.is_empty() {
            let mut details = record.details.lock();
            details
                .get_or_insert_with(|| ErrorDetails::new(record_message(&record)))
                .recommend(self.recommended_action.clone());
        }
        io.write_error_record(record)
    }
}

/// The text of the record's exception.
fn record_message(record: &ErrorRecord) -> PsString {
    record.exception.get::<Exception>().map_or_else(PsString::empty, |e| e.message())
}

impl WriteError {
    /// The texts of the category: what was given, the cmdlet's name as the activity.
    fn name(&self, io: &Io<'_>, is_new: bool, names: &mut CategoryNames) {
        if is_new {
            names.activity = io.call.command.name();
        }
        for (text, slot) in [
            (&self.category_activity, &mut names.activity),
            (&self.category_reason, &mut names.reason),
            (&self.category_target_name, &mut names.target_name),
            (&self.category_target_type, &mut names.target_type),
        ] {
            if !text.is_empty() {
                *slot = text.clone();
            }
        }
    }

    /// The record of the function that runs the cmdlet: it is that function's error.
    fn make(&self, io: &mut Io<'_>) -> ErrorRecord {
        let error = match self.exception.as_object().filter(|o| o.get::<Exception>().is_some()) {
            Some(exception) => Error::throw(exception.clone()),
            None => Error::new("Microsoft.PowerShell.Commands.WriteErrorException", self.message.clone()),
        };
        let type_name = error.thrown().map(|thrown| thrown.exception.ty().name().clone());
        let id = match self.error_id.is_empty() {
            true => type_name.unwrap_or_else(PsString::empty),
            false => self.error_id.clone(),
        };
        let caller = io.rs.cur.call.clone();
        let mut record = io.rs.record_of(&error.id(id).target(self.target_object.clone()), caller.as_ref());
        if let Some(number) = self.category.as_object().and_then(|o| o.get::<EnumNumber>()) {
            record.category = CATEGORIES.into_iter().find(|c| *c as i64 == number.0).unwrap_or_default();
        }
        if !self.exception.is_null() && io.is_bound("Message") {
            record.details = Mutex::new(Some(ErrorDetails::new(self.message.clone())));
        }
        record
    }
}

const CATEGORIES: [Category; 32] = [
    Category::NotSpecified,
    Category::OpenError,
    Category::CloseError,
    Category::DeviceError,
    Category::DeadlockDetected,
    Category::InvalidArgument,
    Category::InvalidData,
    Category::InvalidOperation,
    Category::InvalidResult,
    Category::InvalidType,
    Category::MetadataError,
    Category::NotImplemented,
    Category::NotInstalled,
    Category::ObjectNotFound,
    Category::OperationStopped,
    Category::OperationTimeout,
    Category::SyntaxError,
    Category::ParserError,
    Category::PermissionDenied,
    Category::ResourceBusy,
    Category::ResourceExists,
    Category::ResourceUnavailable,
    Category::ReadError,
    Category::WriteError,
    Category::FromStdErr,
    Category::SecurityError,
    Category::ProtocolError,
    Category::ConnectionError,
    Category::AuthenticationError,
    Category::LimitsExceeded,
    Category::QuotaExceeded,
    Category::NotEnabled,
];
