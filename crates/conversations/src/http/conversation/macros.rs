//! Macros where one writes: a list that `/` or a button opens, what the chosen one says, and what it does, which can
//! be unticked before it is sent.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::super::lens::Lens;
use super::super::{acts, colleagues, error, undoing};
use super::composer::{Kind, To};
use super::draft::Draft;
use super::{look, refused, sending};
use crate::commands::{self, CommandError, Filled, First};
use crate::queries::Offered;
use crate::rules::recipients;
use crate::{Also, ConversationId, DraftText, MacroFile, MacroId, MacroKind, MessageKind, PromiseChoices, queries};

impl Kind {
    /// The kind of macro that fits this form, if any does.
    const fn macros(self) -> Option<MacroKind> {
        match self {
            Self::Reply => Some(MacroKind::Reply),
            Self::Note => Some(MacroKind::Note),
            Self::Forward => None,
        }
    }
}

/// The id of the list that belongs to a form, for whoever may use macros.
pub(super) fn list_of(lens: Lens<'_>, kind: Kind) -> Option<String> {
    kind.macros().filter(|_| lens.works).map(|_| format!("{}-macros", kind.code()))
}

/// The button that opens the list, and the list. Without scripts its buttons send the form to be filled in.
pub(super) fn menu(lens: Lens<'_>, to: &To<'_>, kind: Kind) -> Markup {
    let (Some(_), Some(fits)) = (list_of(lens, kind), kind.macros()) else { return html! {} };
    let path = format!("/conversations/{}/macros", to.conversation);
    let query = format!("?kind={}", kind.code());
    list(lens, to.macros, fits, &List { form: kind.code(), path: &path, query: &query, include: None })
}

/// The same where one writes first: what is typed above goes along, for it fills in the text.
pub(super) fn first_menu(lens: Lens<'_>, macros: &[Offered]) -> Markup {
    let (path, include) = ("/conversations/new/macros", Some("#begin-to, #begin-subject"));
    list(lens, macros, MacroKind::Reply, &List { form: "begin", path, query: "", include })
}

/// Where a list stands, and where its buttons lead.
struct List<'a> {
    form: &'a str,
    path: &'a str,
    query: &'a str,
    /// Fields that fill in the text; the form is then sent where it always goes.
    include: Option<&'a str>,
}

fn list(lens: Lens<'_>, macros: &[Offered], fits: MacroKind, at: &List<'_>) -> Markup {
    let all: Vec<&Offered> = queries::for_form(macros, fits).collect();
    let text = lens.text("macros-use");
    let id = format!("{}-macros", at.form);
    // Where it does not fit it is still found: by its name, or behind one press.
    let (fitting, others): (Vec<&Offered>, Vec<&Offered>) = all.into_iter().partition(|one| one.fits);
    html! {
        button.btn.ghost.icon.small type="button" popovertarget=(id) aria-label=(text) title=(text) { (icon("slash")) }
        div.menu.scroll id=(id) popover data-macro-list {
            @if fitting.is_empty() && others.is_empty() {
                p.pad-bar.sm { (lens.text("macros-none-here")) }
                a.item href="/settings/macros/new" { (icon("plus")) (lens.text("macros-new")) }
            } @else {
                input.input type="search" data-filter data-first hidden autocomplete="off" aria-label=(lens.text("macros-find"))
                    placeholder=(lens.text("macros-find"));
                p.pad-bar.sm.quiet data-nothing hidden role="status" { (lens.text("macros-nothing")) }
                @for one in &fitting { (item(one, at)) }
                @if !others.is_empty() {
                    details.fold.pad-bar {
                        summary { (icon("right")) (lens.say.with("macros-show-all", args![count = others.len()])) }
                        @for one in &others { (item(one, at)) }
                    }
                }
            }
        }
    }
}

fn item(one: &Offered, at: &List<'_>) -> Markup {
    let path = at.path;
    html! {
        button.item type="submit" name="use" value=(one.id) data-name=(one.name) formnovalidate
            formaction=[at.include.is_none().then_some(path)]
            formenctype=[at.include.is_none().then_some("application/x-www-form-urlencoded")]
            hx-get={ (path) "/" (one.id) (at.query) } hx-target={ "#" (at.form) "-also" } hx-include=[at.include]
            hx-swap="beforeend" {
            (icon(if one.has_text { "slash" } else { "auto" })) (one.name)
        }
    }
}

/// What macros add to what is written, all of it ticked. Further ones are put behind it.
pub(super) fn added(lens: Lens<'_>, to: &To<'_>, draft: &Draft) -> Markup {
    if list_of(lens, draft.kind).is_none() {
        return html! {};
    }
    let also = &draft.text.also;
    let files: Vec<_> = to.macro_files.iter().filter(|file| also.files.contains(&file.id)).collect();
    html! {
        div id={ (draft.kind.code()) "-also" } { @if !also.is_empty() { (piece(lens, to, also, &files, draft.text.is_empty())) } }
    }
}

/// What one macro adds, or several. `alone` is whether it can be done without a message.
fn piece(lens: Lens<'_>, to: &To<'_>, also: &Also, files: &[&MacroFile], alone: bool) -> Markup {
    let action = format!("/conversations/{}/acts", to.conversation);
    html! {
        (ticked(lens, (to.staff, to.departments), also, files, &html! {
            @if alone && !also.acts.is_empty() {
                button.btn.small type="submit" formaction=(action) formnovalidate
                    formenctype="application/x-www-form-urlencoded" hx-post=(action)
                    hx-encoding="application/x-www-form-urlencoded" hx-target="#main" hx-select="#main"
                    hx-swap="outerHTML" { (icon("check")) (lens.text("macros-only-do")) }
            }
        }))
    }
}

/// Its acts and files, each to be unticked, and what stands behind them.
pub(super) fn ticked(
    lens: Lens<'_>,
    (staff, departments): (&[Colleague], &[Department]),
    also: &Also,
    files: &[&MacroFile],
    behind: &Markup,
) -> Markup {
    html! {
        @for id in &also.macros { input type="hidden" name="macro" value=(id); }
        @if !also.acts.is_empty() || !files.is_empty() {
            fieldset.pad-bar {
                legend.xs.quiet { (lens.text("macros-also")) }
                div.row.wrap {
                    @for act in &also.acts {
                        label.attach {
                            input.box type="checkbox" name="act" value=(act.code()) checked;
                            span { (acts::words(lens.say, act, staff, departments)) }
                        }
                    }
                    @for file in files {
                        label.attach {
                            input.box type="checkbox" name="with" value=(file.id) checked;
                            @if let (Some(alt), Some(passes)) = (&file.alt, lens.passes) {
                                span.shot { img src=(passes.macro_picture(&file.id)) alt=(alt); }
                                span.cut { (file.name) } " "
                                span.quiet.xs { (lens.text("macros-picture-below")) }
                            } @else {
                                (icon_small("clip")) span.cut { (file.name) } " "
                                span.quiet.xs { (lens.say.bytes(u64::try_from(file.size).unwrap_or(0))) }
                            }
                        }
                    }
                    (behind)
                }
            }
        }
    }
}

/// What the script puts in: the text at the caret, and what it does below.
fn chosen(lens: Lens<'_>, to: &To<'_>, kind: Kind, said: &Filled) -> Markup {
    let also = of(said);
    let files: Vec<_> = said.of.files.iter().collect();
    html! {
        (put_in(lens, said, &piece(lens, to, &also, &files, said.text.is_empty())))
        @if kind == Kind::Reply && !also.acts.is_empty() {
            hx-partial hx-target="#reply-send" hx-swap="outerHTML" { (sending::send(lens, "macros-send", "acts")) }
        }
    }
}

fn put_in(lens: Lens<'_>, said: &Filled, piece: &Markup) -> Markup {
    html! {
        div data-insert=(said.text) data-said=(lens.say.with("macros-put-in", args![name = &said.of.name])) {
            @if let (Some(missing), Some(language)) = (said.missing, said.language) {
                p.hint.pad-bar role="status" {
                    (lens.say.with("macros-fallback", args![missing = missing.own_name(), language = language.own_name()]))
                }
            }
            (piece)
        }
    }
}

/// What is typed above the text where one writes first.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AtFirst {
    to: String,
    subject: String,
}

pub(super) async fn filled_first(
    p: &Platform,
    who: &Who,
    (to, subject): (&str, &str),
    used: &MacroId,
) -> Result<Filled, Error> {
    let may = allowed(&who.actor(), Action::WorkConversations);
    let scope = may.and_then(|_| allowed(&who.actor(), Action::ReadPeople))?;
    let to = recipients::read(to).ok().and_then(|all| all.into_iter().next());
    let first = First { to, subject: subject.to_owned() };
    match commands::filled_first(&mut p.db.read().await?, &scope, &who.staff, &first, used).await {
        Err(CommandError::Refused(_)) => Err(Error::NotFound),
        other => other.map_err(error),
    }
}

/// `GET /conversations/new/macros/{macro}`: what a macro puts in where one writes first; `to` and `subject` as typed.
///
/// # Errors
/// See [`show`].
pub async fn show_first(
    State(p): State<Platform>,
    who: Who,
    Path(used): Path<String>,
    Query(typed): Query<AtFirst>,
) -> Result<Response, Error> {
    let used: MacroId = used.parse().map_err(|_| Error::NotFound)?;
    let said = filled_first(&p, &who, (&typed.to, &typed.subject), &used).await?;
    let mut conn = p.db.read().await?;
    let departments = people::department::all(&mut conn).await?;
    let staff = colleagues(&mut conn, &who, p.clock.business()).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &[]);
    let files: Vec<_> = said.of.files.iter().collect();
    let piece = ticked(lens, (&staff, &departments), &of(&said), &files, &html! {});
    Ok(respond::page(StatusCode::OK, put_in(lens, &said, &piece)))
}

pub(super) fn of(said: &Filled) -> Also {
    let files = said.of.files.iter().map(|file| file.id.clone()).collect();
    Also { macros: vec![said.of.id.clone()], acts: said.of.acts.clone(), files }
}

/// The form that a macro is put into.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kind: String,
}

async fn filled(p: &Platform, who: &Who, id: &ConversationId, used: &MacroId) -> Result<Filled, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let id = queries::where_merged(&mut conn, id).await?;
    let conversation = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    match commands::filled(&mut conn, &p.i18n, &who.staff, &conversation, used).await {
        // Nothing that a form could show: it is gone.
        Err(CommandError::Refused(_)) => Err(Error::NotFound),
        other => other.map_err(error),
    }
}

/// `GET /conversations/{id}/macros/{macro}`: what a macro puts into the form of `kind`.
///
/// # Errors
/// When the reader may not, there is no such conversation or macro, or the database cannot be read; so for all.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path((id, used)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let used: MacroId = used.parse().map_err(|_| Error::NotFound)?;
    let said = filled(&p, &who, &id, &used).await?;
    let mut conn = p.db.read().await?;
    let departments = people::department::all(&mut conn).await?;
    let staff = colleagues(&mut conn, &who, p.clock.business()).await?;
    drop(conn);
    let zone = jiff::tz::TimeZone::UTC;
    let to = To { staff: &staff, departments: &departments, ..To::nobody(&id, &zone) };
    let lens = Lens::of(&p, &who, &[]);
    Ok(respond::page(StatusCode::OK, chosen(lens, &to, Kind::from_code(&asked.kind), &said)))
}

/// The fields of a form of the composer that macros touch.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// `reply` or `note`.
    pub kind: String,
    /// The macro that is to be put in.
    used: Option<MacroId>,
    /// What was said of promises in it.
    pub promises: PromiseChoices,
    /// Everything else.
    pub text: DraftText,
}

impl Fields {
    pub fn read(fields: Vec<(String, String)>) -> Self {
        let mut read = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "kind" => read.kind = value,
                "use" => read.used = value.parse().ok(),
                "body" => read.text.body = value,
                "to" => read.text.to = value,
                "cc" => read.text.cc = value,
                "bcc" => read.text.bcc = value,
                "about" => read.text.about = value.parse().ok(),
                "like" => read.text.like = value.parse().ok(),
                // Once or several times, or all of them with a comma between them.
                "keep" => read.text.keep.extend(value.split(',').filter_map(|id| id.parse().ok())),
                _ if look::read(&mut read.promises, &name, &value) => {}
                _ => also(&mut read.text.also, &name, &value),
            }
        }
        read
    }
}

/// Reads the fields of [`piece`].
pub(super) fn also(into: &mut Also, name: &str, value: &str) {
    match name {
        "macro" => into.macros.extend(value.split(',').filter_map(|id| id.parse::<MacroId>().ok())),
        "with" => into.files.extend(value.split(',').filter_map(|id| id.parse::<crate::MacroFileId>().ok())),
        "act" => {
            let acts = value.lines().filter_map(crate::MacroAct::from_code).collect();
            into.add(Also { acts, ..Also::default() });
        }
        _ => {}
    }
}

/// `POST /conversations/{id}/macros`: puts a macro below what is typed, and keeps both as a draft. For browsers without
/// scripts.
///
/// # Errors
/// See [`show`].
pub async fn put(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let Fields { kind, used, mut text, .. } = Fields::read(fields);
    let said = filled(&p, &who, &id, &used.ok_or(Error::NotFound)?).await?;
    let typed = text.body.trim_end().to_owned();
    let both = [typed.as_str(), said.text.as_str()].into_iter().filter(|part| !part.is_empty());
    text.body = both.collect::<Vec<_>>().join("\n\n");
    text.also.add(of(&said));
    let kind = if kind == "note" { MessageKind::Note } else { MessageKind::Reply };
    commands::save_draft(&p, &who.actor(), &id, kind, &text).await.map_err(error)?;
    let code = kind.code();
    Ok(respond::see(&format!("/conversations/{id}?compose={code}#{code}")))
}

/// `POST /conversations/{id}/acts`: does what macros say without a message.
///
/// # Errors
/// See [`show`].
pub async fn act(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let also = Fields::read(fields).text.also;
    match commands::act(&p, &who.actor(), &id, None, also).await {
        Ok(step) => Ok(respond::see(&undoing::with_step(&format!("/conversations/{id}"), step.as_ref()))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &id, refusal).await,
        Err(other) => Err(error(other)),
    }
}
