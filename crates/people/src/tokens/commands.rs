//! Making tokens, using them, taking them back.

use base::{Action, Actor, Instant, Scope, allowed};
use jiff::SignedDuration;
use platform::api::Level;
use platform::{Platform, Tx, sessions};

use super::events::TokenEvent;
use super::{START, Token, TokenId, store};
use crate::StaffId;
use crate::person::clean_line;
use crate::refusal::{Answer, Refusal};
use crate::staff;

/// Use is noted no more often than this.
const NOTED_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// A token about to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// How far it reaches.
    pub level: Level,
    /// When it ends.
    pub ends: Ends,
}

/// How long a token lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Until it is taken back.
    Never,
    /// After so many days.
    After(i64),
}

impl Ends {
    fn at(self, now: Instant) -> Option<Instant> {
        match self {
            Self::Never => None,
            Self::After(days) => now.saturating_add(SignedDuration::from_hours(24 * days.clamp(1, 3650))).ok(),
        }
    }
}

/// Makes a token for the colleague who acts; answers it and its secret, which nobody can read again.
///
/// # Errors
/// Refused without a name, for others than colleagues, and for a reach beyond one's role.
pub async fn make(tx: &mut Tx, p: &Platform, actor: &Actor, new: NewToken) -> Answer<(Token, String)> {
    let Scope::Own(own) = allowed(actor, Action::EditOwnProfile)? else { return Err(Refusal::Forbidden.into()) };
    let owner: StaffId = own.parse().map_err(|_| Refusal::Forbidden)?;
    if new.level == Level::Admin {
        let _all = allowed(actor, Action::ManageSettings)?;
    }
    let name = clean_line(&new.name, 80);
    if name.is_empty() {
        return Err(Refusal::NameMissing.into());
    }
    let (secret, now) = (format!("{START}{}", sessions::secret(&*p.random)), tx.machine_now());
    let token = Token {
        id: TokenId::next(&tx.ids(), tx.now()),
        staff: owner,
        name,
        level: new.level,
        created_at: now,
        expires_at: new.ends.at(now),
        used_at: None,
    };
    store::insert(tx, &token, &sessions::digest(&secret)).await?;
    let (id, name, level) = (token.id.clone(), token.name.clone(), token.level);
    tx.record(&TokenEvent::TokenMade { token: id, name, level, staff: token.staff.clone() }, actor, None).await?;
    Ok((token, secret))
}

/// Takes a token back: one's own, or anybody's for those who look after colleagues.
///
/// # Errors
/// Refused when there is no such token for the actor.
pub async fn revoke(tx: &mut Tx, actor: &Actor, id: &TokenId) -> Answer<()> {
    let scope = visible(actor)?;
    let token = store::remove(tx, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let (name, staff) = (token.name, token.staff);
    Ok(tx.record(&TokenEvent::TokenRevoked { token: token.id, name, staff }, actor, None).await?)
}

/// Whose tokens somebody may see and take back.
pub(super) fn visible(actor: &Actor) -> Answer<Scope> {
    match allowed(actor, Action::ManageStaff) {
        Ok(scope) => Ok(scope),
        Err(_) => Ok(allowed(actor, Action::EditOwnProfile)?),
    }
}

/// Notes that a token was used, once a minute at most.
///
/// # Errors
/// When the table cannot be written.
pub async fn used(p: &Platform, token: &Token) -> platform::Result<()> {
    let now = p.clock.machine();
    if token.used_at.is_some_and(|used| now.duration_since(used) < NOTED_AFTER) {
        return Ok(());
    }
    let mut tx = p.begin().await?;
    store::set_used(&mut tx, &token.id, now).await?;
    tx.commit().await
}

/// The levels that somebody can give a token.
#[must_use]
pub fn levels(actor: &Actor) -> Vec<Level> {
    let admin = allowed(actor, Action::ManageSettings).is_ok();
    Level::ALL.into_iter().filter(|level| *level != Level::Admin || admin).collect()
}

/// A colleague's tokens and, for those who look after colleagues, everybody's.
///
/// # Errors
/// Refused for others than colleagues.
pub async fn listed(p: &Platform, actor: &Actor) -> Answer<Vec<(Token, String)>> {
    let scope = visible(actor)?;
    let mut conn = p.db.read().await?;
    let names = staff::all(&mut conn, &scope).await?;
    let tokens = store::all(&mut conn, &scope).await?;
    let name = |id: &StaffId| names.iter().find(|one| one.id == *id).map(|one| one.name.clone()).unwrap_or_default();
    Ok(tokens.into_iter().map(|token| (token.clone(), name(&token.staff))).collect())
}
