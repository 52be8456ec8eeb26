//! The company's turns: who answers in which week, swaps, and who takes part.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use jiff::civil::Date;
use maud::{Markup, html};
use people::StaffId;
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::error;
use crate::commands::{self, CommandError};
use crate::queries::{self, RotaAhead, RotaWeek};
use crate::rules::rota::is_odd;
use crate::rules::states::Refusal;

const HERE: &str = "/rota";
const SAVED: &str = "/rota?done=saved";

/// `?done=saved`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /rota`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    page(&p, &who, asked.done == "saved", None).await
}

/// `POST /rota`: `hours`, the tag of `easy` cases, and each `member` (a colleague's id).
///
/// # Errors
/// When the reader may not, or settings cannot be written.
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let value = |wanted: &str| fields.iter().find(|(key, _)| key == wanted).map_or("", |(_, value)| value.as_str());
    let members = fields.iter().filter(|(key, _)| key == "member");
    let members: Vec<commands::RotaMember> = members.filter_map(|(_, id)| Some((id.parse().ok()?, None))).collect();
    let hours = value("hours").trim().parse().unwrap_or(0);
    answered(&p, &who, commands::set_rota(&p, &who.actor(), hours, value("easy"), &members).await).await
}

/// What the form of a swap sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Swap {
    week: String,
    gives: String,
    takes: String,
}

/// `POST /rota/swaps`: the Monday of a `week`, who `gives` it, and who `takes` it; nobody takes a swap back.
///
/// # Errors
/// When the reader may not, or the tables cannot be written.
pub async fn swap(State(p): State<Platform>, who: Who, Form(typed): Form<Swap>) -> Result<Response, Error> {
    let gives: StaffId = typed.gives.parse().unwrap_or_else(|_| who.staff.id.clone());
    let takes = match typed.takes.as_str() {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| Refusal::NoSuchWeek),
    };
    let done = match (typed.week.parse::<Date>(), takes) {
        (Ok(week), Ok(takes)) => commands::swap_week(&p, &who.actor(), week, &gives, takes.as_ref()).await,
        _ => Err(Refusal::NoSuchWeek.into()),
    };
    answered(&p, &who, done).await
}

async fn answered(p: &Platform, who: &Who, done: commands::Answer<()>) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(respond::see(SAVED)),
        Err(CommandError::Refused(refusal)) => page(p, who, false, Some(refusal)).await,
        Err(other) => Err(error(other)),
    }
}

async fn page(p: &Platform, who: &Who, saved: bool, wrong: Option<Refusal>) -> Result<Response, Error> {
    let _any = allowed(&who.actor(), Action::ReadStaff)?;
    let leads = allowed(&who.actor(), Action::ManageStaff).is_ok();
    let ahead = queries::rota_ahead(&mut p.db.read().await?, p.clock.business()).await?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let body = html! {
        @if saved { div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("settings-saved")) } } }
        @if let Some(wrong) = wrong {
            div.callout data-tone="bad" role="alert" tabindex="-1" autofocus { (icon("alert")) p { (say.text(wrong.message())) } }
        }
        @if ahead.rota.members.is_empty() { p.soft { (say.text("rota-none")) } }
        @else {
            (mine(say, &ahead, &who.staff.id))
            (weeks(say, &ahead, &who.staff.id, leads))
        }
        @if leads { (settings(say, &ahead)) }
    };
    let title = say.text("rota-title");
    let main = viewer.settings(&title, &say.text("rota-lead"), &body);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

/// The reader's own next week, and what to begin with.
fn mine(say: &Say, ahead: &RotaAhead, me: &StaffId) -> Markup {
    let Some(next) = ahead.of(me).next() else { return html! {} };
    html! {
        section.card.col.g-3 aria-labelledby="rota-mine-t" {
            h2 #rota-mine-t { (say.text("rota-mine")) }
            p { (say.with("rota-mine-week", args![day = say.day(next.monday), hours = ahead.rota.hours.to_string()])) }
            p.sm.soft {
                (say.text("rota-guide")) " "
                @if !ahead.rota.easy.is_empty() {
                    a href={ "/search?q=" (url::form_urlencoded::byte_serialize(format!("tag:\"{}\" is:open", ahead.rota.easy).as_bytes()).collect::<String>()) } hx-boost="false" {
                        (say.with("rota-easy-see", args![tag = &ahead.rota.easy]))
                    }
                }
            }
        }
    }
}

fn weeks(say: &Say, ahead: &RotaAhead, me: &StaffId, leads: bool) -> Markup {
    html! {
        // What scrolls is the landmark; the card around it would be a second one of the same name.
        section.card.col.g-5 {
            h2 { (say.text("rota-weeks")) }
            div.table-wrap tabindex="0" role="region" aria-label=(say.text("rota-weeks")) {
                table.table {
                    thead { tr {
                        th scope="col" { (say.text("rota-week")) }
                        th scope="col" { (say.text("rota-on-duty")) }
                        th scope="col" { (say.text("rota-swaps")) }
                    } }
                    tbody { @for week in &ahead.weeks { (row(say, ahead, week, me, leads)) } }
                }
            }
        }
    }
}

fn row(say: &Say, ahead: &RotaAhead, week: &RotaWeek, me: &StaffId, leads: bool) -> Markup {
    let odd = is_odd(week.monday);
    let has = |who: &StaffId| ahead.rota.members.iter().any(|(id, theirs)| id == who && *theirs == odd);
    let given = |who: &StaffId| week.swaps.iter().any(|(gives, _)| gives == who);
    let others: Vec<_> = ahead.rota.members.iter().filter(|(_, theirs)| *theirs != odd).map(|(id, _)| id).collect();
    let day = say.day(week.monday);
    html! {
        tr {
            th scope="row" { (day) }
            td {
                @for (at, who) in week.on_duty.iter().enumerate() { @if at > 0 { ", " } (ahead.name(who)) }
                @if week.on_duty.is_empty() { span.quiet { "–" } }
                @for who in &week.away { " " span.chip data-tone="warn" { (say.with("rota-away", args![name = ahead.name(who)])) } }
            }
            td {
                div.col.g-3 {
                    @for (gives, takes) in &week.swaps {
                        div.row.wrap {
                            span.sm { (say.with("rota-swapped", args![gives = ahead.name(gives), takes = ahead.name(takes)])) }
                            @if leads || gives == me {
                                form method="post" action={ (HERE) "/swaps" } hx-boost="false" {
                                    input type="hidden" name="week" value=(week.monday);
                                    input type="hidden" name="gives" value=(gives);
                                    button.btn.small aria-label=(say.with("rota-unswap-one", args![day = &day, name = ahead.name(gives)])) { (say.text("rota-unswap")) }
                                }
                            }
                        }
                    }
                    @if has(me) && !given(me) && !others.is_empty() {
                        form.row.wrap method="post" action={ (HERE) "/swaps" } hx-boost="false" {
                            input type="hidden" name="week" value=(week.monday);
                            select.input name="takes" aria-label=(say.with("rota-give-to", args![day = &day])) {
                                @for id in &others { option value=(id) { (ahead.name(id)) } }
                            }
                            button.btn.small aria-label=(say.with("rota-give-one", args![day = &day])) { (say.text("rota-give")) }
                        }
                    }
                }
            }
        }
    }
}

fn settings(say: &Say, ahead: &RotaAhead) -> Markup {
    let takes_part = |id: &StaffId| ahead.rota.members.iter().any(|(one, _)| one == id);
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="rota-set-t" {
            div { h2 #rota-set-t { (say.text("rota-set")) } p.sm.quiet { (say.text("rota-set-lead")) } }
            div.tiles.min-s {
                div.field {
                    label for="rota-hours" { (say.text("rota-hours")) }
                    input.input.num #rota-hours name="hours" inputmode="numeric" maxlength="2" value=(ahead.rota.hours) autocomplete="off";
                }
                div.field {
                    label for="rota-easy" { (say.text("rota-easy")) }
                    input.input #rota-easy name="easy" maxlength="60" value=(ahead.rota.easy) autocomplete="off" aria-describedby="rota-easy-h";
                    p.hint #rota-easy-h { (say.text("rota-easy-hint")) }
                }
            }
            fieldset.field {
                legend { (say.text("rota-members")) }
                div.tiles.min-s.mt {
                    @for one in &ahead.staff {
                        label.check {
                            input.box type="checkbox" name="member" value=(one.id) checked[takes_part(&one.id)];
                            span { (one.name) }
                        }
                    }
                }
                p.hint { (say.text("rota-members-hint")) }
            }
            div.row.end-x { button.btn.primary { (say.text("word-save")) } }
        }
    }
}
