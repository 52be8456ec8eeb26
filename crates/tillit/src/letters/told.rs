//! What makes mails that tell of something: to colleagues at once and as a digest, to those who follow in the community.

use std::time::Duration;

use community::commands::{self as public, Came, NewPost, NewTopic};
use community::settings::Community;
use conversations::ConversationId;
use conversations::commands::{self, NewReply};
use conversations::rules::states::AfterReply;
use conversations::settings::Outcomes;
use jiff::SignedDuration;
use people::PersonId;
use people::staff::Staff;
use platform::testing::TestPlatform;
use platform::{Platform, log, vals};
use reactions::notices::settings::{Wishes, set_wishes};
use reactions::notices::timing::Way;
use reactions::notices::{Kind, mailing, reading};

use crate::serve::workers;

/// Tells colleagues of all that happened, and mails what is due. On PostgreSQL that takes as long as other tests hold
/// transactions that are older.
pub(super) async fn to_colleagues(p: &Platform) {
    let newest = p.db.read().await.expect("read").number("SELECT MAX(seq) AS n FROM event", vals![]).await;
    let newest = newest.expect("a number");
    loop {
        while reading::read_some(p).await.expect("read") {}
        let place = log::cursor(&mut p.db.read().await.expect("read"), "notices").await;
        if place.expect("a place").seq >= newest {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    workers().run_due(p, mailing::LANE).await.expect("mailed");
}

/// Two notices that wait for the morning, and the morning.
pub(super) async fn digest(test: &TestPlatform, ingrid: &Staff, jonas: &Staff, id: &ConversationId) {
    let p = &test.platform;
    let mut tx = p.begin().await.expect("begin");
    let wishes = Wishes::default().with(Kind::Assigned, Way::Digest).with(Kind::Mentioned, Way::Digest);
    set_wishes(&mut tx, &jonas.id, &wishes).await.expect("kept");
    tx.commit().await.expect("commit");
    commands::assign(p, &ingrid.actor(), id, Some(&jonas.id)).await.expect("given");
    commands::note(p, &ingrid.actor(), id, "@Jonas, den er din.").await.expect("noted");
    to_colleagues(p).await;
    test.clock.advance_business(SignedDuration::from_hours(24));
    workers().run_due(p, mailing::LANE).await.expect("mailed");
}

/// A reply that closes, of a business that asks whether it was what the customer wanted.
pub(super) async fn closing(p: &Platform, ingrid: &Staff, id: &ConversationId) {
    let asks = Outcomes { ask: true, ..Outcomes::default() };
    commands::set_outcomes(p, &ingrid.actor(), asks).await.expect("set");
    let body = "Nå er den som ny.".to_owned();
    let new = NewReply { body, then: AfterReply::Solve, ..NewReply::default() };
    commands::reply(p, &ingrid.actor(), id, new).await.expect("replied");
}

/// An idea of the customer of a conversation: answered, and decided.
pub(super) async fn of_the_community(
    p: &Platform,
    ingrid: &Staff,
    id: &ConversationId,
    kept: &mut impl AsyncFnMut(&'static str),
) {
    let mut tx = p.begin().await.expect("begin");
    let open = Community { on: true, first_wait: 0, ..Community::default() };
    community::settings::set(&mut tx, &ingrid.actor(), open).await.expect("set");
    tx.run("UPDATE person_address SET proved = 1", vals![]).await.expect("proved");
    let row = tx.one("SELECT person FROM conversation WHERE id = $1", vals![id.as_str()]).await.expect("read");
    let kari: PersonId = row.expect("a conversation").id("person").expect("an id");
    tx.commit().await.expect("commit");
    public::join(p, &kari, "Kari S").await.expect("joined");
    let came = Came { trap: false, seconds: Some(60) };
    let (title, body) = ("A motor for the cold".to_owned(), "It should start below zero.".to_owned());
    let idea = NewTopic { kind: community::Kind::Idea, title, body, came, ..NewTopic::default() };
    let idea = public::ask(p, &kari, idea).await.expect("brought");
    let answer = NewPost { body: "We are looking into it.".into(), came, ..NewPost::default() };
    public::answer_as_staff(p, &ingrid.actor(), &idea.id, answer).await.expect("answered");
    kept("answer in the community").await;
    public::decide_idea(p, &ingrid.actor(), &idea.id, community::Idea::Planned, "").await.expect("decided");
    kept("decided idea").await;
}
