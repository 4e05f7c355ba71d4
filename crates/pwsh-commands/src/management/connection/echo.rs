//! Echo requests of ICMP (RFC 792) and ICMPv6 (RFC 4443).

use super::{milliseconds, wait};
use pwsh_runtime::command::Io;
use pwsh_value::Result;
use rustix::event::PollFlags;
use rustix::net::sockopt::{set_ip_ttl, set_ipv6_unicast_hops};
use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketType, ipproto, recvfrom, sendto, socket};
use std::net::{IpAddr, SocketAddr};
use std::os::fd::{AsFd, OwnedFd};
use std::time::{Duration, Instant};

/// One request.
pub struct EchoRequest {
    /// Who is asked.
    pub address: IpAddr,
    /// How many bytes are sent along.
    pub size: usize,
    /// How many routers may pass it on.
    pub hops: u8,
    /// Its number, which the answer carries.
    pub sequence: u16,
    /// How long the answer is waited for.
    pub limit: Duration,
}

/// What came of a request.
pub struct Echo {
    /// `IPStatus`
    pub status: i64,
    /// How long the answer took, in milliseconds.
    pub latency: i64,
    /// What was sent along.
    pub data: Vec<u8>,
}

const SUCCESS: i64 = 0;
const HOST_UNREACHABLE: i64 = 11003;
const TIMED_OUT: i64 = 11010;
const TTL_EXPIRED: i64 = 11013;

impl EchoRequest {
    /// Sends the request and waits for the answer.
    ///
    /// # Errors
    /// When the pipeline is to stop.
    pub fn send(&self, io: &mut Io<'_>) -> Result<Echo> {
        // The pattern that .NET sends: the letters a to w, over and over.
        let data: Vec<u8> = (b'a'..=b'w').cycle().take(self.size).collect();
        let outcome = |status, latency| Echo { status, latency, data: data.clone() };
        let Ok(socket) = self.open() else { return Ok(outcome(HOST_UNREACHABLE, 0)) };
        let message = request(self.address.is_ipv6(), self.sequence, &data);
        let began = Instant::now();
        let until = began + self.limit;
        let target = SocketAddr::new(self.address, 0);
        if sendto(&socket, &message, SendFlags::empty(), &target).is_err() {
            return Ok(outcome(HOST_UNREACHABLE, 0));
        }
        let mut buffer = vec![0; self.size + 256];
        while wait(io, socket.as_fd(), PollFlags::IN, until)? {
            let Ok((taken, _, _)) = recvfrom(&socket, &mut buffer[..], RecvFlags::DONTWAIT) else {
                continue;
            };
            match answer(self.address.is_ipv6(), &buffer[..taken], self.sequence) {
                Some(SUCCESS) => return Ok(outcome(SUCCESS, milliseconds(began.elapsed()))),
                Some(status) => return Ok(outcome(status, 0)),
                None => {}
            }
        }
        Ok(outcome(TIMED_OUT, 0))
    }

    /// A socket for echoes: one that needs no rights where the system has them, else a raw one.
    fn open(&self) -> rustix::io::Result<OwnedFd> {
        let (family, protocol) = match self.address {
            IpAddr::V4(_) => (AddressFamily::INET, ipproto::ICMP),
            IpAddr::V6(_) => (AddressFamily::INET6, ipproto::ICMPV6),
        };
        let opened = socket(family, SocketType::DGRAM, Some(protocol))
            .or_else(|_| socket(family, SocketType::RAW, Some(protocol)))?;
        match self.address {
            IpAddr::V4(_) => set_ip_ttl(&opened, u32::from(self.hops))?,
            IpAddr::V6(_) => set_ipv6_unicast_hops(&opened, Some(self.hops))?,
        }
        Ok(opened)
    }
}

/// The message: type, code, checksum, identifier, number, data. The system puts the identifier in for sockets without
/// rights, and the checksum for ICMPv6.
fn request(v6: bool, sequence: u16, data: &[u8]) -> Vec<u8> {
    let kind = if v6 { 128 } else { 8 };
    let mut message = vec![kind, 0, 0, 0];
    message.extend((std::process::id() as u16).to_be_bytes());
    message.extend(sequence.to_be_bytes());
    message.extend(data);
    let sum = checksum(&message);
    message[2..4].copy_from_slice(&sum.to_be_bytes());
    message
}

/// The internet checksum (RFC 1071).
fn checksum(bytes: &[u8]) -> u16 {
    let words =
        bytes.chunks(2).map(|pair| u32::from(pair[0]) << 8 | pair.get(1).map_or(0, |low| u32::from(*low)));
    let mut sum: u32 = words.sum();
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    !(sum as u16)
}

/// What a message says of request `sequence`; `None`: it is about something else.
fn answer(v6: bool, bytes: &[u8], sequence: u16) -> Option<i64> {
    // A raw socket of IPv4 gives the header of IP too.
    let message = match bytes.first() {
        Some(first) if !v6 && first >> 4 == 4 && bytes.len() > 20 => {
            bytes.get(usize::from(first & 15) * 4..)?
        }
        _ => bytes,
    };
    let number = |at: usize| Some(u16::from_be_bytes([*message.get(at)?, *message.get(at + 1)?]));
    let (reply, unreachable, expired) = if v6 { (129, 1, 3) } else { (0, 3, 11) };
    let kind = *message.first()?;
    if kind == reply {
        return (number(6)? == sequence).then_some(SUCCESS);
    }
    // Behind 8 bytes stands the start of what was refused: its header of IP and of ICMP.
    let inner = 8 + if v6 { 40 } else { usize::from(message.get(8)? & 15) * 4 };
    let is_ours = number(inner + 6)? == sequence;
    match kind {
        kind if kind == expired && is_ours => Some(TTL_EXPIRED),
        kind if kind == unreachable && is_ours => Some(HOST_UNREACHABLE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_with_its_checksum_sums_to_nothing() {
        assert_eq!(checksum(&request(false, 7, b"abc")), 0);
    }

    #[test]
    fn an_answer_is_known_by_its_number() {
        let mut reply = request(false, 7, b"abc");
        reply[0] = 0;
        assert_eq!(answer(false, &reply, 7), Some(SUCCESS));
        assert_eq!(answer(false, &reply, 8), None);
        let mut with_header = vec![0x45; 20];
        with_header.extend(&reply);
        assert_eq!(answer(false, &with_header, 7), Some(SUCCESS));
        assert_eq!(answer(false, &[], 7), None);
    }

    #[test]
    fn a_refusal_holds_what_was_refused() {
        let mut refusal = vec![11, 0, 0, 0, 0, 0, 0, 0];
        refusal.extend([0x45; 20]);
        refusal.extend(request(false, 9, b""));
        assert_eq!(answer(false, &refusal, 9), Some(TTL_EXPIRED));
    }
}
