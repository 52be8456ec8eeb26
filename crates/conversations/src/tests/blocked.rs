//! What blocked customers write is kept and asks nothing of anybody; what customers asked for is kept to.

use people::file::{self, Preferences};
use people::person;

use super::*;
use crate::model::Conversation;

const KARI: &str = "kari@post.example";

async fn found(p: &Platform, placed: &Placed) -> Conversation {
    let mut conn = p.db.read().await.expect("read");
    queries::find(&mut conn, &Scope::All, &placed.conversation).await.expect("find").expect("is there")
}

async fn block(p: &Platform, blocked: bool) {
    let (_, who) =
        match people::staff::by_email(&mut p.db.read().await.expect("read"), "ingrid@brekkesund.example").await {
            Ok(Some(staff)) => (staff.id.clone(), staff.actor()),
            _ => ingrid(p).await,
        };
    let mut tx = p.begin().await.expect("begin");
    let kari = person::by_address(&mut tx, &Scope::All, KARI).await.expect("read").expect("Kari").id;
    let done = match blocked {
        true => file::block(&mut tx, &who, &kari, "Threats").await,
        false => file::unblock(&mut tx, &who, &kari).await,
    };
    done.expect("done");
    tx.commit().await.expect("commit");
}

#[test]
fn a_blocked_customer_is_kept_filed_and_answered_by_nobody() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let first = take_in(&p, mail(&p, KARI, "One", "first")).await;
        block(&p, true).await;
        let mut answer = mail(&p, KARI, "Re: One", "answer");
        answer.references = vec![format!("One-{}@post.example", "first".len())];
        let waiting = found(&p, &first).await;
        let joined = take_in(&p, answer).await;
        assert_eq!(joined.conversation, first.conversation, "it is kept where it belongs");
        let after = found(&p, &first).await;
        assert_eq!((after.state, &after.clocks, &after.snippet), (waiting.state, &waiting.clocks, &waiting.snippet));

        let new = take_in(&p, mail(&p, KARI, "Two", "second")).await;
        assert!(new.trace.iter().any(|step| step.code == "sender_blocked"), "{:?}", new.trace);
        assert!(new.trace.iter().all(|step| step.code != "receipt_goes"), "{:?}", new.trace);
        let filed = found(&p, &new).await;
        assert_eq!((filed.state, filed.unread, filed.clocks.due()), (State::Closed, false, None));

        let warm = take_in(&p, mail(&p, KARI, "Takk", "Tusen takk for god hjelp Ingrid, dette var strålende!")).await;
        let thread = merging::thread(&p, &warm.conversation).await;
        assert_eq!(merging::happened(&thread, "conversation.praised"), 0, "it reaches nobody");

        block(&p, false).await;
        let again = take_in(&p, mail(&p, KARI, "Three", "third")).await;
        assert_eq!(found(&p, &again).await.state, State::New);
        assert!(found(&p, &again).await.clocks.due().is_some());
    });
}

#[test]
fn who_asked_for_a_language_is_answered_in_it() {
    on_both_engines(&migrations(), |test| async move {
        let p = test.platform;
        let first = take_in(&p, mail(&p, KARI, "One", "first")).await;
        assert_eq!(found(&p, &first).await.language, Some(Language::Nb));
        let (_, who) = ingrid(&p).await;
        let mut tx = p.begin().await.expect("begin");
        let kari = found(&p, &first).await.person;
        let wanted = Preferences { language: Some(Language::En), ..Preferences::default() };
        file::set_preferences(&mut tx, &who, &kari, &wanted, false).await.expect("set");
        tx.commit().await.expect("commit");
        let second = take_in(&p, mail(&p, KARI, "Two", "second")).await;
        assert_eq!(found(&p, &second).await.language, Some(Language::En));
    });
}
