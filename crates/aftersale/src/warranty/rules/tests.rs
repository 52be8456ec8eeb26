//! Warranty against tables of days, and against an oracle that counts days one by one.

use jiff::SignedDuration;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn term(name: &str, kind: Kind, length: Length) -> Term {
    Term {
        name: name.to_owned(),
        kind,
        goods: Goods::All,
        country: None,
        length,
        from: Begins::Purchase,
        causes: vec![Cause::Defect],
        longer_by_repairs: false,
    }
}

fn years(years: u8) -> Length {
    Length { years, ..Length::default() }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a zone")
}

fn item(bought: Date) -> Item {
    Item {
        product: "WM-7".to_owned(),
        category: "washing".to_owned(),
        country: "NO".to_owned(),
        zone: zone("Europe/Oslo"),
        bought: Day::On(bought),
        delivered: None,
        repairs: Vec::new(),
        bought_terms: Vec::new(),
    }
}

fn last(bought: Date, length: Length) -> Date {
    days(&term("t", Kind::Legal, length), &item(bought)).expect("within the calendar").1
}

#[test]
fn months_end_where_they_end() {
    let months = |months| Length { months, ..Length::default() };
    for (bought, length, end) in [
        (date(2026, 1, 15), years(2), date(2028, 1, 15)),
        (date(2024, 2, 29), years(1), date(2025, 2, 28)),
        (date(2024, 2, 29), years(4), date(2028, 2, 29)),
        (date(2026, 1, 31), months(1), date(2026, 2, 28)),
        (date(2028, 1, 31), months(1), date(2028, 2, 29)),
        (date(2026, 8, 31), months(6), date(2027, 2, 28)),
        (date(2026, 11, 30), months(3), date(2027, 2, 28)),
        (date(2026, 12, 31), Length { days: 14, ..Length::default() }, date(2027, 1, 14)),
        (date(2024, 2, 29), Length { years: 1, months: 1, days: 1 }, date(2025, 3, 30)),
    ] {
        assert_eq!(last(bought, length), end, "{bought} {length:?}");
    }
    let far = term("t", Kind::Legal, years(255));
    assert_eq!(days(&far, &item(date(9900, 1, 1))), None);
}

#[test]
fn the_last_day_is_covered_whole_by_the_customers_clock() {
    let terms = [term("law", Kind::Legal, years(2))];
    // Midnight in Oslo, Jakarta, and where clocks leave midnight out (Cairo, 26 April 2024).
    for (place, bought, end) in [
        ("Europe/Oslo", date(2024, 7, 1), "2026-07-01T22:00:00Z"),
        ("Europe/Oslo", date(2024, 12, 1), "2026-12-01T23:00:00Z"),
        ("Asia/Jakarta", date(2024, 7, 1), "2026-07-01T17:00:00Z"),
        ("Africa/Cairo", date(2022, 4, 25), "2024-04-25T22:00:00Z"),
    ] {
        let item = Item { zone: zone(place), ..item(bought) };
        let end: Instant = end.parse().expect("an instant");
        let at = |at| covered(&terms, &item, Some(Cause::Defect), at).terms[0].reason;
        assert_eq!(at(end - SignedDuration::from_micros(1)), Reason::Covers, "{place}");
        assert_eq!(at(end), Reason::Ended, "{place}");
    }
}

#[test]
fn the_best_for_the_customer_decides_and_all_are_shown() {
    let now: Instant = "2027-06-01T10:00:00Z".parse().expect("an instant");
    let mut maker = term("maker", Kind::Maker, years(3));
    maker.causes = vec![Cause::Wear];
    let insured = Term { causes: vec![Cause::Accident, Cause::Defect], ..term("safe", Kind::Bought, years(4)) };
    let swedish = Term { country: Some("SE".to_owned()), ..term("se", Kind::Legal, years(3)) };
    let other = Term { goods: Goods::Product("TV".to_owned()), ..term("tv", Kind::Maker, years(9)) };
    let terms = [term("law", Kind::Legal, years(2)), maker, insured, swedish, other];
    let mine = item(date(2026, 1, 15));
    let names = |verdict: &Verdict<'_>| verdict.terms.iter().map(|one| one.term.name.clone()).collect::<Vec<_>>();
    let defect = covered(&terms, &mine, Some(Cause::Defect), now);
    assert_eq!(names(&defect), ["law", "maker"]);
    assert_eq!(defect.covered_by().map(|one| one.term.name.as_str()), Some("law"));
    let safe = Item { bought_terms: vec!["safe".to_owned()], ..mine.clone() };
    assert_eq!(names(&covered(&terms, &safe, Some(Cause::Defect), now)), ["safe", "law", "maker"]);
    let misuse = covered(&terms, &safe, Some(Cause::Misuse), now);
    assert_eq!(misuse.covered_by(), None);
    assert!(misuse.terms.iter().all(|one| one.reason == Reason::OtherCause));
    let unknown = covered(&terms, &mine, None, now);
    assert_eq!(unknown.covered_by().map(|one| one.reason), Some(Reason::CoversInDoubt));
    let early = covered(&terms, &mine, None, "2026-01-14T22:59:59Z".parse().expect("an instant"));
    assert_eq!(early.terms[0].reason, Reason::NotBegun);
    assert!(covered(&[], &mine, None, now).terms.is_empty());
}

#[test]
fn what_is_known_roughly_counts_as_its_latest() {
    let rough = Item { bought: Day::Between(date(2026, 1, 1), date(2026, 1, 31)), ..item(date(2026, 1, 1)) };
    let law = term("law", Kind::Legal, years(1));
    assert_eq!(days(&law, &rough), Some((date(2026, 1, 31), date(2027, 1, 31))));
    let brought = Item { delivered: Some(Day::On(date(2026, 3, 1))), ..rough };
    assert_eq!(
        days(&Term { from: Begins::Delivery, ..law.clone() }, &brought).map(|two| two.0),
        Some(date(2026, 3, 1))
    );
    assert_eq!(days(&law, &brought).map(|two| two.0), Some(date(2026, 1, 31)));
}

#[test]
fn days_in_repair_come_behind_where_the_term_says_so() {
    let law = Term { longer_by_repairs: true, ..term("law", Kind::Legal, years(1)) };
    let end = |repairs: &[(Date, Date)]| {
        days(&law, &Item { repairs: repairs.to_vec(), ..item(date(2026, 1, 1)) }).expect("there").1
    };
    let day = |month, day| date(2026, month, day);
    assert_eq!(end(&[(day(3, 1), day(3, 11))]), date(2027, 1, 11));
    assert_eq!(end(&[(day(3, 5), day(3, 20)), (day(3, 1), day(3, 11))]), date(2027, 1, 20), "a day counts once");
    assert_eq!(end(&[(day(3, 1), day(3, 1))]), date(2027, 1, 2));
    assert_eq!(end(&[(date(2027, 1, 1), date(2027, 1, 5))]), date(2027, 1, 5), "handed in on the last day");
    assert_eq!(end(&[(date(2027, 1, 2), date(2027, 1, 5))]), date(2027, 1, 1));
    assert_eq!(end(&[(day(12, 1), day(12, 11)), (date(2027, 1, 9), date(2027, 1, 12))]), date(2027, 1, 14));
}

#[test]
fn a_reminder_comes_before_the_end_or_not_at_all() {
    let (first, last) = (date(2026, 1, 1), date(2027, 1, 1));
    assert_eq!(remind_on(first, last, 30, date(2026, 5, 1)), Some(date(2026, 12, 2)));
    assert_eq!(remind_on(first, last, 30, date(2026, 12, 3)), None);
    assert_eq!(remind_on(first, last, 365, date(2025, 12, 1)), None, "the day it was bought");
}

#[test]
fn faults_that_come_again_are_noticed() {
    let fault = |serial: &str, batch: Option<&str>, at: &str| Fault {
        product: "WM-7".to_owned(),
        serial: serial.to_owned(),
        batch: batch.map(str::to_owned),
        what: "leaks".to_owned(),
        at: at.parse().expect("an instant"),
    };
    let bounds = RepeatBounds { at_item: 2, in_batch: 3, within: SignedDuration::from_hours(90 * 24) };
    let faults = [
        fault("a", Some("B1"), "2026-01-01T00:00:00Z"),
        fault("a", Some("B1"), "2026-02-01T00:00:00Z"),
        fault("b", Some("B1"), "2026-03-01T00:00:00Z"),
        fault("c", Some("B1"), "2026-05-03T00:00:00Z"),
        fault("d", Some("B2"), "2026-01-01T00:00:00Z"),
        fault("d", None, "2026-04-02T00:00:00Z"),
    ];
    let (product, what) = ("WM-7".to_owned(), "leaks".to_owned());
    let item = Repeat::Item { product: product.clone(), serial: "a".to_owned(), what: what.clone(), times: 2 };
    let batch = Repeat::Batch { product, batch: "B1".to_owned(), what, items: 3 };
    assert_eq!(
        repeated(&faults, &bounds),
        std::slice::from_ref(&item),
        "three items of a batch, but one of them too late"
    );
    let wider = RepeatBounds { within: SignedDuration::from_hours(90 * 24 + 24), ..bounds };
    assert!(repeated(&faults, &wider).contains(&batch) && repeated(&faults, &wider).contains(&item));
    assert!(repeated(&[], &bounds).is_empty());
}

/// Days in a month, by the rule of the Gregorian calendar and nothing of jiff's.
fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

proptest! {
    #[test]
    fn ends_agree_with_a_calendar_counted_by_hand(
        year in 1990_i64..2190, month in 1_i64..=12, day in 1_i64..=31, more_years in 0_u8..20, months in 0_u16..40, days in 0_u16..800
    ) {
        let day = day.min(days_in(year, month));
        let short = |number: i64| i8::try_from(number).expect("small");
        let bought = date(i16::try_from(year).expect("small"), short(month), short(day));
        let sum = (year + i64::from(more_years)) * 12 + (month - 1) + i64::from(months);
        let (mut y, mut m) = (sum.div_euclid(12), sum.rem_euclid(12) + 1);
        let mut d = day.min(days_in(y, m));
        for _ in 0..days {
            d += 1;
            if d > days_in(y, m) {
                (d, m) = (1, m + 1);
            }
            if m > 12 {
                (m, y) = (1, y + 1);
            }
        }
        let right = date(i16::try_from(y).expect("small"), short(m), short(d));
        prop_assert_eq!(last(bought, Length { years: more_years, months, days }), right);
    }

    #[test]
    fn repairs_add_as_many_days_as_are_in_their_union(starts in prop::collection::vec((0_i64..300, 1_i64..30), 0..6)) {
        let first = date(2026, 1, 1);
        let on = |day: i64| first.saturating_add(day.days());
        let law = Term { longer_by_repairs: true, ..term("law", Kind::Legal, years(1)) };
        let repairs: Vec<_> = starts.iter().map(|(start, length)| (on(*start), on(start + length))).collect();
        let in_repair = (0..400).filter(|day| starts.iter().any(|(start, length)| (*start..start + length).contains(day)));
        let added = i64::try_from(in_repair.count()).expect("few");
        let end = days(&law, &Item { repairs, ..item(first) }).expect("there").1;
        prop_assert_eq!(end, date(2027, 1, 1).saturating_add(added.days()));
    }
}
