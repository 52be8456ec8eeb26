//! One timeline of a customer: everything once, newest first, within rights, however it is cut into pages.

use super::*;
use crate::queries::timeline::{Asked, Moment, TimelineKind, What, timeline};

const KARI: &str = "kari@post.example";

async fn all(
    p: &Platform,
    scope: &Scope,
    person: &people::PersonId,
    only: Option<TimelineKind>,
    most: i64,
) -> Vec<Moment> {
    let mut found = Vec::new();
    let mut after: Option<(i64, String)> = None;
    loop {
        let asked = Asked {
            person,
            conversations: scope,
            people: &Scope::All,
            only,
            after: after.as_ref().map(|(at, id)| (*at, id.as_str())),
            most,
        };
        let (page, next) = timeline(&mut p.db.read().await.expect("read"), &asked).await.expect("read");
        assert!(i64::try_from(page.len()).is_ok_and(|len| len <= most));
        found.extend(page);
        let Some(next) = next else { return found };
        after = Some(next);
    }
}

fn names(moments: &[Moment]) -> Vec<String> {
    moments.iter().map(|it| it.id.clone()).collect()
}

#[test]
fn a_timeline_holds_everything_once_however_it_is_cut() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await;
        let person = find(p, &first.conversation).await.person;
        // All at one moment: their order is by id, and stays.
        let mut tx = p.begin().await.expect("begin");
        people::person::rename(&mut tx, &actor, &person, "Kari Berg").await.expect("renamed");
        people::file::add_note(&mut tx, &actor, &person, "Allergisk mot ull", false).await.expect("noted");
        tx.commit().await.expect("commit");
        commands::note(p, &actor, &first.conversation, "Ring verkstedet").await.expect("noted");
        test.clock.advance(SignedDuration::from_hours(2));
        let second = take_in(p, mail(p, KARI, "Sadelen", "Den er løs.")).await;
        test.clock.advance(SignedDuration::from_hours(2));
        let said = NewReply { body: "Vi ser på den".into(), ..NewReply::default() };
        commands::reply(p, &actor, &second.conversation, said).await.expect("replied");
        take_in(p, mail(p, "ola@post.example", "Kjedet", "Det hopper.")).await;

        let whole = all(p, &Scope::All, &person, None, 100).await;
        // Two conversations, three messages, two notes; the customer appeared and was renamed.
        assert_eq!(whole.len(), 9, "{:?}", names(&whole));
        assert!(whole.windows(2).all(|two| (two[0].at, &two[0].id) > (two[1].at, &two[1].id)));
        assert!(matches!(&whole[0].what, What::Said(line) if line.text == "Vi ser på den" && line.by == "Ingrid Moen"));
        for most in [1, 2, 3, 8] {
            assert_eq!(names(&all(p, &Scope::All, &person, None, most).await), names(&whole), "{most} at once");
        }
        let counts = [2, 3, 2, 2];
        for (kind, count) in TimelineKind::ALL.into_iter().zip(counts) {
            assert_eq!(all(p, &Scope::All, &person, Some(kind), 1).await.len(), count, "{kind:?}");
        }
        let nowhere = Scope::Departments(vec!["dep_1".into()]);
        let seen = all(p, &nowhere, &person, None, 2).await;
        assert_eq!(seen.len(), 3, "the file and its note alone: {:?}", names(&seen));
    });
}
