//! One colleague in the settings: how much they take, when they are away and who stands in. For admins.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::icon_small;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::colleagues::{HERE, role_name, staff_id};
use super::{abilities, absences, on_form, toast};
use crate::StaffId;
use crate::refusal::Refusal;
use crate::staff::{self, Who};
use crate::workload::{self, Workload};

/// What differs from the plain page.
#[derive(Default)]
pub(super) struct Shown {
    pub workload: Option<(Typed, Refusal)>,
    pub absence: Option<absences::Wrong>,
}

/// `GET /settings/colleagues/{id}`.
pub async fn show(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Query(done): Query<toast::Query>,
) -> Result<Response, Error> {
    page(&p, &who, &staff_id(&id)?, StatusCode::OK, done, Shown::default()).await
}

/// How much a colleague takes, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    cap: String,
    weight: String,
}

impl Typed {
    fn of(workload: Workload) -> Self {
        let cap = workload.cap.map(|cap| cap.to_string()).unwrap_or_default();
        Self { cap, weight: workload.weight.to_string() }
    }

    fn read(&self) -> Result<Workload, Refusal> {
        let cap = match self.cap.trim() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| Refusal::NotACap)?),
        };
        let weight = self.weight.trim().trim_end_matches('%').trim_end();
        Workload { cap, weight: weight.parse().map_err(|_| Refusal::NotAWeight)? }.checked()
    }
}

/// `POST /settings/colleagues/{id}/workload`: `cap` (empty for any number), `weight`.
pub async fn take(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id = looked_after(&who, staff_id(&id)?)?;
    let mut tx = p.begin().await?;
    let set = match typed.read() {
        Ok(workload) => workload::set(&mut tx, &who.actor(), &id, workload).await,
        Err(refusal) => Err(refusal.into()),
    };
    if let Err(failure) = set {
        drop(tx);
        let shown = Shown { workload: Some((typed, on_form(failure)?)), ..Shown::default() };
        return page(&p, &who, &id, StatusCode::UNPROCESSABLE_ENTITY, toast::Query::default(), shown).await;
    }
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}/{id}?done=saved")))
}

/// The colleague, if the reader looks after colleagues; also when it is they themselves.
pub(super) fn looked_after(who: &Who, id: StaffId) -> Result<StaffId, Error> {
    let _all = allowed(&who.actor(), Action::ManageStaff)?;
    Ok(id)
}

pub(super) async fn page(
    p: &Platform,
    who: &Who,
    id: &StaffId,
    status: StatusCode,
    done: toast::Query,
    shown: Shown,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ManageStaff)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let mut conn = p.db.read().await?;
    let staff = staff::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let planned = absences::Planned::of(&mut conn, id, p.clock.business()).await?;
    let takes = workload::of(&mut conn, id).await?;
    let can = abilities::Known::of(&mut conn, id).await?;
    drop(conn);
    let body = html! {
        section.card.row.wrap {
            (avatar(&staff.name, staff.id.as_str(), true, Size::Usual))
            div.col.g-0 { span.w-550 { (staff.name) } span.sm.quiet { (staff.email) } }
            span.chip.push data-tone="plain" { (role_name(say, staff.role)) }
            a.btn.small href=(HERE) { (say.text("colleague-all")) }
        }
        (work(say, id, takes, shown.workload.as_ref()))
        (abilities::card(say, &can, &format!("{HERE}/{id}/abilities")))
        (absences::card(say, &planned, &format!("{HERE}/{id}/absences"), shown.absence.as_ref()))
    };
    let main = viewer.settings(&staff.name, &say.text("colleague-lead"), &body);
    let whole = viewer.page_with(p, &staff.name, &main, done.toast(say)).await?;
    Ok(respond::page(status, whole))
}

fn work(say: &Say, id: &StaffId, takes: Workload, wrong: Option<&(Typed, Refusal)>) -> Markup {
    let typed = wrong.map_or_else(|| Typed::of(takes), |(typed, _)| typed.clone());
    let field = |name: &str, value: &str, of: Refusal| {
        let error = wrong.filter(|(_, why)| *why == of).map(|(_, why)| say.text(why.message()));
        let bad = error.is_some();
        html! {
            div.field {
                label for=(name) { (say.text(&format!("workload-{name}"))) }
                input.input.num id=(name) name=(name) value=(value) inputmode="numeric" autocomplete="off" maxlength="5"
                    autofocus[bad] aria-invalid=[bad.then_some("true")]
                    aria-describedby={ (name) "-h" @if bad { " " (name) "-e" } };
                p.hint id={ (name) "-h" } { (say.text(&format!("workload-{name}-hint"))) }
                @if let Some(error) = &error { p.error id={ (name) "-e" } { (icon_small("alert")) (error) } }
            }
        }
    };
    html! {
        form.card.col.g-6 method="post" action={ (HERE) "/" (id) "/workload" } hx-boost="false" aria-labelledby="workload-t" {
            div { h3 #workload-t { (say.text("workload-title")) } p.sm.quiet { (say.text("workload-lead")) } }
            div.tiles.min-s {
                (field("cap", &typed.cap, Refusal::NotACap))
                (field("weight", &typed.weight, Refusal::NotAWeight))
            }
            div.row.end-x { button.btn.primary { (say.text("word-save")) } }
        }
    }
}
