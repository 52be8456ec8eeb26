//! What stands beside a date: its last minute, other readings, how sure it is, parts of the day, American figures.

use super::*;

fn one(text: &str, language: Language) -> When {
    let found = find(text, language, &now(language));
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().expect("one")
}

fn latest(text: &str, language: Language) -> String {
    one(text, language).latest(&now(language)).strftime("%m-%d %H:%M").to_string()
}

#[test]
fn what_is_due_counts_as_kept_until_its_last_minute() {
    use Language::{Da, En, Id, Nb, Sv};
    for (text, language, minute) in [
        ("Friday", En, "11-27 23:59"),
        ("by Friday", En, "11-27 23:59"),
        ("before Friday", En, "11-26 23:59"),
        ("before noon on Friday", En, "11-27 12:00"),
        ("Friday at 9", En, "11-27 09:00"),
        ("this afternoon", En, "11-24 23:59"),
        ("next week", En, "12-04 23:59"),
        ("week 49", En, "12-06 23:59"),
        ("before next week", En, "11-29 23:59"),
        ("before the weekend", En, "11-27 23:59"),
        ("before the end of the month", En, "11-30 23:59"),
        ("within 48 hours", En, "11-26 10:15"),
        ("within two days", En, "11-26 23:59"),
        ("innen fredag", Nb, "11-27 23:59"),
        ("før fredag", Nb, "11-26 23:59"),
        ("innan fredag", Sv, "11-26 23:59"),
        ("inden fredag", Da, "11-26 23:59"),
        ("inden fredag kl. 12", Da, "11-27 12:00"),
        ("sebelum Jumat", Id, "11-26 23:59"),
        ("2x24 jam", Id, "11-26 10:15"),
    ] {
        assert_eq!(latest(text, language), minute, "{text}");
    }
}

#[test]
fn hours_are_real_hours_where_clocks_change() {
    let before = at(Language::Nb, "2026-10-24T20:00");
    let found = find("innen 12 timer", Language::Nb, &before);
    let latest = found.first().expect("found").latest(&before);
    assert_eq!(latest.strftime("%m-%d %H:%M").to_string(), "10-25 07:00");
}

#[test]
fn next_friday_is_the_following_one_and_may_be_the_nearer() {
    for (text, language) in [
        ("next Friday", Language::En),
        ("neste fredag", Language::Nb),
        ("nästa fredag", Language::Sv),
        ("næste fredag", Language::Da),
        ("Jumat depan", Language::Id),
    ] {
        let when = one(text, language);
        let day = |day: &str| day.parse::<jiff::civil::Date>().expect("a day");
        assert_eq!(
            (when.date, when.also.as_slice(), when.sure),
            (day("2026-12-04"), &[day("2026-11-27")][..], Sure::Ask),
            "{text}"
        );
        let nearer = when.latest_of(day("2026-11-27"), Bound::By, &now(language));
        assert_eq!(nearer.strftime("%m-%d %H:%M").to_string(), "11-27 23:59");
    }
}

#[test]
fn words_that_may_include_the_day_say_so() {
    for (text, language, bound, also) in [
        ("innen fredag", Language::Nb, Bound::By, vec![Bound::Before]),
        ("inden fredag", Language::Da, Bound::Before, vec![Bound::By]),
        ("sebelum Jumat", Language::Id, Bound::Before, vec![Bound::By]),
        ("innan fredag", Language::Sv, Bound::Before, vec![]),
        ("before Friday", Language::En, Bound::Before, vec![]),
        ("inden udgangen af januar", Language::Da, Bound::By, vec![]),
    ] {
        let when = one(text, language);
        assert_eq!((when.bound, when.bound_also), (bound, also), "{text}");
    }
}

#[test]
fn how_sure_a_reading_is() {
    for (text, sure) in [
        ("on 3 December", Sure::Certain),
        ("tomorrow at 14:30", Sure::Certain),
        ("at 3", Sure::Likely),
        ("this week", Sure::Likely),
        ("in a few days", Sure::Ask),
        ("early next week", Sure::Ask),
        ("after Friday", Sure::Ask),
        ("at 3 pm PST", Sure::Ask),
    ] {
        assert_eq!(one(text, Language::En).sure, sure, "{text}");
    }
}

#[test]
fn parts_of_the_day_are_kept() {
    for (text, language, part) in [
        ("tonight", Language::En, Part::Evening),
        ("tomorrow morning", Language::En, Part::Morning),
        ("i formiddag", Language::Nb, Part::Forenoon),
        ("fredagskveld", Language::Nb, Part::Evening),
        ("i natt", Language::Sv, Part::Night),
        ("nanti siang", Language::Id, Part::Noon),
    ] {
        assert_eq!(one(text, language).part, Some(part), "{text}");
    }
}

#[test]
fn figures_are_american_in_english_of_the_united_states_alone() {
    let day = |zone: &str, language| {
        let now = "2026-11-24T10:15".parse::<DateTime>().expect("a time");
        let now = now.to_zoned(TimeZone::get(zone).expect("a zone")).expect("in the calendar");
        find("3/12", language, &now).first().map(|when| (when.date.month(), when.date.day()))
    };
    for zone in ["America/Chicago", "America/Indiana/Knox", "Pacific/Honolulu", "US/Pacific"] {
        assert_eq!(day(zone, Language::En), Some((3, 12)), "{zone}");
    }
    for zone in ["Europe/London", "America/Toronto", "Australia/Sydney", "UTC"] {
        assert_eq!(day(zone, Language::En), Some((12, 3)), "{zone}");
    }
    assert_eq!(day("America/Chicago", Language::Nb), Some((12, 3)));
}

#[test]
fn a_weekday_is_a_week_ahead_on_its_day_and_a_time_that_is_over_is_tomorrows() {
    let friday = at(Language::En, "2026-11-27T15:40");
    let said = |text: &str| find(text, Language::En, &friday).iter().map(short).collect::<Vec<_>>().join("; ");
    assert_eq!(said("Friday"), "12-04");
    assert_eq!(said("this Friday"), "11-27");
    assert_eq!(said("by the end of the week"), "11-27 by");
    assert_eq!(said("at 5"), "11-27 17:00");
    assert_eq!(said("at 3"), "11-28 15:00");
    assert_eq!(said("within one business day"), "11-30 within");
}

#[test]
fn the_place_of_a_date_holds_its_bounding_words() {
    let text = "Å ja: vi ringer deg senest fredag kl. 9, og takk!";
    let when = one(text, Language::Nb);
    assert_eq!(text.get(when.span), Some("senest fredag kl. 9"));
}

#[test]
fn easter_moves() {
    let now = at(Language::Da, "2026-03-02T08:30");
    let said = |text: &str| find(text, Language::Da, &now).iter().map(short).collect::<Vec<_>>().join("; ");
    assert_eq!(said("skærtorsdag"), "04-02");
    assert_eq!(said("anden påskedag"), "04-06");
    assert_eq!(said("anden pinsedag"), "05-25");
}
