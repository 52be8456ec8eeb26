//! Absences on both engines: one's own, colleagues', days that are taken, who is away when.

use base::{Actor, Language, Role};
use jiff::ToSpan;
use jiff::civil::Date;
use platform::Platform;
use platform::testing::on_both_engines;

use super::*;
use crate::staff::{self, NewStaff, Staff};
use crate::{Answer, Failure, Refusal, StaffId};

fn on_both<R: Future<Output = ()>>(body: impl Fn(Platform) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| body(test.platform));
}

async fn colleague(p: &Platform, name: &str, role: Role) -> Staff {
    let new = NewStaff {
        name: name.into(),
        email: format!("{name}@example.com"),
        role,
        language: Language::En,
        zone: "Asia/Jakarta".into(),
    };
    let mut tx = p.begin().await.expect("begin");
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

fn days(first: Date, last: Date, deputy: Option<&StaffId>) -> NewAbsence {
    NewAbsence { first, last, deputy: deputy.cloned() }
}

fn refused<T: std::fmt::Debug>(answer: Answer<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn days_away_are_ones_own_business_and_that_of_who_looks_after_colleagues() {
    on_both(|p| async move {
        let admin = colleague(&p, "admin", Role::Admin).await;
        let (one, two) = (colleague(&p, "one", Role::Agent).await, colleague(&p, "two", Role::Agent).await);
        let light = colleague(&p, "light", Role::Light).await;
        let mut tx = p.begin().await.expect("begin");
        let now = tx.now();
        let today = today(&mut tx, now).await.expect("a day");
        let (soon, later) = (today.saturating_add(1.day()), today.saturating_add(3.days()));
        plan(&mut tx, &one.actor(), &one.id, days(today, soon, Some(&two.id))).await.expect("one's own");
        plan(&mut tx, &admin.actor(), &two.id, days(soon, later, None)).await.expect("looked after");
        plan(&mut tx, &light.actor(), &light.id, days(today, today, None)).await.expect("whatever the role");
        for (actor, of, new, why) in [
            (&one, &two, days(later, later, None), Refusal::Forbidden),
            (&one, &one, days(soon, later, None), Refusal::DaysTaken),
            (&one, &one, days(later, soon, None), Refusal::DaysReversed),
            (&one, &one, days(later, later, Some(&one.id)), Refusal::NoDeputy),
            (&one, &one, days(later, later, Some(&light.id)), Refusal::NoDeputy),
        ] {
            assert_eq!(refused(plan(&mut tx, &actor.actor(), &of.id, new).await), why);
        }
        let names = |all: Vec<Absence>| all.into_iter().map(|one| one.staff).collect::<Vec<_>>();
        assert_eq!(names(away(&mut tx, now).await.expect("read")), [one.id.clone(), light.id.clone()]);
        let tomorrow = now + jiff::SignedDuration::from_hours(24);
        assert_eq!(names(away(&mut tx, tomorrow).await.expect("read")), [one.id.clone(), two.id.clone()]);
        let all = staff::colleagues(&mut tx, &base::Scope::All).await.expect("read");
        let marked = mark(&mut tx, all, now).await.expect("marked");
        let until: Vec<_> = marked.iter().filter_map(|it| it.away_until.map(|day| (it.name.as_str(), day))).collect();
        assert_eq!(until, [("light", today), ("one", soon)]);

        let theirs = of(&mut tx, &two.id, today).await.expect("read");
        assert_eq!(refused(cancel(&mut tx, &one.actor(), &two.id, &theirs[0].id).await), Refusal::Forbidden);
        assert_eq!(refused(cancel(&mut tx, &one.actor(), &one.id, &theirs[0].id).await), Refusal::NotFound);
        cancel(&mut tx, &two.actor(), &two.id, &theirs[0].id).await.expect("back");
        assert!(of(&mut tx, &two.id, today).await.expect("read").is_empty());
        let told = "SELECT COUNT(*) AS n FROM event WHERE kind IN ('staff.absence_planned', 'staff.absence_cancelled')";
        assert_eq!(tx.number(told, vec![]).await.expect("counted"), 4);
    });
}
