//! What customers write to colleagues who are away, on both engines.

use jiff::ToSpan;
use people::absence::{self, NewAbsence};
use people::staff::Staff;

use super::*;
use crate::model::Conversation;

pub(super) async fn colleague(p: &Platform, name: &str) -> Staff {
    hired(p, name, Role::Agent).await
}

/// Away today and tomorrow.
pub(super) async fn leaves(p: &Platform, one: &Staff, deputy: Option<&Staff>) {
    let mut tx = p.begin().await.expect("begin");
    let now = tx.now();
    let first = absence::today(&mut tx, now).await.expect("a day");
    let last = first.saturating_add(1.day());
    let new = NewAbsence { first, last, deputy: deputy.map(|one| one.id.clone()) };
    absence::plan(&mut tx, &one.actor(), &one.id, new).await.expect("planned");
    tx.commit().await.expect("commit");
}

async fn answers(p: &Platform, placed: &Placed, text: &str, automatic: bool) -> Conversation {
    let mut answer = mail(p, "kari@post.example", "Re: Motoren", text);
    answer.references = vec![format!("Motoren-{}@post.example", "Den stopper.".len())];
    answer.mail_id = Some(format!("{text}@post.example"));
    answer.automatic = automatic.then(|| "auto-replied".to_owned());
    assert_eq!(take_in(p, answer).await.conversation, placed.conversation);
    find(p, &placed.conversation).await
}

/// The facts about who has it, the newest last, each with who did it.
async fn told(p: &Platform, id: &ConversationId) -> Vec<(String, String)> {
    let mut conn = p.db.read().await.expect("read");
    let facts = log::history(&mut conn, &format!("conversation:{id}"), 50).await.expect("history");
    let given = facts.into_iter().filter(|fact| fact.kind == "conversation.assigned");
    given.map(|fact| (fact.actor.split(':').next().unwrap_or_default().to_owned(), fact.payload)).collect()
}

#[test]
fn what_a_customer_writes_to_somebody_away_goes_to_the_deputy_or_to_nobody() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let (_, ingrid) = ingrid(p).await;
        let (mette, jonas) = (colleague(p, "Mette").await, colleague(p, "Jonas").await);
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        commands::assign(p, &ingrid, &placed.conversation, Some(&mette.id)).await.expect("given");
        assert_eq!(answers(p, &placed, "Still there?", false).await.assignee, Some(mette.id.clone()));

        leaves(p, &mette, Some(&jonas)).await;
        assert_eq!(answers(p, &placed, "I am on holiday", true).await.assignee, Some(mette.id.clone()), "a machine");
        let now = answers(p, &placed, "It stopped again", false).await;
        assert_eq!((now.assignee.clone(), now.unread), (Some(jonas.id.clone()), true));
        let (who, payload) = told(p, &placed.conversation).await.pop().expect("told");
        assert_eq!(who, "system");
        assert!(payload.contains("\"owner\":\"Mette\"") && payload.contains("\"name\":\"Jonas\""), "{payload}");
        assert_eq!((counts(p, &jonas.id).await.mine, counts(p, &mette.id).await.mine), (1, 0));

        leaves(p, &jonas, None).await;
        assert_eq!(answers(p, &placed, "And again", false).await.assignee, None);
        let (_, payload) = told(p, &placed.conversation).await.pop().expect("told");
        assert!(payload.contains("\"owner\":\"Jonas\"") && payload.contains("\"to\":null"), "{payload}");
    });
}

#[test]
fn a_deputy_who_would_not_see_it_does_not_get_it() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let (_, ingrid) = ingrid(p).await;
        let (mette, jonas) = (colleague(p, "Mette").await, colleague(p, "Jonas").await);
        let mut tx = p.begin().await.expect("begin");
        let shop = people::department::make(&mut tx, &Actor::System, "Shop").await.expect("made").id;
        let only = [jonas.id.clone()];
        people::department::set(&mut tx, &Actor::System, &shop, "Shop", &only).await.expect("set");
        people::department::limit(&mut tx, &Actor::System, &jonas.id, true).await.expect("limited");
        tx.commit().await.expect("commit");
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        commands::assign(p, &ingrid, &placed.conversation, Some(&mette.id)).await.expect("given");
        leaves(p, &mette, Some(&jonas)).await;
        assert_eq!(answers(p, &placed, "One", false).await.assignee, None, "it lies in no department");
        commands::hand_to(p, &ingrid, &placed.conversation, Some(&shop)).await.expect("handed");
        commands::assign(p, &ingrid, &placed.conversation, Some(&mette.id)).await.expect("given");
        assert_eq!(answers(p, &placed, "Two", false).await.assignee, Some(jonas.id));
    });
}

#[test]
fn the_day_is_that_of_the_house_that_settings_name() {
    on_both_engines(&migrations(), |test| async move {
        let mut tx = test.platform.begin().await.expect("begin");
        for zone in ["Pacific/Auckland", "America/Los_Angeles"] {
            let business = settings::Business { zone: zone.into(), ..settings::Business::default() };
            settings::set_business(&mut tx, &business).await.expect("set");
            assert_eq!(absence::zone(&mut tx).await.expect("a zone").iana_name(), Some(zone));
        }
    });
    let default = settings::Business::default().zone;
    on_both_engines(&migrations(), |test| {
        let default = default.clone();
        async move {
            let mut conn = test.platform.db.read().await.expect("read");
            assert_eq!(absence::zone(&mut conn).await.expect("a zone").iana_name(), Some(default.as_str()));
        }
    });
}

async fn back_again(test: &TestPlatform) {
    let job = claim(&test.platform, absence::OVER_JOB).await.expect("somebody may be back");
    commands::come_back(&test.platform, &job).await.expect("looked");
}

#[test]
fn what_went_to_a_deputy_comes_back_with_its_owner_unless_somebody_decided_otherwise() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let (_, ingrid) = ingrid(p).await;
        let (mette, jonas) = (colleague(p, "Mette").await, colleague(p, "Jonas").await);
        let mut three = Vec::new();
        for subject in ["Kjelen", "Pumpa", "Mastra"] {
            let placed = take_in(p, mail(p, "kari@post.example", subject, "Den stopper.")).await;
            commands::assign(p, &ingrid, &placed.conversation, Some(&mette.id)).await.expect("given");
            three.push(placed.conversation);
        }
        leaves(p, &mette, Some(&jonas)).await;
        for (subject, id) in ["Kjelen", "Pumpa", "Mastra"].into_iter().zip(&three) {
            let mut answer = mail(p, "kari@post.example", &format!("Re: {subject}"), "Again");
            answer.references = vec![format!("{subject}-{}@post.example", "Den stopper.".len())];
            answer.mail_id = Some(format!("{subject}-again@post.example"));
            take_in(p, answer).await;
            assert_eq!(find(p, id).await.assignee, Some(jonas.id.clone()));
        }
        let thread = queries::thread(&mut p.db.read().await.expect("read"), &Scope::All, &three[0]).await;
        assert_eq!(thread.expect("read").expect("is there").stood_in_for.as_deref(), Some("Mette"));
        commands::assign(p, &ingrid, &three[1], Some(&ingrid.staff_id().expect("hers").parse().expect("an id")))
            .await
            .expect("decided otherwise");
        commands::close(p, &jonas.actor(), &three[2], Some("Done")).await.expect("closed");

        back_again(&test).await;
        assert_eq!(find(p, &three[0]).await.assignee, Some(jonas.id.clone()), "she is still away");
        let mut tx = p.begin().await.expect("begin");
        let now = tx.now();
        let theirs = absence::away(&mut tx, now).await.expect("read");
        absence::cancel(&mut tx, &mette.actor(), &mette.id, &theirs[0].id).await.expect("back early");
        tx.commit().await.expect("commit");
        back_again(&test).await;
        assert_eq!(find(p, &three[0]).await.assignee, Some(mette.id.clone()));
        let (who, payload) = told(p, &three[0]).await.pop().expect("told");
        assert_eq!(who, "system");
        assert!(payload.contains("{\"is\":\"back\",\"deputy\":\"Jonas\"}"), "{payload}");
        assert_eq!(find(p, &three[1]).await.assignee.as_ref().map(StaffId::as_str), ingrid.staff_id());
        assert_eq!(find(p, &three[2]).await.assignee, Some(jonas.id.clone()), "what is done stays where it is");
        let thread = queries::thread(&mut p.db.read().await.expect("read"), &Scope::All, &three[0]).await;
        assert_eq!(thread.expect("read").expect("is there").stood_in_for, None);
        let placed = &three[2];
        assert!(store::stood_in_of(&mut p.db.read().await.expect("read"), placed).await.expect("read").is_none());
    });
}

#[test]
fn what_comes_back_comes_back_to_whoever_had_it_last() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        let (_, ingrid) = ingrid(p).await;
        let (mette, jonas) = (colleague(p, "Mette").await, colleague(p, "Jonas").await);
        let siri = colleague(p, "Siri").await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await;
        let id = &placed.conversation;
        let whose = async || {
            let row = store::stood_in_of(&mut p.db.read().await.expect("read"), id).await.expect("read");
            row.map(|row| row.owner)
        };
        commands::assign(p, &ingrid, id, Some(&mette.id)).await.expect("given");
        leaves(p, &mette, Some(&jonas)).await;
        assert_eq!(answers(p, &placed, "One", false).await.assignee, Some(jonas.id.clone()));
        assert_eq!(whose().await, Some(mette.id.clone()));
        commands::assign(p, &ingrid, id, Some(&siri.id)).await.expect("given");
        assert_eq!(whose().await, None, "somebody decided otherwise");
        leaves(p, &siri, Some(&jonas)).await;
        assert_eq!(answers(p, &placed, "Two", false).await.assignee, Some(jonas.id.clone()));
        assert_eq!(whose().await, Some(siri.id.clone()));

        // Who stood in is away, too; and then somebody else had it, whoever gave it to them.
        for (owner, deputy, wanted) in
            [(&jonas, Some(&ingrid_of(&ingrid)), &siri.id), (&mette, Some(&jonas.id), &mette.id)]
        {
            let mut tx = p.begin().await.expect("begin");
            let now = tx.now();
            store::stand_in(&mut tx, id, &owner.id, deputy, now).await.expect("kept");
            tx.commit().await.expect("commit");
            assert_eq!(whose().await.as_ref(), Some(wanted));
        }
    });
}

fn ingrid_of(ingrid: &Actor) -> StaffId {
    ingrid.staff_id().expect("hers").parse().expect("an id")
}
