//! The reference cases with other names, verbs, days, times and another order of clauses: rules that read grammar do
//! not mind.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use serde_json::Value;

use super::vectors::{Case, cases, tallies};
use super::{Language, find};

/// Words that stand for each other, the other way too: everyday verbs of support of the same sort.
const VERBS: [(Language, &[(&str, &str)]); 5] = [
    (
        Language::En,
        &[
            ("call", "phone"),
            ("ring", "contact"),
            ("send", "mail"),
            ("refund", "reimburse"),
            ("fix", "repair"),
            ("fixed", "repaired"),
            ("reply", "respond"),
            ("dispatch", "ship"),
            ("process", "handle"),
            ("deliver", "bring"),
            ("cancel", "terminate"),
            ("look into", "investigate"),
            ("called", "phoned"),
            ("resend", "reship"),
            ("check", "talk"),
        ],
    ),
    (
        Language::Nb,
        &[
            ("ringer", "kontakter"),
            ("sender", "leverer"),
            ("sende", "levere"),
            ("ordner", "fikser"),
            ("ordne", "fikse"),
            ("refunderer", "krediterer"),
            ("undersøker", "sjekker"),
            ("ringe", "kontakte"),
            ("bytter", "reparerer"),
            ("ringte", "kontaktet"),
            ("leverer", "sender"),
            ("utbetaler", "overfører"),
        ],
    ),
    (
        Language::Da,
        &[
            ("ringer til", "skriver til"),
            ("sender", "leverer"),
            ("sende", "levere"),
            ("ordner", "fikser"),
            ("kontakter", "informerer"),
            ("refunderer", "krediterer"),
            ("undersøger", "tjekker"),
            ("ringe", "skrive"),
            ("bytter", "reparerer"),
            ("ringede", "skrev"),
            ("udbetaler", "overfører"),
            ("justerer", "reparerer"),
        ],
    ),
    (
        Language::Sv,
        &[
            ("ringer", "kontaktar"),
            ("skickar", "levererar"),
            ("skicka", "leverera"),
            ("ordnar", "fixar"),
            ("ringa", "kontakta"),
            ("återbetalar", "krediterar"),
            ("undersöker", "kollar"),
            ("byter", "lagar"),
            ("hämtar", "reparerar"),
            ("ringde", "kontaktade"),
            ("löser", "fixar"),
            ("svarar", "mejlar"),
        ],
    ),
    (
        Language::Id,
        &[
            ("kirim", "antar"),
            ("telepon", "hubungi"),
            ("menelepon", "menghubungi"),
            ("mengirim", "mengantar"),
            ("perbaiki", "ganti"),
            ("jawab", "balas"),
            ("bereskan", "selesaikan"),
            ("proses", "urus"),
            ("mengirimkan", "mengantarkan"),
            ("transfer", "bayar"),
        ],
    ),
];

/// First names and surnames of people in the cases, and who takes their place.
const NAMES: [(&str, [&str; 3]); 5] = [
    ("Priya", ["Ingrid", "Wayan", "Robert"]),
    ("Maria", ["Karin", "Dewi", "Thomas"]),
    ("Lee", ["Walker", "Novak", "Haddad"]),
    ("Lindgren", ["Ekström", "Sandvik", "Petersen"]),
    ("Budi", ["Agus", "Joko", "Rina"]),
];

/// Weekdays from Monday, as the cases write them.
const WEEK: [(Language, [&str; 7]); 5] = [
    (Language::En, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    (Language::Nb, ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]),
    (Language::Da, ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]),
    (Language::Sv, ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]),
    (Language::Id, ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]),
];

/// Times and what takes their place, with the minutes that the due time moves.
const TIMES: [(&str, &str, i64); 6] = [
    ("10:30", "11:45", 75),
    ("17.00", "16.30", -30),
    ("5 p.m.", "4 p.m.", -60),
    ("kl. 9", "kl. 11", 120),
    ("4:15", "4:40", 25),
    ("at noon", "at 2 p.m.", 120),
];

/// A number that follows from a case and a turn, so that every run changes the same.
fn pick(case: &Case, turn: usize, what: &str) -> usize {
    let bytes = case.id.bytes().chain(what.bytes()).chain(turn.to_string().into_bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    usize::try_from(hash >> 40).unwrap_or_default()
}

/// Puts one word for another wherever it stands alone; whether it stood somewhere.
fn swap(text: &mut String, from: &str, to: &str) -> bool {
    let mut out = String::new();
    let (mut rest, mut found) = (text.as_str(), false);
    while let Some(at) = rest.find(from) {
        let before = rest[..at].chars().next_back();
        let after = rest[at + from.len()..].chars().next();
        let alone = !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric);
        out += &rest[..at];
        out += if alone { to } else { from };
        found |= alone;
        rest = &rest[at + from.len()..];
    }
    out += rest;
    *text = out;
    found
}

fn shift(value: &mut Value, span: Span) {
    let Some(written) = value.as_str() else { return };
    let shifted = match written.parse::<Date>() {
        Ok(date) if written.len() == 10 => (date + span).to_string(),
        _ => {
            let (local, offset) = written.split_at(16);
            let local: jiff::civil::DateTime = local.parse().expect("a local time");
            format!("{}{offset}", (local + span).strftime("%Y-%m-%dT%H:%M"))
        }
    };
    *value = Value::String(shifted);
}

fn shift_due(case: &mut Case, span: Span) {
    let due = &mut case.expect["due"];
    if due.is_object() {
        shift(&mut due["date"], span);
        shift(&mut due["latest"], span);
        for also in case.expect["also_accepted_dates"].as_array_mut().into_iter().flatten() {
            shift(also, span);
        }
    }
}

fn names(case: &mut Case, turn: usize) -> bool {
    let mut changed = false;
    for (name, others) in NAMES {
        let other = others[pick(case, turn, name) % others.len()];
        changed |= swap(&mut case.text, name, other);
    }
    changed
}

fn verbs(case: &mut Case, turn: usize) -> bool {
    let (_, pairs) = VERBS.iter().find(|(language, _)| *language == case.language).expect("all five");
    let start = pick(case, turn, "verb");
    let mut pairs = (0..pairs.len()).map(|at| pairs[(start + at) % pairs.len()]);
    pairs.any(|(one, other)| swap(&mut case.text, one, other))
}

/// Another weekday, where the case names one and nothing else of the date.
fn weekday(case: &mut Case, turn: usize) -> bool {
    let (_, week) = WEEK.iter().find(|(language, _)| *language == case.language).expect("all five");
    let text = case.text.clone();
    let named: Vec<usize> = (0..7).filter(|day| swap(&mut text.clone(), week[*day], "")).collect();
    let dates = crate::dates::find(&text, case.language, &case.now);
    let [day] = named[..] else { return false };
    // With the day of the month beside it, or with several dates, more would have to be changed.
    let months = ["jan", "feb", "mar", "nov", "dec", "des"];
    let digits = dates.iter().any(|when| {
        let words = text[when.span.clone()].to_lowercase();
        months.iter().any(|month| words.contains(month))
            || when.time.is_none() && words.contains(|letter: char| letter.is_ascii_digit())
    });
    if dates.len() > 1 || digits || text.contains("nu på") {
        return false;
    }
    let other = (day + 1 + pick(case, turn, "day") % 6) % 7;
    let ahead = |day: usize| {
        let today = case.now.date().weekday().to_monday_zero_offset();
        let ahead = (i64::try_from(day).unwrap_or_default() - i64::from(today)).rem_euclid(7);
        if ahead == 0 { 7 } else { ahead }
    };
    let old = case.expect["due"]["date"].as_str().and_then(|date| date.parse::<Date>().ok());
    let days = match old {
        Some(old) if old == case.now.date() + ahead(day).days() => ahead(other) - ahead(day),
        // “next Friday”: of the week after.
        Some(old)
            if old.weekday()
                == Weekday::from_monday_zero_offset(i8::try_from(day).unwrap_or_default()).expect("a day") =>
        {
            i64::try_from(other).unwrap_or_default() - i64::try_from(day).unwrap_or_default()
        }
        Some(_) => return false,
        None => 0,
    };
    if case.expect["also_accepted_dates"].is_array() {
        return false;
    }
    swap(&mut case.text, week[day], week[other]);
    shift_due(case, days.days());
    true
}

fn time(case: &mut Case) -> bool {
    if !case.expect["due"]["time"].is_string() {
        return false;
    }
    for (from, to, minutes) in TIMES {
        if swap(&mut case.text, from, to) {
            shift_due(case, minutes.minutes());
            return true;
        }
    }
    false
}

/// The words of time to the front: “By Friday I will call you.”, “Innen fredag ringer vi deg.”
fn order(case: &mut Case) -> bool {
    let text = case.text.clone();
    let Some(inner) = text.strip_suffix('.') else { return false };
    let dates = crate::dates::find(&text, case.language, &case.now);
    let [when] = &dates[..] else { return false };
    let plain = !inner.contains([',', '.', ':', ';', '!', '?', '"', '«', '\n', '>']);
    if !plain || when.span.end != inner.len() || when.span.start == 0 {
        return false;
    }
    let (rest, time) = inner.split_at(when.span.start);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let [subject, verb, others @ ..] = &words[..] else { return false };
    let first_person = ["I", "We", "Jeg", "Vi", "Jag", "Saya", "Kami", "I'll", "We'll"];
    if !first_person.contains(subject) {
        return false;
    }
    let subject = if subject.starts_with('I') { (*subject).to_owned() } else { subject.to_lowercase() };
    let turned = match case.language {
        Language::En | Language::Id => vec![subject.as_str(), verb],
        _ => vec![verb, subject.as_str()],
    };
    let mut letters = time.chars();
    let front =
        letters.next().map(|letter| letter.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default();
    case.text = format!("{front} {}.", turned.into_iter().chain(others.iter().copied()).collect::<Vec<_>>().join(" "));
    true
}

fn changed() -> Vec<Case> {
    let mut changed = Vec::new();
    for case in cases() {
        for turn in 0..4 {
            let mut other = case.clone();
            let done = [
                names(&mut other, turn),
                verbs(&mut other, turn),
                weekday(&mut other, turn),
                time(&mut other),
                turn % 2 == 1 && order(&mut other),
            ];
            if done.contains(&true) {
                other.id = format!("{}~{turn}", case.id);
                changed.push(other);
            }
        }
    }
    changed
}

#[test]
fn other_names_verbs_days_and_orders_of_clauses_change_little() {
    let (before, others) = (cases(), changed());
    assert!(others.len() > 700, "{}", others.len());
    // Against the very cases that were changed, so that both sides hold the same sorts.
    let of = |case: &&Case| others.iter().any(|other| other.id.split('~').next() == Some(case.id.as_str()));
    let before = tallies(&before.iter().filter(of).cloned().collect::<Vec<_>>());
    let mut fallen = String::new();
    for (language, after) in tallies(&others) {
        let before = &before[language];
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let scores = [
            ("precision", before.precision(), after.precision()),
            ("recall", before.recall(), after.recall()),
            ("day", share(before.day, before.dated), share(after.day, after.dated)),
            ("latest", share(before.latest, before.dated), share(after.latest, after.dated)),
        ];
        for (what, before, after) in scores {
            if before - after > 0.03 {
                fallen += &format!("{language} {what} {before:.3} -> {after:.3}\n");
            }
        }
        if !fallen.is_empty() {
            let told = after
                .wrong
                .iter()
                .filter(|line| super::vectors::seen_id(line.split(['~', ' ']).next().unwrap_or_default()));
            fallen += &told.map(|line| format!("{line}\n")).collect::<String>();
        }
    }
    assert!(fallen.is_empty(), "\n{fallen}");
}

#[test]
fn the_generator_changes_what_it_says() {
    let cases = cases();
    let one = |id: &str| cases.iter().find(|case| case.id == id).expect("the case").clone();
    let mut case = one("promise-en-001");
    assert!(order(&mut case) && case.text.starts_with("By "), "{}", case.text);
    let mut case = one("promise-nb-019");
    case.expect["also_accepted_dates"] = Value::Null;
    assert!(order(&mut case) && case.text.contains(" ordner vi "), "{}", case.text);
    let mut case = one("promise-en-001");
    let day = case.expect["due"]["date"].clone();
    assert!(
        weekday(&mut case, 0)
            && case.expect["due"]["date"] != day
            && !find(&case.text, Language::En, &case.now).is_empty()
    );
}
