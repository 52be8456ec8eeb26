//! The turn of the whole company: everybody, also who works elsewhere, answers for a few hours every other week. Pure.

use jiff::ToSpan;
use jiff::civil::Date;

/// Who is on duty in one week: of `members`, each with whether theirs are the odd weeks, those whose week it is and who
/// are not away. Of a swap the first gives this week to the second, who has it then, unless they are away themselves or
/// have it anyway; who gives a week away that is not theirs changes nothing.
#[must_use]
pub fn on_duty<T: Clone + PartialEq>(
    members: &[(T, bool)],
    odd: bool,
    away: impl Fn(&T) -> bool,
    swaps: &[(T, T)],
) -> Vec<T> {
    let theirs = |one: &T| members.iter().any(|(member, week)| member == one && *week == odd);
    let is_member = |one: &T| members.iter().any(|(member, _)| member == one);
    let takes = |one: &T| swaps.iter().any(|(gives, takes)| takes == one && theirs(gives));
    let can = |one: &T| is_member(one) && !theirs(one) && !away(one);
    let gives = |one: &T| swaps.iter().any(|(gives, takes)| gives == one && can(takes));
    let all = members.iter().map(|(member, _)| member);
    all.filter(|one| (theirs(one) && !gives(one) || takes(one)) && !away(one)).cloned().collect()
}

/// Who is on duty in each of `weeks` weeks, by their place among `people`.
///
/// Who stands at an even place has the first week and every other from there, who stands at an odd one those between, so
/// that neither week is without anybody while there are two. Who is away in theirs leaves it out: others have their own
/// weeks, and nobody is owed one. `away` is asked by place and week.
#[must_use]
pub fn every_other_week(people: usize, weeks: usize, away: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let members: Vec<(usize, bool)> = (0..people).map(|one| (one, one % 2 == 1)).collect();
    (0..weeks).map(|week| on_duty(&members, week % 2 == 1, |one| away(*one, week), &[])).collect()
}

/// Whether the weeks of somebody who joins are the odd ones: those that fewer have.
#[must_use]
pub fn joins_odd(members: impl IntoIterator<Item = bool>) -> bool {
    let (mut even, mut odd) = (0, 0);
    for one in members {
        if one { odd += 1 } else { even += 1 }
    }
    odd < even
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).unwrap_or(day)
}

/// Whether a week is an odd one, counted through from the first Monday of 1970: every other, also over new year.
#[must_use]
pub fn is_odd(day: Date) -> bool {
    const FIRST: Date = jiff::civil::date(1970, 1, 5);
    let days = FIRST.until(day).map_or(0, |span| span.get_days());
    days.div_euclid(7).rem_euclid(2) == 1
}

/// Whether somebody who is away on these days is away in the week of `monday`: on three of its five working days or more.
#[must_use]
pub fn away_in_week(monday: Date, away: impl Fn(Date) -> bool) -> bool {
    monday.series(1.day()).take(5).filter(|day| away(*day)).count() >= 3
}

/// How many hours everybody has by a rota of so many `hours` a week.
#[must_use]
pub fn hours(rota: &[Vec<usize>], people: usize, hours: i64) -> Vec<i64> {
    let weeks = |one: usize| rota.iter().filter(|week| week.contains(&one)).count();
    (0..people).map(|one| i64::try_from(weeks(one)).unwrap_or(i64::MAX).saturating_mul(hours)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn vectors_are_answered() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/rota.json");
        let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("JSON");
        let cases = file["cases"].as_array().expect("cases").iter().filter(|case| case["op"] == "every_other_week");
        let mut asked = 0;
        for case in cases {
            let input = &case["input"];
            let people = input["people"].as_array().expect("people");
            let absent = input["absent"].as_array().expect("absences");
            let weeks = usize::try_from(input["weeks"].as_u64().expect("weeks")).expect("few");
            let rota = every_other_week(people.len(), weeks, |one, week| absent.contains(&json!([people[one], week])));
            let named: Vec<Vec<&Value>> =
                rota.iter().map(|week| week.iter().map(|one| &people[*one]).collect()).collect();
            assert_eq!(json!(named), case["expect"]["on_duty"], "{case}");
            for (one, hours) in people.iter().zip(hours(&rota, people.len(), input["hours"].as_i64().expect("hours"))) {
                assert_eq!(json!(hours), case["expect"]["hours"][one.as_str().expect("a name")], "{case}");
            }
            asked += 1;
        }
        assert_eq!(asked, 3);
    }

    #[test]
    fn a_swap_moves_a_week_and_nobody_else() {
        let members = [("ane", false), ("budi", true), ("carl", false)];
        let nobody = |_: &&str| false;
        let duty = |odd, swaps: &[(&'static str, &'static str)]| on_duty(&members, odd, nobody, swaps);
        assert_eq!(duty(false, &[]), ["ane", "carl"]);
        assert_eq!(duty(false, &[("ane", "budi")]), ["budi", "carl"]);
        assert_eq!(duty(true, &[("ane", "budi")]), ["budi"], "that week is not hers to give");
        assert_eq!(duty(false, &[("ane", "carl")]), ["ane", "carl"], "who has it anyway takes nothing");
        assert_eq!(duty(false, &[("ane", "dorte")]), ["ane", "carl"], "who takes no part takes nothing");
        assert_eq!(on_duty(&members, false, |one| *one == "budi", &[("ane", "budi")]), ["ane", "carl"]);
        assert_eq!(on_duty(&members, false, |one| *one == "ane", &[("ane", "budi")]), ["budi", "carl"]);
    }

    #[test]
    fn weeks_alternate_also_over_new_year() {
        let first = date(2026, 12, 21);
        let odd: Vec<bool> = first.series(7.days()).take(4).map(is_odd).collect();
        assert_eq!(odd, if odd[0] { [true, false, true, false] } else { [false, true, false, true] });
        for day in 0..7 {
            let one = first.saturating_add(day.days());
            assert_eq!((monday(one), is_odd(one)), (first, odd[0]), "{one}");
        }
        assert_eq!(
            (is_odd(date(1970, 1, 5)), is_odd(date(1970, 1, 4)), is_odd(date(1970, 1, 12))),
            (false, true, true)
        );
    }

    #[test]
    fn three_days_of_five_are_a_week_away() {
        let monday = date(2026, 11, 23);
        let until = |last: Date| move |day: Date| day <= last;
        assert!(!away_in_week(monday, until(date(2026, 11, 24))) && away_in_week(monday, until(date(2026, 11, 25))));
        assert!(!away_in_week(monday, |day| day >= date(2026, 11, 27)), "a Friday and the days off behind it");
    }

    #[test]
    fn who_joins_has_the_weeks_that_fewer_have() {
        let mut groups: Vec<bool> = Vec::new();
        for _ in 0..5 {
            groups.push(joins_odd(groups.iter().copied()));
        }
        assert_eq!(groups, [false, true, false, true, false]);
    }

    proptest! {
        #[test]
        fn hours_are_even_and_nobody_works_while_away(people in 0..12_usize, weeks in 0..30_usize, away in any::<u64>()) {
            let whole = every_other_week(people, weeks, |_, _| false);
            prop_assert_eq!(whole.len(), weeks);
            let all = hours(&whole, people, 2);
            let (least, most) = (all.iter().min().copied().unwrap_or(0), all.iter().max().copied().unwrap_or(0));
            prop_assert!(most - least <= 2, "{all:?}");
            prop_assert!(people < 2 || whole.iter().all(|week| !week.is_empty()));
            let gone = |one: usize, week: usize| away >> ((one * 7 + week) % 64) & 1 == 1;
            let rota = every_other_week(people, weeks, gone);
            for (week, (there, before)) in rota.iter().zip(&whole).enumerate() {
                prop_assert!(there.iter().all(|one| !gone(*one, week) && before.contains(one)));
            }
        }
    }
}
