//! What pages read: a preview no less than it shows, and counts of saved views as they were a moment ago.

use super::*;
use crate::commands::NewView;
use crate::{Listing, Visible};

const KARI: &str = "kari@post.example";

#[test]
fn a_preview_says_what_the_whole_says() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = take_in(p, Inbound { mail_id: Some("k1@x".into()), ..mail(p, KARI, "Motoren", "Stopper") }).await;
        let id = id.conversation;
        let answer = mail(p, "ola@verksted.example", "Re: Motoren", "Smør den");
        take_in(p, Inbound { references: vec!["k1@x".into()], ..answer }).await;
        commands::tag(p, &actor, &id, &["motor".to_owned()]).await.expect("tagged");
        let mut conn = p.db.read().await.expect("read");
        let whole = queries::thread(&mut conn, &Scope::All, &id).await.expect("read").expect("is there");
        let glance = queries::glance(&mut conn, &Scope::All, &id).await.expect("read").expect("is there");
        let said = |it: &queries::Thread| {
            let ids: Vec<_> = it.messages.iter().map(|one| one.id.clone()).collect();
            let tags: Vec<_> = it.tags.iter().map(|tag| tag.name.clone()).collect();
            (ids, tags, it.participants.len(), it.person.name.clone())
        };
        assert_eq!(said(&glance), said(&whole));
        assert_eq!((whole.messages.len(), whole.tags.len(), whole.participants.len()), (2, 1, 1));
        assert!(!whole.history.is_empty() && glance.history.is_empty());
        let other = Scope::Own(format!("per_{}", "0".repeat(26)));
        assert!(queries::glance(&mut conn, &other, &id).await.expect("read").is_none());
    });
}

#[test]
fn counts_of_saved_views_are_remembered_until_something_happens() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let (name, visible) = ("All".to_owned(), Visible::Own(me.clone()));
        commands::make_view(p, &actor, NewView { name, visible, of: Listing::default() }).await.expect("made");
        let lately = queries::Lately::new(p.clock.clone(), &p.live);
        let counted = async || {
            let mut conn = p.db.read().await.expect("read");
            let now = p.clock.business();
            let counts = queries::counts_lately(&mut conn, &Scope::All, &me, now, Some(&lately)).await.expect("counts");
            (counts.views[0].n, counts.open)
        };
        take_in(p, mail(p, KARI, "Motoren", "1")).await;
        assert_eq!(counted().await, (Some(1), 1));
        take_in(p, mail(p, KARI, "Sadelen", "22")).await;
        assert_eq!(counted().await, (Some(1), 2), "all else is counted as ever");
        p.live.tell("inbox");
        assert_eq!(counted().await, (Some(2), 2));
        take_in(p, mail(p, KARI, "Lykten", "333")).await;
        test.clock.advance(SignedDuration::from_secs(5));
        assert_eq!(counted().await, (Some(3), 3));
        take_in(p, mail(p, KARI, "Bremsen", "4444")).await;
        assert_eq!(counted().await, (Some(3), 4));
        lately.did(&me);
        assert_eq!(counted().await, (Some(4), 4));
    });
}
