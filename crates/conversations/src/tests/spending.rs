//! Time spent on conversations: written down, taken back by whoever wrote it, along when two become one.

use super::merging::{happened, healthy, thread};
use super::*;

async fn minutes(p: &Platform, id: &ConversationId) -> Vec<i64> {
    thread(p, id).await.spent.iter().map(|one| one.minutes).collect()
}

#[test]
fn time_is_written_down_taken_back_and_brought_along() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let two = take_in(p, mail(p, "kari@post.example", "Sadelen", "Hei du")).await;
        for wrong in [0, -5, 1441] {
            let refused = commands::spend(p, &actor, &one.conversation, wrong).await;
            assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoMinutes))), "{wrong}");
        }
        let first = commands::spend(p, &actor, &one.conversation, 15).await.expect("written down");
        commands::spend(p, &actor, &one.conversation, 30).await.expect("written down");
        let elsewhere = commands::unspend(p, &actor, &two.conversation, &first).await;
        assert!(matches!(elsewhere, Err(CommandError::NotFound)));
        commands::unspend(p, &actor, &one.conversation, &first).await.expect("taken back");
        assert_eq!(minutes(p, &one.conversation).await, [30]);
        assert_eq!(happened(&thread(p, &one.conversation).await, "conversation.time_spent"), 3);
        commands::spend(p, &actor, &two.conversation, 5).await.expect("written down");
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        assert_eq!(minutes(p, &two.conversation).await, [30, 5]);
        commands::undo_merge(p, &actor, &one.conversation).await.expect("undone");
        assert_eq!(minutes(p, &one.conversation).await, [30]);
        assert_eq!(minutes(p, &two.conversation).await, [5]);
        healthy(p).await;
    });
}

#[test]
fn where_nobody_writes_time_down_there_is_none_to_write() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let mut tx = p.begin().await.expect("begin");
        let manners = settings::Manners { track_time: false, ..settings::Manners::default() };
        settings::set_manners(&mut tx, &manners).await.expect("set");
        tx.commit().await.expect("commit");
        let refused = commands::spend(p, &actor, &one.conversation, 5).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NotTracked))));
        assert!(!thread(p, &one.conversation).await.tracks_time);
    });
}
