//! The table of tokens. Reads take a [`Scope`], but for finding one by its secret, which knows no actor yet.

use base::{Instant, Scope};
use platform::api::Level;
use platform::{Conn, Context, Result, Row, Tx, sessions, vals};

use super::{Token, TokenId};

const TOKEN: &str = "id, staff, name, level, created_at, expires_at, used_at";

/// Whose: one colleague's, or everybody's.
fn whose(scope: &Scope) -> &str {
    match scope {
        Scope::All => "",
        Scope::Own(id) => id,
        // Tokens belong to colleagues, never to departments.
        Scope::Departments(_) => "-",
    }
}

/// The token with this secret, ended or not; none of a colleague who may not enter any more. This is asked anew every
/// time, for what is kept of colleagues may be half a second old.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn by_secret(conn: &mut Conn, secret: &str) -> Result<Option<Token>> {
    let sql = format!(
        "SELECT {TOKEN} FROM api_token WHERE digest = $1 AND EXISTS \
         (SELECT 1 FROM staff s WHERE s.id = api_token.staff AND s.disabled_at IS NULL)"
    );
    conn.one(&sql, vals![sessions::digest(secret)]).await?.map(|row| token(&row)).transpose()
}

/// Tokens, the newest first.
///
/// # Errors
/// See [`by_secret`].
pub async fn all(conn: &mut Conn, scope: &Scope) -> Result<Vec<Token>> {
    let sql = format!("SELECT {TOKEN} FROM api_token WHERE $1 = '' OR staff = $1 ORDER BY id DESC");
    conn.all(&sql, vals![whose(scope)]).await?.iter().map(token).collect()
}

pub(super) async fn insert(tx: &mut Tx, token: &Token, digest: &str) -> Result<()> {
    let sql = "INSERT INTO api_token (id, digest, staff, name, level, created_at, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = vals![
        token.id.as_str(),
        digest,
        token.staff.as_str(),
        token.name.as_str(),
        token.level.code(),
        token.created_at,
        token.expires_at
    ];
    tx.run(sql, values).await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, scope: &Scope, id: &TokenId) -> Result<Option<Token>> {
    let sql = format!("DELETE FROM api_token WHERE id = $1 AND ($2 = '' OR staff = $2) RETURNING {TOKEN}");
    tx.one(&sql, vals![id.as_str(), whose(scope)]).await?.map(|row| token(&row)).transpose()
}

pub(super) async fn set_used(tx: &mut Tx, id: &TokenId, at: Instant) -> Result<()> {
    tx.run("UPDATE api_token SET used_at = $2 WHERE id = $1", vals![id.as_str(), at]).await?;
    Ok(())
}

fn token(row: &Row) -> Result<Token> {
    Ok(Token {
        id: row.id("id")?,
        staff: row.id("staff")?,
        name: row.text("name")?,
        level: Level::from_code(&row.text("level")?).context("an unknown level")?,
        created_at: row.at("created_at")?,
        expires_at: row.opt_at("expires_at")?,
        used_at: row.opt_at("used_at")?,
    })
}
