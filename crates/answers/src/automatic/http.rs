//! The settings of answers before sending: what was measured, whether they are shown, and from how sure on.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET`, `POST /settings/articles/automatic` | [`show`], [`update`] |
//! | `POST /settings/articles/automatic/measure` | [`measure`] |

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use conversations::settings::{A_DAY, ByArticles, by_articles};
use maud::{Markup, html};
use people::department::Department;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::measuring::measured_now;
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
    let mut conn = p.db.read().await?;
    let (set, mail) = (settings::automatic(&mut conn).await?, by_articles(&mut conn).await?);
    drop(conn);
    page(&p, &who, StatusCode::OK, (&set, &mail), &done.done, None).await
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    (set, mail): (&Automatic, &ByArticles),
    done: &str,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("automatic-title");
    let departments = people::department::all(&mut p.db.read().await?).await?;
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
        (form(who, set, (mail, &departments)))
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

fn form(who: &Who, set: &Automatic, of_mail: (&ByArticles, &[Department])) -> Markup {
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
            (by_mail(who, of_mail))
            (save_bar(say, None))
        }
    }
}

/// Whose mail is answered by itself, and how often.
fn by_mail(who: &Who, (mail, departments): (&ByArticles, &[Department])) -> Markup {
    let say = &who.say;
    let open = departments.iter().filter(|one| one.closed_at.is_none());
    let all = std::iter::once((String::new(), say.text("automatic-mail-none")))
        .chain(open.map(|one| (one.id.to_string(), one.name.clone())));
    html! {
        section.card.col.g-6 aria-labelledby="mail-h" {
            h2 #mail-h { (say.text("automatic-mail-title")) }
            p.soft { (say.text("automatic-mail-why")) }
            fieldset.col.g-3 {
                legend { (say.text("automatic-mail-whose")) }
                @for (id, name) in all {
                    label.check {
                        input.box type="checkbox" name=(mail_field(&id)) value="on" checked[mail.departments.contains(&id)];
                        span { (name) }
                    }
                }
            }
            div.field {
                label for="a_day" { (say.text("automatic-mail-a-day")) }
                input.input #a_day name="a_day" type="number" min=(A_DAY.start()) max=(A_DAY.end()) value=(mail.a_day)
                    aria-describedby="a-day-h";
                p.hint #a-day-h { (say.text("automatic-mail-a-day-hint")) }
            }
        }
    }
}

fn mail_field(department: &str) -> String {
    format!("mail-{department}")
}

/// The form as typed, by field.
pub type Typed = BTreeMap<String, String>;

fn wished(typed: &Typed, before: &ByArticles) -> ByArticles {
    let chosen = typed.iter().filter(|(_, value)| *value == "on");
    let departments = chosen.filter_map(|(name, _)| name.strip_prefix("mail-")).map(str::to_owned).collect();
    // What is no number is refused as one that is none.
    let a_day = typed.get("a_day").map_or(before.a_day, |text| text.trim().parse().unwrap_or_default());
    ByArticles { departments, a_day }
}

/// `POST /settings/articles/automatic`: `on`, `threshold`, `a_day`, `mail-{department}` (`mail-` for none). It begins only after a measurement.
///
/// # Errors
/// See [`show`].
pub async fn update(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let mut tx = p.begin().await?;
    let before = settings::automatic(&mut tx).await?;
    let threshold = typed.get("threshold").and_then(|text| text.trim().parse().ok()).unwrap_or(before.threshold);
    let on = typed.get("on").is_some_and(|on| on == "on");
    let mail = wished(&typed, &by_articles(&mut tx).await?);
    match settings::set_with_mail(&mut tx, &who.actor(), (on, threshold), &mail).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}?done=saved")))
        }
        Err(Failure::Refused(refusal @ (Refusal::Unmeasured | Refusal::ADay))) => {
            drop(tx);
            page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, (&before, &mail), "", Some(refusal)).await
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
    let measured = measured_now(&p).await?;
    let mut tx = p.begin().await?;
    settings::keep_measured(&mut tx, &who.actor(), measured).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}?done=measured")))
}
