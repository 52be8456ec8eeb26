//! What a customer goes through: the card of their file, and its changes.

use axum::extract::{Path, State};
use axum::response::Response;
use base::{Action, allowed};
use jiff::civil::Date;
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::{Platform, args};
use serde::Deserialize;

use super::entry::{Input, choice};
use super::{Shown, finish, named};
use crate::care::{self, CareFlag, CareId, CareKind, NewCare, rules};
use crate::refusal::{Answer, Refusal};
use crate::staff::Who;

/// A flag as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    kind: String,
    why: String,
    until: String,
}

impl Typed {
    fn read(&self) -> Result<NewCare, Refusal> {
        let until = match self.until.trim() {
            "" => None,
            day => Some(day.parse::<Date>().map_err(|_| Refusal::NotADay)?),
        };
        let kind = CareKind::from_code(&self.kind).unwrap_or(CareKind::Other);
        Ok(NewCare { kind, why: self.why.clone(), until })
    }
}

fn flag_id(id: &str) -> Result<CareId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `POST /customers/{id}/care`: says that they are treated with care. `kind`, `why`, and `until` a day or nothing.
///
/// # Errors
/// When there is no such customer or the reader may not; so for all changes.
pub async fn set(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::EditPeople)?;
    let person = named(&id)?;
    let mut tx = p.begin().await?;
    let answer: Answer<CareId> = match new.read() {
        Ok(read) => care::set(&mut tx, &who.actor(), &person, &read).await,
        Err(refusal) => Err(refusal.into()),
    };
    finish(&p, &who, &person, tx, answer, ("care", &new.why)).await
}

/// `POST /customers/{id}/care/{flag}`: changes a flag, or lets it hold until another day.
///
/// # Errors
/// See [`set`].
pub async fn change(
    who: Who,
    State(p): State<Platform>,
    Path((id, flag)): Path<(String, String)>,
    Form(new): Form<Typed>,
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::EditPeople)?;
    let (person, flag) = (named(&id)?, flag_id(&flag)?);
    let mut tx = p.begin().await?;
    let answer: Answer<()> = match new.read() {
        Ok(read) => care::change(&mut tx, &who.actor(), &person, &flag, &read).await,
        Err(refusal) => Err(refusal.into()),
    };
    finish(&p, &who, &person, tx, answer, (&format!("care-{flag}"), &new.why)).await
}

/// `POST /customers/{id}/care/{flag}/end`: ends a flag before its day.
///
/// # Errors
/// See [`set`].
pub async fn end(
    who: Who,
    State(p): State<Platform>,
    Path((id, flag)): Path<(String, String)>,
) -> Result<Response, Error> {
    let _ = allowed(&who.actor(), Action::EditPeople)?;
    let (person, flag) = (named(&id)?, flag_id(&flag)?);
    let mut tx = p.begin().await?;
    let answer = care::end(&mut tx, &who.actor(), &person, &flag).await;
    finish(&p, &who, &person, tx, answer, ("care", "")).await
}

pub(super) fn card(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let holding = shown.file.cared(shown.now);
    html! {
        @if shown.edits || !holding.is_empty() {
            section.card.col.g-5 #care aria-labelledby="care-t" {
                header { h2 #care-t { (say.text("care-title")) } }
                @if holding.is_empty() { p.quiet.sm { (say.text("care-none")) } }
                @for flag in holding { (line(shown, flag)) }
                (adding(shown))
            }
        }
    }
}

fn line(shown: &Shown<'_>, flag: &CareFlag) -> Markup {
    let say = &shown.who.say;
    let kind = say.text(flag.kind.message());
    let day = rules::day_of(flag.ends_at, &shown.house);
    let by = flag.set_by.as_ref().and_then(|id| shown.staff.iter().find(|one| one.id == *id));
    let wrong = shown.wrong(&format!("care-{}", flag.id));
    let what = html! {
        (icon("heart"))
        span.col.g-0 {
            span { b { (kind) } " " (flag.why) }
            span.quiet.sm {
                (say.with("care-until-day", args![day = say.day(day)]))
                @if let Some(by) = by { " · " (by.name) }
            }
        }
    };
    let typed = Fields {
        id: flag.id.to_string(),
        kind: flag.kind,
        why: wrong.as_ref().map_or(&flag.why, |(typed, _)| typed),
        until: day.to_string(),
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let path = shown.path(&format!("care/{}", flag.id));
    let forms = html! {
        form.col.g-4 method="post" action=(path) { (fields(shown, &typed)) }
        form method="post" action={ (path) "/end" } {
            button.btn.small { (icon("x")) (say.text("care-end")) span.vh { " " (kind) } }
        }
    };
    shown.line(&what, &say.with("customers-change", args![what = &kind]), wrong.is_some(), &forms)
}

fn adding(shown: &Shown<'_>) -> Markup {
    let wrong = shown.wrong("care");
    let typed = Fields {
        id: "new".to_owned(),
        kind: CareKind::Bereavement,
        why: wrong.as_ref().map_or("", |(typed, _)| typed),
        until: String::new(),
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    let form = html! { form.col.g-4 method="post" action=(shown.path("care")) { (fields(shown, &typed)) } };
    shown.more(&shown.who.say.text("care-add"), wrong.is_some(), &form)
}

/// What stands in the form of a flag.
struct Fields<'a> {
    /// The flag, or `new`.
    id: String,
    kind: CareKind,
    why: &'a str,
    until: String,
    error: Option<String>,
}

fn fields(shown: &Shown<'_>, typed: &Fields<'_>) -> Markup {
    let say = &shown.who.say;
    let kinds: Vec<_> =
        CareKind::ALL.into_iter().map(|kind| (kind.code(), say.text(kind.message()), kind == typed.kind)).collect();
    let (why, until) = (format!("care-why-{}", typed.id), format!("care-until-{}", typed.id));
    let why = Input {
        id: &why,
        name: "why",
        label: say.text("care-why"),
        kind: "text",
        value: typed.why,
        required: true,
        hint: Some(say.text("care-why-hint")),
        error: typed.error.clone(),
    };
    let until = Input {
        id: &until,
        name: "until",
        label: say.text("care-until"),
        kind: "date",
        value: &typed.until,
        required: false,
        hint: Some(say.text("care-until-hint")),
        error: None,
    };
    html! {
        (choice(&format!("care-kind-{}", typed.id), "kind", &say.text("care-kind"), &kinds))
        (why.markup())
        (until.markup())
        div.row.end-x { button.btn { (say.text("word-save")) } }
    }
}
