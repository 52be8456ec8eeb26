//! Rows of `macro`, `macro_file` and `macro_use`. Who sees which is said by [`crate::rules::macros`].

use std::collections::HashMap;

use base::{Instant, Language};
use people::DepartmentId;
use platform::{Conn, Context, Result, Row, Tx, vals};

use crate::ids::{MacroFileId, MacroId};
use crate::model::{Macro, MacroAct, MacroFile, MacroKind, MacroWhen, Visible};

/// In which conversations each is offered, and when each was used last.
pub(super) const FITTING: &[&str] = &[
    "ALTER TABLE macro ADD COLUMN fits TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE macro_use ADD COLUMN used_at BIGINT",
];

const COLUMNS: &str = "id, name, kind, visible, whose, texts, acts, fits";

fn kind(row: &Row) -> Result<MacroKind> {
    let kind = row.text("kind")?;
    MacroKind::from_code(&kind).context(format!("unknown kind of macro {kind}"))
}

pub(super) fn visible(row: &Row) -> Result<Visible> {
    Ok(match row.text("visible")?.as_str() {
        "department" => Visible::Department(row.id("whose")?),
        "own" => Visible::Own(row.id("whose")?),
        _ => Visible::Everyone,
    })
}

pub(super) fn written(visible: &Visible) -> (&'static str, &str) {
    match visible {
        Visible::Everyone => ("everyone", ""),
        Visible::Department(id) => ("department", id.as_str()),
        Visible::Own(id) => ("own", id.as_str()),
    }
}

fn read(row: &Row) -> Result<Macro> {
    let acts: Vec<String> = serde_json::from_str(&row.text("acts")?)?;
    Ok(Macro {
        id: row.id("id")?,
        name: row.text("name")?,
        kind: kind(row)?,
        visible: visible(row)?,
        when: serde_json::from_str(&row.text("fits")?)?,
        texts: serde_json::from_str(&row.text("texts")?)?,
        acts: acts.iter().filter_map(|code| MacroAct::from_code(code)).collect(),
        files: Vec::new(),
    })
}

fn read_file(row: &Row) -> Result<MacroFile> {
    Ok(MacroFile {
        id: row.id("id")?,
        name: row.text("name")?,
        content_type: row.text("content_type")?,
        size: row.int("size")?,
        blob: row.text("blob")?,
        alt: row.opt_text("alt")?,
    })
}

/// All that are there, as they were arranged.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Macro>> {
    let sql = format!("SELECT {COLUMNS} FROM macro WHERE removed_at IS NULL ORDER BY place, id");
    let mut all = conn.all_kept(&["macro"], &sql, vals![]).await?.iter().map(read).collect::<Result<Vec<_>>>()?;
    let sql = "SELECT f.macro, f.id, f.name, f.content_type, f.size, f.blob, f.alt FROM macro_file f \
               JOIN macro m ON m.id = f.macro WHERE m.removed_at IS NULL ORDER BY f.macro, f.place";
    let mut files: HashMap<MacroId, Vec<MacroFile>> = HashMap::new();
    for row in conn.all_kept(&["macro", "macro_file"], sql, vals![]).await?.iter() {
        files.entry(row.id("macro")?).or_default().push(read_file(row)?);
    }
    for one in &mut all {
        one.files = files.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

/// One that is there.
pub(crate) async fn find(conn: &mut Conn, id: &MacroId) -> Result<Option<Macro>> {
    one(conn, id, "removed_at IS NULL").await
}

/// One that was removed and is still kept.
pub(crate) async fn removed(conn: &mut Conn, id: &MacroId) -> Result<Option<Macro>> {
    one(conn, id, "removed_at IS NOT NULL").await
}

async fn one(conn: &mut Conn, id: &MacroId, there: &str) -> Result<Option<Macro>> {
    let sql = format!("SELECT {COLUMNS} FROM macro WHERE id = $1 AND {there}");
    let Some(row) = conn.one(&sql, vals![id.as_str()]).await? else { return Ok(None) };
    let sql = "SELECT id, name, content_type, size, blob, alt FROM macro_file WHERE macro = $1 ORDER BY place";
    let files = conn.all(sql, vals![id.as_str()]).await?;
    let files = files.iter().map(read_file).collect::<Result<Vec<_>>>()?;
    Ok(Some(Macro { files, ..read(&row)? }))
}

/// A file with the macro that it belongs to.
pub(crate) async fn file(conn: &mut Conn, id: &MacroFileId) -> Result<Option<(MacroId, MacroFile)>> {
    let sql = "SELECT macro, id, name, content_type, size, blob, alt FROM macro_file WHERE id = $1";
    let row = conn.one(sql, vals![id.as_str()]).await?;
    row.map(|row| Ok((row.id("macro")?, read_file(&row)?))).transpose()
}

/// The files of all macros that are there, each with who sees it.
pub(crate) async fn files(conn: &mut Conn) -> Result<Vec<(Visible, MacroFile)>> {
    let sql = "SELECT m.visible, m.whose, f.id, f.name, f.content_type, f.size, f.blob, f.alt FROM macro_file f \
               JOIN macro m ON m.id = f.macro WHERE m.removed_at IS NULL ORDER BY f.macro, f.place";
    let rows = conn.all(sql, vals![]).await?;
    rows.iter().map(|row| Ok((visible(row)?, read_file(row)?))).collect()
}

/// A macro as the list beside a form needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Which.
    pub id: MacroId,
    /// Its name.
    pub name: String,
    /// What its text becomes.
    pub kind: MacroKind,
    /// Whether it has one.
    pub has_text: bool,
    /// Who sees it.
    pub visible: Visible,
    /// In which conversations it is offered.
    pub when: MacroWhen,
    /// Whether it is, where somebody asks for one; elsewhere it is found by those who look for it.
    pub fits: bool,
}

/// All that are there, as they were arranged, without their texts.
pub(crate) async fn offered(conn: &mut Conn) -> Result<Vec<Offered>> {
    let sql = "SELECT id, name, kind, visible, whose, fits, CAST(CASE WHEN texts = '{}' THEN 0 ELSE 1 END AS BIGINT) AS has_text \
               FROM macro WHERE removed_at IS NULL ORDER BY place, id";
    let rows = conn.all_kept(&["macro"], sql, vals![]).await?;
    let read = |row: &Row| {
        let (id, name) = (row.id("id")?, row.text("name")?);
        let (kind, visible, when) = (kind(row)?, visible(row)?, serde_json::from_str(&row.text("fits")?)?);
        Ok(Offered { id, name, kind, has_text: row.int("has_text")? == 1, visible, when, fits: true })
    };
    rows.iter().map(read).collect()
}

/// How often a macro was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// For the department and in the language that were asked for.
    pub here: i64,
    /// At all.
    pub n: i64,
    /// When last, business time; unknown for uses before that was kept.
    pub last: Option<Instant>,
}

/// How often each was used for this department in this language, and at all, and when last.
pub(crate) async fn uses(
    conn: &mut Conn,
    department: Option<&DepartmentId>,
    language: Option<Language>,
) -> Result<HashMap<MacroId, Uses>> {
    let sql = "SELECT macro, CAST(SUM(CASE WHEN department = $1 AND language = $2 THEN n ELSE 0 END) AS BIGINT) AS here, \
               CAST(SUM(n) AS BIGINT) AS n, MAX(used_at) AS used_at FROM macro_use GROUP BY macro";
    let values = vals![place_of(department), language.map_or("", Language::code)];
    let rows = conn.all_kept(&["macro_use"], sql, values).await?;
    let read = |row: &Row| -> Result<Uses> {
        Ok(Uses { here: row.int("here")?, n: row.int("n")?, last: row.opt_at("used_at")? })
    };
    rows.iter().map(|row| Ok((row.id("macro")?, read(row)?))).collect()
}

fn place_of(department: Option<&DepartmentId>) -> &str {
    department.map_or("", DepartmentId::as_str)
}

/// Counts one use.
pub(crate) async fn count_use(
    tx: &mut Tx,
    id: &MacroId,
    department: Option<&DepartmentId>,
    language: Option<Language>,
) -> Result<()> {
    let sql = "INSERT INTO macro_use (macro, department, language, n, used_at) VALUES ($1, $2, $3, 1, $4) \
               ON CONFLICT (macro, department, language) DO UPDATE SET n = macro_use.n + 1, used_at = excluded.used_at";
    let now = tx.now();
    tx.run(sql, vals![id.as_str(), place_of(department), language.map_or("", Language::code), now]).await?;
    Ok(())
}

/// Writes a new one behind all others.
pub(crate) async fn insert(tx: &mut Tx, new: &Macro) -> Result<()> {
    let sql = "INSERT INTO macro (id, name, kind, visible, whose, texts, acts, fits, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, \
               (SELECT COALESCE(MAX(place), 0) + 1 FROM macro))";
    let (visible, whose) = written(&new.visible);
    let (texts, acts) = (serde_json::to_string(&new.texts)?, serde_json::to_string(&new.acts)?);
    let fits = serde_json::to_string(&new.when)?;
    let values = vals![new.id.as_str(), new.name.as_str(), new.kind.code(), visible, whose, texts, acts, fits];
    tx.run(sql, values).await?;
    keep_files(tx, new).await
}

/// Writes one as it is now.
pub(crate) async fn save(tx: &mut Tx, now: &Macro) -> Result<()> {
    let sql = "UPDATE macro SET name = $2, kind = $3, visible = $4, whose = $5, texts = $6, acts = $7, fits = $8 \
               WHERE id = $1";
    let (visible, whose) = written(&now.visible);
    let (texts, acts) = (serde_json::to_string(&now.texts)?, serde_json::to_string(&now.acts)?);
    let fits = serde_json::to_string(&now.when)?;
    let values = vals![now.id.as_str(), now.name.as_str(), now.kind.code(), visible, whose, texts, acts, fits];
    tx.run(sql, values).await?;
    tx.run("DELETE FROM macro_file WHERE macro = $1", vals![now.id.as_str()]).await?;
    keep_files(tx, now).await
}

async fn keep_files(tx: &mut Tx, of: &Macro) -> Result<()> {
    let sql = "INSERT INTO macro_file (id, macro, place, name, content_type, size, blob, alt) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    for (place, file) in of.files.iter().enumerate() {
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        let (name, content_type) = (file.name.as_str(), file.content_type.as_str());
        let (id, blob) = (file.id.as_str(), file.blob.as_str());
        let values = vals![id, of.id.as_str(), place, name, content_type, file.size, blob, file.alt.clone()];
        tx.run(sql, values).await?;
    }
    Ok(())
}

/// Gives one a place among all.
pub(crate) async fn place(tx: &mut Tx, id: &MacroId, place: usize) -> Result<()> {
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    tx.run("UPDATE macro SET place = $2 WHERE id = $1", vals![id.as_str(), place]).await?;
    Ok(())
}

/// It is not there any more, unless that is taken back.
pub(crate) async fn remove(tx: &mut Tx, id: &MacroId) -> Result<()> {
    let now = tx.now();
    tx.run("UPDATE macro SET removed_at = $2 WHERE id = $1", vals![id.as_str(), now]).await?;
    Ok(())
}

/// It is there again.
pub(crate) async fn restore(tx: &mut Tx, id: &MacroId) -> Result<()> {
    tx.run("UPDATE macro SET removed_at = NULL WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Forgets for good what was removed before this.
pub(crate) async fn forget(tx: &mut Tx, before: Instant) -> Result<()> {
    let gone = "(SELECT id FROM macro WHERE removed_at IS NOT NULL AND removed_at < $1)";
    for sql in ["DELETE FROM macro_use WHERE macro IN ", "DELETE FROM macro_file WHERE macro IN "] {
        tx.run(&format!("{sql}{gone}"), vals![before]).await?;
    }
    tx.run("DELETE FROM macro WHERE removed_at IS NOT NULL AND removed_at < $1", vals![before]).await?;
    Ok(())
}
