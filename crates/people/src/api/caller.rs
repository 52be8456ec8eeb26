//! Who asks by the API: a token and the colleague it belongs to, as both are now.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use base::{Action, Actor, Scope, allowed};
use platform::api::problem::Kind;
use platform::api::{Level, Problem, Within};
use platform::{Context, Platform, Result};

use crate::staff::{self, Staff};
use crate::tokens::{self, Token};

/// A colleague's program. A handler that takes this cannot be reached by anybody else, and must work with the
/// platform in here: what it writes and what it answers may be one transaction.
#[derive(Clone)]
pub struct Caller {
    /// Whose program it is.
    pub staff: Staff,
    /// What it came in with.
    pub token: Token,
    /// The platform to work with.
    pub p: Platform,
}

impl Caller {
    /// The colleague as the one who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.staff.actor()
    }

    /// A colleague at the desk or the command line, as a program of theirs would come that reaches everything they may:
    /// for what is done from within by the operations of the API. No such token is kept.
    #[must_use]
    pub fn from_within(staff: Staff, p: &Platform) -> Self {
        let at = p.clock.machine();
        let token = Token {
            id: tokens::TokenId::next(&p.ids, at),
            staff: staff.id.clone(),
            name: String::new(),
            level: Level::Admin,
            created_at: at,
            expires_at: None,
            used_at: None,
        };
        Self { staff, token, p: p.clone() }
    }

    /// What the token and its owner both may.
    ///
    /// # Errors
    /// When one of them may not.
    pub fn may(&self, action: Action) -> Result<Scope, Problem> {
        let scope = allowed(&self.actor(), action)?;
        if self.token.level < Level::of(action) {
            let detail = format!("the token reaches as far as «{}»", self.token.level.code());
            return Err(Problem::new(Kind::Forbidden).because(detail));
        }
        Ok(scope)
    }

    /// The same for commands, which ask for the scope themselves.
    ///
    /// # Errors
    /// See [`Caller::may`].
    pub fn must(&self, action: Action) -> Result<(), Problem> {
        self.may(action).map(|_| ())
    }

    /// Finds who comes with this secret; nobody when it is ended, or its owner may not enter.
    pub(super) async fn find(p: &Platform, secret: &str) -> Result<Option<Self>> {
        let mut conn = p.db.read().await?;
        let token = tokens::by_secret(&mut conn, secret).await?;
        let Some(token) = token.filter(|token| token.is_open(p.clock.machine())) else { return Ok(None) };
        let staff = staff::find(&mut conn, &Scope::All, &token.staff).await?;
        let Some(staff) = staff.filter(|staff| staff.disabled_at.is_none()) else { return Ok(None) };
        Ok(Some(Self { staff, token, p: p.clone() }))
    }
}

impl FromRequestParts<Platform> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Platform) -> Result<Self, Problem> {
        let caller: Option<&Self> = parts.extensions.get();
        let mut caller = caller.context("a route of the API without its gate")?.clone();
        if let Some(Within(p)) = parts.extensions.get() {
            caller.p = p.clone();
        }
        Ok(caller)
    }
}
