//! What somebody who searches for conversations means: `from:kari is:open "blue tent" -red after:2026-11-01 #48213`.
//! What is no sign is a word; nothing that can be typed is wrong.

use base::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use words::search::{Part, Wanted, parse};

use super::tags;
use crate::model::{Group, State};

/// The signs that mean something.
pub const KEYS: [&str; 8] = ["from", "to", "tag", "is", "has", "before", "after", "on"];

/// What a conversation must be, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// In one of the three lists.
    Group(Group),
    /// In this state.
    State(State),
    /// The reader's own.
    Mine,
    /// Nobody's.
    Unassigned,
    /// Not read yet.
    Unread,
    /// Followed by the reader.
    Followed,
    /// With a note in it.
    Noted,
    /// With a draft of a reply that colleagues share.
    Drafted,
    /// Its customer was not glad when they last wrote.
    Unhappy,
    /// A complaint.
    Complaint,
    /// With a cause that it has in common with others.
    Problem,
    /// With this tag, by the form that names are compared by.
    Tagged(String),
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words, phrases, and who wrote to whom.
    pub wanted: Wanted,
    /// What else must hold (`false`: must not).
    pub is: Vec<(Is, bool)>,
    /// Said at or after this.
    pub since: Option<Instant>,
    /// Said before this.
    pub until: Option<Instant>,
    /// The number of a conversation, if the query may be one.
    pub number: Option<i64>,
}

impl Search {
    /// Whether nothing is searched for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Reads a query. Days are those of the reader's zone.
#[must_use]
pub fn read(text: &str, zone: &TimeZone) -> Search {
    let (parts, open) = parse(text, &KEYS);
    let mut search = Search::default();
    let mut plain = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Part::Field { not, key, value } if field(&mut search, zone, not, &key, &value) => {}
            Part::Field { not, key, value } => plain.push(Part::Word { not, text: format!("{key}:{value}") }),
            part => plain.push(part),
        }
    }
    search.number = match plain.as_slice() {
        [Part::Word { not: false, text }] => number(text),
        _ => None,
    };
    let words = Wanted::of(&plain, open);
    search.wanted.all.splice(0..0, words.all);
    search.wanted.none.extend(words.none);
    search
}

fn number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    (digits.len() <= 12 && digits.chars().all(|c| c.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// Takes one sign; answers whether it says anything.
fn field(search: &mut Search, zone: &TimeZone, not: bool, key: &str, value: &str) -> bool {
    match key {
        "from" | "to" => {
            let before = (search.wanted.all.len(), search.wanted.none.len());
            search.wanted.marked(if key == "from" { "from" } else { "to" }, value, not);
            before != (search.wanted.all.len(), search.wanted.none.len())
        }
        "tag" => match tags::name(value) {
            Some(name) => {
                search.is.push((Is::Tagged(tags::fold(&name)), !not));
                true
            }
            None => false,
        },
        "is" | "has" => is(search, not, key, &value.to_lowercase()),
        _ => day(search, zone, not, key, value),
    }
}

fn is(search: &mut Search, not: bool, key: &str, value: &str) -> bool {
    let kind = match (key, value) {
        ("is", "note") => Some(("kind", "note")),
        ("is", "reply") => Some(("kind", "reply")),
        ("is", "received") => Some(("kind", "inbound")),
        ("has", "attachment" | "file") => Some(("has", "attachment")),
        _ => None,
    };
    if let Some((mark, value)) = kind {
        search.wanted.exactly(mark, value, not);
        return true;
    }
    let is = match (key, value) {
        ("is", "open") => Is::Group(Group::Open),
        ("is", "waiting") => Is::Group(Group::Waiting),
        ("is", "closed") => Is::Group(Group::Closed),
        ("is", "snoozed") => Is::Group(Group::Snoozed),
        ("is", "new") => Is::State(State::New),
        ("is", "solved") => Is::State(State::Solved),
        ("is", "mine") => Is::Mine,
        ("is", "unassigned") => Is::Unassigned,
        ("is", "unread") => Is::Unread,
        ("is", "followed") => Is::Followed,
        ("is", "unhappy") => Is::Unhappy,
        ("is", "complaint") => Is::Complaint,
        ("is" | "has", "problem") => Is::Problem,
        ("has", "note") => Is::Noted,
        ("has", "draft") => Is::Drafted,
        _ => return false,
    };
    search.is.push((is, !not));
    true
}

/// `2026`, `2026-11`, `2026-11-18` and `18.11.2026`. `after` begins with that day, `before` ends ahead of it.
fn day(search: &mut Search, zone: &TimeZone, not: bool, key: &str, value: &str) -> bool {
    let Some((first, long)) = period(value) else { return false };
    let at = |date: Date| date.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp());
    let end = first.checked_add(long).ok();
    let (Some(start), Some(end)) = (at(first), end.and_then(at)) else { return false };
    let later = |search: &mut Search| search.since = Some(search.since.map_or(start, |since| since.max(start)));
    let earlier =
        |search: &mut Search, to: Instant| search.until = Some(search.until.map_or(to, |until| until.min(to)));
    match (key, not) {
        ("after", false) | ("before", true) => later(search),
        ("before", false) | ("after", true) => earlier(search, start),
        ("on", false) => {
            later(search);
            earlier(search, end);
        }
        _ => return false,
    }
    true
}

fn period(text: &str) -> Option<(Date, Span)> {
    let numbers: Option<Vec<i16>> = text.split(['-', '.', '/']).map(|part| part.parse().ok()).collect();
    let numbers = numbers?;
    let date = |year: i16, month: i16, day: i16| {
        (year >= 1000).then(|| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()).flatten()
    };
    match numbers.as_slice() {
        [year] => Some((date(*year, 1, 1)?, 1.year())),
        [year, month] => Some((date(*year, *month, 1)?, 1.month())),
        [year, month, day] if *year > 31 => Some((date(*year, *month, *day)?, 1.day())),
        [day, month, year] => Some((date(*year, *month, *day)?, 1.day())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use words::search::Match;

    use super::*;

    fn oslo() -> TimeZone {
        TimeZone::get("Europe/Oslo").expect("Oslo")
    }

    fn search(text: &str) -> Search {
        read(text, &oslo())
    }

    fn at(text: &str) -> Option<Instant> {
        Some(text.parse().expect("a time"))
    }

    #[test]
    fn signs_say_what_a_conversation_is() {
        let table = [
            ("is:open", Is::Group(Group::Open), true),
            ("-IS:Waiting", Is::Group(Group::Waiting), false),
            ("is:closed", Is::Group(Group::Closed), true),
            ("is:snoozed", Is::Group(Group::Snoozed), true),
            ("is:new", Is::State(State::New), true),
            ("is:solved", Is::State(State::Solved), true),
            ("is:mine", Is::Mine, true),
            ("is:unassigned", Is::Unassigned, true),
            ("is:unread", Is::Unread, true),
            ("-is:followed", Is::Followed, false),
            ("-is:unhappy", Is::Unhappy, false),
            ("is:complaint", Is::Complaint, true),
            ("is:problem", Is::Problem, true),
            ("-has:problem", Is::Problem, false),
            ("-has:note", Is::Noted, false),
            ("has:draft", Is::Drafted, true),
            ("tag:\"Cargo Bike\"", Is::Tagged("cargo bike".into()), true),
        ];
        for (text, is, so) in table {
            let search = search(text);
            assert_eq!(search.is, [(is, so)], "{text}");
            assert!(search.wanted.is_empty(), "{text}");
        }
    }

    #[test]
    fn kinds_of_messages_are_looked_for_in_the_index() {
        let table = [
            ("is:note", "kind=note"),
            ("is:reply", "kind=reply"),
            ("is:received", "kind=inbound"),
            ("has:file", "has=attachment"),
            ("has:attachment", "has=attachment"),
        ];
        for (text, mark) in table {
            assert_eq!(search(text).wanted.all[0].any, [Match::Word(mark.into())], "{text}");
            assert_eq!(search(&format!("-{text}")).wanted.none[0].any, [Match::Word(mark.into())], "{text}");
        }
        assert_eq!(search("to:\"Kari Moe\"").wanted.all.len(), 2);
    }

    #[test]
    fn days_are_those_of_the_reader() {
        let table = [
            ("after:2026-11-18", at("2026-11-17T23:00:00Z"), None),
            ("-before:2026-11-18", at("2026-11-17T23:00:00Z"), None),
            ("before:2026-11-18", None, at("2026-11-17T23:00:00Z")),
            ("on:18.11.2026", at("2026-11-17T23:00:00Z"), at("2026-11-18T23:00:00Z")),
            ("on:2026-02", at("2026-01-31T23:00:00Z"), at("2026-02-28T23:00:00Z")),
            ("on:2026", at("2025-12-31T23:00:00Z"), at("2026-12-31T23:00:00Z")),
            (
                "after:2026-11-01 after:2026-10-01 before:2026-11-02 before:2027",
                at("2026-10-31T23:00:00Z"),
                at("2026-11-01T23:00:00Z"),
            ),
        ];
        for (text, since, until) in table {
            let search = search(text);
            assert_eq!((search.since, search.until), (since, until), "{text}");
            assert!(search.wanted.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_is_a_word() {
        for text in [
            "is:happy",
            "has:wings",
            "on:yesterday",
            "on:2026-13-40",
            "after:9999999",
            "from:''",
            "-on:2026-11-18",
            "on:5",
        ] {
            let search = search(text);
            assert_eq!((search.is.len(), search.since, search.until), (0, None, None), "{text}");
            let words = search.wanted.all.len() + search.wanted.none.len();
            assert!(words == 1, "{text}: {:?}", search.wanted);
        }
        assert!(search("").is_empty() && search(" - \"\" ").is_empty());
    }

    #[test]
    fn a_number_alone_may_be_a_conversation() {
        assert_eq!(search("#48213").number, Some(48213));
        assert_eq!(search(" 48213 ").number, Some(48213));
        assert_eq!(search("48213 tent").number, None);
        assert_eq!(search("-48213").number, None);
        assert_eq!(search(&"9".repeat(40)).number, None);
        assert_eq!(search("#").number, None);
    }
}
