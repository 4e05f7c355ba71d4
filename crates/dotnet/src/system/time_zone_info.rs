//! `System.TimeZoneInfo`.

use super::clock;
use super::date_time_offset::{Moment, object_of as moment_object};
use super::windows_zones::iana_name;
use crate::fault;
use crate::system::object;
use pwsh_value::payload::{List, Reference};
use pwsh_value::text::date::{Season, TICKS_PER_MINUTE, Zone};
use pwsh_value::ty::{Call, FacadeType, Hooks, close_generic, method, named, property};
use pwsh_value::{DateTime, DateTimeKind, Error, Handle, Obj, Payload, Result, TimeSpan, Value};

/// `System.TimeZoneInfo`.
pub static TIME_ZONE_INFO: FacadeType = FacadeType {
    interfaces: &["System.IEquatable[System.TimeZoneInfo]"],
    members: &[
        property("string Id {get;}", id),
        property("bool HasIanaId {get;}", has_iana_id),
        property("string DisplayName {get;}", display_name),
        property("string StandardName {get;}", standard_name),
        property("string DaylightName {get;}", daylight_name),
        property("timespan BaseUtcOffset {get;}", base_utc_offset),
        property("bool SupportsDaylightSavingTime {get;}", supports_daylight_saving_time),
        property("static System.TimeZoneInfo Local {get;}", local),
        property("static System.TimeZoneInfo Utc {get;}", utc),
        method("timespan GetUtcOffset(System.DateTimeOffset dateTimeOffset)", get_utc_offset),
        method("timespan GetUtcOffset(datetime dateTime)", get_utc_offset),
        method("bool IsAmbiguousTime(datetime dateTime)", is_ambiguous_time),
        method("bool IsDaylightSavingTime(System.DateTimeOffset dateTimeOffset)", is_daylight_saving_time),
        method("bool IsDaylightSavingTime(datetime dateTime)", is_daylight_saving_time),
        method("bool IsInvalidTime(datetime dateTime)", is_invalid_time),
        method("static void ClearCachedData()", clear_cached_data),
        method(
            "static System.DateTimeOffset ConvertTimeBySystemTimeZoneId(System.DateTimeOffset dateTimeOffset, string destinationTimeZoneId)",
            convert_time_by_id,
        ),
        method(
            "static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)",
            convert_time_by_id,
        ),
        method("static System.TimeZoneInfo FindSystemTimeZoneById(string id)", find_system_time_zone_by_id),
        method(
            "static bool TryFindSystemTimeZoneById(string id, [ref] System.TimeZoneInfo timeZoneInfo)",
            try_find_system_time_zone_by_id,
        ),
        method(
            "static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)",
            convert_time_by_id,
        ),
        method(
            "static System.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone)",
            convert_time,
        ),
        method(
            "static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)",
            convert_time,
        ),
        method(
            "static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)",
            convert_time,
        ),
        method(
            "static datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)",
            convert_time_from_utc,
        ),
        method("static datetime ConvertTimeToUtc(datetime dateTime)", convert_time_to_utc),
        method(
            "static datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)",
            convert_time_to_utc,
        ),
        method("bool Equals(System.TimeZoneInfo other)", object::equals),
        method("bool Equals(System.Object obj)", object::equals),
        method(
            "static System.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()",
            get_system_time_zones,
        ),
        method("bool HasSameRules(System.TimeZoneInfo other)", object::equals),
        method(
            "static System.TimeZoneInfo CreateCustomTimeZone(string id, timespan baseUtcOffset, string displayName, string standardDisplayName)",
            create_custom_time_zone,
        ),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| Ok(of(value).map(|zone| zone.shown()).unwrap_or_default().into())),
        equals: Some(|_, a, b| {
            let both = of(a).zip(of(b));
            Ok(both.is_some_and(|(a, b)| a.id.eq_ignore_ascii_case(&b.id)))
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.TimeZoneInfo")
};

/// The payload.
struct TimeZone {
    id: String,
    zone: Zone,
    /// The display name and the standard name of a zone that script made.
    names: Option<(String, String)>,
}

impl Payload for TimeZone {}

fn of(value: &Value) -> Option<Handle<'_, TimeZone>> {
    value.cell().and_then(|obj| obj.get::<TimeZone>())
}

const UTC_NAME: &str = "Coordinated Universal Time";

impl TimeZone {
    fn seasons(&self) -> (Season, Option<Season>) {
        self.zone.seasons(clock::utc_now())
    }

    fn is_utc(&self) -> bool {
        ["UTC", "Etc/UTC", "Etc/UCT", "Zulu", "Universal"].contains(&self.id.as_str())
    }

    fn shown(&self) -> String {
        if let Some((name, _)) = &self.names {
            return name.clone();
        }
        if self.is_utc() {
            return format!("(UTC) {UTC_NAME}");
        }
        let minutes = self.seasons().0.offset / TICKS_PER_MINUTE;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let ahead = if minutes == 0 { String::new() } else { format!("{sign}{hours:02}:{rest:02}") };
        format!("(UTC{ahead}) {}", self.id)
    }

    fn standard(&self) -> String {
        match &self.names {
            Some((_, name)) => name.clone(),
            None if self.is_utc() => UTC_NAME.into(),
            None => self.seasons().0.name,
        }
    }
}

fn object_of(id: impl Into<String>, zone: Zone) -> Value {
    Obj::new(named("System.TimeZoneInfo"), TimeZone { id: id.into(), zone, names: None }).into()
}

fn this<'a>(call: &Call<'a>) -> &'a TimeZone {
    call.this::<TimeZone>().payload()
}

/// The zone in an argument.
fn zone_argument<'a>(call: &Call<'a>, index: usize, parameter: &str) -> Result<&'a TimeZone> {
    of(call.arg(index)).map(Handle::payload).ok_or_else(|| fault::null(parameter))
}

fn id(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).id.as_str().into())
}

fn has_iana_id(call: &mut Call<'_>) -> Result<Value> {
    Ok(Zone::named(&this(call).id).is_some().into())
}

fn display_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).shown().into())
}

fn standard_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).standard().into())
}

fn daylight_name(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    Ok(this.seasons().1.map_or_else(|| this.standard(), |season| season.name).into())
}

fn base_utc_offset(call: &mut Call<'_>) -> Result<Value> {
    Ok(TimeSpan(this(call).seasons().0.offset).into())
}

fn supports_daylight_saving_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).seasons().1.is_some().into())
}

fn local(call: &mut Call<'_>) -> Result<Value> {
    let zone = clock::zone(call.cx);
    Ok(object_of(zone.id().to_owned(), zone))
}

fn utc(_: &mut Call<'_>) -> Result<Value> {
    Ok(object_of("UTC", Zone::utc()))
}

fn clear_cached_data(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// A zone by its IANA or Windows name.
fn find(id: &str) -> Option<Zone> {
    if id == "UTC" { Some(Zone::utc()) } else { Zone::named(iana_name(id).unwrap_or(id)) }
}

fn found(id: &str) -> Result<(String, Zone)> {
    find(id).map(|zone| (id.to_owned(), zone)).ok_or_else(|| {
        let message = format!("The time zone ID '{id}' was not found on the local computer.");
        Error::new("System.TimeZoneNotFoundException", message)
    })
}

fn find_system_time_zone_by_id(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("id"));
    }
    let (id, zone) = found(&call.str(0).to_str())?;
    Ok(object_of(id, zone))
}

fn try_find_system_time_zone_by_id(call: &mut Call<'_>) -> Result<Value> {
    let id = call.str(0);
    let zone = find(&id.to_str());
    let there = zone.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(zone.map(|zone| object_of(id.to_string(), zone)).unwrap_or_default());
    }
    Ok(there.into())
}

fn get_system_time_zones(_: &mut Call<'_>) -> Result<Value> {
    let now = clock::utc_now();
    let all = Zone::names().into_iter().filter_map(|name| Some((Zone::named(&name)?, name)));
    let mut all: Vec<(i64, String, Zone)> =
        all.map(|(zone, name)| (zone.seasons(now).0.offset, name, zone)).collect();
    all.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let values = all.into_iter().map(|(_, name, zone)| object_of(name, zone)).collect();
    let definition = named("System.Collections.ObjectModel.ReadOnlyCollection`1");
    let ty = close_generic(&definition, vec![named("System.TimeZoneInfo")]);
    Ok(Obj::new(ty, List::of_values(values)).into())
}

fn create_custom_time_zone(call: &mut Call<'_>) -> Result<Value> {
    let message = "The TimeSpan parameter must be within plus or minus 14.0 hours.";
    let limit = 14 * 60 * TICKS_PER_MINUTE;
    let offset = Some(call.timespan(1).0).filter(|offset| (-limit..=limit).contains(offset));
    let zone = offset.and_then(Zone::fixed).ok_or_else(|| fault::out_of_range(message, "baseUtcOffset"))?;
    let names = Some((call.str(2).to_string(), call.str(3).to_string()));
    let zone = TimeZone { id: call.str(0).to_string(), zone, names };
    Ok(Obj::new(named("System.TimeZoneInfo"), zone).into())
}

/// The UTC time that an argument means, which without a kind is one of this zone's.
fn instant(call: &Call<'_>, zone: &Zone) -> DateTime {
    match call.arg(0) {
        Value::DateTime(date) if date.kind() == DateTimeKind::Local => {
            clock::zone(call.cx).to_universal(*date)
        }
        Value::DateTime(date) => zone.to_universal(*date),
        other => moment(other).map_or_else(clock::utc_now, utc_of),
    }
}

/// The payload of a `DateTimeOffset`, `None` for other values.
fn moment(value: &Value) -> Option<Moment> {
    value.cell().and_then(|obj| obj.get::<Moment>()).map(|moment| *moment.payload())
}

fn utc_of(moment: Moment) -> DateTime {
    shifted(moment.clock, -moment.offset, DateTimeKind::Utc)
}

fn shifted(date: DateTime, by: i64, kind: DateTimeKind) -> DateTime {
    date.add_ticks(by).unwrap_or(date).with_kind(kind)
}

fn get_utc_offset(call: &mut Call<'_>) -> Result<Value> {
    let zone = &this(call).zone;
    Ok(TimeSpan(zone.offset_at_utc(instant(call, zone))).into())
}

fn is_daylight_saving_time(call: &mut Call<'_>) -> Result<Value> {
    let zone = &this(call).zone;
    Ok(zone.season_at_utc(instant(call, zone)).0.into())
}

fn is_ambiguous_time(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).zone.times_shown(call.datetime(0)) == 2).into())
}

fn is_invalid_time(call: &mut Call<'_>) -> Result<Value> {
    let date = call.datetime(0);
    Ok((date.kind() != DateTimeKind::Utc && this(call).zone.times_shown(date) == 0).into())
}

/// The UTC time of a clock time in a zone.
fn to_utc(date: DateTime, zone: &Zone) -> Result<DateTime> {
    if zone.times_shown(date) == 0 {
        let message = "The supplied DateTime represents an invalid time.  For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.";
        return Err(fault::argument(message, "dateTime"));
    }
    Ok(shifted(date, -zone.offset_at_local(date), DateTimeKind::Utc))
}

/// What clocks of a zone show at a UTC time.
fn in_zone(utc: DateTime, zone: &TimeZone) -> DateTime {
    let kind = if zone.is_utc() { DateTimeKind::Utc } else { DateTimeKind::Unspecified };
    shifted(utc, zone.zone.offset_at_utc(utc), kind)
}

fn moved(call: &Call<'_>, source: Option<&Zone>, target: &TimeZone) -> Result<Value> {
    if let Some(moment) = moment(call.arg(0)) {
        let utc = utc_of(moment);
        let offset = target.zone.offset_at_utc(utc);
        return Ok(moment_object(Moment { clock: shifted(utc, offset, DateTimeKind::Unspecified), offset }));
    }
    let date = call.datetime(0);
    let utc = match (source, date.kind()) {
        (_, DateTimeKind::Utc) => date,
        (Some(zone), _) => to_utc(date, zone)?,
        (None, _) => to_utc(date, &clock::zone(call.cx))?,
    };
    Ok(in_zone(utc, target).into())
}

fn convert_time(call: &mut Call<'_>) -> Result<Value> {
    if call.args.len() > 2 {
        let source = zone_argument(call, 1, "sourceTimeZone")?;
        return moved(call, Some(&source.zone), zone_argument(call, 2, "destinationTimeZone")?);
    }
    moved(call, None, zone_argument(call, 1, "destinationTimeZone")?)
}

fn convert_time_by_id(call: &mut Call<'_>) -> Result<Value> {
    let last = call.args.len() - 1;
    let (id, zone) = found(&call.str(last).to_str())?;
    let source = if last > 1 { Some(found(&call.str(1).to_str())?.1) } else { None };
    moved(call, source.as_ref(), &TimeZone { id, zone, names: None })
}

fn convert_time_from_utc(call: &mut Call<'_>) -> Result<Value> {
    let date = call.datetime(0);
    if date.kind() == DateTimeKind::Local {
        let message = "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.";
        return Err(fault::argument(message, "sourceTimeZone"));
    }
    Ok(in_zone(date.with_kind(DateTimeKind::Utc), zone_argument(call, 1, "destinationTimeZone")?).into())
}

fn convert_time_to_utc(call: &mut Call<'_>) -> Result<Value> {
    let date = call.datetime(0);
    if date.kind() == DateTimeKind::Utc {
        return Ok(date.into());
    }
    let utc = match call.args.len() {
        1 => to_utc(date, &clock::zone(call.cx))?,
        _ => to_utc(date, &zone_argument(call, 1, "sourceTimeZone")?.zone)?,
    };
    Ok(utc.into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_zone_by_its_windows_name() {
        let mut rt = Runtime::new();
        let id = ["W. Europe Standard Time".into()];
        let zone = rt.call_static("System.TimeZoneInfo", "FindSystemTimeZoneById", &id).unwrap();
        let offset = rt.get(&zone, "BaseUtcOffset");
        assert_eq!(rt.text(&offset), "01:00:00");
        assert_eq!(rt.text(&zone), "(UTC+01:00) W. Europe Standard Time");
    }
}
