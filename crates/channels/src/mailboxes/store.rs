//! The tables of mailboxes. The only SQL that touches them.

use std::collections::HashMap;

use people::DepartmentId;
use platform::{Conn, Platform, Result, Row, Tx, vals};

use super::{Mailbox, MailboxId, Reading, Secrets, Settings};
use crate::email::trouble::{Kind, Trouble};

const COLUMNS: &str = "SELECT m.id, m.name, m.address, m.sender_name, m.signature, m.is_default, m.enabled, m.department, m.fetching, \
                       m.sending, m.created_at, r.uid_validity, r.last_uid, r.old_below, r.old_too, r.last_read_at, \
                       r.since, r.connected_at, r.failing_since, r.error_code, r.error_words, r.alarmed_at \
                       FROM mailbox m LEFT JOIN mailbox_reading r ON r.mailbox = m.id";

/// Sealed for one mailbox alone, so that a sealed text does not open in another's row.
fn purpose(id: &MailboxId) -> String {
    format!("mailbox:{id}")
}

pub(super) fn seal(p: &Platform, id: &MailboxId, secrets: &Secrets) -> Result<String> {
    p.secrets.seal(&purpose(id), &serde_json::to_vec(secrets)?)
}

fn mailbox(row: &Row) -> Result<Mailbox> {
    let reading = match row.opt_int("last_uid")? {
        None => None,
        Some(last_uid) => Some(reading(row, last_uid)?),
    };
    Ok(Mailbox {
        id: row.id("id")?,
        settings: Settings {
            name: row.text("name")?,
            address: row.text("address")?,
            sender_name: row.text("sender_name")?,
            signature: row.text("signature")?,
            fetch: serde_json::from_str(&row.text("fetching")?)?,
            send: serde_json::from_str(&row.text("sending")?)?,
        },
        is_default: row.int("is_default")? == 1,
        enabled: row.int("enabled")? == 1,
        department: row.opt_id("department")?,
        created_at: row.at("created_at")?,
        reading,
    })
}

fn reading(row: &Row, last_uid: i64) -> Result<Reading> {
    let number = |given: i64| u32::try_from(given).unwrap_or(0);
    let kind = row.opt_text("error_code")?.and_then(|code| Kind::from_code(&code));
    let words = row.opt_text("error_words")?.unwrap_or_default();
    Ok(Reading {
        uid_validity: row.opt_int("uid_validity")?.map(number),
        last_uid: number(last_uid),
        old_below: number(row.int("old_below")?),
        connected_at: row.opt_at("connected_at")?,
        old_too: row.int("old_too")? == 1,
        last_read_at: row.opt_at("last_read_at")?,
        since: row.opt_at("since")?,
        failing_since: row.opt_at("failing_since")?,
        trouble: kind.map(|kind| Trouble { kind, words }),
        alarmed_at: row.opt_at("alarmed_at")?,
    })
}

pub(super) async fn list(conn: &mut Conn) -> Result<Vec<Mailbox>> {
    let sql = format!("{COLUMNS} WHERE m.removed_at IS NULL ORDER BY m.is_default DESC, m.created_at, m.id");
    conn.all(&sql, vals![]).await?.iter().map(mailbox).collect()
}

/// Also one that was removed, whose conversations go on.
pub(super) async fn find(conn: &mut Conn, id: &MailboxId) -> Result<Option<Mailbox>> {
    let sql = format!("{COLUMNS} WHERE m.id = $1 AND m.removed_at IS NULL");
    conn.one(&sql, vals![id.as_str()]).await?.as_ref().map(mailbox).transpose()
}

pub(super) async fn find_default(conn: &mut Conn) -> Result<Option<Mailbox>> {
    let sql = format!("{COLUMNS} WHERE m.is_default = 1 AND m.removed_at IS NULL");
    conn.one(&sql, vals![]).await?.as_ref().map(mailbox).transpose()
}

/// The mailboxes that should be read, each with a number that grows when people change it.
pub(super) async fn versions(conn: &mut Conn) -> Result<HashMap<MailboxId, i64>> {
    let sql = "SELECT m.id, m.version FROM mailbox m JOIN mailbox_reading r ON r.mailbox = m.id \
               WHERE m.enabled = 1 AND m.removed_at IS NULL";
    conn.all_kept(&["mailbox", "mailbox_reading"], sql, vals![])
        .await?
        .iter()
        .map(|row| Ok((row.id("id")?, row.int("version")?)))
        .collect()
}

/// The mailboxes of which people were told that nobody reads them.
pub(super) async fn alarmed(conn: &mut Conn) -> Result<Vec<Mailbox>> {
    let sql =
        format!("{COLUMNS} WHERE m.removed_at IS NULL AND m.enabled = 1 AND r.alarmed_at IS NOT NULL ORDER BY m.id");
    conn.all_kept(&["mailbox", "mailbox_reading"], &sql, vals![]).await?.iter().map(mailbox).collect()
}

/// Addresses of all mailboxes, those that were removed too: answers to them still come.
pub(super) async fn addresses(conn: &mut Conn) -> Result<Vec<(MailboxId, String)>> {
    let sql = "SELECT id, address FROM mailbox ORDER BY CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END, created_at, id";
    conn.all_kept(&["mailbox"], sql, vals![])
        .await?
        .iter()
        .map(|row| Ok((row.id("id")?, row.text("address")?)))
        .collect()
}

/// Tells the desk which addresses are ours. A removed mailbox stays ours.
async fn tell_addresses(tx: &mut Tx) -> Result<()> {
    let all: Vec<String> = addresses(tx).await?.into_iter().map(|(_, address)| address).collect();
    conversations::settings::set_own_addresses(tx, &all).await
}

pub(super) async fn insert(tx: &mut Tx, mailbox: &Mailbox, sealed: &str) -> Result<()> {
    let s = &mailbox.settings;
    let sql = "INSERT INTO mailbox (id, name, address, sender_name, signature, is_default, enabled, fetching, sending, secrets, \
               created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (fetch, send) = (serde_json::to_string(&s.fetch)?, serde_json::to_string(&s.send)?);
    let values = vals![
        mailbox.id.as_str(),
        s.name.as_str(),
        s.address.as_str(),
        s.sender_name.as_str(),
        s.signature.as_str(),
        i64::from(mailbox.is_default),
        i64::from(mailbox.enabled),
        fetch,
        send,
        sealed,
        mailbox.created_at
    ];
    tx.run(sql, values).await?;
    tell_addresses(tx).await
}

pub(super) async fn update(tx: &mut Tx, id: &MailboxId, s: &Settings) -> Result<()> {
    let sql = "UPDATE mailbox SET name = $1, address = $2, sender_name = $3, signature = $4, fetching = $5, sending = $6, \
               version = version + 1 WHERE id = $7";
    let (fetch, send) = (serde_json::to_string(&s.fetch)?, serde_json::to_string(&s.send)?);
    let (name, address) = (s.name.as_str(), s.address.as_str());
    let (sender, signature) = (s.sender_name.as_str(), s.signature.as_str());
    tx.run(sql, vals![name, address, sender, signature, fetch, send, id.as_str()]).await?;
    tell_addresses(tx).await
}

pub(super) async fn set_secrets(tx: &mut Tx, id: &MailboxId, sealed: &str) -> Result<()> {
    tx.run("UPDATE mailbox SET secrets = $1, version = version + 1 WHERE id = $2", vals![sealed, id.as_str()]).await?;
    Ok(())
}

/// Like [`set_secrets`], by ourselves: whoever reads goes on.
pub(super) async fn renew_secrets(tx: &mut Tx, id: &MailboxId, sealed: &str) -> Result<()> {
    tx.run("UPDATE mailbox SET secrets = $1 WHERE id = $2", vals![sealed, id.as_str()]).await?;
    Ok(())
}

pub(super) async fn set_enabled(tx: &mut Tx, id: &MailboxId, enabled: bool) -> Result<()> {
    tx.run(
        "UPDATE mailbox SET enabled = $1, version = version + 1 WHERE id = $2",
        vals![i64::from(enabled), id.as_str()],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_department(tx: &mut Tx, id: &MailboxId, department: Option<&DepartmentId>) -> Result<()> {
    let department = department.map(|id| id.as_str());
    tx.run("UPDATE mailbox SET department = $1 WHERE id = $2", vals![department, id.as_str()]).await?;
    Ok(())
}

/// The department of a mailbox, also of one that was removed.
pub(super) async fn department_of(conn: &mut Conn, id: &MailboxId) -> Result<Option<DepartmentId>> {
    let sql = "SELECT department FROM mailbox WHERE id = $1";
    let rows = conn.all_kept(&["mailbox"], sql, vals![id.as_str()]).await?;
    rows.first().map_or(Ok(None), |row| row.opt_id("department"))
}

pub(super) async fn set_default(tx: &mut Tx, id: &MailboxId) -> Result<()> {
    let sql = "UPDATE mailbox SET is_default = CASE WHEN id = $1 THEN 1 ELSE 0 END";
    tx.run(sql, vals![id.as_str()]).await?;
    Ok(())
}

/// The row stays for the conversations that came by it; what was secret goes.
pub(super) async fn remove(tx: &mut Tx, id: &MailboxId) -> Result<()> {
    let sql = "UPDATE mailbox SET removed_at = $1, secrets = '', enabled = 0, is_default = 0 WHERE id = $2";
    let now = tx.now();
    tx.run(sql, vals![now, id.as_str()]).await?;
    stop_reading(tx, id).await
}

pub(super) async fn secrets(p: &Platform, conn: &mut Conn, id: &MailboxId) -> Result<Result<Secrets, Trouble>> {
    let row = conn.one("SELECT secrets FROM mailbox WHERE id = $1", vals![id.as_str()]).await?;
    let sealed = row.map(|row| row.text("secrets")).transpose()?.unwrap_or_default();
    if sealed.is_empty() {
        return Ok(Ok(Secrets::default()));
    }
    let Ok(plain) = p.secrets.open(&purpose(id), &sealed) else {
        return Ok(Err(Trouble::bare(Kind::SecretUnreadable)));
    };
    Ok(Ok(serde_json::from_slice(&plain)?))
}

/// Begins the account of reading anew.
pub(super) async fn start_reading(tx: &mut Tx, id: &MailboxId, reading: &Reading) -> Result<()> {
    stop_reading(tx, id).await?;
    let sql = "INSERT INTO mailbox_reading (mailbox, uid_validity, last_uid, old_below, old_too, since, connected_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $6)";
    let validity = reading.uid_validity.map(i64::from);
    let (last, old) = (i64::from(reading.last_uid), i64::from(reading.old_below));
    tx.run(sql, vals![id.as_str(), validity, last, old, i64::from(reading.old_too), reading.since]).await?;
    Ok(())
}

/// Nothing is read any more.
pub(super) async fn stop_reading(tx: &mut Tx, id: &MailboxId) -> Result<()> {
    tx.run("DELETE FROM mailbox_reading WHERE mailbox = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// What happened while nobody was to read it is no failure.
pub(super) async fn watch_anew(tx: &mut Tx, id: &MailboxId) -> Result<()> {
    let sql = "UPDATE mailbox_reading SET since = $1, failing_since = NULL, alarmed_at = NULL WHERE mailbox = $2";
    let now = tx.machine_now();
    tx.run(sql, vals![now, id.as_str()]).await?;
    Ok(())
}
