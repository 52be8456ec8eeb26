//! The link that lets a customer in: mailed to the address that they typed, good once and for a quarter of an hour;
//! for a day when it also confirms what they wrote in a contact form.
//!
//! Asking leaves a job and nothing else, whether or not anybody knows the address: the work, the answer and the time
//! it takes tell nobody who is a customer. The table holds digests. Sessions lie with those of colleagues, under the
//! customer's id, which is no colleague's.

use base::{Instant, Language, Scope};
use conversations::commands;
use jiff::SignedDuration;
use people::PersonId;
use people::person::{self, fold_address};
use people::system_mail::{self, SystemMail};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Conn, Fault, Migration, Platform, Result, Tx, args, sessions, vals};
use serde::{Deserialize, Serialize};

/// The kind of job that [`send`] does, in the lane [`system_mail::LANE`].
pub const JOB: &str = "portal.entry";

/// The kind of job that [`send_confirming`] does, in the same lane.
pub const CONFIRM_JOB: &str = "portal.confirm";

/// How long a link is good that somebody asked for.
const LASTS: SignedDuration = SignedDuration::from_mins(15);
/// How long one is good that came by itself, when somebody filled in a form.
const CONFIRMS: SignedDuration = SignedDuration::from_hours(24);
/// Mails to one address within [`WITHIN`].
const MAILS_MOST: i64 = 3;
const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// In order; tillit runs them after those of conversations.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "portal-001", sql: |_| ENTRY.iter().map(|sql| (*sql).to_owned()).collect() },
    Migration { id: "portal-002", sql: |_| LASTING.iter().map(|sql| (*sql).to_owned()).collect() },
];

const ENTRY: &[&str] = &[
    "CREATE TABLE portal_link (digest TEXT PRIMARY KEY, person TEXT NOT NULL, address TEXT NOT NULL, \
     created_at BIGINT NOT NULL, used BIGINT NOT NULL)",
    "CREATE INDEX portal_link_to ON portal_link (address, created_at)",
];

/// Until when a link is good.
const LASTING: &[&str] = &["ALTER TABLE portal_link ADD COLUMN until BIGINT NOT NULL DEFAULT 0"];

#[derive(Serialize, Deserialize)]
struct Asked {
    address: String,
    language: Language,
    /// Whether they come from the community, where whoever is not known yet becomes a customer by the link.
    #[serde(default)]
    joins: bool,
}

/// Leaves word that somebody at `address` wants in. Asked twice at once, it is done once.
///
/// # Errors
/// When the job cannot be written.
pub async fn ask(tx: &mut Tx, address: &str, language: Language) -> Result<()> {
    let address = fold_address(address);
    let key = format!("entry:{address}");
    let payload = serde_json::to_string(&Asked { address, language, joins: false })?;
    tx.enqueue(NewJob::new(system_mail::LANE, JOB).key(key).payload(payload)).await
}

/// The same from the community. Whoever is not known yet gets a link, too, and is a customer once they used it.
///
/// # Errors
/// When the job cannot be written.
pub async fn ask_to_join(tx: &mut Tx, address: &str, language: Language) -> Result<()> {
    let address = fold_address(address);
    let key = format!("join:{address}");
    let payload = serde_json::to_string(&Asked { address, language, joins: true })?;
    tx.enqueue(NewJob::new(system_mail::LANE, JOB).key(key).payload(payload)).await
}

/// Leaves word that somebody wrote in a contact form under `address`, and is to confirm that it was them. However
/// often within a while, it is done once.
///
/// # Errors
/// When the job cannot be written.
pub async fn confirm(tx: &mut Tx, address: &str, language: Language) -> Result<()> {
    let address = fold_address(address);
    let key = format!("confirm:{address}");
    let payload = serde_json::to_string(&Asked { address, language, joins: false })?;
    tx.enqueue(NewJob::new(system_mail::LANE, CONFIRM_JOB).key(key).payload(payload)).await
}

/// Mails a link, when the address is a customer's and has not been written to too often.
///
/// # Errors
/// When the tables cannot be used, or the job is not one of ours.
pub async fn send(p: Platform, job: Job) -> Result<(), Failure> {
    mail(&p, &job, LASTS, ("entry-mail-subject", "entry-mail-text")).await
}

/// Mails a link that confirms what was written in a form: nothing of what was typed is in the mail, since anybody
/// can type anybody's address (T09). Under the same bound as [`send`], with it.
///
/// # Errors
/// As [`send`].
pub async fn send_confirming(p: Platform, job: Job) -> Result<(), Failure> {
    mail(&p, &job, CONFIRMS, ("confirm-mail-subject", "confirm-mail-text")).await
}

async fn mail(
    p: &Platform,
    job: &Job,
    lasts: SignedDuration,
    (subject, text): (&'static str, &'static str),
) -> Result<(), Failure> {
    let asked: Asked = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(Fault::from(error)))?;
    let mut tx = p.begin().await?;
    let customer = person::by_address(&mut tx, &Scope::All, &asked.address).await?;
    if customer.is_none() && job.kind == CONFIRM_JOB {
        // What they wrote is still on its way in.
        return Err(Failure::Again(Fault::new("what was written in the form is not understood yet")));
    }
    if (customer.is_some() || asked.joins) && mails(&mut tx, &asked.address).await? < MAILS_MOST {
        let business = conversations::settings::business(&mut tx).await?;
        let id = customer.as_ref().map(|customer| &customer.id);
        let mut link = issue(&mut tx, p, id, &asked.address, lasts).await?;
        let (subject, text) = if asked.joins {
            link.push_str("?to=community");
            ("join-mail-subject", "join-mail-text")
        } else {
            (subject, text)
        };
        let language = customer.and_then(|customer| customer.language).unwrap_or(asked.language);
        let say = p.i18n.to(language);
        let mail = SystemMail {
            subject: say.with(subject, args![business = &business.name]),
            text: say.with(text, args![business = &business.name, link = &link]),
            to: asked.address,
            language,
        };
        system_mail::send(&mut tx, &mail).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// How many links went to an address lately. Old ones are swept.
async fn mails(tx: &mut Tx, address: &str) -> Result<i64> {
    let since = tx.machine_now().checked_sub(WITHIN).unwrap_or(Instant::MIN);
    let sql = "DELETE FROM portal_link WHERE created_at <= $1 AND until <= $2";
    tx.run(sql, vals![since, tx.machine_now()]).await?;
    let sql = "SELECT COUNT(*) AS n FROM portal_link WHERE address = $1 AND created_at > $2";
    tx.number(sql, vals![address, since]).await
}

/// A new link; for nobody who is known yet without a customer.
async fn issue(
    tx: &mut Tx,
    p: &Platform,
    person: Option<&PersonId>,
    address: &str,
    lasts: SignedDuration,
) -> Result<String> {
    let secret = sessions::secret(&*p.random);
    let now = tx.machine_now();
    let until = now.checked_add(lasts).unwrap_or(now);
    let sql =
        "INSERT INTO portal_link (digest, person, address, created_at, until, used) VALUES ($1, $2, $3, $4, $5, 0)";
    let person = person.map_or("", PersonId::as_str);
    tx.run(sql, vals![sessions::digest(&secret), person, address, now, until]).await?;
    Ok(format!("{}/my/in/{secret}", p.site.url))
}

/// Whom a link lets in now (nobody who is known yet, when it makes a customer), and the address that it was mailed to;
/// without using it up.
///
/// # Errors
/// When the table cannot be read.
pub async fn look(conn: &mut Conn, secret: &str, now: Instant) -> Result<Option<(Option<PersonId>, String)>> {
    let sql = "SELECT person, address FROM portal_link WHERE digest = $1 AND used = 0 AND until > $2";
    let row = conn.one(sql, vals![sessions::digest(secret), now]).await?;
    row.map(|row| Ok((row.text("person")?.parse().ok(), row.text("address")?))).transpose()
}

/// Uses a link up, and what was typed under its address counts as theirs; of two that try, one succeeds.
/// It stays until the hour is over, so that the count of mails holds.
///
/// # Errors
/// When the table cannot be used.
pub async fn redeem(tx: &mut Tx, secret: &str) -> Result<Option<PersonId>> {
    let now = tx.machine_now();
    let Some((person, address)) = look(tx, secret, now).await? else { return Ok(None) };
    let sql = "UPDATE portal_link SET used = 1 WHERE digest = $1 AND used = 0";
    let used = tx.run(sql, vals![sessions::digest(secret)]).await?;
    if used == 0 {
        return Ok(None);
    }
    let person = match person {
        Some(person) => person,
        // Whoever became a customer meanwhile is found by the address.
        None => person::resolve(tx, &address, "", None).await?.0,
    };
    person::prove_address(tx, &person, &address).await?;
    commands::prove_sender(tx, &person, &address).await?;
    Ok(Some(person))
}
