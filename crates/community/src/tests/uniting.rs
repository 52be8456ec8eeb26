//! Ideas and who wants them; two customers who are one; coming in from the community.

use base::Scope;
use people::{PersonId, merging, system_mail};
use platform::jobs::Workers;
use platform::vals;

use super::{House, asked, refusal, run};
use crate::commands::{self, NewTopic};
use crate::model::{Idea, Kind, Subject, Topic};
use crate::rules::rights::Refusal;
use crate::store;

async fn idea(house: &House, person: &PersonId, title: &str) -> Topic {
    let new = NewTopic { kind: Kind::Idea, title: title.into(), body: "Please.".into(), ..asked() };
    commands::ask(house.p(), person, new).await.expect("asked")
}

async fn mails(house: &House) -> Vec<String> {
    let workers = Workers::default().lane(system_mail::LANE, 1).handle(commands::TELL_JOB, commands::tell);
    workers.run_due(house.p(), system_mail::LANE).await.expect("told");
    let sql = "SELECT payload FROM job WHERE kind = 'mail.system' ORDER BY id";
    let rows = house.p().db.read().await.expect("read").all(sql, vec![]).await.expect("read");
    rows.iter().map(|row| row.text("payload").expect("text")).collect()
}

#[test]
fn everybody_who_asked_is_told_what_becomes_of_an_idea_and_why() {
    run(|house| async move {
        let (p, it) = (house.p(), idea(&house, &house.agnes, "A longer cable").await);
        commands::want(p, &house.ingrid, &it.id, &house.bent, true).await.expect("noted");
        commands::want(p, &house.ingrid, &it.id, &house.bent, true).await.expect("noted once");
        assert_eq!(refusal(commands::want(p, &house.ingrid, &it.id, &house.agnes, true).await), Refusal::Own);
        assert_eq!(house.topic(&it.id).await.votes, 1);
        let done = commands::decide_idea(p, &house.ingrid, &it.id, Idea::Planned, "It comes in spring.").await;
        done.expect("decided");
        let told = mails(&house).await;
        assert_eq!(told.len(), 2, "{told:?}");
        for (mail, to) in told.iter().zip(["agnes@post.example", "bent@post.example"]) {
            assert!(told.iter().any(|mail| mail.contains(to)), "{to}: {told:?}");
            assert!(mail.contains("Planned") && mail.contains("It comes in spring."), "{mail}");
        }
    });
}

#[test]
fn whoever_is_treated_with_care_hears_of_no_decision() {
    run(|house| async move {
        let (p, it) = (house.p(), idea(&house, &house.agnes, "A longer cable").await);
        let mut tx = p.begin().await.expect("begin");
        let sql = "INSERT INTO care_flag (id, person, kind, why, since, ends_at) \
                   VALUES ('car_00000000000000000000000001', $1, 'bereavement', '', 0, $2)";
        let ends = tx.now().checked_add(jiff::SignedDuration::from_hours(99)).expect("later");
        tx.run(sql, vals![house.agnes.as_str(), ends]).await.expect("flagged");
        tx.commit().await.expect("commit");
        commands::decide_idea(p, &house.ingrid, &it.id, Idea::Done, "").await.expect("decided");
        assert_eq!(mails(&house).await, Vec::<String>::new());
    });
}

#[test]
fn wishes_go_along_when_ideas_are_merged_and_kinds_change() {
    run(|house| async move {
        let p = house.p();
        let (one, two) =
            (idea(&house, &house.agnes, "A longer cable").await, idea(&house, &house.bent, "More cable, please").await);
        for it in [&one, &two] {
            commands::vote(p, &house.ida, &Subject::Topic(it.id.clone()), true).await.expect("voted");
        }
        commands::vote(p, &house.bent, &Subject::Topic(one.id.clone()), true).await.expect("voted");
        commands::merge(p, &house.ingrid, &one.id, &two.id).await.expect("merged");
        assert_eq!(house.topic(&two.id).await.votes, 2, "Agnes and Ida; Bent brought it");
        commands::reshape(p, &house.ingrid, &two.id, Kind::Question, "cables, long").await.expect("moved");
        let now = house.topic(&two.id).await;
        assert!(now.kind == Kind::Question && now.due.is_some());
        let tags = store::tags(&mut p.db.read().await.expect("read"), &two.id).await.expect("read");
        assert_eq!(tags, ["cables", "long"]);
    });
}

async fn followed(house: &House) {
    let workers = Workers::default().lane(merging::LANE, 1).handle(merging::FOLLOW_JOB, commands::follow_merge);
    workers.run_due(house.p(), merging::LANE).await.expect("followed");
}

#[test]
fn two_who_are_one_are_one_member_until_they_are_taken_apart() {
    run(|house| async move {
        let p = house.p();
        let it = house.ask("Is it waterproof?").await;
        let post = house.answer(&house.bent, &it.id, "Yes.").await;
        let (question, answer) = (Subject::Topic(it.id.clone()), Subject::Post(post.id.clone()));
        for (person, subject) in
            [(&house.bent, &question), (&house.ida, &question), (&house.agnes, &answer), (&house.ida, &answer)]
        {
            commands::vote(p, person, subject, true).await.expect("voted");
        }
        let mut tx = p.begin().await.expect("begin");
        merging::merge(&mut tx, &house.ingrid, &house.agnes, &house.bent, String::new()).await.expect("merged");
        tx.commit().await.expect("commit");
        followed(&house).await;
        let now = house.topic(&it.id).await;
        assert_eq!(now.votes, 1, "Ida alone: nobody votes for their own");
        let all = store::posts(&mut p.db.read().await.expect("read"), &it.id).await.expect("read");
        assert_eq!((all[0].person.as_ref(), all[0].votes), (Some(&house.agnes), 1));
        let member =
            async |id: &PersonId| store::member(&mut p.db.read().await.expect("read"), id).await.expect("read");
        assert_eq!(member(&house.bent).await, None);
        assert_eq!(member(&house.agnes).await.map(|it| (it.name, it.published)), Some(("Agnes D".into(), 2)));
        let mut tx = p.begin().await.expect("begin");
        merging::undo(&mut tx, &house.ingrid, &house.bent).await.expect("taken apart");
        tx.commit().await.expect("commit");
        followed(&house).await;
        let all = store::posts(&mut p.db.read().await.expect("read"), &it.id).await.expect("read");
        assert_eq!(all[0].person.as_ref(), Some(&house.bent));
        assert_eq!(member(&house.bent).await.map(|it| (it.name, it.published)), Some(("Bent K-A".into(), 1)));
        assert_eq!(member(&house.agnes).await.map(|it| it.published), Some(1));
        assert_eq!(house.count("SELECT COUNT(*) AS n FROM community_merge").await, 0);
    });
}

#[test]
fn a_mailed_link_makes_a_customer_and_says_to_nobody_who_is_one() {
    run(|house| async move {
        let p = house.p();
        let people = "SELECT COUNT(*) AS n FROM person";
        let before = house.count(people).await;
        for address in ["new@post.example", "agnes@post.example"] {
            let mut tx = p.begin().await.expect("begin");
            portal::entry::ask_to_join(&mut tx, address, base::Language::En).await.expect("asked");
            tx.commit().await.expect("commit");
        }
        let entry = portal::entry::JOB;
        let workers = Workers::default().lane(system_mail::LANE, 1).handle(entry, portal::entry::send);
        workers.run_due(p, system_mail::LANE).await.expect("sent");
        let mails = mails(&house).await;
        assert_eq!(mails.len(), 2, "both get the same mail: {mails:?}");
        assert_eq!(house.count(people).await, before, "nobody is a customer for being named");
        let mail = mails.iter().find(|mail| mail.contains("new@post.example")).expect("sent");
        let secret = mail.split("/my/in/").nth(1).and_then(|rest| rest.split("?to=community").next()).expect("a link");
        let mut tx = p.begin().await.expect("begin");
        let person = portal::entry::redeem(&mut tx, secret).await.expect("read").expect("let in");
        assert_eq!(portal::entry::redeem(&mut tx, secret).await.expect("read"), None, "once");
        let addresses = people::person::addresses(&mut tx, &Scope::All, &person).await.expect("read");
        assert!(addresses[0].proved && addresses[0].shown == "new@post.example", "{addresses:?}");
        tx.commit().await.expect("commit");
        assert_eq!(house.count(people).await, before + 1);
    });
}
