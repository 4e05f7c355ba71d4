//! `psjob serve`: the service.

mod announce;
mod state;

use std::ffi::OsString;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use psjob_auth::basic::Verifier;
use psjob_host::config::Config;
use psjob_host::http::{Front, FrontOptions, serve};
use psjob_host::shells::Shells;
use psjob_host::workers::{SocketDirectory, Workers};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;
use wsman::operation::IdentifyResponse;
use wsman::server::{Quotas, ServiceOptions};

use crate::arguments::Serve;
use announce::Announcement;
pub use state::State;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Serves until it is told to stop, and gives the exit code.
pub fn run(serve: Serve) -> i32 {
    match configured(&serve).and_then(|config| start(&serve, &config)) {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("psjob serve: {error}");
            1
        }
    }
}

fn configured(serve: &Serve) -> Result<Config, Failure> {
    let mut config = serve.config.as_deref().map(Config::read).transpose()?.unwrap_or_default();
    // an address on the command line stands for all of the file's
    if !serve.http.is_empty() || !serve.https.is_empty() {
        config.listen.http.clone_from(&serve.http);
        config.listen.https.clone_from(&serve.https);
    }
    config.listen.allow_unencrypted |= serve.allow_unencrypted;
    Ok(config)
}

fn start(serve: &Serve, config: &Config) -> Result<(), Failure> {
    let state = State::open(serve.state.clone())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(listen(serve, config, &state))?;
    // requests that still wait are cut off after this
    runtime.shutdown_timeout(Duration::from_secs(1));
    Ok(())
}

async fn listen(arguments: &Serve, config: &Config, state: &State) -> Result<(), Failure> {
    let account = state.first_account()?;
    let verifier = Arc::new(Verifier::new(state.accounts())?);
    let program = worker_program(config)?;
    let workers = Workers::new(program, SocketDirectory::new(&state.workers())?);
    let shells = Shells::new(service_options(config), config.endpoints(), workers);
    let front = Arc::new(Front::new(shells.clone(), verifier, front_options(config)));

    let mut tasks = JoinSet::new();
    let mut http = Vec::new();
    for address in &config.listen.http {
        let listener = bind(*address).await?;
        http.push(listener.local_addr()?);
        tasks.spawn(serve(front.clone(), listener, None));
    }
    let mut https = Vec::new();
    let mut certificate = None;
    if !config.listen.https.is_empty() {
        let found = state.certificate(&config.tls)?;
        certificate = Some((state.certificate_file(&config.tls), found.fingerprint()));
        let acceptor = found.acceptor()?;
        for address in &config.listen.https {
            let listener = bind(*address).await?;
            https.push(listener.local_addr()?);
            tasks.spawn(serve(front.clone(), listener, Some(acceptor.clone())));
        }
    }
    tasks.spawn(shells.keep_time());
    Announcement { http, https, certificate, account, unencrypted: config.listen.allow_unencrypted }
        .print(arguments.json)?;

    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    Ok(())
}

/// The command line of a worker, but for its socket.
fn worker_program(config: &Config) -> io::Result<Vec<OsString>> {
    let mut program = vec![std::env::current_exe()?.into_os_string(), "worker".into()];
    for (name, engine) in &config.engine {
        program.extend(["--engine".into(), format!("{name}={}", serde_json::json!(engine.command)).into()]);
    }
    Ok(program)
}

async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .map_err(|error| io::Error::new(error.kind(), format!("{address}: {error}")))
}

fn service_options(config: &Config) -> ServiceOptions {
    let limits = &config.limits;
    let defaults = ServiceOptions::default();
    ServiceOptions {
        identity: identity(),
        quotas: Quotas {
            shells: limits.shells_per_user,
            commands: limits.commands_per_shell,
            operations: limits.operations_per_user,
            users: limits.users,
        },
        idle_timeout: Duration::from_secs(limits.idle_timeout_sec),
        operation_timeout: (Duration::from_secs(limits.operation_timeout_sec), defaults.operation_timeout.1),
        max_envelope_size: (limits.max_envelope_size_kb << 10) as u64,
        process_id: Some(std::process::id()),
        ..defaults
    }
}

fn front_options(config: &Config) -> FrontOptions {
    FrontOptions {
        paths: config.listen.paths.clone(),
        allow_unencrypted: config.listen.allow_unencrypted,
        anonymous_identity: config.listen.anonymous_identify.then(identity),
        max_envelope_size: config.limits.max_envelope_size_kb << 10,
        connections: config.limits.connections,
        ..FrontOptions::default()
    }
}

fn identity() -> IdentifyResponse {
    IdentifyResponse {
        protocol_version: wsman::name::WSMAN.into(),
        product_vendor: "psjob".into(),
        product_version: format!("OS: {} SP: 0.0 Stack: {}", std::env::consts::OS, env!("CARGO_PKG_VERSION")),
    }
}

/// Where a service keeps what is its own, if nobody says otherwise.
pub fn default_state() -> Option<PathBuf> {
    if rustix::process::geteuid().is_root() {
        return Some("/var/lib/psjob".into());
    }
    let base = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let base = base.or_else(|| std::env::home_dir().map(|home| home.join(".local/state")));
    base.map(|base| base.join("psjob"))
}
