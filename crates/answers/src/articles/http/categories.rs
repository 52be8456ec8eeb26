//! The categories of the help centre, in their order.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::args;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;

use super::desk::{Asked, HERE, page};
use super::{desk, error};
use crate::articles::commands::{self, NewCategory};
use crate::articles::model::{Category, CategoryId, Names};
use crate::articles::refusal::{Failure, Refusal};
use crate::articles::store;

/// `GET /settings/articles/categories`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    shown(&p, &who, desk::done(&who, asked.code()), None, None).await
}

/// A form that was refused: of which category, or of a new one, and what was typed.
type Typed = (Option<CategoryId>, NewCategory);

async fn shown(
    p: &Platform,
    who: &Who,
    above: Markup,
    refusal: Option<Refusal>,
    typed: Option<Typed>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::PublishArticles)?;
    let mut conn = p.db.read().await?;
    let all = store::categories(&mut conn).await?;
    let usual = conversations::settings::business(&mut conn).await?.language;
    drop(conn);
    let say = &who.say;
    let last = all.len().saturating_sub(1);
    let body = html! {
        (above)
        (desk::refused(who, refusal))
        @for (at, (_, one)) in all.iter().enumerate() {
            @let name = one.names.shown(say.language(), usual);
            @let typed = typed.as_ref().filter(|(id, _)| id.as_ref() == Some(&one.id)).map(|(_, new)| new);
            details.card open[typed.is_some()] {
                summary { b { (name) } }
                (form(who, Some(one), typed))
                div.row.wrap {
                    form.row method="post" action={ (HERE) "/categories/" (one.id) "/move" } {
                        @if at > 0 {
                            button.btn.small name="way" value="up"
                                aria-label=(say.with("articles-up-one", args![name = name])) { (icon("up")) }
                        }
                        @if at < last {
                            button.btn.small name="way" value="down"
                                aria-label=(say.with("articles-down-one", args![name = name])) { (icon("down")) }
                        }
                    }
                    form method="post" action={ (HERE) "/categories/" (one.id) "/remove" } {
                        button.btn.small.ghost aria-label=(say.with("articles-remove-one", args![name = name])) {
                            (icon("x")) (say.text("articles-remove"))
                        }
                    }
                }
            }
        }
        section.card.col.g-5 aria-labelledby="new-h" {
            h3 #new-h { (say.text("articles-new-category")) }
            (form(who, None, typed.as_ref().filter(|(id, _)| id.is_none()).map(|(_, new)| new)))
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(p, who, status, &say.text("articles-categories"), &body).await
}

fn form(who: &Who, of: Option<&Category>, typed: Option<&NewCategory>) -> Markup {
    let say = &who.say;
    let to = of.map_or_else(|| format!("{HERE}/categories"), |one| format!("{HERE}/categories/{}", one.id));
    let key = of.map_or("new", |one| one.id.as_str());
    let kept = of.map(|one| NewCategory { names: one.names.clone(), leads: one.leads.clone(), dated: one.dated });
    let it = typed.cloned().or(kept).unwrap_or_default();
    let (name, lead) = (say.text("articles-name"), say.text("articles-category-lead"));
    html! {
        form.col.g-4 method="post" action=(to) novalidate {
            @for language in Language::ALL {
                @let code = language.code();
                fieldset.row.wrap {
                    legend.sm { (language.own_name()) }
                    input.input name={ "name-" (code) } lang=(code) maxlength="60" value=(it.names.of(language))
                        aria-label=(name) placeholder=(name);
                    input.input.grow name={ "lead-" (code) } lang=(code) maxlength="200" value=(it.leads.of(language))
                        aria-label=(lead) placeholder=(lead);
                }
            }
            label.check for={ "dated-" (key) } {
                input.box id={ "dated-" (key) } type="checkbox" name="dated" value="1" checked[it.dated];
                span { (say.text("articles-dated")) small { (say.text("articles-dated-why")) } }
            }
            p { button.btn { (say.text("articles-save")) } }
        }
    }
}

/// What was typed, by field.
type Fields = BTreeMap<String, String>;

fn read(fields: &Fields) -> NewCategory {
    let names = |part: &str| {
        let of = |language: Language| {
            let text = fields.get(&format!("{part}-{}", language.code()))?;
            Some((language, text.clone()))
        };
        Names(Language::ALL.into_iter().filter_map(of).collect())
    };
    NewCategory { names: names("name"), leads: names("lead"), dated: fields.contains_key("dated") }
}

async fn save(p: &Platform, who: &Who, id: Option<CategoryId>, fields: &Fields) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    let usual = conversations::settings::business(&mut tx).await?.language;
    let new = read(fields);
    match commands::save_category(&mut tx, &who.actor(), id.as_ref(), new.clone(), usual).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/categories?done=saved")))
        }
        Err(failure) => {
            drop(tx);
            refuse(p, who, failure, Some((id, new))).await
        }
    }
}

async fn refuse(p: &Platform, who: &Who, failure: Failure, typed: Option<Typed>) -> Result<Response, Error> {
    match failure {
        Failure::Refused(refusal) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => {
            shown(p, who, html! {}, Some(refusal), typed).await
        }
        failure => Err(error(failure)),
    }
}

/// `POST /settings/articles/categories`: `name-en` …, `lead-en` …, `dated`.
///
/// # Errors
/// See [`show`].
pub async fn create(State(p): State<Platform>, who: Who, Form(fields): Form<Fields>) -> Result<Response, Error> {
    save(&p, &who, None, &fields).await
}

fn category(id: &str) -> Result<CategoryId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `POST /settings/articles/categories/{id}`: as [`create`].
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let id = category(&id)?;
    save(&p, &who, Some(id), &fields).await
}

/// `POST /settings/articles/categories/{id}/move`: `way` is `up` or `down`.
///
/// # Errors
/// See [`show`].
pub async fn shift(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let id = category(&id)?;
    let mut tx = p.begin().await?;
    let up = fields.get("way").is_some_and(|way| way == "up");
    commands::shift_category(&mut tx, &who.actor(), &id, up).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}/categories?done=saved")))
}

/// `POST /settings/articles/categories/{id}/remove`.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id = category(&id)?;
    let mut tx = p.begin().await?;
    match commands::remove_category(&mut tx, &who.actor(), &id).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/categories?done=removed")))
        }
        Err(failure) => {
            drop(tx);
            refuse(&p, &who, failure, None).await
        }
    }
}
