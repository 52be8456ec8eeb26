//! Histories, and what counts of them.

mod policies;

use super::*;

use conversations::rules::clocks::office_hours;
use conversations::{ContactWay, ConversationId, Direction, StepKind};

fn id<T: std::str::FromStr>(prefix: &str, n: u32) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("{prefix}{n:026}").parse().expect("an id")
}

/// Minutes after nine in the morning of a Monday in Oslo.
fn at(minutes: i64) -> Instant {
    let nine: Instant = "2026-11-16T08:00:00Z".parse().expect("a time");
    nine + SignedDuration::from_mins(minutes)
}

const INGRID: &str = "stf_00000000000000000000000001";
const JONAS: &str = "stf_00000000000000000000000002";

fn here() -> ConversationId {
    id("cnv_", 1)
}

fn by(staff: &str) -> String {
    format!("staff:{staff}")
}

fn fact(minutes: i64, actor: &str, event: ConversationEvent) -> Fact {
    Fact { at: at(minutes), actor: actor.to_owned(), event }
}

fn opened() -> Fact {
    let event = ConversationEvent::Opened {
        conversation: here(),
        number: 1,
        person: id("per_", 1),
        channel: "email".into(),
        linked_from: None,
    };
    fact(0, "customer:per_1", event)
}

fn came(minutes: i64, automatic: bool) -> Fact {
    let (conversation, message) = (here(), id("msg_", 1));
    let event = ConversationEvent::MessageReceived {
        conversation,
        message,
        from: String::new(),
        snippet: String::new(),
        automatic,
    };
    fact(minutes, "customer:per_1", event)
}

fn reply(minutes: i64, actor: &str, message: u32) -> Fact {
    let (conversation, message) = (here(), id("msg_", message));
    let event = ConversationEvent::ReplySent { conversation, message, by: String::new(), snippet: String::new() };
    fact(minutes, actor, event)
}

fn moved(minutes: i64, actor: &str, from: State, to: State) -> Fact {
    fact(minutes, actor, ConversationEvent::StateChanged { conversation: here(), from, to, reason: String::new() })
}

fn delivery(minutes: i64, message: u32, state: DeliveryState) -> Fact {
    let (conversation, message) = (here(), id("msg_", message));
    fact(minutes, "system", ConversationEvent::DeliveryChanged { conversation, message, state, words: String::new() })
}

fn breached(minutes: i64, clock: ClockKind) -> Fact {
    fact(minutes, "system", ConversationEvent::ClockBreached { conversation: here(), clock })
}

fn given(minutes: i64, to: &str) -> Fact {
    let to = Some(to.parse().expect("an id"));
    fact(minutes, "system", ConversationEvent::Assigned { conversation: here(), to, name: String::new(), why: None })
}

fn all(facts: &[Fact], done: bool) -> Told {
    let hours = office_hours();
    told(&Case {
        opened_at: at(0),
        owner: JONAS,
        policy: "",
        done,
        merged: false,
        outcome: None,
        again: false,
        facts,
        hours: hours.as_ref(),
    })
}

/// What was counted, at which minute, and the minutes that it took, but for what only moves the backlog and for what is
/// drawn from the whole.
fn counted(told: &Told) -> Vec<(Measure, i64, Option<i64>, Option<i64>)> {
    let minutes = |seconds: Option<i64>| seconds.map(|seconds| seconds / 60);
    let entries = told.entries.iter().filter(|one| {
        !matches!(one.measure, Measure::Enter | Measure::Leave | Measure::FirstContact | Measure::Ended(..))
    });
    entries
        .map(|one| (one.measure, one.at.duration_since(at(0)).as_mins(), minutes(one.real), minutes(one.open)))
        .collect()
}

fn net(told: &Told) -> i64 {
    let by = |one: &Entry| match one.measure {
        Measure::Enter => 1,
        Measure::Leave => -1,
        _ => 0,
    };
    told.entries.iter().map(by).sum()
}

const DAY: i64 = 24 * 60;

#[test]
fn a_question_answered_and_solved_counts_once_of_each() {
    let ingrid = by(INGRID);
    let facts = [
        opened(),
        came(0, false),
        reply(90, &ingrid, 2),
        moved(90, &ingrid, State::New, State::WaitingCustomer),
        came(120, false),
        moved(120, "customer:per_1", State::WaitingCustomer, State::Open),
        // After closing time and on: 16:00 is minute 420.
        reply(DAY + 30, &ingrid, 3),
        moved(DAY + 30, &ingrid, State::Open, State::Solved),
    ];
    let told = all(&facts, true);
    assert_eq!(
        counted(&told),
        [
            (Measure::Opened, 0, None, None),
            (Measure::Received, 0, None, None),
            (Measure::Replied, 90, None, None),
            (Measure::First, 90, Some(90), Some(90)),
            (Measure::InTime, 0, Some(90), Some(90)),
            (Measure::Received, 120, None, None),
            (Measure::Replied, DAY + 30, None, None),
            (Measure::Next, DAY + 30, Some(DAY - 90), Some(300 + 60 + 30)),
            (Measure::Closed, DAY + 30, None, None),
            (Measure::Resolved, DAY + 30, Some(DAY + 30), Some(420 + 60 + 30)),
        ]
    );
    assert_eq!((net(&told), told.open_since, told.waits_since), (0, None, None));
    assert!(told.entries.iter().filter(|one| one.measure == Measure::Replied).all(|one| one.staff == INGRID));
    assert!(told.entries.iter().filter(|one| one.measure == Measure::Opened).all(|one| one.staff == JONAS));
}

#[test]
fn twenty_four_hours_are_in_time_and_a_second_more_is_late() {
    for (seconds, measure) in [(0, Measure::InTime), (1, Measure::Late)] {
        let mut answer = reply(DAY, &by(INGRID), 2);
        answer.at += SignedDuration::from_secs(seconds);
        let told = all(&[opened(), came(0, false), answer], false);
        let judged: Vec<_> =
            told.entries.iter().filter(|one| matches!(one.measure, Measure::InTime | Measure::Late)).collect();
        assert_eq!(judged.len(), 1);
        assert_eq!((judged[0].measure, judged[0].at, judged[0].real), (measure, at(0), Some(86_400 + seconds)));
    }
}

#[test]
fn who_was_closed_without_an_answer_is_late_only_after_a_day() {
    for (minutes, late) in [(DAY - 1, false), (DAY + 1, true)] {
        let facts = [opened(), came(0, false), moved(minutes, &by(INGRID), State::New, State::Closed)];
        let told = all(&facts, true);
        assert_eq!(told.entries.iter().any(|one| one.measure == Measure::Late), late, "{minutes}");
        assert_eq!(told.waits_since, None);
    }
    let told = all(&[opened(), came(0, false)], false);
    assert_eq!((told.open_since, told.waits_since, net(&told)), (Some(at(0)), Some(at(0)), 1));
}

#[test]
fn machines_are_owed_nothing_and_the_first_person_is() {
    let told = all(&[opened(), came(0, true)], false);
    assert_eq!((counted(&told), told.waits_since), (vec![(Measure::Opened, 0, None, None)], None));
    let told = all(&[opened(), came(0, true), came(60, false), reply(100, &by(INGRID), 2)], false);
    let first = told.entries.iter().find(|one| one.measure == Measure::First).expect("answered");
    assert_eq!(first.real, Some(40 * 60));
}

#[test]
fn a_talk_answers_as_a_mail_does_and_one_that_reached_nobody_does_not() {
    let talk = |spoken: i64, written: i64, answers: bool| {
        let event = ConversationEvent::ContactLogged {
            conversation: here(),
            message: id("msg_", 9),
            by: String::new(),
            way: ContactWay::Phone,
            direction: Direction::Out,
            spoke: answers,
            at: at(spoken),
            answers,
        };
        fact(written, &by(INGRID), event)
    };
    let told = all(&[opened(), came(0, false), talk(30, 31, false), talk(45, 60, true)], false);
    let replies =
        |measure| told.entries.iter().filter(|one| one.measure == measure).map(|one| one.at).collect::<Vec<_>>();
    assert_eq!(replies(Measure::Replied), [at(45)], "when they talked, not when it was written down");
    assert_eq!((replies(Measure::First), told.waits_since), (vec![at(45)], None));
}

#[test]
fn what_was_taken_back_or_never_arrived_was_no_answer() {
    let ingrid = by(INGRID);
    let undone = fact(31, &ingrid, ConversationEvent::ReplyUndone { conversation: here(), message: id("msg_", 2) });
    for (second, arrived) in [
        (undone, false),
        (delivery(31, 2, DeliveryState::Failed), false),
        (delivery(31, 2, DeliveryState::Bounced), false),
        (delivery(31, 2, DeliveryState::Sent), true),
    ] {
        let facts = [
            opened(),
            came(0, false),
            reply(30, &ingrid, 2),
            moved(30, &ingrid, State::New, State::Solved),
            second.clone(),
            reply(50, &ingrid, 3),
        ];
        let told = all(&facts, arrived);
        let first = told.entries.iter().find(|one| one.measure == Measure::First).expect("answered");
        assert_eq!(first.real, Some(if arrived { 30 } else { 50 } * 60), "{second:?}");
        assert_eq!(told.entries.iter().any(|one| one.measure == Measure::Closed), arrived, "{second:?}");
        assert_eq!(net(&told), i64::from(!arrived), "{second:?}");
    }
}

#[test]
fn a_failed_reply_that_went_in_the_end_was_an_answer() {
    let ingrid = by(INGRID);
    let facts = [
        opened(),
        came(0, false),
        reply(30, &ingrid, 2),
        delivery(31, 2, DeliveryState::Failed),
        delivery(40, 2, DeliveryState::Waiting),
        delivery(41, 2, DeliveryState::Sent),
    ];
    assert!(all(&facts, false).entries.iter().any(|one| one.measure == Measure::First && one.real == Some(1800)));
}

#[test]
fn reopening_goes_on_with_the_same_case() {
    let ingrid = by(INGRID);
    let mut facts = vec![
        opened(),
        came(0, false),
        reply(30, &ingrid, 2),
        moved(30, &ingrid, State::New, State::Solved),
        came(60, false),
        moved(60, "customer:per_1", State::Solved, State::Open),
    ];
    let told = all(&facts, false);
    assert!(told.entries.iter().any(|one| one.measure == Measure::Reopened && one.at == at(60)));
    assert!(!told.entries.iter().any(|one| one.measure == Measure::Resolved));
    assert_eq!((net(&told), told.open_since), (1, Some(at(0))));
    facts.push(reply(90, &ingrid, 3));
    facts.push(moved(90, &ingrid, State::Open, State::Closed));
    let told = all(&facts, true);
    let resolved: Vec<_> = told.entries.iter().filter(|one| one.measure == Measure::Resolved).collect();
    assert_eq!((resolved.len(), resolved[0].real, resolved[0].staff.as_str()), (1, Some(90 * 60), INGRID));
    assert_eq!(told.entries.iter().filter(|one| one.measure == Measure::Closed).count(), 2);
}

#[test]
fn what_was_closed_by_mistake_and_taken_back_was_never_closed() {
    let ingrid = by(INGRID);
    let undone = |minutes, done_at| {
        let (conversation, step, by) = (here(), StepKind::State, "Ingrid".to_owned());
        fact(minutes, &ingrid, ConversationEvent::StepUndone { conversation, step, done_at: at(done_at), by })
    };
    let mut facts = vec![
        opened(),
        came(0, false),
        moved(10, &ingrid, State::New, State::Solved),
        undone(12, 10),
        moved(12, &ingrid, State::Solved, State::New),
        reply(30, &ingrid, 2),
    ];
    let told = all(&facts, false);
    let none = |measure| !told.entries.iter().any(|one| one.measure == measure);
    assert!(none(Measure::Closed) && none(Measure::Reopened) && none(Measure::Leave));
    let first = told.entries.iter().find(|one| one.measure == Measure::First).expect("the answer was owed");
    assert_eq!((first.real, net(&told), told.open_since), (Some(30 * 60), 1, Some(at(0))));
    // Taking back something else takes no closing back.
    facts[3] = undone(12, 11);
    assert!(all(&facts, false).entries.iter().any(|one| one.measure == Measure::Reopened));
}

#[test]
fn a_wait_for_others_is_no_open_time_of_the_next_answer() {
    let ingrid = by(INGRID);
    let facts = [
        opened(),
        came(0, false),
        reply(10, &ingrid, 2),
        came(20, false),
        moved(40, &ingrid, State::Open, State::WaitingOthers),
        moved(100, &ingrid, State::WaitingOthers, State::Open),
        reply(130, &ingrid, 3),
    ];
    let told = all(&facts, false);
    let next = told.entries.iter().find(|one| one.measure == Measure::Next).expect("answered");
    assert_eq!((next.real, next.open), (Some(110 * 60), Some(50 * 60)));
}

#[test]
fn a_missed_deadline_says_whose_it_was_and_ends_with_the_answer() {
    let facts = [
        opened(),
        came(0, false),
        breached(DAY, ClockKind::First),
        given(DAY + 5, INGRID),
        reply(DAY + 60, &by(INGRID), 2),
        came(DAY + 70, false),
        breached(DAY + 600, ClockKind::Next),
    ];
    let told = all(&facts, false);
    let lapses: Vec<_> = told
        .entries
        .iter()
        .filter(|one| matches!(one.measure, Measure::LapseFirst | Measure::LapseNext))
        .map(|one| (one.measure, one.staff.as_str(), one.real))
        .collect();
    assert_eq!(lapses, [(Measure::LapseFirst, "", Some(3600)), (Measure::LapseNext, INGRID, None)]);
}

#[test]
fn a_reply_that_went_by_itself_is_its_writers() {
    let event = ConversationEvent::ReplyScheduled {
        conversation: here(),
        message: id("msg_", 2),
        by: String::new(),
        due: at(60),
    };
    let told = all(&[opened(), came(0, false), fact(5, &by(INGRID), event), reply(60, "system", 2)], false);
    let replied = told.entries.iter().find(|one| one.measure == Measure::Replied).expect("sent");
    assert_eq!(replied.staff, INGRID);
}

#[test]
fn what_is_blocked_or_became_part_of_another_does_not_count() {
    assert_eq!(all(&[opened(), came(0, false)], true), Told::default());
    let facts = [opened(), came(0, false), reply(30, &by(INGRID), 2)];
    let merged = Case {
        opened_at: at(0),
        owner: "",
        policy: "",
        done: true,
        merged: true,
        outcome: None,
        again: false,
        facts: &facts,
        hours: None,
    };
    assert_eq!(told(&merged), Told::default());
}

#[test]
fn what_we_begin_is_open_but_nothing_is_owed_until_they_write() {
    let event = ConversationEvent::Begun { conversation: here(), number: 1, person: id("per_", 1), by: String::new() };
    let mut facts = vec![fact(0, &by(INGRID), event), reply(0, &by(INGRID), 1)];
    let told = all(&facts, false);
    assert_eq!((counted(&told), net(&told)), (vec![(Measure::Replied, 0, None, None)], 1));
    facts.extend([came(60, false), reply(100, &by(INGRID), 2)]);
    let took: Vec<_> =
        all(&facts, false).entries.into_iter().filter_map(|one| one.real.map(|s| (one.measure, s))).collect();
    assert_eq!(took, [(Measure::Next, 40 * 60)]);
}

#[test]
fn the_backlog_follows_the_conversation_even_where_the_log_is_silent() {
    let ingrid = by(INGRID);
    let solved = [opened(), came(0, false), reply(30, &ingrid, 2), moved(30, &ingrid, State::New, State::Solved)];
    assert_eq!(net(&all(&solved, false)), 1, "opened again by a merge");
    let open = [opened(), came(0, false), moved(5, &ingrid, State::New, State::Open)];
    assert_eq!((net(&all(&open, true)), all(&open, true).open_since), (0, None));
}

#[test]
fn what_another_system_told_counts_by_its_old_dates_and_breaks_no_promise() {
    let said = |minutes: i64, kind: MessageKind, by: Option<&str>| OldSaid {
        at: at(minutes),
        kind,
        by: by.map(|id| id.parse().expect("an id")),
        automatic: false,
    };
    let moved_in = |minutes: i64, made: bool, state: State, said: Vec<OldSaid>| {
        let (source, number) = ("Old desk".to_owned(), "17".to_owned());
        let event = ConversationEvent::MovedIn { conversation: here(), source, number, made, state, ended: None, said };
        fact(minutes, "system", event)
    };
    // A row each, not in the order of time, taken in weeks later.
    let facts = [
        moved_in(40 * DAY, true, State::Closed, vec![said(0, MessageKind::Inbound, None)]),
        moved_in(40 * DAY, false, State::Closed, vec![said(3 * DAY + 60, MessageKind::Note, Some(JONAS))]),
        moved_in(40 * DAY, false, State::Closed, vec![said(3 * DAY, MessageKind::Reply, Some(INGRID))]),
    ];
    let told = all(&facts, true);
    let counts: Vec<_> = counted(&told).into_iter().map(|(measure, at, real, _)| (measure, at, real)).collect();
    let expected = [
        (Measure::Opened, 0, None),
        (Measure::Received, 0, None),
        (Measure::Replied, 3 * DAY, None),
        (Measure::First, 3 * DAY, Some(3 * DAY)),
        (Measure::Closed, 3 * DAY, None),
        (Measure::Resolved, 3 * DAY, Some(3 * DAY)),
    ];
    assert_eq!(counts, expected);
    assert_eq!((net(&told), told.open_since, told.waits_since), (0, None, None));
    assert!(told.entries.iter().filter(|one| one.measure == Measure::Replied).all(|one| one.staff == INGRID));
    // Open when it was taken in: nobody waits by a promise of ours, and what comes now counts as ever.
    let open = [
        moved_in(40 * DAY, true, State::Open, vec![said(0, MessageKind::Inbound, None)]),
        came(41 * DAY, false),
        reply(41 * DAY + 30, &by(INGRID), 2),
    ];
    let told = all(&open, false);
    assert_eq!((told.open_since, told.waits_since), (Some(at(0)), None));
    let last = counted(&told).into_iter().last().map(|(measure, at, real, _)| (measure, at, real));
    assert_eq!(last, Some((Measure::Next, 41 * DAY + 30, Some(30))));
}

#[test]
fn what_a_machine_said_in_another_system_counts_for_nobody() {
    let said =
        |minutes: i64, kind: MessageKind, automatic: bool| OldSaid { at: at(minutes), kind, by: None, automatic };
    let event = ConversationEvent::MovedIn {
        conversation: here(),
        source: "Old desk".to_owned(),
        number: "17".to_owned(),
        made: true,
        state: State::Closed,
        ended: None,
        said: vec![
            said(0, MessageKind::Inbound, false),
            said(1, MessageKind::Reply, true),
            said(60, MessageKind::Reply, false),
            said(61, MessageKind::Inbound, true),
        ],
    };
    let told = all(&[fact(40 * DAY, "system", event)], true);
    let counts: Vec<_> = counted(&told).into_iter().map(|(measure, at, real, _)| (measure, at, real)).collect();
    let expected = [
        (Measure::Opened, 0, None),
        (Measure::Received, 0, None),
        (Measure::Replied, 60, None),
        (Measure::First, 60, Some(60)),
        (Measure::Closed, 60, None),
        (Measure::Resolved, 60, Some(60)),
    ];
    assert_eq!(counts, expected);
}

/// How often something was counted of a conversation that its customer began, with what became of it.
fn drawn(facts: &[Fact], done: bool, (outcome, again): (Option<Outcome>, bool), measure: Measure) -> usize {
    let (owner, policy) = (JONAS, "");
    let case = Case { opened_at: at(0), owner, policy, done, merged: false, outcome, again, facts, hours: None };
    told(&case).entries.iter().filter(|one| one.measure == measure).count()
}

#[test]
fn one_message_is_enough_at_the_first_contact_and_nothing_came_after() {
    let ingrid = by(INGRID);
    let solved = |minutes| moved(minutes, &ingrid, State::Open, State::Solved);
    let first = |facts: &[Fact], done, again| drawn(facts, done, (None, again), Measure::FirstContact);
    let good = [opened(), came(0, false), reply(30, &ingrid, 2), solved(30)];
    assert_eq!(first(&good, true, false), 1);
    assert_eq!(first(&good, true, true), 0, "they came again");
    assert_eq!(first(&good[..3], false, false), 0, "it is open");
    let machine = [opened(), came(0, false), came(5, true), reply(30, &ingrid, 2), solved(30)];
    assert_eq!(first(&machine, true, false), 1, "a machine is nobody");
    let twice = [opened(), came(0, false), came(5, false), reply(30, &ingrid, 2), solved(30)];
    assert_eq!(first(&twice, true, false), 0);
    let mut again = good.to_vec();
    again.extend([moved(60, "customer:per_1", State::Solved, State::Open), solved(90)]);
    assert_eq!(first(&again, true, false), 0, "opened again");
}

#[test]
fn what_became_of_it_counts_once_while_it_is_closed() {
    let ingrid = by(INGRID);
    let outcome = Some(Outcome { ending: conversations::Ending::Ordered, known: true });
    let won = Measure::Ended(conversations::Ending::Ordered, true);
    let facts = [opened(), came(0, false), moved(9, &ingrid, State::Open, State::Solved)];
    assert_eq!(drawn(&facts, true, (outcome, false), won), 1);
    assert_eq!(drawn(&facts, true, (None, false), won), 0, "nobody said");
    assert_eq!(drawn(&facts, true, (outcome, false), Measure::Ended(conversations::Ending::Ordered, false)), 0);
    assert_eq!(drawn(&facts[..2], false, (outcome, false), won), 0, "it is open");
}
