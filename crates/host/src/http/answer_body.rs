use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

use crate::shells::Answering;

/// The body of a response. When the connection takes it, the service hears that it was sent; dropped before, that it
/// was not.
pub struct AnswerBody {
    bytes: Bytes,
    answering: Option<Answering>,
}

impl AnswerBody {
    /// A body that nobody keeps account of.
    pub fn plain(bytes: impl Into<Bytes>) -> Self {
        Self { bytes: bytes.into(), answering: None }
    }

    /// The body of an answer.
    pub fn of(bytes: Vec<u8>, answering: Answering) -> Self {
        Self { bytes: bytes.into(), answering: Some(answering) }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(answering) = self.answering.take() {
            answering.sent();
        }
        if self.bytes.is_empty() {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.bytes)))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_empty() && self.answering.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.len() as u64)
    }
}
