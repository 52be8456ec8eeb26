//! What service policies asked for, in whole histories.

use super::*;

fn chosen(minutes: i64, policy: Option<u32>, solution: bool) -> Fact {
    let event = ConversationEvent::ServiceChosen {
        conversation: here(),
        policy: policy.map(|n| id("svp_", n)),
        version: 1,
        name: String::new(),
        due: None,
        solution: Some(solution),
    };
    fact(minutes, "system", event)
}

/// What was kept and missed, when, of which policy and by whom.
fn kept(facts: &[Fact], done: bool) -> Vec<(Measure, i64, u32, String)> {
    let policy = id::<conversations::ServicePolicyId>("svp_", 9).to_string();
    let case = Case {
        opened_at: at(0),
        owner: JONAS,
        policy: &policy,
        done,
        merged: false,
        outcome: None,
        again: false,
        facts,
        hours: None,
    };
    let of = |entry: Entry| {
        let number = |text: &str| text.trim_start_matches("svp_").trim_start_matches('0').parse().unwrap_or_default();
        let asked = matches!(entry.measure, Measure::Kept(_) | Measure::Missed(_));
        assert!(asked || entry.policy == policy, "all else goes by the policy of now: {entry:?}");
        asked.then(|| (entry.measure, entry.at.duration_since(at(0)).as_mins(), number(&entry.policy), entry.staff))
    };
    told(&case).entries.into_iter().filter_map(of).collect()
}

fn who(staff: &str) -> String {
    staff.to_owned()
}

#[test]
fn replies_in_time_are_kept_and_others_missed_once_each_for_the_policy_that_held() {
    let (first, next) = (ClockKind::First, ClockKind::Next);
    let (kept_first, kept_next) = (Measure::Kept(first), Measure::Kept(next));
    let (missed_first, missed_next) = (Measure::Missed(first), Measure::Missed(next));
    let facts = [
        opened(),
        came(0, false),
        chosen(0, Some(1), false),
        reply(30, &by(INGRID), 2),
        came(60, false),
        chosen(61, Some(2), false),
        given(62, JONAS),
        breached(120, next),
        reply(130, &by(INGRID), 3),
        came(140, false),
        reply(150, &by(JONAS), 4),
    ];
    let expected =
        vec![(kept_first, 30, 1, who(INGRID)), (missed_next, 120, 2, who(JONAS)), (kept_next, 150, 2, who(JONAS))];
    assert_eq!(kept(&facts, false), expected);
    let late = [opened(), came(0, false), chosen(0, Some(1), false), breached(90, first), reply(100, &by(INGRID), 2)];
    assert_eq!(kept(&late, false), [(missed_first, 90, 1, String::new())]);
    let none = [opened(), came(0, false), breached(90, first), chosen(91, Some(1), false), reply(100, &by(INGRID), 2)];
    assert_eq!(kept(&none, false), [], "nobody had asked for it when the deadline passed");
    let runs = [opened(), came(0, false), chosen(0, Some(1), false)];
    assert_eq!(kept(&runs, false), [], "it still runs");
    let bounced = [
        opened(),
        came(0, false),
        chosen(0, Some(1), false),
        reply(30, &by(INGRID), 2),
        delivery(31, 2, DeliveryState::Bounced),
    ];
    assert_eq!(kept(&bounced, false), [], "what never arrived keeps nothing");
}

#[test]
fn a_reply_that_nobody_owed_any_more_is_neither() {
    let facts = [
        opened(),
        came(0, false),
        chosen(0, Some(1), false),
        moved(10, &by(INGRID), State::New, State::Closed),
        came(60, false),
        moved(60, "system", State::Closed, State::Open),
        reply(70, &by(INGRID), 2),
    ];
    assert_eq!(kept(&facts, false), [(Measure::Kept(ClockKind::First), 70, 1, who(INGRID))]);
}

#[test]
fn a_solution_is_kept_when_it_was_closed_for_the_last_time() {
    let solution = ClockKind::Resolution;
    let mut facts = vec![
        opened(),
        came(0, false),
        chosen(0, Some(1), true),
        moved(10, &by(INGRID), State::New, State::Solved),
        came(60, false),
        moved(60, "system", State::Solved, State::Open),
    ];
    assert_eq!(kept(&facts, false), [], "it is open again");
    facts.push(moved(80, &by(JONAS), State::Open, State::Solved));
    assert_eq!(kept(&facts, true), [(Measure::Kept(solution), 80, 1, who(JONAS))]);
    facts.insert(6, breached(70, solution));
    assert_eq!(kept(&facts, true), [(Measure::Missed(solution), 70, 1, String::new())]);
    let other =
        [opened(), came(0, false), chosen(0, Some(1), false), moved(10, &by(INGRID), State::New, State::Solved)];
    assert_eq!(kept(&other, true), [], "no solution was asked for");
    let older = fact(0, "system", ConversationEvent::ClockTurned { conversation: here(), runs: true });
    let mut from_before = other.to_vec();
    from_before.insert(3, older);
    assert_eq!(kept(&from_before, true), [(Measure::Kept(solution), 10, 1, who(INGRID))], "its clock ran");
}
