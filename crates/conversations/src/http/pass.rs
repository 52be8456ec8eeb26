//! Addresses that open one thing to one colleague for some hours, without a sign-in: for frames and
//! pictures, to which no cookie may be sent. The colleague's rights are asked again at each request.

use base::{Action, Instant, Scope, allowed};
use jiff::SignedDuration;
use people::StaffId;
use people::staff::{self, Who};
use platform::tokens::Claims;
use platform::web::errors::Error;
use platform::{Conn, Platform, Tokens, blobs};

use crate::{AttachmentId, MacroFileId, MessageId};

/// What a pass is good for.
pub(super) const ORIGINAL: &str = "mail-original";
/// See [`ORIGINAL`].
pub(super) const PICTURE: &str = "mail-picture";
/// See [`ORIGINAL`].
pub(super) const REMOTE: &str = "mail-remote";

/// Passes end at these hours of machine time, so that an address stays the same for long and a page that
/// refreshes itself does not load its pictures again.
const STEP: SignedDuration = SignedDuration::from_hours(12);

/// Makes addresses for one colleague.
#[derive(Clone, Copy)]
pub(super) struct Passes<'a> {
    tokens: &'a Tokens,
    staff: &'a str,
    until: Instant,
}

impl<'a> Passes<'a> {
    /// For the one who asks.
    pub fn of(p: &'a Platform, who: &'a Who) -> Self {
        Self::to(p, who.staff.id.as_str())
    }

    /// For whoever has this id.
    pub fn to(p: &'a Platform, staff: &'a str) -> Self {
        Self { tokens: &p.tokens, staff, until: until(p.clock.machine()) }
    }

    fn token(&self, purpose: &'static str, object: String) -> String {
        let claims = Claims { purpose, object, person: self.staff.to_owned(), expires: Some(self.until) };
        self.tokens.issue(&claims)
    }

    /// Where the original of a mail is shown.
    pub fn original(&self, id: &MessageId) -> String {
        format!("/originals/{}", self.token(ORIGINAL, id.to_string()))
    }

    /// Where a picture of a mail is.
    pub fn picture(&self, id: &AttachmentId) -> String {
        format!("/pictures/{}", self.token(PICTURE, id.to_string()))
    }

    /// Where a picture of a macro is, for somebody whom the page offers it.
    pub fn macro_picture(&self, id: &MacroFileId) -> String {
        format!("/pictures/{}", self.token(PICTURE, id.to_string()))
    }

    /// Where we hand on a picture that lies on another computer.
    pub fn remote(&self, message: &MessageId, url: &str) -> String {
        let token = self.token(REMOTE, remote_object(message, url));
        let mut quoted = String::with_capacity(url.len() + 40);
        for byte in url.bytes() {
            if byte.is_ascii_alphanumeric() || b".-_~".contains(&byte) {
                quoted.push(char::from(byte));
            } else {
                quoted.push_str(&format!("%{byte:02X}"));
            }
        }
        format!("/pictures/remote/{token}?url={quoted}")
    }
}

/// A token has no room for an address, but for its digest.
pub(super) fn remote_object(message: &MessageId, url: &str) -> String {
    format!("{message}:{}", blobs::digest(url.as_bytes()))
}

fn until(now: Instant) -> Instant {
    let step = STEP.as_secs();
    Instant::from_second((now.as_second().div_euclid(step) + 2) * step).unwrap_or(now)
}

/// Who holds a pass, what it is about, and what they may see now.
pub(super) struct Holder {
    /// The colleague's id.
    pub staff: StaffId,
    /// What the pass is about.
    pub object: String,
    /// What they may see.
    pub scope: Scope,
    /// Whether they work on conversations.
    pub works: bool,
}

/// Reads a pass. Whatever is wrong with it, there is no such thing.
pub(super) async fn holder(p: &Platform, conn: &mut Conn, purpose: &'static str, token: &str) -> Result<Holder, Error> {
    let claims = p.tokens.read(purpose, token, p.clock.machine()).map_err(|_| Error::NotFound)?;
    let id: StaffId = claims.person.parse().map_err(|_| Error::NotFound)?;
    let staff = staff::find(conn, &Scope::All, &id).await?.filter(|staff| staff.disabled_at.is_none());
    let staff = staff.ok_or(Error::NotFound)?;
    let scope = allowed(&staff.actor(), Action::ReadConversations).map_err(|_| Error::NotFound)?;
    let works = allowed(&staff.actor(), Action::WorkConversations).is_ok();
    Ok(Holder { staff: id, object: claims.object, scope, works })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_stays_the_same_for_hours_and_ends_within_a_day() {
        let at = |text: &str| until(text.parse().expect("a time"));
        let noon = at("2026-11-18T12:00:00Z");
        assert_eq!(noon, at("2026-11-18T23:59:59Z"));
        assert_eq!(noon.to_string(), "2026-11-19T12:00:00Z");
        assert_ne!(noon, at("2026-11-18T11:59:59Z"));
    }
}
