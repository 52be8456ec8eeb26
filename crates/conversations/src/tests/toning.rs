//! What is sent though it jars, on both engines.

use words::tone::Issue;

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
