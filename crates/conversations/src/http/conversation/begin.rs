//! Writing to a customer first: a page of its own, since there is no conversation yet.

use axum::extract::multipart::Multipart;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform, args};
use serde::Deserialize;

use super::super::lens::Lens;
use super::super::{colleagues, error};
use super::draft::Problem;
use super::speaking::{self, Voice};
use super::write::Sent;
use super::{known, macros};
use crate::commands::{self, CommandError, NewConversation};
use crate::queries;
use crate::rules::states::TEXT_MAX;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Whom one writes to: a customer's id.
    customer: String,
}

/// `GET /conversations/new`: `customer` fills in their address.
///
/// # Errors
/// When the reader may not, or the database cannot be read.
pub async fn new(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let scope =
        allowed(&who.actor(), Action::WorkConversations).and_then(|_| allowed(&who.actor(), Action::ReadPeople))?;
    let mut sent = Sent::default();
    if let Ok(person) = asked.customer.parse() {
        let known = people::person::addresses(&mut p.db.read().await?, &scope, &person).await?;
        sent.text.to = known.into_iter().next().map(|address| address.shown).unwrap_or_default();
    }
    page(&p, &who, &sent, None, StatusCode::OK).await
}

/// `POST /conversations/new` (multipart): `to`, `cc`, `bcc`, `subject`, `from`, `body`, `files`, and `macro`, `act`, `with`
/// of macros; with `use`, that macro is put below the text instead.
///
/// # Errors
/// When the reader may not, or the database cannot be used.
pub async fn create(State(p): State<Platform>, who: Who, form: Multipart) -> Result<Response, Error> {
    let mut sent = Sent::read(form).await?;
    if let Some(used) = &sent.used {
        let said = macros::filled_first(&p, &who, (&sent.text.to, &sent.subject), used).await?;
        let typed = sent.text.body.trim_end().to_owned();
        let both = [typed.as_str(), said.text.as_str()].into_iter().filter(|part| !part.is_empty());
        sent.text.body = both.collect::<Vec<_>>().join("\n\n");
        sent.text.also.add(macros::of(&said));
        return page(&p, &who, &sent, None, StatusCode::OK).await;
    }
    let problem = match sent.recipients() {
        Err(problem) => problem,
        Ok(recipients) => {
            let voices = voices(&p, &who).await?;
            let voice = speaking::of(&voices, Some(&sent.from));
            let new = NewConversation {
                mailbox: voice.and_then(|voice| voice.mailbox.clone()),
                department: voice.and_then(|voice| voice.department.clone()),
                recipients: recipients.unwrap_or_default(),
                subject: sent.subject.clone(),
                body: sent.text.body.clone(),
                files: std::mem::take(&mut sent.files),
                also: sent.text.also.clone(),
            };
            match commands::begin(&p, &who.actor(), new).await {
                Ok((conversation, _)) => return Ok(respond::see(&format!("/conversations/{conversation}"))),
                Err(CommandError::Refused(refusal)) => Problem::Refused(refusal),
                Err(other) => return Err(error(other)),
            }
        }
    };
    page(&p, &who, &sent, Some(&problem), StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn voices(p: &Platform, who: &Who) -> Result<Vec<Voice>, Error> {
    let mut conn = p.db.read().await?;
    let business = crate::settings::business(&mut conn).await?;
    Ok(speaking::voices(who, &mut conn, &business).await?)
}

async fn page(
    p: &Platform,
    who: &Who,
    sent: &Sent,
    problem: Option<&Problem>,
    status: StatusCode,
) -> Result<Response, Error> {
    let lens = Lens::of(p, who, &[]);
    let voices = voices(p, who).await?;
    let from = speaking::choice(lens, &voices, speaking::of(&voices, Some(&sent.from)), &who.staff.name);
    let mut conn = p.db.read().await?;
    let (offered, files) = queries::macros_at_first(&mut conn, &who.staff).await?;
    let departments = people::department::all(&mut conn).await?;
    let staff = colleagues(&mut conn, who, p.clock.business()).await?;
    let above = above(&mut conn, who, lens, &sent.text.to).await?;
    drop(conn);
    let also = &sent.text.also;
    let files: Vec<_> = files.iter().filter(|file| also.files.contains(&file.id)).collect();
    let beside = Beside {
        from: &from,
        menu: macros::first_menu(lens, &offered),
        also: macros::ticked(lens, (&staff, &departments), also, &files, &html! {}),
        above,
    };
    let main = markup(lens, sent, problem, &beside);
    let mut answer = respond::page(status, who.viewer()?.page(p, &lens.text("begin-title"), &main).await?);
    if status != StatusCode::OK {
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    }
    Ok(answer)
}

/// How to write to whom one writes to, if the address is one customer's.
async fn above(conn: &mut Conn, who: &Who, lens: Lens<'_>, to: &str) -> Result<Markup, Error> {
    let may = allowed(&who.actor(), Action::ReadPeople)?;
    let Some(person) = people::person::by_address(conn, &may, to.trim()).await? else { return Ok(html! {}) };
    let file = people::file::card(conn, &may, &person.id).await?;
    Ok(known::above(lens, &file, &people::absence::zone(conn).await?))
}

/// What stands around the text.
struct Beside<'a> {
    /// The choice of the mailbox, with what stands under the text.
    from: &'a Markup,
    /// The list of macros.
    menu: Markup,
    /// What those that were put in add.
    also: Markup,
    /// What to know of whom one writes to, if they are known.
    above: Markup,
}

fn markup(lens: Lens<'_>, sent: &Sent, problem: Option<&Problem>, beside: &Beside<'_>) -> Markup {
    let field = |name: &str, label: &str, value: &str, needed: bool| {
        html! {
            div.field {
                label for={ "begin-" (name) } { (lens.text(label)) }
                input.input id={ "begin-" (name) } name=(name) value=(value) required[needed] autocomplete="off";
            }
        }
    };
    let text = &sent.text;
    let copied = !text.cc.is_empty() || !text.bcc.is_empty();
    html! {
        div.scroll tabindex="0" role="region" aria-label=(lens.text("begin-title")) data-pane {
            div.page.begin {
                header.page-head {
                    a.btn.ghost.icon href="/inbox" data-key="Escape" aria-label=(lens.text("conversation-back")) { (icon("back")) }
                    h1 tabindex="-1" { (lens.text("begin-title")) }
                    p { (lens.text("begin-lead")) }
                }
                @if let Some(problem) = problem {
                    div.callout #begin-error data-tone="bad" role="alert" {
                        (icon("alert"))
                        p {
                            @match problem {
                                Problem::Refused(refusal) => (lens.text(refusal.message())),
                                Problem::BadAddress(piece) => (lens.say.with("composer-bad-address", args![address = piece])),
                            }
                        }
                    }
                }
                form.col.g-6 method="post" action="/conversations/new" enctype="multipart/form-data" {
                    // Enter in a line sends nothing: the first button is the one it presses.
                    button type="submit" disabled hidden {}
                    (field("to", "composer-field-to", &text.to, true))
                    details.fold open[copied] {
                        summary { (icon_small("right")) (lens.text("begin-copies")) }
                        div.col.g-4.mt {
                            (field("cc", "composer-field-cc", &text.cc, false))
                            (field("bcc", "composer-field-bcc", &text.bcc, false))
                        }
                    }
                    (field("subject", "begin-subject", &sent.subject, true))
                    (beside.above)
                    div.field {
                        label for="begin-body" { (lens.text("begin-body")) }
                        textarea.input #begin-body name="body" rows="10" required maxlength=(TEXT_MAX) data-macros="begin-macros" { (text.body) }
                    }
                    div #begin-also { (beside.also) }
                    (beside.from)
                    (files(lens))
                    div.row.wrap {
                        label.btn {
                            (icon("clip")) (lens.text("composer-attach"))
                            input.vh type="file" name="files" multiple data-files="begin-files";
                        }
                        (beside.menu)
                        button.btn.primary.push data-key="Ctrl+Enter" aria-keyshortcuts="Control+Enter" {
                            (icon("send")) (lens.text("begin-send"))
                        }
                    }
                }
            }
        }
    }
}

/// The chosen files, once there are some.
fn files(lens: Lens<'_>) -> Markup {
    html! {
        ul.files #begin-files aria-label=(lens.text("composer-files")) {
            template {
                li.attach {
                    (icon("file")) span data-name {} " " span.quiet.xs data-size {}
                    button.btn.ghost.icon.small type="button" data-remove aria-label=(lens.text("composer-remove")) { (icon("x")) }
                }
            }
        }
    }
}
