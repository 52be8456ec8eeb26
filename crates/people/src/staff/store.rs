//! The table of colleagues. Reads take a [`Scope`], but for sign-in, which knows no actor yet.

use base::{Instant, Language, Role, Scope};
use platform::web::page::Theme;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::model::{Colleague, Staff};
use crate::person::fold_address;
use crate::{DepartmentId, StaffId};

const STAFF: &str = "id, email_shown, name, role, departments, limited, language, theme, zone, letter_keys, password_hash, disabled_at, created_at";

fn only(scope: &Scope) -> &str {
    match scope {
        Scope::All => "",
        Scope::Own(id) => id,
        // Colleagues belong to no department's things; who asks so sees none.
        Scope::Departments(_) => "-",
    }
}

/// A colleague by id.
///
/// # Errors
/// When the table cannot be read; so for all readers below.
pub async fn find(conn: &mut Conn, scope: &Scope, id: &StaffId) -> Result<Option<Staff>> {
    let sql = format!("SELECT {STAFF} FROM staff WHERE id = $1 AND ($2 = '' OR id = $2)");
    let rows = conn.all_kept(&["staff"], &sql, vals![id.as_str(), only(scope)]).await?;
    rows.first().map(staff).transpose()
}

/// The colleague with this address, in whatever case it is given.
///
/// # Errors
/// See [`find`].
pub async fn by_email(conn: &mut Conn, email: &str) -> Result<Option<Staff>> {
    let sql = format!("SELECT {STAFF} FROM staff WHERE email = $1");
    conn.one(&sql, vals![fold_address(email)]).await?.map(|row| staff(&row)).transpose()
}

/// Every colleague, those who may enter first, by name.
///
/// # Errors
/// See [`find`].
pub async fn all(conn: &mut Conn, scope: &Scope) -> Result<Vec<Staff>> {
    let sql = format!(
        "SELECT {STAFF} FROM staff WHERE $1 = '' OR id = $1 \
         ORDER BY CASE WHEN disabled_at IS NULL THEN 0 ELSE 1 END, lower(name), id"
    );
    conn.all_kept(&["staff"], &sql, vals![only(scope)]).await?.iter().map(staff).collect()
}

/// Those who may enter, by name.
///
/// # Errors
/// See [`find`].
pub async fn colleagues(conn: &mut Conn, scope: &Scope) -> Result<Vec<Colleague>> {
    let here = all(conn, scope).await?.into_iter().filter(|staff| staff.disabled_at.is_none());
    let one = |staff: Staff| Colleague {
        reach: staff.reach(),
        id: staff.id,
        name: staff.name,
        role: staff.role,
        away_until: None,
        full: false,
    };
    Ok(here.map(one).collect())
}

/// Whether this Tillit has no colleague yet.
///
/// # Errors
/// See [`find`].
pub async fn is_empty(conn: &mut Conn) -> Result<bool> {
    Ok(conn.one("SELECT 1 AS n FROM staff LIMIT 1", vals![]).await?.is_none())
}

/// How many owners can enter. Locks their rows, so that two who take each other's rights away do it
/// one after the other.
pub(super) async fn count_owners(tx: &mut Tx) -> Result<usize> {
    let lock = tx.engine().for_update();
    let sql = format!("SELECT id FROM staff WHERE role = 'owner' AND disabled_at IS NULL ORDER BY id{lock}");
    Ok(tx.all(&sql, vals![]).await?.len())
}

/// Holds a colleague until the transaction ends.
pub(crate) async fn hold(tx: &mut Tx, id: &StaffId) -> Result<()> {
    let sql = format!("SELECT id FROM staff WHERE id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?;
    Ok(())
}

/// Adds a colleague, unless the address is taken; answers whether it was free.
pub(super) async fn insert(tx: &mut Tx, staff: &Staff) -> Result<bool> {
    let sql = "INSERT INTO staff (id, email, email_shown, name, role, language, theme, zone, letter_keys, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (email) DO NOTHING";
    let values = vals![
        staff.id.as_str(),
        fold_address(&staff.email),
        staff.email.as_str(),
        staff.name.as_str(),
        staff.role.code(),
        staff.language.code(),
        staff.theme.code(),
        staff.zone.as_str(),
        staff.letter_keys,
        staff.created_at,
    ];
    Ok(tx.run(sql, values).await? > 0)
}

pub(super) async fn set_password(tx: &mut Tx, id: &StaffId, hash: &str) -> Result<()> {
    tx.run("UPDATE staff SET password_hash = $2 WHERE id = $1", vals![id.as_str(), hash]).await?;
    Ok(())
}

pub(super) async fn set_role(tx: &mut Tx, id: &StaffId, role: Role) -> Result<()> {
    tx.run("UPDATE staff SET role = $2 WHERE id = $1", vals![id.as_str(), role.code()]).await?;
    Ok(())
}

pub(crate) async fn set_departments(tx: &mut Tx, id: &StaffId, departments: &[DepartmentId]) -> Result<()> {
    let ids: Vec<&str> = departments.iter().map(DepartmentId::as_str).collect();
    tx.run("UPDATE staff SET departments = $2 WHERE id = $1", vals![id.as_str(), ids.join(" ")]).await?;
    Ok(())
}

pub(crate) async fn set_limited(tx: &mut Tx, id: &StaffId, limited: bool) -> Result<()> {
    tx.run("UPDATE staff SET limited = $2 WHERE id = $1", vals![id.as_str(), limited]).await?;
    Ok(())
}

pub(super) async fn set_disabled(tx: &mut Tx, id: &StaffId, since: Option<Instant>) -> Result<()> {
    tx.run("UPDATE staff SET disabled_at = $2 WHERE id = $1", vals![id.as_str(), since]).await?;
    Ok(())
}

pub(super) async fn set_profile(tx: &mut Tx, staff: &Staff) -> Result<()> {
    let sql = "UPDATE staff SET name = $2, language = $3, theme = $4, zone = $5, letter_keys = $6 WHERE id = $1";
    let (language, theme) = (staff.language.code(), staff.theme.code());
    let values = vals![staff.id.as_str(), staff.name.as_str(), language, theme, staff.zone.as_str(), staff.letter_keys];
    tx.run(sql, values).await?;
    Ok(())
}

fn staff(row: &Row) -> Result<Staff> {
    Ok(Staff {
        id: row.id("id")?,
        email: row.text("email_shown")?,
        name: row.text("name")?,
        role: Role::from_code(&row.text("role")?).context("an unknown role")?,
        departments: row.text("departments")?.split_whitespace().filter_map(|id| id.parse().ok()).collect(),
        limited: row.flag("limited")?,
        language: Language::from_code(&row.text("language")?).unwrap_or_default(),
        theme: Theme::from_code(&row.text("theme")?),
        zone: row.text("zone")?,
        letter_keys: row.flag("letter_keys")?,
        password_hash: row.opt_text("password_hash")?,
        disabled_at: row.opt_at("disabled_at")?,
        created_at: row.at("created_at")?,
    })
}
