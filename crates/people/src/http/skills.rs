//! Skills in the settings: the business's own short list, and who has which. For those who look after colleagues.

use std::collections::BTreeMap;

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
use serde::Deserialize;

use super::{on_form, toast};
use crate::StaffId;
use crate::refusal::Refusal;
use crate::skill::{self, Abilities, Skill, SkillId};
use crate::staff::{self, Staff, Who};

const HERE: &str = "/settings/skills";
const SAVED: &str = "/settings/skills?done=saved";

/// What was typed and why it will not do: for one skill, or for a new one.
struct Wrong {
    of: Option<SkillId>,
    name: String,
    refusal: Refusal,
}

/// What the forms send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
}

/// The page.
pub async fn index(who: Who, State(p): State<Platform>, Query(done): Query<toast::Query>) -> Result<Response, Error> {
    page(&p, &who, StatusCode::OK, done, None).await
}

/// `POST /settings/skills`: puts one called `name` on the list.
pub async fn create(who: Who, State(p): State<Platform>, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    if let Err(failure) = skill::make(&mut tx, &who.actor(), &typed.name).await {
        drop(tx);
        let wrong = Wrong { of: None, name: typed.name, refusal: on_form(failure)? };
        return refused(&p, &who, wrong).await;
    }
    tx.commit().await?;
    Ok(respond::see(SAVED))
}

/// `POST /settings/skills/{id}`: calls it `name`.
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let id = skill_id(&id)?;
    let mut tx = p.begin().await?;
    if let Err(failure) = skill::rename(&mut tx, &who.actor(), &id, &typed.name).await {
        drop(tx);
        let wrong = Wrong { of: Some(id), name: typed.name, refusal: on_form(failure)? };
        return refused(&p, &who, wrong).await;
    }
    tx.commit().await?;
    Ok(respond::see(SAVED))
}

/// `POST /settings/skills/{id}/remove`.
pub async fn remove(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    skill::remove(&mut tx, &who.actor(), &skill_id(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see(SAVED))
}

fn skill_id(text: &str) -> Result<SkillId, Error> {
    text.parse().map_err(|_| Error::NotFound)
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
    let skills = skill::all(&mut conn).await?;
    let abilities = skill::abilities(&mut conn).await?;
    let mut people = staff::all(&mut conn, &scope).await?;
    drop(conn);
    people.retain(|staff| staff.disabled_at.is_none());
    let body = html! {
        @if skills.is_empty() { p.soft { (say.text("skills-none")) } }
        @for one in &skills {
            (card(say, one, &having(one, &people, &abilities), wrong.filter(|wrong| wrong.of.as_ref() == Some(&one.id))))
        }
        (new_form(say, wrong.filter(|wrong| wrong.of.is_none())))
    };
    let title = say.text("settings-skills");
    let main = viewer.settings(&title, &say.text("skills-lead"), &body);
    let whole = viewer.page_with(p, &title, &main, done.toast(say)).await?;
    Ok(respond::page(status, whole))
}

/// Who has a skill.
fn having<'a>(skill: &Skill, people: &'a [Staff], abilities: &BTreeMap<StaffId, Abilities>) -> Vec<&'a Staff> {
    let has = |staff: &&Staff| abilities.get(&staff.id).is_some_and(|one| one.skills.contains(&skill.id));
    people.iter().filter(has).collect()
}

fn card(say: &Say, one: &Skill, having: &[&Staff], wrong: Option<&Wrong>) -> Markup {
    let (id, value) = (one.id.as_str(), wrong.map_or(one.name.as_str(), |wrong| &wrong.name));
    html! {
        section.card.col.g-5 aria-labelledby={ "h-" (id) } {
            header.row.wrap {
                h2 id={ "h-" (id) } { (one.name) }
                form.push method="post" action={ (HERE) "/" (id) "/remove" } hx-boost="false" {
                    button.btn.small aria-label=(say.with("skills-remove-one", args![name = &one.name])) { (say.text("skills-remove")) }
                }
            }
            @if having.is_empty() { p.sm.quiet { (say.text("skills-nobody")) } }
            @else {
                p.sm {
                    (say.text("skills-who")) " "
                    @for (at, staff) in having.iter().enumerate() {
                        @if at > 0 { ", " }
                        a href={ "/settings/colleagues/" (staff.id) "#abilities-t" } hx-boost="false" { (staff.name) }
                    }
                }
            }
            form.col.g-5 method="post" action={ (HERE) "/" (id) } hx-boost="false" {
                (name_field(say, &format!("name-{id}"), "skills-name", value, wrong))
                div.row.end-x { button.btn { (say.text("word-save")) } }
            }
        }
    }
}

fn new_form(say: &Say, wrong: Option<&Wrong>) -> Markup {
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="new-t" {
            h2 #new-t { (say.text("skills-new")) }
            (name_field(say, "name-new", "skills-name", wrong.map_or("", |wrong| &wrong.name), wrong))
            div.row.end-x { button.btn.primary { (icon("plus")) (say.text("skills-add")) } }
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
