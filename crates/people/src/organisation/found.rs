//! By which words an organisation is found: its name, its domains and what stands in its fields, written in the transaction that changes them.

use base::Scope;
use platform::db::Conn;
use platform::search::{self, Ask, Document, Later, Only, Shelf, Source};
use platform::{Result, Tx, vals};
use words::search::Wanted;

use super::model::Organisation;
use super::store;
use crate::field;
use crate::ids::OrganisationId;

/// Writes an organisation anew into the index, after whatever was changed.
pub(crate) async fn index(tx: &mut Tx, id: &OrganisationId) -> Result<()> {
    match document(tx, id).await? {
        Some(document) => search::put(tx, &document).await,
        None => search::forget(tx, id.as_str()).await,
    }
}

async fn document(conn: &mut Conn, id: &OrganisationId) -> Result<Option<Document>> {
    let Some(it) = store::find(conn, &Scope::All, id).await? else { return Ok(None) };
    let mut said = vec![it.name];
    said.extend(store::domains(conn, id).await?);
    said.extend(field::words(conn, id.as_str()).await?);
    Ok(Some(Document {
        shelf: Shelf::Organisations,
        subject: id.to_string(),
        thread: id.to_string(),
        at: it.created_at,
        language: None,
        text: said.join("\n"),
        marks: Vec::new(),
    }))
}

/// The organisations that are found, the newest first; none for whom `scope` leaves out.
///
/// # Errors
/// When the tables cannot be read.
pub async fn search(conn: &mut Conn, scope: &Scope, wanted: &Wanted, most: i64) -> Result<Vec<Organisation>> {
    if wanted.all.is_empty() || *scope != Scope::All {
        return Ok(Vec::new());
    }
    let only = Only::default();
    let ask = Ask { wanted, shelf: Shelf::Organisations, since: None, until: None, after: None, only: &only, most };
    let mut found = Vec::new();
    for hit in search::find(conn, &ask).await? {
        if let Ok(id) = hit.subject.parse() {
            found.extend(store::find(conn, scope, &id).await?);
        }
    }
    Ok(found)
}

/// All organisations, for an index that is made anew.
#[derive(Clone, Copy, Debug, Default)]
pub struct Organisations;

impl Source for Organisations {
    fn name(&self) -> &'static str {
        "organisations"
    }

    fn count<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, i64> {
        Box::pin(conn.number("SELECT COUNT(*) AS n FROM organisation", vals![]))
    }

    fn page<'a>(
        &'a self,
        tx: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)> {
        Box::pin(async move {
            let sql = format!(
                "SELECT id FROM organisation WHERE ($1 = '' OR id < $1) ORDER BY id DESC LIMIT $2{}",
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
