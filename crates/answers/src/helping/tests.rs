//! Beside a conversation, on both engines: what is suggested, what goes into the reply, what becomes an article.

use base::{Action, Scope, allowed};
use conversations::commands::{self as talking, NewConversation};
use conversations::{ConversationId, DraftText, Mailbox, Recipients, queries};
use platform::testing::on_both_engines;

use super::rules::stripping::Kind;
use super::*;
use crate::articles::Audience;
use crate::articles::tests::{Room, migrations};

fn run<R: Future<Output = ()>>(body: impl Fn(Room) -> R) {
    on_both_engines(&migrations(), |test| async { body(Room::of(test).await).await });
}

/// Jonas wrote to Kari about a motor.
async fn conversation(room: &Room) -> ConversationId {
    let kari = Mailbox { name: "Kari Solheim".into(), address: "kari@post.example".into() };
    let new = NewConversation {
        recipients: Recipients { to: vec![kari], ..Recipients::default() },
        subject: "The motor of my bike stops in the cold".into(),
        body: "Hi Kari,\n\nthe battery is too cold. Keep the battery inside over night.\n\
               Your order 48213 is fine. Call 22 33 44 55 if it stops again.\n\nJonas"
            .into(),
        files: Vec::new(),
        mailbox: None,
        department: None,
        also: conversations::Also::default(),
    };
    talking::begin(room.p(), &room.jonas.actor(), new).await.expect("begun").0
}

#[test]
fn articles_for_what_was_asked_are_suggested_to_colleagues_internal_ones_too() {
    run(|room| async move {
        room.published("Motor in the cold", "A cold battery stops the motor.", Audience::Public).await;
        room.published("Motors: our own notes", "Which motor stops in the cold.", Audience::Internal).await;
        room.published("Returns", "Send it back.", Audience::Public).await;
        let id = conversation(&room).await;
        let mut conn = room.p().db.read().await.expect("read");
        let it = queries::find(&mut conn, &Scope::All, &id).await.expect("read").expect("there");
        let found = suggested(room.p(), &mut conn, &it).await.expect("looked");
        let titles: Vec<&str> = found.articles.iter().map(|one| one.draft.title.as_str()).collect();
        assert!(titles.contains(&"Motor in the cold") && titles.contains(&"Motors: our own notes"), "{titles:?}");
        assert!(!titles.contains(&"Returns"), "{titles:?}");
    });
}

#[test]
fn what_is_put_into_a_reply_stands_below_what_was_typed() {
    run(|room| async move {
        let id = conversation(&room).await;
        let actor = room.jonas.actor();
        let p = room.p();
        talking::put_in_reply(p, &actor, &id, "First").await.expect("put");
        talking::put_in_reply(p, &actor, &id, "Second").await.expect("put");
        let mut conn = p.db.read().await.expect("read");
        let sql = "SELECT content FROM draft WHERE conversation = $1";
        let rows = conn.all(sql, platform::vals![id.as_str()]).await.expect("read");
        let content = rows.first().expect("a draft").text("content").expect("its content");
        let draft: DraftText = serde_json::from_str(&content).expect("a draft");
        assert_eq!((draft.body.as_str(), rows.len()), ("First\n\nSecond", 1));
        drop(conn);
        assert!(talking::put_in_reply(p, &room.siv.actor(), &id, "No").await.is_err(), "who only reads");
        let long = "x".repeat(2_000_000);
        assert!(talking::put_in_reply(p, &actor, &id, &long).await.is_err());
    });
}

#[test]
fn a_conversation_becomes_an_article_without_what_is_personal_and_says_what_is_there_already() {
    run(|room| async move {
        let id = conversation(&room).await;
        let scope = allowed(&room.jonas.actor(), Action::WorkConversations).expect("may");
        let mut conn = room.p().db.read().await.expect("read");
        let made = made_of(&mut conn, &scope, &id, Language::Nb).await.expect("made").expect("was answered");
        assert_eq!(made.language, Language::En);
        assert_eq!(made.draft.title, "The motor of my bike stops in the cold");
        assert!(made.draft.body.starts_with("the battery is too cold."), "{}", made.draft.body);
        for gone in ["Kari", "Jonas", "48213", "22 33", "@"] {
            assert!(!made.draft.body.contains(gone), "{gone}: {}", made.draft.body);
        }
        let kinds: Vec<Kind> = made.taken.iter().map(|one| one.kind).collect();
        for kind in [Kind::Name, Kind::Number, Kind::Phone] {
            assert!(kinds.contains(&kind), "{kinds:?}");
        }
        assert_eq!(near(room.p(), &mut conn, &made).await.expect("looked"), Vec::new());
        drop(conn);
        let body = "The battery is too cold: keep the battery inside over night.";
        room.published("The motor of my bike stops in the cold", body, Audience::Public).await;
        room.published("Returns", "Send it back, fine.", Audience::Public).await;
        let mut conn = room.p().db.read().await.expect("read");
        let near = near(room.p(), &mut conn, &made).await.expect("looked");
        let titles: Vec<&str> = near.iter().map(|one| one.draft.title.as_str()).collect();
        assert_eq!(titles, ["The motor of my bike stops in the cold"]);
        let other = format!("cnv_{}", "0".repeat(26)).parse().expect("an id");
        assert_eq!(made_of(&mut conn, &scope, &other, Language::En).await.expect("read"), None);
    });
}
