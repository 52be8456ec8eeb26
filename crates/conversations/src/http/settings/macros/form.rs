//! One macro to be written or changed: what it says in each language, what it does, who sees it.

use axum::extract::multipart::Multipart;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{Action, Language};
use maud::{Markup, html};
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::Platform;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::web::save_bar::save_bar;

use super::super::super::chips::state_text;
use super::super::super::conversation::ending;
use super::super::super::files::download;
use super::super::super::pass::Passes;
use super::super::super::{colleagues, error};
use super::super::{Asked, AskedQuery, Field, Wrong, may, page, radios, select, select_or_wrong};
use super::typed::Typed;
use super::{HERE, fitting, pictures, preview};
use crate::commands::{self, CommandError, reader};
use crate::rules::filling::{self, Variable};
use crate::rules::macros::NAME_MAX;
use crate::rules::states::Refusal;
use crate::{Ending, Macro, MacroId, MacroKind, State as Stand, queries, settings};

/// `GET /settings/macros/new`.
///
/// # Errors
/// When the reader may not, there is no such macro, or it cannot be read; so for all pages here.
pub async fn new(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let everyone = reader(&who.staff).manages;
    let typed = Typed { visible: if everyone { "everyone" } else { "own" }.to_owned(), ..Typed::default() };
    shown(&p, &who, None, &typed, &Wrong::default(), &Asked::default()).await
}

/// `GET /settings/macros/{id}`.
///
/// # Errors
/// See [`new`].
pub async fn edit(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): AskedQuery,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    shown(&p, &who, Some(&it), &Typed::of(&it), &Wrong::default(), &asked).await
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<Macro, Error> {
    may(who, Action::WorkConversations)?;
    let id: MacroId = id.parse().map_err(|_| Error::NotFound)?;
    queries::find_macro(&mut p.db.read().await?, &who.staff, &id).await?.ok_or(Error::NotFound)
}

/// `POST /settings/macros` (multipart): makes one, or shows with `do=preview` what it would say.
///
/// # Errors
/// See [`new`].
pub async fn create(State(p): State<Platform>, who: Who, form: Multipart) -> Result<Response, Error> {
    may(&who, Action::WorkConversations)?;
    let typed = Typed::read(form).await?;
    if typed.preview {
        return shown(&p, &who, None, &typed, &Wrong::default(), &Asked::default()).await;
    }
    match commands::make_macro(&p, &who.actor(), typed.wanted(&who.staff.id)).await {
        Ok(_) => Ok(respond::see(&format!("{HERE}?done=saved"))),
        Err(CommandError::Refused(refusal)) => {
            shown(&p, &who, None, &typed, &wrong(&typed, refusal), &Asked::default()).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /settings/macros/{id}` (multipart): see [`create`].
///
/// # Errors
/// See [`new`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let typed = Typed::read(form).await?;
    if typed.preview {
        return shown(&p, &who, Some(&it), &typed, &Wrong::default(), &Asked::default()).await;
    }
    match commands::change_macro(&p, &who.actor(), &it.id, typed.wanted(&who.staff.id)).await {
        Ok(()) => Ok(respond::see(&format!("{HERE}?done=saved"))),
        Err(CommandError::Refused(refusal)) => {
            shown(&p, &who, Some(&it), &typed, &wrong(&typed, refusal), &Asked::default()).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `GET /settings/macros/files/{id}`: a file of a macro, to be looked at.
///
/// # Errors
/// When there is no such file for the reader, or its bytes cannot be read.
pub async fn file(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    may(&who, Action::WorkConversations)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let file = queries::macro_file(&mut conn, &who.staff, &id).await?.ok_or(Error::NotFound)?;
    let bytes = p.blobs.read(&mut conn, &file.blob).await?;
    Ok(download(&file.name, &file.content_type, bytes))
}

/// The field that a refusal is about.
fn wrong(typed: &Typed, refusal: Refusal) -> Wrong {
    let mut wrong = Wrong::default();
    match refusal {
        Refusal::UnknownVariable => {
            for (language, _) in typed.texts.iter().filter(|(_, text)| filling::unknown(text).is_some()) {
                wrong.add(format!("text-{}", language.code()), refusal.message());
            }
        }
        Refusal::NoSuchColleague => wrong.add("assign", refusal.message()),
        Refusal::NoSuchDepartment => wrong.add("department", refusal.message()),
        Refusal::SolvedAway => wrong.add("snooze", refusal.message()),
        Refusal::FilesTooLarge => wrong.add("files", refusal.message()),
        Refusal::NotAPicture | Refusal::PictureTooLarge => wrong.add("picture", refusal.message()),
        Refusal::EmptyMacro | Refusal::TooLong => wrong.add("text-en", refusal.message()),
        other => wrong.add("name", other.message()),
    }
    wrong
}

async fn shown(
    p: &Platform,
    who: &Who,
    it: Option<&Macro>,
    typed: &Typed,
    wrong: &Wrong,
    asked: &Asked,
) -> Result<Response, Error> {
    may(who, Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none());
    let staff = colleagues(&mut conn, who, p.clock.business()).await?;
    let business = settings::business(&mut conn).await?;
    drop(conn);
    let say = &who.say;
    let changes = it.is_none_or(|it| reader(&who.staff).changes(&it.visible));
    let beside = Beside { departments: &departments, staff: &staff, usual: business.language };
    let passes = Passes::of(p, who);
    let action = it.map_or_else(|| HERE.to_owned(), |it| format!("{HERE}/{}", it.id));
    let body = html! {
        div { a.btn.ghost.small href=(HERE) { (icon("back")) (say.text("macros-all")) } }
        @if changes {
            form.col.g-7 method="post" action=(action) enctype="multipart/form-data" novalidate {
                (says(say, typed, wrong, &beside))
                (does(say, typed, wrong, &beside))
                (pictures::part(say, passes, it, typed, wrong))
                (goes_along(say, it, typed, wrong))
                (seen_by(say, typed, &beside, reader(&who.staff).manages))
                (fitting::part(say, typed, &departments, wrong))
                (save_bar(say, Some(html! { button.btn name="do" value="preview" { (icon("eye")) (say.text("macros-preview-do")) } })))
            }
        } @else {
            div.callout { (icon("info")) p { (say.text("macros-not-yours")) } }
        }
        (preview::preview(p, &who.staff, &business, typed, &pictures::shown(passes, it, typed)))
    };
    let head = (if it.is_some() { "macros-change" } else { "macros-new" }, "macros-form-lead");
    page(p, who, head, wrong, asked, &body).await
}

/// What the form offers to choose from.
struct Beside<'a> {
    departments: &'a [Department],
    staff: &'a [Colleague],
    usual: Language,
}

fn says(say: &Say, typed: &Typed, wrong: &Wrong, beside: &Beside<'_>) -> Markup {
    let name = Field {
        name: "name",
        label: say.text("macros-name"),
        hint: Some(say.with("macros-name-hint", platform::args![most = NAME_MAX])),
        value: &typed.name,
        kind: "text",
    };
    html! {
        section.card.col.g-6 {
            (name.markup(say, wrong))
            (radios(say, "kind", "macros-kind", typed.kind.code(), &[
                (MacroKind::Reply.code(), "macros-kind-reply", "macros-kind-reply-why"),
                (MacroKind::Note.code(), "macros-kind-note", "macros-kind-note-why"),
            ]))
            div.col.g-4 {
                h3 { (say.text("macros-texts")) }
                p.sm.soft { (say.text("macros-texts-hint")) }
                @for language in Language::ALL { (one_text(say, typed, wrong, language, beside.usual)) }
                details.fold {
                    summary { (icon("right")) (say.text("macros-variables")) }
                    p.sm.soft { (say.text("macros-variables-hint")) }
                    ul.sm { @for one in Variable::ALL { li { code { "{{" (one.code()) "}}" } " " (say.text(variable(one))) } } }
                }
            }
        }
    }
}

/// The text in one language. Those that are there are open, and the one that the business speaks.
fn one_text(say: &Say, typed: &Typed, wrong: &Wrong, language: Language, usual: Language) -> Markup {
    let id = format!("text-{}", language.code());
    let text = typed.texts.get(&language).map_or("", String::as_str);
    let error = wrong.of(&id);
    html! {
        details.fold open[!text.is_empty() || error.is_some() || language == usual] {
            summary lang=(language.code()) { (language.own_name()) }
            div.field {
                label.vh for=(id) { (say.with("macros-text-in", platform::args![language = language.own_name()])) }
                textarea.input id=(id) name=(id) rows="6" lang=(language.code()) aria-invalid=[error.map(|_| "true")]
                    aria-describedby=[error.map(|_| format!("{id}-e"))] { (text) }
                @if let Some(error) = error {
                    p.error id={ (id) "-e" } {
                        (icon_small("alert")) (say.text(error))
                        @if let Some(unknown) = filling::unknown(text) { " " code { "{{" (unknown) "}}" } }
                    }
                }
            }
        }
    }
}

const fn variable(one: Variable) -> &'static str {
    match one {
        Variable::CustomerName => "macros-variable-customer-name",
        Variable::CustomerFirstName => "macros-variable-customer-first-name",
        Variable::CustomerAddressed => "macros-variable-customer-addressed",
        Variable::AgentName => "macros-variable-agent-name",
        Variable::AgentFirstName => "macros-variable-agent-first-name",
        Variable::ConversationNumber => "macros-variable-conversation-number",
        Variable::ConversationSubject => "macros-variable-conversation-subject",
        Variable::BusinessName => "macros-variable-business-name",
        Variable::BusinessAddress => "macros-variable-business-address",
        Variable::CustomerWrote => "macros-variable-customer-wrote",
        Variable::PromiseWords => "macros-variable-promise-words",
        Variable::PromiseDue => "macros-variable-promise-due",
    }
}

/// What it does to the conversation, with the message or alone.
fn does(say: &Say, typed: &Typed, wrong: &Wrong, beside: &Beside<'_>) -> Markup {
    let as_it_is = || (String::new(), say.text("macros-as-it-is"));
    let states = [Stand::Open, Stand::WaitingCustomer, Stand::WaitingOthers, Stand::Solved];
    let states = states.map(|one| (one.code().to_owned(), say.text(state_text(one))));
    let mut owners = vec![as_it_is(), ("me".into(), say.text("macros-does-take"))];
    owners.push(("nobody".into(), say.text("macros-does-nobody")));
    let workers = beside.staff.iter().filter(|one| one.takes_work());
    owners.extend(workers.map(|one| (one.id.to_string(), one.name.clone())));
    let mut departments = vec![as_it_is()];
    departments.extend(beside.departments.iter().map(|one| (one.id.to_string(), one.name.clone())));
    departments.push(("none".into(), say.text("conversation-department-none")));
    let days = |count: i64| (count.to_string(), say.with("macros-does-snooze", platform::args![count = count]));
    let mut snoozes = vec![as_it_is(), ("reply".into(), say.text("snooze-until-reply"))];
    snoozes.extend([1, 2, 3, 5, 7, 14, 30].map(days));
    if let Some(other) = typed.snooze.parse().ok().filter(|days| ![1, 2, 3, 5, 7, 14, 30].contains(days)) {
        snoozes.push(days(other));
    }
    let words = |name: &'static str, label: &str, value| {
        Field { name, label: say.text(label), hint: Some(say.text("tags-field")), value, kind: "text" }
            .markup(say, wrong)
    };
    let chosen = |name: &str, label: &str, value: &str, options: &[(String, String)]| {
        select_or_wrong(say, name, (label, None), value, options, wrong.of(name))
    };
    let mut outcomes = vec![(String::new(), say.text("outcome-unsaid"))];
    outcomes.extend(Ending::ALL.map(|one| (one.code().to_owned(), say.text(ending::text(one)))));
    let state_options: Vec<_> = std::iter::once(as_it_is()).chain(states).collect();
    html! {
        section.card.col.g-6 {
            div { h3 { (say.text("macros-acts")) } p.sm.soft { (say.text("macros-acts-hint")) } }
            div.tiles.min-m {
                (select(say, "state", ("macros-act-state", None), &typed.state, &state_options))
                (select(say, "outcome", ("outcome-what", Some("macros-act-outcome-hint")), &typed.outcome, &outcomes))
                (chosen("assign", "macros-act-assign", &typed.assign, &owners))
                @if !beside.departments.is_empty() {
                    (chosen("department", "conversation-department", &typed.department, &departments))
                }
                (chosen("snooze", "snooze-title", &typed.snooze, &snoozes))
                (words("tag", "macros-act-tag", &typed.tag))
                (words("untag", "macros-act-untag", &typed.untag))
                div.field {
                    label for="checklist" { (say.text("checklist-title")) }
                    textarea.input #checklist name="checklist" rows="3" aria-describedby="checklist-hint" { (typed.checklist) }
                    p.hint #checklist-hint { (say.text("macros-act-checklist-hint")) }
                }
            }
        }
    }
}

fn goes_along(say: &Say, it: Option<&Macro>, typed: &Typed, wrong: &Wrong) -> Markup {
    let had: Vec<_> = it.into_iter().flat_map(|it| &it.files).filter(|file| file.alt.is_none()).collect();
    let error = wrong.of("files");
    html! {
        section.card.col.g-5 {
            div { h3 { (say.text("macros-files")) } p.sm.soft { (say.text("macros-files-hint")) } }
            @if !had.is_empty() {
                div.row.wrap {
                    @for file in had {
                        label.attach {
                            input.box type="checkbox" name="keep" value=(file.id) checked[typed.keep.contains(&file.id)];
                            a.cut href={ (HERE) "/files/" (file.id) } download hx-boost="false" { (file.name) } " "
                            span.quiet.xs { (say.bytes(u64::try_from(file.size).unwrap_or(0))) }
                        }
                    }
                }
            }
            div.field {
                label for="files" { (say.text("composer-attach")) }
                input.input #files type="file" name="files" multiple aria-invalid=[error.map(|_| "true")]
                    aria-describedby=[error.map(|_| "files-e")];
                @if let Some(error) = error { p.error #files-e { (icon_small("alert")) (say.text(error)) } }
            }
        }
    }
}

/// Whose it is. Those who do not manage what is everybody's have nothing to choose.
fn seen_by(say: &Say, typed: &Typed, beside: &Beside<'_>, manages: bool) -> Markup {
    let mut all = vec![("everyone".to_owned(), say.text("macros-for-everyone"))];
    all.extend(beside.departments.iter().map(|one| (one.id.to_string(), one.name.clone())));
    all.push(("own".to_owned(), say.text("macros-for-me")));
    html! {
        @if manages {
            section.card { (select(say, "visible", ("macros-visible", Some("macros-visible-hint")), &typed.visible, &all)) }
        } @else {
            input type="hidden" name="visible" value="own";
        }
    }
}
