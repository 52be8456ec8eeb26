//! The list shows what it should, in every language, whatever people wrote.

use base::Language;

use people::StaffId;

use super::*;
use crate::http::inbox::Asked;
use crate::http::testing::{NASTY, conversation, lens, nasty_tags, now, say};
use crate::{Clocks, State};

fn me() -> StaffId {
    format!("stf_{}", "0".repeat(26)).parse().expect("an id")
}

fn look(view: &str) -> Look {
    Look::of(&Asked { view: view.into(), ..Asked::default() }, &me())
}

fn row(due_in: Option<i64>) -> ListRow {
    let mut it = conversation();
    it.clocks = Clocks {
        first_due: due_in.and_then(|minutes| now().checked_add(SignedDuration::from_mins(minutes)).ok()),
        ..Clocks::default()
    };
    ListRow {
        conversation: it,
        person_name: NASTY.into(),
        assignee_name: Some(NASTY.into()),
        department_name: Some(NASTY.into()),
        drafted: true,
        shared: None,
        items: Some((2, 5)),
        tags: nasty_tags(),
        writer: Some(NASTY.into()),
    }
}

fn shown(language: Language, look: &Look, rows: Vec<ListRow>, next: Option<&str>) -> String {
    let counts = Counts { open: 47, breaching: 3, soon_hours: 1, waiting: 19, ..Counts::default() };
    let page = Page { rows, next: next.map(str::to_owned) };
    let colleague = Colleague {
        id: me(),
        name: NASTY.into(),
        role: base::Role::Agent,
        reach: base::Reach::Everything,
        away_until: Some(jiff::civil::date(2026, 11, 27)),
        full: false,
    };
    pane(lens(&say(language)), look, &counts, &page, (&[colleague], &nasty_tags()), Empty::Answered).into_string()
}

#[test]
fn without_a_mailbox_the_empty_list_leads_to_connecting_one() {
    let empty = |look: &Look, empty| {
        let page = Page { rows: vec![], next: None };
        pane(lens(&say(Language::En)), look, &Counts::default(), &page, (&[], &[]), empty).into_string()
    };
    let out = empty(&look("all"), Empty::Unconnected);
    assert!(out.contains("href=\"/settings/mail/connect\"") && !out.contains("All answered"), "{out}");
    let closed = look("all").part(Group::Closed);
    assert!(empty(&closed, Empty::Unconnected).contains("Nothing here"));
    assert!(!empty(&look("all"), Empty::Answered).contains("/settings/mail/connect"));
}

#[test]
fn what_is_due_soon_stands_first_under_its_own_heading() {
    let out = shown(Language::En, &look("all"), vec![row(Some(-8)), row(Some(60)), row(Some(61)), row(None)], None);
    let at = |text: &str| out.find(text).unwrap_or_else(|| panic!("{text} is missing in {out}"));
    assert!(at("group-inbox-breaching") < at("8 min late") && at("1 h<") < at("group-inbox-rest"));
    assert!(out.contains("Breaching soon <span class=\"count\">3</span>"));
    assert!(out.contains("Everything else <span class=\"count\">44</span>"));
    assert_eq!(out.matches("class=\"convo-row unread\"").count(), 4);
}

#[test]
fn nothing_urgent_needs_no_heading_and_nothing_at_all_is_good_news() {
    let out = shown(Language::En, &look("all"), vec![row(None)], None);
    assert!(!out.contains("class=\"group\""));
    let out = shown(Language::Nb, &look("mine"), vec![], None);
    assert!(out.contains("Alle har fått svar") && out.contains("href=\"/inbox?view=all\"") && out.contains("<svg"));
}

#[test]
fn rows_say_where_they_lead_and_how_they_are_previewed() {
    let out = shown(Language::En, &look("all"), vec![row(Some(5))], None);
    let id = conversation().id;
    assert!(out.contains(&format!("id=\"r-{id}\"")));
    assert!(out.contains(&format!("href=\"/conversations/{id}\" lang=\"nb\"")));
    assert!(out.contains("data-peek=\"/inbox/peek/{id}?view=all&amp;state=open\""), "{out}");
    assert!(out.contains("data-late=\"The reply to {who} is late.\""), "{out}");
    assert!(out.contains("hx-trigger=\"inbox from:body, resync from:body\""));
}

#[test]
fn waiting_rows_carry_their_state_and_single_views_have_no_parts() {
    let mut waiting = row(None);
    waiting.conversation.state = State::WaitingOthers;
    let out = shown(Language::En, &look("waiting"), vec![waiting], None);
    assert!(out.contains(">Waiting for others</span>") && !out.contains("class=\"seg\""));
    assert!(shown(Language::En, &look("all"), vec![], None).contains("class=\"seg\""));
}

#[test]
fn more_is_a_plain_link_and_scripts_fetch_only_the_list() {
    let out = shown(Language::En, &look("all"), vec![row(None)], Some("7.cnv"));
    assert!(out.contains("href=\"/inbox?view=all&amp;state=open&amp;show=100\""), "{out}");
    assert!(out.contains("hx-get=\"/inbox/list?view=all&amp;state=open&amp;show=100\""));
    assert!(!shown(Language::En, &look("all"), vec![row(None)], None).contains("inbox-more"));
}

#[test]
fn whatever_people_wrote_is_text_in_every_language() {
    for language in Language::ALL {
        let out = shown(language, &look("all"), vec![row(Some(5)), row(None)], Some("1.x"));
        assert!(!out.contains("<img") && !out.contains("</script>"), "{language:?}");
        assert!(!out.contains("inbox-due") && !out.contains("{$") && !out.contains("style="), "{language:?}");
    }
}
