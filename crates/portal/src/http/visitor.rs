//! Who is signed in on the customer's side: a session under a cookie of its own, apart from that of colleagues.

use axum::http::{HeaderMap, HeaderValue, header};
use base::Scope;
use people::merging;
use people::person::{self, Person};
use platform::sessions::{self, Session};
use platform::{Platform, Result, Site};

/// A customer who came in by a mailed link.
pub struct Visitor {
    /// Who they are.
    pub person: Person,
    /// The session that they came with.
    pub session: Session,
}

impl Visitor {
    /// Whoever the cookie names, if they are still in.
    ///
    /// # Errors
    /// When the tables cannot be used.
    pub async fn find(p: &Platform, headers: &HeaderMap) -> Result<Option<Self>> {
        let Some(secret) = secret(&p.site, headers) else { return Ok(None) };
        let (mut conn, now) = (p.db.read().await?, p.clock.machine());
        let Some(session) = sessions::find(&mut conn, secret, now).await? else { return Ok(None) };
        // A colleague's session names no customer, and is none here.
        let Ok(id) = session.staff.parse() else { return Ok(None) };
        // Who became part of another customer is in as that one.
        let id = merging::where_merged(&mut conn, &id).await?;
        let Some(person) = person::find(&mut conn, &Scope::All, &id).await? else { return Ok(None) };
        if sessions::is_due(&session, now) {
            let mut tx = p.begin().await?;
            sessions::prolong(&mut tx, &session.digest).await?;
            tx.commit().await?;
        }
        Ok(Some(Self { person, session }))
    }
}

fn name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-tillit-my" } else { "tillit-my" }
}

fn secret<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, value)| *key == name(site) && !value.is_empty()).map(|(_, value)| value).next_back()
}

/// `Set-Cookie` for a new session; without a secret, what takes it away.
pub(super) fn cookie(site: &Site, secret: Option<&str>) -> HeaderValue {
    let secure = if site.is_https() { "; Secure" } else { "" };
    let age = if secret.is_some() { 400 * 86_400 } else { 0 };
    let value = secret.unwrap_or_default();
    let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={age}", name(site));
    // Base32 and our own words are always fit for a header.
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
