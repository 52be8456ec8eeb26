//! What is typed and not sent.

use super::*;
use crate::model::DraftText;

const KARI: &str = "kari@post.example";

async fn typed(p: &Platform, actor: &Actor, id: &ConversationId, kind: MessageKind, body: &str) {
    let draft = DraftText { body: body.into(), ..DraftText::default() };
    commands::save_draft(p, actor, id, kind, &draft).await.expect("kept");
}

async fn kept(p: &Platform, me: &StaffId, id: &ConversationId) -> Vec<String> {
    let all = queries::drafts(&mut p.db.read().await.expect("read"), me, id).await.expect("drafts");
    all.into_iter().map(|(_, draft)| draft.body).collect()
}

#[test]
fn what_arrives_after_it_was_sent_is_no_draft_but_what_is_typed_anew_is() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let it = take_in(p, mail(p, KARI, "Motoren", "Den stopper.")).await.conversation;
        typed(p, &actor, &it, MessageKind::Reply, "Delen er her.").await;
        assert_eq!(kept(p, &me, &it).await, ["Delen er her."]);
        let sent = commands::reply(p, &actor, &it, reply("Delen er her.")).await.expect("sent");
        assert_eq!(kept(p, &me, &it).await, Vec::<String>::new());
        typed(p, &actor, &it, MessageKind::Reply, "Delen er her.\r\n").await;
        assert_eq!(kept(p, &me, &it).await, Vec::<String>::new());
        typed(p, &actor, &it, MessageKind::Note, "Delen er her.").await;
        assert_eq!(kept(p, &me, &it).await, ["Delen er her."], "a note is something else");
        typed(p, &actor, &it, MessageKind::Note, "").await;
        typed(p, &actor, &it, MessageKind::Reply, "Delen er her. Og").await;
        assert_eq!(kept(p, &me, &it).await, ["Delen er her. Og"]);

        // Taken back it is there again, and stays while it is kept once more.
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        typed(p, &actor, &it, MessageKind::Reply, "Delen er her.").await;
        assert_eq!(kept(p, &me, &it).await, ["Delen er her."]);

        // The same words may be meant again, later.
        commands::reply(p, &actor, &it, reply("Takk!")).await.expect("sent");
        test.clock.advance_business(SignedDuration::from_mins(2));
        typed(p, &actor, &it, MessageKind::Reply, "Takk!").await;
        assert_eq!(kept(p, &me, &it).await, ["Takk!"]);
    });
}
