//! The link that lets a customer in: mailed to the address that they typed, good once and for a quarter of an hour.
//!
//! Asking leaves a job and nothing else, whether or not anybody knows the address: the work, the answer and the time
//! it takes tell nobody who is a customer. The table holds digests. Sessions lie with those of colleagues, under the
//! customer's id, which is no colleague's.

use base::{Instant, Language, Scope};
use jiff::SignedDuration;
use people::PersonId;
use people::person::{self, fold_address};
use people::system_mail::{self, SystemMail};
use platform::jobs::{self, Failure, Job, NewJob};
use platform::{Conn, Fault, Migration, Platform, Result, Tx, args, sessions, vals};
use serde::{Deserialize, Serialize};

/// The kind of job that [`send`] does, in the lane [`system_mail::LANE`].
pub const JOB: &str = "portal.entry";

/// How long a link is good.
const LASTS: SignedDuration = SignedDuration::from_mins(15);
/// Mails to one address within [`WITHIN`].
const MAILS_MOST: i64 = 3;
const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// In order; tillit runs them after those of conversations.
pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "portal-001", sql: |_| ENTRY.iter().map(|sql| (*sql).to_owned()).collect() }];

const ENTRY: &[&str] = &[
    "CREATE TABLE portal_link (digest TEXT PRIMARY KEY, person TEXT NOT NULL, address TEXT NOT NULL, \
     created_at BIGINT NOT NULL, used BIGINT NOT NULL)",
    "CREATE INDEX portal_link_to ON portal_link (address, created_at)",
];

#[derive(Serialize, Deserialize)]
struct Asked {
    address: String,
    language: Language,
}

/// Leaves word that somebody at `address` wants in. Asked twice at once, it is done once.
///
/// # Errors
/// When the job cannot be written.
pub async fn ask(tx: &mut Tx, address: &str, language: Language) -> Result<()> {
    let address = fold_address(address);
    let key = format!("entry:{address}");
    let payload = serde_json::to_string(&Asked { address, language })?;
    tx.enqueue(NewJob::new(system_mail::LANE, JOB).key(key).payload(payload)).await
}

/// Mails a link, when the address is a customer's and has not been written to too often.
///
/// # Errors
/// When the tables cannot be used, or the job is not one of ours.
pub async fn send(p: Platform, job: Job) -> Result<(), Failure> {
    let asked: Asked = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(Fault::from(error)))?;
    let mut tx = p.begin().await?;
    if let Some(customer) = person::by_address(&mut tx, &Scope::All, &asked.address).await?
        && mails(&mut tx, &asked.address).await? < MAILS_MOST
    {
        let business = conversations::settings::business(&mut tx).await?;
        let link = issue(&mut tx, &p, &customer.id, &asked.address).await?;
        let language = customer.language.unwrap_or(asked.language);
        let say = p.i18n.to(language);
        let mail = SystemMail {
            subject: say.with("entry-mail-subject", args![business = &business.name]),
            text: say.with("entry-mail-text", args![business = &business.name, link = &link]),
            to: asked.address,
            language,
        };
        system_mail::send(&mut tx, &mail).await?;
    }
    jobs::finish(&mut tx, &job).await?;
    Ok(tx.commit().await?)
}

/// How many links went to an address lately. Old ones are swept.
async fn mails(tx: &mut Tx, address: &str) -> Result<i64> {
    let since = tx.machine_now().checked_sub(WITHIN).unwrap_or(Instant::MIN);
    tx.run("DELETE FROM portal_link WHERE created_at <= $1", vals![since]).await?;
    tx.number("SELECT COUNT(*) AS n FROM portal_link WHERE address = $1", vals![address]).await
}

async fn issue(tx: &mut Tx, p: &Platform, person: &PersonId, address: &str) -> Result<String> {
    let secret = sessions::secret(&*p.random);
    let now = tx.machine_now();
    let sql = "INSERT INTO portal_link (digest, person, address, created_at, used) VALUES ($1, $2, $3, $4, 0)";
    tx.run(sql, vals![sessions::digest(&secret), person.as_str(), address, now]).await?;
    Ok(format!("{}/my/in/{secret}", p.site.url))
}

/// Whom a link lets in now, without using it up.
///
/// # Errors
/// When the table cannot be read.
pub async fn look(conn: &mut Conn, secret: &str, now: Instant) -> Result<Option<PersonId>> {
    let since = now.checked_sub(LASTS).unwrap_or(Instant::MIN);
    let sql = "SELECT person FROM portal_link WHERE digest = $1 AND used = 0 AND created_at > $2";
    conn.one(sql, vals![sessions::digest(secret), since]).await?.map(|row| row.id("person")).transpose()
}

/// Uses a link up; of two that try, one succeeds. It stays until the hour is over, so that the count of mails holds.
///
/// # Errors
/// When the table cannot be used.
pub async fn redeem(tx: &mut Tx, secret: &str) -> Result<Option<PersonId>> {
    let now = tx.machine_now();
    let Some(person) = look(tx, secret, now).await? else { return Ok(None) };
    let sql = "UPDATE portal_link SET used = 1 WHERE digest = $1 AND used = 0";
    let used = tx.run(sql, vals![sessions::digest(secret)]).await?;
    Ok((used > 0).then_some(person))
}
