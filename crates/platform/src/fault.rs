//! The third kind of error: something unexpected. Logged once at the boundary with its cause, and
//! answered without detail. Refusals (what a person may mend) are enums of their capability.

use std::error::Error as StdError;

/// Anything that is nobody's mistake at the keyboard: a broken disk, a lost database, our own bug.
#[derive(Debug)]
pub struct Fault {
    what: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What most functions with I/O answer.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

impl Fault {
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
