//! What is to be done: put down, ticked off, put in order; nobody closes over it unnoticed.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::{Also, ChecklistItem, ItemChange, MacroAct};

async fn list(p: &Platform, id: &ConversationId) -> Vec<ChecklistItem> {
    thread(p, id).await.checklist
}

fn texts(list: &[ChecklistItem]) -> Vec<&str> {
    list.iter().map(|one| one.text.as_str()).collect()
}

#[test]
fn things_are_put_down_ticked_off_and_put_in_order() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let id = &placed.conversation;
        let refused = commands::add_items(p, &actor, id, " \n").await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::Empty))));
        let items = commands::add_items(p, &actor, id, "Call\nOrder the part").await.expect("added");
        commands::add_items(p, &actor, id, "Mount it").await.expect("added");
        commands::change_item(p, &actor, &items[1], ItemChange::Done).await.expect("ticked");
        commands::change_item(p, &actor, &items[1], ItemChange::Done).await.expect("nothing to do");
        let now = list(p, id).await;
        assert_eq!(texts(&now), ["Call", "Order the part", "Mount it"]);
        assert_eq!((now[1].done_at, now[1].done_by.as_str()), (Some(p.clock.business()), "Ingrid Moen"));
        commands::change_item(p, &actor, &items[1], ItemChange::Up).await.expect("moved");
        commands::change_item(p, &actor, &items[1], ItemChange::Up).await.expect("at the top");
        commands::change_item(p, &actor, &items[0], ItemChange::Down).await.expect("moved");
        assert_eq!(texts(&list(p, id).await), ["Order the part", "Mount it", "Call"]);
        commands::change_item(p, &actor, &items[1], ItemChange::Undone).await.expect("taken back");
        commands::change_item(p, &actor, &items[0], ItemChange::Removed).await.expect("taken off");
        let now = list(p, id).await;
        assert_eq!((texts(&now), now[0].done_at), (vec!["Order the part", "Mount it"], None));
        let gone = commands::change_item(p, &actor, &items[0], ItemChange::Done).await;
        assert!(matches!(gone, Err(CommandError::NotFound)));
        let shown = thread(p, id).await;
        assert_eq!(
            (happened(&shown, "conversation.items_added"), happened(&shown, "conversation.item_changed")),
            (2, 5)
        );
        let query = ListQuery { view: View::All, group: Group::Open, after: None, most: 10 };
        let mut conn = p.db.read().await.expect("read");
        let page = queries::list(&mut conn, &Scope::All, &query, p.clock.business()).await.expect("listed");
        assert_eq!(page.rows[0].items, Some((0, 2)));
    });
}

#[test]
fn what_is_still_to_be_done_is_asked_about_before_closing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let id = &placed.conversation;
        let also = Also { acts: vec![MacroAct::Checklist(vec!["Call".into()])], ..Also::default() };
        commands::act(p, &actor, id, None, also).await.expect("a macro puts it down");
        let refused = commands::close(p, &actor, id, Some("x")).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ItemsOpen))));
        let closing = NewReply { then: AfterReply::Solve, ..reply("Ferdig") };
        let refused = commands::reply(p, &actor, id, closing.clone()).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ItemsOpen))));
        let item = list(p, id).await.remove(0).id;
        commands::change_item(p, &actor, &item, ItemChange::Done).await.expect("ticked");
        commands::reply(p, &actor, id, closing).await.expect("all is done");
        assert_eq!(find(p, id).await.state, State::Solved);
    });
}

#[test]
fn a_reply_that_is_taken_back_takes_its_checklist_along_and_a_merge_brings_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let two = take_in(p, mail(p, "kari@post.example", "Sadelen", "Hei du")).await;
        let also = Also { acts: vec![MacroAct::Checklist(vec!["Call".into()])], ..Also::default() };
        let sent = commands::reply(p, &actor, &one.conversation, NewReply { also, ..reply("Ja") }).await.expect("sent");
        assert_eq!(texts(&list(p, &one.conversation).await), ["Call"]);
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert!(list(p, &one.conversation).await.is_empty());
        commands::add_items(p, &actor, &one.conversation, "First").await.expect("added");
        commands::add_items(p, &actor, &two.conversation, "Second").await.expect("added");
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        assert_eq!(texts(&list(p, &two.conversation).await), ["Second", "First"]);
        commands::undo_merge(p, &actor, &one.conversation).await.expect("undone");
        assert_eq!(texts(&list(p, &one.conversation).await), ["First"]);
        assert_eq!(texts(&list(p, &two.conversation).await), ["Second"]);
        healthy(p).await;
    });
}
