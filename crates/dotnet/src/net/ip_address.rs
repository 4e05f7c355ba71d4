//! `System.Net.IPAddress`.

use crate::fault;
use crate::system::bit_converter::bytes_argument;
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// `System.Net.IPAddress`.
pub static IP_ADDRESS: FacadeType = FacadeType {
    interfaces: &["System.IFormattable"],
    members: &[
        constructor("new(long newAddress)", new),
        constructor("new(byte[] address)", new),
        property("System.Net.Sockets.AddressFamily AddressFamily {get;}", address_family),
        property("bool IsIPv6Multicast {get;}", is_i_pv6_multicast),
        property("bool IsIPv6LinkLocal {get;}", is_i_pv6_link_local),
        property("bool IsIPv6UniqueLocal {get;}", is_i_pv6_unique_local),
        property("bool IsIPv6SiteLocal {get;}", is_i_pv6_site_local),
        property("bool IsIPv6Teredo {get;}", is_i_pv6_teredo),
        property("bool IsIPv4MappedToIPv6 {get;}", is_i_pv4_mapped_to_i_pv6),
        property("long Address {get;}", address),
        property("static ipaddress Any {get;}", any),
        property("static ipaddress Loopback {get;}", loopback),
        property("static ipaddress Broadcast {get;}", broadcast),
        property("static ipaddress None {get;}", none),
        property("static ipaddress IPv6Any {get;}", i_pv6_any),
        property("static ipaddress IPv6Loopback {get;}", i_pv6_loopback),
        property("static ipaddress IPv6None {get;}", i_pv6_none),
        method("static bool TryParse(string ipString, [ref] ipaddress address)", try_parse),
        method("static ipaddress Parse(string ipString)", parse),
        method("byte[] GetAddressBytes()", get_address_bytes),
        method("static long HostToNetworkOrder(long host)", host_to_network_order),
        method("static int HostToNetworkOrder(int host)", host_to_network_order),
        method("static short HostToNetworkOrder(short host)", host_to_network_order),
        method("static long NetworkToHostOrder(long network)", network_to_host_order),
        method("static int NetworkToHostOrder(int network)", network_to_host_order),
        method("static short NetworkToHostOrder(short network)", network_to_host_order),
        method("static bool IsLoopback(ipaddress address)", is_loopback),
        method("bool Equals(System.Object comparand)", object::equals),
        method("ipaddress MapToIPv6()", map_to_i_pv6),
        method("ipaddress MapToIPv4()", map_to_i_pv4),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Net.IPAddress")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        Ok(address_of(value).map_or_else(PsString::empty, |address| address.to_string().into()))
    }),
    equals: Some(|_, a, b| Ok(address_of(b).is_some() && address_of(a) == address_of(b))),
    hash_code: Some(|_, value| {
        let bytes = address_of(value).map(octets).unwrap_or_default();
        Ok(bytes.iter().fold(17_i32, |sum, byte| sum.wrapping_mul(31).wrapping_add((*byte).into())))
    }),
    convert_from: Some(|_, _, value| match value.unwrapped() {
        Value::String(text) => read(&text.to_str()).map(|address| Some(address_object(address))),
        _ => Ok(None),
    }),
    ..Hooks::NONE
};

/// The payload.
struct Address(IpAddr);

impl Payload for Address {}

/// An `IPAddress` object.
pub fn address_object(address: IpAddr) -> Value {
    Obj::new(named("System.Net.IPAddress"), Address(address)).into()
}

/// The address of an `IPAddress`, `None` for other values.
pub fn address_of(value: &Value) -> Option<IpAddr> {
    value.cell().and_then(|obj| obj.get::<Address>()).map(|address| address.0)
}

fn this(call: &Call<'_>) -> IpAddr {
    call.this::<Address>().0
}

fn octets(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(v4) => v4.octets().to_vec(),
        IpAddr::V6(v6) => v6.octets().to_vec(),
    }
}

/// Reads an address; IPv4 also in fewer parts and other bases, as .NET does.
fn read(text: &str) -> Result<IpAddr> {
    let invalid = || fault::format("An invalid IP address was specified.");
    let trimmed = text.trim().trim_start_matches('[').trim_end_matches(']');
    if trimmed.contains(':') {
        let without_scope = trimmed.split('%').next().unwrap_or_default();
        return without_scope.parse::<Ipv6Addr>().map(IpAddr::V6).map_err(|_| invalid());
    }
    let part = |part: &str| {
        let lower = part.to_ascii_lowercase();
        match lower.strip_prefix("0x") {
            Some(hex) => u64::from_str_radix(hex, 16).ok(),
            None if lower.len() > 1 && lower.starts_with('0') => u64::from_str_radix(&lower, 8).ok(),
            None if lower.bytes().all(|b| b.is_ascii_digit()) => lower.parse().ok(),
            None => None,
        }
    };
    let parts: Option<Vec<u64>> = trimmed.split('.').map(part).collect();
    let parts = parts.filter(|parts| (1..=4).contains(&parts.len())).ok_or_else(invalid)?;
    let (last, heads) = parts.split_last().ok_or_else(invalid)?;
    if heads.iter().any(|head| *head > 255) || *last >= 1_u64 << (8 * (4 - heads.len())) {
        return Err(invalid());
    }
    let high = heads.iter().enumerate().fold(0, |sum, (at, head)| sum | head << (24 - 8 * at));
    Ok(IpAddr::V4(Ipv4Addr::from((high | last) as u32)))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let address = match call.arg(0) {
        Value::Int64(number) => {
            let bits = u32::try_from(*number).map_err(|_| {
                fault::out_of_range("Specified argument was out of the range of valid values.", "newAddress")
            })?;
            IpAddr::V4(Ipv4Addr::from(bits.to_le_bytes()))
        }
        _ => {
            let bytes = bytes_argument(call, 0, "address")?;
            let v4: Option<[u8; 4]> = bytes.as_slice().try_into().ok();
            let v6: Option<[u8; 16]> = bytes.as_slice().try_into().ok();
            let address = v4.map(IpAddr::from).or(v6.map(IpAddr::from));
            address.ok_or_else(|| fault::argument("An invalid IP address was specified.", "address"))?
        }
    };
    Ok(Obj::new(call.ty.clone(), Address(address)).into())
}

macro_rules! addresses {
    ($($name:ident = $address:expr;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok(address_object(IpAddr::from($address)))
        }
    )*};
}

addresses! {
    any = Ipv4Addr::UNSPECIFIED;
    loopback = Ipv4Addr::LOCALHOST;
    broadcast = Ipv4Addr::BROADCAST;
    none = Ipv4Addr::BROADCAST;
    i_pv6_any = Ipv6Addr::UNSPECIFIED;
    i_pv6_loopback = Ipv6Addr::LOCALHOST;
    i_pv6_none = Ipv6Addr::UNSPECIFIED;
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("ipString"));
    }
    Ok(address_object(read(&call.str(0).to_str())?))
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let parsed = read(&call.str(0).to_str()).ok();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(parsed.map_or(Value::Null, address_object));
    }
    Ok(parsed.is_some().into())
}

fn address_family(call: &mut Call<'_>) -> Result<Value> {
    let number = if this(call).is_ipv4() { 2 } else { 23 };
    Ok(Value::enumeration(&named("System.Net.Sockets.AddressFamily"), number))
}

fn address(call: &mut Call<'_>) -> Result<Value> {
    match this(call) {
        IpAddr::V4(v4) => Ok(i64::from(u32::from_le_bytes(v4.octets())).into()),
        IpAddr::V6(_) => Err(pwsh_value::Error::new(
            "System.Net.Sockets.SocketException",
            "The attempted operation is not supported for the type of object referenced.",
        )),
    }
}

fn get_address_bytes(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(octets(this(call))).into())
}

fn is_loopback(call: &mut Call<'_>) -> Result<Value> {
    Ok(address_of(call.arg(0)).is_some_and(|address| address.to_canonical().is_loopback()).into())
}

fn is_i_pv6_link_local(call: &mut Call<'_>) -> Result<Value> {
    Ok(matches!(this(call), IpAddr::V6(v6) if v6.is_unicast_link_local()).into())
}

fn is_i_pv6_multicast(call: &mut Call<'_>) -> Result<Value> {
    Ok(matches!(this(call), IpAddr::V6(v6) if v6.is_multicast()).into())
}

fn is_i_pv6_unique_local(call: &mut Call<'_>) -> Result<Value> {
    Ok(matches!(this(call), IpAddr::V6(v6) if v6.is_unique_local()).into())
}

fn is_i_pv4_mapped_to_i_pv6(call: &mut Call<'_>) -> Result<Value> {
    Ok(matches!(this(call), IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some()).into())
}

fn map_to_i_pv6(call: &mut Call<'_>) -> Result<Value> {
    Ok(match this(call) {
        IpAddr::V4(v4) => address_object(IpAddr::V6(v4.to_ipv6_mapped())),
        IpAddr::V6(_) => call.this.clone(),
    })
}

fn map_to_i_pv4(call: &mut Call<'_>) -> Result<Value> {
    Ok(match this(call) {
        IpAddr::V4(_) => call.this.clone(),
        IpAddr::V6(v6) => {
            let tail: [u8; 4] = v6.octets()[12..].try_into().expect("four of sixteen bytes");
            address_object(IpAddr::from(tail))
        }
    })
}

fn host_to_network_order(call: &mut Call<'_>) -> Result<Value> {
    Ok(match *call.arg(0) {
        Value::Int16(v) => Value::Int16(v.to_be()),
        Value::Int32(v) => Value::Int32(v.to_be()),
        Value::Int64(v) => Value::Int64(v.to_be()),
        _ => Value::Null,
    })
}

fn network_to_host_order(call: &mut Call<'_>) -> Result<Value> {
    host_to_network_order(call)
}

/// The first two words of a V6 address.
fn first_words(call: &Call<'_>) -> Option<(u16, u16)> {
    match this(call) {
        IpAddr::V6(address) => Some((address.segments()[0], address.segments()[1])),
        IpAddr::V4(_) => None,
    }
}

/// `fec0::/10`.
fn is_i_pv6_site_local(call: &mut Call<'_>) -> Result<Value> {
    Ok(first_words(call).is_some_and(|(first, _)| first & 0xFFC0 == 0xFEC0).into())
}

/// `2001::/32`.
fn is_i_pv6_teredo(call: &mut Call<'_>) -> Result<Value> {
    Ok((first_words(call) == Some((0x2001, 0))).into())
}
