//! Who is asking: the signed-in colleague, read anew from the session cookie at every request, so that
//! one who is disabled or loses a role is so at once (T28).

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use base::{Actor, Scope};
use jiff::tz::TimeZone;
use platform::i18n::Say;
use platform::sessions::{self, Session};
use platform::web::desk::{Desk, Viewer};
use platform::web::errors::Error;
use platform::web::respond::Wants;
use platform::{Conn, Fault, Platform, Result};

use super::model::Staff;
use super::store;
use crate::StaffId;
use crate::second;

/// Where one sets up a second factor.
const SET_UP: &str = "/profile/second";
/// What whoever must do so can reach. Signing out asks for nobody.
const OF_SETTING_UP: [&str; 2] = [SET_UP, "/profile/second/begin"];

/// What is told of a colleague, and of a path.
pub type Listener = dyn Fn(&StaffId, &str) + Send + Sync;

/// Told of each colleague who sends something, and to which path, before it is done: an extension of the request.
#[derive(Clone)]
pub struct Doing(pub Arc<Listener>);

/// A signed-in colleague. A handler that takes this cannot be reached by anybody else.
#[derive(Clone)]
pub struct Who {
    /// Their account, as it is now.
    pub staff: Staff,
    /// The session they came with.
    pub session: Session,
    /// Speaks their language.
    pub say: Say,
    /// Where they are.
    pub zone: TimeZone,
    /// Whether they must set up a second factor before anything else; only the pages that do so let them in.
    pub must_set_up: bool,
    path: String,
    boosted: bool,
    desk: Option<Desk>,
    given: axum::http::Extensions,
}

impl Who {
    /// The colleague as the one who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.staff.actor()
    }

    /// The colleague as pages know them.
    ///
    /// # Errors
    /// When the wiring handed no [`Desk`] to the request.
    pub fn viewer(&self) -> Result<Viewer> {
        Ok(Viewer {
            actor: self.actor(),
            name: self.staff.name.clone(),
            tag: self.staff.id.to_string(),
            say: self.say.clone(),
            zone: self.zone.clone(),
            theme: self.staff.theme,
            keys_on: self.staff.letter_keys,
            path: self.path.clone(),
            boosted: self.boosted,
            desk: self.desk.clone().ok_or_else(|| Fault::new("the desk is not wired into this request"))?,
        })
    }

    /// What the wiring handed to their request beside the desk, for pages that several capabilities fill.
    #[must_use]
    pub fn given<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        self.given.get().cloned()
    }

    /// Whether they could still come in with the same session: what a stream held open asks now and then.
    ///
    /// # Errors
    /// When the tables cannot be read.
    pub async fn still_in(&self, p: &Platform) -> Result<bool> {
        let mut conn = p.db.read().await?;
        let open = sessions::is_open(&mut conn, &self.session.digest, p.clock.machine()).await?;
        let staff = store::find(&mut conn, &Scope::All, &self.staff.id).await?;
        let Some(staff) = staff.filter(|staff| open && staff.disabled_at.is_none()) else { return Ok(false) };
        Ok(staff.actor() == self.actor() && !second::must_set_up(&mut conn, &staff).await?)
    }

    async fn find(parts: &Parts, p: &Platform) -> Result<Option<Self>> {
        let (mut conn, now) = (p.db.read().await?, p.clock.machine());
        let Some((staff, session)) = of_cookie(p, &mut conn, &parts.headers).await? else { return Ok(None) };
        let must_set_up = second::must_set_up(&mut conn, &staff).await?;
        drop(conn);
        if sessions::is_due(&session, now) {
            let mut tx = p.begin().await?;
            sessions::prolong(&mut tx, &session.digest).await?;
            tx.commit().await?;
        }
        Ok(Some(Self {
            say: p.i18n.to(staff.language),
            zone: TimeZone::get(&staff.zone).unwrap_or(TimeZone::UTC),
            path: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            boosted: Wants::of(&parts.headers).boosted,
            desk: parts.extensions.get().cloned(),
            given: parts.extensions.clone(),
            must_set_up,
            staff,
            session,
        }))
    }
}

/// Whoever the cookie of the desk names, with their session, if they are still in.
async fn of_cookie(p: &Platform, conn: &mut Conn, headers: &HeaderMap) -> Result<Option<(Staff, Session)>> {
    let Some(secret) = sessions::from_headers(&p.site, headers) else { return Ok(None) };
    let Some(session) = sessions::find(conn, secret, p.clock.machine()).await? else { return Ok(None) };
    let Ok(id) = session.staff.parse() else { return Ok(None) };
    let staff = store::find(conn, &Scope::All, &id).await?.filter(|staff| staff.disabled_at.is_none());
    Ok(staff.map(|staff| (staff, session)))
}

/// The colleague who reads a page that is open to everybody; nobody while they have to set up a second factor first.
/// Their session is not prolonged by it.
///
/// # Errors
/// When the tables cannot be read.
pub async fn reading(p: &Platform, conn: &mut Conn, headers: &HeaderMap) -> Result<Option<Staff>> {
    let Some((staff, _)) = of_cookie(p, conn, headers).await? else { return Ok(None) };
    Ok((!second::must_set_up(conn, &staff).await?).then_some(staff))
}

impl FromRequestParts<Platform> for Who {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, p: &Platform) -> Result<Self, Error> {
        let who = Self::find(parts, p).await?.ok_or(Error::SignIn)?;
        if who.must_set_up && !OF_SETTING_UP.contains(&parts.uri.path()) {
            return Err(Error::LedTo(SET_UP));
        }
        if !parts.method.is_safe()
            && let Some(Doing(told)) = parts.extensions.get::<Doing>()
        {
            told(&who.staff.id, parts.uri.path());
        }
        Ok(who)
    }
}

/// A signed-in colleague, or nobody: for pages that differ.
#[derive(Clone)]
pub struct MaybeWho(pub Option<Who>);

impl FromRequestParts<Platform> for MaybeWho {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, p: &Platform) -> Result<Self, Error> {
        Ok(Self(Who::find(parts, p).await?))
    }
}
