//! Everything that is held about a customer, as a page and as a file; and the way to erase it. For admins and owners.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::Shown;
use super::named;
use crate::PersonId;
use crate::http::fields;
use crate::http::on_form;
use crate::person::{self, Person};
use crate::privacy::{self, Confirmed, Erased, Held, Holders, PrivacyEvent};
use crate::refusal::Refusal;
use crate::staff::Who;

/// As what.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "as")]
    form: String,
}

/// `GET /customers/{id}/held`; with `as=json` a file.
///
/// # Errors
/// When there is no such customer or the reader may not.
pub async fn show(
    who: Who,
    State(p): State<Platform>,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    if asked.form == "json" {
        let held = privacy::everything(&mut p.db.snapshot().await?, &who.actor(), &id, holders).await?;
        let mut tx = p.begin().await?;
        tx.record(&PrivacyEvent::HandedOut { person: id.clone() }, &who.actor(), None).await?;
        tx.commit().await?;
        let text = serde_json::to_vec_pretty(&held.json()).map_err(platform::Fault::from)?;
        let name = format!("attachment; filename=\"{id}.json\"");
        let name = HeaderValue::from_str(&name).map_err(|_| Error::NotFound)?;
        let kind = HeaderValue::from_static("application/json");
        return Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], text).into_response());
    }
    page(&p, &who, &id, holders, StatusCode::OK, None).await
}

/// The name as typed.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    name: String,
}

/// `POST /customers/{id}/erase`.
///
/// # Errors
/// See [`show`].
pub async fn erase(
    who: Who,
    State(p): State<Platform>,
    Extension(holders): Extension<Holders>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id = named(&id)?;
    let (called, instead) = (who.say.text("erased-customer"), who.say.text("erased-words"));
    let mut tx = p.begin().await?;
    let confirmed = Confirmed { name: &typed.name, called: &called, instead: &instead };
    match privacy::erase(&p, &mut tx, &who.actor(), &id, confirmed, holders).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(respond::see(&format!("/customers/{id}")))
        }
        Err(failure) => {
            drop(tx);
            let wrong = (on_form(failure)?, typed.name.chars().take(200).collect());
            page(&p, &who, &id, holders, StatusCode::UNPROCESSABLE_ENTITY, Some(wrong)).await
        }
    }
}

async fn page(
    p: &Platform,
    who: &Who,
    id: &PersonId,
    holders: Holders,
    status: StatusCode,
    wrong: Option<(Refusal, String)>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let held = privacy::everything(&mut conn, &who.actor(), id, holders).await?;
    let scope = allowed(&who.actor(), Action::ManagePrivacy)?;
    let person = person::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let erased = privacy::erased(&mut conn, id).await?;
    drop(conn);
    let title = who.say.with("held-title", args![name = &person.name]);
    let main = markup(who, &title, &person, &held, erased.is_some(), wrong);
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

fn markup(
    who: &Who,
    title: &str,
    person: &Person,
    held: &Held,
    erased: bool,
    wrong: Option<(Refusal, String)>,
) -> Markup {
    let say = &who.say;
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    h1 tabindex="-1" { (title) }
                    div.row.wrap.acts {
                        a.btn href={ "/customers/" (person.id) "/held?as=json" } hx-boost="false" download {
                            (icon("file")) (say.text("held-json"))
                        }
                    }
                }
                div.col.g-6 {
                    p.soft { (say.text("held-lead")) }
                    @if let Held::Fields(parts) = held {
                        @for part in parts {
                            section.card.col.g-5 {
                                h2 { (who.say.text(part.message)) }
                                (shown(who, &part.value, 3))
                            }
                        }
                    }
                    @if !erased { (erasing(say, person, wrong)) }
                }
            }
        }
    }
}

/// Lines stand beside their names, what is larger below a heading of this level.
fn shown(who: &Who, held: &Held, level: u8) -> Markup {
    html! {
        @match held {
            Held::Text(text) => span.pre { (text) },
            Held::Number(number) => (number),
            Held::At(at) => time datetime=(at) { (who.say.full(*at, &who.zone)) },
            Held::Told(sentence, _) => (who.say.sentence(sentence)),
            Held::List(all) => ul.col.g-4 { @for one in all { li.col.g-4 { (shown(who, one, level)) } } },
            Held::Fields(fields) => {
                dl.facts {
                    @for field in fields.iter().filter(|field| field.value.is_line()) {
                        dt { (who.say.text(field.message)) } dd { (shown(who, &field.value, level)) }
                    }
                }
                @for field in fields.iter().filter(|field| !field.value.is_line()) {
                    @if level == 3 { h3 { (who.say.text(field.message)) } } @else { h4 { (who.say.text(field.message)) } }
                    (shown(who, &field.value, level + 1))
                }
            }
        }
    }
}

fn erasing(say: &Say, person: &Person, wrong: Option<(Refusal, String)>) -> Markup {
    let (error, typed) = wrong.map_or((None, String::new()), |(why, typed)| (Some(say.text(why.message())), typed));
    let field = fields::Field {
        name: "name",
        label: say.with("erase-type", args![name = &person.name]),
        kind: "text",
        value: &typed,
        autocomplete: "off",
        hint: None,
        error,
        large: false,
    };
    html! {
        section.card.col.g-5 aria-labelledby="erase-t" {
            h2 #erase-t { (say.with("erase-title", args![name = &person.name])) }
            p { (say.text("erase-what")) }
            p { (say.text("erase-stays")) }
            form.col.g-4 method="post" action={ "/customers/" (person.id) "/erase" } {
                (field.markup())
                div.row.end-x { button.btn.danger { (icon("x")) (say.text("erase-now")) } }
            }
        }
    }
}

/// That a customer was erased, with how much of what; or the way to what is held.
pub(super) fn corner(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    html! {
        @if allowed(&shown.who.actor(), Action::ManagePrivacy).is_ok() {
            a.btn.small href=(shown.path("held")) { (icon("eye")) (say.text("held-link")) }
        }
    }
}

/// Stands at the head of the file of an erased customer.
pub(super) fn erased(shown: &Shown<'_>) -> Markup {
    let (say, zone) = (&shown.who.say, &shown.who.zone);
    html! {
        @if let Some(Erased { at, counts }) = &shown.erased {
            div.callout data-tone="info" #erased {
                (icon("info"))
                h2 { (say.with("erased-title", args![when = say.date(*at, zone)])) }
                p { (say.text("erased-lead")) }
                ul { @for (kind, count) in counts { li { (say.with(kind.message(), args![count = *count])) } } }
            }
        }
    }
}
