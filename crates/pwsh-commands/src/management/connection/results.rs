//! The objects that Test-Connection gives.

use super::echo::Echo;
use super::tcp::Attempt;
use psjob_dotnet::net::ip_address::{address_object, address_of};
use pwsh_runtime::facade::fields::{Fields, field, get};
use pwsh_value::ty::{Call, FacadeType, Hooks, named, property};
use pwsh_value::{Obj, Result, Value};
use rustix::io::Errno;
use std::net::IpAddr;

const PING_STATUS_NAME: &str = "Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus";
const TCP_PORT_STATUS_NAME: &str = "Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus";
const PING_REPLY_NAME: &str = "System.Net.NetworkInformation.PingReply";
const SOCKET_ERROR_NAME: &str = "System.Net.Sockets.SocketError";
const IP_STATUS_NAME: &str = "System.Net.NetworkInformation.IPStatus";

/// What came of one echo request.
pub static PING_STATUS: FacadeType = FacadeType {
    members: &[
        property("uint Ping {get;}", get::<0>),
        property("string Source {get;}", get::<1>),
        property("string Destination {get;}", get::<2>),
        property("ipaddress Address {get;}", get::<3>),
        property("string DisplayAddress {get;}", display_address),
        property("long Latency {get;}", get::<4>),
        property("System.Net.NetworkInformation.IPStatus Status {get;}", get::<5>),
        property("int BufferSize {get;}", get::<6>),
        property("System.Net.NetworkInformation.PingReply Reply {get;}", get::<7>),
    ],
    ..FacadeType::class(PING_STATUS_NAME)
};

/// `System.Net.NetworkInformation.PingReply`.
pub static PING_REPLY: FacadeType = FacadeType {
    members: &[
        property("System.Net.NetworkInformation.IPStatus Status {get;}", get::<0>),
        property("ipaddress Address {get;}", get::<1>),
        property("long RoundtripTime {get;}", get::<2>),
        property("System.Net.NetworkInformation.PingOptions Options {get;}", get::<3>),
        property("byte[] Buffer {get;}", get::<4>),
    ],
    ..FacadeType::class(PING_REPLY_NAME)
};

/// What came of one attempt to connect.
pub static TCP_PORT_STATUS: FacadeType = FacadeType {
    members: &[
        property("int Id {get;}", get::<0>),
        property("string Source {get;}", get::<1>),
        property("string Target {get;}", get::<2>),
        property("ipaddress TargetAddress {get;}", get::<3>),
        property("int Port {get;}", get::<4>),
        property("long Latency {get;}", get::<5>),
        property("bool Connected {get;}", get::<6>),
        property("System.Net.Sockets.SocketError Status {get;}", get::<7>),
    ],
    ..FacadeType::class(TCP_PORT_STATUS_NAME)
};

/// `System.Net.NetworkInformation.PingException`.
pub static PING_EXCEPTION: FacadeType = FacadeType {
    base: "System.InvalidOperationException",
    hooks: Hooks::NONE,
    ..FacadeType::class("System.Net.NetworkInformation.PingException")
};

/// `System.Net.Sockets.SocketError`, as far as attempts to connect end so.
pub static SOCKET_ERROR: FacadeType = FacadeType::enumeration(
    SOCKET_ERROR_NAME,
    &[
        ("Success", 0),
        ("SocketError", -1),
        ("AccessDenied", 10013),
        ("NetworkUnreachable", 10051),
        ("TimedOut", 10060),
        ("ConnectionRefused", 10061),
        ("HostUnreachable", 10065),
        ("ConnectionReset", 10054),
        ("HostNotFound", 11001),
    ],
);

fn display_address(call: &mut Call<'_>) -> Result<Value> {
    let address = address_of(&field(call.this, 3));
    Ok(address.map_or_else(|| "*".to_owned(), |address| address.to_string()).into())
}

/// The object for one echo.
pub fn ping_status(number: u32, source: &str, target: &str, address: IpAddr, echo: Echo) -> Value {
    let status = Value::enumeration(&named(IP_STATUS_NAME), echo.status);
    let size = echo.data.len() as i32;
    let reply = Fields::object(
        PING_REPLY_NAME,
        vec![
            status.clone(),
            address_object(address),
            echo.latency.into(),
            Value::Null,
            Obj::bytes(echo.data).into(),
        ],
    );
    let answered = if echo.status == 0 { address_object(address) } else { Value::Null };
    Fields::object(
        PING_STATUS_NAME,
        vec![
            Value::UInt32(number),
            source.into(),
            target.into(),
            answered,
            echo.latency.into(),
            status,
            size.into(),
            reply,
        ],
    )
}

/// The object for one attempt to connect.
pub fn tcp_port_status(
    number: i32,
    source: &str,
    target: &str,
    address: IpAddr,
    port: u16,
    attempt: &Attempt,
) -> Value {
    const TIMED_OUT: i64 = 10060;
    let status = match attempt.error {
        None if attempt.connected => 0,
        None => TIMED_OUT,
        Some(Errno::ACCESS) => 10013,
        Some(Errno::NETUNREACH) => 10051,
        Some(Errno::TIMEDOUT) => TIMED_OUT,
        Some(Errno::CONNREFUSED) => 10061,
        Some(Errno::HOSTUNREACH) => 10065,
        Some(Errno::CONNRESET) => 10054,
        Some(_) => -1,
    };
    Fields::object(
        TCP_PORT_STATUS_NAME,
        vec![
            number.into(),
            source.into(),
            target.into(),
            address_object(address),
            i32::from(port).into(),
            attempt.latency.into(),
            attempt.connected.into(),
            Value::enumeration(&named(SOCKET_ERROR_NAME), status),
        ],
    )
}
