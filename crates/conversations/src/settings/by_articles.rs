//! Whose mail may be answered by itself, out of articles, and how often.

use std::collections::BTreeSet;

use people::DepartmentId;
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use super::Turns;

/// Which mail may be answered out of articles. None, unless the business says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ByArticles {
    /// The ids of departments whose mail it is; empty for what belongs to none.
    pub departments: BTreeSet<String>,
    /// Such answers to one customer within a day, at most.
    pub a_day: u32,
}

impl Default for ByArticles {
    fn default() -> Self {
        Self { departments: BTreeSet::new(), a_day: 2 }
    }
}

/// What may be set as [`ByArticles::a_day`].
pub const A_DAY: std::ops::RangeInclusive<u32> = 1..=10;

impl ByArticles {
    /// Whether mail of a department, or of none, may be answered so.
    #[must_use]
    pub fn may_answer(&self, department: Option<&DepartmentId>) -> bool {
        self.departments.contains(Turns::key(department))
    }
}

/// The key under which it lies.
const BY_ARTICLES: &str = "answers_by_mail";

/// Whose mail may be answered so.
///
/// # Errors
/// When settings cannot be read.
pub async fn by_articles(conn: &mut Conn) -> Result<ByArticles> {
    settings::get(conn, BY_ARTICLES).await
}

/// Keeps whose mail it is.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_by_articles(tx: &mut Tx, to: &ByArticles) -> Result<()> {
    settings::set(tx, BY_ARTICLES, to).await
}
