//! One rule to be made or changed. Works without scripts: each button sends the form, which comes back as it is to be.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use conversations::{Ending, MacroAct, RuleAct, State as Standing};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::web::save_bar::save_bar;
use platform::{Platform, args};
use serde::Deserialize;

use super::typed::{Line, Typed, Wrong, triggers};
use super::words::Around;
use super::{HERE, id_of, refused};
use crate::automation::{NewRule, Rule, Spec, Trigger, Unit, commands, starters, store};

/// `?from=` of a starting point.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct From {
    from: String,
}

/// `GET /settings/rules/new`.
///
/// # Errors
/// When the reader may not, there is no such rule, or it cannot be read; so for all pages here.
pub async fn new(State(p): State<Platform>, who: Who, Query(asked): Query<From>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    let spec = starters::find(&asked.from).map(|one| one.spec(&who.say)).unwrap_or_default();
    shown(&p, &who, None, &Typed::of(&spec, false), &Wrong::default()).await
}

/// `GET /settings/rules/{id}`.
///
/// # Errors
/// See [`new`].
pub async fn edit(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    shown(&p, &who, Some(&it), &Typed::of_rule(&it), &Wrong::default()).await
}

pub(super) async fn found(p: &Platform, who: &Who, id: &str) -> Result<Rule, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    store::find(&mut p.db.read().await?, &id_of(id)?).await?.ok_or(Error::NotFound)
}

/// `POST /settings/rules`: makes one, or adds to and takes from it as a button says.
///
/// # Errors
/// See [`new`].
pub async fn create(
    State(p): State<Platform>,
    who: Who,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManageSettings)?;
    sent(&p, &who, None, Typed::read(fields)).await
}

/// `POST /settings/rules/{id}`: see [`create`].
///
/// # Errors
/// See [`new`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    sent(&p, &who, Some(it), Typed::read(fields)).await
}

async fn sent(p: &Platform, who: &Who, it: Option<Rule>, mut typed: Typed) -> Result<Response, Error> {
    if typed.acted() {
        return shown(p, who, it.as_ref(), &typed, &Wrong::default()).await;
    }
    let spec: Spec = match typed.wanted() {
        Ok(spec) => spec,
        Err(wrong) => return shown(p, who, it.as_ref(), &typed, &wrong).await,
    };
    let done = match &it {
        Some(it) => commands::change(p, &who.actor(), &it.id, spec).await.map(|()| it.id.clone()),
        None => commands::make(p, &who.actor(), NewRule { spec, enabled: typed.enabled }).await,
    };
    match done {
        Ok(id) => Ok(respond::see(&format!("{HERE}?done=saved#{id}"))),
        Err(failure) => {
            let (field, refusal) = refused(failure)?;
            let wrong = Wrong { fields: vec![(field.to_owned(), refusal.message())], ..Wrong::default() };
            shown(p, who, it.as_ref(), &typed, &wrong).await
        }
    }
}

async fn shown(p: &Platform, who: &Who, it: Option<&Rule>, typed: &Typed, wrong: &Wrong) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let around = Around::read(&mut p.db.read().await?, who).await?;
    let tree = typed.tree.shown(p, who, &wrong.tree).await?;
    let action = it.map_or_else(|| HERE.to_owned(), |it| format!("{HERE}/{}", it.id));
    let problems = wrong.all();
    let body = html! {
        @if !problems.is_empty() {
            div.callout data-tone="bad" role="alert" tabindex="-1" autofocus {
                (icon("alert"))
                h3 { (say.with("settings-wrong", args![count = problems.len()])) }
                ul { @for (field, message) in &problems { li { a href={ "#" (field) } { (say.text(message)) } } } }
            }
        }
        div.row.wrap {
            a.btn.ghost.small href=(HERE) { (icon("back")) (say.text("rules-all")) }
            @if let Some(it) = it {
                a.btn.ghost.small.push href={ (HERE) "/" (it.id) "/trial" } { (icon("eye")) (say.text("rules-try")) }
                a.btn.ghost.small href={ (HERE) "/" (it.id) "/history" } { (icon("clock")) (say.text("rules-history")) }
            }
        }
        form.col.g-7 method="post" action=(action) novalidate {
            // Before all other buttons: it is the one that Enter in a field presses.
            button hidden { (say.text("word-save")) }
            (head(say, typed, wrong, it.is_none()))
            (tree)
            (acts(say, typed, wrong, &around))
            (save_bar(say, None))
        }
    };
    let title = say.text(if it.is_some() { "rules-change" } else { "rules-new" });
    let main = viewer.settings(&title, &say.text("rules-form-lead"), &body);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

/// What it is called and what it waits for.
fn head(say: &Say, typed: &Typed, wrong: &Wrong, new: bool) -> Markup {
    let units = Unit::ALL.map(|unit| (unit.code(), say.text(&format!("rules-unit-{}", unit.code().replace('_', "-")))));
    html! {
        section.card.col.g-6 {
            div.field {
                label for="name" { (say.text("rules-name")) }
                input.input id="name" name="name" value=(typed.name) maxlength="60" autocomplete="off"
                    aria-invalid=[wrong.of("name").map(|_| "true")]
                    aria-describedby=[wrong.of("name").map(|_| "name-e")];
                (error(say, "name", wrong))
            }
            div.field {
                label for="trigger" { (say.text("rules-trigger")) }
                select.input id="trigger" name="trigger" {
                    @for code in triggers() {
                        option value=(code) selected[code == typed.trigger] { (trigger_text(say, &code)) }
                    }
                }
            }
            div.field {
                label for="amount" { (say.text("rules-amount")) }
                div.row.wrap {
                    input.input.num id="amount" name="amount" inputmode="numeric" value=(typed.amount)
                        aria-invalid=[wrong.of("amount").map(|_| "true")]
                        aria-describedby=(if wrong.of("amount").is_some() { "amount-h amount-e" } else { "amount-h" });
                    select.input id="unit" name="unit" aria-label=(say.text("rules-unit")) {
                        @for (code, words) in &units { option value=(code) selected[*code == typed.unit] { (words) } }
                    }
                }
                p.hint #amount-h { (say.text("rules-amount-hint")) }
                (error(say, "amount", wrong))
            }
            @if new {
                label.check {
                    input.box type="checkbox" name="enabled" value="1" checked[typed.enabled];
                    span { (say.text("rules-enabled")) small { (say.text("rules-enabled-hint")) } }
                }
            }
        }
    }
}

fn error(say: &Say, field: &str, wrong: &Wrong) -> Markup {
    html! {
        @if let Some(error) = wrong.of(field) {
            p.error id={ (field) "-e" } { (icon_small("alert")) (say.text(error)) }
        }
    }
}

/// What can be waited for, with dots in place of the time.
fn trigger_text(say: &Say, code: &str) -> String {
    match code.split_once(':') {
        Some(("time", since)) => say.with(&format!("rules-time-{since}"), args![time = "…"]),
        _ => Trigger::from_code(code).map_or_else(String::new, |one| super::words::trigger(say, one)),
    }
}

/// What it does, line by line, and what may be added.
fn acts(say: &Say, typed: &Typed, wrong: &Wrong, around: &Around) -> Markup {
    html! {
        section.card.col.g-5 #acts tabindex="-1" {
            div { h3 { (say.text("rules-acts")) } p.sm.soft { (say.text("rules-acts-hint")) } }
            (error(say, "acts", wrong))
            @for (at, line) in typed.lines.iter().enumerate() {
                div.field {
                    input type="hidden" name="act_kind" value=(line.kind);
                    div.row.wrap {
                        label for={ "a-" (at) } { (kind_text(say, &line.kind)) }
                        (value(say, at, line, wrong, around, typed.fresh == Some(at)))
                        @let label = say.with("rules-drop", args![number = at + 1]);
                        button.btn.ghost.icon.small.push name="do" value={ "drop." (at) } aria-label=(label) title=(label) {
                            (icon("x"))
                        }
                    }
                    (error(say, &format!("a-{at}"), wrong))
                }
            }
            div.row.wrap {
                label.vh for="act_new" { (say.text("rules-add-what")) }
                select.input id="act_new" name="act_new" {
                    @for kind in RuleAct::KINDS { option value=(kind) { (kind_text(say, kind)) } }
                }
                button.btn.small name="do" value="act" { (icon("plus")) (say.text("views-add")) }
            }
        }
    }
}

fn kind_text(say: &Say, kind: &str) -> String {
    match RuleAct::KINDS.into_iter().find(|known| *known == kind) {
        Some(kind) => say.text(&format!("rules-act-{kind}")),
        None => say.text("views-gone"),
    }
}

fn value(say: &Say, at: usize, line: &Line, wrong: &Wrong, around: &Around, fresh: bool) -> Markup {
    let id = format!("a-{at}");
    let described = wrong.of(&id).map(|_| format!("{id}-e"));
    let invalid = wrong.of(&id).map(|_| "true");
    let staff = || around.staff.iter().map(|one| (one.id.to_string(), one.name.clone()));
    let mut options: Vec<(String, String)> = match line.kind.as_str() {
        "state" => [Standing::Open, Standing::WaitingCustomer, Standing::WaitingOthers, Standing::Solved]
            .map(|state| {
                let act = RuleAct::Macro(MacroAct::State(state));
                (state.code().to_owned(), around.does(say, &act))
            })
            .into(),
        "outcome" => Ending::ALL
            .map(|ending| {
                let act = RuleAct::Macro(MacroAct::Outcome(ending));
                (ending.code().to_owned(), around.does(say, &act))
            })
            .into(),
        "assign" => std::iter::once(("nobody".to_owned(), say.text("conversation-nobody")))
            .chain(around.staff.iter().filter(|one| one.takes_work()).map(|one| (one.id.to_string(), one.name.clone())))
            .collect(),
        "department" => std::iter::once(("none".to_owned(), say.text("conversation-department-none")))
            .chain(
                around
                    .departments
                    .iter()
                    .filter(|one| one.closed_at.is_none())
                    .map(|one| (one.id.to_string(), one.name.clone())),
            )
            .collect(),
        "tell" => std::iter::once(("owner".to_owned(), say.text("rules-tell-owner"))).chain(staff()).collect(),
        "follow" => staff().collect(),
        "reply" => around.macros.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        "note" | "checklist" => {
            return html! {
                textarea.input.grow id=(id) name="act_value" rows="3" maxlength=(RuleAct::NOTE_MAX) autofocus[fresh]
                    aria-invalid=[invalid] aria-describedby=[described] { (line.value) }
            };
        }
        "snooze" => {
            return html! {
                input.input.num id=(id) name="act_value" inputmode="numeric" value=(line.value) autofocus[fresh]
                    aria-invalid=[invalid] aria-describedby=[described];
            };
        }
        _ => {
            return html! {
                input.input id=(id) name="act_value" value=(line.value) maxlength="100" autocomplete="off"
                    list="known-tags" autofocus[fresh] aria-invalid=[invalid] aria-describedby=[described];
            };
        }
    };
    // What is gone stays what it is until somebody chooses otherwise.
    if !line.value.is_empty() && !options.iter().any(|(code, _)| *code == line.value) {
        options.push((line.value.clone(), say.text("views-gone")));
    }
    html! {
        select.input id=(id) name="act_value" autofocus[fresh] aria-invalid=[invalid] aria-describedby=[described] {
            @for (code, words) in &options { option value=(code) selected[*code == line.value] { (words) } }
        }
    }
}
