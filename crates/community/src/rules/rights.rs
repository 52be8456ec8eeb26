//! Who may write, vote, accept, change and flag, and how much.

use base::Instant;
use jiff::SignedDuration;
use people::PersonId;

use crate::model::{Kind, Member, Post, Topic, TopicState};

/// Longest public name, in characters.
pub const NAME_MOST: usize = 40;
/// Longest title, in characters.
pub const TITLE_MOST: usize = 200;
/// Longest text, in characters.
pub const TEXT_MOST: usize = 10_000;
/// Tags of one topic, and the longest of them in characters.
pub const TAGS_MOST: usize = 5;
/// See [`TAGS_MOST`].
pub const TAG_MOST: usize = 30;
/// How long somebody can change what they wrote.
pub const EDITS_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Has no public name yet.
    NoName,
    /// Somebody else is called so, or it could be taken for the business.
    NameTaken,
    /// May not write any more.
    Blocked,
    /// Wrote much in a short time.
    TooMany,
    /// A title is missing.
    NoTitle,
    /// Nothing is written.
    NoText,
    /// The title or the text is too long.
    TooLong,
    /// Nobody writes there any more.
    Closed,
    /// It is one's own.
    Own,
    /// It is somebody else's.
    NotYours,
    /// It was written too long ago.
    TooOld,
    /// A declined idea needs a reason.
    NoReason,
    /// It cannot become part of that one.
    NoMerge,
    /// Its customer was asked already whether it may be public.
    Asked,
    /// Its customer cannot be asked by mail now: no address that is proved, or they are treated with care.
    CannotAsk,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::NoName,
        Self::NameTaken,
        Self::Blocked,
        Self::TooMany,
        Self::NoTitle,
        Self::NoText,
        Self::TooLong,
        Self::Closed,
        Self::Own,
        Self::NotYours,
        Self::TooOld,
        Self::NoReason,
        Self::NoMerge,
        Self::Asked,
        Self::CannotAsk,
    ];

    /// The message that says so.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoName => "community-no-name",
            Self::NameTaken => "community-name-taken",
            Self::Blocked => "community-blocked",
            Self::TooMany => "community-too-many",
            Self::NoTitle => "community-no-title",
            Self::NoText => "community-no-text",
            Self::TooLong => "community-too-long",
            Self::Closed => "community-closed",
            Self::Own => "community-own",
            Self::NotYours => "community-not-yours",
            Self::TooOld => "community-too-old",
            Self::NoReason => "community-no-reason",
            Self::NoMerge => "community-no-merge",
            Self::Asked => "community-offer-asked",
            Self::CannotAsk => "community-offer-cannot",
        }
    }

    /// The same for programs: a name that stays, and words for people who write them.
    #[must_use]
    pub const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::NoName => ("no_name", "they have no name in the community"),
            Self::NameTaken => ("name_taken", "somebody else is called so"),
            Self::Blocked => ("blocked", "they may not write any more"),
            Self::TooMany => ("too_many", "they wrote much in a short time"),
            Self::NoTitle => ("no_title", "a title is missing"),
            Self::NoText => ("no_text", "nothing is written"),
            Self::TooLong => ("too_long", "it is too long"),
            Self::Closed => ("closed", "nobody writes there any more"),
            Self::Own => ("own", "it is their own"),
            Self::NotYours => ("not_theirs", "it is somebody else's"),
            Self::TooOld => ("too_old", "it was written too long ago"),
            Self::NoReason => ("no_reason", "a declined idea needs a reason"),
            Self::NoMerge => ("no_merge", "it cannot become part of that one"),
            Self::Asked => ("asked", "its customer was asked already"),
            Self::CannotAsk => ("cannot_ask", "its customer cannot be asked by mail now"),
        }
    }
}

/// How much is let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// First things of a member that wait for a look.
    pub first_wait: i64,
    /// Things that somebody new may write within an hour.
    pub new_an_hour: i64,
    /// Things that anybody else may.
    pub an_hour: i64,
}

/// Whether a member who wrote so many things within the last hour may write another.
///
/// # Errors
/// [`Refusal::Blocked`], [`Refusal::TooMany`].
pub fn may_write(member: &Member, within_hour: i64, limits: &Limits) -> Result<(), Refusal> {
    let known = member.expert || member.published >= limits.first_wait.max(super::spam::NEW_LINKS);
    let most = if known { limits.an_hour } else { limits.new_an_hour };
    match () {
        () if member.blocked => Err(Refusal::Blocked),
        () if within_hour >= most => Err(Refusal::TooMany),
        () => Ok(()),
    }
}

/// A title and a text as they are kept. An empty title is left to whoever needs one.
///
/// # Errors
/// [`Refusal::NoText`], [`Refusal::TooLong`].
pub fn text(text: &str) -> Result<String, Refusal> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    match text.chars().count() {
        0 => Err(Refusal::NoText),
        n if n > TEXT_MOST => Err(Refusal::TooLong),
        _ => Ok(text),
    }
}

/// Tags out of what was typed, apart by commas: small, each once.
#[must_use]
pub fn tags(typed: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for part in typed.split(',') {
        let letters = part.trim().to_lowercase();
        let tag: String = letters
            .chars()
            .map(|c| if c.is_whitespace() { '-' } else { c })
            .filter(|c| c.is_alphanumeric() || *c == '-')
            .take(TAG_MOST)
            .collect();
        let tag = tag.trim_matches('-').to_owned();
        if !tag.is_empty() && !tags.contains(&tag) && tags.len() < TAGS_MOST {
            tags.push(tag);
        }
    }
    tags
}

/// Whether something can be written to it.
///
/// # Errors
/// [`Refusal::Closed`].
pub fn may_answer(topic: &Topic) -> Result<(), Refusal> {
    if topic.is_public() && topic.state == TopicState::Open { Ok(()) } else { Err(Refusal::Closed) }
}

/// Whether somebody may say that another's words helped: not of their own.
///
/// # Errors
/// [`Refusal::Own`], [`Refusal::Blocked`].
pub fn may_vote(member: &Member, author: Option<&PersonId>) -> Result<(), Refusal> {
    match author {
        _ if member.blocked => Err(Refusal::Blocked),
        Some(author) if *author == member.person => Err(Refusal::Own),
        _ => Ok(()),
    }
}

/// Whether somebody may say which answer helped: who asked, of an answer that is shown.
///
/// # Errors
/// [`Refusal::NotYours`], [`Refusal::Closed`].
pub fn may_accept(person: &PersonId, topic: &Topic, post: &Post) -> Result<(), Refusal> {
    match () {
        () if topic.person.as_ref() != Some(person) => Err(Refusal::NotYours),
        () if topic.kind != Kind::Question || post.topic != topic.id => Err(Refusal::Closed),
        () if post.under.is_some() || !post.is_public() || !topic.is_public() => Err(Refusal::Closed),
        () => Ok(()),
    }
}

/// Whether somebody may change what was written then.
///
/// # Errors
/// [`Refusal::NotYours`], [`Refusal::TooOld`], [`Refusal::Blocked`].
pub fn may_edit(member: &Member, author: Option<&PersonId>, written: Instant, now: Instant) -> Result<(), Refusal> {
    match () {
        () if member.blocked => Err(Refusal::Blocked),
        () if author != Some(&member.person) => Err(Refusal::NotYours),
        () if now.duration_since(written) > EDITS_FOR => Err(Refusal::TooOld),
        () => Ok(()),
    }
}

/// Whether a question that nobody answered becomes a conversation now.
#[must_use]
pub fn falls_to_us(topic: &Topic, now: Instant) -> bool {
    topic.kind == Kind::Question
        && topic.state == TopicState::Open
        && !topic.waits
        && topic.answers == 0
        && topic.person.is_some()
        && topic.conversation.is_none()
        && topic.due.is_some_and(|due| due <= now)
}

/// Whether a colleague may make a conversation of a question now, answered or not.
#[must_use]
pub fn may_take_over(topic: &Topic) -> bool {
    topic.kind == Kind::Question && topic.is_public() && topic.person.is_some() && topic.conversation.is_none()
}
