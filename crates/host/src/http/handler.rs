use std::net::SocketAddr;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use hyper::header::{
    ALLOW, AUTHORIZATION, CONNECTION, CONTENT_TYPE, HeaderMap, HeaderValue, WWW_AUTHENTICATE,
};
use hyper::{Method, Request, Response, StatusCode};
use psjob_auth::basic::{Credentials, Refusal, Verifier};
use wsman::server::Caller;
use wsman::{Header, Limits, Refused, RequestBody, ResponseBody};

use super::answer_body::AnswerBody;
use super::connections::Place;
use super::options::FrontOptions;
use crate::shells::Shells;

/// Answers requests.
pub struct Front {
    shells: Arc<Shells>,
    verifier: Arc<Verifier>,
    pub(super) options: FrontOptions,
}

/// The connection that a request came on.
pub(super) struct Origin {
    pub peer: SocketAddr,
    pub encrypted: bool,
    pub place: Place,
}

type Answer = Response<AnswerBody>;

const SOAP: HeaderValue = HeaderValue::from_static("application/soap+xml;charset=UTF-8");

impl Front {
    /// A front to these shells, for those whom the verifier knows.
    pub fn new(shells: Arc<Shells>, verifier: Arc<Verifier>, options: FrontOptions) -> Self {
        Self { shells, verifier, options }
    }

    /// Answers a request. The body of one that proves nobody is not read.
    pub(super) async fn answer(&self, origin: &Origin, request: Request<Incoming>) -> Answer {
        if !self.options.paths.iter().any(|path| is_path(request.uri().path(), path)) {
            return status(StatusCode::NOT_FOUND, "there is no service under this path");
        }
        if request.method() != Method::POST {
            let mut answer = status(StatusCode::METHOD_NOT_ALLOWED, "WS-Management takes POST");
            answer.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
            return answer;
        }
        let anonymous =
            request.headers().get("wsmanidentify").is_some_and(|value| value == "unauthenticated");
        if anonymous && self.options.anonymous_identity.is_some() {
            return self.identify(request).await;
        }
        let caller = match self.authenticate(origin, request.headers()).await {
            Ok(caller) => caller,
            Err(answer) => return answer,
        };
        origin.place.proven();
        if !is_soap(request.headers()) {
            return status(StatusCode::UNSUPPORTED_MEDIA_TYPE, "expected application/soap+xml");
        }
        let request = match self.envelope(request).await {
            Ok(envelope) => wsman::Request::read(without_padding(&envelope), &self.limits()),
            Err(Unread::TooLarge) => Err(too_large()),
            Err(Unread::Broken) => return status(StatusCode::BAD_REQUEST, "the body did not come whole"),
            Err(Unread::Late) => return status(StatusCode::REQUEST_TIMEOUT, "the body did not come in time"),
        };
        let mut answering = self.shells.ask(&caller, request);
        match answering.answer().await {
            Some(response) => {
                let fault = matches!(response.body, ResponseBody::Fault(_));
                let code = if fault { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::OK };
                soap(code, AnswerBody::of(response.write(), answering))
            }
            None => status(StatusCode::SERVICE_UNAVAILABLE, "the service is ending"),
        }
    }

    /// Who is asking, or what they are told instead.
    async fn authenticate(&self, origin: &Origin, headers: &HeaderMap) -> Result<Caller, Answer> {
        let basic = origin.encrypted || self.options.allow_unencrypted;
        let credentials = headers.get(AUTHORIZATION).and_then(|value| Credentials::read(value.as_bytes()));
        let Some(credentials) = credentials.filter(|_| basic) else { return Err(unauthorized(basic)) };
        let name = credentials.name.clone();
        match self.verifier.verify(credentials).await {
            Ok(account) => Ok(Caller { account: account.name, address: Some(origin.peer.ip().to_string()) }),
            Err(refusal) => {
                tracing::warn!(account = name, address = %origin.peer.ip(), %refusal, "authentication failed");
                Err(match refusal {
                    Refusal::Wrong => unauthorized(basic),
                    Refusal::Busy => status(StatusCode::SERVICE_UNAVAILABLE, "too many clients; try again"),
                })
            }
        }
    }

    /// Answers an Identify of nobody, and nothing else.
    async fn identify(&self, request: Request<Incoming>) -> Answer {
        let envelope = self.envelope(request).await.ok();
        let asked = envelope.and_then(|envelope| wsman::Request::read(&envelope, &self.limits()).ok());
        match (asked, &self.options.anonymous_identity) {
            (Some(wsman::Request { header, body: RequestBody::Identify }), Some(identity)) => {
                let body = ResponseBody::Identify(identity.clone());
                let response = wsman::Response::to(&header, String::new(), body);
                soap(StatusCode::OK, AnswerBody::plain(response.write()))
            }
            _ => unauthorized(false),
        }
    }

    async fn envelope(&self, request: Request<Incoming>) -> Result<Bytes, Unread> {
        let body = Limited::new(request.into_body(), self.options.max_envelope_size);
        match tokio::time::timeout(self.options.patience, body.collect()).await {
            Ok(Ok(body)) => Ok(body.to_bytes()),
            Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => Err(Unread::TooLarge),
            Ok(Err(_)) => Err(Unread::Broken),
            Err(_) => Err(Unread::Late),
        }
    }

    fn limits(&self) -> Limits {
        Limits { bytes: self.options.max_envelope_size, ..Limits::default() }
    }
}

/// Why there is no envelope.
enum Unread {
    TooLarge,
    Broken,
    Late,
}

fn too_large() -> Refused {
    let fault = wsman::Fault::new(wsman::fault::FaultKind::EnvelopeTooLarge);
    Refused { fault: Box::new(fault), header: Box::<Header>::default() }
}

/// The query is ignored, and so is a slash at the end.
fn is_path(asked: &str, served: &str) -> bool {
    asked.trim_end_matches('/').eq_ignore_ascii_case(served.trim_end_matches('/'))
}

fn is_soap(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/soap+xml"))
}

/// Clients that encrypt pad with NULs.
fn without_padding(envelope: &[u8]) -> &[u8] {
    let end = envelope.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    &envelope[..end]
}

fn soap(code: StatusCode, body: AnswerBody) -> Answer {
    let mut answer = Response::new(body);
    *answer.status_mut() = code;
    answer.headers_mut().insert(CONTENT_TYPE, SOAP);
    answer
}

fn unauthorized(basic: bool) -> Answer {
    let mut answer = status(StatusCode::UNAUTHORIZED, "");
    if basic {
        answer.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"WSMAN\""));
    }
    answer
}

fn status(code: StatusCode, text: &'static str) -> Answer {
    let mut answer = Response::new(AnswerBody::plain(text));
    *answer.status_mut() = code;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if code.is_client_error() && code != StatusCode::UNAUTHORIZED {
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_known_with_and_without_its_slash() {
        assert!(is_path("/wsman", "/wsman") && is_path("/WSMan/", "/wsman") && is_path("/", "/"));
        assert!(!is_path("/wsman2", "/wsman") && !is_path("/wsman/x", "/wsman"));
    }

    #[test]
    fn padding_is_cut_off() {
        assert_eq!(without_padding(b"<a/>\0\0"), b"<a/>");
        assert_eq!(without_padding(b"\0"), b"");
    }
}
