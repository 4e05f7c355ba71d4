//! The event cmdlets, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::get_event::GetEvent::declaration,
    super::get_event_subscriber::GetEventSubscriber::declaration,
    super::new_event::NewEvent::declaration,
    super::register_engine_event::RegisterEngineEvent::declaration,
    super::register_object_event::RegisterObjectEvent::declaration,
    super::remove_event::RemoveEvent::declaration,
    super::unregister_event::UnregisterEvent::declaration,
    super::wait_event::WaitEvent::declaration,
];
