//! The business's own fields of a conversation: written, asked for before a step, found, and gone with the customer.

use std::collections::HashMap;

use people::FieldId;
use people::field::{self, About, Kind, NewField, Unfit};

use super::*;

const KARI: &str = "kari@post.example";

async fn field(p: &Platform, kind: Kind, required: &[&str]) -> FieldId {
    let mut tx = p.begin().await.expect("begin");
    let required = required.iter().map(|step| (*step).to_owned()).collect();
    let name = format!("{kind:?}");
    let new = NewField { about: About::Conversation, name, kind, choices: String::new(), required };
    let admin = Actor::staff("stf_00000000000000000000000000", Role::Admin);
    let id = field::add(&mut tx, &admin, &new).await.expect("added");
    tx.commit().await.expect("commit");
    id
}

async fn put(p: &Platform, actor: &Actor, id: &ConversationId, field: &FieldId, text: &str) -> Result<(), Unfit> {
    let typed = HashMap::from([(field.to_string(), text.to_owned())]);
    commands::set_fields(p, actor, id, &typed).await.expect("set").map_err(|(_, unfit)| unfit)
}

async fn found(p: &Platform, query: &str) -> usize {
    let search = crate::rules::searching::read(query, &jiff::tz::TimeZone::UTC);
    let searcher = crate::searching::Searcher { scope: &Scope::All, me: None, after: None, most: 10 };
    let mut conn = p.db.read().await.expect("read");
    crate::searching::search(&p.words, &mut conn, &searcher, &search).await.expect("searched").found.len()
}

#[test]
fn what_is_asked_for_before_a_state_must_stand_there() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let order = field(p, Kind::Number, &["solved"]).await;
        let id = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        commands::set_state(p, &actor, &id, State::WaitingOthers, None).await.expect("not asked for here");
        let closed = commands::close(p, &actor, &id, Some("ferdig")).await;
        assert!(matches!(closed, Err(CommandError::Refused(Refusal::FieldsMissing))), "{closed:?}");
        let solve = NewReply { body: "Da er den klar".into(), then: AfterReply::Solve, ..NewReply::default() };
        let sent = commands::reply(p, &actor, &id, solve.clone()).await;
        assert!(matches!(sent, Err(CommandError::Refused(Refusal::FieldsMissing))), "{sent:?}");
        assert_eq!(put(p, &actor, &id, &order, "mange").await, Err(Unfit::Number));
        put(p, &actor, &id, &order, "4711").await.expect("fits");
        commands::reply(p, &actor, &id, solve).await.expect("sent");
        assert_eq!(find(p, &id).await.state, State::Solved);

        // Nobody is asked where no colleague acts.
        let other = take_in(p, mail(p, KARI, "Sadelen", "Den er løs.")).await.conversation;
        let person = find(p, &other).await.person;
        commands::settle(p, &Actor::Customer { id: person.to_string() }, &other).await.expect("the customer says so");
        let kinds = log::history(&mut p.db.read().await.expect("read"), &format!("conversation:{id}"), 50).await;
        let told = kinds.expect("history").into_iter().filter(|fact| fact.kind == "conversation.field_changed").count();
        assert_eq!(told, 1);
    });
}

#[test]
fn what_stands_in_texts_is_found_where_the_conversation_began() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let frame = field(p, Kind::Text, &[]).await;
        let id = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        assert_eq!(found(p, "brk4711").await, 0);
        put(p, &actor, &id, &frame, "BRK4711").await.expect("fits");
        assert_eq!(found(p, "brk4711").await, 1);
        put(p, &actor, &id, &frame, "").await.expect("empty");
        assert_eq!(found(p, "brk4711").await, 0);
        let nobody: ConversationId = "cnv_00000000000000000000000000".parse().expect("an id");
        let none = commands::set_fields(p, &actor, &nobody, &HashMap::new()).await;
        assert!(matches!(none, Err(CommandError::NotFound)));
    });
}
