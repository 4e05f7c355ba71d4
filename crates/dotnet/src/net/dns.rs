//! `System.Net.Dns`.

use super::ip_address::{address_object, address_of};
use crate::fault;
use pwsh_value::ty::{Call, FacadeType, method, named, property};
use pwsh_value::{Context, Error, Obj, Payload, Result, Value};
use std::net::{IpAddr, ToSocketAddrs};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// `System.Net.Dns`.
pub static DNS: FacadeType = FacadeType {
    members: &[
        method("static string GetHostName()", get_host_name),
        method("static System.Net.IPHostEntry GetHostEntry(ipaddress address)", get_host_entry),
        method("static System.Net.IPHostEntry GetHostEntry(string hostNameOrAddress)", get_host_entry),
        method("static ipaddress[] GetHostAddresses(string hostNameOrAddress)", get_host_addresses),
    ],
    ..FacadeType::static_class("System.Net.Dns")
};

/// `System.Net.IPHostEntry`.
pub static IP_HOST_ENTRY: FacadeType = FacadeType {
    members: &[
        property("string HostName {get;}", host_name),
        property("string[] Aliases {get;}", aliases),
        property("ipaddress[] AddressList {get;}", address_list),
    ],
    ..FacadeType::class("System.Net.IPHostEntry")
};

/// The payload of an `IPHostEntry`.
struct HostEntry {
    name: String,
    addresses: Vec<IpAddr>,
}

impl Payload for HostEntry {}

fn own_name() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

fn get_host_name(_: &mut Call<'_>) -> Result<Value> {
    Ok(own_name().into())
}

/// The addresses of a name. A resolver cannot be interrupted, so it runs on a thread of its own, which a pipeline
/// that is to stop leaves behind.
fn resolve(cx: &mut dyn Context, name: &str) -> Result<Vec<IpAddr>> {
    if let Ok(address) = name.parse() {
        return Ok(vec![address]);
    }
    let (send, receive) = channel();
    let asked = if name.is_empty() { own_name() } else { name.to_owned() };
    std::thread::spawn(move || {
        let found =
            (asked.as_str(), 0).to_socket_addrs().map(|all| all.map(|at| at.ip()).collect::<Vec<_>>());
        let _ = send.send(found.ok());
    });
    let found = loop {
        cx.poll()?;
        match receive.recv_timeout(Duration::from_millis(10)) {
            Ok(found) => break found,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break None,
        }
    };
    let mut addresses =
        found.ok_or_else(|| Error::new("System.Net.Sockets.SocketException", "Name or service not known"))?;
    let mut seen = std::collections::HashSet::new();
    addresses.retain(|address| seen.insert(*address));
    Ok(addresses)
}

fn objects(addresses: &[IpAddr]) -> Value {
    let values = addresses.iter().map(|address| address_object(*address)).collect();
    Obj::typed_array(&named("System.Net.IPAddress"), values).into()
}

fn get_host_addresses(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("hostNameOrAddress"));
    }
    let name = call.str(0);
    Ok(objects(&resolve(call.cx, &name.to_str())?))
}

fn get_host_entry(call: &mut Call<'_>) -> Result<Value> {
    let (name, addresses) = match address_of(call.arg(0)) {
        Some(address) => (address.to_string(), vec![address]),
        None => {
            let name = call.str(0).to_string();
            let addresses = resolve(call.cx, &name)?;
            (name, addresses)
        }
    };
    let entry = HostEntry { name, addresses };
    Ok(Obj::new(named("System.Net.IPHostEntry"), entry).into())
}

fn host_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<HostEntry>().name.as_str().into())
}

fn aliases(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(Vec::<&str>::new()).into())
}

fn address_list(call: &mut Call<'_>) -> Result<Value> {
    Ok(objects(&call.this::<HostEntry>().addresses))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn an_address_stands_for_itself() {
        let mut rt = Runtime::new();
        let found = rt.call_static("System.Net.Dns", "GetHostAddresses", &["127.0.0.1".into()]).unwrap();
        assert_eq!(rt.text(&found), "127.0.0.1");
    }
}
