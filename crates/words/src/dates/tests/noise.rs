//! Any text: no panic, places within the text, days in the calendar, and time that grows with the text alone.

use std::time::{Duration, Instant};

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;

/// Numbers and marks as they stand between words of dates.
const BITS: &[&str] = &[
    ",",
    ".",
    "-",
    "–",
    "(",
    ")",
    "/",
    "\n\n",
    "3",
    "3.",
    "5th",
    "25:e",
    "31.",
    "29",
    "49",
    "0",
    "2028",
    "14:30",
    "9.12",
    "3/12",
    "31/11/26",
    "2026-02-30",
    "8-10",
    "2x24",
    "1,5",
    "99999999999",
    "2–3",
    "ke-49",
    "kl.9",
    "#7",
    "v1.12",
    "13.00-15.00",
    "12am",
    "√",
    "ÅÄÖ",
];

/// All words that the tables of all languages know.
fn words() -> Vec<&'static str> {
    let tables = Language::ALL.map(|language| lexicon::lexicon(language).table);
    let all = tables.iter().flat_map(|table| {
        let lists = [table.units, table.tens, table.ordinals].into_iter().flatten();
        let days = [&table.weekdays, &table.shorts, &table.gonesdays, &table.the_weekdays].into_iter().flatten();
        lists.chain(days).chain(&table.months).copied().chain(table.words.iter().map(|(_, forms)| *forms))
    });
    all.flat_map(|forms| forms.split('|')).filter(|form| !form.is_empty()).chain(BITS.iter().copied()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_is_read_in_order(text in "\\PC{0,80}", language in 0usize..5) {
        sound(&text, Language::ALL[language], &now(Language::ALL[language]));
    }

    #[test]
    fn any_words_of_dates_are_read_in_order(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..24), language in 0usize..5, hours in -200_000i64..200_000) {
        let words = words();
        let text = picks.iter().map(|pick| words[pick.index(words.len())]).collect::<Vec<_>>().join(" ");
        let language = Language::ALL[language];
        let now = now(language).checked_add(hours.hours()).expect("in the calendar");
        sound(&text, language, &now);
    }
}

fn sound(text: &str, language: Language, now: &Zoned) {
    let mut end = 0;
    for when in find(text, language, now) {
        assert!(when.span.start >= end && when.span.start < when.span.end, "{text}: {when:?}");
        assert!(text.get(when.span.clone()).is_some(), "{text}: {when:?}");
        assert!(when.date <= when.last, "{text}: {when:?}");
        assert!(when.exact.is_none() || when.time.is_some(), "{text}: {when:?}");
        assert!(!when.also.contains(&when.last) && !when.bound_also.contains(&when.bound), "{text}: {when:?}");
        // What is to come is not over, but for a clock that has struck.
        assert!(when.past || when.last >= now.date(), "{text}: {when:?}");
        for last in std::iter::once(when.last).chain(when.also.iter().copied()) {
            let latest = when.latest_of(last, when.bound, now);
            assert!(latest.date() <= last && latest.time_zone() == now.time_zone(), "{text}: {when:?}");
        }
        end = when.span.end;
    }
}

#[test]
fn the_ends_of_the_calendar_hold() {
    for time in ["-009999-01-04T00:00", "9999-12-30T10:00"] {
        let now = at(Language::En, time);
        for text in [
            "tomorrow",
            "in 3000 years",
            "next Friday",
            "by the end of the month",
            "31 December",
            "in 9999 hours",
            "week 53",
            "last week",
            "Easter Monday",
        ] {
            let _ = find(text, Language::En, &now);
        }
    }
}

/// The time that a text takes, at best of five.
fn time(text: &str, language: Language) -> Duration {
    let now = now(language);
    let once = || {
        let start = Instant::now();
        let found = find(text, language, &now).len();
        assert!(found > 0);
        start.elapsed()
    };
    (0..5).map(|_| once()).min().expect("five")
}

#[test]
fn time_grows_with_the_text_alone() {
    for language in Language::ALL {
        // Links, numbers and names in rows are what a reader could go over again and again.
        for unit in
            [words().join(" "), "senest den i på om by the before between 3 - 5 , ( ".repeat(40), "fredag ".repeat(100)]
        {
            let (short, long) = (unit.clone(), unit.repeat(8));
            let (short_time, long_time) =
                (time(&(short + " 2026-12-03"), language), time(&(long + " 2026-12-03"), language));
            assert!(
                long_time < 24 * short_time + Duration::from_millis(50),
                "{language:?}: {short_time:?}, {long_time:?}"
            );
        }
    }
}

#[test]
fn two_thousand_words_take_milliseconds() {
    for language in Language::ALL {
        let cases = match language {
            Language::En => super::en::CASES,
            Language::Nb => super::nb::CASES,
            Language::Sv => super::sv::CASES,
            Language::Da => super::da::CASES,
            Language::Id => super::id::CASES,
        };
        let text: Vec<&str> = cases.iter().cycle().flat_map(|(text, _)| text.split(' ')).take(2_000).collect();
        let took = time(&text.join(" "), language);
        println!("{language:?}: 2,000 words of dates in {took:?}, unoptimised");
        // Unoptimised and on a busy machine; optimised it is a tenth.
        assert!(took < Duration::from_millis(200), "{took:?}");
    }
}
