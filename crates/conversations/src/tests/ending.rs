//! How conversations end: what became of them, complaints, and what customers say, on both engines.

use std::collections::BTreeSet;

use super::merging::{happened, healthy, thread};
use super::*;
use crate::commands::{Closing, NewContact};
use crate::model::{Contact, Ending, Outcome, Said, Stated};
use crate::settings::Outcomes;

async fn ended(p: &Platform, id: &ConversationId) -> queries::Ended {
    queries::ended(&mut p.db.read().await.expect("read"), id).await.expect("read")
}

fn became(ending: Ending) -> Closing<'static> {
    Closing { reason: Some("By phone."), outcome: Some(Stated { ending, known: None }), ..Closing::default() }
}

/// Closed because its customer spoke last, whatever hangs on it.
const BY_PHONE: Closing<'static> = Closing { reason: Some("By phone."), anyway: false, outcome: None, despite: false };

async fn required(p: &Platform, keys: &[&str]) {
    let mut tx = p.begin().await.expect("begin");
    let required: BTreeSet<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    settings::set_outcomes(&mut tx, &Outcomes { required, ask: false }).await.expect("set");
    tx.commit().await.expect("commit");
}

async fn customer(p: &Platform, id: &ConversationId) -> Actor {
    Actor::Customer { id: find(p, id).await.person.to_string() }
}

#[test]
fn an_outcome_is_kept_taken_back_and_gone_once_it_is_open() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await.conversation;
        test.clock.advance(SignedDuration::from_hours(1));
        let second = take_in(p, mail(p, "kari@post.example", "Sadelen", "Hei du")).await.conversation;
        let early = commands::state_outcome(p, &actor, &first, became(Ending::Righted).outcome).await;
        assert!(matches!(early, Err(CommandError::Refused(Refusal::NotAsked))), "it is open");
        let step =
            commands::close_with(p, &actor, &first, became(Ending::Righted)).await.expect("closed").expect("a step");
        let righted = Some(Outcome { ending: Ending::Righted, known: false });
        assert_eq!(ended(p, &first).await.outcome, righted, "the first they ever wrote: they are new");
        commands::undo(p, &actor, &step).await.expect("undone");
        assert_eq!((find(p, &first).await.state, ended(p, &first).await.outcome), (State::New, None));
        commands::close_with(p, &actor, &second, became(Ending::Ordered)).await.expect("closed");
        assert_eq!(ended(p, &second).await.outcome, Some(Outcome { ending: Ending::Ordered, known: true }));

        let other = Some(Stated { ending: Ending::Informed, known: Some(false) });
        let step = commands::state_outcome(p, &actor, &second, other).await.expect("said").expect("a step");
        assert_eq!(ended(p, &second).await.outcome, Some(Outcome { ending: Ending::Informed, known: false }));
        commands::undo(p, &actor, &step).await.expect("undone");
        assert_eq!(ended(p, &second).await.outcome, Some(Outcome { ending: Ending::Ordered, known: true }));

        // Whoever opens it, what became of it stands no more; taking that back brings it back.
        let step = commands::reopen(p, &actor, &second, None).await.expect("open").expect("a step");
        assert_eq!(ended(p, &second).await.outcome, None);
        commands::undo(p, &actor, &step).await.expect("undone");
        assert_eq!(ended(p, &second).await.outcome, Some(Outcome { ending: Ending::Ordered, known: true }));
        let sent = commands::reply(p, &actor, &second, reply("En ting til.")).await.expect("sent");
        assert_eq!(ended(p, &second).await.outcome, None, "the reply opened it");
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(ended(p, &second).await.outcome, Some(Outcome { ending: Ending::Ordered, known: true }));
        commands::state_outcome(p, &actor, &second, None).await.expect("taken away");
        assert_eq!(ended(p, &second).await.outcome, None);
        assert!(happened(&thread(p, &second).await, "conversation.outcome_stated") >= 5);
        healthy(p).await;
    });
}

#[test]
fn a_department_may_want_to_know_and_then_nothing_closes_without() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await.conversation;
        required(p, &["dep_00000000000000000000000001"]).await;
        let closing = NewReply { then: AfterReply::Solve, ..reply("Ferdig") };
        required(p, &[""]).await;
        let needed = |refused: &Result<Option<crate::StepId>, CommandError>| {
            matches!(refused, Err(CommandError::Refused(Refusal::OutcomeNeeded)))
        };
        assert!(needed(&commands::close_with(p, &actor, id, BY_PHONE).await));
        assert!(needed(&commands::close_with(p, &actor, id, Closing { anyway: true, ..BY_PHONE }).await));
        let refused = commands::reply(p, &actor, id, closing.clone()).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::OutcomeNeeded))));
        let said = NewReply { outcome: Some(Stated { ending: Ending::Other, known: None }), ..closing };
        let sent = commands::reply(p, &actor, id, said).await.expect("sent");
        assert_eq!(ended(p, id).await.outcome.map(|one| one.ending), Some(Ending::Other));
        assert!(needed(&commands::state_outcome(p, &actor, id, None).await), "nor is it taken away");
        commands::undo_send(p, &actor, &sent).await.expect("taken back");
        assert_eq!(ended(p, id).await.outcome, None);

        // The customer owes nobody an outcome.
        commands::settle(p, &customer(p, id).await, id).await.expect("settled");
        assert_eq!(find(p, id).await.state, State::Solved);
        let light = hired(p, "Petra Lie", Role::Light).await.actor();
        assert!(commands::set_outcomes(p, &light, Outcomes::default()).await.is_err());
        let lead = hired(p, "Olav Lie", Role::Admin).await.actor();
        let nowhere = Outcomes { required: BTreeSet::from(["dep_00000000000000000000000002".to_owned()]), ask: true };
        let refused = commands::set_outcomes(p, &lead, nowhere).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchDepartment))));
    });
}

#[test]
fn a_complaint_closes_by_a_yes_by_three_days_or_by_whoever_leads() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let lead = hired(p, "Olav Lie", Role::Admin).await.actor();
        let open = |refused: &Result<Option<crate::StepId>, CommandError>| {
            matches!(refused, Err(CommandError::Refused(Refusal::ComplaintOpen)))
        };
        let none = &take_in(p, mail(p, "ola@post.example", "Sykkelen", "Hei")).await.conversation;
        let refused = commands::customer_content(p, &actor, none, "yes").await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NotAsked))), "it is no complaint");
        let id = &take_in(p, mail(p, "kari@post.example", "Motoren", "Den stopper.")).await.conversation;
        commands::mark_complaint(p, &actor, id, true).await.expect("marked");
        commands::mark_complaint(p, &actor, id, true).await.expect("twice is once");
        assert_eq!(happened(&thread(p, id).await, "conversation.complaint_marked"), 1);
        assert_eq!(super::searching::numbers(p, "is:complaint").await, [find(p, id).await.number]);
        assert!(open(&commands::close_with(p, &actor, id, BY_PHONE).await));

        let empty = commands::customer_content(p, &actor, id, " ").await;
        assert!(matches!(empty, Err(CommandError::Refused(Refusal::WhyMissing))));
        commands::customer_content(p, &actor, id, "Said yes by phone.").await.expect("written down");
        let step = commands::close_with(p, &actor, id, BY_PHONE).await.expect("closed").expect("a step");
        commands::undo(p, &actor, &step).await.expect("undone");

        // What they write begins it anew; a try a day for three days is enough.
        test.clock.advance(SignedDuration::from_hours(1));
        let mut again = mail(p, "kari@post.example", "Re: Motoren", "Nei, den stopper igjen.");
        again.reply_tags = vec![naming::reply_tag(p, find(p, id).await.number, &find(p, id).await.person)];
        assert_eq!(take_in(p, again).await.conversation, *id);
        assert!(open(&commands::close_with(p, &actor, id, BY_PHONE).await));
        test.clock.advance(SignedDuration::from_mins(1));
        for day in 0..3 {
            let closing = NewReply { then: AfterReply::Solve, ..reply(&format!("Virker den? {day}")) };
            if day < 2 {
                let refused = commands::reply(p, &actor, id, closing).await;
                assert!(matches!(refused, Err(CommandError::Refused(Refusal::ComplaintOpen))), "day {day}");
                let contact = Contact { spoke: false, ..Contact::default() };
                let call = NewContact { contact, body: "No answer.".into(), ..NewContact::default() };
                commands::log_contact(p, &actor, id, call).await.expect("tried");
            } else {
                commands::reply(p, &actor, id, closing).await.expect("the third day, by the reply itself");
            }
            test.clock.advance(SignedDuration::from_hours(25));
        }
        assert_eq!(find(p, id).await.state, State::Solved);

        // Those who lead close one all the same, and say why.
        let hard = &take_in(p, mail(p, "per@post.example", "Rammen", "Den er skjev.")).await.conversation;
        commands::mark_complaint(p, &actor, hard, true).await.expect("marked");
        let despite = Closing { despite: true, ..BY_PHONE };
        let agent = commands::close_with(p, &actor, hard, despite).await;
        assert!(matches!(agent, Err(CommandError::Forbidden)));
        commands::close_with(p, &lead, hard, despite).await.expect("closed");
        assert_eq!(happened(&thread(p, hard).await, "conversation.complaint_overridden"), 1);
        healthy(p).await;
    });
}

#[test]
fn customers_say_whether_it_was_what_they_wanted_and_may_say_otherwise() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await.conversation;
        let kari = customer(p, id).await;
        let early = commands::say_opinion(p, &kari, id, (Said::Exactly, ""), false).await;
        assert!(matches!(early, Err(CommandError::Refused(Refusal::NotAsked))), "it is not solved");
        assert!(
            commands::say_opinion(p, &actor, id, (Said::Exactly, ""), false).await.is_err(),
            "colleagues are not asked"
        );
        commands::close(p, &actor, id, Some("By phone.")).await.expect("closed");
        commands::say_opinion(p, &kari, id, (Said::Exactly, ""), false).await.expect("said");
        commands::say_opinion(p, &kari, id, (Said::Almost, " The bell\r\nrattles. "), false).await.expect("changed");
        let opinions = ended(p, id).await.opinions;
        assert_eq!(opinions.len(), 1, "one for each time that it is solved");
        assert_eq!(
            (opinions[0].said, opinions[0].comment.as_str(), opinions[0].open),
            (Said::Almost, "The bell\nrattles.", true)
        );
        assert_eq!(find(p, id).await.state, State::Solved);
        commands::say_opinion(p, &kari, id, (Said::Almost, "The bell\nrattles."), false).await.expect("said again");
        let needs = crate::store::needs_of(&mut p.db.read().await.expect("read"), id).await.expect("read");
        let needs: Vec<_> = needs.iter().map(|one| (one.words.contains("rattles"), one.state, &one.noted_by)).collect();
        assert_eq!(needs, [(true, crate::NeedState::Open, &None)], "what was missing is one need");
        let wishes = async || {
            let needs = crate::store::needs_of(&mut p.db.read().await.expect("read"), id).await.expect("read");
            needs.into_iter().map(|one| one.words).collect::<Vec<_>>()
        };
        commands::say_opinion(p, &kari, id, (Said::Almost, "The lamp flickers."), false).await.expect("corrected");
        assert_eq!(wishes().await, ["The lamp flickers."], "the need is what they meant");
        commands::say_opinion(p, &kari, id, (Said::No, "It stops."), false).await.expect("said");
        let it = find(p, id).await;
        assert_eq!((it.state, it.unread, it.customer_spoke_last), (State::Open, true, true));
        assert!(it.clocks.due().is_some(), "somebody owes an answer");
        assert!(!ended(p, id).await.opinions[0].open);
        assert_eq!(wishes().await, Vec::<String>::new(), "what they took back is no need");
        commands::close(p, &actor, id, Some("By phone.")).await.expect("closed");
        commands::say_opinion(p, &kari, id, (Said::Almost, ""), true).await.expect("said");
        assert_eq!((find(p, id).await.state, ended(p, id).await.opinions.len()), (State::Open, 2));
        let stranger = Actor::Customer { id: format!("per_{}", "1".repeat(26)) };
        let other = commands::say_opinion(p, &stranger, id, (Said::No, ""), false).await;
        assert!(matches!(other, Err(CommandError::NotFound)));

        // Of a complaint they are asked before it is solved, and exactly is a yes.
        commands::mark_complaint(p, &actor, id, true).await.expect("marked");
        commands::reply(p, &actor, id, reply("Virker den nå?")).await.expect("sent");
        commands::say_opinion(p, &kari, id, (Said::Exactly, ""), false).await.expect("asked");
        assert!(ended(p, id).await.complaint.and_then(|one| one.yes).is_some());
        commands::close(p, &actor, id, None).await.expect("they said yes");
        assert_eq!(happened(&thread(p, id).await, "conversation.opinion_given"), 7);
        healthy(p).await;
    });
}

#[test]
fn two_that_become_one_bring_what_was_said_and_take_it_apart_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let one = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await;
        let two = take_in(p, mail(p, "kari@post.example", "Sadelen", "Hei du")).await;
        commands::close_with(p, &actor, &one.conversation, became(Ending::Righted)).await.expect("closed");
        let kari = customer(p, &one.conversation).await;
        commands::say_opinion(p, &kari, &one.conversation, (Said::Exactly, "Thanks"), false).await.expect("said");
        commands::mark_complaint(p, &actor, &one.conversation, true).await.expect("marked");
        let before = ended(p, &one.conversation).await;
        commands::mark_complaint(p, &actor, &two.conversation, false).await.expect("said to be none");
        let stood = ended(p, &two.conversation).await;
        assert!(stood.complaint.as_ref().is_some_and(|it| !it.is), "{stood:?}");
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        let there = ended(p, &two.conversation).await;
        assert_eq!((there.outcome, there.opinions.len(), there.complaint.is_some()), (None, 1, true));
        commands::undo_merge(p, &actor, &one.conversation).await.expect("undone");
        assert_eq!(ended(p, &two.conversation).await, stood);
        let after = ended(p, &one.conversation).await;
        assert_eq!((after.outcome, after.complaint), (before.outcome, before.complaint));
        assert_eq!((after.opinions[0].comment.as_str(), after.opinions[0].open), ("Thanks", true));
        healthy(p).await;
    });
}

#[test]
fn who_is_treated_with_care_is_not_asked_whether_it_was_what_they_wanted() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut tx = p.begin().await.expect("begin");
        settings::set_outcomes(&mut tx, &Outcomes { ask: true, ..Outcomes::default() }).await.expect("set");
        tx.commit().await.expect("commit");
        let mut asked = Vec::new();
        for (subject, careful) in [("Motoren", false), ("Sadelen", true)] {
            let placed = take_in(p, mail(p, "kari@post.example", subject, "Hei")).await;
            let closing = NewReply { then: AfterReply::Solve, ..reply("Ferdig") };
            commands::reply(p, &actor, &placed.conversation, closing).await.expect("sent");
            if careful {
                // After it was written, and before it goes.
                let kari = find(p, &placed.conversation).await.person;
                let kind = people::care::CareKind::NewBaby;
                let care = people::care::NewCare { kind, why: "A girl".into(), until: None };
                let mut tx = p.begin().await.expect("begin");
                people::care::set(&mut tx, &actor, &kari, &care).await.expect("set");
                tx.commit().await.expect("commit");
            }
            let job = claim(p, commands::SEND_JOB).await.expect("a job to send it");
            let out = commands::begin_delivery(p, &job).await.expect("begin").expect("to send");
            assert!(out.page.is_some(), "{subject}");
            asked.push(out.asks);
            test.clock.advance(SignedDuration::from_hours(1));
        }
        assert_eq!(asked, [true, false]);
    });
}

#[test]
fn what_begins_shows_of_what_was_solved_shortly_before_alone_that_it_was_no_end() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let long_ago = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await.conversation;
        commands::close(p, &actor, &long_ago, Some("By phone.")).await.expect("closed");
        test.clock.advance(SignedDuration::from_hours(1));
        let shortly = take_in(p, mail(p, "kari@post.example", "Sadelen", "Hei du")).await.conversation;
        // Nobody has touched it for longer than that when it is solved.
        test.clock.advance(SignedDuration::from_hours(24 * 9));
        commands::close(p, &actor, &shortly, Some("By phone.")).await.expect("closed");
        test.clock.advance(SignedDuration::from_hours(24));
        let now = take_in(p, mail(p, "kari@post.example", "Pumpa", "Hei igjen")).await.conversation;
        let shown = queries::solved_before(&mut p.db.read().await.expect("read"), &now).await.expect("read");
        assert_eq!(shown, [shortly]);
    });
}

#[test]
fn a_call_or_a_macro_that_closes_says_what_became_of_it_where_that_must_be_said() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let admin = hired(p, "Mette Holm", Role::Admin).await;
        let call = |outcome| NewContact {
            contact: Contact { spoke: true, ..Contact::default() },
            body: "Fixed.".into(),
            then: AfterReply::Solve,
            outcome,
            ..NewContact::default()
        };
        let righted = Some(Stated { ending: Ending::Righted, known: None });
        let needed =
            |answer: Result<(), CommandError>| matches!(answer, Err(CommandError::Refused(Refusal::OutcomeNeeded)));
        required(p, &[""]).await;
        let first = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei")).await.conversation;
        assert!(needed(commands::log_contact(p, &actor, &first, call(None)).await.map(drop)));
        commands::log_contact(p, &actor, &first, call(righted)).await.expect("logged");
        assert_eq!(find(p, &first).await.state, State::Solved);
        assert_eq!(ended(p, &first).await.outcome, Some(Outcome { ending: Ending::Righted, known: false }));

        let act = |code: &str| crate::MacroAct::from_code(code).expect(code);
        let made = async |name: &str, text: &str, acts: &[&str]| {
            let texts = [(Language::Nb, text.to_owned())].into_iter().filter(|(_, text)| !text.is_empty()).collect();
            let acts = acts.iter().map(|code| act(code)).collect();
            let new = commands::NewMacro { name: name.into(), texts, acts, ..Default::default() };
            commands::make_macro(p, &admin.actor(), new).await.expect("made")
        };
        let (bare, whole) = (&["state:solved"][..], &["state:solved", "outcome:informed"][..]);
        let informed = |known| Some(Outcome { ending: Ending::Informed, known });
        // Without a message, and as a reply.
        for (n, text) in ["", "Slik er det."].into_iter().enumerate() {
            let (unsaid, said) = (made("Bare", text, bare).await, made("Whole", text, whole).await);
            let mail = mail(p, "ola@post.example", &format!("Sadelen {n}"), "Hei");
            let id = take_in(p, mail).await.conversation;
            assert!(needed(commands::apply_macro(p, &actor, &id, &unsaid, None).await.map(drop)), "{text}");
            assert_eq!(find(p, &id).await.state, State::New, "nothing is done by halves");
            commands::apply_macro(p, &actor, &id, &said, None).await.expect("used");
            assert_eq!((find(p, &id).await.state, ended(p, &id).await.outcome), (State::Solved, informed(n > 0)));
            healthy(p).await;
            test.clock.advance(SignedDuration::from_hours(1));
        }
        // What is open stays unsaid; of what is closed it is said later, and taken back.
        let only = made("Only", "", &["outcome:lost"]).await;
        let open = take_in(p, mail(p, "per@post.example", "Lykten", "Hei")).await.conversation;
        commands::apply_macro(p, &actor, &open, &only, None).await.expect("used");
        assert_eq!((find(p, &open).await.state, ended(p, &open).await.outcome), (State::New, None));
        let lost = crate::Also { acts: vec![act("outcome:lost")], ..crate::Also::default() };
        let step = commands::act(p, &actor, &first, None, lost).await.expect("said").expect("a step");
        assert_eq!(ended(p, &first).await.outcome.map(|one| one.ending), Some(Ending::Lost));
        commands::undo(p, &actor, &step).await.expect("undone");
        assert_eq!(ended(p, &first).await.outcome.map(|one| one.ending), Some(Ending::Righted));
    });
}
