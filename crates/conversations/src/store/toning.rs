//! Rows of `tone_override`: how often something was sent that jars, by day and language. They hold no words, no author and
//! no conversation, so that nobody can be scored by them.

use base::Language;
use platform::{Conn, Result, Tx, vals};
use serde::{Deserialize, Serialize};
use words::tone::Issue;

use crate::model::ToneOverrides;

/// The table.
pub(super) const TABLES: &[&str] =
    &["CREATE TABLE tone_override (day TEXT NOT NULL, issue TEXT NOT NULL, language TEXT NOT NULL, \
     n BIGINT NOT NULL, PRIMARY KEY (day, issue, language))"];

/// What one message was counted as, so that it counts no more when it is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Overridden {
    day: String,
    language: String,
    issues: Vec<String>,
}

/// One more of each on this day.
pub(crate) async fn count_overrides(
    tx: &mut Tx,
    day: &str,
    issues: &[Issue],
    language: Language,
) -> Result<Overridden> {
    for issue in issues {
        count_override(tx, day, *issue, language).await?;
    }
    let issues = issues.iter().map(|issue| issue.name().to_owned()).collect();
    Ok(Overridden { day: day.to_owned(), language: language.code().to_owned(), issues })
}

/// What was counted of one message counts no more.
pub(crate) async fn uncount_overrides(tx: &mut Tx, counted: &Overridden) -> Result<()> {
    for issue in &counted.issues {
        let row = || vals![counted.day.as_str(), issue.as_str(), counted.language.as_str()];
        let at = "WHERE day = $1 AND issue = $2 AND language = $3";
        tx.run(&format!("UPDATE tone_override SET n = n - 1 {at}"), row()).await?;
        tx.run(&format!("DELETE FROM tone_override {at} AND n <= 0"), row()).await?;
    }
    Ok(())
}

async fn count_override(tx: &mut Tx, day: &str, issue: Issue, language: Language) -> Result<()> {
    let sql = "INSERT INTO tone_override (day, issue, language, n) VALUES ($1, $2, $3, 1) \
               ON CONFLICT (day, issue, language) DO UPDATE SET n = tone_override.n + 1";
    tx.run(sql, vals![day, issue.name(), language.code()]).await?;
    Ok(())
}

/// How many there were since a day; what nothing was sent of is not among them.
pub(crate) async fn overrides_since(conn: &mut Conn, day: &str) -> Result<Vec<ToneOverrides>> {
    let sql = "SELECT issue, language, CAST(SUM(n) AS BIGINT) AS n FROM tone_override WHERE day >= $1 \
               GROUP BY issue, language ORDER BY issue, language";
    let mut all = Vec::new();
    for row in conn.all(sql, vals![day]).await? {
        let (issue, language) = (row.text("issue")?, row.text("language")?);
        let issue = Issue::ALL.into_iter().find(|known| known.name() == issue);
        if let (Some(issue), Some(language)) = (issue, Language::from_code(&language)) {
            all.push(ToneOverrides { issue, language, count: row.int("n")? });
        }
    }
    Ok(all)
}
