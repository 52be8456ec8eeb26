//! Conversations that belong together: seen from both sides, no part of themselves, along when two become one.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::LinkKind;

async fn some(p: &Platform, subject: &str) -> Placed {
    take_in(p, mail(p, &format!("{subject}@post.example"), subject, "Hei")).await
}

/// What it is linked with, by number.
async fn links(p: &Platform, of: &Placed) -> Vec<(i64, LinkKind)> {
    thread(p, &of.conversation).await.links.iter().map(|link| (link.conversation.number, link.kind)).collect()
}

#[test]
fn a_link_is_seen_from_both_sides_changed_and_taken_away() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (one, two) = (some(p, "a").await, some(p, "b").await);
        commands::link(p, &actor, &one.conversation, two.number, LinkKind::Child).await.expect("linked");
        commands::link(p, &actor, &one.conversation, two.number, LinkKind::Child).await.expect("nothing to do");
        assert_eq!(links(p, &one).await, [(two.number, LinkKind::Child)]);
        assert_eq!(links(p, &two).await, [(one.number, LinkKind::Parent)]);
        assert_eq!(happened(&thread(p, &two.conversation).await, "conversation.linked"), 1);
        commands::link(p, &actor, &two.conversation, one.number, LinkKind::Related).await.expect("changed");
        assert_eq!(
            (links(p, &one).await, links(p, &two).await),
            (vec![(two.number, LinkKind::Related)], vec![(one.number, LinkKind::Related)])
        );
        commands::unlink(p, &actor, &one.conversation, two.number).await.expect("taken away");
        assert_eq!((links(p, &one).await, links(p, &two).await), (vec![], vec![]));
        for number in [one.number, 0, 99_999] {
            let refused = commands::link(p, &actor, &one.conversation, number, LinkKind::Related).await;
            assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchConversation))), "{number}");
        }
        let customer = Actor::Customer { id: find(p, &one.conversation).await.person.to_string() };
        let refused = commands::link(p, &customer, &one.conversation, two.number, LinkKind::Related).await;
        assert!(matches!(refused, Err(CommandError::Forbidden)));
    });
}

#[test]
fn nothing_is_a_part_of_itself_and_a_whole_does_not_close_unnoticed() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (top, middle, leaf) = (some(p, "a").await, some(p, "b").await, some(p, "c").await);
        commands::link(p, &actor, &top.conversation, middle.number, LinkKind::Child).await.expect("linked");
        commands::link(p, &actor, &leaf.conversation, middle.number, LinkKind::Parent).await.expect("linked");
        let refused = commands::link(p, &actor, &leaf.conversation, top.number, LinkKind::Child).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::LinkLoop))));
        assert_eq!(links(p, &leaf).await, [(middle.number, LinkKind::Parent)], "a refused link changes nothing");

        let refused = commands::close(p, &actor, &top.conversation, Some("x")).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ChildrenOpen))));
        let closing = NewReply { then: AfterReply::Solve, ..reply("Ferdig") };
        let refused = commands::reply(p, &actor, &top.conversation, closing).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ChildrenOpen))));
        commands::close(p, &actor, &leaf.conversation, Some("x")).await.expect("a leaf closes");
        commands::close(p, &actor, &middle.conversation, Some("x")).await.expect("its parts are closed");
        commands::reopen(p, &actor, &middle.conversation, None).await.expect("reopened");
        commands::close_anyway(p, &actor, &top.conversation, Some("x")).await.expect("by who knows");
        assert_eq!(find(p, &top.conversation).await.state, State::Solved);
    });
}

#[test]
fn links_go_along_when_two_become_one_and_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (one, two, part) = (some(p, "a").await, some(p, "b").await, some(p, "c").await);
        commands::link(p, &actor, &one.conversation, part.number, LinkKind::Child).await.expect("linked");
        commands::link(p, &actor, &one.conversation, two.number, LinkKind::Related).await.expect("linked");
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        assert_eq!(links(p, &two).await, [(part.number, LinkKind::Child)]);
        assert_eq!(links(p, &part).await, [(two.number, LinkKind::Parent)]);
        healthy(p).await;
        commands::undo_merge(p, &actor, &one.conversation).await.expect("undone");
        let mut before = links(p, &one).await;
        before.sort_by_key(|(number, _)| *number);
        assert_eq!(before, [(two.number, LinkKind::Related), (part.number, LinkKind::Child)]);
        assert_eq!(links(p, &two).await, [(one.number, LinkKind::Related)]);
        healthy(p).await;
    });
}
