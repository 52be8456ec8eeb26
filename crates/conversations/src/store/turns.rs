//! Who had which turn, how many open conversations everybody has, what waits for somebody, and how turns went round. A
//! turn is given by one transaction after the other: [`take_number`] holds all who come after.

use std::collections::HashMap;

use base::Instant;
use jiff::civil::Date;
use people::{DepartmentId, StaffId};
use platform::db::Value;
use platform::{Conn, Result, Tx, vals};

use crate::ids::ConversationId;
use crate::rules::turns::PassedOver;

/// The table; the number of the newest turn lies in `sequence`.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE turn_taken (staff TEXT PRIMARY KEY, number BIGINT NOT NULL, at BIGINT NOT NULL)",
    "INSERT INTO sequence (name, value) VALUES ('turn', 0)",
];

/// What nobody could take when it came; and by day and department how many turns everybody got and why they were passed
/// over. `department` is empty for what belongs to none, `staff` where all turns of the day are counted.
pub(super) const SHARES: &[&str] = &[
    "CREATE TABLE turn_waiting (conversation TEXT PRIMARY KEY, since BIGINT NOT NULL)",
    "CREATE INDEX turn_waiting_since ON turn_waiting (since, conversation)",
    "CREATE TABLE turn_share (day TEXT NOT NULL, department TEXT NOT NULL, staff TEXT NOT NULL, \
     given BIGINT NOT NULL, away BIGINT NOT NULL, at_cap BIGINT NOT NULL, no_language BIGINT NOT NULL, \
     no_skill BIGINT NOT NULL, PRIMARY KEY (day, department, staff))",
];

/// The number of this turn. Until the transaction ends nobody else gets one, so that what is read from here on stays so.
pub(crate) async fn take_number(tx: &mut Tx) -> Result<i64> {
    let sql = "UPDATE sequence SET value = value + 1 WHERE name = 'turn' RETURNING value AS n";
    tx.number(sql, vec![]).await
}

/// Whose turn it was, and when.
pub(crate) async fn keep_turn(tx: &mut Tx, staff: &StaffId, number: i64, at: Instant) -> Result<()> {
    let sql = "INSERT INTO turn_taken (staff, number, at) VALUES ($1, $2, $3) \
               ON CONFLICT (staff) DO UPDATE SET number = excluded.number, at = excluded.at";
    tx.run(sql, vals![staff.as_str(), number, at]).await?;
    Ok(())
}

/// Everybody's last turn: its number and when it was.
pub(crate) async fn last_turns(conn: &mut Conn) -> Result<HashMap<StaffId, (i64, Instant)>> {
    let rows = conn.all("SELECT staff, number, at FROM turn_taken", vals![]).await?;
    rows.iter().map(|row| Ok((row.id("staff")?, (row.int("number")?, row.at("at")?)))).collect()
}

/// How many open conversations everybody has who has any; what is put away is none.
pub(crate) async fn open_work(conn: &mut Conn) -> Result<HashMap<String, i64>> {
    let sql = "SELECT assignee, CAST(SUM(n) AS BIGINT) AS n FROM tally \
               WHERE state IN ('new', 'open') AND assignee <> '' GROUP BY assignee";
    let rows = conn.all(sql, vals![]).await?;
    rows.iter().map(|row| Ok((row.text("assignee")?, row.int("n")?))).collect()
}

/// Keeps that nobody could take something.
pub(crate) async fn wait_for_turn(tx: &mut Tx, id: &ConversationId, since: Instant) -> Result<()> {
    let sql = "INSERT INTO turn_waiting (conversation, since) VALUES ($1, $2) ON CONFLICT (conversation) DO NOTHING";
    tx.run(sql, vals![id.as_str(), since]).await?;
    Ok(())
}

/// It waits no more.
pub(crate) async fn waits_no_more(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    tx.run("DELETE FROM turn_waiting WHERE conversation = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// What waits behind one, the longest first; each with since when, as in the table. All begins behind
/// `(i64::MIN, "")`.
pub(crate) async fn waiting_for_turn(
    conn: &mut Conn,
    (since, id): (i64, &str),
    most: i64,
) -> Result<Vec<(i64, ConversationId)>> {
    let sql = "SELECT conversation, since FROM turn_waiting WHERE (since, conversation) > ($1, $2) \
               ORDER BY since, conversation LIMIT $3";
    let rows = conn.all(sql, vals![since, id, most]).await?;
    rows.iter().map(|row| Ok((row.int("since")?, row.id("conversation")?))).collect()
}

/// Counts a turn: who got it, and why whom was passed over.
pub(crate) async fn count_turn(
    tx: &mut Tx,
    day: Date,
    department: Option<&DepartmentId>,
    got: &StaffId,
    passed_over: &[(&StaffId, PassedOver)],
) -> Result<()> {
    let mut values: Vec<Value> = vals![day.to_string(), department.map_or("", DepartmentId::as_str)];
    let mut rows = Vec::new();
    let counted = [("", 0), (got.as_str(), 0)].into_iter();
    let passed = passed_over.iter().filter_map(|(staff, why)| Some((staff.as_str(), column(*why)?)));
    for (staff, column) in counted.chain(passed) {
        values.push(Value::from(staff));
        let figures: Vec<&str> = (0..5).map(|at| if at == column { "1" } else { "0" }).collect();
        rows.push(format!("($1, $2, ${}, {})", values.len(), figures.join(", ")));
    }
    let sums = ["given", "away", "at_cap", "no_language", "no_skill"]
        .map(|column| format!("{column} = turn_share.{column} + excluded.{column}"));
    let sql = format!(
        "INSERT INTO turn_share (day, department, staff, given, away, at_cap, no_language, no_skill) VALUES {} \
         ON CONFLICT (day, department, staff) DO UPDATE SET {}",
        rows.join(", "),
        sums.join(", ")
    );
    tx.run(&sql, values).await?;
    Ok(())
}

/// Where a reason is counted: behind the turns that somebody got.
const fn column(why: PassedOver) -> Option<usize> {
    match why {
        PassedOver::Unable => None,
        PassedOver::Away(_) => Some(1),
        PassedOver::Full => Some(2),
        PassedOver::Language => Some(3),
        PassedOver::Skill => Some(4),
    }
}

/// How turns went round: for one department, or for what belongs to none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnsCounted {
    /// Turns that somebody got; of all of them where nobody is named.
    pub given: i64,
    /// Turns at which they were away.
    pub away: i64,
    /// Turns at which they had as much as they take.
    pub full: i64,
    /// Turns for which they did not write the language.
    pub language: i64,
    /// Turns for which they lacked a skill.
    pub skill: i64,
}

impl TurnsCounted {
    /// Turns at which they were passed over, whatever for.
    #[must_use]
    pub const fn passed_over(&self) -> i64 {
        self.away + self.full + self.language + self.skill
    }
}

/// How turns went round since a day, by department and colleague, as in the table.
pub(crate) async fn turns_since(conn: &mut Conn, first: Date) -> Result<HashMap<(String, String), TurnsCounted>> {
    let sum = |column: &str| format!("CAST(SUM({column}) AS BIGINT) AS {column}");
    let sums = ["given", "away", "at_cap", "no_language", "no_skill"].map(sum).join(", ");
    let sql = format!("SELECT department, staff, {sums} FROM turn_share WHERE day >= $1 GROUP BY department, staff");
    let rows = conn.all(&sql, vals![first.to_string()]).await?;
    let counted = rows.iter().map(|row| {
        let one = TurnsCounted {
            given: row.int("given")?,
            away: row.int("away")?,
            full: row.int("at_cap")?,
            language: row.int("no_language")?,
            skill: row.int("no_skill")?,
        };
        Ok(((row.text("department")?, row.text("staff")?), one))
    });
    counted.collect()
}
