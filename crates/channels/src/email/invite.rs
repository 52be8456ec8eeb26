//! Bytes of a calendar file → the meeting in it. What cannot be read is none, and stays the attachment it is.
//!
//! Never panics and takes time that grows with the text alone. Our own lines over RFC 5545: the kept crates for it
//! bring a second time library, and only the first meeting is looked at.

use std::borrow::Cow;

use conversations::Mailbox;
use conversations::invite::{Invite, Says, When};
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::MailAddress;
use super::parse::one_line;

/// Longest calendar file that is read.
pub const BYTES_MAX: usize = 128 * 1024;
/// Longest title or place that is shown, in characters.
const LINE_MAX: usize = 300;
/// Most guests that are shown.
const GUESTS_MAX: usize = 50;

/// Outlook's names of the zones that our customers live in, and of the largest others.
const ZONES: &[(&str, &str)] = &[
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Romance Standard Time", "Europe/Paris"),
    ("GMT Standard Time", "Europe/London"),
    ("FLE Standard Time", "Europe/Kyiv"),
    ("SE Asia Standard Time", "Asia/Bangkok"),
    ("Singapore Standard Time", "Asia/Singapore"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("India Standard Time", "Asia/Kolkata"),
    ("Eastern Standard Time", "America/New_York"),
    ("Central Standard Time", "America/Chicago"),
    ("Pacific Standard Time", "America/Los_Angeles"),
];

/// The first meeting of a calendar file, if it can be read.
#[must_use]
pub fn invite(bytes: &[u8]) -> Option<Invite> {
    if bytes.len() > BYTES_MAX {
        return None;
    }
    let text = unfolded(&String::from_utf8_lossy(bytes));
    let mut lines = text.lines().filter_map(Line::read).skip_while(|line| !line.is("BEGIN", "VCALENDAR"));
    let mut method = "";
    while let Some(line) = lines.next() {
        if line.is("BEGIN", "VEVENT") {
            return meeting(&Event::read(lines), method);
        }
        if line.name.eq_ignore_ascii_case("METHOD") {
            method = line.value;
        }
    }
    None
}

/// Long lines are written in pieces, each but the first behind a space (RFC 5545, 3.1).
fn unfolded(text: &str) -> String {
    text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
}

/// One line: a name, parameters, a value.
struct Line<'a> {
    name: &'a str,
    parameters: &'a str,
    value: &'a str,
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b':' && !quoted
        })?;
        let (before, value) = (line.get(..colon)?, line.get(colon + 1..)?.trim());
        let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
        Some(Self { name: name.trim_start_matches('\u{feff}').trim(), parameters, value })
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) && self.value.eq_ignore_ascii_case(value)
    }

    /// A parameter, without its quotes.
    fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut quoted = false;
        let mut parts = self.parameters.split(|c: char| {
            quoted ^= c == '"';
            c == ';' && !quoted
        });
        let found =
            parts.find_map(|part| part.split_once('=').filter(|(key, _)| key.trim().eq_ignore_ascii_case(name)));
        found.map(|(_, value)| value.trim().trim_matches('"'))
    }
}

/// The lines of one meeting, without what is nested in it, such as an alarm.
struct Event<'a>(Vec<Line<'a>>);

impl<'a> Event<'a> {
    fn read(lines: impl Iterator<Item = Line<'a>>) -> Self {
        let (mut own, mut depth) = (Vec::new(), 0_u32);
        for line in lines {
            if line.name.eq_ignore_ascii_case("BEGIN") {
                depth = depth.saturating_add(1);
            } else if line.name.eq_ignore_ascii_case("END") {
                let Some(outer) = depth.checked_sub(1) else { break };
                depth = outer;
            } else if depth == 0 {
                own.push(line);
            }
        }
        Self(own)
    }

    fn all<'b>(&'b self, name: &'b str) -> impl Iterator<Item = &'b Line<'a>> {
        self.0.iter().filter(move |line| line.name.eq_ignore_ascii_case(name))
    }

    fn first<'b>(&'b self, name: &'b str) -> Option<&'b Line<'a>> {
        self.all(name).next()
    }

    fn value<'b>(&'b self, name: &'b str) -> &'a str {
        self.first(name).map_or("", |line| line.value)
    }
}

fn meeting(event: &Event<'_>, method: &str) -> Option<Invite> {
    let begins = event.first("DTSTART").and_then(when)?;
    let ends = match event.first("DTEND") {
        Some(end) => when(end).and_then(|end| last_within(end, &begins)),
        None => after(&begins, event.value("DURATION")),
    };
    Some(Invite {
        says: says(method, event),
        title: shown(event, "SUMMARY"),
        place: shown(event, "LOCATION"),
        ends: ends.filter(|end| *end != begins),
        begins,
        repeats: event.first("RRULE").is_some(),
        organizer: event.first("ORGANIZER").and_then(mailbox),
        guests: event.all("ATTENDEE").filter_map(mailbox).take(GUESTS_MAX).collect(),
    })
}

fn says(method: &str, event: &Event<'_>) -> Says {
    let cancelled = event.value("STATUS").eq_ignore_ascii_case("CANCELLED");
    match method.to_ascii_uppercase().as_str() {
        "CANCEL" => Says::Cancelled,
        _ if cancelled => Says::Cancelled,
        "REQUEST" => Says::Invited,
        "REPLY" => {
            let answer = event.first("ATTENDEE").and_then(|guest| guest.parameter("PARTSTAT"));
            match answer.unwrap_or_default().to_ascii_uppercase().as_str() {
                "ACCEPTED" => Says::Accepted,
                "DECLINED" => Says::Declined,
                "TENTATIVE" => Says::Perhaps,
                _ => Says::Told,
            }
        }
        _ => Says::Told,
    }
}

/// A text in one line, with nothing that hides or reverses it.
fn shown(event: &Event<'_>, name: &str) -> String {
    let mut text = Cow::Borrowed(event.value(name));
    for (written, meant) in [("\\n", " "), ("\\N", " "), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")] {
        text = text.replace(written, meant).into();
    }
    one_line(&text).chars().filter(|c| !super::parse::is_unseen(*c)).take(LINE_MAX).collect()
}

fn mailbox(line: &Line<'_>) -> Option<Mailbox> {
    let address = line.value;
    let start = address.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:"));
    let address = address.get(start.map_or(0, str::len)..)?;
    let read = MailAddress::read(line.parameter("CN"), address)?;
    let shown = read.shown(|_| false);
    Some(Mailbox { name: shown.name.unwrap_or_default(), address: shown.address })
}

fn when(line: &Line<'_>) -> Option<When> {
    let text = line.value;
    if text.len() == 8 {
        return Date::strptime("%Y%m%d", text).ok().map(When::Day);
    }
    let (clock, utc) = text.strip_suffix(['Z', 'z']).map_or((text, false), |clock| (clock, true));
    let at = DateTime::strptime("%Y%m%dT%H%M%S", clock).ok()?;
    let named = line.parameter("TZID").unwrap_or_default().trim();
    let zone = if utc { Some(TimeZone::UTC) } else { zone(named) };
    match zone {
        Some(zone) => zone.to_timestamp(at).ok().map(When::At),
        None => Some(When::Clock { at, zone: one_line(named).chars().take(60).collect() }),
    }
}

fn zone(named: &str) -> Option<TimeZone> {
    let known = ZONES.iter().find(|(outlook, _)| outlook.eq_ignore_ascii_case(named)).map_or(named, |(_, zone)| zone);
    if known.is_empty() { None } else { TimeZone::get(known.trim_start_matches('/')).ok() }
}

/// The day after the last one is what calendars write.
fn last_within(end: When, begins: &When) -> Option<When> {
    match (end, begins) {
        (When::Day(day), When::Day(first)) => Some(When::Day(day.yesterday().ok()?.max(*first))),
        (end, _) => Some(end),
    }
}

fn after(begins: &When, duration: &str) -> Option<When> {
    let lasts: SignedDuration = duration.parse().ok()?;
    match begins {
        When::At(at) => at.checked_add(lasts).ok().map(When::At),
        When::Clock { at, zone } => Some(When::Clock { at: at.checked_add(lasts).ok()?, zone: zone.clone() }),
        When::Day(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(method: &str, event: &str) -> Vec<u8> {
        let text = format!(
            "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\nBEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\nBEGIN:VEVENT\n\
             UID:1\n{event}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        text.replace('\n', "\r\n").into_bytes()
    }

    fn read(event: &str) -> Option<Invite> {
        invite(&calendar("REQUEST", event))
    }

    fn at(text: &str) -> When {
        When::At(text.parse().expect("a time"))
    }

    #[test]
    fn what_when_where_and_who_are_read() {
        let event = "SUMMARY:Befaring\\, sti og\r\n  hytte\nLOCATION:Storgata 1\\nTromsø\n\
             DTSTART;TZID=Europe/Oslo:20261118T140000\nDTEND;TZID=Europe/Oslo:20261118T150000\nRRULE:FREQ=DAILY\n\
             ORGANIZER;CN=\"Nes, Kari\":mailto:kari@post.example\n\
             ATTENDEE;CN=Ola;PARTSTAT=NEEDS-ACTION:MAILTO:ola@post.example\nATTENDEE:mailto:hjelp@shop.example";
        let found = read(event).expect("a meeting");
        assert_eq!((found.title.as_str(), found.place.as_str()), ("Befaring, sti og hytte", "Storgata 1 Tromsø"));
        let alarmed = read("BEGIN:VALARM\nSUMMARY:Beep\nEND:VALARM\nDTSTART:20261118T130000Z\nSUMMARY:Meeting");
        assert_eq!(alarmed.map(|it| it.title), Some("Meeting".into()), "an alarm within is not the meeting");
        assert_eq!((found.says, found.repeats), (Says::Invited, true));
        assert_eq!((found.begins, found.ends), (at("2026-11-18T13:00:00Z"), Some(at("2026-11-18T14:00:00Z"))));
        assert_eq!(
            found.organizer.map(|it| (it.name, it.address)),
            Some(("Nes, Kari".into(), "kari@post.example".into()))
        );
        let guests: Vec<&str> = found.guests.iter().map(|guest| guest.address.as_str()).collect();
        assert_eq!(guests, ["ola@post.example", "hjelp@shop.example"]);
    }

    #[test]
    fn times_are_read_in_every_form() {
        let begins = |line: &str| read(line).map(|found| found.begins);
        assert_eq!(begins("DTSTART:20261118T130000Z"), Some(at("2026-11-18T13:00:00Z")));
        assert_eq!(begins("DTSTART;TZID=SE Asia Standard Time:20261118T200000"), Some(at("2026-11-18T13:00:00Z")));
        let clock = |zone: &str| When::Clock { at: "2026-11-18T13:00:00".parse().expect("a time"), zone: zone.into() };
        assert_eq!(begins("DTSTART:20261118T130000"), Some(clock("")));
        assert_eq!(begins("DTSTART;TZID=Our office:20261118T130000"), Some(clock("Our office")));
        let day = |text: &str| When::Day(text.parse().expect("a day"));
        let days = read("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227").expect("days");
        assert_eq!((days.begins, days.ends), (day("2026-12-24"), Some(day("2026-12-26"))));
        let one = read("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225").expect("a day");
        assert_eq!((one.begins, one.ends), (day("2026-12-24"), None));
        let lasting = read("DTSTART:20261118T130000Z\nDURATION:PT1H30M").expect("a duration");
        assert_eq!(lasting.ends, Some(at("2026-11-18T14:30:00Z")));
    }

    #[test]
    fn what_is_said_of_a_meeting_is_told_apart() {
        let says = |method: &str, more: &str| {
            invite(&calendar(method, &format!("DTSTART:20261118T130000Z\n{more}"))).map(|found| found.says)
        };
        assert_eq!(says("CANCEL", ""), Some(Says::Cancelled));
        assert_eq!(says("REQUEST", "STATUS:CANCELLED"), Some(Says::Cancelled));
        assert_eq!(says("PUBLISH", ""), Some(Says::Told));
        for (partstat, expected) in [
            ("ACCEPTED", Says::Accepted),
            ("DECLINED", Says::Declined),
            ("TENTATIVE", Says::Perhaps),
            ("X", Says::Told),
        ] {
            assert_eq!(says("REPLY", &format!("ATTENDEE;PARTSTAT={partstat}:mailto:a@b.example")), Some(expected));
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_meeting() {
        for event in ["SUMMARY:No time", "DTSTART:tomorrow", "DTSTART:20261399T990000Z", "DTSTART;VALUE=DATE:20269999"]
        {
            assert_eq!(read(event), None, "{event}");
        }
        for bytes in [&b""[..], b"\0\xff", b"BEGIN:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"] {
            assert_eq!(invite(bytes), None);
        }
        let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(9_000));
        assert_eq!(invite(deep.as_bytes()), None, "nothing but beginnings");
        let long = calendar("REQUEST", &format!("DTSTART:20261118T130000Z\nSUMMARY:{}", "a".repeat(BYTES_MAX)));
        assert_eq!(invite(&long), None, "too long");
    }

    #[test]
    fn what_hides_or_overflows_is_cut() {
        let guests = "ATTENDEE:mailto:a@b.example\n".repeat(90);
        let event = format!("DTSTART:20261118T130000Z\nSUMMARY:a\u{202e}b{}\n{guests}", "c".repeat(500));
        let found = read(event.trim_end()).expect("a meeting");
        assert!(found.title.starts_with("abc") && found.title.len() == LINE_MAX);
        assert_eq!(found.guests.len(), GUESTS_MAX);
    }
}
