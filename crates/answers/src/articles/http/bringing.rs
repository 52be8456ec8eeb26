//! Articles from elsewhere: files of Markdown and HTML, a packed folder of them, or what another help centre gives away.

use axum::extract::State;
use axum::extract::multipart::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::args;
use platform::web::errors::Error;

use super::desk::{HERE, page, refused};
use super::{broken, error};
use crate::articles::commands::{self, Became, Brought};
use crate::articles::refusal::{Failure, Refusal};
use crate::articles::rules::bringing::File;
use crate::articles::unpacking::unpacked;

/// Largest body with files in it.
pub const BODY_MAX: usize = 64 * 1024 * 1024;
/// Rows of the report on the page.
const SHOWN: usize = 500;

/// `GET /settings/articles/import`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read.
pub async fn show(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let usual = conversations::settings::business(&mut p.db.read().await?).await?.language;
    shown(&p, &who, usual, None, None).await
}

async fn shown(
    p: &Platform,
    who: &Who,
    usual: Language,
    refusal: Option<Refusal>,
    done: Option<(&[Brought], bool)>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::PublishArticles)?;
    let say = &who.say;
    let body = html! {
        (refused(who, refusal))
        @if let Some((all, dry)) = done { (report(who, all, dry)) }
        form.card.col.g-5 method="post" action={ (HERE) "/import" } enctype="multipart/form-data" novalidate {
            p.soft { (say.text("articles-bring-why")) }
            div.field {
                label for="files" { (say.text("articles-bring-files")) }
                input.input #files type="file" name="files" multiple accept=".md,.markdown,.html,.htm,.json,.zip,image/*"
                    aria-describedby="files-h";
                p.hint #files-h { (say.text("articles-bring-files-hint")) }
            }
            div.field {
                label for="language" { (say.text("articles-bring-usual")) }
                select.input #language name="language" {
                    @for one in Language::ALL {
                        option value=(one.code()) selected[one == usual] { (one.own_name()) }
                    }
                }
            }
            p.row.wrap {
                button.btn name="do" value="look" { (say.text("articles-bring-look")) }
                button.btn.primary name="do" value="take" { (say.text("articles-bring-take")) }
            }
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(p, who, status, &say.text("articles-bring"), &body).await
}

fn report(who: &Who, all: &[Brought], dry: bool) -> Markup {
    let say = &who.say;
    let count = |of: fn(Became) -> bool| all.iter().filter(|one| of(one.became)).count();
    let taken = count(|became| matches!(became, Became::New | Became::Translation));
    let (known, not) = (count(|became| became == Became::Known), count(|became| matches!(became, Became::Refused(_))));
    html! {
        section.card.col.g-4 aria-labelledby="report-h" {
            h3 #report-h { (say.text(if dry { "articles-bring-would" } else { "articles-bring-did" })) }
            p { (say.with("articles-bring-counts", args![taken = taken, known = known, refused = not])) }
            div.table-wrap tabindex="0" role="group" aria-labelledby="report-h" { table.table {
                thead { tr {
                    th scope="col" { (say.text("articles-bring-place")) }
                    th scope="col" { (say.text("articles-title")) }
                    th scope="col" { (say.text("word-language")) }
                    th scope="col" { (say.text("articles-category")) }
                    th scope="col" { (say.text("articles-bring-result")) }
                } }
                tbody {
                    @for one in all.iter().take(SHOWN) {
                        tr {
                            td { (one.place) }
                            td { (one.title) }
                            td { (one.language.map_or("", Language::own_name)) }
                            td { (one.category) }
                            td {
                                (say.text(one.became.message()))
                                @if one.without > 0 {
                                    " " (say.with("articles-bring-without", args![n = one.without]))
                                }
                            }
                        }
                    }
                }
            } }
            @if all.len() > SHOWN { p.quiet { (say.with("articles-bring-more", args![n = all.len() - SHOWN])) } }
        }
    }
}

/// `POST /settings/articles/import` (multipart): `files`, `language`, and `do`, which is `look` or `take`.
///
/// # Errors
/// See [`show`].
pub async fn create(State(p): State<Platform>, who: Who, mut form: Multipart) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::PublishArticles)?;
    let (mut files, mut wish, mut usual) = (Vec::new(), String::new(), Language::default());
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        match field.name().unwrap_or_default() {
            "files" => {
                let path = field.file_name().unwrap_or_default().replace('\\', "/");
                let bytes = field.bytes().await.map_err(|error| broken(&error))?.to_vec();
                if !path.is_empty() {
                    files.push(File { path, bytes });
                }
            }
            "do" => wish = field.text().await.map_err(|error| broken(&error))?,
            "language" => {
                let code = field.text().await.map_err(|error| broken(&error))?;
                usual = Language::ALL.into_iter().find(|one| one.code() == code).unwrap_or_default();
            }
            _ => {}
        }
    }
    let dry = wish != "take";
    let answer = match unpacked(files) {
        Ok(files) => commands::bring(&p, &who.actor(), &files, usual, dry).await,
        Err(refusal) => Err(refusal.into()),
    };
    match answer {
        Ok(all) => shown(&p, &who, usual, None, Some((&all, dry))).await,
        Err(Failure::Refused(refusal)) if refusal != Refusal::Forbidden => {
            shown(&p, &who, usual, Some(refusal), None).await
        }
        Err(failure) => Err(error(failure)),
    }
}
