//! The settings of answers before sending: what was measured, whether they are shown, and from how sure on.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET`, `POST /settings/articles/automatic` | [`show`], [`update`] |
//! | `POST /settings/articles/automatic/measure` | [`measure`] |

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::measuring::cases;
use super::rules::counted;
use super::settings::{self, Automatic, Measured};
use crate::articles::{Failure, Refusal};

const HERE: &str = "/settings/articles/automatic";

/// `?done=saved`, `measured`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /settings/articles/automatic`.
///
/// # Errors
/// When the reader may not, or the tables cannot be used; so for all here.
pub async fn show(State(p): State<Platform>, who: Who, Query(done): Query<Done>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let set = settings::automatic(&mut p.db.read().await?).await?;
    page(&p, &who, StatusCode::OK, &set, &done.done, None).await
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    set: &Automatic,
    done: &str,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("automatic-title");
    let said = match done {
        "saved" => Some("automatic-done-saved"),
        "measured" => Some("automatic-done-measured"),
        _ => None,
    };
    let main = html! {
        p { a.btn.small href="/settings/articles" { (say.text("articles-all")) } }
        @if let Some(said) = said {
            div.callout data-tone="good" role="status" { (icon("check")) p { (say.text(said)) } }
        }
        @if let Some(refusal) = refusal {
            div.callout data-tone="bad" role="alert" { (icon("alert")) p { (say.text(refusal.message())) } }
        }
        (measured(who, set))
        (form(who, set))
    };
    let main = viewer.settings(&title, &say.text("automatic-lead"), &main);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

/// What was measured, and the way to measure anew.
fn measured(who: &Who, set: &Automatic) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-5 aria-labelledby="measured-h" {
            h2 #measured-h { (say.text("automatic-measured")) }
            p.soft { (say.text("automatic-measure-why")) }
            @match &set.measured {
                None => p { (say.text("automatic-none-yet")) },
                Some(it) => {
                    p.sm.quiet { (say.with("automatic-at", args![count = it.cases, date = say.date(it.at, &who.zone)])) }
                    @if it.cases == 0 { p { (say.text("automatic-no-cases")) } } @else { (table(who, it)) }
                }
            }
            form method="post" action={ (HERE) "/measure" } {
                button.btn { (icon("repeat")) (say.text("automatic-measure")) }
            }
        }
    }
}

fn table(who: &Who, it: &Measured) -> Markup {
    let say = &who.say;
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(say.text("automatic-whole")) {
            table.table {
                thead { tr {
                    @for head in ["automatic-column-threshold", "automatic-column-right", "automatic-column-wrong", "automatic-column-none"] {
                        th scope="col" { (say.text(head)) }
                    }
                } }
                tbody {
                    @for row in &it.rows {
                        tr {
                            th scope="row" { (row.threshold) }
                            td { (row.right) } td { (row.wrong) } td { (row.none) }
                        }
                    }
                }
            }
        }
    }
}

fn form(who: &Who, set: &Automatic) -> Markup {
    let say = &who.say;
    html! {
        form.col.g-7 method="post" action=(HERE) novalidate {
            section.card.col.g-6 {
                label.check {
                    input.box type="checkbox" name="on" value="on" checked[set.on];
                    span { (say.text("automatic-on")) small { (say.text("automatic-on-why")) } }
                }
                div.field {
                    label for="threshold" { (say.text("automatic-threshold")) }
                    input.input #threshold name="threshold" type="number" min="1" max="100" value=(set.threshold)
                        aria-describedby="threshold-h";
                    p.hint #threshold-h { (say.text("automatic-threshold-hint")) }
                }
            }
            (save_bar(say, None))
        }
    }
}

/// The form as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    on: String,
    threshold: String,
}

/// `POST /settings/articles/automatic`: `on`, `threshold`. It begins only after a measurement.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let before = settings::automatic(&mut tx).await?;
    let threshold = typed.threshold.trim().parse().unwrap_or(before.threshold);
    match settings::set(&mut tx, &who.actor(), typed.on == "on", threshold).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}?done=saved")))
        }
        Err(Failure::Refused(refusal @ Refusal::Unmeasured)) => {
            drop(tx);
            page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, &before, "", Some(refusal)).await
        }
        Err(failure) => Err(error(failure)),
    }
}

fn error(failure: Failure) -> Error {
    match failure {
        Failure::Refused(Refusal::Forbidden) => Error::Forbidden,
        Failure::Refused(refusal) => Error::invalid(refusal.message()),
        Failure::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /settings/articles/automatic/measure`: puts past questions to the rule, and keeps what came of it.
///
/// # Errors
/// See [`show`].
pub async fn measure(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mut conn = p.db.read().await?;
    let cases = cases(&p, &mut conn).await?;
    drop(conn);
    let measured = Measured { at: p.clock.business(), cases: cases.len(), rows: counted(&cases) };
    let mut tx = p.begin().await?;
    settings::keep_measured(&mut tx, &who.actor(), measured).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}?done=measured")))
}
