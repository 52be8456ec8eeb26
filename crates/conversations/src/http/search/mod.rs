//! Searching: the page, which has an address for every search, and what the palette finds while one types.

mod page;
mod palette;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Scope, allowed};
use people::organisation::Organisation;
use people::person::Customer;
use people::staff::Who;
use platform::search::{Asker, Group, Look, Others, Place, is_ready};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform};
use serde::Deserialize;
use words::search::LENGTH_MAX;

use super::lens::Lens;
use super::settings::finding::{self, Found};
use crate::rules::searching::{self as rules, Search};
use crate::searching::{self, Results, Searcher};
use crate::settings;

/// Conversations of one page, and of the palette.
const MOST: i64 = 20;
const MOST_IN_PALETTE: i64 = 6;
/// Customers beside them.
const CUSTOMERS_MOST: i64 = 5;
/// Settings in the palette.
const SETTINGS_MOST: usize = 4;
/// Articles and topics beside them, of each.
const BESIDE_MOST: usize = 6;
const BESIDE_IN_PALETTE: usize = 3;

/// What is searched for, as the address has it. Whatever it says, some page is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    after: String,
}

impl Asked {
    /// As much of the query as is read, in one line.
    fn query(&self) -> String {
        self.q.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LENGTH_MAX).collect::<String>()
    }
}

/// Everything a search found.
#[derive(Default)]
struct Answer {
    results: Results,
    customers: Vec<Customer>,
    organisations: Vec<Organisation>,
    /// What other capabilities found.
    groups: Vec<Group>,
    /// In the palette alone.
    settings: Vec<Found>,
}

/// `GET /search`.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    others: Option<Extension<Others>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let query = asked.query();
    let after = asked.after.parse().ok().map(Place);
    let mut conn = p.db.read().await?;
    let search = rules::read(&query, &who.zone);
    let results = conversations(&p, &mut conn, &who, &search, after, MOST).await?;
    let mut answer = Answer { results, ..Answer::default() };
    if after.is_none() {
        (answer.customers, answer.organisations) = people(&mut conn, &who, &search).await?;
        answer.groups = beside(&p, &mut conn, &who, others, (&query, BESIDE_MOST)).await?;
    }
    let ready = is_ready(&mut conn).await?;
    let names = settings::state_names(&mut conn).await?;
    let main = page::main(Lens::of(&p, &who, &names), query.trim(), &search, &answer, ready);
    let whole = who.viewer()?.page(&p, &who.say.text("search-title"), &main).await?;
    Ok(respond::page(StatusCode::OK, whole))
}

/// `GET /palette`: customers and conversations for what is typed into the palette.
///
/// # Errors
/// See [`show`].
pub async fn palette(
    State(p): State<Platform>,
    who: Who,
    others: Option<Extension<Others>>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let query = asked.query();
    let (kind, text) = palette::kind(&query);
    let mut conn = p.db.read().await?;
    let search = rules::read(text, &who.zone);
    let mut answer = Answer::default();
    if kind.customers() {
        (answer.customers, answer.organisations) = people(&mut conn, &who, &search).await?;
    }
    if kind.conversations() {
        answer.results = conversations(&p, &mut conn, &who, &search, None, MOST_IN_PALETTE).await?;
    }
    let names = settings::state_names(&mut conn).await?;
    if kind.settings() {
        answer.groups = beside(&p, &mut conn, &who, others, (text, BESIDE_IN_PALETTE)).await?;
        answer.settings = finding::find(&who.actor(), &who.say, text);
        answer.settings.truncate(SETTINGS_MOST);
    }
    Ok(respond::page(StatusCode::OK, palette::options(Lens::of(&p, &who, &names), &answer)))
}

async fn conversations(
    p: &Platform,
    conn: &mut Conn,
    who: &Who,
    search: &Search,
    after: Option<Place>,
    most: i64,
) -> Result<Results, Error> {
    let scope: Scope = allowed(&who.actor(), Action::ReadConversations)?;
    let searcher = Searcher { scope: &scope, me: Some(&who.staff.id), after, most };
    Ok(searching::search(&p.words, conn, &searcher, search).await?)
}

/// Customers and organisations by their names and addresses; none when something else of a conversation is asked for.
async fn people(conn: &mut Conn, who: &Who, search: &Search) -> Result<(Vec<Customer>, Vec<Organisation>), Error> {
    let Ok(scope) = allowed(&who.actor(), Action::ReadPeople) else { return Ok((Vec::new(), Vec::new())) };
    if !search.is.is_empty() || search.since.is_some() || search.until.is_some() {
        return Ok((Vec::new(), Vec::new()));
    }
    let customers = people::person::search(conn, &scope, &search.wanted, CUSTOMERS_MOST).await?;
    Ok((customers, people::organisation::search(conn, &scope, &search.wanted, CUSTOMERS_MOST).await?))
}

/// What other capabilities find; nothing where something of a conversation is asked for.
async fn beside(
    p: &Platform,
    conn: &mut Conn,
    who: &Who,
    others: Option<Extension<Others>>,
    (text, most): (&str, usize),
) -> Result<Vec<Group>, Error> {
    let Some(Extension(others)) = others else { return Ok(Vec::new()) };
    let search = rules::read(text, &who.zone);
    if !search.is.is_empty() || search.since.is_some() || search.until.is_some() {
        return Ok(Vec::new());
    }
    let asker = Asker::Colleague(who.actor());
    let look = Look { asker: &asker, text, open: !text.ends_with(' '), language: who.say.language(), most };
    Ok(others.groups(p, conn, look).await?)
}

#[cfg(test)]
mod tests;
