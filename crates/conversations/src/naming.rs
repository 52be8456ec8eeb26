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
    let Some((local, _)) = mail_id.rsplit_once('@') else { return false };
    p.tokens.read_compact(MESSAGE, local).is_ok()
}

/// What stands behind the plus of a signed reply address: `48213.<signature>`. It holds for one
/// customer in one conversation.
#[must_use]
pub fn reply_tag(p: &Platform, number: i64, person: &PersonId) -> String {
    format!("{number}.{}", p.tokens.mac_only(REPLY, &format!("{number}:{person}")))
}

/// The number in a tag, when the tag is exactly the one we made for this customer.
#[must_use]
pub fn read_reply_tag(p: &Platform, tag: &str, person: &PersonId) -> Option<i64> {
    let number: i64 = tag.split_once('.')?.0.parse().ok()?;
    // Comparing whole texts leaves one accepted spelling; signatures are not secret from their bearer.
    (reply_tag(p, number, person) == tag).then_some(number)
}
