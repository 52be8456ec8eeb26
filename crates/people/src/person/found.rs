//! By which words a customer is found: names, addresses, phones, notes and what stands in their fields, written in the transaction that changes
//! them.

use base::Scope;
use platform::db::Conn;
use platform::search::{self, Ask, Document, Hit, Later, Only, Shelf, Source};
use platform::{Result, Tx, vals};
use words::search::Wanted;

use super::model::Person;
use super::store;
use crate::PersonId;

/// Writes a customer anew into the index, after whatever was changed.
///
/// # Errors
/// When the tables cannot be used.
pub async fn index(tx: &mut Tx, id: &PersonId) -> Result<()> {
    match document(tx, id).await? {
        Some(document) => search::put(tx, &document).await,
        None => search::forget(tx, id.as_str()).await,
    }
}

/// Takes a customer out of the index for good, with the words that only they had.
pub(crate) async fn unfind(tx: &mut Tx, id: &PersonId) -> Result<()> {
    let document = document(tx, id).await?;
    search::erase(tx, document.as_slice()).await
}

async fn document(tx: &mut Tx, id: &PersonId) -> Result<Option<Document>> {
    let Some(person) = store::find(tx, &Scope::All, id).await? else { return Ok(None) };
    let addresses = store::addresses(tx, &Scope::All, id).await?;
    let sql = "SELECT name AS said FROM person_name WHERE person = $1 UNION ALL \
               SELECT number AS said FROM person_phone WHERE person = $1 UNION ALL \
               SELECT body AS said FROM person_note WHERE person = $1";
    let more = tx.all(sql, vals![id.as_str()]).await?;
    let Person { id, name, created_at, .. } = person;
    let mut said = vec![name];
    said.extend(addresses.into_iter().map(|address| address.shown));
    for row in more {
        let text = row.text("said")?;
        // A phone number is found in one piece, too.
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let number = text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
        said.extend(number.then_some(digits));
        said.push(text);
    }
    said.extend(crate::field::words(tx, id.as_str()).await?);
    Ok(Some(Document {
        shelf: Shelf::People,
        subject: id.to_string(),
        thread: id.to_string(),
        at: created_at,
        // Notes are in any language.
        language: None,
        text: said.join("\n"),
        marks: Vec::new(),
    }))
}

/// The customers that are found, who came last first, within `scope`.
///
/// # Errors
/// When the tables cannot be read.
pub async fn search(conn: &mut Conn, scope: &Scope, wanted: &Wanted, most: i64) -> Result<Vec<super::Customer>> {
    if wanted.all.is_empty() {
        return Ok(Vec::new());
    }
    let only = only(scope);
    let ask = Ask { wanted, shelf: Shelf::People, since: None, until: None, after: None, only: &only, most };
    let ids: Vec<String> = search::find(conn, &ask).await?.into_iter().map(|Hit { subject, .. }| subject).collect();
    let mut found = store::customers(conn, scope, &ids).await?;
    found.sort_by_key(|one| ids.iter().position(|id| *id == one.person.id.as_str()));
    Ok(found)
}

/// Which customers a scope lets be found.
fn only(scope: &Scope) -> Only {
    let mut only = Only::default();
    match scope {
        Scope::All => {}
        Scope::Own(id) => {
            let place = only.bind(id.as_str());
            only.holds(format!("d.subject = {place}"));
        }
        // Customers belong to no department; who asks so sees none.
        Scope::Departments(_) => only.holds("1 = 0".to_owned()),
    }
    only
}

/// All customers, for an index that is made anew.
#[derive(Clone, Copy, Debug, Default)]
pub struct Customers;

impl Source for Customers {
    fn name(&self) -> &'static str {
        "customers"
    }

    fn count<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, i64> {
        Box::pin(conn.number("SELECT COUNT(*) AS n FROM person", vals![]))
    }

    fn page<'a>(
        &'a self,
        tx: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)> {
        Box::pin(async move {
            let sql = format!(
                "SELECT id FROM person WHERE ($1 = '' OR id < $1) ORDER BY id DESC LIMIT $2{}",
                tx.engine().for_update()
            );
            let rows = tx.all(&sql, vals![after.unwrap_or_default(), most]).await?;
            let mut documents = Vec::with_capacity(rows.len());
            for row in &rows {
                documents.extend(document(tx, &row.id("id")?).await?);
            }
            Ok((documents, rows.last().map(|row| row.text("id")).transpose()?))
        })
    }
}
