//! The third kind of error: something unexpected. Logged once at the boundary with its cause, and
//! answered without detail. Refusals (what a person may mend) are enums of their capability.

use std::error::Error as StdError;
use std::io::ErrorKind;

use sea_orm::sqlx::Error as SqlError;
use sea_orm::{DbErr, RuntimeErr};

/// Anything that is nobody's mistake at the keyboard: a broken disk, a lost database, our own bug.
#[derive(Debug)]
pub struct Fault {
    what: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What most functions with I/O answer.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

/// A fault that is no bug of ours and passes once somebody has seen to the machine: to be answered as *later*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    /// The disk is full, ours or the database's.
    NoRoom,
    /// The disk or the database does not do its work just now.
    Away,
}

impl Fault {
    /// Whether, somewhere below, the disk or the database is out of order.
    #[must_use]
    pub fn outage(&self) -> Option<Outage> {
        let mut next = self.source();
        while let Some(cause) = next {
            if let Some(outage) = outage_of(cause) {
                return Some(outage);
            }
            next = cause.source();
        }
        None
    }

    /// A fault described by `what`, without a deeper cause.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), source: None }
    }

    /// A fault described by `what`, caused by `source`.
    #[must_use]
    pub fn because(what: impl Into<String>, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { what: what.into(), source: Some(source.into()) }
    }

    /// The whole chain of causes in one line, for logs and the operator's terminal.
    #[must_use]
    pub fn chain(&self) -> String {
        let mut line = self.what.clone();
        let mut next = self.source();
        while let Some(cause) = next {
            line.push_str(": ");
            line.push_str(&cause.to_string());
            next = cause.source();
        }
        line
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)
    }
}

impl StdError for Fault {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|s| s as &(dyn StdError + 'static))
    }
}

impl From<sea_orm::DbErr> for Fault {
    fn from(source: sea_orm::DbErr) -> Self {
        Self::because("the database did not do as asked", source)
    }
}

impl From<std::io::Error> for Fault {
    fn from(source: std::io::Error) -> Self {
        Self::because("reading or writing failed", source)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(source: serde_json::Error) -> Self {
        Self::because("stored JSON has an unexpected shape", source)
    }
}

fn outage_of(cause: &(dyn StdError + 'static)) -> Option<Outage> {
    if let Some(error) = cause.downcast_ref::<std::io::Error>() {
        return outage_of_io(error);
    }
    let sql = match cause.downcast_ref::<DbErr>() {
        Some(DbErr::ConnectionAcquire(_)) => return Some(Outage::Away),
        Some(DbErr::Conn(why) | DbErr::Exec(why) | DbErr::Query(why)) => match why {
            RuntimeErr::SqlxError(error) => error.as_ref(),
            RuntimeErr::Internal(_) => return None,
        },
        _ => cause.downcast_ref::<SqlError>()?,
    };
    match sql {
        SqlError::Database(error) => outage_of_code(&error.code()?),
        SqlError::PoolTimedOut | SqlError::PoolClosed | SqlError::WorkerCrashed => Some(Outage::Away),
        // The connection's own: it broke, or nobody takes one.
        SqlError::Io(error) => Some(outage_of_io(error).unwrap_or(Outage::Away)),
        _ => None,
    }
}

fn outage_of_io(error: &std::io::Error) -> Option<Outage> {
    const EIO: i32 = 5;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(Outage::NoRoom),
        ErrorKind::ReadOnlyFilesystem => Some(Outage::Away),
        _ => (error.raw_os_error() == Some(EIO)).then_some(Outage::Away),
    }
}

/// SQLite says numbers whose lower byte is the kind (sqlite.org/rescode.html); PostgreSQL says five signs of which the
/// first two are the class (its manual, appendix A).
fn outage_of_code(code: &str) -> Option<Outage> {
    if code.len() == 5 {
        return match (code, code.get(..2)?) {
            ("53100", _) => Some(Outage::NoRoom),
            ("25006" | "25P03", _) | (_, "08" | "53" | "58") => Some(Outage::Away),
            _ => code.starts_with("57P").then_some(Outage::Away),
        };
    }
    match code.parse::<i32>().ok()? & 0xff {
        13 => Some(Outage::NoRoom),
        // Busy, read-only, an I/O error, a file that cannot be opened.
        5 | 8 | 10 | 14 => Some(Outage::Away),
        _ => None,
    }
}

/// Adds what was being done to an error on its way up.
pub trait Context<T> {
    /// Says what was being done.
    ///
    /// # Errors
    /// The same error, wrapped.
    fn context(self, what: impl Into<String>) -> Result<T>;
}

impl<T, E: Into<Box<dyn StdError + Send + Sync>>> Context<T> for std::result::Result<T, E> {
    fn context(self, what: impl Into<String>) -> Result<T> {
        self.map_err(|source| Fault::because(what, source))
    }
}

impl<T> Context<T> for Option<T> {
    fn context(self, what: impl Into<String>) -> Result<T> {
        self.ok_or_else(|| Fault::new(what))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Error as IoError;
    use std::sync::Arc;

    use super::*;

    #[test]
    fn what_the_machine_lacks_is_told_from_our_own_bugs() {
        let table = [
            ("13", Some(Outage::NoRoom)),
            ("10", Some(Outage::Away)),
            ("1034", Some(Outage::Away)), // SQLITE_IOERR_FSYNC
            ("14", Some(Outage::Away)),
            ("5", Some(Outage::Away)),
            ("1", None),
            ("2067", None), // SQLITE_CONSTRAINT_UNIQUE
            ("53100", Some(Outage::NoRoom)),
            ("53300", Some(Outage::Away)),
            ("57P01", Some(Outage::Away)),
            ("08006", Some(Outage::Away)),
            ("58030", Some(Outage::Away)),
            ("25006", Some(Outage::Away)),
            ("25P03", Some(Outage::Away)),
            ("57014", None),
            ("23505", None),
            ("42P01", None),
            ("", None),
        ];
        for (code, outage) in table {
            assert_eq!(outage_of_code(code), outage, "{code}");
        }
    }

    #[test]
    fn it_is_found_below_whatever_was_said_on_the_way_up() {
        let wrapped = |error: IoError| Fault::because("a", Arc::new(Fault::because("b", error)));
        assert_eq!(wrapped(ErrorKind::StorageFull.into()).outage(), Some(Outage::NoRoom));
        assert_eq!(wrapped(IoError::from_raw_os_error(5)).outage(), Some(Outage::Away));
        assert_eq!(wrapped(ErrorKind::NotFound.into()).outage(), None);
        let said = |error: SqlError| Fault::from(DbErr::Exec(RuntimeErr::SqlxError(Arc::new(error)))).outage();
        assert_eq!(said(SqlError::PoolTimedOut), Some(Outage::Away));
        assert_eq!(said(SqlError::Io(ErrorKind::ConnectionRefused.into())), Some(Outage::Away));
        assert_eq!(said(SqlError::RowNotFound), None);
        assert_eq!(Fault::new("a bug").outage(), None);
    }
}
