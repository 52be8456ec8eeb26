//! The table of absences. Days lie in it as people write them, `2026-11-23`, which sorts.

use base::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::{Conn, Context, Engine, Result, Row, Tx, settings, vals};
use serde::Deserialize;

use super::model::{Absence, AbsenceId};
use super::rules::away_until;
use crate::StaffId;
use crate::staff::Colleague;

/// The table.
pub fn tables(_: Engine) -> Vec<String> {
    [
        "CREATE TABLE absence (id TEXT PRIMARY KEY, staff TEXT NOT NULL, first_day TEXT NOT NULL, \
         last_day TEXT NOT NULL, deputy TEXT)",
        "CREATE INDEX absence_of ON absence (staff, first_day)",
        "CREATE INDEX absence_by_last ON absence (last_day)",
    ]
    .map(str::to_owned)
    .into()
}

/// The part of the business's settings that days hang on; the whole lies with conversations, which set it.
#[derive(Deserialize)]
#[serde(default)]
struct House {
    zone: String,
}

impl Default for House {
    fn default() -> Self {
        Self { zone: "Europe/Oslo".to_owned() }
    }
}

/// The zone in which the business's days are meant.
///
/// # Errors
/// When the tables cannot be read; so for all readers below.
pub async fn zone(conn: &mut Conn) -> Result<TimeZone> {
    let house: House = settings::get(conn, "business").await?;
    Ok(TimeZone::get(&house.zone).unwrap_or(TimeZone::UTC))
}

/// Which day it is to the business.
///
/// # Errors
/// See [`zone`].
pub async fn today(conn: &mut Conn, now: Instant) -> Result<Date> {
    Ok(now.to_zoned(zone(conn).await?).date())
}

const ABSENCE: &str = "id, staff, first_day, last_day, deputy";

fn absence(row: &Row) -> Result<Absence> {
    let day = |column: &str| row.text(column)?.parse::<Date>().context(format!("column {column}"));
    Ok(Absence {
        id: row.id("id")?,
        staff: row.id("staff")?,
        first: day("first_day")?,
        last: day("last_day")?,
        deputy: row.opt_id("deputy")?,
    })
}

/// The absences of one colleague that are not over, the next first.
///
/// # Errors
/// See [`zone`].
pub async fn of(conn: &mut Conn, staff: &StaffId, today: Date) -> Result<Vec<Absence>> {
    let sql = format!("SELECT {ABSENCE} FROM absence WHERE staff = $1 AND last_day >= $2 ORDER BY first_day, id");
    conn.all(&sql, vals![staff.as_str(), today.to_string()]).await?.iter().map(absence).collect()
}

/// Everybody's absences that are not over.
///
/// # Errors
/// See [`zone`].
pub async fn to_come(conn: &mut Conn, today: Date) -> Result<Vec<Absence>> {
    let sql = format!("SELECT {ABSENCE} FROM absence WHERE last_day >= $1 ORDER BY first_day, id");
    conn.all_kept(&["absence"], &sql, vals![today.to_string()]).await?.iter().map(absence).collect()
}

/// Who is away at this moment of business time.
///
/// # Errors
/// See [`zone`].
pub async fn away(conn: &mut Conn, now: Instant) -> Result<Vec<Absence>> {
    let today = today(conn, now).await?;
    let mut all = to_come(conn, today).await?;
    all.retain(|absence| absence.holds(today));
    Ok(all)
}

/// Says of each colleague until which day they are away.
///
/// # Errors
/// See [`zone`].
pub async fn mark(conn: &mut Conn, mut colleagues: Vec<Colleague>, now: Instant) -> Result<Vec<Colleague>> {
    let today = today(conn, now).await?;
    let all = to_come(conn, today).await?;
    for one in &mut colleagues {
        one.away_until = away_until(all.iter().filter(|absence| absence.staff == one.id), today);
    }
    Ok(colleagues)
}

pub(super) async fn insert(tx: &mut Tx, new: &Absence) -> Result<()> {
    let sql = "INSERT INTO absence (id, staff, first_day, last_day, deputy) VALUES ($1, $2, $3, $4, $5)";
    let (first, last) = (new.first.to_string(), new.last.to_string());
    let deputy = new.deputy.as_ref().map(StaffId::as_str);
    tx.run(sql, vals![new.id.as_str(), new.staff.as_str(), first, last, deputy]).await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, staff: &StaffId, id: &AbsenceId) -> Result<Option<Absence>> {
    let sql = format!("DELETE FROM absence WHERE id = $1 AND staff = $2 RETURNING {ABSENCE}");
    tx.one(&sql, vals![id.as_str(), staff.as_str()]).await?.map(|row| absence(&row)).transpose()
}
