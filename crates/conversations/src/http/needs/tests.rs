//! The page of needs: whole in every language, whatever people wrote, and with n beside every figure.

use base::Language;

use super::*;
use crate::http::testing::{NASTY, conversation, lens, now, say};
use crate::rules::needs::rising::Rising;
use crate::{NeedSource, NeedTold};

fn row(state: NeedState) -> NeedRow {
    let need = Need {
        id: format!("ned_{}", "0".repeat(26)).parse().expect("an id"),
        conversation: conversation().id,
        person: conversation().person,
        department: None,
        message: None,
        words: NASTY.into(),
        source: NeedSource::Message,
        topic: NASTY.into(),
        product: NASTY.into(),
        state,
        reason: NASTY.into(),
        noted_by: None,
        noted_by_name: String::new(),
        noted_at: now(),
        said_at: now(),
        ended_at: None,
        draft: None,
        told_in: None,
        told: NeedTold::Drafted,
    };
    NeedRow { need, conversation: conversation(), person_name: NASTY.into() }
}

#[test]
fn names_are_text_in_every_language_and_figures_bear_their_n() {
    for language in Language::ALL {
        let say = say(language);
        let rising = RisingTopic {
            key: "x".into(),
            name: NASTY.into(),
            rising: Rising { since: 20, needs: 7, of: 19, sure: Some(0.998) },
            since: jiff::civil::date(2026, 11, 2),
            customers: 6,
            quotes: vec![row(NeedState::Open)],
        };
        let topic = NeedTopic {
            name: NASTY.into(),
            needs: 21,
            customers: 13,
            open: 11,
            met: 8,
            declined: 2,
            ..NeedTopic::default()
        };
        let figures = NeedFigures { needs: 77, customers: 55, topics: vec![topic], rising: vec![rising] };
        let page = NeedPage { rows: NeedState::ALL.map(row).into(), next: Some("5.ned_x".into()) };
        let asked = Asked { show: "open".into(), ..Asked::default() };
        let out = body(lens(&say), &asked, &figures, &page).into_string();
        for bad in ["<img", "</script>", "style=", "{$", ">needs-", ">need-"] {
            assert!(!out.contains(bad), "{bad} in {language:?}: {out}");
        }
        for n in ["77", "55", "21", "13", "11", "99", "19"] {
            assert!(out.contains(n), "{n} in {language:?}: {out}");
        }
        assert_eq!(out.matches("aria-current=\"page\"").count(), 2);
        assert!(out.contains("days=90&amp;after=5.ned_x"), "{out}");
    }
}

#[test]
fn hundred_percent_is_said_of_nothing() {
    assert_eq!([0.0, 0.959, 1.0].map(percent), ["0", "95", "99"]);
}
