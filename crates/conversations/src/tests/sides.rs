//! Side threads on both engines: with whom they are, who gets in, and that the customer never hears of them.

use super::merging::{happened, healthy, thread};
use super::*;
use crate::commands::{SideMessage, begin_delivery};
use crate::ids::SideId;
use crate::model::{Message, Recipients};

const KARI: &str = "kari@post.example";
const WORKSHOP: &str = "parts@workshop.example";

fn to(addresses: &[&str]) -> Option<Recipients> {
    let one = |address: &&str| Mailbox { name: String::new(), address: (*address).into() };
    Some(Recipients { to: addresses.iter().map(one).collect(), ..Recipients::default() })
}

pub(super) fn said(addresses: &[&str], body: &str) -> SideMessage {
    SideMessage { recipients: to(addresses), body: body.into(), ..SideMessage::default() }
}

async fn tag_of(p: &Platform, side: &SideId) -> String {
    let side = store::find_side(&mut p.db.read().await.expect("read"), &Scope::All, side).await.expect("read");
    let side = side.expect("is there");
    naming::side_tag(p, side.number, &side.id)
}

fn answer(p: &Platform, from: &str, text: &str, tag: &str) -> Inbound {
    Inbound { reply_tags: vec![tag.into()], ..mail(p, from, "Re: Two harnesses", text) }
}

async fn message(p: &Platform, id: &crate::MessageId) -> Message {
    let mut conn = p.db.read().await.expect("read");
    queries::message(&mut conn, &Scope::All, id).await.expect("read").expect("is there")
}

/// What the customer sees of the conversation.
async fn of_customer(p: &Platform, id: &ConversationId) -> Vec<String> {
    let it = find(p, id).await;
    let request = queries::request(p, &mut p.db.read().await.expect("read"), it).await.expect("read");
    request.messages.into_iter().map(|one| one.body).collect()
}

#[test]
fn the_answer_comes_back_inside_and_opens_what_waited_while_the_customer_sees_nothing() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let id = &placed.conversation;
        let before = find(p, id).await;
        let wait = SideMessage { wait: true, ..said(&[WORKSHOP], "Do you have two harnesses?") };
        let (side, first) = commands::begin_side(p, &actor, id, " Two harnesses ", wait).await.expect("begun");
        let waits = find(p, id).await;
        assert_eq!(waits.state, State::WaitingOthers);
        assert_eq!((waits.clocks.first_due, waits.customer_spoke_last), (before.clocks.first_due, true));
        assert_eq!(waits.snippet, before.snippet, "lists say what the customer wrote");

        let job = claim(p, commands::SEND_JOB).await.expect("on its way");
        let out = begin_delivery(p, &job).await.expect("taken").expect("goes");
        assert_eq!((out.subject.as_str(), out.begins, out.references.len()), ("Two harnesses", true, 0));
        assert!(out.page.is_none() && out.passed_on.is_none());
        assert_eq!(out.reply_tag, tag_of(p, &side).await);
        let report = commands::report_delivery(p, &job, Report::Sent("250 ok".into())).await;
        report.expect("reported");

        test.clock.advance(SignedDuration::from_mins(5));
        let back = take_in(p, answer(p, WORKSHOP, "Two on the shelf, zqxanswer", &out.reply_tag)).await;
        assert_eq!(back.place, Place::Aside(id.clone(), side.clone()));
        assert_eq!(back.conversation, *id);
        let after = find(p, id).await;
        assert_eq!((after.state, after.unread), (State::Open, true));
        assert_eq!(after.clocks.first_due, before.clocks.first_due, "no clock of the customer's moved");
        assert!(after.customer_spoke_last && after.snippet == before.snippet && after.person == before.person);
        let got = message(p, &back.message).await;
        assert_eq!((got.kind, got.side), (MessageKind::SideIn, Some(side.clone())));
        assert_eq!(of_customer(p, id).await, ["Hei"], "only what they wrote themselves");
        let shown = thread(p, id).await;
        assert_eq!(shown.messages.len(), 3);
        assert!(shown.participants.is_empty(), "nobody takes part by it");
        assert!(shown.sides.len() == 1 && shown.sides[0].title == "Two harnesses");
        for kind in ["conversation.side_begun", "conversation.side_answered"] {
            assert_eq!(happened(&shown, kind), 1, "{kind}");
        }
        assert!(!shown.messages.iter().any(|one| one.kind == MessageKind::Receipt));
        assert_eq!(super::searching::numbers(p, "zqxanswer").await, [placed.number]);
        assert_eq!(super::searching::numbers(p, "harnesses").await, [placed.number]);

        // What we write on answers what they wrote, and nothing of the customer's.
        let on = commands::write_side(p, &actor, &side, said(&[], "Send them, please")).await;
        assert!(matches!(on, Err(CommandError::Refused(Refusal::NoRecipient))));
        let on = SideMessage { body: "Send them, please".into(), ..SideMessage::default() };
        let on = commands::write_side(p, &actor, &side, on).await.expect("written");
        assert_eq!(message(p, &on).await.to[0].address, WORKSHOP);
        let job = claim(p, commands::SEND_JOB).await.expect("on its way");
        let out = begin_delivery(p, &job).await.expect("taken").expect("goes");
        assert!(!out.begins);
        let first = store::mail_id_of(&mut p.db.read().await.expect("read"), &first).await.expect("read");
        assert_eq!(out.references.first(), first.as_ref());
        assert_eq!(out.references.len(), 2);
        healthy(p).await;
    });
}

#[test]
fn nobody_gets_in_whom_one_did_not_write_to_and_the_customer_never() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let id = &placed.conversation;
        let (side, first) =
            commands::begin_side(p, &actor, id, "Parts", said(&[WORKSHOP], "Two?")).await.expect("begun");
        let tag = tag_of(p, &side).await;
        let mail_id = store::mail_id_of(&mut p.db.read().await.expect("read"), &first).await.expect("read");
        let ours = mail_id.expect("has one");

        let stranger = take_in(p, answer(p, "eve@elsewhere.example", "Let me in", &tag)).await;
        assert_eq!(stranger.place, Place::New);
        assert!(stranger.trace.iter().any(|step| step.code == "side_stranger"));
        assert_ne!(stranger.conversation, *id);
        let by_id = Inbound { references: vec![ours.clone()], ..mail(p, "eve@elsewhere.example", "Re", "Again") };
        assert_eq!(take_in(p, by_id).await.place, Place::New);
        let bent = format!("{}x", &tag[..tag.len() - 1]);
        let forged = take_in(p, answer(p, WORKSHOP, "Hello", &bent)).await;
        assert_eq!(forged.place, Place::New, "a bent address is no address");
        let denied = Inbound {
            proof: Some(crate::Proof { verdict: crate::Verdict::Failed, ..crate::Proof::default() }),
            ..answer(p, WORKSHOP, "Not me", &tag)
        };
        assert_eq!(take_in(p, denied).await.place, Place::New, "its own domain denies it");

        let customer = take_in(p, answer(p, KARI, "What is this?", &tag)).await;
        assert_eq!(customer.place, Place::Join(id.clone(), Evidence::ReplyAddress));
        assert!(customer.trace.iter().any(|step| step.code == "side_customer"));
        assert_eq!(message(p, &customer.message).await.kind, MessageKind::Inbound);
        let by_id = Inbound { references: vec![ours.clone()], ..mail(p, KARI, "Re", "By its id") };
        let joined = take_in(p, by_id).await;
        assert_eq!((joined.conversation, message(p, &joined.message).await.side), (id.clone(), None));

        // Without the address, an answer to what was said there is enough, for whom it was said to.
        let by_id = Inbound { references: vec![ours], mail_id: Some("w1@x".into()), ..mail(p, WORKSHOP, "Re", "Here") };
        assert_eq!(take_in(p, by_id).await.place, Place::Aside(id.clone(), side.clone()));
        let on = Inbound { references: vec!["w1@x".into()], ..mail(p, WORKSHOP, "Re", "And more") };
        assert_eq!(take_in(p, on).await.place, Place::Aside(id.clone(), side));
        let eve = Inbound { references: vec!["w1@x".into()], ..mail(p, "eve@elsewhere.example", "Re", "Me too") };
        assert_eq!(take_in(p, eve).await.place, Place::New, "what came there leads nobody into the conversation");
        let seen = of_customer(p, id).await;
        assert_eq!(seen, ["Hei", "What is this?", "By its id"]);
        healthy(p).await;
    });
}

#[test]
fn the_customer_is_no_recipient_and_what_is_missing_is_said() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        for (title, new, why) in [
            ("Parts", said(&[WORKSHOP, "Kari@POST.example"], "Hei"), Refusal::SideToCustomer),
            (" ", said(&[WORKSHOP], "Hei"), Refusal::NoSubject),
            ("Parts", said(&[WORKSHOP], " "), Refusal::Empty),
            ("Parts", said(&[], "Hei"), Refusal::NoRecipient),
            ("Parts", said(&["nobody"], "Hei"), Refusal::BadAddress),
        ] {
            let refused = commands::begin_side(p, &actor, id, title, new).await;
            assert!(matches!(&refused, Err(CommandError::Refused(refusal)) if *refusal == why), "{refused:?}");
        }
        assert!(thread(p, id).await.sides.is_empty());
    });
}

#[test]
fn what_is_taken_back_comes_back_as_typed_and_the_conversation_stands_as_before() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let before = find(p, id).await;
        let wait = SideMessage { wait: true, ..said(&[WORKSHOP], "Two?") };
        let (side, first) = commands::begin_side(p, &actor, id, "Parts", wait).await.expect("begun");
        commands::undo_send(p, &actor, &first).await.expect("taken back");
        let after = find(p, id).await;
        assert_eq!((after.state, &after.clocks), (before.state, &before.clocks));
        let aside = queries::side(&mut p.db.read().await.expect("read"), &Scope::All, &side, Some(&me)).await;
        let draft = aside.expect("read").expect("is there").draft.expect("typed");
        assert_eq!((draft.body.as_str(), draft.to.as_str()), ("Two?", WORKSHOP));
        assert!(store::drafts_of(&mut p.db.read().await.expect("read"), &me, id).await.expect("read").is_empty());
        let on = SideMessage { body: "Two, or three?".into(), ..SideMessage::default() };
        let second = commands::write_side(p, &actor, &side, on).await.expect("written");
        let job = claim(p, commands::SEND_JOB).await.expect("the first");
        assert!(begin_delivery(p, &job).await.expect("looked").is_none(), "it was taken back");
        let job = claim(p, commands::SEND_JOB).await.expect("the second");
        let out = begin_delivery(p, &job).await.expect("taken").expect("goes");
        assert!(out.message.id == second && out.begins && out.references.is_empty(), "the first never went");
        let aside = queries::side(&mut p.db.read().await.expect("read"), &Scope::All, &side, Some(&me)).await;
        assert!(aside.expect("read").expect("is there").draft.is_none());
        healthy(p).await;
    });
}

#[test]
fn whoever_got_a_hidden_copy_may_answer_and_is_never_shown_to_others() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let boss = Mailbox { name: String::new(), address: "boss@workshop.example".into() };
        let recipients = to(&[WORKSHOP]).map(|all| Recipients { bcc: vec![boss.clone()], ..all });
        let new = SideMessage { recipients, body: "Two?".into(), ..SideMessage::default() };
        let (side, _) = commands::begin_side(p, &actor, id, "Parts", new).await.expect("begun");
        let on = SideMessage { body: "Or three?".into(), ..SideMessage::default() };
        let on = commands::write_side(p, &actor, &side, on).await.expect("written");
        let on = message(p, &on).await;
        let to: Vec<_> = on.to.iter().chain(&on.cc).map(|one| one.address.as_str()).collect();
        assert_eq!(to, [WORKSHOP]);
        let back = take_in(p, answer(p, &boss.address, "Go on", &tag_of(p, &side).await)).await;
        assert_eq!(back.place, Place::Aside(id.clone(), side.clone()));
        // Written to openly, they are no secret any more.
        commands::write_side(p, &actor, &side, said(&[&boss.address], "Thanks")).await.expect("written");
        let found = store::find_side(&mut p.db.read().await.expect("read"), &Scope::All, &side).await.expect("read");
        let found = found.expect("is there");
        assert!(found.hidden.is_empty() && found.correspondents.len() == 2, "{found:?}");
    });
}

#[test]
fn a_mail_that_fails_or_comes_back_ends_the_waiting_and_stays_inside() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let wait = SideMessage { wait: true, ..said(&[WORKSHOP], "Two?") };
        let (side, first) = commands::begin_side(p, &actor, id, "Parts", wait).await.expect("begun");
        let job = claim(p, commands::SEND_JOB).await.expect("on its way");
        begin_delivery(p, &job).await.expect("taken").expect("goes");
        commands::report_delivery(p, &job, Report::Sent("250 ok".into())).await.expect("reported");
        let mail_id = store::mail_id_of(&mut p.db.read().await.expect("read"), &first).await.expect("read");
        let returned = commands::Bounced {
            given_up: true,
            returned: vec![mail_id.expect("has one")],
            recipients: vec![commands::BouncedFor {
                addresses: vec![WORKSHOP.into()],
                hard: true,
                words: "550 nobody".into(),
            }],
        };
        let report = Inbound {
            bounce: Some(returned),
            automatic: Some("report".into()),
            ..mail(p, "mailer@workshop.example", "Undelivered", "It did not arrive")
        };
        let back = take_in(p, report).await;
        assert_eq!(back.place, Place::Aside(id.clone(), side));
        let after = find(p, id).await;
        assert_eq!((after.state, after.unread), (State::Open, true));
        let shown = thread(p, id).await;
        let sent = shown.messages.iter().find(|one| one.id == first).expect("there");
        assert_eq!(sent.delivery.as_ref().map(|delivery| delivery.state), Some(DeliveryState::Bounced));
        assert_eq!(of_customer(p, id).await, ["Hei"]);
        healthy(p).await;
    });
}

#[test]
fn several_go_on_at_once_are_closed_and_opened_and_go_along_with_a_merge() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let other = take_in(p, mail(p, KARI, "Bremsen", "Hei igjen")).await;
        let (id, into) = (&one.conversation, &other.conversation);
        let (side, _) = commands::begin_side(p, &actor, id, "Parts", said(&[WORKSHOP], "Two?")).await.expect("begun");
        let other_side = said(&["tor@verksted.example"], "Can you come?");
        let (second, _) = commands::begin_side(p, &actor, id, "A visit", other_side).await.expect("begun");
        commands::close_side(p, &actor, &side, false).await.expect("closed");
        commands::close_side(p, &actor, &side, false).await.expect("a second press changes nothing");
        let shown = thread(p, id).await;
        assert_eq!(happened(&shown, "conversation.side_changed"), 1);
        assert_eq!(shown.sides.iter().map(|one| one.closed_at.is_some()).collect::<Vec<_>>(), [true, false]);

        // What is on its way keeps its place.
        for _ in 0..2 {
            let job = claim(p, commands::SEND_JOB).await.expect("on its way");
            begin_delivery(p, &job).await.expect("taken").expect("goes");
            commands::report_delivery(p, &job, Report::Sent("250 ok".into())).await.expect("reported");
        }
        commands::merge(p, &actor, id, other.number).await.expect("merged");
        let back = take_in(p, answer(p, WORKSHOP, "Two", &tag_of(p, &side).await)).await;
        assert_eq!(back.place, Place::Aside(into.clone(), side.clone()), "where it is by now");
        let shown = thread(p, into).await;
        let now: Vec<_> = shown.sides.iter().map(|one| (one.id.clone(), one.closed_at.is_none())).collect();
        assert_eq!(now, [(side, true), (second, true)], "an answer opens it again");
        healthy(p).await;
    });
}

#[test]
fn taking_a_mail_back_leaves_the_waiting_of_somebody_else() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let jonas = super::standing_in::colleague(p, "Jonas").await.actor();
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let (side, first) =
            commands::begin_side(p, &actor, id, "Parts", said(&[WORKSHOP], "Two?")).await.expect("begun");
        commands::set_state(p, &jonas, id, State::WaitingOthers, None).await.expect("waits");
        commands::undo_send(p, &actor, &first).await.expect("taken back");
        assert_eq!(find(p, id).await.state, State::WaitingOthers, "Jonas said so");
        // Nor does a mail that finds it waiting, or one whose waiting somebody named since.
        let wait = || SideMessage { wait: true, ..said(&[WORKSHOP], "Three?") };
        let second = commands::write_side(p, &actor, &side, wait()).await.expect("written");
        commands::undo_send(p, &actor, &second).await.expect("taken back");
        assert_eq!(find(p, id).await.state, State::WaitingOthers);
        commands::set_state(p, &jonas, id, State::Open, None).await.expect("opened");
        let third = commands::write_side(p, &actor, &side, wait()).await.expect("written");
        let label = Some("Waiting for parts".to_owned());
        commands::set_state(p, &jonas, id, State::WaitingOthers, label.clone()).await.expect("named");
        commands::undo_send(p, &actor, &third).await.expect("taken back");
        let now = find(p, id).await;
        assert_eq!((now.state, now.label), (State::WaitingOthers, label));
    });
}

#[test]
fn the_customers_list_of_requests_shows_no_trace_of_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let older = take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let person = find(p, &older).await.person;
        test.clock.advance(SignedDuration::from_hours(1));
        let newer = take_in(p, mail(p, KARI, "Propellen", "Hei igjen")).await.conversation;
        let mine = || async {
            let found = queries::mine(&mut p.db.read().await.expect("read"), &person, None, 10).await.expect("read");
            found.into_iter().map(|it| (it.id, it.touched_at)).collect::<Vec<_>>()
        };
        let before = mine().await;
        assert_eq!(before.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(), [newer, older.clone()]);
        test.clock.advance(SignedDuration::from_hours(1));
        let (side, _) =
            commands::begin_side(p, &actor, &older, "Parts", said(&[WORKSHOP], "Two?")).await.expect("begun");
        assert_eq!(mine().await, before);
        let tag = tag_of(p, &side).await;
        assert_eq!(take_in(p, answer(p, WORKSHOP, "Two on the shelf", &tag)).await.conversation, older);
        assert_eq!(mine().await, before);
        let theirs =
            Inbound { references: vec!["Motoren-3@post.example".into()], ..mail(p, KARI, "Re: Motoren", "Og?") };
        assert_eq!(take_in(p, theirs).await.conversation, older);
        assert_eq!(mine().await[0].0, older, "what they write themselves counts");
    });
}
