//! The job cmdlets, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::get_job::GetJob::declaration,
    super::receive_job::ReceiveJob::declaration,
    super::remove_job::RemoveJob::declaration,
    super::start_job::StartJob::declaration,
    super::stop_job::StopJob::declaration,
    super::wait_job::WaitJob::declaration,
];
