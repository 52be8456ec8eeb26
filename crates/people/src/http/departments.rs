//! Departments in the settings: their names, who works in them, closing and opening. For admins.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};

use super::{on_form, toast};
use crate::department::{self, Department};
use crate::refusal::Refusal;
use crate::staff::{self, Staff, Who};
use crate::{DepartmentId, StaffId};

const HERE: &str = "/settings/departments";

/// What was typed and why it will not do: for one department, or for a new one.
struct Wrong {
    of: Option<DepartmentId>,
    name: String,
    refusal: Refusal,
}

/// The page.
pub async fn index(who: Who, State(p): State<Platform>, Query(done): Query<toast::Query>) -> Result<Response, Error> {
    page(&p, &who, StatusCode::OK, done, None).await
}

/// `POST /settings/departments`: makes one called `name`.
pub async fn create(
    who: Who,
    State(p): State<Platform>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let name = name(&fields);
    let mut tx = p.begin().await?;
    if let Err(failure) = department::make(&mut tx, &who.actor(), &name).await {
        let wrong = Wrong { of: None, name, refusal: on_form(failure)? };
        return refused(&p, &who, wrong).await;
    }
    tx.commit().await?;
    Ok(respond::see("/settings/departments?done=saved"))
}

/// `POST /settings/departments/{id}`: its `name`, and each `member` (a colleague's id).
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (id, name) = (department_id(&id)?, name(&fields));
    let chosen = fields.iter().filter(|(key, _)| key == "member");
    let members: Vec<StaffId> = chosen.filter_map(|(_, id)| id.parse().ok()).collect();
    let mut tx = p.begin().await?;
    if let Err(failure) = department::set(&mut tx, &who.actor(), &id, &name, &members).await {
        let wrong = Wrong { of: Some(id), name, refusal: on_form(failure)? };
        return refused(&p, &who, wrong).await;
    }
    tx.commit().await?;
    Ok(respond::see("/settings/departments?done=saved"))
}

/// `POST /settings/departments/{id}/closed`.
pub async fn close(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    department::close(&mut tx, &who.actor(), &department_id(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/departments?done=saved"))
}

/// `POST /settings/departments/{id}/open`.
pub async fn open(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    department::open(&mut tx, &who.actor(), &department_id(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/departments?done=saved"))
}

fn department_id(text: &str) -> Result<DepartmentId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

fn name(fields: &[(String, String)]) -> String {
    fields.iter().find(|(key, _)| key == "name").map(|(_, name)| name.chars().take(200).collect()).unwrap_or_default()
}

async fn refused(p: &Platform, who: &Who, wrong: Wrong) -> Result<Response, Error> {
    page(p, who, StatusCode::UNPROCESSABLE_ENTITY, toast::Query::default(), Some(&wrong)).await
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    done: toast::Query,
    wrong: Option<&Wrong>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ManageStaff)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let mut conn = p.db.read().await?;
    let departments = department::all(&mut conn).await?;
    let mut people = staff::all(&mut conn, &scope).await?;
    drop(conn);
    people.retain(|staff| staff.disabled_at.is_none());
    let body = html! {
        @if departments.is_empty() { p.soft { (say.text("departments-none")) } }
        @for one in &departments { (card(say, one, &people, wrong.filter(|wrong| wrong.of.as_ref() == Some(&one.id)))) }
        (new_form(say, wrong.filter(|wrong| wrong.of.is_none())))
    };
    let title = say.text("departments-title");
    let main = viewer.settings(&title, &say.text("departments-lead"), &body);
    let whole = viewer.page_with(p, &title, &main, done.toast(say)).await?;
    Ok(respond::page(status, whole))
}

fn card(say: &Say, one: &Department, people: &[Staff], wrong: Option<&Wrong>) -> Markup {
    let (id, value) = (one.id.as_str(), wrong.map_or(one.name.as_str(), |wrong| &wrong.name));
    let works = |staff: &Staff| staff.departments.contains(&one.id);
    let (path, text, whole) = match one.closed_at {
        None => ("closed", "departments-close", "departments-close-one"),
        Some(_) => ("open", "departments-open", "departments-open-one"),
    };
    html! {
        section.card.col.g-6 aria-labelledby={ "h-" (id) } {
            header.row.wrap {
                h2 id={ "h-" (id) } { (one.name) }
                @if one.closed_at.is_some() { span.chip data-tone="plain" { (say.text("departments-closed")) } }
                form.push method="post" action={ (HERE) "/" (id) "/" (path) } hx-boost="false" {
                    button.btn.small aria-label=(say.with(whole, args![name = &one.name])) { (say.text(text)) }
                }
            }
            form.col.g-6 method="post" action={ (HERE) "/" (id) } hx-boost="false" {
                (name_field(say, &format!("name-{id}"), "departments-name", value, wrong))
                fieldset.field {
                    legend { (say.text("departments-members")) }
                    div.tiles.min-s.mt {
                        @for staff in people {
                            label.check {
                                input.box type="checkbox" name="member" value=(staff.id) checked[works(staff)];
                                span { (staff.name) }
                            }
                        }
                    }
                }
                div.row.end-x { button.btn { (say.text("word-save")) } }
            }
        }
    }
}

fn new_form(say: &Say, wrong: Option<&Wrong>) -> Markup {
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="new-t" {
            h2 #new-t { (say.text("departments-new")) }
            (name_field(say, "name-new", "departments-new-name", wrong.map_or("", |wrong| &wrong.name), wrong))
            div.row.end-x { button.btn.primary { (icon("plus")) (say.text("departments-add")) } }
        }
    }
}

fn name_field(say: &Say, id: &str, label: &str, value: &str, wrong: Option<&Wrong>) -> Markup {
    let error = wrong.map(|wrong| say.text(wrong.refusal.message()));
    html! {
        div.field {
            label for=(id) { (say.text(label)) }
            input.input id=(id) name="name" value=(value) maxlength="60" required autocomplete="off"
                autofocus[error.is_some()] aria-invalid=[error.as_ref().map(|_| "true")]
                aria-describedby=[error.as_ref().map(|_| format!("{id}-e"))];
            @if let Some(error) = &error { p.error id={ (id) "-e" } { (icon_small("alert")) (error) } }
        }
    }
}
