//! A colleague's promises as a calendar that programs subscribe to: under an address that nobody guesses and that they
//! can withdraw. Whoever has the address sees what they keep, and nothing else.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::StaffId;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::error;
use super::lens::Lens;
use crate::queries::{self, PromiseQuery, RotaWeek};
use crate::rules::promises::calendar::{self, Duty, Entry};
use crate::{commands, naming};

/// Promises in one calendar.
const MOST: i64 = 300;

/// `GET /calendar/{token}`: the promises that a colleague keeps. Whatever is wrong with the address, there is none.
///
/// # Errors
/// Not found when there is no such calendar (any more), or its colleague may not enter.
pub async fn show(State(p): State<Platform>, Path(token): Path<String>) -> Result<Response, Error> {
    let (id, edition) = naming::read_feed_token(&p, &token).ok_or(Error::NotFound)?;
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    if queries::promise_feed(&mut conn, &id).await? != Some(edition) {
        return Err(Error::NotFound);
    }
    let staff = people::staff::find(&mut conn, &Scope::All, &id).await?.filter(|one| one.disabled_at.is_none());
    let staff = staff.ok_or(Error::NotFound)?;
    let scope = allowed(&staff.actor(), Action::ReadConversations)?;
    let query = PromiseQuery { all: false, standing: None, after: String::new(), most: MOST };
    let page = queries::promises_due(&mut conn, &scope, &staff, &query, now).await?;
    let rota = queries::rota_ahead(&mut conn, now).await?;
    drop(conn);
    let say = p.i18n.to(staff.language);
    let summary = say.with("rota-on-duty-hours", args![hours = rota.rota.hours.to_string()]);
    let duty =
        |week: &RotaWeek| Duty { monday: week.monday, summary: summary.clone(), url: format!("{}/rota", p.site.url) };
    let duties: Vec<Duty> = rota.of(&staff.id).map(duty).collect();
    let entries: Vec<Entry<'_>> = page
        .rows
        .iter()
        .map(|row| Entry {
            promise: &row.promise,
            about: format!("{}\n#{}", row.person_name, row.conversation.number),
            url: format!("{}/conversations/{}", p.site.url, row.conversation.id),
        })
        .collect();
    let name = say.text("promises-title");
    let text = calendar::calendar(&name, &entries, &duties, now);
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    let kept = (header::CACHE_CONTROL, "private, no-store");
    Ok(([kind, kept, (header::CONTENT_DISPOSITION, "inline; filename=\"promises.ics\"")], text).into_response())
}

/// The fields of the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `withdraw`; a new address without.
    change: String,
}

/// `POST /promises/calendar`: gives the reader's calendar a new address, or none. The one of before shows nothing then.
///
/// # Errors
/// When the reader may not, or the database cannot be used.
pub async fn change(State(p): State<Platform>, who: Who, Form(asked): Form<Asked>) -> Result<Response, Error> {
    commands::set_promise_feed(&p, &who.actor(), asked.change != "withdraw").await.map_err(error)?;
    Ok(respond::see(&format!("/promises/by/{}", who.staff.id)))
}

/// The address of the reader's calendar, with a button for another and one for none.
pub(super) fn section(lens: Lens<'_>, p: &Platform, me: &StaffId, edition: Option<i64>) -> Markup {
    html! {
        section.card.col.g-4 #promises-calendar aria-labelledby="promises-calendar-t" {
            h2 #promises-calendar-t { (lens.text("promises-calendar")) }
            p.sm.soft { (lens.text("promises-calendar-lead")) }
            @if let Some(edition) = edition {
                div.field {
                    label for="promises-calendar-at" { (lens.text("promises-calendar-at")) }
                    input.input #promises-calendar-at readonly value=(naming::feed_url(p, me, edition));
                }
            }
            form.row.wrap method="post" action="/promises/calendar" {
                button.btn name="change" value="renew" {
                    (icon("calendar")) (lens.text(if edition.is_some() { "promises-calendar-renew" } else { "promises-calendar-make" }))
                }
                @if edition.is_some() {
                    button.btn.ghost name="change" value="withdraw" { (icon("x")) (lens.text("promises-calendar-withdraw")) }
                }
            }
        }
    }
}
