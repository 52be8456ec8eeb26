//! What the tests of pages start from: a speaker, a moment, a conversation.

use base::{Instant, Language};
use jiff::{SignedDuration, tz::TimeZone};
use platform::i18n::{I18n, Say};

use super::lens::Lens;
use crate::{
    Attachment, Author, Clocks, Conversation, Delivery, DeliveryState, Mailbox, Message, MessageKind, Proof, State,
    Tag, TagTone, Verdict,
};

/// Speaks `language`, with the texts of this crate and the platform.
pub(crate) fn say(language: Language) -> Say {
    I18n::new(&[platform::i18n::LOCALES, people::LOCALES, super::LOCALES]).expect("texts").to(language)
}

pub(crate) mod house;

static GREENWICH: TimeZone = TimeZone::UTC;

/// The eyes of somebody in Greenwich.
pub(super) fn lens(say: &Say) -> Lens<'_> {
    Lens {
        say,
        zone: &GREENWICH,
        now: now(),
        works: true,
        me: None,
        privacy: true,
        deletes: true,
        leads: true,
        community: true,
        names: &[],
        passes: None,
    }
}

/// A Wednesday at noon.
pub(crate) fn now() -> Instant {
    "2026-11-18T12:00:00Z".parse().expect("a time")
}

/// What every field that people fill in holds in these tests (T12).
pub(crate) const NASTY: &str = "\"><img src=x onerror=alert(1)>'</script>";

fn id<T: std::str::FromStr>(prefix: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("{prefix}{}", "0".repeat(26)).parse().expect("an id")
}

/// An open conversation, due in twelve minutes, with nasty words in every field.
pub(crate) fn conversation() -> Conversation {
    Conversation {
        id: id("cnv_"),
        number: 48213,
        subject: NASTY.into(),
        person: id("per_"),
        state: State::Open,
        label: None,
        assignee: Some(id("stf_")),
        language: Some(Language::Nb),
        created_at: now() - SignedDuration::from_hours(23),
        touched_at: now() - SignedDuration::from_hours(1),
        clocks: Clocks { first_due: Some(now() + SignedDuration::from_mins(12)), ..Clocks::default() },
        snippet: NASTY.into(),
        unread: true,
        customer_spoke_last: true,
        close_reason: Some(NASTY.into()),
        linked_from: None,
        department: None,
        snoozed: None,
        deleted: None,
        goes_by: None,
    }
}

/// Three tags with nasty names.
pub(crate) fn nasty_tags() -> Vec<Tag> {
    let tag = |name: &str| Tag { id: id("tag_"), name: name.into(), tone: TagTone::Warn };
    vec![tag(NASTY), tag("motor"), tag("cargo bike")]
}

/// A mail of the customer with everything that can be said about one.
pub(crate) fn message() -> Message {
    Message {
        id: id("msg_"),
        conversation: id("cnv_"),
        at: now() - SignedDuration::from_hours(1),
        kind: MessageKind::Inbound,
        author: Author::Person(id("per_")),
        from: Mailbox { name: NASTY.into(), address: "kari@post.example".into() },
        to: vec![],
        cc: vec![],
        bcc: vec![],
        about: None,
        side: None,
        body: format!("Hei. {NASTY}"),
        document: None,
        invite: None,
        pictures: false,
        language: Some(Language::Nb),
        automatic: Some("auto-submitted".into()),
        warnings: vec!["unproved_staff".into(), NASTY.into()],
        proof: Some(Proof { verdict: Verdict::Failed, by: NASTY.into(), domain: NASTY.into() }),
        unreadable: Some(NASTY.into()),
        raw: Some("abc".into()),
        contact: None,
        edited_at: Some(now()),
        redacted_at: Some(now()),
        mood: Some(words::mood::Mood::Negative),
        delivery: None,
        attachments: vec![Attachment {
            id: id("att_"),
            name: format!("{NASTY}.svg"),
            content_type: "image/svg+xml".into(),
            size: 1_200_000,
            inline: false,
            content_id: None,
            alt: None,
        }],
    }
}

/// Our reply, in the given state of delivery.
pub(crate) fn reply(state: DeliveryState) -> Message {
    Message {
        kind: MessageKind::Reply,
        author: Author::Staff(id("stf_")),
        automatic: None,
        warnings: vec![],
        proof: None,
        unreadable: None,
        raw: None,
        delivery: Some(Delivery {
            state,
            undo_until: now(),
            at: now(),
            words: NASTY.into(),
            attempts: 3,
            later: None,
            subject: None,
        }),
        ..message()
    }
}
