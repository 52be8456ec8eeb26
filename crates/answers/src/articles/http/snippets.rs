//! Snippets: what stands in several articles and is written once.

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
use crate::articles::commands;
use crate::articles::model::{Names, Snippet};
use crate::articles::refusal::{Failure, Refusal};
use crate::articles::store;

/// What was typed, by field.
type Fields = BTreeMap<String, String>;

/// `GET /settings/articles/snippets`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    shown(&p, &who, desk::done(&who, asked.code()), None, None).await
}

async fn shown(
    p: &Platform,
    who: &Who,
    above: Markup,
    refusal: Option<Refusal>,
    typed: Option<(String, Names)>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::PublishArticles)?;
    let all = store::snippets(&mut p.db.read().await?).await?;
    let say = &who.say;
    let of = |name: &str| typed.as_ref().filter(|(typed, _)| typed == name).map(|(_, texts)| texts);
    let new = typed.as_ref().filter(|(typed, _)| !all.iter().any(|one| one.name == *typed));
    let body = html! {
        (above)
        (desk::refused(who, refusal))
        p.soft { (say.with("articles-snippets-why", args![snippet = "{{name}}"])) }
        @for one in &all {
            details.card open[of(&one.name).is_some()] {
                summary { code { "{{" (one.name) "}}" } }
                (form(who, Some(one), &one.name, of(&one.name).unwrap_or(&one.texts)))
                form method="post" action={ (HERE) "/snippets/" (one.name) "/remove" } {
                    button.btn.small.ghost aria-label=(say.with("articles-remove-one", args![name = &one.name])) {
                        (icon("x")) (say.text("articles-remove"))
                    }
                }
            }
        }
        section.card.col.g-5 aria-labelledby="new-h" {
            h3 #new-h { (say.text("articles-new-snippet")) }
            @let empty = Names::default();
            (form(who, None, new.map_or("", |(name, _)| name), new.map_or(&empty, |(_, texts)| texts)))
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(p, who, status, &say.text("articles-snippets"), &body).await
}

fn form(who: &Who, of: Option<&Snippet>, name: &str, texts: &Names) -> Markup {
    let say = &who.say;
    let to = of.map_or_else(|| format!("{HERE}/snippets"), |one| format!("{HERE}/snippets/{}", one.name));
    let key = of.map_or("new", |one| one.name.as_str());
    html! {
        form.col.g-4 method="post" action=(to) novalidate {
            @if of.is_none() {
                div.field {
                    label for="snippet-name" { (say.text("articles-name")) }
                    input.input #snippet-name name="name" value=(name) maxlength="40" aria-describedby="snippet-name-h";
                    p.hint #snippet-name-h { (say.text("articles-snippet-name-hint")) }
                }
            }
            @for language in Language::ALL {
                @let code = language.code();
                div.field {
                    label for={ "text-" (key) "-" (code) } { (language.own_name()) }
                    textarea.input id={ "text-" (key) "-" (code) } name={ "text-" (code) } lang=(code) rows="2"
                        maxlength=(commands::SNIPPET_MAX) { (texts.of(language)) }
                }
            }
            p { button.btn { (say.text("articles-save")) } }
        }
    }
}

async fn save(p: &Platform, who: &Who, name: &str, fields: &Fields) -> Result<Response, Error> {
    let text = |of: Language| Some((of, fields.get(&format!("text-{}", of.code()))?.clone()));
    let texts = Names(Language::ALL.into_iter().filter_map(text).collect());
    let mut tx = p.begin().await?;
    match commands::save_snippet(&mut tx, &who.actor(), name, texts.clone()).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/snippets?done=saved")))
        }
        Err(Failure::Refused(refusal)) if refusal != Refusal::Forbidden => {
            drop(tx);
            shown(p, who, html! {}, Some(refusal), Some((name.to_owned(), texts))).await
        }
        Err(failure) => Err(error(failure)),
    }
}

/// `POST /settings/articles/snippets`: `name`, `text-en` …
///
/// # Errors
/// See [`show`].
pub async fn create(State(p): State<Platform>, who: Who, Form(fields): Form<Fields>) -> Result<Response, Error> {
    let name = fields.get("name").map(|name| name.trim()).unwrap_or_default();
    save(&p, &who, name, &fields).await
}

/// `POST /settings/articles/snippets/{name}`: `text-en` …
///
/// # Errors
/// See [`show`]; and when there is none of this name.
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(name): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::PublishArticles)?;
    let all = store::snippets(&mut p.db.read().await?).await?;
    if !all.iter().any(|one| one.name == name) {
        return Err(Error::NotFound);
    }
    save(&p, &who, &name, &fields).await
}

/// `POST /settings/articles/snippets/{name}/remove`.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(name): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    commands::remove_snippet(&mut tx, &who.actor(), &name).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}/snippets?done=removed")))
}
