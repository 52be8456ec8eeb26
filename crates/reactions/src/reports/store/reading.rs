//! Reads sums and entries, through a [`Lens`].

use base::Instant;
use platform::db::Value;
use platform::{Conn, Context, Result, vals};

use super::{After, Lens, bound};
use crate::reports::rules::period::{Period, number};
use crate::reports::rules::sheet::Sheet;
use crate::reports::{Dim, Measure};

/// The sums of one name, department and day.
pub(in crate::reports) struct Summed {
    pub name: String,
    pub department: String,
    pub day: i64,
    pub sheet: Sheet,
}

/// The question of [`sheets`].
pub(in crate::reports) fn sheets_sql(lens: &Lens, by: Dim, period: Period) -> (String, Vec<Value>) {
    let (dim, name) = if lens.of.is_some() { lens.name() } else { (by, "") };
    let mut values = vals![dim.code(), number(period.from), number(period.to)];
    let within = lens.within("department", &mut values);
    let named = match &lens.of {
        Some(_) => format!(" AND name = {}", bound(&mut values, name)),
        None => String::new(),
    };
    let sql = format!(
        "SELECT name, department, day, sums FROM report_day WHERE dim = $1 AND day BETWEEN $2 AND $3{within}{named}"
    );
    (sql, values)
}

/// The sums of a period, told apart as asked. Where one name is asked for, these are its own.
pub(in crate::reports) async fn sheets(conn: &mut Conn, lens: &Lens, by: Dim, period: Period) -> Result<Vec<Summed>> {
    let (sql, values) = sheets_sql(lens, by, period);
    let rows = conn.all(&sql, values).await?;
    let read = rows.iter().map(|row| {
        let sheet = serde_json::from_str(&row.text("sums")?)?;
        Ok(Summed { name: row.text("name")?, department: row.text("department")?, day: row.int("day")?, sheet })
    });
    read.collect()
}

/// How many were open when a day began.
pub(in crate::reports) async fn backlog_before(conn: &mut Conn, lens: &Lens, day: i64) -> Result<i64> {
    let (dim, name) = lens.name();
    let mut values = vals![dim.code(), name, day];
    let within = lens.within("department", &mut values);
    let sql = format!(
        "SELECT CAST(SUM(net) AS BIGINT) AS n FROM report_day WHERE dim = $1 AND name = $2 AND day < $3{within}"
    );
    conn.number(&sql, values).await
}

/// By how many the number of open ones moved, day by day.
pub(in crate::reports) async fn backlog(conn: &mut Conn, lens: &Lens, period: Period) -> Result<Vec<(i64, i64)>> {
    let (dim, name) = lens.name();
    let mut values = vals![dim.code(), name, number(period.from), number(period.to)];
    let within = lens.within("department", &mut values);
    let sql = format!(
        "SELECT day, CAST(SUM(net) AS BIGINT) AS net FROM report_day WHERE dim = $1 AND name = $2 \
         AND day BETWEEN $3 AND $4{within} GROUP BY day"
    );
    let rows = conn.all(&sql, values).await?;
    rows.iter().map(|row| Ok((row.int("day")?, row.int("net")?))).collect()
}

/// How many of the open ones began since each of `marks` and before the mark before it, newest first; the last number
/// is of those that began before all.
pub(in crate::reports) async fn ages(conn: &mut Conn, lens: &Lens, marks: &[Instant]) -> Result<Vec<i64>> {
    let mut values = Vec::new();
    let sums: Vec<String> = marks
        .iter()
        .enumerate()
        .map(|(n, mark)| {
            let mark = bound(&mut values, *mark);
            format!("CAST(SUM(CASE WHEN r.open_since >= {mark} THEN 1 ELSE 0 END) AS BIGINT) AS m{n}")
        })
        .collect();
    let holds = lens.holds(&mut values);
    let sql =
        format!("SELECT COUNT(*) AS n, {} FROM report_case r WHERE r.open_since IS NOT NULL{holds}", sums.join(", "));
    let row = conn.one(&sql, values).await?.context("a count")?;
    let (mut before, mut all) = (0, Vec::with_capacity(marks.len() + 1));
    for n in 0..marks.len() {
        let until = row.opt_int(&format!("m{n}"))?.unwrap_or(0);
        all.push(until - before);
        before = until;
    }
    all.push(row.int("n")? - before);
    Ok(all)
}

/// How many began in a stretch of time and wait for a first answer since before `since`.
pub(in crate::reports) async fn unanswered(
    conn: &mut Conn,
    lens: &Lens,
    (from, until): (Instant, Instant),
    since: Instant,
) -> Result<i64> {
    let mut values = vals![from, until.min(since)];
    let holds = lens.holds(&mut values);
    let sql =
        format!("SELECT COUNT(*) AS n FROM report_case r WHERE r.waits_since >= $1 AND r.waits_since < $2{holds}");
    conn.number(&sql, values).await
}

/// How many deadlines of answers were missed in a stretch of time and have no answer so far.
pub(in crate::reports) async fn unmet(conn: &mut Conn, lens: &Lens, (from, until): (Instant, Instant)) -> Result<i64> {
    let mut values = vals![Measure::LapseFirst.code(), Measure::LapseNext.code(), from, until];
    let holds = lens.holds(&mut values);
    let sql = format!(
        "SELECT COUNT(*) AS n FROM report_entry r WHERE r.measure IN ($1, $2) AND r.at >= $3 AND r.at < $4 \
         AND r.taken IS NULL{holds}"
    );
    conn.number(&sql, values).await
}

/// Whether the deadline of an answer was missed in a conversation at this moment.
pub(in crate::reports) async fn lapsed(conn: &mut Conn, conversation: &str, at: Instant) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM report_entry WHERE conversation = $1 AND at = $2 AND measure IN ($3, $4)";
    let values = vals![conversation, at, Measure::LapseFirst.code(), Measure::LapseNext.code()];
    Ok(conn.one(sql, values).await?.is_some())
}

/// A line of a list.
#[derive(Clone, Debug)]
pub(in crate::reports) struct Listed {
    pub conversation: String,
    pub at: Instant,
    pub n: i64,
    pub staff: String,
    pub real: Option<i64>,
    pub open: Option<i64>,
}

/// The question of [`entries`].
pub(in crate::reports) fn entries_sql(
    lens: &Lens,
    measure: Measure,
    (from, until): (Instant, Instant),
    after: Option<&(Instant, String, i64)>,
    most: i64,
) -> (String, Vec<Value>) {
    let mut values = vals![measure.code(), from, until];
    let holds = lens.holds(&mut values);
    let behind = after.map_or(String::new(), |(at, conversation, n)| {
        let (at, conversation) = (bound(&mut values, *at), bound(&mut values, conversation));
        format!(" AND (r.at, r.conversation, r.n) < ({at}, {conversation}, {})", bound(&mut values, *n))
    });
    let most = bound(&mut values, most);
    let sql = format!(
        "SELECT conversation, n, at, staff, taken, worked FROM report_entry r \
         WHERE r.measure = $1 AND r.at >= $2 AND r.at < $3{holds}{behind} \
         ORDER BY r.at DESC, r.conversation DESC, r.n DESC LIMIT {most}"
    );
    (sql, values)
}

/// The newest things of a kind in a stretch of time, behind `after`.
pub(in crate::reports) async fn entries(
    conn: &mut Conn,
    lens: &Lens,
    measure: Measure,
    between: (Instant, Instant),
    after: Option<&(Instant, String, i64)>,
    most: i64,
) -> Result<Vec<Listed>> {
    let (sql, values) = entries_sql(lens, measure, between, after, most);
    let rows = conn.all(&sql, values).await?;
    let read = rows.iter().map(|row| {
        Ok(Listed {
            conversation: row.text("conversation")?,
            at: row.at("at")?,
            n: row.int("n")?,
            staff: row.text("staff")?,
            real: row.opt_int("taken")?,
            open: row.opt_int("worked")?,
        })
    });
    read.collect()
}

/// Those that are open, or that wait for a first answer, since a moment in a stretch of time; the newest first.
pub(in crate::reports) async fn open(
    conn: &mut Conn,
    lens: &Lens,
    waits: bool,
    (from, until): (Instant, Instant),
    after: Option<&After>,
    most: i64,
) -> Result<Vec<Listed>> {
    let column = if waits { "waits_since" } else { "open_since" };
    let mut values = vals![from, until];
    let holds = lens.holds(&mut values);
    let behind = after.map_or(String::new(), |(at, conversation)| {
        let (at, conversation) = (bound(&mut values, *at), bound(&mut values, conversation));
        format!(" AND (r.{column}, r.conversation) < ({at}, {conversation})")
    });
    let most = bound(&mut values, most);
    let sql = format!(
        "SELECT conversation, {column} AS at, staff FROM report_case r \
         WHERE r.{column} >= $1 AND r.{column} < $2{holds}{behind} \
         ORDER BY r.{column} DESC, r.conversation DESC LIMIT {most}"
    );
    let rows = conn.all(&sql, values).await?;
    let read = rows.iter().map(|row| {
        let (conversation, at, staff) = (row.text("conversation")?, row.at("at")?, row.text("staff")?);
        Ok(Listed { conversation, at, n: 0, staff, real: None, open: None })
    });
    read.collect()
}
