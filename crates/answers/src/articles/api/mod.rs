//! Articles for programs: written, published, counted; their categories, pictures and snippets. The wiring takes
//! [`routes()`].

mod about;
mod beside;
mod categories;
mod texts;

use std::collections::BTreeMap;

use base::Language;
use platform::Platform;
use platform::api::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::{ArticleId, Names};
use super::refusal::{Failure, Refusal};

/// Every route of this capability.
#[must_use]
pub fn routes() -> OpenApiRouter<Platform> {
    OpenApiRouter::default()
        .routes(routes!(about::list, about::create))
        .routes(routes!(about::show, about::update))
        .routes(routes!(texts::save))
        .routes(routes!(texts::turn))
        .routes(routes!(texts::versions, texts::restore))
        .routes(routes!(texts::counts))
        .routes(routes!(categories::list, categories::create))
        .routes(routes!(categories::update, categories::delete))
        .routes(routes!(categories::shift))
        .routes(routes!(beside::missing))
        .routes(routes!(beside::see_to))
        .routes(routes!(beside::add_picture))
        .routes(routes!(beside::snippets))
        .routes(routes!(beside::set_snippet, beside::delete_snippet))
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(Refusal::Forbidden) => base::Forbidden.into(),
            Failure::Refused(Refusal::NotFound) => Self::not_found(),
            Failure::Refused(refusal) => Self::refused(&refusal.code(), refusal.to_string()),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

fn named(id: &str) -> Result<ArticleId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// A language of an address.
fn spoken(code: &str) -> Result<Language, Problem> {
    Language::ALL.into_iter().find(|one| one.code() == code).ok_or_else(Problem::not_found)
}

/// A language of a body, or of a parameter.
pub(crate) fn known(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|one| one.code() == code)
}

pub(crate) fn codes(names: Names) -> BTreeMap<String, String> {
    names.0.into_iter().map(|(language, text)| (language.code().to_owned(), text)).collect()
}

pub(crate) fn names(at: &str, texts: BTreeMap<String, String>) -> Result<Names, Problem> {
    let read = |(code, text): (String, String)| {
        let language = known(&code).ok_or_else(|| Problem::field(at, "has a language that is not known"))?;
        Ok((language, text))
    };
    Ok(Names(texts.into_iter().map(read).collect::<Result<_, Problem>>()?))
}
