//! What is needed for what comes in: skills of departments, mailboxes and tags, the customer's language, and what becomes
//! of what nobody can take who has all of it.

use axum::extract::State;
use axum::response::Response;
use base::Action;
use maud::{Markup, html};
use people::department::Department;
use people::skill::{self, Skill};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform, Result as Read, args};
use serde::Deserialize;

use super::super::super::conversation::Speaking;
use super::super::super::error;
use super::super::{Asked, Field, Wrong, may, radios, select};
use super::{HERE, shown};
use crate::commands::{self, CommandError};
use crate::rules::states::Refusal;
use crate::settings::{self, Turns};
use crate::{Lacking, TurnNeed, TurnNeedOf};

const SAVED: &str = "/settings/turns?done=saved";

/// What is set and what there is to choose from.
pub(super) struct Known {
    turns: Turns,
    skills: Vec<Skill>,
    departments: Vec<Department>,
    /// The name of each mailbox in tables, and its address.
    mailboxes: Vec<(String, String)>,
}

impl Known {
    pub async fn of(who: &Who, conn: &mut Conn) -> Read<Self> {
        let voices = match who.given::<Speaking>() {
            Some(Speaking(voices)) => voices.all(conn).await?,
            None => Vec::new(),
        };
        Ok(Self {
            turns: settings::turns(conn).await?,
            skills: skill::all(conn).await?,
            departments: people::department::all(conn).await?,
            mailboxes: voices.into_iter().filter_map(|voice| Some((voice.mailbox?, voice.address))).collect(),
        })
    }

    /// What a need is about, in words; nothing when it is gone.
    fn about(&self, say: &Say, of: &TurnNeedOf) -> Option<String> {
        match of {
            TurnNeedOf::Department(id) => {
                let found = self.departments.iter().find(|one| one.id.as_str() == id)?;
                Some(say.with("turn-needs-of-department", args![name = &found.name]))
            }
            TurnNeedOf::Mailbox(id) => {
                let address = self.mailboxes.iter().find(|(name, _)| name == id).map_or(id, |(_, address)| address);
                Some(say.with("turn-needs-of-mailbox", args![name = address]))
            }
            TurnNeedOf::Tag(name) => Some(say.with("turn-needs-of-tag", args![name = name])),
        }
    }
}

/// What the form of a need sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// `department:ID`, `mailbox:NAME`, or empty for a tag; when it is removed also `tag:NAME`.
    of: String,
    tag: String,
    skill: String,
}

impl Typed {
    fn read(&self) -> Option<TurnNeed> {
        let (by, of) = match self.of.split_once(':') {
            Some(both) => both,
            None => ("tag", self.tag.trim()),
        };
        Some(TurnNeed { of: TurnNeedOf::of(by, of.to_owned())?, skill: self.skill.parse().ok()? })
    }
}

/// What the form of the choice sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Choice {
    by_language: String,
    lacking: String,
}

/// `POST /settings/turns/lacking`: `by_language` empty or not, `lacking` = `language`, `wait` or anything else.
///
/// # Errors
/// When the reader may not, or settings cannot be written.
pub async fn choose(State(p): State<Platform>, who: Who, Form(typed): Form<Choice>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let lacking = Lacking::from_code(&typed.lacking).unwrap_or_default();
    commands::set_lacking(&p, &who.actor(), !typed.by_language.is_empty(), lacking).await.map_err(error)?;
    Ok(respond::see(SAVED))
}

/// `POST /settings/turns/needs`: `of` and `skill`, or a `tag` and `skill`.
///
/// # Errors
/// When the reader may not, or settings cannot be written; so for [`remove`].
pub async fn add(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    let added = match typed.read() {
        Some(need) => commands::set_turn_need(&p, &who.actor(), need, true).await,
        None => Err(Refusal::NoSuchTurnNeed.into()),
    };
    match added {
        Ok(()) => Ok(respond::see(SAVED)),
        Err(CommandError::Refused(refusal)) => {
            let mut wrong = Wrong::default();
            wrong.add("tag", refusal.message());
            shown(&p, &who, &wrong, &Asked::default(), &typed).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /settings/turns/needs/remove`: `of` and `skill`.
///
/// # Errors
/// See [`add`].
pub async fn remove(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    may(&who, Action::ManageSettings)?;
    if let Some(need) = typed.read() {
        commands::set_turn_need(&p, &who.actor(), need, false).await.map_err(error)?;
    }
    Ok(respond::see(SAVED))
}

/// What becomes of what nobody can take.
pub(super) fn lacking(say: &Say, known: &Known) -> Markup {
    html! {
        form.card.col.g-6 #lacking method="post" action={ (HERE) "/lacking" } hx-boost="false" aria-labelledby="lacking-t" {
            div { h2 #lacking-t { (say.text("turn-needs-title")) } p.sm.quiet { (say.text("turn-needs-lead")) } }
            label.check {
                input.box type="checkbox" id="by_language" name="by_language" value="1" checked[known.turns.by_language];
                span { (say.text("turn-needs-language")) small { (say.text("turn-needs-language-why")) } }
            }
            (radios(say, "lacking", "turn-needs-lacking", known.turns.lacking.code(), &[
                ("anyone", "turn-needs-anyone", "turn-needs-anyone-why"),
                ("language", "turn-needs-language-first", "turn-needs-language-first-why"),
                ("wait", "turn-needs-wait", "turn-needs-wait-why"),
            ]))
            div.row.end-x { button.btn.primary { (say.text("word-save")) } }
        }
    }
}

/// What needs a skill, and a form for more.
pub(super) fn list(say: &Say, known: &Known, typed: &Typed, wrong: &Wrong) -> Markup {
    let named = |need: &TurnNeed| known.skills.iter().find(|skill| skill.id == need.skill);
    let told = |need: &TurnNeed| Some((known.about(say, &need.of)?, named(need)?.name.clone()));
    let rows: Vec<_> = known.turns.needs.iter().filter_map(|need| Some((need, told(need)?))).collect();
    html! {
        section.card.col.g-6 aria-labelledby="turn-needs-t" {
            div { h2 #turn-needs-t { (say.text("turn-needs-skills")) } p.sm.quiet { (say.text("turn-needs-skills-lead")) } }
            @if rows.is_empty() { p.soft { (say.text("turn-needs-none")) } }
            @else {
                ul.col.g-4 {
                    @for (need, (about, skill)) in &rows {
                        li.row.wrap {
                            span { (about) ": " b { (skill) } }
                            form.push method="post" action={ (HERE) "/needs/remove" } hx-boost="false" {
                                @let (by, of) = need.of.parts();
                                input type="hidden" name="of" value={ (by) ":" (of) };
                                input type="hidden" name="skill" value=(need.skill);
                                button.btn.small aria-label=(say.with("turn-needs-remove-one", args![name = about, skill = skill])) { (say.text("turn-needs-remove")) }
                            }
                        }
                    }
                }
            }
            @if known.skills.is_empty() {
                p.sm { (say.text("turn-needs-no-skills")) " " a href="/settings/skills" hx-boost="false" { (say.text("settings-skills")) } }
            } @else { (form(say, known, typed, wrong)) }
        }
    }
}

fn form(say: &Say, known: &Known, typed: &Typed, wrong: &Wrong) -> Markup {
    let departments = known.departments.iter().filter(|one| one.closed_at.is_none());
    let departments = departments
        .map(|one| (format!("department:{}", one.id), say.with("turn-needs-of-department", args![name = &one.name])));
    let mailboxes = known.mailboxes.iter();
    let mailboxes = mailboxes
        .map(|(id, address)| (format!("mailbox:{id}"), say.with("turn-needs-of-mailbox", args![name = address])));
    let options: Vec<_> =
        departments.chain(mailboxes).chain([(String::new(), say.text("turn-needs-tag-below"))]).collect();
    let skills: Vec<_> = known.skills.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
    let tag = Field {
        name: "tag",
        label: say.text("turn-needs-tag"),
        hint: Some(say.text("turn-needs-tag-hint")),
        value: &typed.tag,
        kind: "text",
    };
    html! {
        form.col.g-5 method="post" action={ (HERE) "/needs" } hx-boost="false" {
            div.tiles.min-s {
                (select(say, "of", ("turn-needs-what", None), &typed.of, &options))
                (tag.markup(say, wrong))
                (select(say, "skill", ("turn-needs-skill", None), &typed.skill, &skills))
            }
            div.row.end-x { button.btn { (icon("plus")) (say.text("turn-needs-add")) } }
        }
    }
}
