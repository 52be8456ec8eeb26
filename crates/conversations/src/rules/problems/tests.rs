//! Problems on tables: what may be said of them, how they move, and in which words everybody is told.

use jiff::SignedDuration;
use proptest::prelude::*;

use super::*;
use crate::model::ProblemCounts;

fn now() -> Instant {
    "2026-11-18T12:00:00Z".parse().expect("a moment")
}

fn staff(n: u8) -> people::StaffId {
    format!("stf_{}", n.to_string().repeat(26)).parse().expect("an id")
}

fn problem(state: ProblemState) -> Problem {
    Problem {
        id: format!("prb_{}", "0".repeat(26)).parse().expect("an id"),
        of: ProblemText { title: "Motor stops in the rain".into(), ..ProblemText::default() },
        owner_name: String::new(),
        department_name: String::new(),
        preventer_name: String::new(),
        state,
        prevented_at: None,
        made_at: now(),
        solved_at: state.is_solved().then(now),
        solved_by: None,
        answers: BTreeMap::new(),
        linked_at: now(),
        counts: ProblemCounts::default(),
    }
}

#[test]
fn a_title_is_one_line_and_what_nobody_said_is_not_done() {
    let typed = |title: &str, prevention: &str| ProblemText {
        title: title.into(),
        known: "  wet plug \n".into(),
        prevention: prevention.into(),
        preventer: Some(staff(1)),
        prevented: true,
        ..ProblemText::default()
    };
    let kept = checked(typed(" Motor \n stops ", " \n")).expect("kept");
    assert_eq!((kept.title.as_str(), kept.known.as_str()), ("Motor stops", "wet plug"));
    assert_eq!((kept.preventer, kept.prevented), (None, false));
    let kept = checked(typed("Motor", "Seal the plug")).expect("kept");
    assert_eq!((kept.preventer, kept.prevented), (Some(staff(1)), true));
    let nul = ProblemText { known: "wet\0 plug".into(), ..typed("Mo\0tor", "\0Seal") };
    let kept = checked(nul).expect("kept");
    assert_eq!((kept.title.as_str(), kept.known.as_str(), kept.prevention.as_str()), ("Motor", "wet plug", "Seal"));
    let said = answers(&BTreeMap::from([(Language::En, "Men\0ded".to_owned()), (Language::Nb, "\0".to_owned())]));
    assert_eq!(said, Ok(BTreeMap::from([(Language::En, "Mended".to_owned())])));
    assert_eq!(checked(typed(" \n ", "")), Err(Refusal::NoProblemTitle));
    let long = ProblemText { known: "x".repeat(KNOWN_MAX + 1), ..typed("a", "") };
    assert_eq!(checked(long), Err(Refusal::TooLong));
    let long = ProblemText { prevention: "x".repeat(KNOWN_MAX + 1), ..typed("a", "") };
    assert_eq!(checked(long), Err(Refusal::TooLong));
    assert_eq!(checked(typed(&"x".repeat(500), "")).expect("cut").title.chars().count(), TITLE_MAX);
}

#[test]
fn what_was_done_keeps_the_moment_at_which_it_was() {
    let before = problem(ProblemState::Open);
    let of = ProblemText { prevention: "Seal".into(), prevented: true, ..before.of.clone() };
    assert_eq!(changed(&before, before.of.clone(), now()), None);
    let (after, change) = changed(&before, of.clone(), now()).expect("changed");
    assert_eq!((change, after.prevented_at), (ProblemChange::Prevented, Some(now())));
    let later = now() + SignedDuration::from_hours(1);
    let of = ProblemText { known: "Water".into(), ..of };
    let (after, change) = changed(&after, of.clone(), later).expect("changed");
    assert_eq!((change, after.prevented_at), (ProblemChange::Changed, Some(now())));
    let (after, change) = changed(&after, ProblemText { prevented: false, ..of }, later).expect("changed");
    assert_eq!((change, after.prevented_at), (ProblemChange::Changed, None));
}

#[test]
fn nobody_solves_without_a_word_to_those_who_wait() {
    use ProblemState::{Open, Solved, Working};
    let table = [
        (Open, Open, Ok(None)),
        (Open, Working, Ok(Some(ProblemChange::Begun))),
        (Working, Open, Ok(Some(ProblemChange::Changed))),
        (Solved, Open, Ok(Some(ProblemChange::Reopened))),
        (Solved, Working, Ok(Some(ProblemChange::Reopened))),
        (Open, Solved, Err(Refusal::ProblemNeedsAnswer)),
        (Solved, Solved, Err(Refusal::ProblemNeedsAnswer)),
    ];
    for (from, to, expected) in table {
        let found = moved(&problem(from), to);
        if let Ok(Some((after, _))) = &found {
            assert_eq!(after.state, to);
        }
        assert_eq!(found.map(|found| found.map(|(_, change)| change)), expected, "{from:?} to {to:?}");
    }
}

#[test]
fn one_that_is_solved_keeps_its_moment_when_the_words_change() {
    let later = now() + SignedDuration::from_hours(2);
    let words = |text: &str| BTreeMap::from([(Language::En, text.to_owned())]);
    let first = solved(&problem(ProblemState::Working), words("a"), &staff(1), now());
    let again = solved(&first, words("b"), &staff(2), later);
    assert_eq!((again.solved_at, again.solved_by.clone()), (Some(now()), Some(staff(2))));
    assert_eq!(again.answers, words("b"));
    let reopened = Problem { state: ProblemState::Open, ..again };
    assert_eq!(solved(&reopened, words("c"), &staff(1), later).solved_at, Some(later));
}

#[test]
fn texts_without_words_are_none_and_unknown_variables_are_refused() {
    let typed = |text: &str| BTreeMap::from([(Language::En, " \n".to_owned()), (Language::Nb, text.to_owned())]);
    let kept = answers(&typed(" Hei {{customer.first_name}}\r\nTakk ")).expect("kept");
    assert_eq!(kept, BTreeMap::from([(Language::Nb, "Hei {{customer.first_name}}\nTakk".to_owned())]));
    assert_eq!(answers(&typed("")), Err(Refusal::ProblemNeedsAnswer));
    assert_eq!(answers(&typed("{{customer.shoe_size}}")), Err(Refusal::UnknownVariable));
    assert_eq!(answers(&typed(&"x".repeat(TEXT_MAX + 1))), Err(Refusal::TooLong));
}

#[test]
fn everybody_reads_their_language_or_is_known_not_to() {
    use Language::{Da, En, Id, Nb, Sv};
    let all = |languages: &[Language]| -> BTreeMap<Language, String> {
        languages.iter().map(|one| (*one, one.code().to_owned())).collect()
    };
    type Row<'t> = (&'t [Language], Option<Language>, Language, Option<(Language, bool)>);
    let table: [Row<'_>; 7] = [
        (&[En, Nb], Some(Nb), En, Some((Nb, false))),
        (&[En, Nb], Some(Sv), Nb, Some((Nb, true))),
        (&[En, Da], Some(Sv), Nb, Some((En, true))),
        (&[Id], Some(Sv), Nb, Some((Id, true))),
        (&[En, Nb], None, Nb, Some((Nb, true))),
        (&[Nb], Some(Nb), Nb, Some((Nb, false))),
        (&[], Some(Nb), Nb, None),
    ];
    for (there, theirs, house, expected) in table {
        let there = all(there);
        let found = answer(&there, theirs, house);
        assert_eq!(found.map(|(language, _, other)| (language, other)), expected, "{there:?} {theirs:?}");
        assert!(found.is_none_or(|(language, text, _)| text == language.code()));
    }
}

#[test]
fn what_they_quoted_is_not_repeated_to_them() {
    assert_eq!(wrote("It stops\n> On Monday we wrote\n again. \n"), "It stops again.");
    assert_eq!(wrote(&"x".repeat(400)), format!("{}…", "x".repeat(WROTE_MAX)));
}

#[test]
fn a_draft_waits_until_it_is_gone_and_then_the_answer_counts() {
    assert_eq!(told(true, true, false), ProblemTold::Drafted);
    assert_eq!(told(true, true, true), ProblemTold::Drafted);
    assert_eq!(told(false, true, true), ProblemTold::Told);
    assert_eq!(told(false, false, true), ProblemTold::Told);
    assert_eq!(told(false, true, false), ProblemTold::NotYet);
}

#[test]
fn shares_are_rounded_and_nothing_has_none() {
    let share = |unhappy: i64, conversations: i64| {
        let counts = ProblemCounts { unhappy, conversations, ..ProblemCounts::default() };
        unhappy_share(&Problem { counts, ..problem(ProblemState::Open) })
    };
    for (unhappy, all, expected) in
        [(0, 0, None), (0, 3, Some(0)), (1, 3, Some(33)), (2, 3, Some(67)), (1, 8, Some(13)), (5, 5, Some(100))]
    {
        assert_eq!(share(unhappy, all), expected, "{unhappy} of {all}");
    }
    assert_eq!(share(i64::MAX, i64::MAX), None);
}

#[test]
fn who_waits_comes_before_how_they_feel_and_that_before_when() {
    let one = |waiting: i64, unhappy: i64, hours: i64| Problem {
        counts: ProblemCounts { waiting, unhappy, ..ProblemCounts::default() },
        linked_at: now() + SignedDuration::from_hours(hours),
        ..problem(ProblemState::Open)
    };
    assert!(rank(&one(2, 0, 0)) > rank(&one(1, 9, 9)));
    assert!(rank(&one(1, 2, 0)) > rank(&one(1, 1, 9)));
    assert!(rank(&one(1, 1, 1)) > rank(&one(1, 1, 0)));
}

proptest! {
    #[test]
    fn what_is_repeated_is_short_and_begins_what_was_written(text in "[^>]{0,400}") {
        let short = wrote(&text);
        prop_assert!(short.chars().count() <= WROTE_MAX + 1);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert!(line.starts_with(short.trim_end_matches('…')));
        if line.chars().count() <= WROTE_MAX {
            prop_assert_eq!(short, line);
        }
    }

    #[test]
    fn whoever_waits_is_told_something_as_long_as_there_are_words(
        there in prop::collection::btree_set(0..5_usize, 1..5), theirs in prop::option::of(0..5_usize), house in 0..5_usize,
    ) {
        let all: BTreeMap<Language, String> =
            there.iter().map(|at| (Language::ALL[*at], Language::ALL[*at].code().to_owned())).collect();
        let theirs = theirs.map(|at| Language::ALL[at]);
        let (language, _, other) = answer(&all, theirs, Language::ALL[house]).expect("words");
        prop_assert_eq!(other, theirs != Some(language));
        if let Some(theirs) = theirs.filter(|theirs| all.contains_key(theirs)) {
            prop_assert_eq!(language, theirs);
        }
    }
}
