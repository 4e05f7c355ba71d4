//! What a line says.

use bytes::Bytes;
use psrp::{Lane, Stream};
use uuid::Uuid;

use crate::frame::{Frame, Notice};

/// Who writes a line. Each side may write some elements only, and refuses the other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// Data, Command, Signal, Close.
    Client,
    /// Data and the acknowledgements.
    Server,
}

/// One line of the framing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A frame that the framing has an element for: all but notices.
    Frame(Frame),
    /// The client's last Data of this lane has arrived, and the next may come.
    DataAck {
        /// The pool or the pipeline.
        lane: Lane,
    },
}

impl Element {
    /// The element for a frame, or the notice that has none.
    pub fn of(frame: Frame) -> Result<Element, Notice> {
        match frame {
            Frame::Notice(notice) => Err(notice),
            frame => Ok(Element::Frame(frame)),
        }
    }

    /// Who may write this element; `None` for both.
    pub fn sender(&self) -> Option<Sender> {
        match self {
            Element::Frame(Frame::Data { .. }) => None,
            Element::Frame(Frame::Command { .. } | Frame::Signal { .. } | Frame::Close { .. }) => {
                Some(Sender::Client)
            }
            Element::Frame(
                Frame::CommandAck { .. }
                | Frame::SignalAck { .. }
                | Frame::CloseAck { .. }
                | Frame::Notice(_),
            )
            | Element::DataAck { .. } => Some(Sender::Server),
        }
    }
}

/// The kinds of element, by their names on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Data,
    DataAck,
    Command,
    CommandAck,
    Signal,
    SignalAck,
    Close,
    CloseAck,
}

impl Kind {
    pub(super) fn named(name: &[u8]) -> Option<Kind> {
        Some(match name {
            b"Data" => Kind::Data,
            b"DataAck" => Kind::DataAck,
            b"Command" => Kind::Command,
            b"CommandAck" => Kind::CommandAck,
            b"Signal" => Kind::Signal,
            b"SignalAck" => Kind::SignalAck,
            b"Close" => Kind::Close,
            b"CloseAck" => Kind::CloseAck,
            _ => return None,
        })
    }

    /// The element of this kind for a GUID; `None` where the kind wants a pipeline and the GUID is nil.
    pub(super) fn element(self, guid: Uuid, stream: Stream, bytes: Bytes) -> Option<Element> {
        let lane = Lane::from_guid(guid);
        let frame = match (self, lane) {
            (Kind::DataAck, _) => return Some(Element::DataAck { lane }),
            (Kind::Data, _) => Frame::Data { lane, stream, bytes },
            (Kind::Close, _) => Frame::Close { lane },
            (Kind::CloseAck, _) => Frame::CloseAck { lane },
            (_, Lane::Pool) => return None,
            (Kind::Command, Lane::Pipeline(pipeline)) => Frame::Command { pipeline },
            (Kind::CommandAck, Lane::Pipeline(pipeline)) => Frame::CommandAck { pipeline },
            (Kind::Signal, Lane::Pipeline(pipeline)) => Frame::Signal { pipeline },
            (Kind::SignalAck, Lane::Pipeline(pipeline)) => Frame::SignalAck { pipeline },
        };
        Some(Element::Frame(frame))
    }
}
