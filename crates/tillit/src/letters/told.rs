//! What makes mails that tell of something: to colleagues at once and as a digest, to those who follow in the community.

use std::time::Duration;

use answers::articles::commands::{self as articles, NewArticle};
use answers::articles::rules::states::Act;
use answers::articles::{About, Draft};
use answers::automatic::settings::{self as automatic, Measured};
use base::Language;
use community::commands::{self as public, Came, NewPost, NewTopic};
use community::settings::Community;
use conversations::ConversationId;
use conversations::commands::{self, NewReply};
use conversations::rules::states::AfterReply;
use conversations::settings::{self, ByArticles, Outcomes, Receipts};
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

/// A question by mail that an article answers, of a business that sends no receipts and lets articles answer.
pub(super) async fn asked_of_articles(p: &Platform, ingrid: &Staff, language: Language) {
    let mut tx = p.begin().await.expect("begin");
    let (name, says) = advice(language);
    for (title, body) in [(name, says), ("Xantippe", "Xylofon."), ("Yngve", "Yoghurt."), ("Zappa", "Zebra.")] {
        let draft = Draft { title: title.into(), summary: String::new(), body: body.into() };
        let new = NewArticle { language, draft, about: About::default() };
        let id = articles::begin(&mut tx, &ingrid.actor(), new).await.expect("begun");
        articles::turn(&mut tx, &ingrid.actor(), &id, language, Act::Publish, None).await.expect("published");
    }
    let measured = Measured { at: tx.now(), cases: 0, rows: Vec::new() };
    automatic::keep_measured(&mut tx, &ingrid.actor(), measured).await.expect("kept");
    let mail = ByArticles { departments: [String::new()].into(), ..ByArticles::default() };
    automatic::set_with_mail(&mut tx, &ingrid.actor(), (false, 1), &mail).await.expect("set");
    settings::set_receipts(&mut tx, &Receipts { on: false }).await.expect("set");
    tx.commit().await.expect("commit");
    super::ask_as(p, language, ("Per Vik", "per@post.example"), "q2@post.example").await;
}

/// What an article is called, and says of what is asked.
const fn advice(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => (
            "The motor stops uphill",
            "When the motor stops on a steep hill, let it cool for ten minutes and ride up in the lowest gear.",
        ),
        Language::Nb => (
            "Motoren stopper i motbakke",
            "Når motoren stopper i en bratt bakke, la den kjøle seg i ti minutter og kjør opp på laveste gir.",
        ),
        Language::Sv => (
            "Motorn stannar i uppförsbacke",
            "När motorn stannar i en brant backe, låt den svalna i tio minuter och kör uppför på lägsta växeln.",
        ),
        Language::Da => (
            "Motoren stopper op ad bakke",
            "Når motoren stopper på en stejl bakke, så lad den køle af i ti minutter og kør op i laveste gear.",
        ),
        Language::Id => (
            "Motor sepeda berhenti di bukit",
            "Kalau motor sepeda berhenti ketika naik bukit, biarkan dingin sepuluh menit lalu naik dengan gigi terendah.",
        ),
    }
}
