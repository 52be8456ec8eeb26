//! Contact forms in the settings: which there are, and what each asks. For those who change settings.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::department::{self, Department};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::form_edit::{self, Beside, Then, Typed};
use crate::forms::{self, ContactForms};
use crate::model::ContactForm;
use crate::rules::contact::{FORMS_MOST, Flaw, flaws, slug};

pub(super) const HERE: &str = "/settings/forms";

/// `?done=saved`, `?done=removed`, `?refused=many`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
    refused: String,
}

fn may(who: &Who) -> Result<(), Error> {
    Ok(allowed(&who.actor(), Action::ManageSettings).map(|_| ())?)
}

/// `GET /settings/forms`.
///
/// # Errors
/// When the reader may not, or settings cannot be read; so for all pages here.
pub async fn index(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    may(&who)?;
    let mut conn = p.db.read().await?;
    let all = forms::all(&mut conn).await?;
    let departments = department::all(&mut conn).await?;
    let usual = conversations::settings::business(&mut conn).await?.language;
    drop(conn);
    let say = &who.say;
    let of = |form: &ContactForm| {
        let found = form.department.as_ref().and_then(|id| departments.iter().find(|one| one.id == *id));
        found.map(|one| one.name.clone())
    };
    let body = html! {
        @if let Some(done) = done(&asked.done) {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text(done)) } }
        }
        @if asked.refused == "many" {
            div.callout data-tone="warn" role="alert" { (icon("alert")) p { (say.text("forms-too-many")) } }
        }
        @if all.0.is_empty() { p.soft { (say.text("forms-none")) } }
        @else {
            ul.card.col.g-6 {
                @for form in &all.0 {
                    @let name = form.names.shown(say.language(), usual);
                    li.row.wrap {
                        span.grow.col.g-1 {
                            a href={ (HERE) "/" (form.slug) } { b { (name) } }
                            span.sm.quiet.row.wrap {
                                @if form.open { a href={ "/contact/" (form.slug) } hx-boost="false" { "/contact/" (form.slug) } }
                                @else { span.chip data-tone="plain" { (say.text("forms-closed")) } }
                                @if let Some(department) = of(form) { span { (icon_small("box")) " " (department) } }
                            }
                        }
                        @if !form.open {
                            form method="post" action={ (HERE) "/" (form.slug) "/remove" } {
                                button.btn.small.ghost aria-label=(say.with("forms-remove-one", platform::args![name = name])) {
                                    (icon("x")) (say.text("forms-remove"))
                                }
                            }
                        }
                    }
                }
            }
        }
        p { a.btn.primary href={ (HERE) "/new" } { (icon("plus")) (say.text("forms-new")) } }
    };
    page(&p, &who, StatusCode::OK, ("settings-forms", "forms-lead"), &body).await
}

fn done(code: &str) -> Option<&'static str> {
    match code {
        "saved" => Some("settings-saved"),
        "removed" => Some("forms-removed"),
        _ => None,
    }
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    (title, lead): (&str, &str),
    body: &Markup,
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text(title);
    let main = viewer.settings(&title, &say.text(lead), body);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

/// `GET /settings/forms/new`.
///
/// # Errors
/// See [`index`].
pub async fn new(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let form = ContactForm { open: true, ..ContactForm::default() };
    edited(&p, &who, StatusCode::OK, &Typed::of(&form), &[]).await
}

/// `GET /settings/forms/{slug}`.
///
/// # Errors
/// See [`index`]; and when there is none.
pub async fn show(State(p): State<Platform>, who: Who, Path(slug): Path<String>) -> Result<Response, Error> {
    may(&who)?;
    let all = forms::all(&mut p.db.read().await?).await?;
    let form = all.find(&slug).ok_or(Error::NotFound)?;
    edited(&p, &who, StatusCode::OK, &Typed::of(form), &[]).await
}

/// `POST /settings/forms`: makes one, as typed; `then` adds, moves or drops a question and shows the page again.
///
/// # Errors
/// See [`index`].
pub async fn create(
    State(p): State<Platform>,
    who: Who,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    keep(&p, &who, None, &fields).await
}

/// `POST /settings/forms/{slug}`: see [`create`].
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(slug): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    keep(&p, &who, Some(slug), &fields).await
}

async fn keep(p: &Platform, who: &Who, slug: Option<String>, fields: &[(String, String)]) -> Result<Response, Error> {
    may(who)?;
    let mut typed = Typed::read(fields);
    typed.slug = slug.unwrap_or_default();
    if typed.then != Then::Save {
        typed.rearrange();
        return edited(p, who, StatusCode::OK, &typed, &[]).await;
    }
    let mut tx = p.begin().await?;
    let all = forms::all(&mut tx).await?;
    let usual = conversations::settings::business(&mut tx).await?.language;
    let form = typed.form();
    let departments = department::all(&mut tx).await?;
    let wrong = judged(&form, &departments);
    if !wrong.is_empty() {
        drop(tx);
        return edited(p, who, StatusCode::UNPROCESSABLE_ENTITY, &typed, &wrong).await;
    }
    let Some(all) = put(all, form, usual)? else { return Ok(respond::see("/settings/forms?refused=many")) };
    forms::set(&mut tx, &who.actor(), &all).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/forms?done=saved"))
}

/// What is wrong with a form, and whether its department is there.
pub(crate) fn judged(form: &ContactForm, departments: &[Department]) -> Vec<(String, Flaw)> {
    let mut wrong = flaws(form);
    if form.department.as_ref().is_some_and(|id| departments.iter().all(|one| one.id != *id)) {
        wrong.push(("department".to_owned(), Flaw::NoSuchDepartment));
    }
    wrong
}

/// All forms with this one changed or added; `None` when there is no room for it.
///
/// # Errors
/// When it names one that is not there.
pub(crate) fn put(
    mut all: ContactForms,
    mut form: ContactForm,
    usual: base::Language,
) -> Result<Option<ContactForms>, Error> {
    if form.slug.is_empty() {
        if all.0.len() >= FORMS_MOST {
            return Ok(None);
        }
        form.slug = slug(form.names.shown(usual, usual), |taken| all.find(taken).is_some());
        all.0.push(form);
    } else {
        let at = all.0.iter().position(|one| one.slug == form.slug).ok_or(Error::NotFound)?;
        all.0[at] = form;
    }
    Ok(Some(all))
}

/// `POST /settings/forms/{slug}/remove`: takes one away that is closed.
///
/// # Errors
/// See [`show`].
pub async fn remove(State(p): State<Platform>, who: Who, Path(slug): Path<String>) -> Result<Response, Error> {
    may(&who)?;
    let mut tx = p.begin().await?;
    let mut all = forms::all(&mut tx).await?;
    let form = all.find(&slug).ok_or(Error::NotFound)?;
    if form.open {
        return Err(Error::invalid("forms-close-first"));
    }
    all.0.retain(|one| one.slug != slug);
    forms::set(&mut tx, &who.actor(), &all).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/forms?done=removed"))
}

async fn edited(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    typed: &Typed,
    wrong: &[(String, Flaw)],
) -> Result<Response, Error> {
    may(who)?;
    let mut conn = p.db.read().await?;
    let mut departments = department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none() || typed.department == one.id.as_str());
    let usual = conversations::settings::business(&mut conn).await?.language;
    drop(conn);
    let beside = Beside { say: &who.say, departments: &departments, usual, wrong };
    let title = if typed.slug.is_empty() { "forms-new" } else { "forms-change" };
    page(p, who, status, (title, "forms-edit-lead"), &form_edit::markup(&beside, typed)).await
}
