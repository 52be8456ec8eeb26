//! The names we give to what we send, signed so that only ours are believed when they come back.

use people::{PersonId, StaffId};
use platform::Platform;

use crate::ids::{MessageId, SideId};
use crate::settings::Business;

const MESSAGE: &str = "message-id";
const REPLY: &str = "reply-address";
const REQUEST: &str = "request-page";
const SIDE: &str = "side-thread";
const NOTE: &str = "note-address";

/// The Message-ID of a reply, without brackets: `msg_….<signature>@brekkesund.example`. The same for
/// every attempt to send it.
#[must_use]
pub fn message_id(p: &Platform, message: &MessageId, business: &Business) -> String {
    let domain = business.address.rsplit_once('@').map_or("tillit.invalid", |(_, domain)| domain);
    format!("{}@{domain}", p.tokens.compact(MESSAGE, message.as_str()))
}

/// Whether a Message-ID is one that we gave.
#[must_use]
pub fn is_our_message_id(p: &Platform, mail_id: &str) -> bool {
    message_named(p, mail_id).is_some()
}

/// The message that a Message-ID of ours names.
#[must_use]
pub fn message_named(p: &Platform, mail_id: &str) -> Option<MessageId> {
    let (local, _) = mail_id.rsplit_once('@')?;
    p.tokens.read_compact(MESSAGE, local).ok()?.parse().ok()
}

/// Whether a Message-ID looks like one that we gave, whoever made it. Such an id is good with our
/// signature or for nothing.
#[must_use]
pub fn has_our_form(mail_id: &str) -> bool {
    mail_id.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("msg_"))
        && mail_id.bytes().skip(4).take_while(u8::is_ascii_alphanumeric).count() >= 26
}

/// What stands behind the plus of a signed reply address: `48213.<signature>`. It holds for one
/// customer in one conversation.
#[must_use]
pub fn reply_tag(p: &Platform, number: i64, person: &PersonId) -> String {
    format!("{number}.{}", p.tokens.mac_only(REPLY, &format!("{number}:{person}")))
}

/// The number that a tag claims.
#[must_use]
pub fn number_in_reply_tag(tag: &str) -> Option<i64> {
    tag.split_once('.')?.0.parse().ok()
}

/// Whether a tag is exactly the one we made for this customer in this conversation.
#[must_use]
pub fn is_reply_tag(p: &Platform, tag: &str, number: i64, person: &PersonId) -> bool {
    // Comparing whole texts leaves one accepted spelling; signatures are not secret from their bearer.
    reply_tag(p, number, person) == tag
}

/// What stands behind the plus of a side thread's reply address: `s107.<signature>`. It holds for one side thread, and
/// nothing else in its conversation.
#[must_use]
pub fn side_tag(p: &Platform, number: i64, side: &SideId) -> String {
    format!("s{number}.{}", p.tokens.mac_only(SIDE, &format!("{number}:{side}")))
}

/// The number of the side thread that a tag claims.
#[must_use]
pub fn number_in_side_tag(tag: &str) -> Option<i64> {
    tag.strip_prefix('s')?.split_once('.')?.0.parse().ok()
}

/// What stands behind the plus of the address at which a colleague answers a notice: `n48213-20781.<signature>`. It holds
/// for one colleague in one conversation, until a day of machine time, counted from 1970.
#[must_use]
pub fn note_tag(p: &Platform, number: i64, staff: &StaffId, until: i64) -> String {
    format!("n{number}-{until}.{}", p.tokens.mac_only(NOTE, &format!("{number}:{staff}:{until}")))
}

/// The number and the day that a [`note_tag`] claims; none when it has not its form.
#[must_use]
pub fn read_note_tag(tag: &str) -> Option<(i64, i64)> {
    let (number, until) = tag.strip_prefix('n')?.split_once('.')?.0.split_once('-')?;
    Some((number.parse().ok()?, until.parse().ok()?))
}

/// Whether a tag is exactly the one we made for this colleague.
#[must_use]
pub fn is_note_tag(p: &Platform, tag: &str, number: i64, staff: &StaffId, until: i64) -> bool {
    note_tag(p, number, staff, until) == tag
}

/// What stands in the link to a request's page: `48213.<signature>`. It holds for one customer in one conversation,
/// until it is withdrawn: each `edition` has another one.
#[must_use]
pub fn request_token(p: &Platform, number: i64, person: &PersonId, edition: i64) -> String {
    format!("{number}.{}", p.tokens.mac_only(REQUEST, &format!("{number}:{person}:{edition}")))
}

/// Whether a token is exactly the one of this customer, this conversation and this edition.
#[must_use]
pub fn is_request_token(p: &Platform, token: &str, number: i64, person: &PersonId, edition: i64) -> bool {
    let signature = token.strip_prefix(&format!("{number}."));
    let compact = signature.map(|signature| format!("{number}:{person}:{edition}.{signature}"));
    compact.is_some_and(|compact| p.tokens.read_compact(REQUEST, &compact).is_ok())
}

/// What the address of a calendar of promises is good for.
const FEED: &str = "promise-feed";

/// Where the calendar of a colleague's promises lies, in this edition.
#[must_use]
pub fn feed_url(p: &Platform, staff: &people::StaffId, edition: i64) -> String {
    format!("{}/calendar/{}", p.site.url, p.tokens.compact(FEED, &format!("{staff}.{edition}")))
}

/// Whose calendar an address names, and in which edition; nothing when we did not make it.
#[must_use]
pub fn read_feed_token(p: &Platform, token: &str) -> Option<(people::StaffId, i64)> {
    let named = p.tokens.read_compact(FEED, token).ok()?;
    let (staff, edition) = named.split_once('.')?;
    Some((staff.parse().ok()?, edition.parse().ok()?))
}

/// Where the page of a request lies.
#[must_use]
pub fn request_url(p: &Platform, token: &str) -> String {
    format!("{}{token}", request_start(p))
}

fn request_start(p: &Platform) -> String {
    format!("{}/r/", p.site.url)
}

/// A text without the links to pages of requests that stand in it: what goes to somebody else must not open them.
#[must_use]
pub fn without_request_links(p: &Platform, text: &str) -> String {
    let start = request_start(p);
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some(at) = rest.find(&start) {
        out.push_str(&rest[..at]);
        let token = &rest[at + start.len()..];
        let end = token.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).unwrap_or(token.len());
        out.push('…');
        rest = &token[end..];
    }
    out.push_str(rest);
    out
}
