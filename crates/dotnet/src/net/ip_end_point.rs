//! `System.Net.IPEndPoint`.

use super::ip_address::{address_object, address_of};
use crate::fault;
use crate::system::object;
use parking_lot::Mutex;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// `System.Net.IPEndPoint`.
pub static IP_END_POINT: FacadeType = FacadeType {
    base: "System.Net.EndPoint",
    members: &[
        constructor("new(long address, int port)", new),
        constructor("new(ipaddress address, int port)", new),
        property("System.Net.Sockets.AddressFamily AddressFamily {get;}", address_family),
        property_rw("ipaddress Address {get;set;}", address, set_address),
        property_rw("int Port {get;set;}", port, set_port),
        property("static int MinPort {get;}", min_port),
        property("static int MaxPort {get;}", max_port),
        method("static bool TryParse(string s, [ref] IPEndpoint result)", try_parse),
        method("static IPEndpoint Parse(string s)", parse),
        method("bool Equals(System.Object comparand)", object::equals),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| Ok(of(value).map_or_else(PsString::empty, |at| at.to_string().into()))),
        equals: Some(|_, a, b| Ok(of(b).is_some() && of(a) == of(b))),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Net.IPEndPoint")
};

/// `System.Net.EndPoint`.
pub static END_POINT: FacadeType =
    FacadeType { kind: pwsh_value::ty::Kind::AbstractClass, ..FacadeType::class("System.Net.EndPoint") };

/// The payload.
struct EndPoint(Mutex<SocketAddr>);

impl Payload for EndPoint {}

fn of(value: &Value) -> Option<SocketAddr> {
    value.cell().and_then(|obj| obj.get::<EndPoint>()).map(|end| *end.0.lock())
}

fn made(address: SocketAddr) -> Value {
    Obj::new(named("System.Net.IPEndPoint"), EndPoint(Mutex::new(address))).into()
}

fn port_number(port: i32) -> Result<u16> {
    let message = "Specified argument was out of the range of valid values.";
    u16::try_from(port).map_err(|_| fault::out_of_range(message, "port"))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let address = match call.arg(0) {
        Value::Int64(bits) => IpAddr::V4(Ipv4Addr::from((*bits as u32).swap_bytes())),
        other => address_of(other).ok_or_else(|| fault::null("address"))?,
    };
    Ok(made(SocketAddr::new(address, port_number(call.int(1))?)))
}

fn this(call: &Call<'_>) -> SocketAddr {
    *call.this::<EndPoint>().0.lock()
}

fn address_family(call: &mut Call<'_>) -> Result<Value> {
    let number = if this(call).is_ipv4() { 2 } else { 23 };
    Ok(Value::enumeration(&named("System.Net.Sockets.AddressFamily"), number))
}

fn address(call: &mut Call<'_>) -> Result<Value> {
    Ok(address_object(this(call).ip()))
}

fn set_address(call: &mut Call<'_>) -> Result<Value> {
    let address = address_of(call.arg(0)).ok_or_else(|| fault::null("value"))?;
    call.this::<EndPoint>().0.lock().set_ip(address);
    Ok(Value::Void)
}

fn port(call: &mut Call<'_>) -> Result<Value> {
    Ok(i32::from(this(call).port()).into())
}

fn set_port(call: &mut Call<'_>) -> Result<Value> {
    let port = port_number(call.int(0))?;
    call.this::<EndPoint>().0.lock().set_port(port);
    Ok(Value::Void)
}

fn min_port(_: &mut Call<'_>) -> Result<Value> {
    Ok(0.into())
}

fn max_port(_: &mut Call<'_>) -> Result<Value> {
    Ok(i32::from(u16::MAX).into())
}

/// An address with or without a port, 0 for none.
fn read(text: &str) -> Option<Value> {
    let bare = || text.parse::<IpAddr>().ok().map(|address| SocketAddr::new(address, 0));
    text.parse().ok().or_else(bare).map(made)
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    read(&call.str(0).to_str()).ok_or_else(|| fault::format("An invalid IPEndPoint was specified."))
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let found = read(&call.str(0).to_str());
    let there = found.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(found.unwrap_or_default());
    }
    Ok(there.into())
}
