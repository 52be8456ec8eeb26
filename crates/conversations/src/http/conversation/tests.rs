//! The page of a conversation: whole in every language, whatever people wrote, and as the scripts want it.

use base::event::Sentence;
use base::{Instant, Language};
use jiff::SignedDuration;
use people::person::{Address, Person};
use platform::presence::Doing;

use super::draft::Problem;
use super::*;
use crate::http::testing::{NASTY, conversation, lens, message, nasty_tags, now, reply, say};
use crate::{DeliveryState, Follower, Happening, State};

fn me() -> StaffId {
    format!("stf_{}", "0".repeat(26)).parse().expect("an id")
}

fn item(done_at: Option<base::Instant>) -> crate::ChecklistItem {
    let id = format!("itm_{}", "0".repeat(26)).parse().expect("an id");
    crate::ChecklistItem { id, text: NASTY.into(), done_at, done_by: NASTY.into() }
}

fn present(doing: Doing) -> Present {
    Present { who: "stf_1".into(), name: NASTY.into(), doing }
}

fn spent() -> crate::Spent {
    let id = format!("tim_{}", "0".repeat(26)).parse().expect("an id");
    crate::Spent { id, staff: me(), name: NASTY.into(), at: now(), minutes: 75 }
}

/// With nasty words.
fn need(state: crate::NeedState) -> crate::Need {
    crate::Need {
        id: format!("ned_{}{}", "0".repeat(25), state as u8).parse().expect("an id"),
        conversation: conversation().id,
        person: conversation().person,
        department: None,
        message: None,
        words: NASTY.into(),
        source: crate::NeedSource::Message,
        topic: NASTY.into(),
        product: NASTY.into(),
        state,
        reason: NASTY.into(),
        noted_by: conversation().assignee,
        noted_by_name: NASTY.into(),
        noted_at: now(),
        said_at: now(),
        ended_at: None,
        draft: None,
        told_in: None,
        told: crate::NeedTold::No,
    }
}

/// Due yesterday, with nasty words.
fn promise(state: crate::PromiseState) -> crate::Promise {
    let (latest, over) = (now() - SignedDuration::from_hours(24), state.is_over());
    crate::Promise {
        id: format!("prm_{}{}", "0".repeat(25), state as u8).parse().expect("an id"),
        conversation: conversation().id,
        person: conversation().person,
        message: None,
        words: NASTY.into(),
        kind: crate::PromiseKind::Dated,
        owner: Some(me()),
        owner_name: NASTY.into(),
        department: None,
        due: Some(crate::PromiseDue {
            latest,
            day: jiff::civil::date(2026, 11, 17),
            timed: state == crate::PromiseState::Open,
            sure: crate::PromiseSure::Certain,
            zone: "Europe/Oslo".into(),
        }),
        word: Some(latest),
        state,
        made_by: None,
        made_at: latest,
        ended_at: over.then(now),
        reason: NASTY.into(),
        kept_in: None,
        remind_at: None,
        alert_at: None,
    }
}

fn shown() -> Shown {
    let it = conversation();
    let person = Person {
        id: it.person.clone(),
        name: NASTY.into(),
        name_doubtful: true,
        language: Some(Language::Nb),
        created_at: now() - SignedDuration::from_hours(90_000),
    };
    let address = |shown: &str| Address {
        address: shown.into(),
        shown: shown.into(),
        person: person.id.clone(),
        proved: true,
        added_at: now(),
        failing: Some(people::person::Failing { since: now(), words: NASTY.into() }),
    };
    let note = crate::Message { kind: MessageKind::Note, ..reply(DeliveryState::Sent) };
    let events = ["conversation.assigned", "conversation.state_changed", "conversation.clock_breached"];
    let history = events
        .into_iter()
        .map(|kind| Happening {
            at: now(),
            actor: "staff:stf_gone".into(),
            sentence: Sentence {
                message: "event-assigned",
                args: vec![("name", NASTY.into()), ("reason", NASTY.into())],
            },
            kind: kind.into(),
        })
        .collect();
    let messages = vec![
        message(),
        reply(DeliveryState::Failed),
        reply(DeliveryState::Bounced),
        reply(DeliveryState::Waiting),
        note,
    ];
    let row = ListRow {
        conversation: it.clone(),
        person_name: NASTY.into(),
        assignee_name: None,
        department_name: None,
        drafted: true,
        shared: None,
        items: Some((1, 2)),
        tags: nasty_tags(),
        writer: Some(NASTY.into()),
    };
    let addresses = vec![address("kari@post.example"), address(NASTY)];
    let (assignee_name, department_name) = (Some(NASTY.into()), Some(NASTY.into()));
    let (participants, merged, offers, tags) = (vec![], None, vec![], nasty_tags());
    let followers = vec![Follower { staff: me(), name: NASTY.into(), follows: true, unseen: false }];
    let thread = Thread {
        conversation: it,
        person,
        addresses,
        participants,
        merged,
        offers,
        assignee_name,
        department_name,
        tags,
        links: vec![crate::Linked { kind: crate::LinkKind::Child, conversation: conversation() }],
        followers,
        checklist: vec![item(Some(now())), item(None)],
        spent: vec![spent()],
        tracks_time: true,
        promises: crate::PromiseState::ALL.map(promise).into(),
        needs: crate::NeedState::ALL.map(need).into(),
        promised: crate::PromiseState::ALL.map(promise).into(),
        problems: vec![],
        sides: vec![],
        origin: Some(crate::queries::Origin { source: NASTY.into(), number: NASTY.into() }),
        stood_in_for: None,
        came_as: None,
        parts_called: vec![],
        mailbox: None,
        drafts: true,
        ended: nasty_ended(),
        messages,
        history,
    };
    let names = vec![StateName { id: "sta_1".into(), state: State::WaitingOthers, name: NASTY.into(), pauses: None }];
    let business = Business { name: NASTY.into(), signature: NASTY.into(), ..Business::default() };
    let voice = Voice { sender: NASTY.into(), signature: NASTY.into(), ..Voice::default() };
    let (staff, voices) = (
        vec![Colleague {
            id: me(),
            name: NASTY.into(),
            role: base::Role::Agent,
            reach: base::Reach::Everything,
            away_until: Some(jiff::civil::date(2026, 11, 27)),
            full: false,
        }],
        vec![voice],
    );
    let departments = vec![Department {
        id: "dep_00000000000000000000000001".parse().expect("an id"),
        name: NASTY.into(),
        closed_at: None,
    }];
    Shown {
        thread,
        community: true,
        others: vec![row],
        card: nasty_file(),
        staff,
        names,
        known: nasty_tags(),
        departments,
        business,
        ours: vec![],
        drafts: vec![],
        shared: vec![nasty_draft()],
        gone: vec![nasty_draft()],
        like: None,
        machine: now(),
        voices,
        mailbox: None,
        fields: nasty_fields(),
        macros: vec![queries::Offered {
            id: format!("mac_{}", "0".repeat(26)).parse().expect("an id"),
            name: NASTY.into(),
            kind: crate::MacroKind::Reply,
            has_text: false,
            visible: crate::Visible::Everyone,
            when: crate::MacroWhen::default(),
            fits: false,
        }],
        macro_files: vec![],
        waits: false,
        there: vec![present(Doing::Looking), present(Doing::Noting), present(Doing::Replying)],
    }
}

/// Somebody who goes through all that there is, and wants to be called at night.
fn nasty_file() -> people::file::File {
    let mut file = people::file::File::default();
    let flag = |(n, kind)| people::care::CareFlag {
        id: format!("car_{n:026}").parse().expect("an id"),
        person: conversation().person,
        kind,
        why: NASTY.into(),
        since: now(),
        ends_at: now() + SignedDuration::from_hours(1),
        set_by: Some(me()),
    };
    file.care = people::care::CareKind::ALL.into_iter().enumerate().map(flag).collect();
    file.details.preferences = people::file::Preferences {
        language: Some(Language::En),
        addressed: NASTY.into(),
        manner: Some(people::file::Manner::Formal),
        channel: Some(people::file::Channel::Phone),
        hours: people::file::Hours::kept(Some(180), Some(181)),
        days: people::file::Days::kept(1),
        zone: "Asia/Jakarta".into(),
    };
    file
}
/// All that can be said of how it ended.
fn nasty_ended() -> queries::Ended {
    let yes = Some(crate::Yes { at: now(), to: Some(me()), how: NASTY.into() });
    let opinion = |n: usize, said| crate::Opinion {
        id: format!("opn_{n:026}").parse().expect("an id"),
        conversation: conversation().id,
        at: now(),
        said,
        comment: NASTY.into(),
        open: n > 1,
    };
    queries::Ended {
        outcome: Some(crate::Outcome { ending: crate::Ending::Righted, known: false }),
        complaint: Some(crate::Complaint { is: true, since: now(), yes }),
        opinions: crate::Said::ALL.into_iter().enumerate().map(|(n, said)| opinion(n, said)).collect(),
    }
}

/// A shared draft that somebody else has open.
fn nasty_draft() -> SharedDraft {
    let of = |n: usize| format!("stf_{n:026}").parse().expect("an id");
    let until = now() + jiff::SignedDuration::from_mins(1);
    SharedDraft {
        id: format!("drf_{}", "0".repeat(26)).parse().expect("an id"),
        conversation: conversation().id,
        author: of(1),
        author_name: NASTY.into(),
        text: DraftText { body: NASTY.into(), to: NASTY.into(), ..DraftText::default() },
        version: 2,
        shared_at: now(),
        changed_at: now(),
        changed_by: of(2),
        changed_by_name: NASTY.into(),
        held: Some(crate::Held { by: of(2), name: NASTY.into(), until, since: 1 }),
    }
}

/// One that is asked for before closing and empty, and one of each kind with something in it.
fn nasty_fields() -> Vec<people::field::Value> {
    use people::field::{About, Field, Kind, Value};
    let field = |n: usize, kind, required: &[&str], text: &str| Value {
        field: Field {
            id: format!("fld_{n:026}").parse().expect("an id"),
            about: About::Conversation,
            name: NASTY.into(),
            kind,
            choices: vec![NASTY.into()],
            required: required.iter().map(|step| (*step).to_owned()).collect(),
            retired: false,
        },
        text: text.to_owned(),
    };
    let filled = Kind::ALL.into_iter().enumerate().map(|(n, kind)| field(n + 1, kind, &[], NASTY));
    std::iter::once(field(0, Kind::Text, &["solved"], "")).chain(filled).collect()
}

#[test]
fn what_is_missing_before_a_state_is_asked_for_there_and_nothing_else() {
    let shown = shown();
    let ask = |before: &str| {
        let fields = fields::Wanted { before: Some(before.to_owned()), wrong: None };
        render(Language::En, &shown, &Turn { fields, ..Turn::default() })
    };
    let (missing, filled) = (format!("name=\"fld_{:026}\"", 0), format!("name=\"fld_{:026}\"", 1));
    let form = |page: &str| {
        let (_, form) = page.split_once("id=\"fields-form\"")?;
        form.split_once("</form>").map(|(form, _)| form.to_owned())
    };
    let asked = form(&ask("solved")).expect("the form");
    assert!(asked.contains(&missing) && !asked.contains(&filled), "{asked}");
    assert!(asked.contains("name=\"then\" value=\"solved\""), "{asked}");
    assert!(form(&ask("")).is_some(), "whatever the step");
    assert_eq!(form(&ask("waiting_others")), None, "nothing is missing there");
    assert_eq!(form(&render(Language::En, &shown, &Turn::default())), None);
}

fn render(language: Language, shown: &Shown, turn: &Turn) -> String {
    let say = say(language);
    convo(Lens { names: &shown.names, ..lens(&say) }, shown, turn, &me()).into_string()
}

#[test]
fn whatever_people_wrote_is_text_in_every_language() {
    for language in Language::ALL {
        let turn = Turn {
            draft: Draft {
                kind: Kind::Note,
                text: DraftText { body: NASTY.into(), ..DraftText::default() },
                problem: Some(Problem::Refused(Refusal::TooLong)),
                ..Draft::default()
            },
            ask_reason: true,
            refusal: Some(Refusal::NoAddress),
            fragment: false,
            toast: None,
            ask_open: true,
            ending: ending::Wanted::Content(crate::rules::complaints::Stands {
                content: false,
                tried: std::collections::BTreeSet::from([jiff::civil::date(2026, 11, 17)]),
            }),
            fields: fields::Wanted { before: Some(String::new()), wrong: None },
            subject: Some(renaming::Wanted::of(NASTY)),
        };
        let out = render(language, &shown(), &turn);
        for bad in ["<img", "</script>", "style=", "onclick", "javascript:", "{$"] {
            assert!(!out.contains(bad), "{bad} in {language:?}");
        }
        assert!(out.matches("&lt;img src=x onerror=alert(1)&gt;").count() > 15);
        for topic in [
            "refusal-",
            "delivery-",
            "warning-",
            "event-",
            "composer-send",
            "conversation-a",
            "file-l",
            "known-",
            "care-",
            "customers-",
        ] {
            let text = out.replace("conversation-cnv", "").replace("profile-", "");
            assert!(!text.contains(&format!(">{topic}")), "a text of {topic} is missing in {language:?}");
        }
    }
}

#[test]
fn scripts_find_the_composer_as_they_know_it() {
    let out = render(Language::En, &shown(), &Turn::default());
    let id = conversation().id;
    for part in [
        format!("<t-composer data-draft=\"{id}\" hx-morph-skip>"),
        format!(
            "<form class=\"composer\" id=\"reply\" data-kind=\"reply\" method=\"post\" action=\"/conversations/{id}/reply\" enctype=\"multipart/form-data\""
        ),
        format!(
            "<form class=\"composer\" id=\"note\" data-kind=\"note\" method=\"post\" action=\"/conversations/{id}/note\" hidden"
        ),
        "hx-sync=\"this:drop\"".to_owned(),
        "data-key=\"Ctrl+Enter\"".to_owned(),
        "data-files=\"reply-files\"".to_owned(),
        "<div class=\"sheet mt\" data-tone=\"note\">".to_owned(),
        format!("hx-trigger=\"conversation-{id} from:body, person-per_"),
        " from:body, resync from:body\"".to_owned(),
        "to kari@post.example".to_owned(),
    ] {
        assert!(out.contains(&part), "{part} is missing in {out}");
    }
    assert!(!out.contains("autofocus"), "a page that only shows takes no focus");
}

#[test]
fn a_refused_text_stays_with_its_reason() {
    let draft = Draft {
        text: DraftText { body: "my text".into(), ..DraftText::default() },
        problem: Some(Problem::Refused(Refusal::FilesTooLarge)),
        ..Draft::default()
    };
    let out = render(Language::En, &shown(), &Turn { draft, ..Turn::default() });
    assert!(out.contains(">my text</textarea>") && out.contains("aria-invalid=\"true\"") && out.contains("autofocus"));
    assert!(out.contains("Together they may be 20 MB."));
}

#[test]
fn encrypted_and_signed_are_told_apart_and_are_no_alarm() {
    let page = |warning: &str| {
        let mut shown = shown();
        shown.thread.messages = vec![crate::Message { warnings: vec![warning.into()], ..message() }];
        render(Language::En, &shown, &Turn::default())
    };
    let (encrypted, signed) = (page("encrypted"), page("signed"));
    assert!(encrypted.contains("Encrypted</span>") && encrypted.contains("the file is kept"), "{encrypted}");
    assert!(signed.contains("Signed</span>") && signed.contains("Nobody checked the signature"), "{signed}");
    assert!(!signed.contains("Encrypted") && !encrypted.contains("Signed"));
}

#[test]
fn a_failed_reply_says_why_and_can_be_tried_again() {
    let out = render(Language::En, &shown(), &Turn::default());
    let retry = format!("action=\"/messages/{}/retry\"", message().id);
    assert_eq!(out.matches(&retry).count(), 1, "only the failed one");
    assert!(out.contains("This reply did not arrive.") && out.contains("Will be tried again"));
}

#[test]
fn closed_ones_are_opened_again_and_open_ones_closed() {
    let mut shown = shown();
    let path = |out: &str, what: &str| out.contains(&format!("/{what}\""));
    let out = render(Language::En, &shown, &Turn::default());
    assert!(path(&out, "close") && !path(&out, "reopen"));
    shown.thread.conversation.state = State::Closed;
    let out = render(Language::En, &shown, &Turn::default());
    assert!(path(&out, "reopen") && !path(&out, "close"));
}

#[test]
fn only_its_owner_marks_it_as_read_and_only_by_post() {
    let mut shown = shown();
    let marks = |shown: &Shown| render(Language::En, shown, &Turn::default()).contains("/read\" hx-trigger=\"load\"");
    assert!(marks(&shown));
    shown.thread.conversation.assignee = Some(format!("stf_{}", "1".repeat(26)).parse().expect("an id"));
    assert!(!marks(&shown));
    shown.thread.conversation.assignee = None;
    assert!(marks(&shown));
    shown.thread.conversation.unread = false;
    assert!(!marks(&shown));
    shown.thread.followers[0].unseen = true;
    assert!(marks(&shown), "whom a note names looks for themselves");
}

#[test]
fn the_reason_is_asked_without_taking_the_focus_again_and_again() {
    let ask = |fragment| render(Language::En, &shown(), &Turn { ask_reason: true, fragment, ..Turn::default() });
    assert!(ask(false).contains("autofocus") && ask(false).contains("?ask=close"));
    assert!(!ask(true).contains("autofocus") && ask(true).contains("id=\"reason-form\""));
}

#[test]
fn ones_own_reply_can_be_taken_back_while_it_waits() {
    let mut shown = shown();
    for message in &mut shown.thread.messages {
        if let Some(delivery) = &mut message.delivery {
            delivery.attempts = 0;
        }
    }
    let say = say(Language::En);
    let toast = |shown: &Shown, me: &StaffId, machine: Instant| {
        undo::pending(lens(&say), &shown.thread, me, machine).map(maud::PreEscaped::into_string)
    };
    let before = now() - SignedDuration::from_millis(8_500);
    let out = toast(&shown, &me(), before).expect("a toast");
    assert!(out.contains("data-seconds=\"9\"") && out.contains("data-other=\"Sending to "), "{out}");
    assert!(out.contains("in {n} seconds\"") && out.contains("in 9 seconds</span>") && !out.contains("<img"));
    assert_eq!(toast(&shown, &me(), now()), None, "the window is over");
    let other: StaffId = format!("stf_{}", "1".repeat(26)).parse().expect("an id");
    assert_eq!(toast(&shown, &other, before), None, "somebody else's");
    shown.thread.messages.iter_mut().filter_map(|m| m.delivery.as_mut()).for_each(|d| d.attempts = 1);
    assert_eq!(toast(&shown, &me(), before), None, "it has been tried");
}

#[test]
fn promises_are_asked_about_kept_and_told_how_late_they_were() {
    let out = render(Language::En, &shown(), &Turn::default());
    for text in ["1 day late", "value=\"track\"", "value=\"keep\"", "value=\"reopen\"", "id=\"reply-look\""] {
        assert!(out.contains(text), "{text}");
    }
    let seeing = say(Language::En);
    let lens = Lens { works: false, ..lens(&seeing) };
    let out = promises::section(lens, &shown().thread, &[]).into_string();
    assert!(!out.contains("<form") && out.contains("class=\"promise sm\""), "{out}");
}
