//! What is sent though it jars, and the mood of what comes in, on both engines.

use words::mood::Mood;
use words::tone::Issue;

use super::searching::numbers;
use super::views::{listed, only};
use super::*;
use crate::settings::Tone;

const ANGRY: &str = "You are an idiot. We looked at the motor this morning.";

async fn counted(p: &Platform) -> Vec<(Issue, Language, i64)> {
    let mut conn = p.db.read().await.expect("read");
    let all = queries::tone_overrides(&mut conn, p.clock.business()).await.expect("read");
    all.into_iter().map(|one| (one.issue, one.language, one.count)).collect()
}

async fn send(p: &Platform, actor: &Actor, id: &ConversationId, body: &str, shown: &[&str]) {
    let jars = shown.iter().map(|name| (*name).to_owned()).collect();
    commands::reply(p, actor, id, NewReply { jars, ..reply(body) }).await.expect("sent");
}

#[test]
fn what_jars_and_is_sent_is_counted_by_day_and_language_and_what_was_mended_is_not() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        send(p, &actor, &id, ANGRY, &[]).await;
        send(p, &actor, &id, "Thank you for your patience, we looked at the motor.", &["insult"]).await;
        send(p, &actor, &id, ANGRY, &["threat", "nothing"]).await;
        assert!(counted(p).await.is_empty(), "never shown, mended, or no such thing");
        send(p, &actor, &id, ANGRY, &["insult", "insult", "house"]).await;
        assert_eq!(counted(p).await, [(Issue::Insult, Language::En, 1)]);
        test.clock.advance(SignedDuration::from_hours(24 * 29));
        send(p, &actor, &id, ANGRY, &["insult"]).await;
        assert_eq!(counted(p).await, [(Issue::Insult, Language::En, 2)]);
        test.clock.advance(SignedDuration::from_hours(24));
        assert_eq!(counted(p).await, [(Issue::Insult, Language::En, 1)], "the first is longer ago than is told");
        let mut tx = p.begin().await.expect("begin");
        settings::set_tone(&mut tx, &Tone { on: false, ..Tone::default() }).await.expect("off");
        tx.commit().await.expect("commit");
        send(p, &actor, &id, ANGRY, &["insult"]).await;
        assert_eq!(counted(p).await, [(Issue::Insult, Language::En, 1)], "nobody looked");
    });
}

#[test]
fn what_is_taken_back_before_it_goes_counts_no_more_and_nothing_stands_beside_what_went() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        let angry = |later| NewReply { jars: vec!["insult".into()], later, ..reply(ANGRY) };
        let once = [(Issue::Insult, Language::En, 1)];
        send(p, &actor, &id, ANGRY, &["insult"]).await;
        let second = commands::reply(p, &actor, &id, angry(None)).await.expect("sent");
        assert_eq!(counted(p).await, [(Issue::Insult, Language::En, 2)]);
        commands::undo_send(p, &actor, &second).await.expect("taken back");
        assert_eq!(counted(p).await, once, "the other one went");
        let later = p.clock.business().checked_add(SignedDuration::from_hours(2)).expect("a time");
        for n in 0..3 {
            let waits = commands::reply(p, &actor, &id, angry(Some(later))).await.expect("kept");
            assert_eq!(counted(p).await, [(Issue::Insult, Language::En, 2)]);
            match n {
                0 => drop(commands::cancel(p, &actor, &waits).await.expect("cancelled")),
                1 => drop(commands::edit(p, &actor, &waits).await.expect("to be changed")),
                _ => {
                    commands::send_now(p, &actor, &waits).await.expect("goes");
                    commands::undo_send(p, &actor, &waits).await.expect("taken back");
                }
            }
            assert_eq!(counted(p).await, once);
        }
        // A sender has it: who wrote what is kept nowhere any more.
        let beside = async || {
            let sql = "SELECT COUNT(*) AS n FROM delivery WHERE before_it LIKE '%insult%' AND state <> 'undone'";
            let mut conn = p.db.read().await.expect("read");
            conn.one(sql, vec![]).await.expect("read").expect("a row").int("n").expect("a number")
        };
        assert_eq!(beside().await, 1);
        test.clock.advance(SignedDuration::from_mins(5));
        while let Some(job) = claim(p, commands::SEND_JOB).await {
            commands::begin_delivery(p, &job).await.expect("taken in hand");
        }
        assert_eq!((beside().await, counted(p).await), (0, once.to_vec()));
    });
}

async fn mood(p: &Platform, placed: &Placed) -> Option<Mood> {
    let mut conn = p.db.read().await.expect("read");
    let message = queries::message(&mut conn, &Scope::All, &placed.message).await.expect("read");
    message.expect("is there").mood
}

#[test]
fn the_mood_of_what_comes_in_is_read_once_and_lists_and_searches_know_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, _) = ingrid(p).await;
        let from = |name: &str, text: &str, language| Inbound {
            language: Some(language),
            ..mail(p, &format!("{name}@post.example"), name, text)
        };
        let sad = "I am not happy with this.";
        let unhappy = take_in(p, from("ola", sad, Language::En)).await;
        let glad = take_in(p, from("kari", "Tusen takk for god hjelp!", Language::Nb)).await;
        let asks = take_in(p, from("per", "Hvor finner jeg serienummeret?", Language::Nb)).await;
        let by_machine = Inbound { automatic: Some("list".into()), ..from("list", sad, Language::En) };
        let by_machine = take_in(p, by_machine).await;
        let other = take_in(p, Inbound { language: None, ..from("anna", sad, Language::En) }).await;
        for (placed, expected) in [
            (&unhappy, Some(Mood::Negative)),
            (&glad, Some(Mood::Positive)),
            (&asks, Some(Mood::Neutral)),
            (&by_machine, None),
            (&other, None),
        ] {
            assert_eq!(mood(p, placed).await, expected);
        }
        for (code, expected) in [("negative", &unhappy), ("positive", &glad), ("neutral", &asks)] {
            let found = listed(p, &Scope::All, &me, only(&format!("mood:{code}")), 9).await;
            assert_eq!(found, std::slice::from_ref(&expected.conversation), "{code}");
        }
        assert_eq!(numbers(p, "is:unhappy").await, [unhappy.number]);
        assert_eq!(numbers(p, "-is:unhappy serienummeret ").await, [asks.number]);
        assert_eq!(numbers(p, "is:unhappy serienummeret ").await, Vec::<i64>::new());
        // What last came in counts.
        let references = vec![format!("ola-{}@post.example", sad.len())];
        let thanks = Inbound { references, ..from("ola", "Now it is great, thank you so much!", Language::En) };
        let thanks = take_in(p, thanks).await;
        assert_eq!((&thanks.conversation, mood(p, &thanks).await), (&unhappy.conversation, Some(Mood::Positive)));
        assert!(listed(p, &Scope::All, &me, only("mood:negative"), 9).await.is_empty());
        assert_eq!(numbers(p, "is:unhappy").await, Vec::<i64>::new());
        let reply =
            commands::reply(p, &Actor::staff(me.as_str(), Role::Agent), &thanks.conversation, reply("Hei")).await;
        let mut conn = p.db.read().await.expect("read");
        let reply = queries::message(&mut conn, &Scope::All, &reply.expect("sent")).await.expect("read");
        assert_eq!(reply.expect("is there").mood, None, "ours have none");
    });
}
