//! Departments on both engines.

use base::{Action, Actor, Language, Role, Scope, allowed};
use platform::Platform;
use platform::testing::on_both_engines;

use super::*;
use crate::staff::{self, NewStaff, Staff};
use crate::{Answer, Failure, Refusal};

fn on_both<R: Future<Output = ()>>(body: impl Fn(Platform) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, |test| body(test.platform));
}

async fn colleague(p: &Platform, email: &str, role: Role) -> Staff {
    let new =
        NewStaff { name: email.into(), email: email.into(), role, language: Language::En, zone: "Europe/Oslo".into() };
    let mut tx = p.begin().await.expect("begin");
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

async fn again(p: &Platform, staff: &Staff) -> Staff {
    let mut conn = p.db.read().await.expect("read");
    staff::find(&mut conn, &Scope::All, &staff.id).await.expect("find").expect("is there")
}

fn refused<T: std::fmt::Debug>(answer: Answer<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn who_is_limited_sees_their_departments_alone() {
    on_both(|p| async move {
        let agent = colleague(&p, "1@example.com", Role::Agent).await;
        let admin = colleague(&p, "2@example.com", Role::Admin).await;
        let (by, mut tx) = (admin.actor(), p.begin().await.expect("begin"));
        assert_eq!(refused(limit(&mut tx, &by, &agent.id, true).await), Refusal::NoDepartment);
        let workshop = make(&mut tx, &by, " Workshop ").await.expect("made");
        let stores = make(&mut tx, &by, "Stores").await.expect("made");
        let both = [agent.id.clone(), admin.id.clone()];
        set(&mut tx, &by, &workshop.id, "The workshop", &both).await.expect("set");
        set(&mut tx, &by, &stores.id, "Stores", &both).await.expect("set");
        limit(&mut tx, &by, &agent.id, true).await.expect("limited");
        limit(&mut tx, &by, &admin.id, true).await.expect("limited");
        tx.commit().await.expect("commit");

        let mut ids = [workshop.id.to_string(), stores.id.to_string()];
        ids.sort();
        let scope = |staff: &Staff| allowed(&staff.actor(), Action::ReadConversations);
        assert_eq!(scope(&again(&p, &agent).await), Ok(Scope::Departments(ids.to_vec())));
        assert_eq!(scope(&again(&p, &admin).await), Ok(Scope::All), "who gives rights has them");

        let mut tx = p.begin().await.expect("begin");
        set(&mut tx, &by, &stores.id, "Stores", &[]).await.expect("emptied");
        assert_eq!(refused(set(&mut tx, &by, &workshop.id, "The workshop", &[]).await), Refusal::NoDepartment);
        drop(tx);
        let mut tx = p.begin().await.expect("begin");
        limit(&mut tx, &by, &agent.id, false).await.expect("freed");
        set(&mut tx, &by, &workshop.id, "The workshop", &[]).await.expect("nobody is left in it");
        tx.commit().await.expect("commit");
        let now = again(&p, &agent).await;
        assert_eq!((scope(&now), now.departments), (Ok(Scope::All), vec![stores.id]));
    });
}

#[test]
fn a_department_has_one_name_and_closes_without_being_forgotten() {
    on_both(|p| async move {
        let (by, mut tx) = (Actor::System, p.begin().await.expect("begin"));
        let one = make(&mut tx, &by, "Workshop").await.expect("made");
        let two = make(&mut tx, &by, "Stores").await.expect("made");
        assert_eq!(refused(make(&mut tx, &by, "WORKSHOP").await), Refusal::DepartmentTaken);
        assert_eq!(refused(set(&mut tx, &by, &two.id, "workshop", &[]).await), Refusal::DepartmentTaken);
        assert_eq!(refused(make(&mut tx, &by, " ").await), Refusal::NameMissing);
        set(&mut tx, &by, &one.id, "Workshop", &[]).await.expect("as it was");
        close(&mut tx, &by, &one.id).await.expect("closed");
        close(&mut tx, &by, &one.id).await.expect("twice is once");
        let names: Vec<String> = all(&mut tx).await.expect("all").into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["Stores", "Workshop"], "what is closed comes last");
        assert!(find(&mut tx, &one.id).await.expect("find").expect("is there").closed_at.is_some());
        open(&mut tx, &by, &one.id).await.expect("opened");
        assert_eq!(find(&mut tx, &one.id).await.expect("find").expect("is there").closed_at, None);
        let told = platform::log::history(&mut tx, &format!("department:{}", one.id), 10).await.expect("history");
        let kinds: Vec<&str> = told.iter().map(|fact| fact.kind.as_str()).collect();
        assert_eq!(kinds, ["department.made", "department.closed", "department.opened"]);
        for n in 0..rules::MOST - 2 {
            make(&mut tx, &by, &format!("No. {n}")).await.expect("made");
        }
        assert_eq!(refused(make(&mut tx, &by, "One more").await), Refusal::TooManyDepartments);
    });
}

#[test]
fn agents_make_no_departments_and_give_themselves_no_sight() {
    on_both(|p| async move {
        let agent = colleague(&p, "1@example.com", Role::Agent).await;
        let mut tx = p.begin().await.expect("begin");
        let one = make(&mut tx, &Actor::System, "Workshop").await.expect("made");
        set(&mut tx, &Actor::System, &one.id, "Workshop", std::slice::from_ref(&agent.id)).await.expect("set");
        limit(&mut tx, &Actor::System, &agent.id, true).await.expect("limited");
        let by = agent.actor();
        assert_eq!(refused(make(&mut tx, &by, "Mine").await), Refusal::Forbidden);
        assert_eq!(refused(set(&mut tx, &by, &one.id, "Mine", &[]).await), Refusal::Forbidden);
        assert_eq!(refused(close(&mut tx, &by, &one.id).await), Refusal::Forbidden);
        assert_eq!(refused(open(&mut tx, &by, &one.id).await), Refusal::Forbidden);
        assert_eq!(refused(limit(&mut tx, &by, &agent.id, false).await), Refusal::Forbidden);
    });
}
