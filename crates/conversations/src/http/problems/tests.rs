//! Pages of problems: whatever people typed is text, in every language, and who only reads is offered nothing to change.

use std::collections::BTreeMap;

use base::Language;

use super::*;
use crate::http::testing::{NASTY, conversation, lens, now, say};
use crate::queries::{ListRow, ProblemRow};
use crate::rules::states::Refusal;
use crate::{ProblemCounts, ProblemLink, ProblemText, ProblemTold};

fn problem(state: ProblemState) -> Problem {
    Problem {
        id: format!("prb_{}", "0".repeat(26)).parse().expect("an id"),
        of: ProblemText {
            title: NASTY.into(),
            known: NASTY.into(),
            prevention: NASTY.into(),
            ..ProblemText::default()
        },
        owner_name: NASTY.into(),
        department_name: NASTY.into(),
        preventer_name: NASTY.into(),
        state,
        prevented_at: None,
        made_at: now(),
        solved_at: state.is_solved().then(now),
        solved_by: None,
        answers: BTreeMap::from([(Language::En, NASTY.to_owned())]),
        linked_at: now(),
        counts: ProblemCounts { customers: 3, conversations: 4, waiting: 2, unhappy: 1, again: 1 },
    }
}

fn row(told: ProblemTold) -> ProblemRow {
    let conversation = conversation();
    let link = ProblemLink {
        problem: problem(ProblemState::Solved).id,
        conversation: conversation.id.clone(),
        person: conversation.person.clone(),
        at: now(),
        again: true,
        draft: None,
        drafted_at: None,
        language: Some(Language::Id),
    };
    let row = ListRow {
        conversation,
        person_name: NASTY.into(),
        assignee_name: None,
        department_name: None,
        drafted: false,
        shared: None,
        items: None,
        tags: Vec::new(),
        writer: None,
    };
    ProblemRow { row, link, waiting: true, told: Some(told) }
}

#[test]
fn what_people_typed_is_text_in_every_language() {
    for language in Language::ALL {
        let say = say(language);
        let lens = lens(&say);
        let asked = Asked { q: NASTY.into(), ..Asked::default() };
        let page = ProblemPage { rows: ProblemState::ALL.map(problem).into(), next: Some("1.2.3.prb_x".into()) };
        let list = body(lens, &asked, &page).into_string();
        let rows = [ProblemTold::NotYet, ProblemTold::Drafted, ProblemTold::Told].map(row).into();
        let one = one::sample(lens, problem(ProblemState::Solved), rows, Some(Refusal::ProblemNeedsAnswer));
        for out in [&list, &one] {
            for bad in ["<img", "</script>", "style=", "{$", "{ $"] {
                assert!(!out.contains(bad), "{bad} in {language:?}: {out}");
            }
        }
        assert_eq!(list.matches("aria-current=\"page\"").count(), 1);
        assert!(list.contains("&amp;after=1.2.3.prb_x"), "{list}");
        assert!(one.contains("role=\"alert\"") && one.contains("?after=1.cnv_x"), "{one}");
        assert_eq!(one.matches("<textarea").count(), 2 + Language::ALL.len());
    }
}

#[test]
fn who_only_reads_changes_nothing_but_the_cause_of_a_conversation() {
    let say = say(Language::En);
    let lens = Lens { works: false, ..lens(&say) };
    let out = one::sample(lens, problem(ProblemState::Open), vec![row(ProblemTold::NotYet)], None);
    assert_eq!(out.matches("<form").count(), 1, "{out}");
    assert!(out.contains("/problems\"><input type=\"hidden\" name=\"back\" value=\"problem\">"), "{out}");
}

#[test]
fn the_list_asks_for_what_its_address_says() {
    let asked = |show: &str| Asked { show: show.into(), q: "a & b".into(), ..Asked::default() };
    assert_eq!(asked("").solved(), Some(false));
    assert_eq!(asked("solved").solved(), Some(true));
    assert_eq!(asked("all").solved(), None);
    assert_eq!(asked("").address("solved"), "/problems?show=solved&q=a+%26+b");
}
