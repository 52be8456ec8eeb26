//! Who is away, and who stands in. Pure.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::model::Absence;
use crate::StaffId;
use crate::refusal::Refusal;

/// More than this nobody plans ahead.
pub(super) const MOST: usize = 50;
/// Years that an absence can last, or lie ahead.
const YEARS: i32 = 3;

/// Whether somebody with these absences may be away on these days, too.
pub(super) fn fits(others: &[Absence], (first, last): (Date, Date), today: Date) -> Result<(), Refusal> {
    let horizon = today.saturating_add(YEARS.years());
    if last < first {
        return Err(Refusal::DaysReversed);
    }
    if last < today || last > horizon || first < today.saturating_sub(YEARS.years()) {
        return Err(Refusal::DaysOver);
    }
    if others.iter().any(|other| other.first <= last && first <= other.last) {
        return Err(Refusal::DaysTaken);
    }
    if others.len() >= MOST { Err(Refusal::TooMany) } else { Ok(()) }
}

/// Until which day somebody with these absences is away; nothing when they are there today. An absence that begins the
/// day after another ends goes on from it.
#[must_use]
pub fn away_until<'a>(absences: impl IntoIterator<Item = &'a Absence>, today: Date) -> Option<Date> {
    let mut all: Vec<_> = absences.into_iter().collect();
    all.sort_by_key(|absence| absence.first);
    let mut until = None;
    for absence in all {
        let goes_on = until.is_some_and(|last: Date| last.tomorrow().ok() == Some(absence.first));
        if absence.holds(today) || goes_on {
            until = until.max(Some(absence.last));
        }
    }
    until
}

/// What becomes of something whose owner a customer writes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandIn {
    /// The owner is there.
    Stays,
    /// It goes to who stands in for them.
    Deputy(StaffId),
    /// Nobody stands in who could: it goes back to nobody.
    Nobody,
}

/// Who has to do with what `owner` has, while these are `away`. Whoever stands in and is away, too, has a deputy of
/// their own; `able` says who could take it at all.
#[must_use]
pub fn stand_in(owner: &StaffId, away: &[Absence], able: impl Fn(&StaffId) -> bool) -> StandIn {
    let mut asked = BTreeSet::new();
    let mut who = owner;
    while let Some(absence) = away.iter().find(|absence| absence.staff == *who) {
        let Some(deputy) = &absence.deputy else { return StandIn::Nobody };
        // Two who stand in for each other are both away.
        if !asked.insert(who.clone()) {
            return StandIn::Nobody;
        }
        who = deputy;
    }
    match who {
        one if one == owner => StandIn::Stays,
        one if able(one) => StandIn::Deputy(one.clone()),
        _ => StandIn::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn staff(n: u8) -> StaffId {
        format!("stf_{n:026}").parse().expect("an id")
    }

    fn day(n: i64) -> Date {
        date(2026, 11, 20).saturating_add(n.days())
    }

    fn absence(who: u8, first: i64, last: i64, deputy: Option<u8>) -> Absence {
        let id = "abs_00000000000000000000000001".parse().expect("an id");
        Absence { id, staff: staff(who), first: day(first), last: day(last), deputy: deputy.map(staff) }
    }

    #[test]
    fn both_ends_belong_to_an_absence_and_neighbours_make_one() {
        let all = [absence(1, 0, 2, None), absence(1, 3, 5, None), absence(1, 7, 7, None)];
        for (today, until) in [(-1, None), (0, Some(5)), (2, Some(5)), (4, Some(5)), (6, None), (7, Some(7)), (8, None)]
        {
            assert_eq!(away_until(&all, day(today)), until.map(day), "{today}");
        }
    }

    #[test]
    fn an_absence_has_days_to_come_that_no_other_has() {
        let others = [absence(1, 3, 5, None)];
        for (first, last, answer) in [
            (0, 2, Ok(())),
            (6, 6, Ok(())),
            (-9, 0, Ok(())),
            (-9, -1, Err(Refusal::DaysOver)),
            (0, 2000, Err(Refusal::DaysOver)),
            (-2000, 1, Err(Refusal::DaysOver)),
            (2, 1, Err(Refusal::DaysReversed)),
            (5, 9, Err(Refusal::DaysTaken)),
            (0, 9, Err(Refusal::DaysTaken)),
        ] {
            assert_eq!(fits(&others, (day(first), day(last)), day(0)), answer, "{first} {last}");
        }
    }

    #[test]
    fn who_stands_in_may_have_a_deputy_too() {
        let away = [absence(1, 0, 1, Some(2)), absence(2, 0, 1, Some(3)), absence(4, 0, 1, None)];
        let circle = [absence(1, 0, 1, Some(2)), absence(2, 0, 1, Some(1))];
        let anybody = |_: &StaffId| true;
        assert_eq!(stand_in(&staff(1), &away, anybody), StandIn::Deputy(staff(3)));
        assert_eq!(stand_in(&staff(3), &away, anybody), StandIn::Stays);
        assert_eq!(stand_in(&staff(4), &away, anybody), StandIn::Nobody);
        assert_eq!(stand_in(&staff(1), &away, |one| *one != staff(3)), StandIn::Nobody);
        assert_eq!(stand_in(&staff(1), &circle, anybody), StandIn::Nobody);
    }

    proptest! {
        #[test]
        fn nothing_goes_to_somebody_who_is_away_or_unable(
            deputies in proptest::collection::vec((0..6_u8, proptest::option::of(0..6_u8)), 0..6),
            owner in 0..6_u8, unable in 0..6_u8,
        ) {
            let away: Vec<_> = deputies.iter().map(|(who, deputy)| absence(*who, 0, 1, *deputy)).collect();
            let is_away = |one: &StaffId| away.iter().any(|absence| absence.staff == *one);
            match stand_in(&staff(owner), &away, |one| *one != staff(unable)) {
                StandIn::Stays => prop_assert!(!is_away(&staff(owner))),
                StandIn::Deputy(one) => {
                    prop_assert!(is_away(&staff(owner)) && !is_away(&one) && one != staff(unable));
                }
                StandIn::Nobody => prop_assert!(is_away(&staff(owner))),
            }
        }
    }
}
