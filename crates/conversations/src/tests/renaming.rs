//! Another subject on both engines: what bears it, that mails find their way as before, and that it is taken back, comes
//! apart and is masked with the rest.

use people::privacy::Holders;
use platform::vals;

use super::merging::{happened, healthy, thread};
use super::searching::numbers;
use super::sides::said;
use super::*;
use crate::commands::Outbound;
use crate::ids::SideId;

const HOLDERS: Holders = Holders(&[&crate::Conversations]);
const KARI: &str = "kari@post.example";
const TOR: &str = "tor@verksted.example";
const CHANGED: &str = "conversation.subject_changed";

async fn subject(p: &Platform, id: &ConversationId) -> String {
    find(p, id).await.subject
}

/// The next mail that leaves; it arrives.
async fn leaves(p: &Platform) -> Outbound {
    let job = claim(p, commands::SEND_JOB).await.expect("on its way");
    let out = commands::begin_delivery(p, &job).await.expect("taken").expect("goes");
    commands::report_delivery(p, &job, Report::Sent("250 ok".into())).await.expect("reported");
    out
}

async fn somebody(p: &Platform, role: Role) -> Actor {
    hired(p, &format!("{role:?}"), role).await.actor()
}

/// A side thread with the workshop.
async fn aside(p: &Platform, actor: &Actor, id: &ConversationId) -> SideId {
    let new = said(&["parts@workshop.example"], "Have you got two?");
    commands::begin_side(p, actor, id, "Harnesses", new).await.expect("begun").0
}

async fn title(p: &Platform, side: &SideId) -> String {
    let found = store::find_side(&mut p.db.read().await.expect("read"), &Scope::All, side).await.expect("read");
    found.expect("is there").title
}

#[test]
fn everything_bears_the_new_subject_and_mails_find_it_as_before() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let id = &placed.conversation;
        let step = commands::change_subject(p, &actor, id, " Bakgiret\r\n knaker ").await.expect("changed");
        assert!(step.is_some() && subject(p, id).await == "Bakgiret knaker");
        let again = commands::change_subject(p, &actor, id, "Bakgiret  knaker").await.expect("as it is");
        assert_eq!(again, None, "what changes nothing is no step");
        let shown = thread(p, id).await;
        assert_eq!(happened(&shown, CHANGED), 1);
        let said = &shown.history.last().expect("told").sentence;
        let words: Vec<&str> = said.args.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!((said.message, words), ("event-subject-changed", vec!["Ingrid Moen", "Motoren", "Bakgiret knaker"]));
        assert_eq!((shown.came_as.as_deref(), shown.first_subject()), (Some("Motoren"), "Motoren"));

        assert_eq!(numbers(p, "bakgiret").await, [placed.number]);
        assert_eq!(numbers(p, "motoren").await, [0_i64; 0], "nobody says so any more");
        let mut conn = p.db.read().await.expect("read");
        let known = conn.number("SELECT COUNT(*) AS n FROM search_word WHERE word = 'motoren'", vals![]).await;
        assert_eq!(known.expect("counted"), 0, "nor is it offered to those who mistype");
        drop(conn);
        let it = find(p, id).await;
        let request = queries::request(p, &mut p.db.read().await.expect("read"), it).await;
        assert_eq!(request.expect("read").conversation.subject, "Bakgiret knaker", "the customer sees it");

        commands::reply(p, &actor, id, reply("Vi ser på det.")).await.expect("reply");
        let out = leaves(p).await;
        assert_eq!((out.subject.as_str(), out.begins), ("Bakgiret knaker", false));
        assert_eq!(out.references, ["Motoren-3@post.example"]);
        let mut answer = mail(p, KARI, "Re: Motoren", "Takk");
        answer.reply_tags = vec![out.reply_tag];
        assert_eq!(take_in(p, answer).await.place, Place::Join(id.clone(), Evidence::ReplyAddress));
        let mut answer = mail(p, KARI, "Re: Motoren", "Og en ting til");
        answer.references = vec![out.mail_id];
        assert_eq!(take_in(p, answer).await.place, Place::Join(id.clone(), Evidence::OurMessage));
        assert_eq!(subject(p, id).await, "Bakgiret knaker", "an answer changes nothing of it");

        let long = "x".repeat(201);
        for (wrong, why) in [(" \n", Refusal::NoSubject), (long.as_str(), Refusal::SubjectTooLong)] {
            let refused = commands::change_subject(p, &actor, id, wrong).await;
            assert!(matches!(refused, Err(CommandError::Refused(found)) if found == why), "{refused:?}");
        }
        let customer = Actor::Customer { id: find(p, id).await.person.to_string() };
        for nobody in [somebody(p, Role::Light).await, customer] {
            let refused = commands::change_subject(p, &nobody, id, "Mitt").await;
            assert!(matches!(refused, Err(CommandError::Forbidden)), "{refused:?}");
        }
        assert_eq!(happened(&thread(p, id).await, CHANGED), 1);
        healthy(p).await;
    });
}

#[test]
fn of_a_long_conversation_the_first_and_the_newest_are_found_at_once_and_a_job_sees_to_the_rest() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Hei fra verkstedet")).await;
        let (id, number) = (&placed.conversation, placed.number);
        test.clock.advance(SignedDuration::from_mins(1));
        commands::note(p, &actor, id, "kjedekasse").await.expect("noted");
        test.clock.advance(SignedDuration::from_mins(1));
        for _ in 1..store::AT_ONCE {
            commands::note(p, &actor, id, "ring").await.expect("noted");
        }
        test.clock.advance(SignedDuration::from_mins(1));
        commands::note(p, &actor, id, "bremseskive").await.expect("noted");
        commands::change_subject(p, &actor, id, "Bakgiret").await.expect("changed");
        for query in ["bakgiret verkstedet", "bakgiret bremseskive", "motoren kjedekasse"] {
            assert_eq!(numbers(p, query).await, [number], "{query}");
        }
        let job = claim(p, commands::INDEX_JOB).await.expect("the rest");
        commands::index_anew(p, &job).await.expect("written");
        assert_eq!(numbers(p, "bakgiret kjedekasse").await, [number]);
        assert_eq!(numbers(p, "motoren").await, [0_i64; 0]);
        let mut conn = p.db.read().await.expect("read");
        let known = conn.number("SELECT COUNT(*) AS n FROM search_word WHERE word = 'motoren'", vals![]).await;
        assert_eq!(known.expect("counted"), 0, "nor is it offered to those who mistype");
        drop(conn);
        assert!(claim(p, commands::INDEX_JOB).await.is_none(), "once");
        healthy(p).await;
    });
}

#[test]
fn every_attempt_to_send_a_mail_calls_it_as_the_first_did() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Motoren", "Hei")).await.conversation;
        let sent = commands::reply(p, &actor, id, reply("Vi ser på det.")).await.expect("reply");
        let job = claim(p, commands::SEND_JOB).await.expect("on its way");
        let first = commands::begin_delivery(p, &job).await.expect("taken").expect("goes");
        commands::report_delivery(p, &job, Report::Later("421 busy".into())).await.expect("reported");
        commands::change_subject(p, &actor, id, "Bakgiret").await.expect("changed");
        let second = commands::begin_delivery(p, &job).await.expect("taken").expect("goes");
        assert_eq!((second.subject.as_str(), &second.mail_id), ("Motoren", &first.mail_id));
        commands::report_delivery(p, &job, Report::Failed("550 no".into())).await.expect("reported");
        commands::retry_delivery(p, &actor, &sent).await.expect("once more");
        assert_eq!(leaves(p).await.subject, "Motoren", "also when a colleague sends it again");
        let sql = "SELECT COUNT(*) AS n FROM delivery WHERE subject IS NOT NULL";
        let kept = p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted");
        assert_eq!(kept, 0, "it went");
        commands::reply(p, &actor, id, reply("Den er klar.")).await.expect("reply");
        assert_eq!(leaves(p).await.subject, "Bakgiret", "the next one bears the new one");
        healthy(p).await;
    });
}

#[test]
fn it_is_taken_back_alone_and_not_when_somebody_changed_it_since() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "", "Hei")).await;
        let id = &placed.conversation;
        let step = commands::change_subject(p, &actor, id, "Bakgiret").await.expect("changed").expect("a step");
        let mut conn = p.db.read().await.expect("read");
        let done = queries::step(&mut conn, &me, &step, p.clock.machine()).await.expect("asked").expect("is there");
        drop(conn);
        assert_eq!(done.said[0].args, [("to", "Bakgiret".to_owned())]);
        // What else was done meanwhile stays.
        commands::tag(p, &actor, id, &["gir".into()]).await.expect("tagged");
        assert_eq!(commands::undo(p, &actor, &step).await.expect("taken back")[0].left, None);
        let shown = thread(p, id).await;
        assert_eq!((shown.conversation.subject.as_str(), shown.tags.len()), ("", 1));
        assert_eq!((happened(&shown, CHANGED), happened(&shown, "conversation.step_undone")), (2, 1));
        let told: Vec<_> = shown.history.iter().filter(|one| one.kind == CHANGED).collect();
        assert_eq!(told[0].sentence.message, "event-subject-given");
        assert_eq!(told[1].sentence.message, "event-subject-taken");
        assert_eq!(numbers(p, "bakgiret").await, [0_i64; 0]);

        let mine = commands::change_subject(p, &actor, id, "Bakgiret").await.expect("changed").expect("a step");
        let other = somebody(p, Role::Agent).await;
        commands::change_subject(p, &other, id, "Kjedet").await.expect("somebody else");
        let left = commands::undo(p, &actor, &mine).await.expect("asked")[0].left;
        assert_eq!(left, Some(Some(Refusal::ChangedSince)));
        assert_eq!(subject(p, id).await, "Kjedet", "untouched");
        // An act about something else keeps none of the customer's words.
        commands::assign(p, &actor, id, Some(&me)).await.expect("assigned");
        let sql = "SELECT COUNT(*) AS n FROM step WHERE kind = '\"owner\"' AND before_it LIKE '%Kjedet%'";
        let kept = p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted");
        assert_eq!(kept, 0);
        healthy(p).await;
    });
}

#[test]
fn a_side_thread_is_called_otherwise_in_its_mails_alone_and_again_as_before() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let placed = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let id = &placed.conversation;
        let side = aside(p, &actor, id).await;
        let other = aside(p, &actor, id).await;
        let (of, step) = commands::change_side_subject(p, &actor, &side, "Two wiring looms").await.expect("changed");
        assert_eq!((of, title(p, &side).await.as_str()), (id.clone(), "Two wiring looms"));
        assert_eq!((title(p, &other).await.as_str(), subject(p, id).await.as_str()), ("Harnesses", "Motoren"));
        assert_eq!(numbers(p, "looms").await, [placed.number]);
        let shown = thread(p, id).await;
        assert_eq!(happened(&shown, "conversation.side_renamed"), 1);
        assert_eq!(shown.history.last().expect("told").sentence.message, "event-side-renamed");
        let mut subjects = vec![leaves(p).await.subject, leaves(p).await.subject];
        subjects.sort();
        assert_eq!(subjects, ["Harnesses", "Two wiring looms"]);

        commands::undo(p, &actor, &step.expect("a step")).await.expect("taken back");
        assert_eq!(title(p, &side).await, "Harnesses");
        assert_eq!(numbers(p, "looms").await, [0_i64; 0]);
        assert_eq!(numbers(p, "harnesses").await, [placed.number]);
        let (_, nothing) = commands::change_side_subject(p, &actor, &side, "Harnesses").await.expect("as it is");
        assert_eq!(nothing, None);
        let refused = commands::change_side_subject(p, &actor, &side, " ").await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSubject))), "{refused:?}");
        let light = somebody(p, Role::Light).await;
        let refused = commands::change_side_subject(p, &light, &side, "Mine").await;
        assert!(matches!(refused, Err(CommandError::Forbidden)), "{refused:?}");
        healthy(p).await;
    });
}

#[test]
fn what_became_part_of_another_keeps_its_own_subject_and_is_found_by_it_again() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let motor = take_in(p, mail(p, KARI, "Motoren", "Hei")).await;
        let saddle = take_in(p, mail(p, KARI, "Sadelen", "Hei igjen")).await;
        commands::merge(p, &actor, &saddle.conversation, motor.number).await.expect("merged");
        // A page that was open before asks for it by the old name.
        commands::change_subject(p, &actor, &saddle.conversation, "Sykkelen").await.expect("changed");
        assert_eq!(subject(p, &motor.conversation).await, "Sykkelen");
        assert_eq!(subject(p, &saddle.conversation).await, "Sadelen");
        assert_eq!(numbers(p, "sykkelen").await, [motor.number]);
        commands::undo_merge(p, &actor, &saddle.conversation).await.expect("taken apart");
        assert_eq!(subject(p, &motor.conversation).await, "Sykkelen");
        assert_eq!(subject(p, &saddle.conversation).await, "Sadelen");
        assert_eq!(numbers(p, "sykkelen").await, [motor.number]);
        assert_eq!(numbers(p, "sadelen").await, [saddle.number]);
        healthy(p).await;
    });
}

#[test]
fn a_mail_that_was_handed_on_still_says_who_wrote_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let text = "Can you take this?\n\n________________________________\nFrom: Kari Nes <kari.nes@post.example>\n\
             Date: 20.11.2025 10:12\nSubject: Bent wheel\nTo: Tor <tor@verksted.example>\n\nHello,\n\nmy wheel is bent.\n";
        let placed = take_in(p, mail(p, TOR, "Fwd: Bent wheel", text)).await;
        // An answer by its subject, it would hand nothing on.
        commands::change_subject(p, &actor, &placed.conversation, "Re: the wheel").await.expect("changed");
        commands::answer_writer(p, &actor, &placed.conversation, &placed.message).await.expect("turned");
        assert_eq!(thread(p, &placed.conversation).await.person.name, "Kari Nes");
        commands::answer_forwarder(p, &actor, &placed.conversation, &placed.message).await.expect("back");
        healthy(p).await;
    });
}

#[test]
fn a_card_number_leaves_what_it_was_called_before() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let id = &take_in(p, mail(p, KARI, "Kort 4111 1111 1111 1111", "Hei")).await.conversation;
        commands::reply(p, &actor, id, reply("Vi ser på det.")).await.expect("reply");
        let job = claim(p, commands::SEND_JOB).await.expect("on its way");
        commands::begin_delivery(p, &job).await.expect("taken").expect("goes");
        commands::report_delivery(p, &job, Report::Later("421 busy".into())).await.expect("reported");
        commands::change_subject(p, &actor, id, "Kortet").await.expect("changed");
        let aside = said(&[TOR], "Is it hers?");
        commands::begin_side(p, &actor, id, "Kort 4111 1111 1111 1111", aside).await.expect("begun");
        assert_eq!(commands::mask_cards(p, &actor, HOLDERS, id, vec![]).await.expect("masked"), 0);
        let mut conn = p.db.read().await.expect("read");
        let places = [
            ("event", "payload"),
            ("conversation", "came_as"),
            ("delivery", "subject"),
            ("side_thread", "title"),
            ("step", "before_it || set_to"),
        ];
        for (table, column) in places {
            let sql = format!("SELECT COUNT(*) AS n FROM {table} WHERE {column} LIKE '%4111 1111%'");
            assert_eq!(conn.number(&sql, vals![]).await.expect("counted"), 0, "{table}");
        }
        drop(conn);
        let shown = thread(p, id).await;
        assert_eq!(shown.came_as.as_deref(), Some("Kort •••• •••• •••• 1111"));
        assert_eq!(shown.conversation.subject, "Kortet");
        let again = commands::mask_cards(p, &actor, HOLDERS, id, vec![]).await;
        assert!(matches!(again, Err(CommandError::Refused(Refusal::NothingRedacted))), "{again:?}");
        healthy(p).await;
    });
}

#[test]
fn programs_are_told_both() {
    let event = ConversationEvent::SubjectChanged {
        conversation: "cnv_01kyf5b0000000000000000000".parse().expect("an id"),
        from: "Motoren".into(),
        to: "Bakgiret".into(),
        by: "Ingrid Moen".into(),
    };
    let told = base::Event::public(&event);
    assert_eq!((told["from"].as_str(), told["to"].as_str()), (Some("Motoren"), Some("Bakgiret")));
    assert_eq!(base::Event::kind(&event), CHANGED);
}
