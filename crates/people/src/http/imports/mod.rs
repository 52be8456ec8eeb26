//! Customers out of a file: the page that takes one, what would become of it, how far it is, and its report.

mod looking;
mod report;
mod typed;

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Action, allowed};
use maud::{Markup, html};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};

use super::on_form;
use crate::field::{self, About};
use crate::import::{self, Import, ImportId, State as Stage, Upload, Wanted};
use crate::refusal::Refusal;
use crate::staff::Who;

const HERE: &str = "/customers/import";
/// Files that the page lists.
const LISTED: i64 = 20;
/// Largest body with a file in it.
pub const BODY_MAX: usize = import::FILE_MAX + 64 * 1024;

/// Where one file has its page.
fn page_of(id: &ImportId) -> String {
    format!("/customers/imports/{id}")
}

/// `GET /customers/import`: the form for a file, and those that came before.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers.
pub async fn index(who: Who, State(p): State<Platform>) -> Result<Response, Error> {
    bringing(&p, &who, StatusCode::OK, None).await
}

/// `POST /customers/import` (multipart, `file`): takes a file, and goes to its page. Nothing is written of it yet.
///
/// # Errors
/// See [`index`].
pub async fn create(who: Who, State(p): State<Platform>, mut form: Multipart) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::ManagePrivacy)?;
    while let Some(mut part) = form.next_field().await.map_err(|error| broken(&error))? {
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().unwrap_or_default().to_owned();
        let mut upload = Upload::begin(&p, &who.staff, &name).await?;
        let taken = loop {
            match part.chunk().await {
                Ok(None) => break upload.end(who.staff.language, &Wanted::default()).await,
                Ok(Some(bytes)) => {
                    if let Err(failure) = upload.push(&bytes).await {
                        break Err(failure);
                    }
                }
                Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                    break Err(Refusal::FileTooLarge.into());
                }
                Err(error) => return Err(broken(&error)),
            }
        };
        return match taken {
            Ok(it) => Ok(respond::see(&page_of(&it.id))),
            Err(failure) => {
                let refusal = on_form(failure)?;
                bringing(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, Some(refusal)).await
            }
        };
    }
    bringing(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, Some(Refusal::FileEmpty)).await
}

fn broken(error: &MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}

/// `GET /customers/imports/{id}`.
///
/// # Errors
/// See [`index`].
pub async fn show(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    page(&p, &who, &it, StatusCode::OK, None).await
}

async fn found(p: &Platform, who: &Who, id: &str) -> Result<Import, Error> {
    let _all = allowed(&who.actor(), Action::ManagePrivacy)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    Ok(import::load(&mut p.db.read().await?, &who.actor(), &id).await?)
}

/// `POST /customers/imports/{id}`: reads the file as the form says; with `do=start` begins.
///
/// # Errors
/// See [`index`].
pub async fn update(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let (wanted, starts) = typed::wanted(&fields, &it.plan);
    let mut tx = p.begin().await?;
    let mut done = import::read_as(&mut tx, &who.actor(), &it.id, &wanted).await;
    if done.is_ok() && starts {
        done = import::start(&mut tx, &who.actor(), &it.id).await;
    }
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&page_of(&it.id)))
        }
        Err(failure) => {
            drop(tx);
            let refusal = on_form(failure)?;
            page(&p, &who, &it, StatusCode::UNPROCESSABLE_ENTITY, Some(refusal)).await
        }
    }
}

/// `POST /customers/imports/{id}/stop`: stops before the end, or lets go of a file that has not begun.
///
/// # Errors
/// See [`index`].
pub async fn stop(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let mut tx = p.begin().await?;
    import::stop(&mut tx, &who.actor(), &it.id).await?;
    tx.commit().await?;
    Ok(respond::see(if it.state == Stage::Waiting { HERE.to_owned() } else { page_of(&it.id) }.as_str()))
}

/// `GET /customers/imports/{id}/report.csv`: what became of every row.
///
/// # Errors
/// See [`index`].
pub async fn report_csv(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let text = report::csv(&p, &who, &it).await?;
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"import-report.csv\"")),
    ];
    let mut answer = (head, text).into_response();
    respond::seal(&mut answer);
    Ok(answer)
}

async fn bringing(p: &Platform, who: &Who, status: StatusCode, wrong: Option<Refusal>) -> Result<Response, Error> {
    let listed = import::list(&mut p.db.read().await?, &who.actor(), None, LISTED).await?;
    let say = &who.say;
    let most = say.number(i64::try_from(import::FILE_MAX >> 20).unwrap_or_default());
    let body = html! {
        form.card.col.g-5 method="post" action=(HERE) enctype="multipart/form-data" {
            p.soft { (say.text("imports-lead")) }
            div.field {
                label for="file" { (say.text("imports-file")) }
                input.input #file type="file" name="file" required accept=".csv,.txt,.tsv,.vcf,text/csv,text/vcard"
                    aria-invalid=[wrong.map(|_| "true")] aria-describedby=[Some(if wrong.is_some() { "file-e" } else { "file-h" })];
                p.hint #file-h { (say.with("imports-file-hint", args![most = &most])) }
                @if let Some(refusal) = wrong { p.error #file-e { (icon_small("alert")) (say.text(refusal.message())) } }
            }
            div.row.end-x { button.btn.primary { (say.text("imports-look")) } }
        }
        @if !listed.is_empty() { (earlier(who, &listed)) }
    };
    answer(p, who, status, &body).await
}

async fn answer(p: &Platform, who: &Who, status: StatusCode, body: &Markup) -> Result<Response, Error> {
    let title = who.say.text("imports-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    h1 tabindex="-1" { (title) }
                    div.row.acts { a.btn href="/customers" { (icon("users")) (who.say.text("customers-title")) } }
                }
                (body)
            }
        }
    };
    let mut answer = respond::page(status, who.viewer()?.page(p, &title, &main).await?);
    if status != StatusCode::OK {
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    }
    Ok(answer)
}

fn earlier(who: &Who, listed: &[Import]) -> Markup {
    let say = &who.say;
    html! {
        section.col.g-4 aria-labelledby="earlier-t" {
            h2 #earlier-t { (say.text("imports-earlier")) }
            div.table-wrap tabindex="0" role="group" aria-labelledby="earlier-t" {
                table.table {
                    thead {
                        tr {
                            @for id in ["imports-file", "imports-when", "imports-state", "imports-outcome-added",
                                "imports-outcome-filled", "imports-outcome-same", "imports-outcome-refused"] {
                                th scope="col" { (say.text(id)) }
                            }
                        }
                    }
                    tbody {
                        @for it in listed {
                            tr {
                                th scope="row" { a href=(page_of(&it.id)) { (it.name) } }
                                td.nowrap { time datetime=(it.at) { (say.full(it.at, &who.zone)) } }
                                td { (say.text(it.state.message())) }
                                @for outcome in import::Outcome::ALL { td { (say.number(it.counts.of(outcome))) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

async fn page(
    p: &Platform,
    who: &Who,
    it: &Import,
    status: StatusCode,
    wrong: Option<Refusal>,
) -> Result<Response, Error> {
    let body = if it.state == Stage::Waiting {
        let fields = field::of(&mut p.db.read().await?, About::Person).await?;
        let rows = import::rehearse(p, &who.actor(), it).await?;
        looking::markup(who, it, &fields, &rows)
    } else {
        let (mut conn, asked) = (p.db.read().await?, (Some(import::Outcome::Refused), 0));
        let refused = import::lines(&mut conn, &who.actor(), &it.id, asked, report::SHOWN).await?;
        report::markup(who, it, &refused)
    };
    let body = html! {
        @if let Some(refusal) = wrong {
            div.callout data-tone="bad" role="alert" { (icon("alert")) p { (who.say.text(refusal.message())) } }
        }
        (body)
    };
    answer(p, who, status, &body).await
}

/// What was not taken in, in words.
fn remarks(who: &Who, line: &import::Line) -> Vec<String> {
    let word = |one: &import::Remark| {
        let text = who.say.text(one.why.message());
        if one.column.is_empty() { text } else { format!("{}: {text}", one.column) }
    };
    line.remarks.iter().map(word).collect()
}
