//! What deliveries to other programs hold of a customer: erased. What was told already, other programs have.

use people::privacy::{About, Field, Gone, Holder, Kind, Later};
use platform::{Conn, Result, Tx, vals};

/// Deliveries read at once.
const STEP: i64 = 500;

/// The log of webhooks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deliveries;

impl Holder for Deliveries {
    /// Copies of facts that the customer's history tells.
    fn held<'a>(&'a self, _: &'a mut Conn, _: &'a About) -> Later<'a, Vec<Field>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn erase<'a>(&'a self, tx: &'a mut Tx, of: &'a About, gone: &'a mut Gone) -> Later<'a, ()> {
        Box::pin(erase(tx, of, gone))
    }
}

async fn erase(tx: &mut Tx, of: &About, gone: &mut Gone) -> Result<()> {
    let mut after = String::new();
    loop {
        let sql = "SELECT id, body, answer FROM webhook_delivery WHERE id > $1 ORDER BY id LIMIT $2";
        let rows = tx.all(sql, vals![after.as_str(), STEP]).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.text("id")?;
        for row in &rows {
            if gone.is_told(of, &row.text("body")?) || gone.is_told(of, &row.text("answer")?) {
                tx.run("DELETE FROM webhook_delivery WHERE id = $1", vals![row.text("id")?]).await?;
                gone.count(Kind::Answers, 1);
            }
        }
    }
}
