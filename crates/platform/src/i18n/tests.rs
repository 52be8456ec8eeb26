//! What people read: fall-backs, plurals, and the marks of each language.

use base::{Instant, Language};
use jiff::tz::TimeZone;

use super::{I18n, LOCALES, Locales, Say, audit, check};

const SMALL: Locales = Locales {
    owner: "small",
    en: "mail-hello = Hello { $who }\nmail-only = Only here\n\
         mail-count = { $count ->\n    [one] one mail\n   *[other] { $count } mails\n}",
    nb: "mail-hello = Hei { $who }\nmail-count = { $count ->\n    [one] én e-post\n   *[other] { $count } e-poster\n}",
    sv: "mail-hello = Hej { $who }",
    da: "",
    id: "mail-count = { $count ->\n   *[other] { $count } surat\n}",
};

fn say(language: Language) -> Say {
    I18n::new(&[LOCALES, SMALL]).expect("readable files").to(language)
}

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").expect("a known zone")
}

#[test]
fn a_message_is_said_in_the_language_asked_for_without_hidden_marks() {
    assert_eq!(say(Language::Nb).with("mail-hello", args![who = "Åse"]), "Hei Åse");
    assert_eq!(say(Language::Sv).with("mail-hello", args![who = String::from("Bo")]), "Hej Bo");
}

#[test]
fn a_missing_message_is_said_in_english_and_an_unknown_one_by_its_id() {
    assert_eq!(say(Language::Da).with("mail-hello", args![who = "Bo"]), "Hello Bo");
    assert_eq!(say(Language::Da).text("mail-nowhere"), "mail-nowhere");
    assert_eq!(say(Language::Da).text("% not {an id"), "% not {an id");
}

#[test]
fn a_missing_argument_leaves_the_rest_of_the_sentence() {
    assert_eq!(say(Language::En).text("mail-hello"), "Hello {$who}");
}

#[test]
fn counts_choose_the_plural_and_are_not_grouped() {
    let count = |language, count: i64| say(language).with("mail-count", args![count = count]);
    assert_eq!(count(Language::En, 1), "one mail");
    assert_eq!(count(Language::En, 0), "0 mails");
    assert_eq!(count(Language::En, 12_345), "12345 mails");
    assert_eq!(count(Language::Nb, 1), "én e-post");
    assert_eq!(count(Language::Nb, 2), "2 e-poster");
    assert_eq!(count(Language::Id, 1), "1 surat");
}

#[test]
fn an_events_sentence_takes_its_arguments_as_text() {
    let sentence = base::event::Sentence { message: "mail-hello", args: vec![("who", "1234".to_owned())] };
    assert_eq!(say(Language::En).sentence(&sentence), "Hello 1234");
}

#[test]
fn files_with_a_syntax_error_or_an_id_of_another_file_are_refused() {
    let broken = Locales { en: "mail-hello = { $who", ..SMALL };
    let error = I18n::new(&[broken]).err().expect("refused").to_string();
    assert!(error.contains("en") && error.contains("small"), "{error}");
    assert!(I18n::new(&[SMALL, SMALL]).is_err());
}

#[test]
fn english_stands_in_for_a_language_that_cannot_be_read() {
    let broken = Locales { sv: "mail-hello = { $who", ..SMALL };
    assert!(!check(&broken).is_empty(), "the check of the texts says so");
    let i18n = I18n::new(&[broken]).expect("English is whole");
    let hello = |language| i18n.to(language).with("mail-hello", crate::args![who = "Kari"]);
    assert_eq!(hello(Language::Sv), "Hello Kari");
    assert_eq!(hello(Language::Sv), "Hello Kari", "the second time too");
}

#[test]
fn clock_times_have_each_languages_mark() {
    let noon = at("2026-11-18T12:36:00Z");
    let times = Language::ALL.map(|language| say(language).time(noon, &oslo()));
    assert_eq!(times, ["13:36", "13:36", "13:36", "13.36", "13.36"]);
}

#[test]
fn near_days_have_names_and_far_ones_dates() {
    let now = at("2026-11-18T12:00:00Z"); // a Wednesday
    let in_oslo = |language, text| say(language).day_time(at(text), now, &oslo());
    assert_eq!(in_oslo(Language::En, "2026-11-18T12:36:00Z"), "today 13:36");
    assert_eq!(in_oslo(Language::Nb, "2026-11-17T12:36:00Z"), "i går 13:36");
    assert_eq!(in_oslo(Language::Id, "2026-11-19T12:36:00Z"), "besok 13.36");
    assert_eq!(in_oslo(Language::En, "2026-11-16T09:26:00Z"), "Mon 10:26");
    assert_eq!(in_oslo(Language::Nb, "2026-11-20T14:00:00Z"), "fre. 15:00");
    assert_eq!(in_oslo(Language::En, "2026-11-12T09:26:00Z"), "Thu 10:26");
    assert_eq!(in_oslo(Language::En, "2026-11-11T09:26:00Z"), "11 Nov");
    assert_eq!(in_oslo(Language::Da, "2026-11-11T09:26:00Z"), "11. nov.");
    assert_eq!(in_oslo(Language::En, "2026-11-25T09:26:00Z"), "25 Nov");
    assert_eq!(in_oslo(Language::Sv, "2025-05-02T09:26:00Z"), "2 maj 2025");
}

#[test]
fn what_lasts_is_told_by_its_day() {
    let late = at("2026-11-18T23:30:00Z");
    assert_eq!(say(Language::En).date(late, &TimeZone::UTC), "18 Nov 2026");
    assert_eq!(say(Language::Nb).date(late, &oslo()), "19. nov. 2026");
}

#[test]
fn the_day_is_the_readers_day() {
    let (now, late) = (at("2026-11-18T12:00:00Z"), at("2026-11-18T23:30:00Z"));
    assert_eq!(say(Language::En).day_time(late, now, &TimeZone::UTC), "today 23:30");
    assert_eq!(say(Language::En).day_time(late, now, &oslo()), "tomorrow 00:30");
}

#[test]
fn the_ends_of_time_are_written_too() {
    let english = say(Language::En);
    for end in [Instant::MIN, Instant::MAX] {
        assert!(!english.full(end, &TimeZone::UTC).is_empty());
        assert!(!english.day_time(end, Instant::UNIX_EPOCH, &TimeZone::UTC).contains("today"));
    }
}

#[test]
fn full_dates_are_whole_in_every_language() {
    let noon = at("2026-11-18T12:36:00Z");
    let full = Language::ALL.map(|language| say(language).full(noon, &oslo()));
    assert_eq!(
        full,
        [
            "Wednesday 18 November 2026, 13:36",
            "onsdag 18. november 2026 kl. 13:36",
            "onsdag 18 november 2026 kl. 13:36",
            "onsdag den 18. november 2026 kl. 13.36",
            "Rabu, 18 November 2026 pukul 13.36",
        ]
    );
    assert_eq!(say(Language::En).weekday_time(noon, &oslo()), "Wed 13:36");
}

#[test]
fn durations_have_one_unit_rounded_down() {
    let short = |minutes| say(Language::En).duration_short(minutes);
    assert_eq!([short(0), short(12), short(-59)], ["0 min", "12 min", "59 min"]);
    assert_eq!([short(60), short(359), short(2879)], ["1 h", "5 h", "47 h"]);
    assert_eq!([short(2880), short(5759)], ["2 d", "3 d"]);
    assert_eq!(short(i64::MIN), "6405119470038038 d");
    assert_eq!(say(Language::Id).duration_short(120), "2 jam");
}

#[test]
fn sizes_have_one_decimal_below_ten() {
    let bytes = |size| say(Language::Nb).bytes(size).replace('\u{a0}', " ");
    assert_eq!([bytes(0), bytes(999), bytes(1000)], ["0 B", "999 B", "1 kB"]);
    assert_eq!([bytes(1_234_567), bytes(340_400)], ["1,2 MB", "340 kB"]);
    assert_eq!([bytes(999_949), bytes(999_950), bytes(9_960)], ["1000 kB", "1 MB", "10 kB"]);
    assert_eq!(bytes(u64::MAX), "18 EB");
    assert_eq!(say(Language::En).bytes(1_234_567), "1.2\u{a0}MB");
}

#[test]
fn numbers_are_grouped_by_thousands() {
    let number = |n| Language::ALL.map(|language| say(language).number(n).replace('\u{a0}', " "));
    assert_eq!(number(1_234_567), ["1,234,567", "1 234 567", "1 234 567", "1.234.567", "1.234.567"]);
    assert_eq!(number(999), ["999"; 5]);
    assert_eq!(number(-1000)[0], "−1,000");
    assert_eq!(number(i64::MIN)[3], "−9.223.372.036.854.775.808");
}

#[test]
fn a_time_to_come_is_named_by_its_day_and_midnight_by_the_day_that_ends() {
    let zone = TimeZone::get("Europe/Oslo").expect("a zone");
    let at = |text: &str| text.parse::<base::Instant>().expect("an instant");
    let now = at("2026-11-18T12:48:00Z");
    let before = |until: &str, now| Language::ALL.map(|language| say(language).before(at(until), now, &zone));
    assert_eq!(before("2026-11-18T14:00:00Z", Some(now))[0], "today before 15:00");
    assert_eq!(
        before("2026-11-19T13:00:00Z", Some(now)),
        [
            "tomorrow, Thursday 19 November, before 14:00",
            "i morgen, torsdag 19. november, før kl. 14:00",
            "i morgon, torsdag 19 november, före kl. 14:00",
            "i morgen, torsdag den 19. november, før kl. 14.00",
            "besok, Kamis, 19 November, sebelum pukul 14.00",
        ]
    );
    assert_eq!(before("2026-11-23T08:00:00Z", Some(now))[0], "on Monday 23 November before 09:00");
    assert_eq!(before("2026-11-18T14:00:00Z", None)[0], "on Wednesday 18 November before 15:00");
    assert_eq!(before("2026-11-18T23:00:00Z", Some(now))[0], "today before 24:00");
    assert_eq!(before("2026-11-18T23:00:00Z", Some(now))[3], "i dag før kl. 24.00");
    assert_eq!(before("2026-11-18T23:30:00Z", Some(now))[0], "tomorrow, Thursday 19 November, before 00:30");
}

#[test]
fn the_platforms_own_files_are_equal_and_calm() {
    assert_eq!(check(&LOCALES), Vec::<String>::new());
}

#[test]
fn a_check_tells_what_is_missing_extra_empty_unequal_or_loud() {
    let bad = Locales {
        owner: "bad",
        en: "a-one = One { $n }\na-two = Two\na-three = Three",
        nb: "a-one = En { $m }\na-two = To\na-three = Tre\na-four = Fire",
        sv: "a-one = { $n ->\n    [one] Ett!\n   *[other] { $n }\n}\na-two = {\"\"}\na-three = Tre",
        da: "a-one = En { $n }\na-two = To\na-two = To\na-three = {",
        id: "a-one = { $n }\na-two = Dua\na-three = Tiga{\"!\"}",
    };
    let problems = check(&bad);
    for expected in [
        "nb: a-one has the arguments {\"m\"}, in English {\"n\"}",
        "nb: a-four does not exist in English",
        "sv: a-one has an exclamation mark",
        "sv: a-two is empty",
        "id: a-three has an exclamation mark",
        "da: a-two is defined twice",
        "da: a-three is missing",
    ] {
        assert!(problems.iter().any(|problem| problem == expected), "{expected}: {problems:#?}");
    }
    assert!(
        !problems.iter().any(|problem| problem.starts_with("id: a-one") || problem.starts_with("en:")),
        "{problems:?}"
    );
}

#[test]
fn an_id_needs_a_topic_and_lower_case() {
    let bad = Locales { en: "save = S", nb: "save = S", sv: "save = S", da: "save = S", id: "save = S", owner: "bad" };
    assert_eq!(check(&bad).len(), 5);
    let loud = "A-b = x";
    assert_eq!(check(&Locales { en: loud, nb: loud, sv: loud, da: loud, id: loud, owner: "bad" }).len(), 5);
}

#[test]
fn the_platforms_dates_are_all_asked_for() {
    let here = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let problems = audit(&[here], &[LOCALES]).expect("readable sources");
    assert!(!problems.iter().any(|problem| problem.contains(": date-")), "{problems:#?}");
}
