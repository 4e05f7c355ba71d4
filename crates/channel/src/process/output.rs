use std::io::{BufRead, BufReader, Read};
use std::sync::mpsc;

use psrp::Lane;

use super::input::News;
use crate::encoding::outofproc::{Element, Line, LineReader, Sender};
use crate::frame::{Frame, Notice};
use crate::memory::EngineEnd;

/// Carries the program's lines to the front until the program ends or writes what is no line of the framing.
pub(super) fn relay(mut pipe: impl Read, end: &EngineEnd, news: &mpsc::Sender<News>) {
    let mut lines = LineReader::new(Sender::Server);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = match pipe.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(read) => read,
        };
        lines.feed(&buffer[..read]);
        while let Some(line) = lines.next_line() {
            let frame = match line {
                Ok(Line::Element(Element::DataAck { lane })) => {
                    let _ = news.send(News::Ready(lane));
                    continue;
                }
                Ok(Line::Element(Element::Frame(frame))) => frame,
                Ok(Line::Empty) => continue,
                Err(error) => {
                    let reason = format!("the engine wrote what is no line of the protocol: {error}");
                    let _ = end.send(Frame::Notice(Notice::OpenFailed { reason }));
                    return;
                }
            };
            if let Frame::CommandAck { pipeline } = frame {
                let _ = news.send(News::Ready(Lane::Pipeline(pipeline)));
            }
            if end.send_output(frame, &|| false).is_err() {
                return;
            }
        }
    }
}

/// The last line that the program wrote to standard error: what it says when it cannot begin.
pub(super) fn last_line(pipe: impl Read) -> Option<String> {
    let lines = BufReader::new(pipe.take(1 << 20)).lines();
    lines.map_while(Result::ok).filter(|line| !line.trim().is_empty()).last()
}
