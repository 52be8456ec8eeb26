//! Rows of `recurring`. The day for which one began last is kept with it, so that no day begins it twice.

use jiff::civil::Date;
use people::PersonId;
use platform::db::Value;
use platform::{Conn, Context, Result, Row, Tx, vals};

use crate::ids::RecurringId;
use crate::model::{Beginning, Recurring, Template};

/// The table.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE recurring (id TEXT PRIMARY KEY, subject TEXT NOT NULL, person TEXT, beginning TEXT NOT NULL, \
     body TEXT NOT NULL, tags TEXT NOT NULL, owner TEXT, department TEXT, checklist TEXT, plan TEXT NOT NULL, \
     active BIGINT NOT NULL, made_by TEXT NOT NULL, next_day TEXT, next_at BIGINT, last_day TEXT, made BIGINT NOT NULL)",
    "CREATE INDEX recurring_of_person ON recurring (person) WHERE person IS NOT NULL",
];

/// The row that is held while something begins to recur, or is planned anew.
pub(super) const PLANNED_TOGETHER: &str = "INSERT INTO sequence (name, value) VALUES ('recurring', 0)";

const COLUMNS: &str = "id, subject, person, beginning, body, tags, owner, department, checklist, plan, active, made_by, \
     next_day, next_at, last_day, made";

fn read(row: &Row) -> Result<Recurring> {
    let day = |column: &str| -> Result<Option<Date>> {
        row.opt_text(column)?.map(|day| day.parse().context(format!("column {column}"))).transpose()
    };
    Ok(Recurring {
        id: row.id("id")?,
        of: Template {
            subject: row.text("subject")?,
            person: row.opt_id("person")?,
            beginning: Beginning::from_code(&row.text("beginning")?).context("column beginning")?,
            body: row.text("body")?,
            tags: serde_json::from_str(&row.text("tags")?)?,
            owner: row.opt_id("owner")?,
            department: row.opt_id("department")?,
            checklist: row.opt_id("checklist")?,
            plan: serde_json::from_str(&row.text("plan")?)?,
            on: row.flag("active")?,
        },
        by: row.id("made_by")?,
        next: day("next_day")?.zip(row.opt_at("next_at")?),
        last: day("last_day")?,
        made: row.int("made")?,
    })
}

fn values(one: &Recurring) -> Result<Vec<Value>> {
    let of = &one.of;
    Ok(vals![
        one.id.as_str(),
        of.subject.as_str(),
        of.person.as_ref().map(PersonId::as_str),
        of.beginning.code(),
        of.body.as_str(),
        serde_json::to_string(&of.tags)?,
        of.owner.as_ref().map(people::StaffId::as_str),
        of.department.as_ref().map(people::DepartmentId::as_str),
        of.checklist.as_ref().map(crate::ids::MacroId::as_str),
        serde_json::to_string(&of.plan)?,
        of.on,
        one.by.as_str(),
        one.next.map(|(day, _)| day.to_string()),
        one.next.map(|(_, at)| at),
        one.last.map(|day| day.to_string()),
        one.made,
    ])
}

/// All of them, by what they are about.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Recurring>> {
    let sql = format!("SELECT {COLUMNS} FROM recurring ORDER BY lower(subject), id");
    conn.all(&sql, vals![]).await?.iter().map(read).collect()
}

pub(crate) async fn find(conn: &mut Conn, id: &RecurringId) -> Result<Option<Recurring>> {
    let sql = format!("SELECT {COLUMNS} FROM recurring WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// Like [`find`], and nobody else may change it until the transaction ends.
pub(crate) async fn hold(tx: &mut Tx, id: &RecurringId) -> Result<Option<Recurring>> {
    let sql = format!("SELECT {COLUMNS} FROM recurring WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// Until the transaction ends nobody else makes something recur, or plans all of it anew: what is made meanwhile would be
/// planned by the hours of before, and be seen by nobody who changes them.
pub(crate) async fn hold_plans(tx: &mut Tx) -> Result<()> {
    tx.run("UPDATE sequence SET value = value WHERE name = 'recurring'", vec![]).await?;
    Ok(())
}

/// Keeps one, new or changed.
pub(crate) async fn put(tx: &mut Tx, one: &Recurring) -> Result<()> {
    let marks: Vec<String> = (1..=16).map(|n| format!("${n}")).collect();
    let set: Vec<String> =
        COLUMNS.split(", ").map(str::trim).skip(1).map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "INSERT INTO recurring ({COLUMNS}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        marks.join(", "),
        set.join(", ")
    );
    tx.run(&sql, values(one)?).await?;
    Ok(())
}

pub(crate) async fn remove(tx: &mut Tx, id: &RecurringId) -> Result<()> {
    tx.run("DELETE FROM recurring WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Those of a customer.
pub(crate) async fn of_person(conn: &mut Conn, person: &PersonId) -> Result<Vec<Recurring>> {
    let sql = format!("SELECT {COLUMNS} FROM recurring WHERE person = $1 ORDER BY id");
    conn.all(&sql, vals![person.as_str()]).await?.iter().map(read).collect()
}

/// What was one customer's becomes another's.
pub(crate) async fn hand_over(tx: &mut Tx, from: &PersonId, to: &PersonId) -> Result<Vec<RecurringId>> {
    let ids: Vec<RecurringId> = of_person(tx, from).await?.into_iter().map(|one| one.id).collect();
    tx.run("UPDATE recurring SET person = $2 WHERE person = $1", vals![from.as_str(), to.as_str()]).await?;
    Ok(ids)
}

/// Gives back what went over.
pub(crate) async fn hand_back(tx: &mut Tx, ids: &[RecurringId], from: &PersonId, to: &PersonId) -> Result<()> {
    for id in ids {
        let sql = "UPDATE recurring SET person = $3 WHERE id = $1 AND person = $2";
        tx.run(sql, vals![id.as_str(), from.as_str(), to.as_str()]).await?;
    }
    Ok(())
}
