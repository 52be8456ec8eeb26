//! Rows of `rota_swap`: a week of the company's turns that somebody gives to somebody else, by its Monday.

use jiff::civil::Date;
use people::StaffId;
use platform::{Conn, Context, Result, Tx, vals};

/// The table.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE rota_swap (week TEXT NOT NULL, gives TEXT NOT NULL, takes TEXT NOT NULL, PRIMARY KEY (week, gives))",
];

/// The swaps of this week and later: the Monday, who gives and who takes.
pub(crate) async fn swaps(conn: &mut Conn, from: Date) -> Result<Vec<(Date, StaffId, StaffId)>> {
    let sql = "SELECT week, gives, takes FROM rota_swap WHERE week >= $1 ORDER BY week, gives";
    let rows = conn.all(sql, vals![from.to_string()]).await?;
    let swap = |row: &platform::Row| {
        let week = row.text("week")?.parse::<Date>().context("column week")?;
        Ok((week, row.id("gives")?, row.id("takes")?))
    };
    rows.iter().map(swap).collect()
}

/// Keeps a swap; one of the same week and giver is let go of.
pub(crate) async fn put_swap(tx: &mut Tx, week: Date, gives: &StaffId, takes: &StaffId) -> Result<()> {
    let sql = "INSERT INTO rota_swap (week, gives, takes) VALUES ($1, $2, $3) \
               ON CONFLICT (week, gives) DO UPDATE SET takes = excluded.takes";
    tx.run(sql, vals![week.to_string(), gives.as_str(), takes.as_str()]).await?;
    Ok(())
}

/// Lets go of a swap. Whether there was one.
pub(crate) async fn remove_swap(tx: &mut Tx, week: Date, gives: &StaffId) -> Result<bool> {
    let sql = "DELETE FROM rota_swap WHERE week = $1 AND gives = $2";
    Ok(tx.run(sql, vals![week.to_string(), gives.as_str()]).await? > 0)
}
