//! Answers aside, and what holds when there is much to tell, or nothing.

use conversations::commands::SideMessage;
use conversations::{Recipients, queries};

use super::*;
use crate::notices::http::sentence;

const WORKSHOP: &str = "parts@workshop.example";

/// An answer in a side thread, by its address.
async fn aside(p: &Platform, id: &conversations::ConversationId, automatic: bool) {
    let thread = queries::thread(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("read");
    let side = thread.expect("is there").sides.remove(0);
    let raw = p.blobs.prepare(format!("aside {automatic}").into_bytes()).await.expect("prepared");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &raw).await.expect("kept");
    let inbound = Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Parts & Co".into(), address: WORKSHOP.into() },
        to: vec![],
        cc: vec![],
        subject: "Re: Parts".into(),
        text: "Two on the shelf, =zqx".into(),
        document: None,
        invite: None,
        language: Some(Language::En),
        mail_id: None,
        references: vec![],
        reply_tags: vec![naming::side_tag(p, side.number, &side.id)],
        automatic: automatic.then(|| "auto-replied".to_owned()),
        bounce: None,
        warnings: vec![],
        proof: None,
        unreadable: None,
        raw: raw.digest.clone(),
        files: vec![],
        receipt: ForReceipt::default(),
    };
    commands::receive(p, &mut tx, inbound).await.expect("received");
    tx.commit().await.expect("commit");
}

#[test]
fn an_answer_aside_is_told_to_who_has_it_who_asked_and_who_follows() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
        let to =
            Recipients { to: vec![Mailbox { name: String::new(), address: WORKSHOP.into() }], ..Recipients::default() };
        let new = SideMessage { recipients: Some(to), body: "Two?".into(), ..SideMessage::default() };
        commands::begin_side(p, &house.jonas.actor(), &id, "Parts", new).await.expect("begun");
        read(p).await;
        read_all(p, &house.ingrid.id).await.expect("read");
        aside(p, &id, true).await;
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, [], "a machine's is no answer");
        aside(p, &id, false).await;
        read(p).await;
        assert_eq!((told(p, &house.ingrid).await, told(p, &house.jonas).await), (vec![Kind::Aside], vec![Kind::Aside]));
        assert_eq!((told(p, &house.olga).await, told(p, &house.sari).await), (vec![], vec![]));
        let asked = Asked { unread: true, after: None, most: 9 };
        let (found, _) = list(&mut p.db.read().await.expect("read"), &house.ingrid, asked).await.expect("read");
        let say = p.i18n.to(Language::En);
        assert_eq!(sentence(&say, &found[0]), "Parts & Co answered aside");
        // Writing on there is having read it.
        let side = {
            let mut conn = p.db.read().await.expect("read");
            queries::thread(&mut conn, &Scope::All, &id).await.expect("read").expect("is there").sides.remove(0).id
        };
        let on = SideMessage { body: "Send them".into(), ..SideMessage::default() };
        commands::write_side(p, &house.jonas.actor(), &side, on).await.expect("written");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, []);
        // By mail it says so, too.
        wish(p, &house.ingrid, &Wishes::default().with(Kind::Aside, Way::Mail)).await;
        aside(p, &id, false).await;
        read(p).await;
        let mails = mails(p).await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].mail.subject.starts_with("Parts & Co answered aside"), "{}", mails[0].mail.subject);
        let quote = mails[0].around.quote.clone().expect("what they said");
        assert!(quote.1.contains("Two on the shelf"), "{quote:?}");
    });
}

#[test]
fn all_that_is_due_soon_is_told_page_by_page_and_each_once() {
    run(|house| async move {
        let p = house.p();
        for n in 0..7 {
            let id = mail(p, n, &[]).await.conversation;
            let to = if n == 3 { &house.jonas } else { &house.ingrid };
            commands::assign(p, &house.olga.actor(), &id, Some(&to.id)).await.expect("given");
        }
        wish(p, &house.jonas, &Wishes::default().with(Kind::Soon, Way::Off)).await;
        read(p).await;
        read_all(p, &house.ingrid.id).await.expect("read");
        read_all(p, &house.jonas.id).await.expect("read");
        house.test.clock.advance(SignedDuration::from_hours(21));
        // All have come at the same moment: pages go on by their ids.
        reading::look_by(p, 2).await.expect("looked");
        assert_eq!(told(p, &house.ingrid).await, [Kind::Soon; 6]);
        assert_eq!(told(p, &house.jonas).await, []);
        reading::look_by(p, 3).await.expect("looked again");
        assert_eq!(count(p, &house.ingrid).await, 6);
    });
}

#[test]
fn looking_ahead_waits_for_nobody_who_writes_while_there_is_nothing_to_tell() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
        let gone = mail(p, 2, &[]).await.conversation;
        commands::assign(p, &house.olga.actor(), &gone, Some(&house.jonas.id)).await.expect("given");
        wish(p, &house.ingrid, &Wishes::default().with(Kind::Soon, Way::Off)).await;
        read(p).await;
        let mut tx = p.begin().await.expect("begin");
        tx.run("UPDATE staff SET disabled_at = 0 WHERE id = $1", vals![house.jonas.id.as_str()]).await.expect("left");
        tx.commit().await.expect("commit");
        house.test.clock.advance(SignedDuration::from_hours(21));
        // On SQLite one writes at a time: whoever begins to write now would wait.
        let mut held = p.begin().await.expect("begin");
        held.run("UPDATE event_cursor SET reader = reader", vals![]).await.expect("held");
        let looked = tokio::time::timeout(std::time::Duration::from_secs(4), reading::look_ahead(p)).await;
        looked.expect("at once").expect("looked");
        drop(held);
        let kinds = "SELECT COUNT(*) AS n FROM notice WHERE kind = 'soon'";
        assert_eq!(p.db.read().await.expect("read").number(kinds, vals![]).await.expect("n"), 0);
    });
}

/// So many notices for Ingrid, to be mailed then.
async fn noticed(house: &House, many: i64, due: Option<base::Instant>) {
    let p = house.p();
    let id = mail(p, 1, &[]).await.conversation;
    let mut tx = p.begin().await.expect("begin");
    for n in 0..many {
        let notice = Notice {
            id: NoticeId::next(&tx.ids(), tx.now()),
            staff: house.ingrid.id.clone(),
            kind: Kind::Wrote,
            conversation: id.clone(),
            message: None,
            actor: "system".into(),
            at: tx.now(),
            read_at: None,
        };
        let fact = format!("many:{n}");
        assert!(store::add(&mut tx, &fact, &notice, Some(due.unwrap_or(store::AT_ONCE))).await.expect("kept"));
    }
    mailing::later(&mut tx, &house.ingrid.id, due).await.expect("left");
    tx.commit().await.expect("commit");
}

async fn to_mail(p: &Platform) -> i64 {
    let sql = "SELECT COUNT(*) AS n FROM notice WHERE mail_due IS NOT NULL";
    p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted")
}

#[test]
fn more_than_fifty_at_once_are_all_mailed() {
    run(|house| async move {
        noticed(&house, 53, None).await;
        let p = house.p();
        assert_eq!(mails(p).await.len(), 53);
        assert_eq!(to_mail(p).await, 0);
        assert_eq!(mails(p).await.len(), 53, "once");
    });
}

#[test]
fn a_digest_of_more_than_fifty_says_that_there_are_more_and_leaves_nothing_behind() {
    run(|house| async move {
        let p = house.p();
        noticed(&house, 53, Some(p.clock.business() + SignedDuration::from_hours(1))).await;
        assert_eq!(mails(p).await.len(), 0);
        house.test.clock.advance(SignedDuration::from_hours(2));
        let mails = mails(p).await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].mail.subject, "50 notices");
        assert!(mails[0].mail.text.contains("And more under Notices: http://desk.example/notices"));
        assert_eq!(to_mail(p).await, 0);
        let asked = Asked { unread: true, after: None, most: 50 };
        let mut conn = p.db.read().await.expect("read");
        let (first, next) = list(&mut conn, &house.ingrid, asked).await.expect("read");
        let (rest, end) = list(&mut conn, &house.ingrid, Asked { after: next.as_ref(), ..asked }).await.expect("read");
        assert_eq!((first.len(), rest.len(), end), (50, 3, None));
    });
}
