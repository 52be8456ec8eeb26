//! The help centre: open to anybody, kept by anybody on the way where nobody is signed in. Its language is part of
//! its addresses.

mod hall;
mod page;
mod reads;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::ToSpan as _;
use platform::i18n;
use platform::search::{Asker, Group, Look, Others};
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::guard::Peer;
use platform::web::respond;
use platform::{Conn, Platform};
use serde::Deserialize;

use super::language;
use crate::articles::found::{self, QUERY_MAX};
use crate::articles::model::Reader;
use crate::articles::rules::{markdown, snippets};
use crate::articles::store::{self, Counted};
pub(super) use hall::{Hall, kept};
pub use reads::Reads;

/// Articles on the first page that many read.
const MUCH_READ: i64 = 6;
/// Days that count for that.
const LATELY_DAYS: i64 = 30;
/// Articles of a category, at most.
const IN_CATEGORY: i64 = 200;
/// Articles beside one.
const BESIDE: i64 = 4;
/// Results of a search, and of one that goes on.
const RESULTS: usize = 20;
const SUGGESTED: usize = 6;
/// What else is found, of each kind.
const BESIDE_RESULTS: usize = 8;
const BESIDE_SUGGESTED: usize = 3;

/// `GET /help`: to the reader's language.
///
/// # Errors
/// None; so that all pages here look alike.
pub async fn index(headers: HeaderMap) -> Result<Response, Error> {
    let language = i18n::chosen(&headers).unwrap_or_else(|| i18n::of_request(&headers));
    Ok(respond::see(&format!("/help/{}", language.code())))
}

/// `GET /help/{lang}`: the search, the categories, what many read.
///
/// # Errors
/// When there is no such page, or the tables cannot be read; so for all pages here.
pub async fn centre(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(lang): Path<String>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    let of = hall.language();
    let per_category = store::per_category(&mut conn, hall.reader, of).await?;
    let since = hall.today.saturating_sub(LATELY_DAYS.days());
    let ids = store::most_read(&mut conn, hall.reader, of, since, MUCH_READ).await?;
    let mut much = store::by_ids(&mut conn, hall.reader, &ids).await?;
    if much.is_empty() {
        much = store::newest(&mut conn, hall.reader, of, MUCH_READ).await?;
    }
    let guided = crate::guides::store::any_live(&mut conn).await?;
    drop(conn);
    Ok(page::centre(&hall, &headers, &per_category, (&much, guided)))
}

/// `GET /help/{lang}/topics/{address}`: a category; a blog is one with dates.
///
/// # Errors
/// See [`centre`].
pub async fn category(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path((lang, address)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    let it = hall.categories.iter().find(|one| one.address == address).ok_or(Error::NotFound)?;
    let all = store::in_category(&mut conn, hall.reader, hall.language(), &it.id, it.dated, IN_CATEGORY).await?;
    drop(conn);
    Ok(page::category(&hall, &headers, it, &all))
}

/// `?said=thanks`, after an opinion.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    said: String,
}

/// `GET /help/{lang}/{address}`. An address that an article once had leads to the one it has.
///
/// # Errors
/// See [`centre`].
pub async fn article(
    State(p): State<Platform>,
    Extension(reads): Extension<Reads>,
    headers: HeaderMap,
    Path((lang, address)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    let found = store::by_address(&mut conn, hall.reader, hall.language(), &address).await?;
    let it = found.ok_or(Error::NotFound)?;
    if it.address != address {
        return Ok(hall.moved(&it.address));
    }
    let siblings = store::siblings(&mut conn, hall.reader, &it.article).await?;
    let mut beside = match &it.category {
        Some(id) => store::in_category(&mut conn, hall.reader, hall.language(), id, false, BESIDE + 1).await?,
        None => Vec::new(),
    };
    beside.retain(|one| one.article != it.article);
    let fillings = store::fillings(&mut conn, hall.language(), hall.business.language).await?;
    drop(conn);
    // What colleagues read tells nothing of what customers need.
    if hall.reader != Reader::Colleague {
        reads.add(&p, hall.today, &it.id).await;
    }
    let shown = markdown::show(&snippets::fill(&it.draft.body, &fillings), &super::titles(&hall.say));
    Ok(page::article(&hall, &headers, &it, &shown, &siblings, &beside, !asked.said.is_empty()))
}

/// What somebody thinks of an article.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Opinion {
    said: String,
}

/// `POST /help/{lang}/{address}/opinion`: `said` is `helped`, `not`, `unclear`, `wrong` or `other`. It is counted, and
/// nobody is named.
///
/// # Errors
/// See [`centre`]; and when somebody says too much.
pub async fn opinion(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    Peer(peer): Peer,
    headers: HeaderMap,
    Path((lang, address)): Path<(String, String)>,
    Form(typed): Form<Opinion>,
) -> Result<Response, Error> {
    let said = Counted::from_code(&typed.said).filter(|said| said.is_opinion());
    let said = said.ok_or_else(|| Error::invalid("problem-invalid-body"))?;
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    let it = store::by_address(&mut conn, hall.reader, hall.language(), &address).await?.ok_or(Error::NotFound)?;
    drop(conn);
    throttle.check(&[Key::Account(&format!("help:{peer}"))]).map_err(|wait| Error::TooMany(wait.0))?;
    let mut tx = p.begin().await?;
    store::add_count(&mut tx, hall.today, &it.id, said, 1).await?;
    tx.commit().await?;
    Ok(respond::see(&format!("/help/{lang}/{}?said=thanks#opinion", it.address)))
}

/// What is looked for, as the address has it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sought {
    q: String,
}

/// `GET /help/{lang}/search?q=…`: what it finds. A question that finds nothing is told to colleagues, unless it may
/// hold something personal.
///
/// # Errors
/// See [`centre`].
pub async fn search(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    others: Option<Extension<Beside>>,
    Peer(peer): Peer,
    headers: HeaderMap,
    Path(lang): Path<String>,
    Query(sought): Query<Sought>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    let query = one_line(&sought.q, QUERY_MAX);
    let answered = found::look(&p, &mut conn, hall.reader, hall.language(), &query, false, RESULTS).await?;
    let passages = found::passages(&mut conn, hall.reader, &answered).await?;
    let groups = beside(&p, &mut conn, &hall, others, (&query, false, BESIDE_RESULTS)).await?;
    drop(conn);
    let is_missing =
        answered.articles.is_empty() && groups.is_empty() && hall.reader != Reader::Colleague && may_be_kept(&query);
    if is_missing && throttle.check(&[Key::Account(&format!("missing:{peer}"))]).is_ok() {
        let mut tx = p.begin().await?;
        let now = tx.now();
        store::add_missing(&mut tx, hall.language(), &query.to_lowercase(), now).await?;
        tx.commit().await?;
    }
    Ok(page::results(&hall, &query, &answered, &passages, &groups))
}

/// What else is found, such as questions of the community: (question, whether it goes on, lines of each at most).
async fn beside(
    p: &Platform,
    conn: &mut Conn,
    hall: &Hall,
    others: Option<Extension<Beside>>,
    (text, open, most): (&str, bool, usize),
) -> Result<Vec<Group>, Error> {
    let Some(Extension(Beside(others))) = others else { return Ok(Vec::new()) };
    let asker = if hall.reader == Reader::Customer { Asker::Customer } else { Asker::Stranger };
    let look = Look { asker: &asker, text, open, language: hall.language(), most };
    Ok(others.groups(p, conn, look).await?)
}

/// What the search of the help centre asks besides articles, as an extension of the request.
#[derive(Clone, Copy)]
pub struct Beside(pub Others);

/// Whether a question is one, and holds no address and no long number: those are somebody's.
fn may_be_kept(query: &str) -> bool {
    let digits = query.chars().filter(char::is_ascii_digit).count();
    let letters = query.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && digits < 5 && !query.contains('@')
}

/// `GET /help/{lang}/suggest?q=…`: what the words typed so far lead to, as a list.
///
/// # Errors
/// See [`centre`].
pub async fn suggest(
    State(p): State<Platform>,
    others: Option<Extension<Beside>>,
    headers: HeaderMap,
    Path(lang): Path<String>,
    Query(sought): Query<Sought>,
) -> Result<Response, Error> {
    let (mut conn, hall) = Hall::of(&p, &headers, language(&lang)?).await?;
    let query = one_line(&sought.q, QUERY_MAX);
    let answered = found::look(&p, &mut conn, hall.reader, hall.language(), &query, true, SUGGESTED).await?;
    let groups = beside(&p, &mut conn, &hall, others, (&query, true, BESIDE_SUGGESTED)).await?;
    Ok(page::suggested(&hall, &answered, &groups))
}
