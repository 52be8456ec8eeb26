//! Where one is signed in, and signing out there.

use axum::extract::{Path, State};
use axum::response::Response;
use base::Instant;
use maud::{Markup, html};
use platform::sessions::{self, Session};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use crate::staff::Who;

/// Ends one of one's own sessions.
pub async fn end(who: Who, State(p): State<Platform>, Path(digest): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    if !sessions::end(&mut tx, who.staff.id.as_str(), &digest).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(respond::see("/profile?done=ended"))
}

/// Ends all of one's own sessions but this one.
pub async fn end_others(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    sessions::end_all(&mut tx, who.staff.id.as_str(), Some(&who.session.digest)).await?;
    tx.commit().await?;
    Ok(respond::see("/profile?done=ended"))
}

pub(super) fn list(who: &Who, open: &[Session], now: Instant) -> Markup {
    let say = &who.say;
    let (here, elsewhere): (Vec<_>, Vec<_>) = open.iter().partition(|session| session.digest == who.session.digest);
    html! {
        section.card.col.g-6 aria-labelledby="sessions-t" {
            h3 #sessions-t { (say.text("profile-sessions")) }
            ul.col.g-5 {
                @for session in here.into_iter().chain(elsewhere) { li.row.wrap { (line(who, session, now)) } }
            }
            @if open.len() > 2 {
                form.row.end-x method="post" action="/profile/sessions/end" hx-boost="false" {
                    button.btn { (say.text("profile-sessions-end-others")) }
                }
            }
        }
    }
}

fn line(who: &Who, session: &Session, now: Instant) -> Markup {
    let say = &who.say;
    let unknown = say.text("profile-sessions-unknown");
    let browser = if session.browser.is_empty() { &unknown } else { &session.browser };
    let when = say.day_time(session.seen_at, now, &who.zone);
    html! {
        div.col.g-1 {
            span.w-550 { (browser) }
            span.sm.quiet { (say.with("profile-sessions-seen", args![peer = &session.peer, when = &when])) }
        }
        @if session.digest == who.session.digest {
            span.chip.push data-tone="ok" { (say.text("profile-sessions-here")) }
        } @else {
            form.push method="post" action={ "/profile/sessions/" (session.digest) "/end" } hx-boost="false" {
                button.btn.small aria-label=(say.with("profile-sessions-end-one", args![browser = browser])) {
                    (say.text("profile-sessions-end"))
                }
            }
        }
    }
}
