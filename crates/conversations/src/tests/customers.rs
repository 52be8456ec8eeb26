//! Two customers who are one: their conversations go along, what we signed holds, and all of it comes back.

use super::*;
use crate::model::Author;

const HOME: &str = "kari@post.example";
const WORK: &str = "ks@work.example";

/// Whose every conversation and message is.
async fn whose(p: &Platform) -> Vec<String> {
    let mut conn = p.db.read().await.expect("read");
    let sql = "SELECT c.id, c.person, m.id AS message, m.author FROM conversation c \
               JOIN message m ON m.conversation = c.id ORDER BY c.id, m.id";
    let rows = conn.all(sql, platform::vals![]).await.expect("read");
    let text = |row: &platform::Row, name: &str| row.text(name).expect("text");
    rows.iter().map(|row| ["id", "person", "message", "author"].map(|name| text(row, name)).join(" ")).collect()
}

async fn merge(p: &Platform, actor: &Actor, target: &people::PersonId, source: &people::PersonId) {
    let mut tx = p.begin().await.expect("begin");
    commands::merge_customers(&mut tx, actor, target, source).await.expect("merged");
    tx.commit().await.expect("commit");
}

async fn undo(p: &Platform, actor: &Actor, source: &people::PersonId) {
    let mut tx = p.begin().await.expect("begin");
    commands::undo_merge_customers(&mut tx, actor, source).await.expect("apart");
    tx.commit().await.expect("commit");
}

fn answer(p: &Platform, from: &str, subject: &str, tag: String) -> Inbound {
    Inbound { reply_tags: vec![tag], ..mail(p, from, subject, "Igjen") }
}

#[test]
fn conversations_go_along_and_come_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let home = take_in(p, mail(p, HOME, "Motoren", "Den stopper.")).await;
        let work = take_in(p, mail(p, WORK, "Sadelen", "Den er løs.")).await;
        // The same person wrote into their own conversation from elsewhere, too.
        let mut other = mail(p, WORK, "Re: Motoren", "Fra jobben");
        other.references = vec!["Motoren-12@post.example".into()];
        assert_eq!(take_in(p, other).await.conversation, home.conversation);
        let (kari, ks) = (find(p, &home.conversation).await.person, find(p, &work.conversation).await.person);
        let tag = naming::reply_tag(p, work.number, &ks);
        let before = whose(p).await;
        merge(p, &actor, &kari, &ks).await;
        assert_eq!(find(p, &work.conversation).await.person, kari);
        assert!(whose(p).await.iter().all(|line| !line.contains(ks.as_str())), "{:?}", whose(p).await);
        let all = queries::of_person(&mut p.db.read().await.expect("read"), &Scope::All, &kari, 10).await;
        assert_eq!(all.expect("read").len(), 2);
        merging::healthy(p).await;
        undo(p, &actor, &ks).await;
        assert_eq!(whose(p).await, before);

        // What comes while they are one belongs to whoever it comes from when they are two again.
        merge(p, &actor, &kari, &ks).await;
        let again = take_in(p, answer(p, WORK, "Re: Sadelen", tag.clone())).await;
        assert_eq!(again.place, Place::Join(work.conversation.clone(), Evidence::ReplyAddress), "signed before");
        let new = take_in(p, mail(p, WORK, "Bremsen", "Den hyler.")).await;
        let own = take_in(p, mail(p, HOME, "Kjedet", "Det hopper.")).await;
        assert_eq!(
            (find(p, &new.conversation).await.person, find(p, &own.conversation).await.person),
            (kari.clone(), kari.clone())
        );
        undo(p, &actor, &ks).await;
        assert_eq!(
            (find(p, &new.conversation).await.person, find(p, &own.conversation).await.person),
            (ks.clone(), kari.clone())
        );
        let said = merging::thread(p, &work.conversation).await.messages;
        assert!(said.iter().all(|message| message.author == Author::Person(ks.clone())));
        merging::healthy(p).await;
    });
}

#[test]
fn nothing_moves_when_a_merge_is_refused() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let home = take_in(p, mail(p, HOME, "Motoren", "Den stopper.")).await;
        let kari = find(p, &home.conversation).await.person;
        let nobody: people::PersonId = "per_00000000000000000000000000".parse().expect("an id");
        let mut tx = p.begin().await.expect("begin");
        let customer = Actor::Customer { id: kari.to_string() };
        for (actor, target, source) in [(&actor, &nobody, &kari), (&actor, &kari, &kari), (&customer, &kari, &nobody)] {
            assert!(commands::merge_customers(&mut tx, actor, target, source).await.is_err());
        }
        tx.commit().await.expect("commit");
        assert_eq!(find(p, &home.conversation).await.person, kari);
    });
}

#[test]
fn what_was_said_with_the_people_of_an_organisation_is_listed_as_far_as_one_sees_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let work = take_in(p, mail(p, WORK, "Sadelen", "Den er løs.")).await;
        take_in(p, mail(p, HOME, "Motoren", "Den stopper.")).await;
        let mut tx = p.begin().await.expect("begin");
        let person = find(p, &work.conversation).await.person;
        let havn = people::organisation::create(&mut tx, &actor, "Havn").await.expect("made");
        people::organisation::join(&mut tx, &actor, &person, &havn).await.expect("joined");
        let all = queries::of_organisation(&mut tx, &Scope::All, &havn, 10).await.expect("read");
        assert_eq!(all.iter().map(|row| &row.conversation.id).collect::<Vec<_>>(), [&work.conversation]);
        for scope in [Scope::Own(person.to_string()), Scope::Departments(vec!["dep_1".into()])] {
            let seen = queries::of_organisation(&mut tx, &scope, &havn, 10).await.expect("read");
            assert!(seen.is_empty(), "{scope:?}");
        }
        let browse = store::Browse { organisation: Some(havn), most: 10, ..store::Browse::default() };
        assert_eq!(store::browse(&mut tx, &Scope::All, &browse).await.expect("read").len(), 1);
    });
}
