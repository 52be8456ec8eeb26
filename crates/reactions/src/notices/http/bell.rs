//! The bell of every desk page: how much one was told and has not read.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Actor, allowed};
use people::StaffId;
use people::staff::Who;
use platform::i18n::Say;
use platform::web::desk::{Bell, Current, KeyGroup, Later, Link, Sidebar, SidebarSource};
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Platform, Result, args};

use super::super::{COUNTED_MOST, bell, unread};
use super::HERE;

/// A sidebar with the bell in it.
pub struct WithBell(pub Arc<dyn SidebarSource>);

/// The bell of somebody at `path`; none for who has no desk.
async fn of(p: &Platform, actor: &Actor, say: &Say, path: &str) -> Result<Option<Bell>> {
    let me: Option<StaffId> = actor.staff_id().and_then(|id| id.parse().ok());
    let (Some(me), Ok(scope)) = (me, allowed(actor, Action::ReadConversations)) else { return Ok(None) };
    let count = unread(&mut p.db.read().await?, &me, &scope).await?;
    let here = path.split('?').next() == Some(HERE);
    let link = Link {
        href: HERE.to_owned(),
        icon: "bell",
        text: say.text("notices-title"),
        count: (count > 0).then_some(count),
        count_most: (count > COUNTED_MOST).then(|| say.with("notices-count-most", args![n = COUNTED_MOST])),
        current: if here { Current::Page } else { Current::No },
        key: Some("g n"),
        ..Link::default()
    };
    Ok(Some(Bell { link, from: "/notices/bell", hint: bell(&me) }))
}

impl SidebarSource for WithBell {
    fn sidebar<'a>(&'a self, p: &'a Platform, actor: &'a Actor, say: &'a Say, path: &'a str) -> Later<'a, Sidebar> {
        Box::pin(async move {
            let sidebar = self.0.sidebar(p, actor, say, path).await?;
            Ok(Sidebar { bell: of(p, actor, say, path).await?, ..sidebar })
        })
    }

    fn settings(&self, actor: &Actor, say: &Say, path: &str) -> Vec<Link> {
        self.0.settings(actor, say, path)
    }

    fn keys(&self, say: &Say) -> Vec<KeyGroup> {
        let mut groups = self.0.keys(say);
        if let Some(first) = groups.first_mut() {
            first.keys.push((say.text("keys-notices"), vec!["G N"]));
        }
        groups
    }
}

/// `GET /notices/bell`: the bell alone, for the page that is open.
///
/// # Errors
/// When the count cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, wants: Wants) -> Result<Response, Error> {
    let path = wants.open.unwrap_or_default();
    let bell = of(&p, &who.actor(), &who.say, &path).await?.ok_or(Error::Forbidden)?;
    Ok(respond::page(StatusCode::OK, bell.markup()))
}
