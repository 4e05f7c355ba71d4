//! `Test-Connection`.

use super::connection::{EchoRequest, connect, ping_status, tcp_port_status};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::time::{Duration, Instant};

/// Asks other machines whether they answer an echo request, or accept connections on a port.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Test-Connection",
    module = "Microsoft.PowerShell.Management",
    default_set = "DefaultPing",
    output(
        "Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus",
        "System.Boolean",
        "Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097144"
)]
pub struct TestConnection {
    #[parameter(set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    ping: Switch,
    #[parameter(name = "IPv4", set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    #[parameter(set = "TcpPort")]
    ipv4: Switch,
    #[parameter(name = "IPv6", set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    #[parameter(set = "TcpPort")]
    ipv6: Switch,
    #[parameter(set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    #[parameter(set = "TcpPort")]
    source: PsString,
    #[parameter(alias("Ttl", "TimeToLive", "Hops"), set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    #[validate(range(1, 128))]
    max_hops: Option<i32>,
    #[parameter(set = "DefaultPing")]
    #[parameter(set = "TcpPort")]
    #[validate(range("Positive"))]
    count: Option<i32>,
    #[parameter(set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    #[parameter(set = "TcpPort")]
    #[validate(range("Positive"))]
    delay: Option<i32>,
    #[parameter(alias("Size", "Bytes", "BS"), set = "DefaultPing")]
    #[parameter(set = "RepeatPing")]
    #[validate(range(0, 65500))]
    buffer_size: Option<i32>,
    #[parameter(mandatory, alias("Continuous"), set = "RepeatPing")]
    #[parameter(set = "TcpPort")]
    repeat: Switch,
    #[parameter]
    quiet: Switch,
    #[parameter(set = "TcpPort")]
    detailed: Switch,
    #[parameter]
    #[validate(range("Positive"))]
    timeout_seconds: Option<i32>,
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, alias("ComputerName"))]
    #[validate(not_null_or_empty)]
    target_name: Vec<PsString>,
    #[parameter(mandatory, set = "TcpPort")]
    #[validate(range(0, 65535))]
    tcp_port: Option<i32>,
}

/// As many requests are sent, of as many bytes, where the call does not say.
const PINGS: i32 = 4;
const BUFFER: i32 = 32;
const HOPS: i32 = 128;

impl Cmdlet for TestConnection {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        for target in &self.target_name {
            match self.resolve(target) {
                Some(address) if self.tcp_port.is_some() => self.port(io, target, address)?,
                Some(address) => self.echo(io, target, address)?,
                None if self.quiet.0 => io.write(false)?,
                None => io.write_error(unresolved(target))?,
            }
        }
        Ok(())
    }
}

impl TestConnection {
    fn resolve(&self, target: &PsString) -> Option<IpAddr> {
        let found = (&*target.to_str(), 0).to_socket_addrs().ok()?;
        let wanted = |address: &IpAddr| match (self.ipv4.0, self.ipv6.0) {
            (true, _) => address.is_ipv4(),
            (false, true) => address.is_ipv6(),
            (false, false) => true,
        };
        found.map(|address| address.ip()).find(wanted)
    }

    fn limit(&self) -> Duration {
        const SECONDS: i32 = 5;
        Duration::from_secs(self.timeout_seconds.unwrap_or(SECONDS).max(1) as u64)
    }

    fn shown_source(&self) -> String {
        match self.source.is_empty() {
            true => pwsh_runtime::record::computer_name(),
            false => self.source.to_string(),
        }
    }

    fn echo(&self, io: &mut Io<'_>, target: &PsString, address: IpAddr) -> Result<()> {
        let count = self.count.unwrap_or(PINGS);
        let mut number: u32 = 1;
        let mut all_answered = true;
        loop {
            let request = EchoRequest {
                address,
                size: self.buffer_size.unwrap_or(BUFFER).max(0) as usize,
                hops: self.max_hops.unwrap_or(HOPS).clamp(1, 255) as u8,
                sequence: number as u16,
                limit: self.limit(),
            };
            let echo = request.send(io)?;
            all_answered &= echo.status == 0;
            if !self.quiet.0 {
                io.write(ping_status(number, &self.shown_source(), &target.to_str(), address, echo))?;
            } else if self.repeat.0 {
                io.write(all_answered)?;
            }
            if !self.repeat.0 && i64::from(number) >= i64::from(count) {
                break;
            }
            number = number.wrapping_add(1);
            self.pause(io)?;
        }
        if self.quiet.0 { io.write(all_answered) } else { Ok(()) }
    }

    fn port(&self, io: &mut Io<'_>, target: &PsString, address: IpAddr) -> Result<()> {
        let port = self.tcp_port.and_then(|port| u16::try_from(port).ok()).unwrap_or(0);
        let count = if self.count.is_some() || self.repeat.0 { self.count.unwrap_or(PINGS) } else { 1 };
        let mut number = 1;
        loop {
            let attempt = connect(io, SocketAddr::new(address, port), self.limit())?;
            let shown = match self.detailed.0 {
                true => {
                    let source = self.shown_source();
                    tcp_port_status(number, &source, &target.to_str(), address, port, &attempt)
                }
                false => Value::Bool(attempt.connected),
            };
            io.write(shown)?;
            if !self.repeat.0 && number >= count {
                return Ok(());
            }
            number = number.wrapping_add(1);
            self.pause(io)?;
        }
    }

    /// Waits between two requests.
    fn pause(&self, io: &mut Io<'_>) -> Result<()> {
        let until = Instant::now() + Duration::from_secs(self.delay.unwrap_or(1).max(0) as u64);
        let attention = io.rs.attention.clone();
        while !attention.sleep(until.saturating_duration_since(Instant::now())) {
            io.poll()?;
        }
        Ok(())
    }
}

fn unresolved(target: &PsString) -> Error {
    let text = format!("Testing connection to computer '{target}' failed: Cannot resolve the target name.");
    Error::new("System.Net.NetworkInformation.PingException", text)
        .id("TestConnectionException")
        .category(Category::ResourceUnavailable)
        .target(target.clone())
}
