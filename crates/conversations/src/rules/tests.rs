//! Tables for the rules: who may join what, which state follows, when replies are due.

use base::{IdSource, Instant, Random};
use jiff::SignedDuration;

use super::clocks::ClockPolicy;
use super::placing::{Candidate, Evidence, Place, Standing, Step, also_linked, place};
use super::states::{AfterReply, ClosedReply, Refusal, after_message, close, reopen, text};
use crate::ids::ConversationId;
use crate::model::{Clocks, Conversation, State};

struct Count(std::sync::atomic::AtomicU8);
impl Random for Count {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    }
}

fn ids() -> IdSource {
    IdSource::new(Box::new(Count(0.into())))
}

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn hours(n: i64) -> SignedDuration {
    SignedDuration::from_hours(n)
}

fn conversation(state: State, customer_spoke_last: bool) -> Conversation {
    let ids = ids();
    let now = at("2026-11-18T12:00:00Z");
    Conversation {
        id: ConversationId::next(&ids, now),
        number: 1001,
        subject: String::new(),
        person: people::PersonId::next(&ids, now),
        state,
        label: None,
        assignee: None,
        language: None,
        created_at: now,
        touched_at: now,
        clocks: Clocks::default(),
        snippet: String::new(),
        unread: false,
        customer_spoke_last,
        close_reason: None,
        linked_from: None,
        department: None,
        snoozed: None,
        deleted: None,
        goes_by: None,
    }
}

/// Conversations as the table below calls them.
fn names() -> Vec<ConversationId> {
    let ids = ids();
    (0..3).map(|_| ConversationId::next(&ids, at("2026-01-01T00:00:00Z"))).collect()
}

fn candidate(names: &[ConversationId], n: usize, evidence: Evidence, state: State, sender: Standing) -> Candidate {
    Candidate {
        conversation: names[n].clone(),
        number: 1001 + i64::try_from(n).expect("small"),
        evidence,
        state,
        sender,
    }
}

fn codes(trace: &[Step]) -> Vec<String> {
    trace.iter().map(|step| format!("{} {}", step.code, step.args.get("number").map_or("", String::as_str))).collect()
}

#[test]
fn a_message_joins_only_by_evidence_of_someone_who_takes_part() {
    use Evidence::{ForeignMessage, OurMessage, ReplyAddress, SharedReference, SubjectTag};
    use Standing::{Removed, Stranger, TakesPart};
    use State::{Closed, Open};
    let names = names();
    let of = |n, evidence, state, sender| candidate(&names, n, evidence, state, sender);
    let join = |n: usize, evidence| Place::Join(names[n].clone(), evidence);
    let new_here = |n: usize, evidence| Place::JoinNewHere(names[n].clone(), evidence);
    let check = |candidates: &[Candidate], expect: Place, expected_trace: &[&str]| {
        let mut trace = Vec::new();
        assert_eq!(place(candidates, ClosedReply::Link, false, &mut trace), expect, "{candidates:?}");
        assert_eq!(codes(&trace), expected_trace, "{candidates:?}");
    };
    check(&[], Place::New, &["nothing_points_here "]);
    // The most trusted evidence wins, in whatever order it was found.
    let all = [SubjectTag, SharedReference, ForeignMessage, OurMessage, ReplyAddress];
    for pair in all.windows(2) {
        let both = [of(0, pair[0], Open, TakesPart), of(1, pair[1], Open, TakesPart)];
        check(&both, join(1, pair[1]), &["joins 1002"]);
    }
    // Of equal evidence, the nearest ancestor.
    check(
        &[of(2, OurMessage, Open, TakesPart), of(0, OurMessage, Open, TakesPart)],
        join(2, OurMessage),
        &["joins 1003"],
    );
    // What we signed or what can be guessed lets no stranger in; what only correspondents know does, as
    // one who is new here.
    for evidence in [ReplyAddress, OurMessage, SubjectTag] {
        let refused = ["sender_takes_no_part 1001", "nothing_points_here "];
        check(&[of(0, evidence, Open, Stranger)], Place::New, &refused);
    }
    for evidence in [ForeignMessage, SharedReference] {
        check(&[of(0, evidence, Open, Stranger)], new_here(0, evidence), &["joins_new_here 1001"]);
    }
    // Whom colleagues took out joins by nothing.
    for evidence in all {
        check(&[of(0, evidence, Open, Removed)], Place::New, &["sender_removed 1001", "nothing_points_here "]);
    }
    // The least evidence where one takes part goes before the best where one does not: nobody draws
    // another's mail away from their own conversation.
    check(
        &[of(0, ForeignMessage, Open, Stranger), of(1, SubjectTag, Open, TakesPart)],
        join(1, SubjectTag),
        &["joins 1002"],
    );
    check(
        &[of(0, OurMessage, Open, Stranger), of(1, ForeignMessage, State::New, TakesPart)],
        join(1, ForeignMessage),
        &["sender_takes_no_part 1001", "joins 1002"],
    );
    for state in [State::New, Open, State::WaitingCustomer, State::WaitingOthers, State::Solved] {
        check(&[of(2, OurMessage, state, TakesPart)], join(2, OurMessage), &["joins 1003"]);
    }
    let goes_on = Place::Continue(names[2].clone(), OurMessage);
    check(&[of(2, OurMessage, Closed, TakesPart)], goes_on, &["continues_closed 1003"]);
    let goes_on = Place::Continue(names[2].clone(), ForeignMessage);
    check(&[of(2, ForeignMessage, Closed, Stranger)], goes_on, &["continues_closed 1003"]);
}

#[test]
fn a_reply_to_a_closed_conversation_joins_when_the_business_or_a_machine_says_so() {
    let names = names();
    let closed = [candidate(&names, 2, Evidence::OurMessage, State::Closed, Standing::TakesPart)];
    let joined = Place::Join(names[2].clone(), Evidence::OurMessage);
    assert_eq!(place(&closed, ClosedReply::Reopen, false, &mut Vec::new()), joined);
    // A robot's answer to a closed conversation begins nothing.
    assert_eq!(place(&closed, ClosedReply::Link, true, &mut Vec::new()), joined);
}

#[test]
fn a_message_that_links_conversations_is_placed_once_and_names_the_others() {
    use Evidence::{ForeignMessage, OurMessage, SharedReference};
    use Standing::{Stranger, TakesPart};
    let names = names();
    let of = |n, evidence, state, sender| candidate(&names, n, evidence, state, sender);
    let others = |candidates: &[Candidate]| {
        let place = place(candidates, ClosedReply::Link, false, &mut Vec::new());
        let mut trace = Vec::new();
        (also_linked(candidates, &place, &mut trace), codes(&trace))
    };
    let open = State::Open;
    let links = [
        of(0, OurMessage, open, TakesPart),
        of(0, ForeignMessage, open, TakesPart),
        of(1, SharedReference, open, Stranger),
        of(1, ForeignMessage, open, Stranger),
    ];
    assert_eq!(others(&links), (vec![names[1].clone()], vec!["links_another 1002".to_owned()]));
    // What a stranger only quotes, what is closed, and what is the same, is no link.
    assert_eq!(others(&[of(0, OurMessage, open, TakesPart), of(1, OurMessage, open, Stranger)]).0, []);
    assert_eq!(others(&[of(0, OurMessage, open, TakesPart), of(1, OurMessage, State::Closed, TakesPart)]).0, []);
    assert_eq!(others(&[of(0, OurMessage, open, Stranger)]).0, []);
}

#[test]
fn what_customers_write_opens_and_what_machines_write_changes_nothing() {
    for state in State::ALL {
        assert_eq!(after_message(state, true), state);
        let expect = if state == State::New { State::New } else { State::Open };
        assert_eq!(after_message(state, false), expect);
    }
}

#[test]
fn closing_needs_a_reply_or_a_reason() {
    assert_eq!(close(&conversation(State::Open, true), None), Err(Refusal::ReasonNeeded));
    assert_eq!(close(&conversation(State::Open, true), Some("  \n ")), Err(Refusal::ReasonNeeded));
    assert_eq!(close(&conversation(State::New, true), Some(" spam ")), Ok("spam".to_owned()));
    assert_eq!(close(&conversation(State::WaitingCustomer, false), None), Ok(String::new()));
    assert_eq!(close(&conversation(State::Solved, false), Some("x")), Err(Refusal::AlreadyClosed));
    assert_eq!(close(&conversation(State::Closed, false), None), Err(Refusal::AlreadyClosed));
    let long = "å".repeat(2000);
    assert_eq!(close(&conversation(State::Open, true), Some(&long)).map(|reason| reason.chars().count()), Ok(500));
}

#[test]
fn only_what_is_closed_can_be_reopened() {
    let open: Vec<State> = State::ALL.into_iter().filter(|state| reopen(*state).is_ok()).collect();
    assert_eq!(open, [State::Solved, State::Closed]);
}

#[test]
fn a_text_keeps_its_words_and_loses_what_nobody_sees() {
    assert_eq!(text("Hei\r\n\r\nHilsen  \r\n"), Ok("Hei\n\nHilsen".to_owned()));
    assert_eq!(text("\0\n \t"), Err(Refusal::Empty));
    assert_eq!(text(&"a".repeat(100_001)), Err(Refusal::TooLong));
    assert_eq!(text("    indented"), Ok("    indented".to_owned()));
}

#[test]
fn each_way_of_sending_leads_to_its_state() {
    assert_eq!(AfterReply::Wait.state(), State::WaitingCustomer);
    assert_eq!(AfterReply::StayOpen.state(), State::Open);
    assert_eq!(AfterReply::Solve.state(), State::Solved);
}

#[test]
fn the_first_reply_is_due_in_24_real_hours_over_any_night_or_weekend() {
    let policy = ClockPolicy::default().targets();
    // Saturday before the clocks go forward in Oslo: 13:00 becomes 14:00 local, 24 real hours.
    let wrote = at("2026-03-28T12:00:00Z");
    let clocks = Clocks::default().customer_wrote(&policy, wrote);
    assert_eq!(clocks.first_due, Some(at("2026-03-29T12:00:00Z")));
    assert_eq!(clocks.due(), clocks.first_due);
    // A second mail moves nothing; waiting for others pauses nothing.
    let later = clocks.clone().customer_wrote(&policy, at("2026-03-28T20:00:00Z"));
    assert_eq!(later, clocks);
    assert_eq!(clocks.clone().paused(&policy, at("2026-03-28T20:00:00Z")), clocks);
    let replied = clocks.replied(at("2026-03-29T08:00:00Z"));
    assert_eq!((replied.due(), replied.first_replied_at), (None, Some(at("2026-03-29T08:00:00Z"))));
}

#[test]
fn the_next_reply_is_due_in_open_hours_and_stands_still_while_others_have_the_word() {
    let policy = ClockPolicy::default().targets(); // 8 open hours, Monday to Friday 8 to 16 in Oslo
    let answered = Clocks { first_replied_at: Some(at("2026-11-16T08:00:00Z")), ..Clocks::default() };
    // Friday 15:00 in Oslo: one hour is left that day, seven on Monday.
    let wrote = at("2026-11-20T14:00:00Z");
    let running = answered.customer_wrote(&policy, wrote);
    assert_eq!(running.next_due, Some(at("2026-11-23T14:00:00Z")));
    // Waiting for others from Friday 15:30 to Wednesday 08:00: seven and a half hours are left.
    let paused = running.clone().paused(&policy, at("2026-11-20T14:30:00Z"));
    assert_eq!(paused.due(), None);
    let resumed = paused.clone().resumed(&policy, at("2026-11-25T07:00:00Z"));
    assert_eq!(resumed.next_due, Some(at("2026-11-25T14:30:00Z")));
    // Paused twice, nothing is lost; the customer writing again resumes it as well.
    let again = resumed.paused(&policy, at("2026-11-25T08:00:00Z"));
    let wrote_again = again.customer_wrote(&policy, at("2026-11-26T07:00:00Z"));
    assert_eq!(wrote_again.next_due, Some(at("2026-11-26T13:30:00Z")));
    assert_eq!(wrote_again.replied(at("2026-11-26T08:00:00Z")).due(), None);
    // Resuming what never paused changes nothing.
    assert_eq!(running.clone().resumed(&policy, at("2026-11-24T07:00:00Z")), running);
}

#[test]
fn without_opening_hours_every_hour_counts() {
    let policy = ClockPolicy { calendar: None, next_reply_minutes: 90, ..ClockPolicy::default() }.targets();
    let answered = Clocks { first_replied_at: Some(at("2026-11-16T08:00:00Z")), ..Clocks::default() };
    let running = answered.customer_wrote(&policy, at("2026-11-21T22:00:00Z"));
    assert_eq!(running.next_due, Some(at("2026-11-21T23:30:00Z")));
    let paused = running.paused(&policy, at("2026-11-21T23:00:00Z"));
    assert_eq!(paused.resumed(&policy, at("2026-11-22T10:00:00Z")).next_due, Some(at("2026-11-22T10:30:00Z")));
}

#[test]
fn a_breach_is_new_once_and_only_after_the_deadline() {
    let due = at("2026-11-18T12:00:00Z");
    let clocks = Clocks { first_due: Some(due), next_due: Some(due + hours(1)), ..Clocks::default() };
    let micro = SignedDuration::from_micros(1);
    assert_eq!(clocks.newly_breached(due), (false, false));
    assert_eq!(clocks.newly_breached(due + micro), (true, false));
    assert_eq!(clocks.newly_breached(due + hours(2)), (true, true));
    let told = Clocks { first_breached: true, next_breached: true, ..clocks };
    assert_eq!(told.newly_breached(due + hours(2)), (false, false));
    // The next deadline of the same conversation can be missed again.
    let policy = ClockPolicy { calendar: None, ..ClockPolicy::default() }.targets();
    let fresh = told.replied(due + hours(3)).customer_wrote(&policy, due + hours(4));
    assert_eq!(fresh.newly_breached(due + hours(48)), (false, true));
}
