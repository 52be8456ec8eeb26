//! Who is signed in where: rows of `session`, found by a cookie.
//!
//! The cookie holds 256 random bits and the table only their SHA-256, so that a read of the database
//! lets nobody in. Lasts by machine time; used sessions are prolonged, at most once an hour. Who the
//! staff id belongs to, it does not know.

use std::ops::RangeInclusive;

use base::{Instant, Random};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use http::{HeaderMap, HeaderValue, header};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::db::{Conn, Row};
use crate::fault::Result;
use crate::tx::Tx;
use crate::{Site, settings, vals};

/// The longest time a browser keeps a cookie; the table decides when a session ends.
const COOKIE_SECONDS: i64 = 400 * 86_400;
/// A session is not prolonged more often than this.
const ROLL_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// How long it counts that somebody proved that it is they.
const PROVED_FOR: SignedDuration = SignedDuration::from_mins(15);
const DAYS: &str = "sessions.days";

/// 256 random bits as text fit for cookies and links.
#[must_use]
pub fn secret(random: &dyn Random) -> String {
    let mut bytes = [0_u8; 32];
    random.fill(&mut bytes);
    BASE32_NOPAD.encode(&bytes).to_ascii_lowercase()
}

/// What of a secret may lie in a table.
#[must_use]
pub fn digest(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

/// How many days an unused session lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days(i64);

impl Default for Days {
    fn default() -> Self {
        Self(14)
    }
}

impl Days {
    /// How many they can be.
    pub const WITHIN: RangeInclusive<i64> = 1..=365;

    /// Between one day and a year.
    #[must_use]
    pub fn new(days: i64) -> Self {
        Self(days.clamp(*Self::WITHIN.start(), *Self::WITHIN.end()))
    }

    /// How many they are.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    fn from(self, now: Instant) -> Instant {
        now.saturating_add(SignedDuration::from_hours(24 * self.0)).unwrap_or(Instant::MAX)
    }
}

/// How long sessions last.
///
/// # Errors
/// When the table cannot be read.
pub async fn days(conn: &mut Conn) -> Result<Days> {
    settings::get(conn, DAYS).await
}

/// Sets how long sessions last from now on.
///
/// # Errors
/// When the table cannot be written; so for all writers below.
pub async fn set_days(tx: &mut Tx, days: Days) -> Result<()> {
    settings::set(tx, DAYS, &days).await
}

/// A browser that somebody is signed in on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The cookie's digest: names the session, opens nothing.
    pub digest: String,
    /// Who.
    pub staff: String,
    /// When they signed in, machine time.
    pub created_at: Instant,
    /// When it ends unless used.
    pub expires_at: Instant,
    /// When it was last used, to the hour.
    pub seen_at: Instant,
    /// From which network address they signed in.
    pub peer: String,
    /// With which browser, as far as it told; may be empty.
    pub browser: String,
    /// When they last proved in it that it is they, machine time.
    pub proved_at: Option<Instant>,
}

/// Signs somebody in under an id that was never used before; answers the cookie's value.
///
/// # Errors
/// See [`set_days`].
pub async fn start(tx: &mut Tx, random: &dyn Random, staff: &str, peer: &str, browser: &str) -> Result<String> {
    let (secret, now) = (secret(random), tx.machine_now());
    let days: Days = settings::get(tx, DAYS).await?;
    // The table is swept by those who come in.
    tx.run("DELETE FROM session WHERE expires_at <= $1", vals![now]).await?;
    let sql = "INSERT INTO session (digest, staff, created_at, expires_at, seen_at, peer, browser) \
               VALUES ($1, $2, $3, $4, $3, $5, $6)";
    tx.run(sql, vals![digest(&secret), staff, now, days.from(now), peer, browser]).await?;
    Ok(secret)
}

/// The session that this cookie value opens now.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn find(conn: &mut Conn, secret: &str, now: Instant) -> Result<Option<Session>> {
    let sql = format!("SELECT {SESSION} FROM session WHERE digest = $1 AND expires_at > $2");
    conn.one(&sql, vals![digest(secret), now]).await?.map(|row| session(&row)).transpose()
}

/// Whether the session with this digest is still open.
///
/// # Errors
/// See [`find`].
pub async fn is_open(conn: &mut Conn, digest: &str, now: Instant) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM session WHERE digest = $1 AND expires_at > $2";
    Ok(conn.one(sql, vals![digest, now]).await?.is_some())
}

/// Whether using it now should prolong it.
#[must_use]
pub fn is_due(session: &Session, now: Instant) -> bool {
    now.duration_since(session.seen_at) >= ROLL_AFTER
}

/// Prolongs a session that is used.
///
/// # Errors
/// See [`set_days`].
pub async fn prolong(tx: &mut Tx, digest: &str) -> Result<()> {
    let now = tx.machine_now();
    let days: Days = settings::get(tx, DAYS).await?;
    let sql = "UPDATE session SET seen_at = $2, expires_at = $3 WHERE digest = $1";
    tx.run(sql, vals![digest, now, days.from(now)]).await?;
    Ok(())
}

/// Somebody has just proved in this session that it is they.
///
/// # Errors
/// See [`set_days`].
pub async fn prove(tx: &mut Tx, digest: &str) -> Result<()> {
    let now = tx.machine_now();
    tx.run("UPDATE session SET proved_at = $2 WHERE digest = $1", vals![digest, now]).await?;
    Ok(())
}

/// Whether they proved it so lately that they need not again.
#[must_use]
pub fn is_proved(session: &Session, now: Instant) -> bool {
    session.proved_at.is_some_and(|at| now.duration_since(at) < PROVED_FOR)
}

/// Somebody's sessions, the one used last first.
///
/// # Errors
/// See [`find`].
pub async fn of_staff(conn: &mut Conn, staff: &str, now: Instant) -> Result<Vec<Session>> {
    let sql = format!(
        "SELECT {SESSION} FROM session WHERE staff = $1 AND expires_at > $2 ORDER BY seen_at DESC, created_at DESC, digest"
    );
    conn.all(&sql, vals![staff, now]).await?.iter().map(session).collect()
}

/// Ends one session of this person; answers whether there was one.
///
/// # Errors
/// See [`set_days`].
pub async fn end(tx: &mut Tx, staff: &str, digest: &str) -> Result<bool> {
    Ok(tx.run("DELETE FROM session WHERE digest = $1 AND staff = $2", vals![digest, staff]).await? > 0)
}

/// Ends all sessions of this person, but for the one with the digest `but`.
///
/// # Errors
/// See [`set_days`].
pub async fn end_all(tx: &mut Tx, staff: &str, but: Option<&str>) -> Result<()> {
    let sql = "DELETE FROM session WHERE staff = $1 AND digest <> $2";
    tx.run(sql, vals![staff, but.unwrap_or("")]).await?;
    Ok(())
}

/// The cookie's name. With TLS the browser itself guards the prefix: no other host and no plain
/// connection can set it.
#[must_use]
pub fn cookie_name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-tillit" } else { "tillit" }
}

/// `Set-Cookie` for a new session; gone with the browser unless the person wants to `stay`.
#[must_use]
pub fn cookie(site: &Site, secret: &str, stay: bool) -> HeaderValue {
    let age = if stay { format!("; Max-Age={COOKIE_SECONDS}") } else { String::new() };
    set_cookie(site, secret, &age)
}

/// `Set-Cookie` that takes the cookie away.
#[must_use]
pub fn no_cookie(site: &Site) -> HeaderValue {
    set_cookie(site, "", "; Max-Age=0")
}

fn set_cookie(site: &Site, value: &str, age: &str) -> HeaderValue {
    let secure = if site.is_https() { "; Secure" } else { "" };
    let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_name(site));
    // Base32 and our own words are always fit for a header.
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The session cookie's value in a request; the last of several, since only it can be ours.
#[must_use]
pub fn from_headers<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    let name = cookie_name(site);
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, value)| *key == name && !value.is_empty()).map(|(_, value)| value).next_back()
}

const SESSION: &str = "digest, staff, created_at, expires_at, seen_at, peer, browser, proved_at";

fn session(row: &Row) -> Result<Session> {
    Ok(Session {
        digest: row.text("digest")?,
        staff: row.text("staff")?,
        created_at: row.at("created_at")?,
        expires_at: row.at("expires_at")?,
        seen_at: row.at("seen_at")?,
        peer: row.text("peer")?,
        browser: row.text("browser")?,
        proved_at: row.opt_at("proved_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Platform;
    use crate::schema::MIGRATIONS;
    use crate::testing::on_both_engines;

    fn site(url: &str) -> Site {
        Site { url: url.into(), demo: false }
    }

    async fn signed_in(p: &Platform, staff: &str) -> String {
        let mut tx = p.begin().await.expect("begin");
        let secret = start(&mut tx, &*p.random, staff, "192.0.2.1", "Firefox").await.expect("start");
        tx.commit().await.expect("commit");
        secret
    }

    async fn is_open(p: &Platform, secret: &str) -> bool {
        let (mut conn, now) = (p.db.read().await.expect("read"), p.clock.machine());
        let found = find(&mut conn, secret, now).await.expect("find").is_some();
        assert_eq!(super::is_open(&mut conn, &digest(secret), now).await.expect("asks"), found);
        found
    }

    #[test]
    fn the_table_holds_no_key() {
        on_both_engines(MIGRATIONS, |test| async move {
            let p = test.platform;
            let secret = signed_in(&p, "stf_1").await;
            assert!(secret.len() >= 52 && is_open(&p, &secret).await);
            let row = p.db.read().await.expect("read").one("SELECT digest FROM session", vec![]).await;
            let kept = row.expect("reads").expect("a row").text("digest").expect("text");
            assert!(kept != secret && !is_open(&p, &kept).await);
            for bad in ["", "%", "*", "[]", " ", &secret.to_uppercase(), &format!("{secret} ")] {
                assert!(!is_open(&p, bad).await, "{bad:?}");
            }
            assert_ne!(secret, signed_in(&p, "stf_1").await);
        });
    }

    #[test]
    fn an_unused_session_ends_and_a_used_one_goes_on() {
        on_both_engines(MIGRATIONS, |test| async move {
            let p = test.platform;
            let (used, unused) = (signed_in(&p, "stf_1").await, signed_in(&p, "stf_1").await);
            test.clock.advance_business(SignedDuration::from_hours(24 * 100));
            assert!(is_open(&p, &used).await, "business time ends no session");
            test.clock.advance_machine(SignedDuration::from_mins(59));
            let find_used = async || {
                find(&mut p.db.read().await.expect("read"), &used, p.clock.machine())
                    .await
                    .expect("find")
                    .expect("open")
            };
            assert!(!is_due(&find_used().await, p.clock.machine()));
            test.clock.advance_machine(SignedDuration::from_hours(24 * 13));
            assert!(is_due(&find_used().await, p.clock.machine()));
            let mut tx = p.begin().await.expect("begin");
            prolong(&mut tx, &digest(&used)).await.expect("prolong");
            tx.commit().await.expect("commit");
            test.clock.advance_machine(SignedDuration::from_hours(24 * 2));
            assert_eq!((is_open(&p, &used).await, is_open(&p, &unused).await), (true, false));
            signed_in(&p, "stf_2").await;
            let rows = p.db.read().await.expect("read").number("SELECT count(*) AS n FROM session", vec![]).await;
            assert_eq!(rows.expect("counts"), 2, "the ended one was swept");
        });
    }

    #[test]
    fn a_proof_counts_in_its_session_and_for_a_quarter_of_an_hour() {
        on_both_engines(MIGRATIONS, |test| async move {
            let p = test.platform;
            let (here, there) = (signed_in(&p, "stf_1").await, signed_in(&p, "stf_1").await);
            let proved = async |secret: &str| {
                let found = find(&mut p.db.read().await.expect("read"), secret, p.clock.machine()).await;
                is_proved(&found.expect("find").expect("open"), p.clock.machine())
            };
            assert!(!proved(&here).await, "signing in is none");
            let mut tx = p.begin().await.expect("begin");
            prove(&mut tx, &digest(&here)).await.expect("proved");
            tx.commit().await.expect("commit");
            assert_eq!((proved(&here).await, proved(&there).await), (true, false));
            test.clock.advance_business(SignedDuration::from_hours(2));
            test.clock.advance_machine(SignedDuration::from_secs(15 * 60 - 1));
            assert!(proved(&here).await);
            test.clock.advance_machine(SignedDuration::from_secs(1));
            assert!(!proved(&here).await);
        });
    }

    #[test]
    fn how_long_it_lasts_is_a_setting() {
        on_both_engines(MIGRATIONS, |test| async move {
            let p = test.platform;
            let mut tx = p.begin().await.expect("begin");
            set_days(&mut tx, Days::new(1)).await.expect("set");
            tx.commit().await.expect("commit");
            let secret = signed_in(&p, "stf_1").await;
            test.clock.advance_machine(SignedDuration::from_hours(25));
            assert!(!is_open(&p, &secret).await);
            assert_eq!((Days::new(0), Days::new(10_000)), (Days(1), Days(365)));
        });
    }

    #[test]
    fn one_ends_ones_own_sessions_only() {
        on_both_engines(MIGRATIONS, |test| async move {
            let p = test.platform;
            let (mine, also_mine, theirs) =
                (signed_in(&p, "stf_1").await, signed_in(&p, "stf_1").await, signed_in(&p, "stf_2").await);
            let mut tx = p.begin().await.expect("begin");
            assert!(!end(&mut tx, "stf_1", &digest(&theirs)).await.expect("end"));
            assert!(end(&mut tx, "stf_1", &digest(&mine)).await.expect("end"));
            let left = of_staff(&mut tx, "stf_1", p.clock.machine()).await.expect("list");
            assert_eq!(left.iter().map(|s| s.digest.clone()).collect::<Vec<_>>(), [digest(&also_mine)]);
            let third = start(&mut tx, &*p.random, "stf_1", "", "").await.expect("start");
            end_all(&mut tx, "stf_1", Some(&digest(&third))).await.expect("end all");
            tx.commit().await.expect("commit");
            assert_eq!((is_open(&p, &also_mine).await, is_open(&p, &third).await), (false, true));
            let mut tx = p.begin().await.expect("begin");
            end_all(&mut tx, "stf_1", None).await.expect("end all");
            tx.commit().await.expect("commit");
            assert_eq!((is_open(&p, &third).await, is_open(&p, &theirs).await), (false, true));
        });
    }

    #[test]
    fn the_cookie_is_guarded() {
        let (plain, tls) = (site("http://127.0.0.1:8400"), site("https://desk.example"));
        assert_eq!(cookie(&plain, "x", false), "tillit=x; Path=/; HttpOnly; SameSite=Lax");
        let expected = "__Host-tillit=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=34560000";
        assert_eq!(cookie(&tls, "x", true), expected);
        assert_eq!(no_cookie(&plain), "tillit=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("lang=nb; tillit=one;__Host-tillit=two; tillit="));
        assert_eq!(from_headers(&plain, &headers), Some("one"));
        assert_eq!(from_headers(&tls, &headers), Some("two"));
        assert_eq!(from_headers(&plain, &HeaderMap::new()), None);
    }
}
