//! Settings: which fields of its own the business keeps about customers and organisations.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, Tx, args};
use serde::Deserialize;

use super::customer::entry::{Input, choice, line};
use super::on_form;
use crate::field::{self, About, Field, Kind, NewField};
use crate::ids::FieldId;
use crate::refusal::{Answer, Refusal};
use crate::staff::Who;

const HERE: &str = "/settings/fields";

/// A field as typed.
#[derive(Debug, Default)]
struct Typed {
    about: String,
    name: String,
    kind: String,
    choices: String,
    required: Vec<String>,
}

impl Typed {
    /// Boxes of the same name come once each.
    fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "about" => typed.about = value,
                "name" => typed.name = value,
                "kind" => typed.kind = value,
                "choices" => typed.choices = value,
                "required" => typed.required.push(value),
                _ => {}
            }
        }
        typed
    }

    fn wanted(&self) -> NewField {
        NewField {
            about: About::from_code(&self.about).unwrap_or(About::Person),
            name: self.name.clone(),
            kind: Kind::from_code(&self.kind).unwrap_or(Kind::Text),
            choices: self.choices.clone(),
            required: self.required.clone(),
        }
    }
}

/// What was wrong: with which field (none = the new one), what was typed, and why not.
type Wrong = (Option<FieldId>, Typed, Refusal);

/// `GET /settings/fields`.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers.
pub async fn show(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    page(&p, &who, StatusCode::OK, None).await
}

/// Makes a field.
///
/// # Errors
/// See [`show`].
pub async fn create(
    who: Who,
    State(p): State<Platform>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let typed = Typed::read(fields);
    let mut tx = p.begin().await?;
    let answer = field::add(&mut tx, &who.actor(), &typed.wanted()).await.map(drop);
    finish(&p, &who, tx, answer, (None, typed)).await
}

/// Changes one.
///
/// # Errors
/// See [`show`].
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let typed = Typed::read(fields);
    let id: FieldId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    let answer = field::change(&mut tx, &who.actor(), &id, &typed.wanted()).await;
    finish(&p, &who, tx, answer, (Some(id), typed)).await
}

/// Which way, and whether.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Turn {
    up: String,
    retired: String,
}

/// Asks for one no more, or again.
///
/// # Errors
/// See [`show`].
pub async fn retire(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(turn): Form<Turn>,
) -> Result<Response, Error> {
    let id: FieldId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    let answer = field::retire(&mut tx, &who.actor(), &id, !turn.retired.is_empty()).await;
    finish(&p, &who, tx, answer, (Some(id), Typed::default())).await
}

/// Moves one up or down.
///
/// # Errors
/// See [`show`].
pub async fn arrange(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(turn): Form<Turn>,
) -> Result<Response, Error> {
    let id: FieldId = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = p.begin().await?;
    let answer = field::arrange(&mut tx, &who.actor(), &id, !turn.up.is_empty()).await;
    finish(&p, &who, tx, answer, (Some(id), Typed::default())).await
}

async fn finish(
    p: &Platform,
    who: &Who,
    tx: Tx,
    answer: Answer<()>,
    (id, typed): (Option<FieldId>, Typed),
) -> Result<Response, Error> {
    if let Err(failure) = answer {
        drop(tx);
        let wrong = Some((id, typed, on_form(failure)?));
        let mut answer = page(p, who, StatusCode::UNPROCESSABLE_ENTITY, wrong).await?;
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
        return Ok(answer);
    }
    tx.commit().await?;
    Ok(respond::see(HERE))
}

async fn page(p: &Platform, who: &Who, status: StatusCode, wrong: Option<Wrong>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let fields = field::all(&mut p.db.read().await?).await?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let body = html! {
        @for about in About::ALL { (list(who, &fields, about, wrong.as_ref())) }
        (new_one(who, wrong.as_ref()))
    };
    let title = say.text("fields-title");
    let main = viewer.settings(&title, &say.text("fields-lead"), &body);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn kind_name(who: &Who, kind: Kind) -> String {
    who.say.text(&format!("fields-kind-{}", kind.code()))
}

fn list(who: &Who, fields: &[Field], about: About, wrong: Option<&Wrong>) -> Markup {
    let say = &who.say;
    let title = say.text(&format!("fields-about-{}", about.code()));
    let of = |retired| move |field: &&Field| field.about == about && field.retired == retired;
    let ours: Vec<&Field> = fields.iter().filter(of(false)).collect();
    let gone: Vec<&Field> = fields.iter().filter(of(true)).collect();
    html! {
        section.card.col.g-4 aria-label=(title) {
            header { h3 { (title) } }
            @if ours.is_empty() { p.quiet.sm { (say.text("fields-none")) } }
            @else {
                @let last = ours.len().saturating_sub(1);
                ul.col.g-2 { @for (n, field) in ours.into_iter().enumerate() { li { (one(who, field, (n > 0, n < last), wrong)) } } }
            }
            @if !gone.is_empty() {
                p.sm.quiet { (say.text("fields-retired")) }
                ul.col.g-2 { @for field in gone { li { (retired(who, field)) } } }
            }
        }
    }
}

/// `up` and `down`: whether there is one before it, and behind it.
fn one(who: &Who, field: &Field, (up, down): (bool, bool), wrong: Option<&Wrong>) -> Markup {
    let say = &who.say;
    let wrong = wrong.filter(|(id, _, _)| id.as_ref() == Some(&field.id));
    let what = html! {
        span { (field.name) } span.quiet.sm { (kind_name(who, field.kind)) }
        @if !field.required.is_empty() { span.chip { (say.text("fields-required")) } }
    };
    let typed = wrong.map(|(_, typed, refusal)| (typed, say.text(refusal.message())));
    let path = format!("{HERE}/{}", field.id);
    let forms = html! {
        form.col.g-4 method="post" action=(path) {
            (inputs(who, field.id.as_str(), Some(field), typed))
            div.row.end-x { button.btn { (say.text("word-save")) } }
        }
        div.row.wrap.g-3 {
            @for (able, way, text) in [(up, "1", "fields-up"), (down, "", "fields-down")] {
                @if able {
                    form method="post" action={ (path) "/move" } {
                        input type="hidden" name="up" value=(way);
                        button.btn.small { (say.text(text)) }
                    }
                }
            }
            form.push method="post" action={ (path) "/retired" } {
                input type="hidden" name="retired" value="1";
                button.btn.small.danger aria-describedby={ (field.id) "-retire-h" } { (say.text("fields-retire")) }
            }
        }
        p.sm.quiet id={ (field.id) "-retire-h" } { (say.text("fields-retire-hint")) }
    };
    line(&what, &say.with("customers-change", args![what = &field.name]), wrong.is_some(), &forms)
}

fn retired(who: &Who, field: &Field) -> Markup {
    let say = &who.say;
    html! {
        form.row method="post" action={ (HERE) "/" (field.id) "/retired" } {
            span.soft { (field.name) } span.quiet.sm { (kind_name(who, field.kind)) }
            input type="hidden" name="retired" value="";
            button.btn.small.push aria-label=(say.with("fields-restore-one", args![name = &field.name])) { (say.text("fields-restore")) }
        }
    }
}

/// The steps before which it is asked for. A new one may be about anything: the steps that do not fit count for nothing.
fn steps(who: &Who, id: &str, field: Option<&Field>) -> Markup {
    let say = &who.say;
    let all: Vec<&str> = match field {
        Some(field) => field.about.steps().to_vec(),
        None => [About::Person.steps(), About::Conversation.steps()].concat(),
    };
    html! {
        fieldset.col.g-3 {
            legend.label { (say.text("fields-required")) }
            @for step in all {
                label.check for={ (id) "-" (step) } {
                    input.box id={ (id) "-" (step) } type="checkbox" name="required" value=(step)
                        checked[field.is_some_and(|field| field.required.iter().any(|one| one == step))];
                    span { (say.text(&format!("fields-before-{}", step.replace('_', "-")))) }
                }
            }
        }
    }
}

fn inputs(who: &Who, id: &str, field: Option<&Field>, typed: Option<(&Typed, String)>) -> Markup {
    let say = &who.say;
    let words = field.map(|field| field.choices.join("\n")).unwrap_or_default();
    let name = Input {
        id: &format!("{id}-name"),
        name: "name",
        label: say.text("fields-name"),
        kind: "text",
        value: typed.as_ref().map_or(field.map_or("", |field| &field.name), |(typed, _)| &typed.name),
        required: true,
        hint: None,
        error: typed.as_ref().map(|(_, error)| error.clone()),
    };
    let choices = Input {
        id: &format!("{id}-choices"),
        name: "choices",
        label: say.text("fields-choices"),
        kind: "text",
        value: typed.as_ref().map_or(&words, |(typed, _)| &typed.choices),
        required: false,
        hint: Some(say.text("fields-choices-hint")),
        error: None,
    };
    html! {
        (name.markup())
        @if field.is_none_or(|field| field.kind == Kind::Choice) { (choices.text(3)) }
        (steps(who, id, field))
    }
}

fn new_one(who: &Who, wrong: Option<&Wrong>) -> Markup {
    let say = &who.say;
    let typed = wrong.filter(|(id, _, _)| id.is_none()).map(|(_, typed, refusal)| (typed, say.text(refusal.message())));
    let before = typed.as_ref().map(|(typed, _)| (typed.about.clone(), typed.kind.clone())).unwrap_or_default();
    let abouts =
        About::ALL.map(|one| (one.code(), say.text(&format!("fields-about-{}", one.code())), one.code() == before.0));
    let kinds = Kind::ALL.map(|one| (one.code(), kind_name(who, one), one.code() == before.1));
    html! {
        form.card.col.g-5 method="post" action=(HERE) aria-labelledby="new-t" {
            h3 #new-t { (say.text("fields-new")) }
            (choice("about", "about", &say.text("fields-about"), &abouts))
            (choice("kind", "kind", &say.text("fields-kind"), &kinds))
            (inputs(who, "new", None, typed))
            div.row.end-x { button.btn.primary { (say.text("fields-add")) } }
        }
    }
}
