//! Skills and languages on both engines: the list, who has what, who may say so.

use base::{Actor, Language, Role};
use platform::Platform;
use platform::testing::on_both_engines;

use super::*;
use crate::staff::{self, NewStaff, Staff};
use crate::{Answer, Failure, Refusal};

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
        zone: "Europe/Oslo".into(),
    };
    let mut tx = p.begin().await.expect("begin");
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

fn refused<T: std::fmt::Debug>(answer: Answer<T>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_skill_has_one_name_and_goes_from_everybody_when_it_goes() {
    on_both(|p| async move {
        let (admin, agent) = (colleague(&p, "a", Role::Admin).await, colleague(&p, "b", Role::Agent).await);
        let by = admin.actor();
        let mut tx = p.begin().await.expect("begin");
        let repairs = make(&mut tx, &by, " Repairs ").await.expect("made");
        let customs = make(&mut tx, &by, "Customs").await.expect("made");
        assert_eq!(refused(make(&mut tx, &by, "REPAIRS").await), Refusal::NameTaken);
        assert_eq!(refused(rename(&mut tx, &by, &customs.id, "repairs").await), Refusal::NameTaken);
        assert_eq!(refused(make(&mut tx, &by, " ").await), Refusal::NameMissing);
        rename(&mut tx, &by, &repairs.id, "Mending").await.expect("renamed");
        let names: Vec<String> = all(&mut tx).await.expect("all").into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["Customs", "Mending"]);

        let both = [repairs.id.clone(), customs.id.clone()];
        set_skills(&mut tx, &by, &agent.id, &both).await.expect("set");
        set_skills(&mut tx, &by, &agent.id, &both).await.expect("twice is once");
        set_writes(&mut tx, &by, &agent.id, &[Language::Da, Language::En]).await.expect("set");
        remove(&mut tx, &by, &customs.id).await.expect("removed");
        assert_eq!(refused(remove(&mut tx, &by, &customs.id).await), Refusal::NotFound);
        assert_eq!(refused(rename(&mut tx, &by, &customs.id, "Toll").await), Refusal::NotFound);
        let now = abilities_of(&mut tx, &agent.id).await.expect("read");
        assert_eq!(now, Abilities { skills: vec![repairs.id.clone()], writes: vec![Language::En, Language::Da] });
        assert_eq!(abilities(&mut tx).await.expect("read").len(), 1, "nobody else was said to have any");
        let told = "SELECT COUNT(*) AS n FROM event WHERE kind IN ('staff.skills_changed', 'staff.writes_changed')";
        assert_eq!(tx.number(told, vec![]).await.expect("counted"), 2, "what changes nothing tells nothing");
        for n in 1..rules::MOST {
            make(&mut tx, &by, &format!("No. {n}")).await.expect("made");
        }
        assert_eq!(refused(make(&mut tx, &by, "One more").await), Refusal::TooMany);
    });
}

#[test]
fn skills_are_given_by_who_looks_after_colleagues_and_languages_also_by_oneself() {
    on_both(|p| async move {
        let (one, two) = (colleague(&p, "a", Role::Agent).await, colleague(&p, "b", Role::Agent).await);
        let mut tx = p.begin().await.expect("begin");
        let repairs = make(&mut tx, &Actor::System, "Repairs").await.expect("made");
        let by = one.actor();
        assert_eq!(refused(make(&mut tx, &by, "Mine").await), Refusal::Forbidden);
        assert_eq!(refused(rename(&mut tx, &by, &repairs.id, "Mine").await), Refusal::Forbidden);
        assert_eq!(refused(remove(&mut tx, &by, &repairs.id).await), Refusal::Forbidden);
        assert_eq!(
            refused(set_skills(&mut tx, &by, &one.id, std::slice::from_ref(&repairs.id)).await),
            Refusal::Forbidden
        );
        assert_eq!(refused(set_writes(&mut tx, &by, &two.id, &[Language::Sv]).await), Refusal::Forbidden);
        set_writes(&mut tx, &by, &one.id, &[Language::Sv, Language::Sv]).await.expect("one's own");
        assert_eq!(abilities_of(&mut tx, &one.id).await.expect("read").writes, [Language::Sv]);
        set_writes(&mut tx, &by, &one.id, &[]).await.expect("nothing said again");
        assert_eq!(abilities_of(&mut tx, &one.id).await.expect("read"), Abilities::default());
        let nobody = "stf_00000000000000000000000009".parse().expect("an id");
        assert_eq!(refused(set_skills(&mut tx, &Actor::System, &nobody, &[]).await), Refusal::NotFound);
    });
}
