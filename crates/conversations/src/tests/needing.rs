//! Needs on both engines: noted, met and declined, told of, along with whatever happens to their conversation.

use std::collections::BTreeMap;

use people::privacy::{self, Confirmed, Holders};

use super::merging::{happened, healthy, thread};
use super::*;
use crate::NeedId;
use crate::commands::{NewNeed, Redaction, Whom};
use crate::holding::Conversations;
use crate::model::{Need, NeedSource, NeedState, NeedTold};
use crate::queries::NeedQuery;
use crate::rules::redacting::{MARK, Taken};

const KARI: &str = "kari@post.example";
const HOLDERS: Holders = Holders(&[&Conversations]);

fn new(words: &str, topic: &str) -> NewNeed {
    NewNeed { words: words.into(), topic: topic.into(), ..NewNeed::default() }
}

async fn note(p: &Platform, actor: &Actor, at: &ConversationId, words: &str, topic: &str) -> NeedId {
    commands::note_need(p, actor, at, &new(words, topic)).await.expect("noted")
}

async fn is(p: &Platform, id: &NeedId) -> Need {
    queries::need(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("read").expect("is there")
}

async fn asked(p: &Platform, query: NeedQuery) -> Vec<String> {
    let (now, query) = (p.clock.business(), NeedQuery { most: 50, ..query });
    let page = queries::needs(&mut p.db.read().await.expect("read"), &Scope::All, &query, now).await.expect("read");
    page.rows.into_iter().map(|row| row.need.words).collect()
}

async fn inbound(p: &Platform, at: &ConversationId) -> crate::MessageId {
    thread(p, at).await.messages.first().expect("a message").id.clone()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, CommandError>) -> Refusal {
    match answer {
        Err(CommandError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_need_is_noted_out_of_a_message_met_declined_and_taken_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let at = &take_in(p, mail(p, KARI, "Bag", "I wish it had a bag for two.")).await.conversation;
        let other = take_in(p, mail(p, "ola@post.example", "Other", "Hi")).await.conversation;
        assert_eq!(refused(commands::note_need(p, &actor, at, &new(" \n", "Bags")).await), Refusal::Empty);
        let elsewhere = NewNeed { message: Some(inbound(p, &other).await), ..new("a bag", "") };
        assert!(matches!(commands::note_need(p, &actor, at, &elsewhere).await, Err(CommandError::NotFound)));
        let said = NewNeed {
            message: Some(inbound(p, at).await),
            product: "Model 4".into(),
            ..new("a bag  for two", "#Bags")
        };
        let id = commands::note_need(p, &actor, at, &said).await.expect("noted");
        let it = is(p, &id).await;
        assert_eq!((it.words.as_str(), it.topic.as_str(), it.product.as_str()), ("a bag for two", "Bags", "Model 4"));
        assert_eq!((it.source, it.state, &it.noted_by), (NeedSource::Message, NeedState::Open, &Some(me)));
        // Who only helps notes, but decides nothing, and changes only what they noted.
        let ola = hired(p, "Ola", Role::Light).await.actor();
        let own = note(p, &ola, at, "cheaper locks", "").await;
        assert_eq!(is(p, &own).await.source, NeedSource::Note);
        assert!(matches!(commands::meet_need(p, &ola, &own).await, Err(CommandError::Forbidden)));
        assert!(matches!(commands::remove_need(p, &ola, &id).await, Err(CommandError::Forbidden)));
        commands::change_need(p, &ola, &own, &new("cheap locks", "Locks")).await.expect("changed");
        assert_eq!(is(p, &own).await.topic, "Locks");
        commands::remove_need(p, &ola, &own).await.expect("removed");
        assert!(matches!(commands::meet_need(p, &actor, &own).await, Err(CommandError::NotFound)));
        assert_eq!(refused(commands::decline_need(p, &actor, &id, " ").await), Refusal::WhyMissing);
        commands::decline_need(p, &actor, &id, "too heavy").await.expect("declined");
        assert_eq!((is(p, &id).await.state, is(p, &id).await.reason.as_str()), (NeedState::Declined, "too heavy"));
        assert_eq!(refused(commands::meet_need(p, &actor, &id).await), Refusal::NeedOver);
        commands::reopen_need(p, &actor, &id).await.expect("open");
        assert_eq!(refused(commands::reopen_need(p, &actor, &id).await), Refusal::NeedOver);
        commands::meet_need(p, &actor, &id).await.expect("met");
        let told = thread(p, at).await;
        assert_eq!(told.needs.len(), 1);
        for (kind, n) in [("noted", 2), ("changed", 1), ("removed", 1), ("declined", 1), ("reopened", 1), ("met", 1)] {
            assert_eq!(happened(&told, &format!("conversation.need_{kind}")), n, "{kind}");
        }
        healthy(p).await;
    });
}

#[test]
fn everyone_who_asked_gets_a_draft_and_the_list_says_who_was_told() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = take_in(p, mail(p, KARI, "Bag", "Hei, jeg vil ha en veske til to.")).await.conversation;
        let again = take_in(p, mail(p, KARI, "More", "Hei, og en veske til hunden.")).await.conversation;
        let ola = take_in(p, mail(p, "ola@post.example", "Locks", "Hi there, any bags with locks?")).await.conversation;
        let old = note(p, &actor, &first, "en veske til to", "bags").await;
        let newest = note(p, &actor, &again, "en veske til hunden", "Bags").await;
        let olas = note(p, &actor, &ola, "bags with locks", "BAGS").await;
        let declined = note(p, &actor, &ola, "bags of gold", "bags").await;
        commands::decline_need(p, &actor, &declined, "no").await.expect("declined");
        let whom = Whom::Topic("bags".into());
        let texts = |text: &str| BTreeMap::from([(Language::En, text.to_owned())]);
        let wrong = commands::meet(p, &actor, &whom, &texts("Hi {{shoe}}")).await;
        assert_eq!(refused(wrong), Refusal::UnknownVariable);
        let done = commands::meet(p, &actor, &whom, &texts("Hi, “{{need}}” is here.")).await.expect("met");
        assert_eq!((done.met, done.drafted, done.left, done.more), (3, 2, 0, false));
        for id in [&old, &newest, &olas] {
            assert_eq!((is(p, id).await.state, is(p, id).await.told), (NeedState::Met, NeedTold::Drafted), "{id}");
        }
        assert_eq!(is(p, &declined).await.state, NeedState::Declined);
        let drafts = queries::shared_drafts(&mut p.db.read().await.expect("read"), &again).await.expect("read");
        let bodies: Vec<&str> = drafts.iter().map(|one| one.text.body.as_str()).collect();
        assert_eq!(bodies, ["Hi, “en veske til hunden” is here."], "one for both, where she asked last");
        let twice = commands::meet(p, &actor, &whom, &texts("Hi again")).await.expect("met");
        assert_eq!((twice.met, twice.drafted, twice.left), (0, 0, 0), "nobody is written to twice");
        // Sent, it is on its way; taken back, it is a draft again; thrown away, nobody is told.
        let draft = drafts.first().expect("one");
        let reply = NewReply {
            body: draft.text.body.clone(),
            draft: Some((draft.id.clone(), draft.version, false)),
            ..NewReply::default()
        };
        let sent = commands::reply(p, &actor, &again, reply).await.expect("sent");
        assert_eq!((is(p, &old).await.told, is(p, &newest).await.told), (NeedTold::Going, NeedTold::Going));
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(is(p, &newest).await.told, NeedTold::Drafted);
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE need SET told_in = $1 WHERE id = $2", platform::vals![sent.as_str(), olas.as_str()])
            .await
            .expect("set");
        tx.run("UPDATE delivery SET state = 'sent' WHERE message = $1", platform::vals![sent.as_str()])
            .await
            .expect("set");
        tx.commit().await.expect("commit");
        assert_eq!(is(p, &olas).await.told, NeedTold::Yes);
        commands::throw_draft_away(p, &actor, &is(p, &newest).await.draft.expect("a draft")).await.expect("gone");
        assert_eq!(is(p, &newest).await.told, NeedTold::No);
        // One need alone, and without a word to anybody.
        let alone = note(p, &actor, &ola, "a bell", "bells").await;
        let done = commands::meet(p, &actor, &Whom::One(alone.clone()), &BTreeMap::new()).await.expect("met");
        assert_eq!((done.met, done.drafted, is(p, &alone).await.told), (1, 0, NeedTold::No));
        let light = hired(p, "Petra", Role::Light).await.actor();
        assert!(matches!(commands::meet(p, &light, &whom, &BTreeMap::new()).await, Err(CommandError::Forbidden)));
        healthy(p).await;
    });
}

#[test]
fn needs_are_listed_by_state_topic_and_period_and_counted_by_customer() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut all = Vec::new();
        for n in 0..6 {
            let from = format!("c{n}@post.example");
            all.push(take_in(p, mail(p, &from, &format!("Wish {n}"), "Hi")).await.conversation);
        }
        for (n, at) in all.iter().enumerate() {
            note(p, &actor, at, &format!("old {n}"), "Locks").await;
        }
        test.clock.advance_business(SignedDuration::from_hours(24 * 7 * 8));
        for (n, at) in all.iter().enumerate() {
            note(p, &actor, at, &format!("bag {n}"), "Bags").await;
        }
        let twice = note(p, &actor, &all[0], "bag again", "bags").await;
        commands::meet_need(p, &actor, &twice).await.expect("met");
        let query = NeedQuery { topic: " BAGS ".into(), state: Some(NeedState::Open), ..NeedQuery::default() };
        assert_eq!(asked(p, query).await.len(), 6);
        assert_eq!(asked(p, NeedQuery { days: Some(30), ..NeedQuery::default() }).await.len(), 7);
        let now = p.clock.business();
        let mut conn = p.db.read().await.expect("read");
        let mut query = NeedQuery { most: 5, ..NeedQuery::default() };
        let mut words = Vec::new();
        loop {
            let page = queries::needs(&mut conn, &Scope::All, &query, now).await.expect("read");
            words.extend(page.rows.into_iter().map(|row| row.need.words));
            let Some(next) = page.next else { break };
            query.after = next;
        }
        assert_eq!((words.len(), words[0].as_str(), words[12].as_str()), (13, "bag again", "old 0"));
        let query = NeedQuery::default();
        let figures = queries::need_figures(&mut conn, &Scope::All, &query, now).await.expect("read");
        assert_eq!((figures.needs, figures.customers), (13, 6));
        let topics: Vec<_> =
            figures.topics.iter().map(|one| (one.key.as_str(), one.customers, one.needs, one.met)).collect();
        assert_eq!(topics, [("bags", 6, 7, 1), ("locks", 6, 6, 0)]);
        let rising: Vec<_> =
            figures.rising.iter().map(|one| (one.key.as_str(), one.customers, one.quotes.len())).collect();
        assert_eq!(rising, [("bags", 6, 3)]);
        // Who sees no department sees nothing of it.
        let nobody = Scope::Departments(vec!["dep_x".into()]);
        let figures = queries::need_figures(&mut conn, &nobody, &query, now).await.expect("read");
        assert_eq!((figures.needs, figures.topics.len(), figures.rising.len()), (0, 0, 0));
        assert_eq!(queries::known_topics(&mut conn, &nobody).await.expect("read").len(), 0);
        let known = queries::known_topics(&mut conn, &Scope::All).await.expect("read");
        // Which spelling stands for a topic is up to the engine.
        assert_eq!(known.iter().map(|name| name.to_lowercase()).collect::<Vec<_>>(), ["bags", "locks"]);
        drop(conn);
        // Deleted, it is out of everything.
        let owner = hired(p, "Olga", Role::Owner).await.actor();
        commands::delete(p, &owner, &all[1]).await.expect("deleted");
        assert_eq!(asked(p, NeedQuery::default()).await.len(), 11);
        healthy(p).await;
    });
}

#[test]
fn needs_go_where_their_conversation_goes_and_are_erased_with_their_customer() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, KARI, "Bag", "Hi")).await.conversation;
        let other = take_in(p, mail(p, "ola@post.example", "Bag too", "Hi")).await.conversation;
        let id = note(p, &actor, &one, "a bag for two", "Unheard of").await;
        let kari = is(p, &id).await.person;
        commands::merge(p, &actor, &one, find(p, &other).await.number).await.expect("merged");
        assert_eq!(is(p, &id).await.conversation, other);
        assert_ne!(is(p, &id).await.person, kari);
        healthy(p).await;
        commands::undo_merge(p, &actor, &one).await.expect("apart");
        assert_eq!((is(p, &id).await.conversation, is(p, &id).await.person), (one.clone(), kari.clone()));
        healthy(p).await;
        let boss = hired(p, "Olga", Role::Owner).await.actor();
        let mut tx = p.begin().await.expect("begin");
        let name = people::person::find(&mut tx, &Scope::All, &kari).await.expect("read").expect("is there").name;
        let confirmed = Confirmed { name: &name, called: "Erased", instead: "(gone)" };
        privacy::erase(p, &mut tx, &boss, &kari, confirmed, HOLDERS).await.expect("erased");
        tx.commit().await.expect("commit");
        let left = is(p, &id).await;
        assert_eq!((left.words.as_str(), left.topic.as_str()), ("(gone)", ""));
        healthy(p).await;
    });
}

#[test]
fn what_is_redacted_stands_in_no_need() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let owner = hired(p, "Olga", Role::Owner).await.actor();
        let raw = p.blobs.prepare(b"I wish".to_vec()).await.expect("prepared");
        let mut tx = p.begin().await.expect("begin");
        p.blobs.keep(&mut tx, &raw).await.expect("kept");
        tx.commit().await.expect("commit");
        let text = "I wish my brother Per had a bag for two.";
        let inbound_mail = Inbound { raw: raw.digest.clone(), ..mail(p, KARI, "Bag", text) };
        let at = &take_in(p, inbound_mail).await.conversation;
        let message = inbound(p, at).await;
        let said = |words: &str| NewNeed { message: Some(message.clone()), ..new(words, "Bags") };
        let quoted = commands::note_need(p, &owner, at, &said("my brother Per had a bag")).await.expect("noted");
        let own = commands::note_need(p, &owner, at, &said("Per needs a bag")).await.expect("noted");
        let other = note(p, &owner, at, "a bell, 4111 1111 1111 1111", "").await;
        let stretch =
            Redaction { taken: Taken::typed("brother Per"), whole: false, files: vec![], why: "private".into() };
        commands::redact(p, &owner, HOLDERS, &message, (stretch, vec![])).await.expect("redacted");
        assert!(!is(p, &quoted).await.words.contains("Per"), "{}", is(p, &quoted).await.words);
        assert_eq!(is(p, &own).await.words, "Per needs a bag", "a colleague’s own words");
        let whole = Redaction { taken: Taken::typed(""), whole: true, files: vec![], why: "private".into() };
        commands::redact(p, &owner, HOLDERS, &message, (whole, vec![])).await.expect("redacted");
        assert_eq!(is(p, &own).await.words, MARK);
        commands::mask_cards(p, &owner, HOLDERS, at, vec![]).await.expect("masked");
        assert_eq!(is(p, &other).await.words, "a bell, •••• •••• •••• 1111");
        let mut conn = p.db.read().await.expect("read");
        for table in ["need", "event"] {
            let column = if table == "need" { "words" } else { "payload" };
            for row in conn.all(&format!("SELECT {column} AS text FROM {table}"), vec![]).await.expect("read") {
                let text = row.text("text").expect("text");
                assert!(!text.contains("brother Per") && !text.contains("4111 1111"), "{table}: {text}");
            }
        }
    });
}
