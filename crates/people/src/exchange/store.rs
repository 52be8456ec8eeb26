//! Reads cards, stretch by stretch of the list of customers.

use base::{Language, Scope};
use platform::{Conn, Result};

use super::Card;
use crate::PersonId;
use crate::{file, person};

/// Cards of one stretch.
const AT_ONCE: usize = 500;

/// The next cards of those that the list finds for `search`, and behind whom the rest begins.
///
/// # Errors
/// When the tables cannot be read.
pub async fn cards(
    conn: &mut Conn,
    scope: &Scope,
    search: &str,
    after: Option<&PersonId>,
) -> Result<(Vec<Card>, Option<PersonId>)> {
    let page = person::list(conn, scope, search, after, AT_ONCE).await?;
    let mut cards = Vec::with_capacity(page.customers.len());
    for customer in page.customers {
        let it = customer.person;
        let addresses = person::addresses(conn, scope, &it.id).await?;
        let known = file::card(conn, scope, &it.id).await?;
        let language = known.details.preferences.language.or(it.language);
        cards.push(Card {
            id: it.id.to_string(),
            name: it.name,
            addresses: addresses.into_iter().map(|address| address.shown).collect(),
            phones: known.phones.into_iter().map(|phone| phone.number).collect(),
            organisation: known.organisation.map(|(_, name)| name).unwrap_or_default(),
            title: known.details.title,
            postal: known.details.postal,
            language: language.map(Language::code).unwrap_or_default().to_owned(),
            since: it.created_at,
        });
    }
    Ok((cards, page.next))
}
