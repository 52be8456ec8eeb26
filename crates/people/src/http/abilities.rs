//! What a colleague can: the languages they write, on their profile and in the settings; their skills, in the settings.

use axum::extract::{Path, State};
use axum::response::Response;
use base::Language;
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform, Result};

use super::colleague;
use super::colleagues::staff_id;
use crate::StaffId;
use crate::skill::{self, Abilities, Skill, SkillId};
use crate::staff::Who;

/// What is known of it.
pub(super) struct Known {
    skills: Vec<Skill>,
    has: Abilities,
}

impl Known {
    pub(super) async fn of(conn: &mut Conn, id: &StaffId) -> Result<Self> {
        Ok(Self { skills: skill::all(conn).await?, has: skill::abilities_of(conn, id).await? })
    }
}

fn languages(fields: &[(String, String)]) -> Vec<Language> {
    fields.iter().filter(|(key, _)| key == "writes").filter_map(|(_, code)| Language::from_code(code)).collect()
}

/// `POST /profile/writes`: each language that one `writes`; none for all.
pub async fn set_own(
    who: Who,
    State(p): State<Platform>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    skill::set_writes(&mut tx, &who.actor(), &who.staff.id, &languages(&fields)).await?;
    tx.commit().await?;
    Ok(respond::see("/profile?done=saved"))
}

/// `POST /settings/colleagues/{id}/abilities`: each `skill` that a colleague has, each language that they `writes`.
pub async fn set(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id = colleague::looked_after(&who, staff_id(&id)?)?;
    let chosen = fields.iter().filter(|(key, _)| key == "skill");
    let skills: Vec<SkillId> = chosen.filter_map(|(_, id)| id.parse().ok()).collect();
    let mut tx = p.begin().await?;
    skill::set_skills(&mut tx, &who.actor(), &id, &skills).await?;
    skill::set_writes(&mut tx, &who.actor(), &id, &languages(&fields)).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/settings/colleagues/{id}?done=saved")))
}

/// What a colleague can, in the settings. `action` is where it goes.
pub(super) fn card(say: &Say, known: &Known, action: &str) -> Markup {
    let skills = html! {
        fieldset.field {
            legend { (say.text("abilities-skills")) }
            @if known.skills.is_empty() {
                p.hint { (say.text("abilities-no-skills")) " " a href="/settings/skills" hx-boost="false" { (say.text("settings-skills")) } }
            } @else {
                div.tiles.min-s.mt {
                    @for one in &known.skills {
                        label.check {
                            input.box type="checkbox" name="skill" value=(one.id) checked[known.has.skills.contains(&one.id)];
                            span { (one.name) }
                        }
                    }
                }
            }
        }
    };
    form(say, ("abilities-title", "abilities-lead"), &known.has.writes, action, &skills)
}

/// The languages one writes, on one's own profile.
pub(super) fn own(say: &Say, known: &Known) -> Markup {
    form(
        say,
        ("abilities-own", "abilities-own-lead"),
        &known.has.writes,
        "/profile/writes",
        &html! {
            @if !known.has.skills.is_empty() {
                p.sm.soft {
                    (say.text("abilities-skills")) ": "
                    @for (at, one) in known.skills.iter().filter(|one| known.has.skills.contains(&one.id)).enumerate() {
                        @if at > 0 { ", " }
                        (one.name)
                    }
                }
            }
            p.sm {
                a href="/turns" hx-boost="false" { (say.text("abilities-turns")) } " · "
                a href="/rota" hx-boost="false" { (say.text("abilities-rota")) }
            }
        },
    )
}

fn form(say: &Say, (title, lead): (&str, &str), writes: &[Language], action: &str, beside: &Markup) -> Markup {
    html! {
        form.card.col.g-6 method="post" action=(action) hx-boost="false" aria-labelledby="abilities-t" {
            div { h3 #abilities-t { (say.text(title)) } p.sm.quiet { (say.text(lead)) } }
            (beside)
            fieldset.field {
                legend { (say.text("abilities-writes")) }
                div.tiles.min-s.mt {
                    @for language in Language::ALL {
                        label.check {
                            input.box type="checkbox" name="writes" value=(language.code()) checked[writes.contains(&language)];
                            span lang=(language.code()) { (language.own_name()) }
                        }
                    }
                }
                p.hint { (say.text("abilities-writes-hint")) }
            }
            div.row.end-x { button.btn { (say.text("word-save")) } }
        }
    }
}
