//! Asking who is signed in to prove once more that it is they, before something grave: with their password, and with a
//! code when they have a second factor. An unlocked screen is not enough then.

use maud::{Markup, html};
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::guard::Peer;
use platform::{Conn, Platform, Result, sessions};
use serde::Deserialize;

use super::fields::Field;
use super::second::account;
use crate::second;
use crate::staff::Who;

/// What was typed; part of the form that it belongs to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Proof {
    password: String,
    code: String,
}

/// What this colleague can prove it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    password: bool,
    code: bool,
}

impl Needs {
    /// Whether there is something to prove it with at all. Who came by a link and set no password has nothing.
    #[must_use]
    pub const fn any(self) -> bool {
        self.password || self.code
    }
}

/// What is not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The password.
    Password,
    /// The code.
    Code,
    /// There is neither: a password must be set first.
    Nothing,
}

/// What it takes.
///
/// # Errors
/// When the tables cannot be read.
pub async fn needs(conn: &mut Conn, who: &Who) -> Result<Needs> {
    let code = second::is_on(conn, &who.staff.id).await?;
    Ok(Needs { password: who.staff.password_hash.is_some(), code })
}

/// Whether nothing need be asked now: they proved it in this session a quarter of an hour ago at most. Nor need in the
/// demo who has nothing to prove it with.
#[must_use]
pub fn is_lately(p: &Platform, who: &Who, needs: Needs) -> bool {
    (p.site.demo && !needs.any()) || sessions::is_proved(&who.session, p.clock.machine())
}

/// Judges what was typed, unless nothing need be asked now.
///
/// # Errors
/// See [`judge`].
pub async fn judge_unless_lately(
    p: &Platform,
    who: &Who,
    throttle: &Throttle,
    peer: Peer,
    proof: &Proof,
) -> Result<Option<Wrong>, Error> {
    let needs = needs(&mut p.db.read().await?, who).await?;
    if is_lately(p, who, needs) {
        return Ok(None);
    }
    judge(p, who, throttle, peer, proof).await
}

/// Judges what was typed, and keeps in the session that it was right. Tries count as those of sign-in do: a stolen session
/// must not become a guessing machine. In the demo, whose owners come by a link, who has nothing to prove it with need
/// not.
///
/// # Errors
/// When too much was tried, or the tables cannot be used.
pub async fn judge(
    p: &Platform,
    who: &Who,
    throttle: &Throttle,
    peer: Peer,
    proof: &Proof,
) -> Result<Option<Wrong>, Error> {
    let needs = needs(&mut p.db.read().await?, who).await?;
    if !needs.any() {
        return Ok((!p.site.demo).then_some(Wrong::Nothing));
    }
    if let Some(hash) = &who.staff.password_hash {
        let keys = [Key::Account(&who.staff.email), Key::Peer(peer.0)];
        throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
        if !p.passwords.verify(proof.password.clone(), hash).await? {
            return Ok(Some(Wrong::Password));
        }
        throttle.succeed(&keys);
    }
    if needs.code {
        let account = account(who.staff.id.as_str());
        let keys = [Key::Account(&account), Key::Peer(peer.0)];
        throttle.check(&keys).map_err(|retry| Error::TooMany(retry.0))?;
        let mut tx = p.begin().await?;
        if second::check(&mut tx, p, &who.staff, &proof.code).await?.is_none() {
            return Ok(Some(Wrong::Code));
        }
        tx.commit().await?;
        throttle.succeed(&keys);
    }
    let mut tx = p.begin().await?;
    sessions::prove(&mut tx, &who.session.digest).await?;
    tx.commit().await?;
    Ok(None)
}

/// The fields; where there is nothing to prove it with, what to do about that.
#[must_use]
pub fn fields(p: &Platform, who: &Who, needs: Needs, wrong: Option<Wrong>) -> Markup {
    let say = &who.say;
    let field = |name, label, kind, autocomplete, hint, error| Field {
        name,
        label: say.text(label),
        kind,
        value: "",
        autocomplete,
        hint,
        error,
        large: false,
    };
    html! {
        @if needs.password {
            input hidden type="text" name="username" autocomplete="username" value=(who.staff.email);
            @let error = (wrong == Some(Wrong::Password)).then(|| say.text("profile-password-wrong"));
            (field("password", "proof-password", "password", "current-password", Some(say.text("proof-why")), error).markup())
        }
        @if needs.code {
            @let error = (wrong == Some(Wrong::Code)).then(|| say.text(crate::refusal::Refusal::WrongCode.message()));
            (field("code", "second-proof", "text", "one-time-code", Some(say.text("second-proof-hint")), error).markup())
        }
        @if !needs.any() && !p.site.demo {
            p.quiet { (say.text("proof-none")) " " a href="/profile#password-t" { (say.text("profile-password")) } }
        }
    }
}
