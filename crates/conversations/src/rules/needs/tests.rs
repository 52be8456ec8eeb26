//! Tables and properties: what becomes of a need, how everyone is told, which topics rise.

use base::Instant;
use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use words::bursts::Batch;

use super::rising::{LEAST, rising};
use super::*;
use crate::model::NeedSource;

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

fn need() -> Need {
    let id = |kind: &str| format!("{kind}_{}", "0".repeat(26));
    Need {
        id: id("ned").parse().expect("an id"),
        conversation: id("cnv").parse().expect("an id"),
        person: id("per").parse().expect("an id"),
        department: None,
        message: None,
        words: "a bag for two".into(),
        source: NeedSource::Message,
        topic: "Bags".into(),
        product: String::new(),
        state: NeedState::Open,
        reason: String::new(),
        noted_by: None,
        noted_by_name: String::new(),
        noted_at: at("2026-11-18T12:00:00Z"),
        said_at: at("2026-11-18T12:00:00Z"),
        ended_at: None,
        draft: None,
        told_in: None,
        told: NeedTold::No,
    }
}

#[test]
fn a_need_is_met_or_declined_once_and_can_be_opened_again() {
    let now = at("2026-11-20T12:00:00Z");
    let it = need();
    let done = met(&it, now).expect("met");
    assert_eq!((done.state, done.ended_at), (NeedState::Met, Some(now)));
    assert_eq!(met(&done, now), Err(Refusal::NeedOver));
    assert_eq!(declined(&done, "too dear", now), Err(Refusal::NeedOver));
    assert_eq!(declined(&it, " \n ", now), Err(Refusal::WhyMissing));
    let no = declined(&it, "  too\ndear ", now).expect("declined");
    assert_eq!((no.state, no.reason.as_str()), (NeedState::Declined, "too dear"));
    assert_eq!(reopened(&it), Err(Refusal::NeedOver));
    assert_eq!(reopened(&no).expect("open"), it, "as it was");
    assert_eq!(reopened(&done).expect("open"), it, "as it was");
}

#[test]
fn words_and_topics_are_clean_lines() {
    assert_eq!(words("  a bag\n for  two "), "a bag for two");
    assert_eq!(words(&"x".repeat(600)).chars().count(), WORDS_MAX);
    assert_eq!(topic(" #Winter  Tyres "), ("Winter Tyres".into(), "winter tyres".into()));
    assert_eq!(topic(" # "), (String::new(), String::new()));
    assert_eq!(product(" Model\t4 "), "Model 4");
}

#[test]
fn weeks_begin_on_monday_where_the_business_is() {
    let oslo = TimeZone::get("Europe/Oslo").expect("a zone");
    for (said, monday) in [
        ("2026-11-18T12:00:00Z", date(2026, 11, 16)),
        ("2026-11-16T00:00:00Z", date(2026, 11, 16)),
        ("2026-11-15T22:59:59Z", date(2026, 11, 9)),
        ("2026-11-15T23:00:00Z", date(2026, 11, 16)),
    ] {
        assert_eq!(week(at(said), &oslo), monday, "{said}");
    }
}

#[test]
fn everyone_is_told_by_name_and_in_their_own_words() {
    let values = Values { customer: "Kari Solheim".into(), ..Values::default() };
    let text = "Hi {{customer.first_name}}, you asked for “{{need}}”. {{need}}!";
    assert_eq!(told(text, "{{agent.name}}", &values), "Hi Kari, you asked for “{{agent.name}}”. {{agent.name}}!");
    assert_eq!(unknown("{{need}} {{customer.name}}"), None);
    assert_eq!(unknown("{{need}} {{customer.shoe}}"), Some("customer.shoe"));
}

fn weeks(topic: &[u64], all: u64) -> Vec<Batch> {
    topic.iter().map(|n| Batch { topic: *n, all: all + n }).collect()
}

#[test]
fn a_topic_rises_while_it_is_said_far_more_often_than_before() {
    let found = rising(&weeks(&[1, 0, 1, 1, 0, 1, 0, 1, 4, 6], 10)).expect("rises");
    assert_eq!((found.since, found.needs, found.of), (8, 10, 30));
    assert!(found.sure.is_some_and(|sure| sure > 0.99), "{found:?}");
    assert_eq!(rising(&weeks(&[1, 0, 1, 1, 4, 6, 1, 0, 1, 0], 10)), None, "it is over");
    assert_eq!(rising(&weeks(&[0, 0, 0, 0, 0, 0, 0, 0, 2, 2], 10)), None, "too few");
    assert_eq!(rising(&weeks(&[2, 2, 2, 2, 2, 2], 10)), None, "as always");
    assert_eq!(rising(&[]), None);
}

proptest! {
    #[test]
    fn nothing_rises_without_enough_and_nothing_panics(topic in prop::collection::vec((0_u64..12, 0_u64..40), 0..40)) {
        let weeks: Vec<Batch> = topic.iter().map(|(n, rest)| Batch { topic: *n, all: n + rest }).collect();
        if let Some(found) = rising(&weeks) {
            prop_assert!(found.needs >= LEAST && found.of >= found.needs && found.since < weeks.len());
            prop_assert!(found.sure.is_none_or(|sure| (0.0..=1.0).contains(&sure)));
        }
    }

    #[test]
    fn any_text_is_told(text in "\\PC{0,60}", said in "\\PC{0,20}") {
        let out = told(&text.replace('{', ""), &said, &Values::default());
        prop_assert_eq!(out, text.replace('{', ""));
        prop_assert!(words(&text).chars().count() <= WORDS_MAX);
    }
}

#[test]
fn who_was_told_is_read_off_the_reply_and_the_draft() {
    for (reply, drafted, expected) in [
        (None, false, NeedTold::No),
        (None, true, NeedTold::Drafted),
        (Some(DeliveryState::Scheduled), false, NeedTold::Going),
        (Some(DeliveryState::Waiting), true, NeedTold::Going),
        (Some(DeliveryState::Sent), false, NeedTold::Yes),
        (Some(DeliveryState::Bounced), false, NeedTold::No),
        (Some(DeliveryState::Undone), true, NeedTold::Drafted),
    ] {
        assert_eq!(how_far(reply, drafted), expected, "{reply:?} {drafted}");
    }
}
