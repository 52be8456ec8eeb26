//! The pages of articles: the help centre for everybody, and where colleagues write.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET /help`, `/help/{lang}` | [`help::index`], [`help::centre`] |
//! | `GET /help/{lang}/search`, `…/suggest` | [`help::search`], [`help::suggest`] |
//! | `GET /help/{lang}/topics/{address}` | [`help::category`] |
//! | `GET /help/{lang}/{address}` | [`help::article`], with `Extension<Reads>` |
//! | `POST /help/{lang}/{address}/opinion` | [`help::opinion`], with `Extension<Throttle>` |
//! | `GET /help/pictures/{name}` | [`pictures::show`] |
//! | `GET /help/{lang}/feed.xml`, `/sitemap.xml`, `/robots.txt` | [`feeds`] |
//! | `GET`, `POST /settings/articles` | [`desk::index`], [`desk::create`] |
//! | `GET /settings/articles/new` | [`desk::new`] |
//! | `POST /settings/articles/preview` | [`desk::preview`] |
//! | `GET /settings/articles/missing`, `POST …/missing` | [`desk::missing`], [`desk::forget`] |
//! | `GET`, `POST /settings/articles/categories`, `POST …/{id}`, `…/{id}/move`, `…/{id}/remove` | [`categories`] |
//! | `GET`, `POST /settings/articles/pictures` | [`pictures::index`], [`pictures::create`] |
//! | `GET`, `POST /settings/articles/snippets`, `POST …/{name}`, `…/{name}/remove` | [`snippets`] |
//! | `GET`, `POST /settings/articles/import` | [`bringing`] |
//! | `GET`, `POST /settings/articles/{id}/{lang}` | [`desk::edit`], [`desk::update`] |
//! | `POST /settings/articles/{id}/{lang}/state` | [`desk::turn`] |
//! | `POST /settings/articles/{id}/about` | [`desk::describe`] |
//! | `GET /settings/articles/{id}/{lang}/versions` | [`versions::show`] |
//! | `POST /settings/articles/{id}/{lang}/versions/{number}` | [`versions::restore`] |

pub mod bringing;
pub mod categories;
pub mod desk;
pub mod feeds;
pub mod help;
pub mod pictures;
pub mod snippets;
#[cfg(test)]
mod tests;
pub mod versions;

use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;
use base::Language;
use platform::i18n::Say;
use platform::web::errors::Error;

use super::refusal::{Failure, Refusal};
use super::rules::markdown::Titles;

/// What a handler does about a command that the person cannot mend where they are.
fn error(failure: Failure) -> Error {
    match failure {
        Failure::Refused(Refusal::Forbidden) => Error::Forbidden,
        Failure::Refused(Refusal::NotFound) => Error::NotFound,
        Failure::Refused(refusal) => Error::invalid(refusal.message()),
        Failure::Fault(fault) => Error::Fault(fault),
    }
}

/// A language of an address: its code and nothing like it.
fn language(code: &str) -> Result<Language, Error> {
    Language::ALL.into_iter().find(|one| one.code() == code).ok_or(Error::NotFound)
}

/// What stands above callouts.
fn titles(say: &Say) -> Titles {
    ["help-note", "help-tip", "help-important", "help-warning", "help-caution"].map(|id| say.text(id))
}

/// What a form of several parts that cannot be read is answered with.
fn broken(error: &MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}
