//! The names we give to what we send, signed so that only ours are believed when they come back.

use people::PersonId;
use platform::Platform;

use crate::ids::MessageId;
use crate::settings::Business;

const MESSAGE: &str = "message-id";
const REPLY: &str = "reply-address";

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
