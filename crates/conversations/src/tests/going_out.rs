//! What goes out beside a plain reply, on both engines: copies, later, forwarded, written first, drafts.

use super::*;
use crate::commands::{NewConversation, NewForward};
use crate::model::{DraftText, HeldBecause, Recipients};

fn to(address: &str) -> Vec<Mailbox> {
    vec![Mailbox { name: String::new(), address: address.into() }]
}

async fn outbound(p: &Platform) -> commands::Outbound {
    let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
    commands::begin_delivery(p, &job).await.expect("begin").expect("to send")
}

async fn thread(p: &Platform, id: &ConversationId) -> queries::Thread {
    let mut conn = p.db.read().await.expect("read");
    queries::thread(&mut conn, &Scope::All, id).await.expect("thread").expect("is there")
}

async fn drafts(p: &Platform, me: &StaffId, id: &ConversationId) -> Vec<(MessageKind, DraftText)> {
    queries::drafts(&mut p.db.read().await.expect("read"), me, id).await.expect("drafts")
}

fn refused<T: std::fmt::Debug>(answer: commands::Answer<T>, why: Refusal) {
    assert!(matches!(answer, Err(CommandError::Refused(given)) if given == why), "{answer:?} is not {why:?}");
}

async fn kari(p: &Platform) -> Placed {
    take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await
}

#[test]
fn a_reply_goes_to_the_customer_and_to_whom_else_it_says() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let given = Recipients {
            to: to("kari@post.example"),
            cc: to("ola@home.example"),
            bcc: to("workshop@brekkesund.example"),
        };
        let new = NewReply { recipients: Some(given.clone()), ..reply("Hei") };
        let sent = commands::reply(p, &actor, &placed.conversation, new).await.expect("reply");
        let kept = thread(p, &placed.conversation).await.messages.pop().expect("the reply");
        assert_eq!((kept.id, &kept.to, &kept.cc, &kept.bcc), (sent, &given.to, &given.cc, &given.bcc));
        assert_eq!(outbound(p).await.message.bcc, given.bcc);

        let id = &placed.conversation;
        let ask = |recipients| NewReply { recipients: Some(recipients), ..reply("Hei") };
        let others = Recipients { to: to("ola@home.example"), ..Recipients::default() };
        refused(commands::reply(p, &actor, id, ask(others)).await, Refusal::NotToCustomer);
        let bad = Recipients { cc: to("ola"), ..given };
        refused(commands::reply(p, &actor, id, ask(bad)).await, Refusal::BadAddress);
    });
}

#[test]
fn whoever_writes_after_something_newer_is_stopped_once() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let id = &placed.conversation;
        let seen = |message: &crate::MessageId| NewReply { seen: Some(message.clone()), ..reply("Svar") };
        let own = commands::note(p, &actor, id, "Min egen").await.expect("note");
        let ours = naming::message_id(p, &own, &settings::Business::default());
        let second = Inbound {
            references: vec!["Motoren-12@post.example".into(), ours],
            ..mail(p, "kari@post.example", "Motoren", "Enda noe")
        };
        let second = take_in(p, second).await;
        assert_eq!(second.conversation, *id);
        refused(commands::reply(p, &actor, id, seen(&placed.message)).await, Refusal::SomethingNewer);
        let later = Some(p.clock.business() + SignedDuration::from_hours(1));
        let waiting = NewReply { later, ..seen(&placed.message) };
        refused(commands::reply(p, &actor, id, waiting).await, Refusal::SomethingNewer);
        assert_eq!(thread(p, id).await.messages.len(), 3, "nothing was kept");

        let sent = commands::reply(p, &actor, id, seen(&second.message)).await.expect("with the new mark");
        commands::undo_send(p, &actor, &sent).await.expect("undone");
        commands::reply(p, &actor, id, seen(&second.message)).await.expect("one's own is nothing newer");
        commands::reply(p, &actor, id, reply("Uten merke")).await.expect("who does not say is not asked");
    });
}

#[test]
fn a_reply_for_later_goes_at_its_time_and_counts_then() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let id = &placed.conversation;
        let first_due = find(p, id).await.clocks.first_due;
        let due = p.clock.business() + SignedDuration::from_hours(20);
        let later = |due| NewReply { later: Some(due), then: AfterReply::Solve, ..reply("God morgen") };
        refused(commands::reply(p, &actor, id, later(p.clock.business())).await, Refusal::TimePassed);
        let sent = commands::reply(p, &actor, id, later(due)).await.expect("scheduled");
        let found = find(p, id).await;
        assert_eq!((found.state, found.assignee, found.clocks.first_due), (State::Open, Some(me), first_due));
        assert!(found.customer_spoke_last && claim(p, commands::SEND_JOB).await.is_none(), "nothing was said yet");
        refused(commands::close(p, &actor, id, Some("ferdig")).await, Refusal::ReplyWaits);

        test.clock.advance(SignedDuration::from_hours(20));
        let job = claim(p, commands::RELEASE_JOB).await.expect("a job for its time");
        commands::release(p, &job).await.expect("released");
        let found = find(p, id).await;
        assert_eq!((found.state, found.clocks.due(), found.clocks.first_replied_at), (State::Solved, None, Some(due)));
        let out = outbound(p).await;
        assert_eq!((&out.message.id, out.message.at, out.references.len()), (&sent, due, 1));
        assert!(commands::release(p, &job).await.is_err(), "done once, the job is nobody's");
        assert!(claim(p, commands::SEND_JOB).await.is_none());
    });
}

#[test]
fn a_reply_for_later_is_held_back_when_the_customer_writes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let id = &placed.conversation;
        let due = p.clock.business() + SignedDuration::from_hours(2);
        let new = NewReply { later: Some(due), ..reply("Vi ringer") };
        let sent = commands::reply(p, &actor, id, new).await.expect("scheduled");
        let more = |automatic: Option<&str>, text: &str| Inbound {
            references: vec!["Motoren-12@post.example".into()],
            automatic: automatic.map(str::to_owned),
            ..mail(p, "kari@post.example", "Motoren", text)
        };
        let state = async || {
            let thread = thread(p, id).await;
            let last = thread.messages.last().expect("messages").clone();
            assert_eq!(last.id, sent, "what waits stands last");
            let delivery = last.delivery.expect("a delivery");
            (delivery.state, delivery.words)
        };
        take_in(p, more(Some("auto_submitted"), "Borte")).await;
        assert_eq!(state().await, (DeliveryState::Scheduled, String::new()), "a machine holds nothing back");
        take_in(p, more(None, "Jeg fikk det til")).await;
        assert_eq!(state().await, (DeliveryState::Held, HeldBecause::SomebodyWrote.words("Kari Solheim")));
        test.clock.advance(SignedDuration::from_hours(3));
        let job = claim(p, commands::RELEASE_JOB).await.expect("its time");
        commands::release(p, &job).await.expect("released");
        assert!(claim(p, commands::SEND_JOB).await.is_none(), "held back");

        assert_eq!(commands::edit(p, &actor, &sent).await.expect("to be changed"), *id);
        let (kind, draft) = drafts(p, &me, id).await.pop().expect("a draft");
        assert_eq!(
            (kind, draft.body.as_str(), draft.to.as_str()),
            (MessageKind::Reply, "Vi ringer", "Kari Solheim <kari@post.example>")
        );
        refused(commands::send_now(p, &actor, &sent).await, Refusal::NotWaiting);
        refused(commands::cancel(p, &actor, &sent).await, Refusal::NotWaiting);
    });
}

#[test]
fn what_was_held_back_goes_when_somebody_says_so_and_comes_back_when_they_regret() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let id = &placed.conversation;
        let due = p.clock.business() + SignedDuration::from_hours(2);
        let new = NewReply { later: Some(due), ..reply("Vi ringer") };
        let sent = commands::reply(p, &actor, id, new).await.expect("scheduled");
        // A colleague answers meanwhile and closes with it: nobody asked about the waiting one.
        let close = NewReply { then: AfterReply::Solve, ..reply("Alt er i orden") };
        commands::reply(p, &actor, id, close).await.expect("reply");
        test.clock.advance(SignedDuration::from_hours(2));
        let job = claim(p, commands::RELEASE_JOB).await.expect("its time");
        commands::release(p, &job).await.expect("released");
        let found = find(p, id).await;
        assert_eq!((found.state, found.unread), (State::Open, true), "somebody must look");

        let before = find(p, id).await;
        commands::send_now(p, &actor, &sent).await.expect("sent after all");
        assert_eq!(find(p, id).await.state, State::WaitingCustomer);
        commands::undo_send(p, &actor, &sent).await.expect("in time");
        assert_eq!(find(p, id).await.state, before.state);
    });
}

#[test]
fn what_is_passed_on_answers_nobody() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let id = &placed.conversation;
        let before = find(p, id).await;
        let new = |about: &crate::MessageId| NewForward {
            about: about.clone(),
            recipients: Recipients { to: to("verksted@motor.example"), ..Recipients::default() },
            body: "Kan dere se på denne?".into(),
            files: vec![],
            keep: vec![],
        };
        let note = commands::note(p, &actor, id, "Mellom oss").await.expect("note");
        refused(commands::forward(p, &actor, id, new(&note)).await, Refusal::NothingToForward);
        let nobody = NewForward { recipients: Recipients::default(), ..new(&placed.message) };
        refused(commands::forward(p, &actor, id, nobody).await, Refusal::NoRecipient);
        let sent = commands::forward(p, &actor, id, new(&placed.message)).await.expect("forwarded");
        let after = find(p, id).await;
        assert_eq!((after.state, &after.clocks, after.unread), (before.state, &before.clocks, before.unread));
        assert!(after.customer_spoke_last && after.assignee.is_none());

        let undone = commands::undo_send(p, &actor, &sent).await.expect("in time");
        assert_eq!(undone.kind, MessageKind::Forward);
        assert_eq!(find(p, id).await.clocks, before.clocks);
        let (kind, draft) = drafts(p, &me, id).await.pop().expect("a draft");
        assert_eq!((kind, draft.about), (MessageKind::Forward, Some(placed.message.clone())));

        let job = claim(p, commands::SEND_JOB).await.expect("the job is still there");
        assert!(commands::begin_delivery(p, &job).await.expect("begin").is_none());
        commands::forward(p, &actor, id, new(&placed.message)).await.expect("forwarded");
        assert!(drafts(p, &me, id).await.is_empty());
        let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
        let out = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
        let original = out.passed_on.expect("the original");
        assert_eq!((original.text.as_str(), out.references.len(), out.begins), ("Den stopper.", 0, false));
        commands::report_delivery(p, &job, Report::Failed("550 no".into())).await.expect("report");
        let after = find(p, id).await;
        assert_eq!((after.state, &after.clocks, after.unread), (before.state, &before.clocks, true));
    });
}

#[test]
fn whoever_writes_first_owes_nothing_and_waits() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let new = || NewConversation {
            mailbox: Some("mbx_sales".into()),
            recipients: Recipients { to: to("kari@post.example"), ..Recipients::default() },
            subject: "Sykkelen er\r\nklar".into(),
            body: "Hei Kari! Sykkelen din er ferdig og står klar til henting.".into(),
            ..NewConversation::default()
        };
        refused(
            commands::begin(p, &actor, NewConversation { subject: " \n".into(), ..new() }).await,
            Refusal::NoSubject,
        );
        let nobody = NewConversation { recipients: Recipients::default(), ..new() };
        refused(commands::begin(p, &actor, nobody).await, Refusal::NoRecipient);
        let (id, message) = commands::begin(p, &actor, new()).await.expect("begun");
        let found = find(p, &id).await;
        assert_eq!((found.state, found.assignee, found.clocks.due()), (State::WaitingCustomer, Some(me), None));
        assert_eq!((found.subject.as_str(), found.number), ("Sykkelen er klar", 1001));
        let out = outbound(p).await;
        assert_eq!(out.mailbox.as_deref(), Some("mbx_sales"), "it leaves from the mailbox that was chosen");
        assert_eq!((&out.message.id, out.begins, out.references.len()), (&message, true, 0));
        // Her answer is no first enquiry any more: opening hours count.
        let answer = Inbound { references: vec![out.mail_id], ..mail(p, "kari@post.example", "Sykkelen", "Takk!") };
        assert_eq!(take_in(p, answer).await.conversation, id);
        let clocks = find(p, &id).await.clocks;
        assert!(clocks.first_due.is_none() && clocks.next_due.is_some());
    });
}

#[test]
fn drafts_are_each_colleagues_own_and_go_when_sent() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = kari(p).await;
        let id = &placed.conversation;
        let text = |body: &str| DraftText { body: body.into(), ..DraftText::default() };
        let save = async |kind, body: &str| commands::save_draft(p, &actor, id, kind, &text(body)).await.expect("kept");
        save(MessageKind::Reply, "Hei K").await;
        save(MessageKind::Reply, "Hei Kari").await;
        save(MessageKind::Note, "Husk").await;
        assert_eq!(drafts(p, &me, id).await.len(), 2);
        let marked = queries::drafted(&mut p.db.read().await.expect("read"), &me).await.expect("drafted");
        assert!(marked.contains(id) && marked.len() == 1);
        let other: StaffId = format!("stf_{}", "1".repeat(26)).parse().expect("an id");
        assert!(drafts(p, &other, id).await.is_empty());

        commands::reply(p, &actor, id, reply("Hei Kari!")).await.expect("reply");
        assert_eq!(drafts(p, &me, id).await, [(MessageKind::Note, text("Husk"))]);
        save(MessageKind::Note, "  ").await;
        assert!(drafts(p, &me, id).await.is_empty());
        let long = text(&"x".repeat(crate::rules::states::TEXT_MAX + 1));
        refused(commands::save_draft(p, &actor, id, MessageKind::Reply, &long).await, Refusal::TooLong);
    });
}
