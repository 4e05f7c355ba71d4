use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::connections::{Connections, Place};
use super::handler::{Front, Origin};

/// How long to wait when the system has no descriptors left.
const RELIEF: Duration = Duration::from_millis(50);

/// Takes connections, with TLS where there is an acceptor. Ends never.
pub async fn serve(front: Arc<Front>, listener: TcpListener, tls: Option<TlsAcceptor>) {
    let connections = Connections::new(front.options.connections);
    loop {
        let (socket, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(RELIEF).await;
                continue;
            }
        };
        let Some(place) = connections.enter() else { continue };
        let (front, tls) = (front.clone(), tls.clone());
        tokio::spawn(async move {
            // a connection that breaks is its client's matter
            let _ = connection(front, socket, peer, tls, place).await;
        });
    }
}

async fn connection(
    front: Arc<Front>,
    socket: TcpStream,
    peer: SocketAddr,
    tls: Option<TlsAcceptor>,
    place: Place,
) -> io::Result<()> {
    socket.set_nodelay(true)?;
    let leave = place.leave.clone();
    let origin = Origin { peer, encrypted: tls.is_some(), place };
    let patience = front.options.patience;
    let served = async {
        match tls {
            None => requests(front, socket, origin).await,
            Some(tls) => {
                let socket = tokio::time::timeout(patience, tls.accept(socket)).await??;
                requests(front, socket, origin).await
            }
        }
    };
    tokio::select! {
        served = served => served,
        () = leave.notified() => Ok(()),
    }
}

async fn requests<S>(front: Arc<Front>, socket: S, origin: Origin) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let patience = front.options.patience;
    let origin = Arc::new(origin);
    let service = service_fn(move |request| {
        let (front, origin) = (front.clone(), origin.clone());
        async move { Ok::<_, Infallible>(front.answer(&origin, request).await) }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_buf_size(64 << 10)
        .serve_connection(TokioIo::new(socket), service)
        .await
        .map_err(io::Error::other)
}
